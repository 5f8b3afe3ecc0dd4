"""Amounts of money: ￥1,200,000.00, 人民币壹佰贰拾万元整, 120万元, USD 5,000, 800元/月."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.entities.numerals import ARABIC, CHINESE, NUMBER, NUMBER_OPENS, number
from extractors.entities.scanning import opening
from extractors.model import Money, Span

_CURRENCIES = {
    "人民币": "CNY", "RMB": "CNY", "CNY": "CNY", "¥": "CNY", "￥": "CNY", "元": "CNY", "圆": "CNY",
    "美元": "USD", "USD": "USD", "US$": "USD", "$": "USD", "美金": "USD", "欧元": "EUR", "EUR": "EUR", "€": "EUR",
    "港元": "HKD", "港币": "HKD", "HKD": "HKD", "HK$": "HKD", "日元": "JPY", "英镑": "GBP", "GBP": "GBP",
}  # fmt: skip
_SIGN = r"(?:人民币|RMB|CNY|US\$|USD|HK\$|HKD|EUR|GBP|[¥￥$€]|美元|美金|欧元|港币|港元)"
_UNIT = r"(?:元人民币|人民币|美元|美金|欧元|港元|港币|日元|英镑|元|圆)"
_CENTS = rf"(?:\s?(?:{NUMBER})\s?角)?(?:\s?零?(?:{NUMBER})\s?分)?"
_BLANK_SIDE = r"[\s_＿【\[]{0,4}"
_AMOUNT = re.compile(
    opening(
        rf"{NUMBER_OPENS}人RCUHEG¥￥$€美欧港\s:：（(大小_＿【\[",
        rf"(?P<sign>{_SIGN})?\s?[:：]?\s?(?:[（(]?大写[）)]?|[（(]?小写[）)]?)?\s?[:：]?{_BLANK_SIDE}"
        rf"(?<![0-9.．])(?P<number>{NUMBER})[\s_＿】\]]{{0,4}}(?P<unit>{_UNIT}(?![素件旦化宵]))?(?P<cents>{_CENTS})"
        rf"(?P<whole>\s?整)?",
    ),
    re.IGNORECASE,
)
_BARE_TEN_THOUSAND = re.compile(rf"(?:价款?|款|费用?|金额?|计|资|对价|为)[:：为]?\s?({ARABIC}\s?[万亿])(?![一-鿿\w])")
_JIAO = re.compile(rf"({NUMBER})\s?角")
_FEN = re.compile(rf"({NUMBER})\s?分")
_IN_WORDS = re.compile(CHINESE)


def find_money(text: str) -> tuple[Money, ...]:
    """All amounts of ``text`` in order; a number without currency sign or unit is none."""
    found = [money for match in _AMOUNT.finditer(text) if (money := _money(match)) is not None]
    taken = {money.span.start for money in found}
    found += [
        Money(Span(*match.span(1)), number(match[1]))
        for match in _BARE_TEN_THOUSAND.finditer(text)
        if match.start(1) not in taken
    ]
    return tuple(sorted(found, key=lambda money: money.span))


def _money(match: re.Match[str]) -> Money | None:
    sign, unit = match.group("sign", "unit")
    if not sign and not unit:
        return None
    amount = number(match["number"])
    if amount is None:
        return None
    if unit:
        amount += _part(_JIAO, match["cents"], "0.1") + _part(_FEN, match["cents"], "0.01")
    start = match.start("sign") if sign else match.start("number")
    end = match.end() if unit else match.end("number")
    return Money(
        span=Span(start, end),
        amount=amount,
        currency=_currency(sign or "", unit or ""),
        in_words=bool(_IN_WORDS.fullmatch("".join(match["number"].split()))),
    )


def _currency(sign: str, unit: str) -> str:
    """The unit decides unless it is the bare 元, which stands for any currency named before it."""
    if sign and unit in ("", "元", "圆"):
        return _CURRENCIES[sign.upper()]
    return "CNY" if unit.endswith("人民币") else _CURRENCIES[unit]


def _part(pattern: re.Pattern[str], cents: str, worth: str) -> Decimal:
    match = pattern.search(cents)
    value = number(match[1].lstrip("零")) if match else None
    return value * Decimal(worth) if value is not None else Decimal(0)
