"""Laws that are no longer in force."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from extractors.model import Citation, Span
from rules.context import Context
from rules.patterns import Pattern, any_occurs
from rules.rule import Finder, Match
from rules.statute_table import LawChange
from rules.tables import Table


def parse_repealed_law(table: Table) -> Finder:
    """Every law cited that the statute table knows as repealed; the same laws cited again are further places.

    ``without``: patterns that may not occur in the sentence. Fields: law, repealed (day), successor, mapped (the
    article that took the cited one's place, where known).
    """
    without = table.patterns("without")
    return lambda context: _find(context, without)


def _find(context: Context, without: tuple[Pattern, ...]) -> Iterator[Match]:
    quotes: dict[Span, list[tuple[Citation, LawChange]]] = defaultdict(list)
    for citation in context.contract.facts.citations:
        change = context.statutes.repealed(citation.law)
        if change is None or (change.repealed and context.today < change.repealed):
            continue
        sentence = context.sentence_of(citation.span)
        if sentence is None or not any_occurs(without, context.canonical_of(sentence.span)):
            quotes[context.segment(citation.span, sentence.span) if sentence else citation.span].append(
                (citation, change)
            )
    by_laws: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    for quote, cited in quotes.items():
        by_laws[tuple(change.short for _, change in cited)].append(quote)
    for first, *others in by_laws.values():
        yield _match(first, quotes[first], tuple(others))


def _match(quote: Span, cited: list[tuple[Citation, LawChange]], places: tuple[Span, ...]) -> Match:
    names = list(dict.fromkeys(change.short for _, change in cited))
    days = sorted({change.repealed.isoformat() for _, change in cited if change.repealed})
    mapped = [text for citation, change in cited for text in _mapped(citation, change)]
    fields = {
        "law": "、".join(f"《{name}》" for name in names),
        "repealed": "、".join(days),
        "successor": "；".join(dict.fromkeys(change.replaced_by for _, change in cited)),
        "mapped": f"（{'；'.join(mapped)}）" if mapped else "",
    }
    return Match(quote, fields=fields, places=places, why="、".join(names))


def _mapped(citation: Citation, change: LawChange) -> list[str]:
    return [
        f"第{old}条对应第{new}条"
        for old in citation.articles
        for new in re.findall(rf"(?:^|；|、){old}→(\d+)", change.article_map)
    ]
