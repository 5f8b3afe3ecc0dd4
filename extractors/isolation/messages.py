"""What parent and worker say to each other over two pipes, and how it is put into bytes.

The parent does not trust the worker, which may have been taken over by the file it reads: the contract that comes
back is unpickled by a reader that knows the classes of `extractors.model` and nothing else.
"""

from __future__ import annotations

import copyreg
import io
import json
import pickle
import struct
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import IO, Final

from extractors import model
from extractors.isolation.limits import Limits
from extractors.model import Contract, RevisionView

_HEADER: Final = struct.Struct(">cI")  # kind of message, length of what follows
_MOST_BYTES: Final = 512 * 1024**2
_VALUES: Final = {("datetime", "date"): date, ("datetime", "datetime"): datetime, ("decimal", "Decimal"): Decimal}


class Kind(Enum):
    """The kinds of message."""

    JOB = b"J"
    PROGRESS = b"P"
    CONTRACT = b"C"
    FAILURE = b"F"


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read: ``path`` is the private copy."""

    path: str
    password: str | None
    limits: Limits
    revisions: RevisionView = "accepted"


@dataclass(frozen=True, slots=True)
class Told:
    """How far the reading is."""

    stage: str
    share: float


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file could not be read: ``code`` of an `UnreadableFileError`, ``detail`` for the log."""

    code: str
    detail: str


class BrokenMessageError(Exception):
    """What came over the pipe is not a message of ours."""


Answer = Told | Failure | Contract


def send_job(stream: IO[bytes], job: Job) -> None:
    """Hand ``job`` to a worker."""
    _send(stream, Kind.JOB, pickle.dumps(job))


def receive_job(stream: IO[bytes]) -> Job | None:
    """The next job; None when the parent is gone."""
    message = _receive(stream)
    if message is None:
        return None
    job: Job = pickle.loads(message[1])  # noqa: S301 - from our own parent
    return job


def send_answer(stream: IO[bytes], answer: Answer) -> None:
    """Tell the parent."""
    if isinstance(answer, Told):
        _send(stream, Kind.PROGRESS, json.dumps([answer.stage, answer.share]).encode())
    elif isinstance(answer, Failure):
        _send(stream, Kind.FAILURE, json.dumps([answer.code, answer.detail]).encode())
    else:
        _send(stream, Kind.CONTRACT, _pickled(answer))


def receive_answer(stream: IO[bytes]) -> Answer | None:
    """The next answer; None when the worker is gone. `BrokenMessageError` for anything that is no answer."""
    message = _receive(stream)
    if message is None:
        return None
    kind, payload = message
    try:
        return _answer(kind, payload)
    except Exception as error:
        # Whatever a hostile payload makes of json or pickle, it is the same to the parent.
        raise BrokenMessageError(type(error).__name__) from error


def _answer(kind: Kind, payload: bytes) -> Answer:
    if kind is Kind.CONTRACT:
        contract = _ContractUnpickler(io.BytesIO(payload)).load()
        if not isinstance(contract, Contract):
            raise BrokenMessageError("no contract")
        return contract
    first, second = json.loads(payload)
    if kind is Kind.PROGRESS:
        return Told(str(first), float(second))
    if kind is Kind.FAILURE:
        return Failure(str(first), str(second))
    raise BrokenMessageError(kind.name)


def _by_value(member: Enum) -> tuple[type[Enum], tuple[object]]:
    return type(member), (member.value,)


_ENUMS: Final = [kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, Enum)]


def _pickled(contract: Contract) -> bytes:
    """``contract`` in bytes. Enums go by value: Python before 3.11.4 would ask the parent for ``getattr``."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)
    reducers = copyreg.dispatch_table.copy()
    for kind in _ENUMS:
        reducers[kind] = _by_value
    pickler.dispatch_table = reducers
    pickler.dump(contract)
    return buffer.getvalue()


class _ContractUnpickler(pickle.Unpickler):
    """Makes values of the model, dates and decimals; refuses every other class and every function."""

    def find_class(self, module: str, name: str) -> object:
        """The class called ``name`` in ``module``; `BrokenMessageError` where it is none of ours."""
        if (module, name) in _VALUES:
            return _VALUES[module, name]
        found = getattr(model, name, None) if module == model.__name__ else None
        if not isinstance(found, type) or found.__module__ != model.__name__:
            raise BrokenMessageError(f"{module}.{name}")
        return found


def _send(stream: IO[bytes], kind: Kind, payload: bytes) -> None:
    stream.write(_HEADER.pack(kind.value, len(payload)))
    stream.write(payload)
    stream.flush()


def _receive(stream: IO[bytes]) -> tuple[Kind, bytes] | None:
    header = stream.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return None
    code, length = _HEADER.unpack(header)
    if length > _MOST_BYTES or code not in {kind.value for kind in Kind}:
        raise BrokenMessageError("header")
    payload = stream.read(length)
    return (Kind(code), payload) if len(payload) == length else None
