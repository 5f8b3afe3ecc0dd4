"""Asking for files: contracts to open, a place for the memo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def documents_folder() -> str:
    """The user's folder for documents."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def ask_contracts(parent: QWidget, folder: str) -> list[Path]:
    """The contracts chosen, beginning in ``folder``; none where the user gave up."""
    translate = QCoreApplication.translate
    kinds = translate("Files", "Contracts ({patterns});;All files (*)").format(patterns="*.docx *.pdf *.txt *.md")
    names, _ = QFileDialog.getOpenFileNames(parent, translate("Files", "Open contracts"), folder, kinds)
    return [Path(name) for name in names]


def ask_memo(parent: QWidget, contract_name: str) -> Path | None:
    """Where to write the memo on the contract ``contract_name``; None where the user gave up."""
    translate = QCoreApplication.translate
    proposed = Path(documents_folder()) / f"合同审查意见书_{contract_name}.docx"
    kind = translate("Files", "Word document ({pattern})").format(pattern="*.docx")
    name, _ = QFileDialog.getSaveFileName(parent, translate("Files", "Export memo"), str(proposed), kind)
    return Path(name).with_suffix(".docx") if name else None
