"""Who the parties are, and by what one can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.model import Party, Span
from rules.context import Context
from rules.rule import Finder, Match
from rules.tables import Table

_LETTERED = ("甲方", "乙方", "丙方", "丁方")


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


_COUNTS = {"双方": 2, "两方": 2, "三方": 3, "四方": 4}
_COUNTED = re.compile(
    r"(?:本?(?:合同|协议)的?(?:当事人?)?|以上|上述|以下|下列|由)(?P<count>双方|两方|三方|四方)(?:为|是|分别为|当事人|：|签订|共同签|于)"
)


def parse_party_count(_table: Table) -> Finder:
    """A number of parties said that is not the number the contract names. Fields: said, named."""
    return _miscounted


def _miscounted(context: Context) -> Iterator[Match]:
    roles = [party.role for party in context.contract.facts.parties if party.role in _LETTERED]
    named = len(dict.fromkeys(roles))
    for found in _COUNTED.finditer(context.canonical.text):
        if named > _COUNTS[found["count"]]:
            span = context.canonical.original(found.start(), found.end())
            fields = {"said": found["count"], "named": "、".join(dict.fromkeys(roles))}
            yield Match(span, harms="both", fields=fields, why=found["count"])
            return
