"""Several files as one contract: the main contract, and the others as its attached documents."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import Final, TypeVar

from extractors.clauses import Structure
from extractors.entities.numerals import number
from extractors.errors import UnreadableFileError
from extractors.model import (
    Block,
    Clause,
    ClauseKind,
    Comment,
    Contract,
    Document,
    Notice,
    Part,
    Place,
    Region,
    RegionKind,
    Revision,
    Span,
)
from extractors.text import Progress
from extractors.understanding import understand

_LABEL: Final = re.compile(r"(?P<label>附\s*[件录表]\s*(?P<number>[一二三四五六七八九十]{1,3}|\d{1,2}|[A-H])?)")
_JOINT: Final = r"[\s：:、.．\-－—_（(《“]*"
_HEADING_LENGTH: Final = 40
_NAME_LENGTH: Final = 3  # a shorter name says nothing
_BETWEEN: Final = "\n"

Placed = TypeVar("Placed", Place, Region)
Remark = TypeVar("Remark", Revision, Comment)
ReadOne = Callable[[Path, Progress], Contract]


def read_each(paths: Sequence[Path], read: ReadOne, progress: Progress | None) -> list[Contract]:
    """The contract in each of ``paths``; of the ``progress`` of each the share of all is told."""
    found: list[Contract] = []
    for path in paths:

        def tell(stage: str, done: float) -> None:
            if progress is not None:
                progress(stage, (len(found) + done) / len(paths))

        try:
            found.append(read(path, tell))
        except UnreadableFileError as error:
            error.file = path.name
            raise
    return found


def combine(contracts: Sequence[Contract]) -> Contract:
    """One contract made of ``contracts``, which are of one file each; a single one is given back as it is.

    The main contract comes first: the one with parties and signatures, or the longest. Each other one is a clause of
    level 0, named as it names itself, or as the main contract or its file does, so that references find it.
    """
    if len(contracts) == 1:
        return contracts[0]
    main = max(contracts, key=_standing)
    annexes = sorted((_annex(each, main) for each in contracts if each is not main), key=_order)
    files = [main, *(annex.contract for annex in annexes)]
    document = _joined([each.document for each in files])
    clauses = _Clauses()
    clauses.add_main(main, annexes)
    for annex, part in zip(annexes, document.parts[1:], strict=True):
        clauses.add_annex(annex, part.span)
    regions = [*main.regions]
    for annex, part in zip(annexes, document.parts[1:], strict=True):
        signed = (region for region in annex.contract.regions if region.kind is RegionKind.SIGNATURE)
        regions += _shifted(signed, part.span.start)
    return understand(document, structure=Structure(tuple(clauses.found), tuple(regions)))


# ── which is which ──


@dataclass(frozen=True, slots=True)
class _Annex:
    """An attached document; ``label`` (附件二) is empty where nothing tells it."""

    contract: Contract
    label: str
    title: str

    @property
    def number(self) -> str:
        return _number(self.label)


def _standing(contract: Contract) -> tuple[bool, bool, bool, int]:
    """How much a file looks like the main contract."""
    named = any(_LABEL.match(name) for name in (_heading(contract), contract.document.name))
    parties = sum(party.span is not None for party in contract.facts.parties) > 1
    return not named, parties, contract.region(RegionKind.SIGNATURE) is not None, len(contract.text)


def _order(annex: _Annex) -> tuple[bool, int]:
    return not annex.number, int(annex.number) if annex.number.isdigit() else ord(annex.number or "A")


def _annex(contract: Contract, main: Contract) -> _Annex:
    heading, stem = _heading(contract), Path(contract.document.name).stem
    found = next((match for name in (heading, stem) if (match := _LABEL.match(name)) and match["number"]), None)
    title = _LABEL.sub("", heading, count=1).strip(" \t　：:、.-《》“”") or _second_line(contract)
    title = title or _LABEL.sub("", stem, count=1).strip(" \t　：:、.-_《》“”") or stem
    label = "".join(found["label"].split()) if found else _label_in(main.text, (title, stem))
    return _Annex(contract, label, title)


def _heading(contract: Contract) -> str:
    """The first line, where it is short enough for a title."""
    first = contract.text.split("\n", 1)[0].strip()
    return first if len(first) <= _HEADING_LENGTH and not first.endswith(("。", "；")) else ""


def _second_line(contract: Contract) -> str:
    lines = contract.text.split("\n", 2)
    second = lines[1].strip() if len(lines) > 1 else ""
    return second if len(second) <= _HEADING_LENGTH and not second.endswith(("。", "；", "，")) else ""


def _label_in(text: str, names: Iterable[str]) -> str:
    """What the main contract calls a paper of one of these names: 附件二：《服务清单》, 《服务清单》（附件二）."""
    for name in names:
        if len(name) < _NAME_LENGTH:
            continue
        words = re.escape(name)
        before = re.search(rf"{_LABEL.pattern}{_JOINT}{words}", text)
        after = re.search(rf"{words}[》”]?\s*[（(][见详]{{0,2}}{_LABEL.pattern}", text)
        for match in (before, after):
            if match and match["number"]:
                return "".join(match["label"].split())
    return ""


def _number(label: str) -> str:
    match = _LABEL.match(label)
    written = (match["number"] or "") if match else ""
    value = number(written) if written else None
    return written if value is None else str(int(value))


# ── text ──


def _joined(documents: Sequence[Document]) -> Document:
    main = documents[0]
    lengths = (len(document.text) + len(_BETWEEN) for document in documents[:-1])
    starts = list(accumulate(lengths, initial=0))
    placed = list(zip(documents, starts, strict=True))
    hashes = "\n".join(document.sha256 for document in documents)
    return Document(
        name=main.name,
        kind=main.kind,
        sha256=hashlib.sha256(hashes.encode()).hexdigest(),
        text=_BETWEEN.join(document.text for document in documents),
        blocks=tuple(_blocks(placed)),
        places=tuple(place for document, start in placed for place in _shifted(document.places, start)),
        asides=tuple(aside for document in documents for aside in document.asides),
        notices=tuple(_notice(document, notice) for document in documents for notice in document.notices),
        revisions=tuple(item for document, start in placed for item in _anchored(document.revisions, start)),
        comments=tuple(item for document, start in placed for item in _anchored(document.comments, start)),
        parts=tuple(
            Part(document.name, document.kind, document.sha256, Span(start, start + len(document.text)))
            for document, start in placed
        ),
    )


def _blocks(placed: Iterable[tuple[Document, int]]) -> Iterator[Block]:
    tables = 0
    for document, start in placed:
        for block in document.blocks:
            table = None if block.table is None else block.table + tables
            yield replace(block, span=block.span.shifted(start), table=table)
        tables += max((block.table + 1 for block in document.blocks if block.table is not None), default=0)


def _notice(document: Document, notice: Notice) -> Notice:
    return replace(notice, message=f"{document.name}：{notice.message}")


def _shifted(items: Iterable[Placed], by: int) -> Iterator[Placed]:
    return (replace(item, span=item.span.shifted(by)) for item in items)


def _anchored(items: Iterable[Remark], by: int) -> Iterator[Remark]:
    return (replace(item, span=None if item.span is None else item.span.shifted(by)) for item in items)


# ── clauses ──


class _Clauses:
    """The clauses of all files, in order of the text."""

    def __init__(self) -> None:
        self.found: list[Clause] = []
        self._ids: set[str] = set()

    def add_main(self, main: Contract, annexes: Sequence[_Annex]) -> None:
        """The main contract's clauses, but for bare headings of attachments that follow as files."""
        bare = {clause.index for clause in main.clauses if any(_announces(main, clause, annex) for annex in annexes)}
        self._add([clause for clause in main.clauses if clause.index not in bare], 0, None, "")

    def add_annex(self, annex: _Annex, span: Span) -> None:
        """The attached document as a clause of level 0, and its clauses below it."""
        clauses = list(annex.contract.clauses)
        if clauses and clauses[0].level == 0 and not annex.contract.text[: clauses[0].span.start].strip():
            del clauses[0]
        inner = next((clause.span.start for clause in clauses if clause.level == 0), len(span))
        own = min((clause.span.start for clause in clauses), default=inner)
        head = Clause(
            index=len(self.found),
            id=self._free_id(annex.label or annex.title),
            label=annex.label,
            title=annex.title,
            level=0,
            span=Span(span.start, span.start + inner),
            own=Span(span.start, span.start + own),
            parent=None,
            kind=ClauseKind.ATTACHMENT,
        )
        self.found.append(head)
        self._add(clauses, span.start, head, head.id)

    def _add(self, clauses: Iterable[Clause], by: int, above: Clause | None, prefix: str) -> None:
        indices: dict[int, int] = {}
        for clause in clauses:
            indices[clause.index] = len(self.found)
            parent = indices.get(clause.parent) if clause.parent is not None else None
            if parent is None and above is not None and clause.level:
                parent = above.index
            name = f"{prefix}/{clause.id}" if prefix else clause.id
            moved = replace(clause, index=len(self.found), id=self._free_id(name), parent=parent)
            self.found.append(replace(moved, span=clause.span.shifted(by), own=clause.own.shifted(by)))

    def _free_id(self, wanted: str) -> str:
        free, count = wanted, 1
        while free in self._ids:
            count += 1
            free = f"{wanted}#{count}"
        self._ids.add(free)
        return free


def _announces(main: Contract, clause: Clause, annex: _Annex) -> bool:
    """Whether ``clause`` is no more than the heading under which ``annex`` would stand in one file."""
    text = clause.span.of(main.text).strip()
    if clause.level != 0 or "\n" in text:
        return False
    same = bool(annex.number) and _number(text) == annex.number
    return same or (len(annex.title) >= _NAME_LENGTH and annex.title in text)
