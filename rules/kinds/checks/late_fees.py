"""Two rates for one and the same delay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.model import Rate, Sentence
from rules.context import Context
from rules.kinds.rate import percent
from rules.patterns import Pattern, any_occurs
from rules.rule import Finder, Match
from rules.tables import Table


@dataclass(frozen=True, slots=True)
class _TwoRates:
    any: tuple[Pattern, ...]
    without: tuple[Pattern, ...]

    def __call__(self, context: Context) -> Iterator[Match]:
        """One match at the second rate of a payer; the first is a further place."""
        first: dict[str, tuple[Rate, Sentence]] = {}
        for rate in context.contract.facts.rates:
            sentence = context.sentence_of(rate.span)
            if sentence is None or rate.per_day is None or not self._fits(sentence, context):
                continue
            payer = rate.payer or _party_of_stem(sentence, context)
            if not payer:
                continue
            before, where = first.setdefault(payer, (rate, sentence))
            if before.per_day != rate.per_day and where.index != sentence.index:
                fields = {"first": percent(before.value), "second": percent(rate.value)}
                quote = context.segment(rate.span, sentence.span)
                yield Match(quote, actor=payer, harms="both", fields=fields, places=(before.span,), why="比例")
                return

    def _fits(self, sentence: Sentence, context: Context) -> bool:
        text = context.canonical_of(sentence.span)
        return any_occurs(self.any, text) and not any_occurs(self.without, text)


def parse_two_rates(table: Table) -> Finder:
    """Two daily rates one party owes for the same kind of delay (sentences with ``any``). Fields: first, second."""
    return _TwoRates(table.patterns("any"), table.patterns("without"))


def _party_of_stem(sentence: Sentence, context: Context) -> str:
    """The one party the stem above a list item begins with: 甲方有下列情形之一的，甲方应当…"""
    stem = context.canonical_of(sentence.stem) if sentence.stem else ""
    return next((party.role for party in context.contract.facts.parties if stem.startswith(party.role)), "")
