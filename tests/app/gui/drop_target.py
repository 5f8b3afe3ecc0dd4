"""Shows the empty window, and tells in one line of JSON which files were dropped on it and read."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from app.gui.application import Shell, make_application
from app.gui.session import Phase, Session
from app.gui.workspace import Workspace
from app.storage import Store
from tests.app.gui.display_script import review_sample

_LONGEST_MS = 40_000


def main(expected: int) -> None:
    """Run until ``expected`` files are reviewed, or for too long."""
    application = make_application(["shenyue"])
    workspace = Workspace(Store(Path(":memory:")), review_sample)
    shell = Shell(application, workspace)
    shell.show()

    def look(session: Session) -> None:
        session.phase_changed.connect(leave_when_done)

    def leave_when_done() -> None:
        if sum(session.phase is Phase.READY for session in workspace.sessions) == expected:
            QTimer.singleShot(200, application.quit)

    workspace.opened.connect(look)
    QTimer.singleShot(_LONGEST_MS, application.quit)
    application.processEvents()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    application.exec()
    tabs = [shell.window.tabs.tabToolTip(index) for index in range(shell.window.tabs.count())]
    sys.stdout.write(json.dumps(tabs) + "\n")
    workspace.shut_down()


if __name__ == "__main__":
    main(int(sys.argv[1]))
