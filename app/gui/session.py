"""One open contract: its review, the lawyer's decisions, what is selected. The only place that changes decisions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from app.gui.commands import DecideCommand
from app.gui.jobs import Job, Jobs, Work
from app.gui.problems import Problem, problem_of
from app.model import Decision, Verdict, wording_of
from app.storage import StorageError, Store
from extractors.model import Contract
from extractors.text import Progress
from rules.model import Finding, Review, Stance


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker is to review; the contract where it was read before, else the file, with its password if any.

    ``further`` are the files that make one contract with it.
    """

    path: Path
    contract: Contract | None
    stance: Stance
    password: str | None = field(default=None, repr=False)
    further: tuple[Path, ...] = ()


ReviewFile = Callable[[Order, Progress], Review]
"""Does what an order says."""


class Phase(Enum):
    """Where a session stands before it has a review; READY once there is one."""

    READING = "reading"
    READY = "ready"
    FAILED = "failed"
    STOPPED = "stopped"


class Session(QObject):
    """State of one contract. Views read it and ask it for changes; it tells them by signals."""

    phase_changed = Signal()
    busy_changed = Signal()  # a review began or ended, the first or a further one
    progressed = Signal(str, float)  # stage, share done
    reviewed = Signal()  # there is a new review
    decided = Signal(str)  # the decision on the finding with this id changed
    selected = Signal(str)  # the current finding; "" for none
    troubled = Signal(object)  # a Problem that leaves the session as it was

    def __init__(
        self,
        path: Path,
        store: Store,
        jobs: Jobs,
        review_file: ReviewFile,
        parent: QObject | None = None,
        *,
        further: tuple[Path, ...] = (),
    ) -> None:
        super().__init__(parent)
        self.path = path
        self.further = further  # files that are one contract with it
        self.phase = Phase.READING
        self.problem: Problem | None = None
        self.review: Review | None = None
        self.decisions: dict[str, Decision] = {}
        self.stance = Stance.NEUTRAL
        self.current = ""
        self.drafts: dict[str, str] = {}  # wording typed but not yet accepted, by finding id
        self.undo_stack = QUndoStack(self)
        self._store = store
        self._jobs = jobs
        self._review_file = review_file
        self._job: Job | None = None

    # ── reading and reviewing ──

    @property
    def paths(self) -> tuple[Path, ...]:
        """All its files, the one it is called by first."""
        return (self.path, *self.further)

    @property
    def name(self) -> str:
        """What the session is called: its file, and how many there are."""
        if not self.further:
            return self.path.name
        return self.tr("{name} and others ({count} files)").format(name=self.path.name, count=len(self.paths))

    @property
    def busy(self) -> bool:
        """Whether a review is running."""
        return self._job is not None

    def start(self, stance: Stance, password: str | None = None) -> None:
        """Read and review the file for ``stance``, or review it again; a review still running is given up.

        ``password`` opens an encrypted file; it goes with the job and is kept nowhere.
        """
        self._drop_job()
        self.stance = stance
        if self.review is None:
            self._enter(Phase.READING)
        job = Job(self._work(stance, password))
        job.signals.progressed.connect(self.progressed)
        job.signals.done.connect(self._take_review)
        job.signals.failed.connect(self._take_failure)
        job.signals.stopped.connect(self._take_stop)
        self._job = job
        self.busy_changed.emit()
        self._jobs.start(job)

    def stop(self) -> None:
        """Give up the review that is running; what was there before stays."""
        if self._job is not None:
            self._job.stop()

    def _work(self, stance: Stance, password: str | None) -> Work[object]:
        contract = self.review.contract if self.review else None
        order = Order(self.path, contract, stance, password, self.further)
        review_file = self._review_file
        return lambda progress: review_file(order, progress)

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.signals.disconnect(self)
            self._job.stop()
            self._job = None

    def _take_review(self, review: Review) -> None:
        first = self.review is None
        self._end_job()
        self.review, self.stance = review, review.stance
        kept = self._load_kept(review) if first else None
        if kept is not None and kept is not review.stance:
            self.start(kept)
            return
        self._remember(review)
        if self.current not in {finding.id for finding in self.findings}:
            self.current = ""
        self.reviewed.emit()
        self._enter(Phase.READY)

    def _take_failure(self, problem: Problem) -> None:
        self._end_job()
        if self.review is not None:
            self.stance = self.review.stance
            self.troubled.emit(problem)
            return
        self.problem = problem
        self._enter(Phase.FAILED)

    def _take_stop(self) -> None:
        self._end_job()
        if self.review is not None:
            self.stance = self.review.stance
        self._enter(Phase.READY if self.review else Phase.STOPPED)

    def _end_job(self) -> None:
        self._job = None
        self.busy_changed.emit()

    def _enter(self, phase: Phase) -> None:
        self.phase = phase
        self.phase_changed.emit()

    def _load_kept(self, review: Review) -> Stance | None:
        sha256 = review.contract.document.sha256
        try:
            self.decisions = self._store.decisions(sha256)
            return self._store.stance(sha256)
        except StorageError as error:
            self.troubled.emit(problem_of(error))
            return None

    def _remember(self, review: Review) -> None:
        try:
            # Opening one file of several from the list of recent contracts would open another contract.
            self._store.remember(review, path=None if self.further else self.path)
        except StorageError as error:
            self.troubled.emit(problem_of(error))

    # ── findings ──

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of the review, missing clauses last."""
        return (*self.review.findings, *self.review.missing) if self.review else ()

    def finding(self, finding_id: str) -> Finding | None:
        """The finding with this id; None where the review has none."""
        return next((finding for finding in self.findings if finding.id == finding_id), None)

    def state_of(self, finding_id: str) -> Verdict:
        """What became of the finding; OPEN where nothing was decided."""
        decision = self.decisions.get(finding_id)
        return decision.state if decision else Verdict.OPEN

    def select(self, finding_id: str) -> None:
        """Make a finding the current one; "" for none. Selecting it again shows it again."""
        self.current = finding_id
        self.selected.emit(finding_id)

    # ── decisions ──

    def decide(self, label: str, decision: Decision) -> None:
        """Make a decision as one step that can be undone; ``label`` names the step."""
        before = self.decisions.get(decision.finding_id)
        finding = self.finding(decision.finding_id)
        if finding is not None and self.drafts.get(finding.id) == wording_of(finding, decision):
            del self.drafts[finding.id]  # it has been taken in
        self.undo_stack.push(DecideCommand(label, decision.finding_id, before, decision, self._write, self.select))

    def decision_for(self, finding_id: str, state: Verdict, wording: str = "", note: str = "") -> Decision:
        """A decision made now; an accepted wording that differs from the finding's own makes it EDITED."""
        finding = self.finding(finding_id)
        own = finding.wording if finding else ""
        if state is Verdict.ACCEPTED and wording.strip() and wording.strip() != own.strip():
            state = Verdict.EDITED
        return Decision(finding_id, state, wording if state is Verdict.EDITED else "", note, datetime.now(UTC))

    def _write(self, finding_id: str, decision: Decision | None) -> bool:
        if self.review is None:
            return False
        sha256 = self.review.contract.document.sha256
        try:
            if decision is None:
                self._store.forget(sha256, finding_id)
            else:
                self._store.decide(sha256, decision)
        except StorageError as error:
            self.troubled.emit(problem_of(error))
            return False
        self._keep(finding_id, decision)
        return True

    def _keep(self, finding_id: str, decision: Decision | None) -> None:
        if decision is None:
            self.decisions.pop(finding_id, None)
        else:
            self.decisions[finding_id] = decision
        self.decided.emit(finding_id)
