"""Proportions with period, base, purpose and payer: 每逾期一日按未付金额的千分之五, 日2%, 月息2分, LPR的四倍.

Per day and per year are simple, not compound, for 365 days, 52 weeks and 12 months.
"""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files

from extractors.entities import rate_words as words
from extractors.entities.context import Sentences
from extractors.entities.numerals import CHINESE, NUMBER, NUMBER_OPENS, SHARE, fraction, number
from extractors.entities.payer import payer_of
from extractors.entities.scanning import opening
from extractors.model import Rate, Span

_SHARE = re.compile(opening(NUMBER_OPENS, SHARE))
_INTEREST_IN_FEN = re.compile(
    rf"(?P<period>[日月年])(?:利息|利率|息|利)(?:为|按)?\s?(?P<fen>{NUMBER})\s?(?P<mark>[分厘])(?P<li>{CHINESE})?"
)
_LPR_LEAD = (
    r"(?:一年期|1年期|五年期以上|同期|同类|同档次|当期|同业拆借中心|全国银行间"
    r"|中国人民银行|央行|授权|公布的?|发布的?|的|[“\"]){0,8}"
)
_LPR_NAME = r"(?:(?<![A-Za-z])(?:LPR|lpr)(?![A-Za-z])|贷款市场报价利率|贷款基准利率|同期(?:同类|同档次)?贷款利率)"
_LPR = re.compile(
    opening(
        rf"{NUMBER_OPENS}同类当全中央授公发的“\"Ll贷",
        rf"(?:(?P<before>{NUMBER})\s?倍的?(?:于)?)?{_LPR_LEAD}{_LPR_NAME}(?:[（(](?:简称)?[“\"]?LPR[”\"]?[）)])?(?:利率|标准)?"
        rf"(?:[^，。；,;\n]{{0,6}}?(?P<times>{NUMBER})\s?倍|上浮\s?(?P<up>{SHARE}))?",
    )
)
_TIMES = re.compile(opening(NUMBER_OPENS, rf"(?P<times>{NUMBER})\s?倍"))
_FEN_WORTH = {"年": Decimal("0.1"), "月": Decimal("0.01"), "日": Decimal("0.001")}  # one 分 by custom; a 厘 is a tenth
_PERIODS = {"日": "day", "月": "month", "年": "year"}
_A_YEAR = {"day": 365, "week": 52, "month": 12, "year": 1}


@cache
def lpr() -> Decimal:
    """The one-year loan prime rate as a fraction a year, from resources/dictionary/benchmark.toml."""
    table = tomllib.loads(files("resources").joinpath("dictionary/benchmark.toml").read_text("utf-8"))
    return Decimal(table["lpr_one_year"]["rate"])


def find_rates(text: str, roles: tuple[str, ...] = ()) -> tuple[Rate, ...]:
    """All proportions of ``text`` in order; ``roles`` are the contract's party roles, used to name the payer."""
    sentences = Sentences.of(text)
    found = [_share_rate(sentences, match, roles) for match in _SHARE.finditer(text)]
    found += [_fen_rate(sentences, match, roles) for match in _INTEREST_IN_FEN.finditer(text)]
    if "利率" in text or "LPR" in text or "lpr" in text:
        found += [_lpr_rate(sentences, match, roles) for match in _LPR.finditer(text)]
    if "倍" in text:
        found += [_multiple(sentences, match, roles) for match in _TIMES.finditer(text)]
    return tuple(sorted((rate for rate in found if rate is not None), key=lambda rate: rate.span))


def per_day(value: Decimal, period: str) -> Decimal | None:
    """``value`` charged for one ``period`` as a fraction of the base a day; None for a rate without period."""
    yearly = per_year(value, period)
    if period == "day":
        return value
    return None if yearly is None else value / 7 if period == "week" else yearly / 365


def per_year(value: Decimal, period: str) -> Decimal | None:
    """``value`` charged for one ``period`` as a fraction of the base a year; None for a rate without period."""
    return value * _A_YEAR[period] if period in _A_YEAR else None


def _share_rate(sentences: Sentences, match: re.Match[str], roles: tuple[str, ...]) -> Rate | None:
    text, share = sentences.text, Span(*match.span())
    value = fraction(match[0])
    if value is None or words.is_part_of_a_word(text, share):
        return None
    sentence = sentences.around(share)
    before, after = text[sentence.start : share.start], text[share.end : sentence.end]
    found = words.period_of(before, after)
    span = Span(share.start - found.before, share.end + found.after)
    purpose = words.purpose_of(before, after, found.period)
    if not purpose and not found.period:
        purpose = words.purpose_of_list(_line_before(sentences, sentence), before)
    return _rate(sentences, span, value, found.period, words.base_of(before), purpose, roles)


def _line_before(sentences: Sentences, sentence: Span) -> str:
    """What an enumeration inside the line says before the item: 违约金按以下较高者确定：（1）…；（2）…"""
    text = sentences.text
    start = max(text.rfind("\n", 0, sentence.start), text.rfind("。", 0, sentence.start), sentence.start - 200) + 1
    return text[start : sentence.start]


def _fen_rate(sentences: Sentences, match: re.Match[str], roles: tuple[str, ...]) -> Rate | None:
    count = number(match["fen"])
    rest = number(match["li"]) if match["li"] else None
    if count is None:
        return None
    worth = _FEN_WORTH[match["period"]]
    value = (count + (rest or 0) / Decimal(10)) * (worth if match["mark"] == "分" else worth / 10)
    span = Span(*match.span())
    sentence = sentences.around(span)
    before, after = sentences.text[sentence.start : span.start], sentences.text[span.end : sentence.end]
    period = _PERIODS[match["period"]]
    purpose = words.purpose_of(before + "利息", after, period)
    return _rate(sentences, span, value, period, words.base_of(before), purpose, roles)


def _lpr_rate(sentences: Sentences, match: re.Match[str], roles: tuple[str, ...]) -> Rate | None:
    """A multiple of the loan prime rate: its value is that of the rate in the resource, a year."""
    written = match["times"] or match["before"]
    times = number(written) if written else None
    if times is None:
        above = fraction(match["up"]) if match["up"] else None
        times = 1 + above if above is not None else Decimal(1)
    span = Span(*match.span())
    sentence = sentences.around(span)
    before = sentences.text[sentence.start : span.start]
    purpose = "cap" if words.is_cap(before) else "interest"
    return _rate(sentences, span, times * lpr(), "year", words.stated_base_of(before), purpose, roles)


def _multiple(sentences: Sentences, match: re.Match[str], roles: tuple[str, ...]) -> Rate | None:
    """A penalty of several times something (佣金的三倍); multiples of other kinds are no proportions."""
    span = Span(*match.span())
    sentence = sentences.around(span)
    before, after = sentences.text[sentence.start : span.start], sentences.text[span.end : sentence.end]
    value = number(match["times"])
    if value is None or re.search(_LPR_NAME, before) or not words.is_penal(before, after):
        return None
    return _rate(sentences, span, value, "", words.base_of(before), "penalty", roles)


def _rate(
    sentences: Sentences, span: Span, value: Decimal, period: str, base: str, purpose: str, roles: tuple[str, ...]
) -> Rate:
    return Rate(
        span=span,
        value=value,
        period=period,
        base=base,
        purpose=purpose,
        payer=payer_of(sentences, span, roles) if purpose in ("late fee", "penalty", "interest") else "",
        per_day=per_day(value, period),
        per_year=per_year(value, period),
    )
