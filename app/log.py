"""The log of this user: what was done and how long it took. Never clause text, names of parties, or paths.

Contracts are named by the first characters of their hash (see `contract_tag`).
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

_ROOMS = ("app", "rules", "extractors")  # libraries may log what they read, so they are not asked
_MOST_BYTES = 500_000


def contract_tag(sha256: str) -> str:
    """How the log names a contract."""
    return sha256[:10]


@contextmanager
def to_file(folder: Path | None = None) -> Iterator[None]:
    """Log to ``shenyue.log`` in ``folder`` (by default the platform's folder for logs) while the block runs.

    Without a folder that can be written there is no log, and the program runs on.
    """
    handler = _handler(folder)
    rooms = [logging.getLogger(room) for room in _ROOMS]
    for room in rooms:
        room.setLevel(logging.INFO)
        room.addHandler(handler)
    try:
        yield
    finally:
        for room in rooms:
            room.removeHandler(handler)
        handler.close()


def _handler(folder: Path | None) -> logging.Handler:
    from platformdirs import user_log_path

    try:
        where = folder or user_log_path("shenyue", appauthor=False)
        where.mkdir(parents=True, exist_ok=True)
        _turn_over(where / "shenyue.log")
        handler = logging.FileHandler(where / "shenyue.log", encoding="utf-8")
    except OSError:
        return logging.NullHandler()
    handler.setFormatter(_Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
    return handler


def _turn_over(file: Path) -> None:
    # Not logging.handlers: it imports socket, and nothing here may open a way to the network.
    if file.is_file() and file.stat().st_size > _MOST_BYTES:
        file.replace(file.with_suffix(".old.log"))


class _Discreet(logging.Formatter):
    """Shows where an error arose and its kind, not its message, which may quote the contract or a path."""

    def formatException(  # noqa: N802 - the name logging calls
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        kind, _, trace = ei
        frames = traceback.extract_tb(trace) if trace is not None else []
        steps = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        return "\n".join([*steps, kind.__name__ if kind is not None else "?"])
