"""The lawyer's actions as undo commands: one action, one command, one transaction of the store."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from app.model import Decision

Write = Callable[[str, Decision | None], bool]
"""Keeps a decision on a finding (None takes it back); False where that failed."""


class DecideCommand(QUndoCommand):
    """Changes the decision on one finding from ``before`` to ``after``; drops out where it cannot be kept."""

    def __init__(self, label: str, finding_id: str, before: Decision | None, after: Decision, write: Write) -> None:
        super().__init__(label)
        self._finding_id = finding_id
        self._before = before
        self._after = after
        self._write = write

    def redo(self) -> None:
        """Make the decision, the first time and again after an undo."""
        self.setObsolete(not self._write(self._finding_id, self._after))

    def undo(self) -> None:
        """Go back to what was decided before."""
        self.setObsolete(not self._write(self._finding_id, self._before))
