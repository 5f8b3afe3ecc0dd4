"""The clause tree of a contract, and the parts that are not clauses."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from extractors.clauses.attached import attached_documents
from extractors.clauses.headings import titled
from extractors.clauses.labels import Label
from extractors.clauses.lines import Line, lines_of
from extractors.clauses.marks import Mark, Opening, labelled
from extractors.clauses.nesting import nest
from extractors.clauses.regions import head_regions, late_head
from extractors.clauses.signature import signature_blocks
from extractors.clauses.tree import build
from extractors.model import Clause, Document, Region, RegionKind, Span


@dataclass(frozen=True)
class Structure:
    """A contract's clauses in order of the text, and its regions; both point into the document's text."""

    clauses: tuple[Clause, ...]
    regions: tuple[Region, ...]


def segment(document: Document) -> Structure:
    """The clauses and regions of ``document``; never fails, and gives no clauses where none can be seen.

    Time grows linearly with the length of the text.
    """
    lines = lines_of(document)
    labels = labelled(lines)
    late = late_head(lines, labels)
    signatures = [block for block in signature_blocks(lines, labels) if late is None or block[0] >= late[1]]
    marks = _marks(lines, labels, signatures)
    signed = [Span(lines[first].start, lines[last].end) for first, last in signatures]
    head = head_regions(lines[: marks[0].line] if marks else lines)
    breaks = list(signatures)
    if late is not None:
        breaks.insert(0, (late[0], late[1] - 1))
        head += head_regions(lines[late[0] : late[1]])
    stops = [Span(lines[first].start, lines[last].end) for first, last in breaks]
    clauses = build(lines, marks, nest(marks, _after(marks, breaks)), stops)
    regions = [*head, *(Region(RegionKind.SIGNATURE, span) for span in signed)]
    return Structure(clauses, tuple(sorted(regions, key=lambda region: region.span)))


def _marks(lines: tuple[Line, ...], labels: dict[int, Label], signatures: list[tuple[int, int]]) -> list[Mark]:
    attached = attached_documents(lines, labels, signatures)
    closed = {index for first, last in signatures for index in range(first, last + 1)} | set(attached)
    end = min([*attached, *(first for first, _ in signatures), len(lines)])
    marks = {index: Mark(index, Opening.LABEL, label) for index, label in labels.items()}
    marks |= titled(lines, labels, frozenset(closed), end)
    marks |= {index: Mark(index, Opening.ATTACHMENT) for index in attached}
    return [marks[index] for index in sorted(marks)]


def _after(marks: list[Mark], blocks: list[tuple[int, int]]) -> frozenset[int]:
    """Indices of the first marks after each block that closes all clauses."""
    starts = [mark.line for mark in marks]
    found = (bisect_right(starts, last) for _, last in blocks)
    return frozenset(index for index in found if index < len(marks))
