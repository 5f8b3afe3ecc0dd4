"""What is open: sessions, the store, running jobs. It outlives the window, which can be made anew at any time."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from app.gui.jobs import Job, Jobs
from app.gui.problems import NOT_KEPT, Problem, problem_of
from app.gui.session import Order, ReviewFile, Session
from app.storage import DamagedStoreError, RecentContract, StorageError, Store
from extractors.text import Progress
from rules.model import Article, Basis, Review, Stance

_log = logging.getLogger(__name__)
_RECENT = 200


def review_in_worker(order: Order, progress: Progress) -> Review:
    """The application's own review; readers and rules are imported here, off the window's thread."""
    from app.review import review_contract, review_file, review_matter

    if order.contract is not None:
        return review_contract(order.contract, stance=order.stance, progress=progress)
    if order.further:
        paths = (order.path, *order.further)
        return review_matter(paths, stance=order.stance, progress=progress, password=order.password)
    return review_file(order.path, stance=order.stance, progress=progress, password=order.password)


def prepare_in_background() -> None:
    """Let the first review find readers and rules loaded; the window does not wait for it, nor does its end."""

    def load() -> None:
        from app.review import prepare

        prepare()

    Thread(target=load, daemon=True).start()


def article_of(basis: Basis) -> Article | None:
    """The article a basis points to; the statute table is loaded at the first call."""
    from rules import statutes

    return statutes().article(basis.law, basis.article)


def open_store(path: Path | None = None) -> tuple[Store, Problem | None]:
    """The user's store, with what must be said about it.

    A damaged file has been moved aside and a new one is begun; where none can be used, decisions live in memory.
    """
    try:
        return Store(path), None
    except DamagedStoreError as error:
        _log.error("store damaged, kept as %s", error.aside.name)
        return Store(path), problem_of(error)
    except StorageError as error:
        _log.error("store cannot be used: %s", error.code)
        return Store(Path(":memory:")), Problem(NOT_KEPT)


class Workspace(QObject):
    """Opens and closes sessions, exports memos; owns the worker threads."""

    opened = Signal(object)  # a Session, new or opened before
    closed = Signal(object)  # a Session
    troubled = Signal(object)  # a Problem
    several_opened = Signal(object)  # the Paths of files opened at once, which may be one contract
    memo_written = Signal(object)  # the Path of the memo

    def __init__(self, store: Store, review_file: ReviewFile = review_in_worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.jobs = Jobs(self)
        self.sessions: list[Session] = []
        self._review_file = review_file

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open contracts, each in a session of its own; one that is open already comes to the front."""
        new: list[Session] = []
        for path in paths:
            where = path.resolve()
            session = self._session_of((where,))
            if session is None:
                session = self._new_session(where)
                new.append(session)
            self.opened.emit(session)
        if len(new) > 1:
            self.opened.emit(new[0])  # of several, the lawyer begins with the first
            self.several_opened.emit([session.path for session in new])
        for session in new:  # only now: workers would slow down the making of the pages
            session.start(self._last_stance(session.path))

    def open_together(self, paths: Sequence[Path]) -> None:
        """Open files as one contract with its attached documents; their own sessions go where nothing was decided."""
        where = tuple(path.resolve() for path in paths)
        for single in [session for session in self.sessions if session.path in where and not session.further]:
            if not single.decisions and not single.drafts:
                self.close_session(single)
        session = self._session_of(where)
        if session is None:
            session = self._new_session(where[0], *where[1:])
            self.opened.emit(session)
            session.start(Stance.NEUTRAL)
        else:
            self.opened.emit(session)

    def close_session(self, session: Session) -> None:
        """Close a contract; its decisions are kept already."""
        session.stop()
        self.sessions.remove(session)
        self.closed.emit(session)
        session.deleteLater()

    def recent(self) -> tuple[RecentContract, ...]:
        """Contracts opened before, newest first."""
        try:
            return self.store.recent(_RECENT)
        except StorageError as error:
            self.troubled.emit(problem_of(error))
            return ()

    def setting(self, key: str, default: str) -> str:
        """A setting of the window; ``default`` where there is none or the store fails."""
        try:
            return self.store.setting(key, default)
        except StorageError:
            return default

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting of the window."""
        try:
            self.store.set_setting(key, value)
        except StorageError as error:
            self.troubled.emit(problem_of(error))

    def write_memo(self, session: Session, path: Path) -> None:
        """Write the memo of a session to ``path`` in a worker; dismissed findings are left out."""
        review, decisions = session.review, dict(session.decisions)
        if review is None:
            return

        def work(progress: Progress) -> Path:
            from app.export.memo_docx import write_memo

            progress("memo", 0.0)
            write_memo(review, decisions, path)
            return path

        job = Job(work)
        job.signals.done.connect(self.memo_written)
        job.signals.failed.connect(self.troubled)
        self.jobs.start(job)

    def shut_down(self) -> None:
        """Stop and join all jobs, close the store."""
        self.jobs.join()
        self.store.close()

    def _session_of(self, paths: tuple[Path, ...]) -> Session | None:
        return next((session for session in self.sessions if session.paths == paths), None)

    def _new_session(self, path: Path, *further: Path) -> Session:
        session = Session(path, self.store, self.jobs, self._review_file, self, further=further)
        self.sessions.append(session)
        return session

    def _last_stance(self, path: Path) -> Stance:
        return next((contract.stance for contract in self.recent() if contract.path == path), Stance.NEUTRAL)
