"""One worker process as its parent sees it: started, given a file, listened to, ended with all it started."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from enum import Enum
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import IO, Final

from extractors.errors import (
    ReaderCrashedError,
    ReadingTimeoutError,
    TooLargeError,
    UnreadableFileError,
)
from extractors.isolation.limits import Limits
from extractors.isolation.messages import Answer, BrokenMessageError, Failure, Job, Told, receive_answer, send_job
from extractors.isolation.private import copy_privately
from extractors.model import Contract, RevisionView
from extractors.text import Progress

WORKER_ARGUMENT: Final = "--reading-worker"
"""The first argument with which a packaged program, which has no ``-m``, is to call `worker.main`."""

_ROOT: Final = Path(__file__).resolve().parents[2]
_LISTEN: Final = 0.1  # seconds between two looks at the clock and at the wish to cancel
_LAST_BREATH: Final = 2.0  # seconds between the end of a worker's pipe and its own


class _Silence(Enum):
    SO_FAR = "nothing was said for a moment"
    FOR_EVER = "nothing more will be said"


class WorkerGoneError(Exception):
    """The worker was dead before it began with the file."""


class WorkerProcess:
    """A worker; it reads one file at a time. `end` must be called in the end."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="shenyue-"))  # only this user may enter
        self._ended = False
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter
            _command(self.folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self.folder,
            env=_environment(self.folder),
            start_new_session=True,  # so that it can be ended with what it started, and hears no Ctrl-C
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows only
        )
        self._answers: SimpleQueue[Answer | _Silence] = SimpleQueue()
        Thread(target=_listen, args=(_pipe(self._process.stdout), self._answers), daemon=True).start()

    @property
    def alive(self) -> bool:
        """Whether it can take another file."""
        return not self._ended and self._process.poll() is None

    def read(
        self, path: Path, password: str | None, progress: Progress | None, limits: Limits, revisions: RevisionView
    ) -> Contract:
        """What `extractors.read` gives or raises, and what ``progress`` raises: after the latter, call `end`.

        Raises `FileChangedError`, `ReadingTimeoutError` or `ReaderCrashedError` beyond that, and `WorkerGoneError`.
        """
        inner = Path(tempfile.mkdtemp(dir=self.folder))
        try:
            copy = copy_privately(path, inner)
            try:
                send_job(_pipe(self._process.stdin), Job(str(copy), password, limits, revisions))
            except OSError as error:
                raise WorkerGoneError from error
            return self._outcome(progress or (lambda _stage, _share: None), limits)
        finally:
            shutil.rmtree(inner, ignore_errors=True)

    def end(self) -> None:
        """Kill the process and what it started; remove its folder."""
        if self._ended:
            return
        self._ended = True
        _kill(self._process)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                _pipe(pipe).close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _outcome(self, progress: Progress, limits: Limits) -> Contract:
        begun = heard = monotonic()
        told: Told | None = None
        while True:
            answer = self._heard()
            now = monotonic()
            if isinstance(answer, Contract):
                return answer
            if isinstance(answer, Failure):
                raise _error(answer)
            if answer is _Silence.FOR_EVER:
                raise WorkerGoneError if told is None else self._death()
            if isinstance(answer, Told):
                told, heard = answer, now
            if now - heard > limits.seconds or now - begun > limits.total_seconds:
                self.end()
                raise ReadingTimeoutError(f"{now - begun:.1f} s")
            if told is not None and told.stage:
                progress(told.stage, told.share)  # also where nothing is new: the user may have cancelled

    def _heard(self) -> Answer | _Silence:
        try:
            return self._answers.get(timeout=_LISTEN)
        except Empty:
            return _Silence.SO_FAR

    def _death(self) -> UnreadableFileError:
        """The error for a worker that ended, or talked nonsense, in the middle of a file."""
        try:
            code = self._process.wait(_LAST_BREATH)
        except subprocess.TimeoutExpired:
            code = None
        self.end()
        if sys.platform != "win32":
            if code == -signal.SIGXCPU:
                return ReadingTimeoutError("processor time")
            if code == -signal.SIGKILL:  # not by us: the system was short of memory
                return TooLargeError("killed")
        return ReaderCrashedError(f"exit code {code}")


def _command(folder: Path) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_ARGUMENT, str(folder)]
    return [sys.executable, "-P", "-m", "extractors.isolation.worker", str(folder)]


def _environment(folder: Path) -> dict[str, str]:
    """Ours, with all temporary files in ``folder``."""
    where = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))
    return {**os.environ, **temporary, "PYTHONPATH": where, "PYTHONUTF8": "1", "MALLOC_ARENA_MAX": "2"}


def _listen(stream: IO[bytes], answers: SimpleQueue[Answer | _Silence]) -> None:
    """Pass on what the worker says until it says no more, or what makes no sense."""
    with suppress(OSError, ValueError, BrokenMessageError):
        while (answer := receive_answer(stream)) is not None:
            answers.put(answer)
    answers.put(_Silence.FOR_EVER)


def _error(failure: Failure) -> UnreadableFileError:
    """The named error with the code that a worker sent."""
    kinds = [UnreadableFileError]
    for kind in kinds:  # grows while it runs: subclasses of subclasses count too
        if kind.code == failure.code and kind is not UnreadableFileError:
            return kind(failure.detail)
        kinds += kind.__subclasses__()
    return UnreadableFileError(failure.detail)


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ValueError("started without pipes")
    return pipe


def _kill(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True)  # noqa: S603, S607
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
