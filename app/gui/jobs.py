"""Work off the window's thread. A job takes values and emits values; it owns no widget and can be stopped."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from app.gui.problems import problem_of
from extractors.errors import CancelledError
from extractors.text import Progress

_log = logging.getLogger(__name__)
_THREADS = 2

Result = TypeVar("Result")
Work = Callable[[Progress], Result]
"""What a job does: it tells its progress, which raises `CancelledError` once the job is stopped."""


class JobSignals(QObject):
    """What a job emits; receivers in the window's thread get it through their event loop."""

    progressed = Signal(str, float)  # stage, share done
    done = Signal(object)  # the result
    failed = Signal(object)  # a Problem
    stopped = Signal()
    ended = Signal()  # after any of the three above


class Job(QRunnable):
    """One piece of work; ``work`` runs in a thread of the pool."""

    def __init__(self, work: Work[object]) -> None:
        super().__init__()
        self.signals = JobSignals()
        self._work = work
        self._stop = Event()
        self.over = Event()
        self.setAutoDelete(False)  # Python owns it: `Jobs` keeps it until it has ended

    def stop(self) -> None:
        """Ask the job to end at its next report of progress; its result is not emitted."""
        self._stop.set()

    def run(self) -> None:
        """Do the work and emit what came of it; no error leaves this thread."""
        work, self._work = self._work, _nothing  # what it was given, a password perhaps, goes when it is done
        try:
            result = work(self._report)
        except CancelledError:
            self.signals.stopped.emit()
        except Exception as error:  # noqa: BLE001 - whatever it is, the window must say so and go on
            # The detail may quote the file: only the kind of error is logged, with where it arose.
            _log.error("job failed: %s at %s", type(error).__name__, _origin(error))
            self.signals.failed.emit(problem_of(error))
        else:
            if self._stop.is_set():
                self.signals.stopped.emit()
            else:
                self.signals.done.emit(result)
        self.over.set()
        self.signals.ended.emit()

    def _report(self, stage: str, share: float) -> None:
        if self._stop.is_set():
            raise CancelledError
        self.signals.progressed.emit(stage, share)


class Jobs(QObject):
    """Starts jobs and joins them in the end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_THREADS)
        self._running: list[Job] = []

    def start(self, job: Job) -> None:
        """Run ``job`` as soon as a thread is free."""
        self._running = [*(other for other in self._running if not other.over.is_set()), job]
        self._pool.start(job)

    def join(self) -> None:
        """Stop all jobs and wait for them."""
        for job in self._running:
            job.stop()
        self._pool.waitForDone()
        self._running.clear()


def _nothing(_progress: Progress) -> object:
    return None


def _origin(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "unknown"
