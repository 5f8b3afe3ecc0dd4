"""Reading damaged files one after the other as the program does, and counting what comes of it."""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from unittest.mock import patch

from extractors.errors import ReaderCrashedError, ReadingTimeoutError, UnreadableFileError
from extractors.isolation import Limits, end_workers, process, read_isolated
from tests.fuzz.mutate import mutated
from tests.fuzz.seeds import PASSWORD, make_seeds

LIMITS = Limits(memory_mb=1024, seconds=60, total_seconds=120)
_FAILURES = (ReaderCrashedError.code, ReadingTimeoutError.code, UnreadableFileError.code)
_REPORT_EVERY = 500


@dataclass
class Tally:
    """What came of the inputs: how often which outcome, and the inputs that failed."""

    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[int, str, str]] = field(default_factory=list)  # input, error code, detail
    slowest: tuple[float, int] = (0.0, -1)  # seconds, input


def fuzz(numbers: range, seed: int, keep: Path | None = None, say: Callable[[str], None] | None = None) -> Tally:
    """Read the inputs with these ``numbers`` under ``seed``; each is the same in every run.

    A reader that crashes, hangs or loses its worker is a failure; its input is written to the folder ``keep``.
    Anything but a named error ends the run.
    """
    tally, seeds = Tally(), make_seeds()
    with _own_workers(), tempfile.TemporaryDirectory(prefix="shenyue-fuzz-") as folder:
        for number in numbers:
            damaged = mutated(seeds, Random(f"{seed}:{number}"))  # noqa: S311 - to be the same every time
            path = Path(folder) / f"{number}{damaged.suffix}"
            path.write_bytes(damaged.data)
            _read(path, number, tally, keep)
            path.unlink()
            if say and (number + 1) % _REPORT_EVERY == 0:
                say(f"{number + 1}: {dict(tally.outcomes.most_common())}, {len(tally.failures)} failures")
    return tally


@contextmanager
def _own_workers() -> Iterator[None]:
    """Let files be read by `tests.fuzz.worker` while the block runs."""
    program = [sys.executable, str(Path(__file__).with_name("worker.py"))]
    end_workers()
    with patch.object(process, "_command", lambda folder: [*program, str(folder)]):
        yield
    end_workers()


def _read(path: Path, number: int, tally: Tally, keep: Path | None) -> None:
    begun = time.monotonic()
    try:
        read_isolated(path, password=PASSWORD, limits=LIMITS)
        outcome = "read"
    except UnreadableFileError as error:
        outcome = error.code
        if error.code in _FAILURES:
            tally.failures.append((number, error.code, error.detail))
            if keep is not None:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / path.name).write_bytes(path.read_bytes())
    tally.outcomes[f"{path.suffix} {outcome}"] += 1
    tally.slowest = max(tally.slowest, (time.monotonic() - begun, number))
