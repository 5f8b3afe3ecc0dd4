"""Amounts in words against amounts in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.model import Money, Span
from rules.context import Context
from rules.rule import Finder, Match
from rules.tables import Table

_BETWEEN = re.compile(
    r"[\s元整正（）()，,：:、￥¥]*(?:大写|小写|即|人民币|RMB|计|合计)?[\s元整正（）()，,：:、￥¥]*(?:人民币|RMB)?[\s￥¥：:]*"
)


def parse_amounts(_table: Table) -> Finder:
    """An amount in words next to one in figures that is not the same. Fields: words, figures."""
    return _find


def _find(context: Context) -> Iterator[Match]:
    text = context.contract.text
    for first, second in pairwise(context.contract.facts.money):
        if first.in_words is second.in_words or not _BETWEEN.fullmatch(text[first.span.end : second.span.start]):
            continue
        words, figures = (first, second) if first.in_words else (second, first)
        if words.amount is not None and figures.amount is not None and words.amount != figures.amount:
            yield _match(words, figures, text)


def _match(words: Money, figures: Money, text: str) -> Match:
    span = Span(min(words.span.start, figures.span.start), max(words.span.end, figures.span.end))
    fields = {
        "words": words.span.of(text),
        "figures": figures.span.of(text),
        "words_amount": f"{words.amount:,.2f}",
        "figures_amount": f"{figures.amount:,.2f}",
    }
    return Match(span, harms="both", fields=fields, why="大写与小写")
