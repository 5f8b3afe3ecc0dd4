"""``python3 app``: the window; ``python3 app FILE…``: with these files in it; ``python3 app review …``: no window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if not __package__:  # started as a folder by whatever Python is there: set up, and come back as a module
    sys.path[0] = str(Path(__file__).resolve().parent.parent)
    from app.bootstrap import enter

    enter("", ["-m", "app", *sys.argv[1:]])


def main(arguments: list[str]) -> int:
    """Run the command line, the sample review (no display) or the window; returns the exit code.

    A packaged program is its own worker for reading files, too.
    """
    from extractors.isolation import WORKER_ARGUMENT

    if arguments[:1] == [WORKER_ARGUMENT]:
        from extractors.isolation.worker import main as read_files

        return read_files(Path(arguments[1]))
    from app import cli

    if arguments[:1] == ["review"] or "-h" in arguments or "--help" in arguments:
        return cli.main(arguments)
    if not _has_display():
        return cli.run_sample(Path.cwd()) if not arguments else cli.main(["review", *arguments])
    from app import gui, log

    with log.to_file():
        return gui.run([Path(argument) for argument in arguments])


def _has_display() -> bool:
    """Whether a window can be shown; a platform plugin without a screen shows none."""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in ("offscreen", "minimal"):
        return False
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
