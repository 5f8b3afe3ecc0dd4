"""The window. `run` is the only public door; Qt is imported when it is called."""

from __future__ import annotations

from pathlib import Path


def run(files: list[Path]) -> int:
    """Open the window with ``files`` in it and run until it is closed; gives the process's exit code."""
    from app.gui.application import run_window

    return run_window(files)
