"""Places left open."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.model import Blank, ClauseKind, RegionKind, Span
from rules.context import Context
from rules.model import Severity
from rules.patterns import Pattern, any_occurs, compile_pattern
from rules.rule import Finder, Match
from rules.tables import Table

_REACH = 80  # characters from the first blank of a clause within which others are quoted with it
_LEAD, _TAIL = 36, 16  # characters quoted before the first and after the last of them
_PART = 2  # level
_ENDS = "，；。！？\n\t"
_HEAD = (RegionKind.TITLE, RegionKind.PARTIES)
_HAN = re.compile("[一-鿿]")
_DETAIL = (compile_pattern("法定代表人|代表|联系人|证件|身份证|执照|信用代码|编号|职务|律师"),)


@dataclass(frozen=True, slots=True)
class _KeyElement:
    """A kind of thing that may not stay open, with the words around it that make it so."""

    stands_for: frozenset[str]
    any: tuple[Pattern, ...]
    without: tuple[Pattern, ...]
    without_sentence: tuple[Pattern, ...]
    contract_has: tuple[Pattern, ...]
    preamble: bool

    def fits(self, blank: Blank, context: Context) -> bool:
        """Whether ``blank`` is of this kind, by the words around it."""
        if blank.stands_for not in self.stands_for or (self.preamble and not _in_preamble(blank, context)):
            return False
        if self.contract_has and not any_occurs(self.contract_has, context.canonical.text):
            return False
        near = context.canonical_of(_widened(blank.span, context))
        if (self.any and not any_occurs(self.any, near)) or any_occurs(self.without, near):
            return False
        return not any_occurs(self.without_sentence, _around(blank, context))


@dataclass(frozen=True, slots=True)
class _Blanks:
    keys: tuple[_KeyElement, ...]

    def __call__(self, context: Context) -> Iterator[Match]:
        """One finding for the blanks of one clause; those of key elements are quoted first."""
        groups: dict[int, list[Blank]] = defaultdict(list)
        for blank in context.contract.facts.blanks:
            if not context.signed(blank.span) and not _in_head(blank.span, context):
                groups[_home(blank, context)].append(blank)
        for blanks in groups.values():
            yield self._match(blanks, context)

    def _match(self, blanks: list[Blank], context: Context) -> Match:
        key = [blank for blank in blanks if self._is_key(blank, context)]
        first = (key or blanks)[0]
        near = [item for item in blanks if first.span.start - _LEAD <= item.span.start <= first.span.start]
        quote = _quote(near[0], blanks, context)
        return Match(
            quote,
            severity=None if key else Severity.LOW,
            harms="both",
            fields={"what": _kinds(key or blanks), "count": str(len(blanks))},
            places=tuple(blank.span for blank in blanks if not quote.covers(blank.span)),
            why=first.text,
        )

    def _is_key(self, blank: Blank, context: Context) -> bool:
        clause = context.clause_of(blank.span)
        if clause and context.contract.ancestors(clause)[-1].kind is ClauseKind.ATTACHMENT:
            return False  # an attached form is there to be filled in
        return any(key.fits(blank, context) for key in self.keys)


def _home(blank: Blank, context: Context) -> int:
    """The clause whose blanks are one finding: an article, or its numbered part, but not each item of a list."""
    clause = context.clause_of(blank.span)
    if clause is None:
        return -1
    above = context.contract.ancestors(clause)
    return next((item.index for item in above if item.level <= _PART), clause.index)


def parse_blanks(table: Table) -> Finder:
    """Blanks of the clauses (not of the head, not for signing); ``[[key]]`` says which of them are grave.

    A key has ``stands_for`` (kinds of blanks), ``any`` and ``without`` (patterns for the words between the commas),
    ``without_sentence``, ``contract_has``, and ``preamble`` where it counts only before the first clause.
    Fields: what (the kinds of thing left open), count.
    """
    return _Blanks(tuple(_key(row) for row in table.tables("key")))


def parse_blank_head(_table: Table) -> Finder:
    """Parties whose names are left open in the contract's head, as one finding. Fields: roles, count."""
    return _blank_head


