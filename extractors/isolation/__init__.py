"""Reading untrusted files in a process of their own: what a hostile file breaks is that process, not the program.

`read_isolated` is the door; it gives and raises what `extractors.read` does, within `Limits`.
"""

from extractors.isolation.limits import Limits
from extractors.isolation.process import WORKER_ARGUMENT
from extractors.isolation.reading import end_workers, prepare_worker, read_isolated

__all__ = ["WORKER_ARGUMENT", "Limits", "end_workers", "prepare_worker", "read_isolated"]
