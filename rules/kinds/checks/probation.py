"""Probation measured against the term of the labour contract."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractors.model import Sentence, Span
from rules.context import Context
from rules.kinds.lengths import Length, lengths_in
from rules.patterns import compile_pattern
from rules.rule import Finder, Match
from rules.tables import Table

_TERM = compile_pattern("合同期限?|聘用期限?|聘期|合同(?:有效)?期|固定期限|期限")
_PROBATION = compile_pattern("试用期|试用")
# Labour Contract Law, art. 19: the longest probation for a term, both in days of the commercial year (360).
_CAPS = (
    (Decimal(90), Decimal(0)),  # under three months: none
    (Decimal(360), Decimal(30)),
    (Decimal(1080), Decimal(60)),
)
_LONGEST = Decimal(180)
_SLACK = Decimal("1.03")  # a year by the calendar is a little more or less than one of 360 days


def parse_probation(_table: Table) -> Finder:
    """Probation longer than the law allows for the contract's term. Fields: term, period, most (days)."""
    return _find


def _find(context: Context) -> Iterator[Match]:
    term = _term(context)
    for sentence in context.contract.sentences:
        start = _start(sentence, context)
        if start is None or term is None:
            continue
        span = Span(start, sentence.span.end)
        length = next(lengths_in(span, context), None)
        most = _most(term.days)
        if length is not None and length.days > most * _SLACK and length.days < term.days:
            fields = {"term": term.words, "period": length.words, "most": str(most)}
            yield Match(context.segment(_shown(span, context), sentence.span), fields=fields, why=length.words)


def _term(context: Context) -> Length | None:
    """The first length a sentence on the term gives, before it speaks of probation."""
    for sentence in context.contract.sentences:
        text = context.canonical_of(sentence.span)
        title = "".join(context.titles(sentence.span))
        if not _TERM.occurs(text + title):
            continue
        end = _start(sentence, context) or sentence.span.end
        lengths = list(lengths_in(Span(sentence.span.start, end), context)) if end > sentence.span.start else []
        if lengths:
            return max(lengths, key=lambda length: length.days)
    return None


def _start(sentence: Sentence, context: Context) -> int | None:
    """Where a sentence begins to speak of probation."""
    hit = next(_PROBATION.find(context.canonical_of(sentence.span)), None)
    if hit is None:
        return None
    at = context.canonical.canonical(sentence.span)[0] + hit.start
    return context.canonical.original(at, at + 1).start


def _shown(span: Span, context: Context) -> Span:
    """The first dates or length of ``span``, with the word before it."""
    dates = [date.span.end for date in context.contract.facts.dates if span.covers(date.span)][:2]
    periods = [item.span.end for item in context.contract.facts.periods if span.covers(item.span)][:1]
    return Span(span.start, max(dates or periods or [span.start + 1]))


def _most(term: Decimal) -> Decimal:
    return next((cap for below, cap in _CAPS if term * _SLACK < below), _LONGEST)
