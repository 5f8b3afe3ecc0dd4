"""The contracts in what is dropped on the window: files as they are, folders by the contracts that lie in them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from extractors.suffixes import READABLE

_NOT_CONTRACTS = ("~$", ".")  # Word's lock files, hidden files


def holds_files(data: QMimeData) -> bool:
    """Whether anything of this computer is dragged."""
    return any(url.isLocalFile() for url in data.urls())


def dropped_contracts(data: QMimeData) -> list[Path]:
    """The files dropped; for a folder the readable ones directly in it, by name."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [file for path in paths for file in (_contracts_in(path) if path.is_dir() else [path])]


def _contracts_in(folder: Path) -> list[Path]:
    try:
        files = [file for file in folder.iterdir() if file.suffix.lower() in READABLE and file.is_file()]
    except OSError:
        return []
    return sorted(file for file in files if not file.name.startswith(_NOT_CONTRACTS))
