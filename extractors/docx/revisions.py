"""Tracked changes: what goes away in either view of the text, and each change as a fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Final

from extractors.docx import names as n
from extractors.docx.anchors import Anchors
from extractors.docx.names import Element
from extractors.docx.runs import units
from extractors.model import Revision, RevisionKind, RevisionView

REMOVED: Final[dict[RevisionView, frozenset[str]]] = {
    "accepted": frozenset((n.DEL, n.MOVE_FROM, n.CELL_DEL)),
    "rejected": frozenset((n.INS, n.MOVE_TO, n.CELL_INS)),
}
"""Elements whose text is not part of the text in this view."""

_KINDS: Final = {
    n.INS: RevisionKind.INSERTED,
    n.CELL_INS: RevisionKind.INSERTED,
    n.DEL: RevisionKind.DELETED,
    n.CELL_DEL: RevisionKind.DELETED,
    n.MOVE_FROM: RevisionKind.MOVED_FROM,
    n.MOVE_TO: RevisionKind.MOVED_TO,
}
_SILENT: Final = frozenset(n.w(name) for name in ("bookmarkStart", "bookmarkEnd", "proofErr"))
_HOLDERS: Final = frozenset((n.TR_PR, n.TC_PR))  # a change in these is of the whole row or cell


@dataclass(frozen=True, slots=True)
class _Change:
    """What neighbours must share to be one change."""

    kind: RevisionKind
    author: str
    date: datetime | None


def is_changed(root: Element) -> bool:
    """Whether there is a tracked change of text."""
    return next(root.iter(*_KINDS), None) is not None


def read_revisions(root: Element, anchors: Anchors) -> Iterator[Revision]:
    """Each tracked insertion, deletion and move of text below ``root``, in order; neighbours by one hand are one."""
    for change, elements in groupby(_joined(root), key=lambda item: item[:2]):
        runs = [run for _, _, element in elements for run in _runs(element)]
        text = _text(runs)
        if text.strip():
            what = change[1]
            yield Revision(what.kind, what.author, what.date, text, anchors.span_of(runs))


def when(text: str | None) -> datetime | None:
    """A ``w:date``, which Word writes as local time with the letter of universal time behind it."""
    try:
        return datetime.fromisoformat(text or "").replace(tzinfo=None)
    except ValueError:
        return None


def _joined(root: Element) -> Iterator[tuple[int, _Change, Element]]:
    """The changes below ``root``; those to be joined have the same number and are alike."""
    number = 0
    last: tuple[_Change, Element] | None = None
    for element in root.iter(*_KINDS):
        if next(element.iterancestors(n.FALLBACK), None) is not None:
            continue
        change = _Change(_KINDS[str(element.tag)], element.get(n.AUTHOR, "").strip(), when(element.get(n.DATE)))
        if last is None or last[0] != change or _neighbour(element) is not last[1]:
            number += 1
        last = (change, element)
        yield number, change, element


def _neighbour(element: Element) -> Element | None:
    """The sibling before ``element`` that shows something."""
    before = element.getprevious()
    while before is not None and before.tag in _SILENT:
        before = before.getprevious()
    return before


def _runs(element: Element) -> list[Element]:
    """The runs a change is about; of a row or cell those that have no change of their own."""
    holder = element.getparent()
    if holder is None or holder.tag not in _HOLDERS:
        return list(element.iter(n.R))
    whole = holder.getparent()
    runs = [] if whole is None else whole.iter(n.R)
    return [run for run in runs if next(run.iterancestors(*_KINDS), None) is None]


def _text(runs: list[Element]) -> str:
    """The text of ``runs``, with a line feed between paragraphs."""
    lines = groupby(runs, key=lambda run: next(run.iterancestors(n.P), None))
    return "\n".join("".join(unit for run in line for _, unit in units(run)) for _, line in lines)
