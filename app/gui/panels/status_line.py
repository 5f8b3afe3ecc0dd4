"""The line at the bottom: what the contract is, which checks were made, how much is decided."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QWidget

from app.gui.panels.frames import ElidedLabel
from app.gui.session import Session
from app.gui.wording import checks_sentence
from app.model import Verdict


class StatusLine(QStatusBar):
    """Speaks of one session; a click on the checks asks for the list of them."""

    checks_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary, self.handled = ElidedLabel(), QLabel()
        self.checks = QPushButton()
        self.checks.setProperty("role", "link")
        self.checks.setCursor(Qt.CursorShape.PointingHandCursor)
        self.checks.setToolTip(self.tr("Show which checks were made"))
        self.checks.clicked.connect(self.checks_wanted)
        self.setSizeGripEnabled(False)
        self.addWidget(self.summary, 1)
        self.addPermanentWidget(self.checks)
        self.addPermanentWidget(self.handled)
        self.show_session(None)

    def show_session(self, session: Session | None) -> None:
        """Show what there is to say of ``session``: nothing while it has no review."""
        review = session.review if session else None
        self.checks.setVisible(review is not None)
        if session is None or review is None:
            self.summary.setText("")
            self.handled.setText("")
            return
        contract = review.contract
        parties = [f"{party.role} {party.name}".strip() for party in contract.facts.parties]
        self.summary.setText(" · ".join(part for part in (contract.type.name, *parties) if part))
        self.checks.setText(checks_sentence(review))
        decided = sum(session.state_of(finding.id) is not Verdict.OPEN for finding in session.findings)
        self.handled.setText(self.tr("{done} of {all} decided").format(done=decided, all=len(session.findings)))
