"""The lawyer's actions as undo commands: one action, one command, one transaction of the store."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from app.model import Decision

Write = Callable[[str, Decision | None], bool]
"""Keeps a decision on a finding (None takes it back); False where that failed."""


class DecideCommand(QUndoCommand):
    """Changes the decision on one finding from ``before`` to ``after``; drops out where it cannot be kept.

    ``show`` is told the finding when undo or redo changed it.
    """

    def __init__(
        self,
        label: str,
        finding_id: str,
        before: Decision | None,
        after: Decision,
        write: Write,
        show: Callable[[str], None],
    ) -> None:
        super().__init__(label)
        self._finding_id = finding_id
        self._before = before
        self._after = after
        self._write = write
        self._show = show
        self._made = False

    def redo(self) -> None:
        """Make the decision, the first time and again after an undo."""
        self.setObsolete(not self._write(self._finding_id, self._after))
        if self._made:  # the first time the lawyer sees it anyway, or has gone on
            self._show(self._finding_id)
        self._made = True

    def undo(self) -> None:
        """Go back to what was decided before."""
        self.setObsolete(not self._write(self._finding_id, self._before))
        self._show(self._finding_id)
