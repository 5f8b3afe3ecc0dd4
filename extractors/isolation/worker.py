"""The process that reads untrusted files, one after the other, until its parent closes the pipe or is gone."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
import traceback
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO, Final

from extractors.errors import ReaderCrashedError, TooLargeError, UnreadableFileError
from extractors.isolation.limits import bind_process, memory_is_short
from extractors.isolation.messages import Answer, Failure, Job, Told, receive_job, send_answer
from extractors.model import Contract

_NETWORK: Final = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.bind")
_KILL: Final = getattr(signal, "SIGKILL", signal.SIGTERM)  # Windows has none
_GRACE: Final = 0.5  # seconds for programs we started to end before their folder is removed


def main(folder: Path) -> int:
    """Serve jobs from standard input; answers go to standard output. ``folder`` is private to this process."""
    answers = _own_output()
    jobs: SimpleQueue[Job] = SimpleQueue()
    sys.addaudithook(_refuse_network)
    signal.signal(signal.SIGTERM, lambda _number, _frame: None)  # see _end_with_parent; the parent kills outright
    Thread(target=_take_jobs, args=(jobs, folder), daemon=True).start()
    _prepare(jobs)
    try:
        _serve(jobs, answers)
    except BrokenPipeError:
        _end_with_parent(folder)
    return 0


def _serve(jobs: SimpleQueue[Job], answers: IO[bytes]) -> None:
    """Answer job after job, until one has taken so much memory that a new process is better."""
    short = False
    while not short:
        job = jobs.get()
        send_answer(answers, Told("", 0.0))  # from here on the file is to blame
        answer = _read(job, answers)
        short = memory_is_short(job.limits)
        send_answer(answers, _explained(answer, short=short))


def _own_output() -> IO[bytes]:
    """Standard output for answers alone: what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return answers


def _refuse_network(event: str, _arguments: tuple[object, ...]) -> None:
    if event in _NETWORK:
        raise PermissionError("no network")


def _take_jobs(jobs: SimpleQueue[Job], folder: Path) -> None:
    """Pass on what the parent sends; without a parent nothing of this process may stay."""
    with os.fdopen(0, "rb") as stream:
        while (job := receive_job(stream)) is not None:
            jobs.put(job)
    _end_with_parent(folder)


def _end_with_parent(folder: Path) -> None:
    _signal_group(signal.SIGTERM)  # what we started; we do not heed it ourselves
    shutil.rmtree(folder, ignore_errors=True)
    _signal_group(_KILL)
    os._exit(0)


def _signal_group(number: int) -> None:
    """Tell all processes of our group; not where the group is somebody else's."""
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), number)
        time.sleep(_GRACE)


def _prepare(jobs: SimpleQueue[Job]) -> None:
    """Load what readings need while no job waits, so that the first one finds it there."""
    for load in (_load_finders, _load_docx, _load_pdf):
        if not jobs.empty():
            return
        load()


def _load_finders() -> None:
    from extractors import read_text

    read_text("第一条 定金\n甲方应在3日内支付定金1万元。")


def _load_docx() -> None:
    import docx.package  # noqa: F401 - for its loading

    import extractors.docx  # noqa: F401 - for its loading


def _load_pdf() -> None:
    import extractors.pdf  # noqa: F401 - for its loading


def _read(job: Job, answers: IO[bytes]) -> Contract | Failure:
    """The contract, or why there is none; no error of a reader leaves this function."""
    from extractors import read

    def tell(stage: str, share: float) -> None:
        send_answer(answers, Told(stage, share))

    bind_process(job.limits)
    try:
        return read(Path(job.path), tell, job.password, revisions=job.revisions)
    except UnreadableFileError as error:
        return Failure(error.code, error.detail)
    except MemoryError:
        return Failure(TooLargeError.code, "memory")
    except Exception as error:  # noqa: BLE001 - whatever a broken file makes of a reader has a name
        return Failure(ReaderCrashedError.code, f"{type(error).__name__} at {_origin(error)}")


def _explained(answer: Contract | Failure, *, short: bool) -> Answer:
    """Libraries call it a broken file, or nothing at all, when their memory runs out."""
    if short and isinstance(answer, Failure):
        return Failure(TooLargeError.code, f"memory, then {answer.code}")
    return answer


def _origin(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "unknown"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
