"""Places left open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.model import Blank, RegionKind, Span
from rules.context import Context
from rules.model import Severity
from rules.rule import Finder, Match
from rules.tables import Table

_QUOTE_LIMIT = 110  # characters


@dataclass(frozen=True, slots=True)
class _Blanks:
    wanted: frozenset[str]  # what the blank stands for

    def __call__(self, context: Context) -> Iterator[Match]:
        """One finding for the blanks of one clause (of the parties block: one for all of it)."""
        groups: dict[tuple[str, int], list[Blank]] = defaultdict(list)
        for blank in context.contract.facts.blanks:
            if blank.stands_for in self.wanted and not context.signed(blank.span):
                groups[_home(blank.span, context)].append(blank)
        for blanks in groups.values():
            yield _match(blanks, context)


def parse_blanks(table: Table) -> Finder:
    """Blanks that stand for one of ``stands_for``.

    Fields: what (the kinds of thing left open), count.
    """
    return _Blanks(frozenset(table.texts("stands_for")))


def _home(span: Span, context: Context) -> tuple[str, int]:
    for region in context.contract.regions:
        if region.span.overlaps(span) and region.kind in (RegionKind.PARTIES, RegionKind.TITLE):
            return "region", region.span.start
    clause = context.clause_of(span)
    return "clause", clause.index if clause else -1


def _match(blanks: list[Blank], context: Context) -> Match:
    first = blanks[0]
    sentence = context.sentence_of(first.span)
    quote = context.segment(first.span, sentence.span) if sentence else first.span
    end = max((blank.span.end for blank in blanks if blank.span.end - quote.start <= _QUOTE_LIMIT), default=quote.end)
    quote = Span(quote.start, max(quote.end, end)) if len(quote) <= _QUOTE_LIMIT else first.span
    kinds = list(dict.fromkeys(blank.stands_for for blank in blanks))
    grave = {"当事人", "价款", "期限", "日期"} & set(kinds)
    return Match(
        quote,
        severity=None if grave else Severity.LOW,
        harms="both",
        fields={"what": "、".join(kinds), "count": str(len(blanks))},
        places=tuple(blank.span for blank in blanks if not quote.covers(blank.span)),
        why=first.text,
    )
