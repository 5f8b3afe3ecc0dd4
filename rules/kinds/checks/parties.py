"""Who the parties are, and by what one can tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.model import Party, Span
from rules.context import Context
from rules.rule import Finder, Match
from rules.tables import Table


@dataclass(frozen=True, slots=True)
class _PartyDetails:
    identifying: tuple[str, ...]

    def __call__(self, context: Context) -> Iterator[Match]:
        """One finding for all parties whose name or identification is not there."""
        lacking = [party for party in context.contract.facts.parties if party.span and self._lacks(party)]
        if not lacking:
            return
        problems = [self._problem(party) for party in lacking]
        spans = [party.span for party in lacking if party.span]
        quote = context.canonical.original(*context.canonical.canonical(spans[0]))
        line_end = context.contract.text.find("\n", quote.start)
        quote = Span(quote.start, max(quote.end, min(line_end, quote.start + 60))) if line_end > 0 else quote
        yield Match(quote, harms="both", fields={"problems": "；".join(problems)}, places=tuple(spans[1:]))

    def _lacks(self, party: Party) -> bool:
        return not party.name or not any(label in self.identifying and value for label, value in party.details)

    def _problem(self, party: Party) -> str:
        if not party.name:
            return f"{party.role}名称空白"
        return f"{party.role}未列{'、'.join(self.identifying[:2])}等识别信息"


def parse_party_details(table: Table) -> Finder:
    """Parties without a name, or with none of the details ``identifying``. Fields: problems."""
    return _PartyDetails(table.texts("identifying"))
