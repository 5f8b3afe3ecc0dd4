"""The page of one contract: outline, text and findings beside each other, bound to its session."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.gui.panels.basis import FindArticle
from app.gui.panels.contract_view import ContractView
from app.gui.panels.details_panel import DetailsPanel
from app.gui.panels.find_bar import FindBar
from app.gui.panels.findings_panel import FindingsPanel
from app.gui.panels.highlights import Highlight
from app.gui.panels.message_bar import MessageBar
from app.gui.panels.reading_notes import ReadingNotes
from app.gui.panels.side_panel import SidePanel
from app.gui.panels.waiting import ProgressLine, WaitingPage
from app.gui.positions import Positions
from app.gui.problems import Problem, sentence_of
from app.gui.session import Phase, Session
from app.gui.theme import Theme
from app.model import Verdict
from extractors.model import Clause
from rules.model import Finding

_OUTLINE, _RIGHT = (0.18, 130, 280), (0.34, 300, 500)  # share of the width, least and most pixels
_LEAST_TEXT = 260


class ContractPage(QWidget):
    """Shows a session and passes on what the lawyer does; it keeps no state of its own."""

    def __init__(
        self, session: Session, theme: Theme, find_article: FindArticle, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._positions = Positions("")
        self._borders_moved = False
        self._seen = False
        self.message = MessageBar(theme)
        self.progress = ProgressLine()
        self.waiting = WaitingPage()
        self.notes = ReadingNotes()
        self.side = SidePanel(theme)
        self.outline = self.side.outline
        self.view = ContractView(theme)
        self.find_bar = FindBar(self.view.document(), theme)
        self.findings = FindingsPanel(theme)
        self.details = DetailsPanel(theme, find_article)
        self.details.setFocusProxy(self.findings.tree)  # what is decided leads on to the next
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._stack = QStackedWidget()
        self._arrange()
        self._listen_to_session()
        self._listen_to_panels()
        if session.review is not None:
            self._show_review()
        self._show_phase()

    def open_search(self) -> None:
        """Open the search in the text."""
        if self.session.review is not None:
            self.find_bar.open_search()

    def show_rule(self, rule: str) -> None:
        """Select the first finding of a rule."""
        first = next((finding.id for finding in self.session.findings if finding.rule == rule), "")
        self.session.select(first)

    def step(self, by: int) -> None:
        """Select the finding ``by`` rows on in the list as it is filtered."""
        self.session.select(self.findings.filter.neighbour(self.session.current, by))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew, until the lawyer has moved a border."""
        super().resizeEvent(event)
        if not self._borders_moved:
            width = self.width()
            outline, side = (min(max(round(width * share), least), most) for share, least, most in (_OUTLINE, _RIGHT))
            self.splitter.setSizes([outline, width - outline - side, side])

    def showEvent(self, event: QShowEvent) -> None:
        """Go to the current finding when the text first has its width: before, there are no lines to go to."""
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, lambda: self.view.emphasise(self.session.current))

    def _arrange(self) -> None:
        middle = _column(self.find_bar, self.view)
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self.findings)
        right.addWidget(self.details)
        right.setSizes([380, 620])
        least = (_OUTLINE[1], _LEAST_TEXT, _RIGHT[1])
        for place, (part, width) in enumerate(zip((self.side, middle, right), least, strict=True)):
            part.setMinimumWidth(width)
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(place, 1 if part is middle else 0)
        for splitter in (self.splitter, right):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self._stack.addWidget(self.waiting)
        self._stack.addWidget(self.splitter)
        whole = _column(self.message, self.notes, self.progress, self._stack)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(whole)

    def _listen_to_session(self) -> None:
        session = self.session
        session.phase_changed.connect(self._show_phase)
        session.busy_changed.connect(self._show_phase)
        session.progressed.connect(self.progress.show_progress)
        session.progressed.connect(self.waiting.progress.show_progress)
        session.reviewed.connect(self._show_review)
        session.decided.connect(self._show_decision)
        session.selected.connect(self._show_selected)
        session.troubled.connect(self._show_problem)

    def _listen_to_panels(self) -> None:
        session = self.session
        self.splitter.splitterMoved.connect(self._keep_borders)
        self.progress.stop_wanted.connect(session.stop)
        self.waiting.progress.stop_wanted.connect(session.stop)
        self.waiting.retry_wanted.connect(lambda: session.start(session.stance))
        self.waiting.password.given.connect(lambda password: session.start(session.stance, password))
        self.side.remarks.place_chosen.connect(self.view.show_span)
        self.outline.clause_chosen.connect(self._go_to_clause)
        self.view.findings_clicked.connect(self._select_clicked)
        self.findings.finding_chosen.connect(session.select)
        self.find_bar.found.connect(self.view.show_found)
        self.find_bar.closed.connect(self.view.setFocus)
        self.details.verdict_wanted.connect(self._decide)
        self.details.wording_typed.connect(self._keep_draft)

    # ── from the session ──

    def _show_phase(self) -> None:
        session = self.session
        if session.phase is Phase.READING:
            self.waiting.show_reading(session.name)
        elif session.phase is Phase.FAILED and session.problem is not None:
            say = self.waiting.ask_password if session.problem.asks_password else self.waiting.show_sentence
            say(session.problem.file or session.name, sentence_of(session.problem))
        elif session.phase is Phase.STOPPED:
            self.waiting.show_sentence(session.name, self.tr("The review was cancelled."))
        ready = session.phase is Phase.READY
        self._stack.setCurrentWidget(self.splitter if ready else self.waiting)
        if session.busy and ready and not self.progress.isVisible():
            self.progress.begin()
        self.progress.setVisible(session.busy and ready)

    def _show_review(self) -> None:
        review = self.session.review
        if review is None:
            return
        scrolled = self.view.verticalScrollBar().value()
        self._positions = self.view.show_contract(review.contract)
        self.side.show_contract(review.contract, self._standing())
        self.findings.show_review(review, self.session.decisions)
        self._show_highlights()
        self.view.verticalScrollBar().setValue(scrolled)
        self.notes.show_notices(review.contract.document.notices)
        self._show_selected(self.session.current)

    def _show_highlights(self) -> None:
        self.view.show_highlights([highlight for item in self.session.findings for highlight in self._highlights(item)])

    def _highlights(self, finding: Finding) -> list[Highlight]:
        faded = self.session.state_of(finding.id) is Verdict.DISMISSED
        spans = [span for span in (finding.span, *finding.places) if span is not None]
        ranges = [self._positions.range_of(span) for span in dict.fromkeys(spans)]
        return [Highlight(finding.id, *ends, finding.severity, finding.title, faded) for ends in ranges]

    def _show_decision(self, finding_id: str) -> None:
        self.findings.show_decision(finding_id, self.session.decisions.get(finding_id))
        self.outline.model.show_findings(self._standing())
        self._show_highlights()
        if finding_id == self.session.current:
            self._show_details()

    def _show_selected(self, finding_id: str) -> None:
        self.findings.mark_current(finding_id)
        self.view.emphasise(finding_id)
        finding = self.session.finding(finding_id)
        review = self.session.review
        if finding is not None and review is not None:
            self.outline.point_to(review.contract.clause_at(finding.span.start) if finding.span is not None else None)
        self._show_details()
        self.details.scroll_to_top()

    def _show_details(self) -> None:
        session = self.session
        finding = session.finding(session.current)
        if finding is None or session.review is None:
            self.details.show_nothing()
            return
        decision, draft = session.decisions.get(finding.id), session.drafts.get(finding.id)
        self.details.show_finding(finding, session.review.contract, decision, draft)

    def _show_problem(self, problem: Problem) -> None:
        self.message.say("error", sentence_of(problem))
        self._show_details()  # a button pressed in vain goes back to what holds

    def _standing(self) -> tuple[Finding, ...]:
        session = self.session
        return tuple(item for item in session.findings if session.state_of(item.id) is not Verdict.DISMISSED)

    # ── from the lawyer ──

    def _keep_borders(self) -> None:
        self._borders_moved = True

    def _select_clicked(self, ids: list[str]) -> None:
        if not ids:
            return
        # Where findings overlap, a further click goes on to the next of them.
        at = ids.index(self.session.current) + 1 if self.session.current in ids else 0
        self.session.select(ids[at % len(ids)])

    def _go_to_clause(self, clause: Clause) -> None:
        self.view.go_to(clause.span)

    def _keep_draft(self, wording: str) -> None:
        if self.session.current:
            self.session.drafts[self.session.current] = wording

    def _decide(self, finding_id: str, verdict: Verdict, wording: str, note: str) -> None:
        finding = self.session.finding(finding_id)
        if finding is None:
            return
        decision = self.session.decision_for(finding.id, verdict, wording, note)
        labels = {
            Verdict.OPEN: self.tr("Reopen “{title}”"),
            Verdict.ACCEPTED: self.tr("Accept “{title}”"),
            Verdict.EDITED: self.tr("Edit “{title}”"),
            Verdict.DISMISSED: self.tr("Dismiss “{title}”"),
        }
        self.session.decide(labels[decision.state].format(title=finding.title), decision)


def _column(*widgets: QWidget) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)
    return column
