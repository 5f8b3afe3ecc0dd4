"""Rules about what a contract lacks: substance counts, under whatever title.

[when.missing]
title  patterns for the title of a clause that is there for this
text   patterns for the substance anywhere in the body
need   how many different ``text`` patterns must occur to count as present (1)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.model import RegionKind
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

    def __call__(self, context: Context) -> Iterator[Match]:
        """One match without a place where nothing of it is there."""
        if any(any_occurs(self.title, clause.title) for clause in context.contract.clauses):
            return
        title = context.contract.region(RegionKind.TITLE)
        start = context.canonical.canonical(title.span)[1] if title else 0
        body = context.canonical.text[start:]
        if sum(pattern.occurs(body) for pattern in self.text) < self.need:
            yield Match(None)


def parse_missing(when: Table) -> Finder:
    """The condition of ``[when.missing]``."""
    table = when.table("missing")
    condition = MissingCondition(table.patterns("title"), table.patterns("text"), int(table.number("need", 1)))
    if not condition.title and not condition.text:
        raise table.error("text", "needs patterns for title or text")
    table.close()
    return condition
