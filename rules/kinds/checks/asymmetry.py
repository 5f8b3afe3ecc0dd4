"""One side pays for being late, the other does not, or far less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.model import Rate
from rules.context import Context
from rules.kinds.rate import percent
from rules.model import Severity, Stance
from rules.patterns import compile_pattern
from rules.rule import Finder, Match
from rules.tables import Table

_CHARGED = frozenset({"late fee", "interest"})
_MUTUAL = compile_pattern("(?:均应?|<each>|<any>|各自)")
_OWES = compile_pattern("(?P<who><role>)[^。；]{0,60}(?:支付|承担|偿付|给付)[^。；]{0,40}(?:违约金|滞纳金|赔偿)")


@dataclass(frozen=True, slots=True)
class _LateFees:
    ratio: Decimal  # how many times the other's rate a rate must be to count

    def __call__(self, context: Context) -> Iterator[Match]:
        """One match at the lighter rate, the heavier as a further place; at the only one where there is no other."""
        heaviest = {side: _heaviest(side, context) for side in (Stance.PARTY_A, Stance.PARTY_B)}
        for side, other in ((Stance.PARTY_A, Stance.PARTY_B), (Stance.PARTY_B, Stance.PARTY_A)):
            rate, counterpart = heaviest[side], heaviest[other]
            if rate is None or rate.per_day is None:
                continue
            if counterpart is None and not _bears_any(other, context):
                yield replace(_match(rate, None, context), severity=Severity.LOW)  # often the only one who pays
            elif counterpart is not None and counterpart.per_day and rate.per_day >= self.ratio * counterpart.per_day:
                yield _match(rate, counterpart, context)


def parse_late_fee_asymmetry(table: Table) -> Finder:
    """Late fees of one side ``ratio`` times as high as the other's, or, as a note, without any damages of the other.

    Fields: rate, other_rate ("没有约定" where there is none).
    """
    return _LateFees(Decimal(str(table.number("ratio"))))


def _heaviest(side: Stance, context: Context) -> Rate | None:
    rates = [
        rate
        for rate in context.contract.facts.rates
        if rate.purpose in _CHARGED and rate.per_day and context.side(rate.payer) is side and not _mutual(rate, context)
    ]
    return max(rates, key=lambda rate: rate.per_day or Decimal(0), default=None)


def _mutual(rate: Rate, context: Context) -> bool:
    sentence = context.sentence_of(rate.span)
    return sentence is not None and _MUTUAL.occurs(context.canonical_of(sentence.span))


def _bears_any(side: Stance, context: Context) -> bool:
    """Whether ``side`` owes damages of any kind, with a figure or without."""
    return any(context.side(hit.groups["who"]) is side for hit in _OWES.find(context.canonical.text))


def _match(rate: Rate, counterpart: Rate | None, context: Context) -> Match:
    shown, further = (counterpart, rate) if counterpart else (rate, None)
    sentence = context.sentence_of(shown.span)
    return Match(
        context.segment(shown.span, sentence.span) if sentence else shown.span,
        actor=rate.payer,
        fields={
            "rate": percent(rate.per_day or Decimal(0)),
            "other_rate": percent(counterpart.per_day or Decimal(0)) if counterpart else "没有约定",
        },
        places=(further.span,) if further else (),
        why=rate.span.of(context.contract.text),
    )