def _key(row: Table) -> _KeyElement:
    key = _KeyElement(
        frozenset(row.texts("stands_for")),
        row.patterns("any"),
        row.patterns("without"),
        row.patterns("without_sentence"),
        row.patterns("contract_has"),
        row.flag("preamble", default=False),
    )
    row.close()
    return key


def _in_head(span: Span, context: Context) -> bool:
    """Whether ``span`` stands in the contract's head: title and parties, cover page included."""
    regions = context.contract.regions
    if any(region.kind in _HEAD and region.span.overlaps(span) for region in regions):
        return True
    preamble = context.contract.region(RegionKind.PREAMBLE)
    return preamble is not None and span.end <= preamble.span.start and context.clause_of(span) is None


def _in_preamble(blank: Blank, context: Context) -> bool:
    return any(
        region.kind is RegionKind.PREAMBLE and region.span.overlaps(blank.span) for region in context.contract.regions
    )


def _around(blank: Blank, context: Context) -> str:
    """The sentence of the blank and its line: a field is a line of its own, its label the sentence before."""
    sentence = context.sentence_of(blank.span)
    line = context.canonical_of(_line(blank.span, context))
    return f"{context.canonical_of(sentence.span)}\n{line}" if sentence else line


def _line(span: Span, context: Context) -> Span:
    text = context.contract.text
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))


def _kinds(blanks: list[Blank]) -> str:
    return "、".join(dict.fromkeys(blank.stands_for for blank in blanks if blank.stands_for != "其他")) or "内容"


def _quote(first: Blank, blanks: list[Blank], context: Context) -> Span:
    """The words around the first blank, together with the blanks that follow closely."""
    reach = first.span.start + _REACH
    end = max([first.span.end] + [item.span.end for item in blanks if first.span.start <= item.span.start < reach])
    return _widened(Span(first.span.start, min(end, max(reach, first.span.end))), context)


def _widened(span: Span, context: Context) -> Span:
    """``span`` with the words before and behind it, to the next comma; an empty field keeps its own label."""
    start, end = context.canonical.canonical(span)
    text = context.canonical.text
    low, high = max(start - _LEAD, 0), min(end + _TAIL, len(text))
    while start > low and text[start - 1] not in _ENDS:
        start -= 1
    while end < high and text[end] not in _ENDS:
        end += 1
    return context.canonical.original(start, max(end, start + 1))


def _blank_head(context: Context) -> Iterator[Match]:
    blanks = [blank for blank in context.contract.facts.blanks if _in_head(blank.span, context)]
    nameless = [party for party in context.contract.facts.parties if not party.name]
    spans = [party.span for party in nameless if party.span and _is_open(party.span, blanks, context)]
    if nameless and not spans:  # the line gives no role: {{委托人信息}}
        spans = [blank.span for blank in blanks if blank.stands_for == "当事人" and not _is_detail(blank, context)][:1]
    if not spans:
        return
    joined = Span(spans[0].start, max(span.end for span in spans))
    short = len(context.canonical_of(joined)) <= 2 * _REACH
    shown = joined if short else spans[0]
    if not _HAN.search(shown.of(context.contract.text)):  # a bare gap points at nothing
        shown = _line(shown, context)
    quote = context.canonical.original(*context.canonical.canonical(shown))
    yield Match(
        quote,
        harms="both",
        fields={"roles": "、".join(dict.fromkeys(party.role for party in nameless)), "count": str(len(blanks))},
        places=tuple(span for span in spans if not quote.covers(span)),
        why=nameless[0].role,
    )


def _is_open(span: Span, blanks: list[Blank], context: Context) -> bool:
    """Whether a party's line leaves a place for the name; 「用户」 in terms of service has none, and needs none."""
    line = Span(span.start, max(_line(span, context).end, span.end))
    return _in_head(span, context) and any(blank.span.overlaps(line) for blank in blanks)


def _is_detail(blank: Blank, context: Context) -> bool:
    """Whether the blank is for something about a party rather than its name."""
    line = _line(blank.span, context)
    return any_occurs(_DETAIL, context.canonical_of(Span(line.start, blank.span.end)))
