"""Writing a file whole or not at all."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from app.export.errors import ExportError, SourceOverwriteError


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Let ``write`` fill a temporary file beside ``path``, then put it in its place in one step.

    Raises `ExportError` where that fails; ``path`` is then as it was before, and no temporary file is left.
    """
    part = path.with_name(f".{secrets.token_hex(8)}{path.suffix}")
    try:
        write(part)
        part.replace(path)
    except OSError as error:
        raise ExportError(repr(error)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def refuse_source(path: Path, *sha256: str) -> None:
    """Raise `SourceOverwriteError` where ``path`` holds a file of the contract, known by its bytes under any name."""
    try:
        same = path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() in sha256
    except OSError as error:
        raise ExportError(repr(error)) from error
    if same:
        raise SourceOverwriteError


def free_name(path: Path) -> Path:
    """``path``, or with (2), (3) … before its suffix where a file of that name exists."""
    free, count = path, 1
    while free.exists():
        count += 1
        free = path.with_name(f"{path.stem}({count}){path.suffix}")
    return free
