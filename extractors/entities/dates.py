"""Calendar dates: 2024年5月1日, 2024-05-01, 二〇二四年五月一日, and dates left open (____年__月__日)."""

from __future__ import annotations

import re
from datetime import date

from extractors.entities.numerals import number
from extractors.entities.scanning import opening
from extractors.model import DateFact, Span

_CN_DIGIT = "零〇○O一二三四五六七八九"
_CN_DAY = "[一二三四五六七八九十廿卅]{1,3}"
_FULL = re.compile(
    opening(
        "12一二",
        rf"(?P<year>(?:19|20)[0-9]{{2}}|[一二][{_CN_DIGIT}]{{3}})\s?年\s?(?P<month>[01]?[0-9]|{_CN_DAY})\s?月"
        rf"\s?(?P<day>[0-3]?[0-9]|{_CN_DAY})\s?[日号]"
        r"|(?<![0-9A-Za-z/.-])(?P<y>(?:19|20)[0-9]{2})(?P<mark>[-/.])(?P<m>[01]?[0-9])(?P=mark)(?P<d>[0-3]?[0-9])(?![0-9A-Za-z/.-])",
    )
)
_LINE_GAP = r"(?:\{\{[^{}\n]{1,40}\}\}|\$\{[^{}\n]{1,40}\}|[ \t_＿　/Xx×*【】\[\]…-]{0,30})"
_GAP = r"(?:\{\{[^{}\n]{1,40}\}\}|\$\{[^{}\n]{1,40}\}|[\s_＿　/Xx×*【】\[\]…-]{0,30})"
_OPEN = re.compile(
    opening(
        rf"0-9{_CN_DIGIT}{{$ \t_＿　/Xx×*【】\[\]…\-年",
        rf"(?P<year>(?:20|二[〇零○])?[0-9{_CN_DIGIT}]{{0,2}})(?P<a>{_LINE_GAP})年(?P<b>{_GAP}(?:[01]?[0-9]{_GAP})?)月"
        rf"(?P<c>{_GAP}(?:[0-3]?[0-9]{_GAP})?)日",
    )
)
_OPENING = re.compile(r"(?:^|[\n\s:：自至起到于在从为止（(，,、—~-])$")


def find_dates(text: str) -> tuple[DateFact, ...]:
    """All dates in order; one with a blank in it, or that no calendar has (2月30日), has the value None."""
    found = [DateFact(Span(*match.span()), _value(match)) for match in _FULL.finditer(text)]
    taken = {fact.span.end for fact in found}
    found += [DateFact(span, None) for span in _open_dates(text) if span.end not in taken]
    return tuple(sorted(found, key=lambda fact: fact.span))


def _open_dates(text: str) -> list[Span]:
    """Dates with blanks; a bare 年月日 counts only where a date is due, not in 出生年月日."""
    spans = []
    for match in _OPEN.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        gaps = match["a"] + match["b"] + match["c"]
        bare = not gaps and not match["year"]
        if bare and not _OPENING.search(text, max(start - 1, 0), start):
            continue
        if match["year"] and not gaps:
            continue
        spans.append(Span(start, match.end()))
    return spans


def _value(match: re.Match[str]) -> date | None:
    if match["y"]:
        parts = [match["y"], match["m"], match["d"]]
    else:
        parts = [match["year"].replace("O", "〇").replace("○", "〇"), match["month"], match["day"]]
    numbers = [number(part) for part in parts]
    try:
        return date(*(int(value) for value in numbers if value is not None))
    except (ValueError, TypeError):  # 2月30日, or a day that is not a number
        return None
