"""Laws that are no longer in force."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.context import Context
from rules.rule import Finder, Match
from rules.tables import Table


def parse_repealed_law(_table: Table) -> Finder:
    """Every law cited that the statute table knows as repealed; one finding a law, its citations as places.

    Fields: law, repealed (day), successor, mapped (the article that took the cited one's place, where known).
    """
    return _find


def _find(context: Context) -> Iterator[Match]:
    for citation in context.contract.facts.citations:
        change = context.statutes.repealed(citation.law)
        if change is None or (change.repealed and context.today < change.repealed):
            continue
        sentence = context.sentence_of(citation.span)
        mapped = [
            f"第{old}条对应第{new}条"
            for old in citation.articles
            for new in re.findall(rf"(?:^|；|、){old}→(\d+)", change.article_map)
        ]
        yield Match(
            context.segment(citation.span, sentence.span) if sentence else citation.span,
            fields={
                "law": citation.law,
                "repealed": change.repealed.isoformat() if change.repealed else "",
                "successor": change.replaced_by,
                "mapped": f"（{'；'.join(mapped)}）" if mapped else "",
            },
            why=citation.law,
        )
