"""Rules about a proportion that somebody has to pay: late fees, liquidated damages, deposits, interest.

[when.rate]
purpose          purposes of the rate, as the facts give them: late fee, penalty, deposit …
periodic         true: charged for each day, month …; false: once
annual_at_least  { low = 0.18, medium = 0.30, high = 1.0 }  the rate a year, as a fraction
lpr_above        { high = 4.0 }  the rate a year lies above that many times the one-year LPR of the playbook
share_at_least   the same for the rate itself
of               patterns, one of which must occur in the base; of_not: none may
sentence, without_sentence   patterns for the sentence around it
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractors.model import Rate
from rules.context import Context
from rules.model import Severity
from rules.patterns import Pattern, any_occurs
from rules.rule import Finder, Match
from rules.tables import Table

_DAYS = 365


@dataclass(frozen=True, slots=True)
class RateCondition:
    """See the module's text."""

    purpose: frozenset[str]
    periodic: bool
    by_lpr: bool  # the steps are multiples of the one-year LPR, and must be exceeded
    steps: tuple[tuple[float, Severity], ...]  # falling
    of: tuple[Pattern, ...]
    of_not: tuple[Pattern, ...]
    sentence: tuple[Pattern, ...]
    without_sentence: tuple[Pattern, ...]

    def __call__(self, context: Context) -> Iterator[Match]:
        """Every rate that reaches a step."""
        for rate in context.contract.facts.rates:
            severity = self._severity(rate, context)
            if severity is not None and self._fits(rate, context):
                yield _match(rate, severity, context)

    def _severity(self, rate: Rate, context: Context) -> Severity | None:
        if rate.purpose not in self.purpose or (rate.per_year is not None) is not self.periodic:
            return None
        height = float(rate.per_year if rate.per_year is not None else rate.value)
        if self.by_lpr:
            multiple = height / float(context.playbook.lpr_one_year)
            return next((severity for step, severity in self.steps if multiple > step + 1e-9), None)
        return next((severity for step, severity in self.steps if height >= step - 1e-9), None)

    def _fits(self, rate: Rate, context: Context) -> bool:
        if context.signed(rate.span):
            return False
        if (self.of and not any_occurs(self.of, rate.base)) or any_occurs(self.of_not, rate.base):
            return False
        sentence = context.sentence_of(rate.span)
        text = context.canonical_of(sentence.span) if sentence else context.canonical_of(rate.span)
        return (not self.sentence or any_occurs(self.sentence, text)) and not any_occurs(self.without_sentence, text)


def parse_rate(when: Table) -> Finder:
    """The condition of ``[when.rate]``."""
    table = when.table("rate")
    scale = next((key for key in ("annual_at_least", "lpr_above") if key in table), "share_at_least")
    steps = table.table(scale)
    known = [(value, _severity(steps, key)) for key, value in steps.numbers().items()]
    if not known:
        raise table.error(scale, "needs at least one step")
    condition = RateCondition(
        purpose=frozenset(table.texts("purpose")),
        periodic=scale != "share_at_least",
        by_lpr=scale == "lpr_above",
        steps=tuple(sorted(known, reverse=True)),
        of=table.patterns("of"),
        of_not=table.patterns("of_not"),
        sentence=table.patterns("sentence"),
        without_sentence=table.patterns("without_sentence"),
    )
    table.close()
    return condition


def _severity(steps: Table, key: str) -> Severity:
    if key not in set(Severity):
        raise steps.error(key, f"is none of {', '.join(Severity)}")
    return Severity(key)


def _match(rate: Rate, severity: Severity, context: Context) -> Match:
    sentence = context.sentence_of(rate.span)
    quote = context.segment(rate.span, sentence.span) if sentence else rate.span
    lpr = context.playbook.lpr_one_year
    fields = {
        "rate": percent(rate.value),
        "base": rate.base or "约定基数",
        "lpr": percent(lpr),
        "lpr_date": context.playbook.lpr_date.isoformat(),
        "lpr_four": percent(lpr * 4),
    }
    if rate.per_year is not None and rate.per_day is not None:
        fields |= {
            "annual": percent(rate.per_year),
            "daily": percent(rate.per_day),
            "lpr_times": f"{rate.per_year / (lpr * 4):.1f}".removesuffix(".0"),
            "days": f"{Decimal(1) / rate.per_day:.0f}",
            "days_30": f"{Decimal('0.3') / rate.per_day:.0f}",
        }
    return Match(
        quote, severity, actor=rate.payer, fields=fields, why=context.contract.text[rate.span.start : rate.span.end]
    )


def percent(value: Decimal) -> str:
    """A fraction as a percentage without idle zeros: 0.02 is 2%, 0.1825 is 18.25%."""
    text = f"{value * 100:.4f}".rstrip("0").rstrip(".")
    return f"{text}%"
