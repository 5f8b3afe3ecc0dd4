"""The door: a file is read by a worker that is kept for the next one, unless it had to be ended."""

from __future__ import annotations

import atexit
import logging
import os
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Final

from extractors.errors import ReaderCrashedError, UnreadableFileError
from extractors.isolation.limits import Limits
from extractors.isolation.process import WorkerGoneError, WorkerProcess
from extractors.model import Contract, RevisionView
from extractors.text import Progress

_log = logging.getLogger(__name__)


class _Idle:
    """Workers that wait for a file, for all threads of this process."""

    _MOST: Final = 2  # as many as the window reads at once

    def __init__(self) -> None:
        self._lock = Lock()
        self._workers: list[WorkerProcess] = []

    def take(self) -> WorkerProcess:
        """A worker that waits, or a new one."""
        with self._lock:
            while self._workers:
                worker = self._workers.pop()
                if worker.alive:
                    return worker
                worker.end()
        return WorkerProcess()

    def give(self, worker: WorkerProcess) -> None:
        """Keep ``worker`` for the next file; one too many, or one that has ended, is ended."""
        with self._lock:
            if worker.alive and len(self._workers) < self._MOST:
                self._workers.append(worker)
                return
        worker.end()

    def end(self) -> None:
        """End all that wait."""
        with self._lock:
            for worker in self._workers:
                worker.end()
            self._workers.clear()

    def forget(self) -> None:
        """A forked process must not speak to its parent's workers."""
        self._lock = Lock()
        self._workers = []


_idle = _Idle()
atexit.register(_idle.end)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_idle.forget)


def read_isolated(
    path: Path,
    *,
    progress: Progress | None = None,
    password: str | None = None,
    limits: Limits | None = None,
    revisions: RevisionView = "accepted",
) -> Contract:
    """Read the contract in ``path`` in a process of its own; may be called from any thread.

    The file's bytes are copied once, so that a change of the original meanwhile does no harm. ``progress`` is told
    stage and share (0 to 1), now and then the same again, and may raise CancelledError, which ends the reading
    within a moment. ``password`` opens an encrypted file. ``limits`` are `Limits()` by default.
    ``revisions`` tells which text is read of a Word file with tracked changes.

    Raises:
        UnreadableFileError: what `extractors.read` raises, and `FileChangedError`, `ReadingTimeoutError`,
            `ReaderCrashedError`.
    """
    for worker in (_idle.take(), None):
        try:
            return _read_with(
                worker or WorkerProcess(),
                lambda worker: worker.read(path, password, progress, limits or Limits(), revisions),
            )
        except WorkerGoneError:
            continue  # it died while it waited: the file has no part in it
    raise ReaderCrashedError("no worker can be started")


def _read_with(worker: WorkerProcess, read: Callable[[WorkerProcess], Contract]) -> Contract:
    try:
        contract = read(worker)
    except UnreadableFileError as error:
        # Where a reader broke down, the detail is a place in our code; others may tell of the file.
        _log.info("not read: %s %s", error.code, error.detail if isinstance(error, ReaderCrashedError) else "")
        _idle.give(worker)
        raise
    except BaseException:  # gone; or cancelled or interrupted, and still at work
        worker.end()
        raise
    _idle.give(worker)
    return contract


def prepare_worker() -> None:
    """Start a worker that loads what readings need, so that the first file is read at once; returns at once."""
    _idle.give(_idle.take())


def end_workers() -> None:
    """End the workers that wait; the next reading starts a new one."""
    _idle.end()
