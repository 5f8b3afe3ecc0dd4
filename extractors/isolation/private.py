"""A private copy of a file, so that a reading sees one version of it whatever happens to the original."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

from extractors.errors import EmptyFileError, FileChangedError, FileVanishedError, TooLargeError

_LARGEST: Final = 200 * 1024**2  # bytes: the most any reader takes
_PIECE: Final = 1024**2


def copy_privately(path: Path, folder: Path) -> Path:
    """Copy the file at ``path`` into ``folder`` under its own name; the copy is readable for this user alone.

    Raises `FileVanishedError` (gone, forbidden, or no regular file), `EmptyFileError`, `TooLargeError`, or
    `FileChangedError` where somebody wrote to it meanwhile.
    """
    copy = folder / path.name
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
            raise FileVanishedError("not a regular file")
        with path.open("rb") as source, open(copy, "xb", opener=_private) as target:
            before = _state(source.fileno())
            _check_size(before[0])
            copied = 0
            while piece := source.read(_PIECE):
                copied += target.write(piece)
                _check_size(copied)
            if _state(source.fileno()) != before or copied != before[0]:
                raise FileChangedError
    except OSError as error:
        raise FileVanishedError(type(error).__name__) from error
    return copy


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _check_size(size: int) -> None:
    if size == 0:
        raise EmptyFileError
    if size > _LARGEST:
        raise TooLargeError(f"{size} bytes")


def _state(descriptor: int) -> tuple[int, int]:
    """Size and time of the last change of an open file."""
    found = os.fstat(descriptor)
    return found.st_size, found.st_mtime_ns
