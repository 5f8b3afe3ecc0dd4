"""Rules about what a contract lacks: substance counts, under whatever title.

[when.missing]
title  patterns for the title of a clause that is there for this
text   patterns for the substance anywhere in the body
need   how many different ``text`` patterns must occur to count as present (1)
without  patterns: what a sentence with one of them says does not count as the substance (a duty to compensate for
         infringement is no clause on breach)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.model import RegionKind, Span
from rules.context import Context
from rules.patterns import Pattern, any_occurs
from rules.rule import Finder, Match
from rules.tables import Table


@dataclass(frozen=True, slots=True)
class MissingCondition:
    """See the module's text."""

    title: tuple[Pattern, ...]
    text: tuple[Pattern, ...]
    need: int
    without: tuple[Pattern, ...]

    def __call__(self, context: Context) -> Iterator[Match]:
        """One match without a place where nothing of it is there."""
        if any(any_occurs(self.title, clause.title) for clause in context.contract.clauses):
            return
        body = self._body(context)
        if sum(pattern.occurs(body) for pattern in self.text) < self.need:
            yield Match(None)

    def _body(self, context: Context) -> str:
        """What the contract says below its title, without the sentences that do not count."""
        title = context.contract.region(RegionKind.TITLE)
        start = title.span.end if title else 0
        if not self.without:
            return context.canonical.text[context.canonical.canonical(Span(start, start))[0] :]
        texts = [context.canonical_of(item.span) for item in context.contract.sentences if item.span.start >= start]
        return "\n".join(text for text in texts if not any_occurs(self.without, text))


def parse_missing(when: Table) -> Finder:
    """The condition of ``[when.missing]``."""
    table = when.table("missing")
    condition = MissingCondition(
        title=table.patterns("title"),
        text=table.patterns("text"),
        need=int(table.number("need", 1)),
        without=table.patterns("without"),
    )
    if not condition.title and not condition.text:
        raise table.error("text", "needs patterns for title or text")
    table.close()
    return condition
