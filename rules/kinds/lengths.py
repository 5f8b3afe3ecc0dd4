"""How long something lasts by the words of a sentence: 三十年, 288个月, or from one date to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from extractors.model import Span
from rules.context import Context
from rules.tables import Table

# Commercial reckoning (30 days a month), so that 60日 is two months and 24个月 are two years.
_DAYS = {
    "小时": Decimal(1) / 24,
    "日": Decimal(1),
    "工作日": Decimal("1.4"),
    "周": Decimal(7),
    "月": Decimal(30),
    "年": Decimal(360),
}
_CALENDAR_YEAR = Decimal("365.25")
_TOLERANCE = Decimal("0.02")  # 365日 is not longer than 1年
_LIMIT = re.compile(r"(\d+(?:\.\d+)?)(小时|工作日|日|周|月|年)")


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in days of the commercial year, and the words for it."""

    days: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class LengthLimit:
    """``longer``: lengths over it are meant, else lengths under it."""

    days: Decimal
    longer: bool

    def beyond(self, span: Span, context: Context) -> Length | None:
        """The first length inside ``span`` beyond the limit."""
        return next((length for length in lengths_in(span, context) if self._is_beyond(length.days)), None)

    def _is_beyond(self, days: Decimal) -> bool:
        if self.longer:
            return days > self.days * (1 + _TOLERANCE)
        return days < self.days * (1 - _TOLERANCE)


def lengths_in(span: Span, context: Context) -> Iterator[Length]:
    """The lengths of time named inside ``span``, then the stretches between neighbouring dates."""
    facts, text = context.contract.facts, context.contract.text
    for period in facts.periods:
        if period.span.overlaps(span) and period.unit in _DAYS:
            yield Length(period.count * _DAYS[period.unit], period.span.of(text))
    dates = [date for date in facts.dates if date.span.overlaps(span)]
    for first, last in pairwise(dates):
        if first.value is not None and last.value is not None and last.value > first.value:
            days = Decimal((last.value - first.value).days)
            years = days / _CALENDAR_YEAR
            yield Length(years * _DAYS["年"], f"{years:.1f}年".replace(".0年", "年"))


def parse_limit(table: Table) -> LengthLimit | None:
    """The limit of ``longer_than`` or ``shorter_than`` ("20年", "60日"); None where there is neither."""
    for key in ("longer_than", "shorter_than"):
        if key in table:
            match = _LIMIT.fullmatch(table.text(key))
            if match is None:
                raise table.error(key, "is no length of time such as 20年 or 60日")
            return LengthLimit(Decimal(match[1]) * _DAYS[match[2]], longer=key == "longer_than")
    return None
