"""How much time, memory and disk the reading of one file may take, and how the worker binds itself to that.

POSIX systems have resource limits (setrlimit(2)). Windows has none of that kind: there the parent's clock is the
only limit, and the size of files and of what they unpack to is checked by the readers.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_MEGABYTE: Final = 1024**2
_LARGEST_TEMPORARY_FILE: Final = 512 * _MEGABYTE
_NEARLY_ALL: Final = 0.75  # a reader that fails with so much of its memory in use failed for want of memory


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost.

    ``memory_mb``: memory of the worker in megabytes (Linux and most POSIX systems).
    ``seconds``: the longest time without any word of progress; to find the lines of a scanned page takes 3 to 30.
    ``total_seconds``: the longest time in all, by the clock and for each processor.
    """

    memory_mb: int = 2048
    seconds: float = 120.0
    total_seconds: float = 1800.0


def bind_process(limits: Limits) -> None:
    """Bind this process, and what it starts, to ``limits`` from now on; does what the platform offers.

    The data segment is limited rather than the address space: thread stacks and arenas of native libraries reserve
    far more addresses than they use, the more so the more processors there are.
    """
    if sys.platform == "win32":
        return
    import resource

    usage = resource.getrusage(resource.RUSAGE_SELF)
    threads = os.cpu_count() or 1  # text recognition uses them all, and their seconds add up
    processor = int(usage.ru_utime + usage.ru_stime + limits.total_seconds * threads) + 1
    wanted = (
        (resource.RLIMIT_DATA, limits.memory_mb * _MEGABYTE),
        (resource.RLIMIT_CPU, processor),
        (resource.RLIMIT_FSIZE, _LARGEST_TEMPORARY_FILE),
        (resource.RLIMIT_CORE, 0),  # a dump would hold the text of the contract
    )
    for kind, amount in wanted:
        _, hard = resource.getrlimit(kind)
        most = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, hard))


def memory_is_short(limits: Limits) -> bool:
    """Whether this process has come near its limit of memory at any time."""
    if sys.platform == "win32":
        return False
    return _peak_megabytes() > limits.memory_mb * _NEARLY_ALL


def _peak_megabytes() -> float:
    """The most memory this process has held. On Linux ru_maxrss starts at what the parent held when it started us
    (getrusage(2): it outlives execve), so there the kernel's own count for this program is read (proc(5), VmHWM)."""
    with suppress(OSError, ValueError), Path("/proc/self/status").open() as status:
        peaks = [line.split()[1] for line in status if line.startswith("VmHWM:")]
        if peaks:
            return int(peaks[0]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (_MEGABYTE if sys.platform == "darwin" else 1024)
