"""Cutting a contract into sentences, and tying the items of a list to the stem that governs them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.clauses.attached import label_text
from extractors.clauses.labels import read_label
from extractors.clauses.lines import Line, lines_of
from extractors.model import Clause, ClauseKind, Document, Region, Sentence, Span

_ENDS = frozenset("。；！？;!?")
_CLOSERS = frozenset("”’」』》）)】]\"'")
_PAIRS = {"（": "）", "(": ")", "“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "【": "】", "[": "]"}
_CLOSING = frozenset(_PAIRS.values())
_COLON = re.compile(r"\s*[：:]")
_SIGNS = re.compile(f"[{re.escape(''.join([*sorted(_ENDS), *_PAIRS, *_PAIRS.values()]))}：:]")
_LONGEST_ASIDE = 150  # brackets around more than this do not hold a sentence together
# What announces a list even where it ends in a full stop: 有下列情形之一，乙方可以解除本合同。
_ANNOUNCES = re.compile(r"(?:下列|如下|以下)(?!简称|称)[^。；]{0,40}[。；]?$")
# An item of a list that runs on in its line: 包括：（1）…；（2）…
_INLINE_ITEM = re.compile(r"\s*(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳]|\d{1,2}[)）])\s*[、.．]?\s*")


class _Piece(NamedTuple):
    span: Span
    clause: int | None
    item: bool  # follows a number of its own inside the line


def split_sentences(document: Document, clauses: Sequence[Clause], regions: Sequence[Region]) -> tuple[Sentence, ...]:
    """All sentences of ``document`` in order, each with its clause and, for an item of a list, the stem above it.

    A sentence ends at 。；！？ outside brackets and quotes and at the end of a line; a table row is one sentence
    unless a cell holds several. The number of a clause is not part of its sentence, and a heading is a sentence of
    its own. Sentences in ``regions`` (parties, preamble, signatures) belong to no clause.
    """
    text = document.text
    stems = _Stems(text, clauses)
    found: list[Sentence] = []
    for piece in _pieces(document, clauses, regions):
        stem = stems.of(piece)
        found.append(Sentence(len(found), piece.span, piece.clause, stem))
    return tuple(found)


class _Stems:
    """Remembers, sentence by sentence, which stem (a sentence that ends in a colon) governs what follows."""

    def __init__(self, text: str, clauses: Sequence[Clause]) -> None:
        self._text = text
        self._clauses = clauses
        self._last_of: dict[int | None, Span] = {}  # the last sentence of each clause's own text
        self._stem: Span | None = None
        self._before: _Piece | None = None

    def of(self, piece: _Piece) -> Span | None:
        """The stem of ``piece``, which must come in order."""
        if self._before is None or piece.clause != self._before.clause:
            self._stem = self._inherited(piece.clause)
        elif self._open(self._before.span):
            self._stem = self._before.span if self._opens_list(piece) else self._stem
        elif not self._listed(self._before.span):
            self._stem = None
        self._before = piece
        self._last_of[piece.clause] = piece.span
        return self._stem

    def _inherited(self, clause: int | None) -> Span | None:
        parent = self._clauses[clause].parent if clause is not None else None
        last = self._last_of.get(parent) if parent is not None else None
        return last if last is not None and (self._open(last) or _ANNOUNCES.search(last.of(self._text))) else None

    def _open(self, span: Span) -> bool:
        return self._text[span.end - 1] in "：:"

    def _listed(self, span: Span) -> bool:
        return self._text[span.end - 1] in "；;"

    def _opens_list(self, piece: _Piece) -> bool:
        return piece.item or self._listed(piece.span)


def _pieces(document: Document, clauses: Sequence[Clause], regions: Sequence[Region]) -> Iterator[_Piece]:
    starts = [clause.span.start for clause in clauses]
    outside = sorted((region.span for region in regions), key=lambda span: span.start)
    outside_starts = [span.start for span in outside]
    for line in lines_of(document):
        place = bisect_right(outside_starts, line.start) - 1
        in_region = place >= 0 and line.start < outside[place].end
        clause = None if in_region else _innermost(clauses, starts, line.start)
        opened = clause if clause is not None and clauses[clause].span.start == line.start else None
        start = line.start
        if opened is not None:
            start += _label_length(line, clauses[opened])
        for span, item in _cut(document.text, line, start, clauses[opened].title if opened is not None else ""):
            yield _Piece(span, clause, item)


def _innermost(clauses: Sequence[Clause], starts: list[int], offset: int) -> int | None:
    index: int | None = bisect_right(starts, offset) - 1
    if index is None or index < 0:
        return None
    while index is not None and clauses[index].span.end <= offset:
        index = clauses[index].parent
    return index


def _label_length(line: Line, clause: Clause) -> int:
    if clause.kind is ClauseKind.ATTACHMENT:
        shown = len(label_text(line))
        return shown + len(line.text[shown:]) - len(line.text[shown:].lstrip(" \t\u3000：:、.．"))
    label = read_label(line.text) if clause.label else None
    return label.length if label is not None else 0


def _cut(text: str, line: Line, start: int, title: str) -> Iterator[tuple[Span, bool]]:
    """The sentences of one line from ``start`` on, and whether each is an item numbered inside the line."""
    for first, last in _cells(text, line, start):
        body = _after_title(text, first, last, title)
        if body > first:
            yield Span(first, body), False
        begin, item = _skip(text, body, last), False
        for end in _sentence_ends(text, begin, last):
            span = _stripped(text, begin, end)
            if span is not None:
                numbered = _INLINE_ITEM.match(text, span.start, span.end) if item or text[begin - 1] == "：" else None
                at = numbered.end() if numbered and numbered.end() < span.end else span.start
                yield Span(at, span.end), numbered is not None
                item = item or numbered is not None or text[span.end - 1] in "：:"
            begin = end


def _cells(text: str, line: Line, start: int) -> Iterator[tuple[int, int]]:
    """The stretches of a line that are cut apart: the cells of a table row with sentences in them, else all of it."""
    row = text[start : line.end]
    if not line.row or not any(end in row for end in "。；"):
        yield start, line.end
        return
    for cell in row.split("\t"):
        if cell.strip():
            yield start, start + len(cell)
        start += len(cell) + 1


def _after_title(text: str, start: int, end: int, title: str) -> int:
    """Where the text begins after a title that stands before a colon in the same line; ``start`` without one."""
    if not title or not text.startswith(title, start):
        return start
    after = start + len(title)
    colon = _COLON.match(text, after, end)
    return colon.end() if colon and colon.end() < end else start


def _sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Offsets after each sentence of a line, ``end`` last."""
    signs = [match.start() for match in _SIGNS.finditer(text, start, end)]
    held = _held(text, signs)
    for sign in signs:
        character, position = text[sign], sign + 1
        if character in _ENDS and sign not in held and not _within_word(text, position, end):
            while position < end and text[position] in _CLOSERS:
                position += 1
            yield position
        elif character in "：:" and _INLINE_ITEM.match(text, position, end):
            yield position
    yield end


def _within_word(text: str, position: int, end: int) -> bool:
    """Whether ASCII punctuation stands inside an address or a placeholder rather than at the end of a sentence."""
    return text[position - 1] in ";!?" and position < end and text[position].isascii() and not text[position].isspace()


def _held(text: str, signs: Sequence[int]) -> set[int]:
    """Which of the offsets in ``signs`` are sentence ends inside a pair of brackets or quotes."""
    open_: list[int] = []
    held: set[int] = set()
    ends: list[int] = []
    for position in signs:
        character = text[position]
        if character in _ENDS:
            ends.append(position)
        elif character in _PAIRS:
            open_.append(position)
        elif character in _CLOSING:
            while open_ and _PAIRS[text[open_[-1]]] != character:
                open_.pop()
            if open_:
                opened = open_.pop()
                if position - opened <= _LONGEST_ASIDE:
                    held.update(ends[bisect_right(ends, opened) :])
    return held


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _stripped(text: str, start: int, end: int) -> Span | None:
    start = _skip(text, start, end)
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None
