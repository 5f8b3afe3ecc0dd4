"""Lengths of time: 30日, 三十日内, 【15】个工作日, 两周, 一年, 半个月, 48小时. Days of the month are none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from extractors.entities.numerals import NUMBER, NUMBER_OPENS, number
from extractors.entities.scanning import opening
from extractors.model import Period, Span

_UNITS = {
    "工作日": ("工作日", 1), "自然日": ("日", 1), "日历日": ("日", 1), "日历天": ("日", 1), "自然天": ("日", 1),
    "日": ("日", 1), "天": ("日", 1), "周": ("周", 1), "星期": ("周", 1), "月": ("月", 1), "自然月": ("月", 1),
    "季度": ("月", 3), "年": ("年", 1), "周年": ("年", 1), "年度": ("年", 1), "小时": ("小时", 1),
}  # fmt: skip
_UNIT = r"(?:工作日|自然日|日历日|日历天|自然天|自然月|周年|年度|季度|小时|星期|日|天|周(?!岁)|年(?!期|代|级|龄))"
_PERIOD = re.compile(
    opening(
        rf"{NUMBER_OPENS}半【\[_\s",
        rf"(?<![0-9.])[【\[_]?\s?(?P<number>{NUMBER}|半)\s?[】\]_]?\s?"
        rf"(?:个\s?(?P<counted>{_UNIT}|月)|(?P<unit>{_UNIT}))(?!常|志|报|元|记|息|利率)(?P<half>半)?",
    )
)
_NOT_BEFORE = re.compile(r"(?:第|[月年][初底]?|每[^，。；,;\n]{0,8}|星期|周)\s?$")
_FIRST_CALENDAR_YEAR = 1900


def find_periods(text: str, dates: Iterable[Span] = ()) -> tuple[Period, ...]:
    """All lengths of time in order; what lies in one of ``dates``, 每月五日, 第三日 and 每逾期一日 are none."""
    taken = sorted(dates)
    found = []
    for match in _PERIOD.finditer(text):
        period = _period(match)
        if period is None or _NOT_BEFORE.search(text, max(match.start() - 12, 0), match.start("number")):
            continue
        while taken and taken[0].end <= period.span.start:
            taken.pop(0)
        if not (taken and taken[0].overlaps(period.span)):
            found.append(period)
    return tuple(found)


def _period(match: re.Match[str]) -> Period | None:
    count = number(match["number"])
    unit = match["counted"] or match["unit"]
    if count is None or (unit in ("年", "年度") and count >= _FIRST_CALENDAR_YEAR):
        return None
    name, times = _UNITS[unit]
    half = Decimal("0.5") if match["half"] else Decimal(0)
    return Period(Span(match.start("number"), match.end()), (count + half) * times, name)
