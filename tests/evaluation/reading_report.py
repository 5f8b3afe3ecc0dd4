"""``python tests/evaluation/reading_report.py FILE_OR_FOLDER…``: what was read of each file, and what could not be.

Prints per file: pages, characters, blocks, table rows, clauses by level, facts by kind, asides, frames, notices.
"""

from __future__ import annotations

import dataclasses
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parent.parent.parent)

from extractors import read  # noqa: E402 - after the path is set
from extractors.errors import UnreadableFileError  # noqa: E402
from extractors.model import BlockKind, Contract  # noqa: E402

_CONTRACTS = {".docx", ".pdf", ".txt", ".md"}


def main(arguments: list[str]) -> int:
    """Report on every file named, and every contract in the folders named. Returns how many could not be read."""
    unread = 0
    for path in _files(arguments):
        started = time.process_time()
        try:
            contract = read(path)
        except UnreadableFileError as error:
            unread += 1
            print(f"{path.name}\n  not read: {error.code} {error.sentence}")
            continue
        print(f"{path.name}  ({time.process_time() - started:.2f} s)")
        for name, value in _lines(contract):
            print(f"  {name:<12}{value}")
    return unread


def _files(arguments: list[str]) -> Iterator[Path]:
    for argument in map(Path, arguments):
        if argument.is_dir():
            yield from sorted(path for path in argument.rglob("*") if path.suffix.lower() in _CONTRACTS)
        else:
            yield argument


def _lines(contract: Contract) -> Iterator[tuple[str, str]]:
    document = contract.document
    rows = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    tables = len({row.table for row in rows})
    yield "pages", str(document.pages or "unknown")
    yield "text", f"{len(document.text)} characters, {len(document.blocks)} blocks, {len(rows)} rows of {tables} tables"
    yield "asides", _counted(aside.kind.value for aside in document.asides)
    yield "type", contract.type.name or "cannot be told"
    yield "clauses", f"{len(contract.clauses)}: {_counted(f'level {clause.level}' for clause in contract.clauses)}"
    yield "regions", _counted(region.kind.value for region in contract.regions)
    yield "sentences", f"{len(contract.sentences)}, {len(contract.frames)} frames"
    facts = ((field.name, len(getattr(contract.facts, field.name))) for field in dataclasses.fields(contract.facts))
    yield "facts", ", ".join(f"{name} {count}" for name, count in facts)
    yield "parties", "; ".join(f"{party.role} {party.name or '(blank)'}" for party in contract.facts.parties)
    for notice in document.notices:
        yield "notice", f"{notice.code}: {notice.message}"


def _counted(names: Iterator[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(Counter(names).items())) or "none"


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
