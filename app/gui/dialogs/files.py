"""Asking for files: contracts to open, a place for the memo."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from extractors.suffixes import READABLE


def documents_folder() -> str:
    """The user's folder for documents; the home folder where there is none."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return folder if Path(folder).is_dir() else str(Path.home())


def ask_contracts(parent: QWidget, folder: str) -> list[Path]:
    """The contracts chosen, beginning in ``folder``; none where the user gave up."""
    translate = QCoreApplication.translate
    patterns = " ".join(f"*{suffix}" for suffix in READABLE)
    dialog = _dialog(parent, translate("Files", "Open contracts"), folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    kinds = translate("Files", "Contracts ({patterns});;All files (*)").format(patterns=patterns)
    dialog.setNameFilters(kinds.split(";;"))
    return _chosen(dialog)


def ask_memo(parent: QWidget, contract: Path) -> Path | None:
    """Where to write the memo on ``contract``, beside it by default; None where the user gave up."""
    translate = QCoreApplication.translate
    folder = contract.parent if os.access(contract.parent, os.W_OK) else Path(documents_folder())
    dialog = _dialog(parent, translate("Files", "Export memo"), str(folder))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("Files", "Word document ({pattern})").format(pattern="*.docx"))
    dialog.setDefaultSuffix("docx")
    dialog.selectFile(f"合同审查意见书_{contract.stem}.docx")
    chosen = next(iter(_chosen(dialog)), None)
    return chosen and (chosen if chosen.suffix.lower() == ".docx" else chosen.with_name(f"{chosen.name}.docx"))


def _dialog(parent: QWidget, title: str, folder: str) -> QFileDialog:
    """The system's dialog; where it has none, Qt's own, whose Chinese translation has gaps."""
    translate = QCoreApplication.translate
    dialog = QFileDialog(parent, title, folder)
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, translate("Files", "Folder:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, translate("Files", "Kind of file:"))
    return dialog


def _chosen(dialog: QFileDialog) -> list[Path]:
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    dialog.deleteLater()
    return [Path(name) for name in dialog.selectedFiles()] if accepted else []
