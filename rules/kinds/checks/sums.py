"""Sums that do not come out: shares of a whole, parts of a total, quantity times price, a term and its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractors.model import Money, Sentence, Span
from rules.context import Context
from rules.patterns import Pattern, any_occurs
from rules.rule import Finder, Match
from rules.tables import Table

_LEAST_PARTS = 3  # shares; two percentages are seldom meant to make up a whole
_NEAR_WHOLE = (Decimal(85), Decimal(130))  # a sum outside is not meant to be one hundred
_SHARE = re.compile(r"(?<![0-9.])(\d{1,2}(?:\.\d+)?)%")
_PRODUCT = re.compile(
    r"(?P<count>\d[\d,]*(?:\.\d+)?)(?P<unit>[套台件个只吨箱张把辆名份米次支瓶袋块]|平方米|公斤|千克)[^。；\n]{0,12}?"
    r"(?:单价|每(?P=unit)(?:单价|价格)?|按每(?P=unit))[为：]?(?:人民币|¥)?(?P<price>\d[\d,]*(?:\.\d+)?)元[^。；\n]{0,14}?"
    r"(?:总[价计额]|合计|共计|小计|货款总计|价款|计)[为：]?(?:人民币|¥)?(?P<total>\d[\d,]*(?:\.\d+)?)元"
)
_TOLERANCE = Decimal("0.01")
_UNITS = {"年": 365.25, "月": 30.4375, "日": 1.0}  # days
_FEW_DAYS = 2  # by which a term in days may differ: whether the first and the last day count
_DAY_SLACK = 20  # days by which a term and its dates may differ: month ends, days of grace


@dataclass(frozen=True, slots=True)
class _Shares:
    any: tuple[Pattern, ...]
    without: tuple[Pattern, ...]

    def __call__(self, context: Context) -> Iterator[Match]:
        for span in _lines(context):
            text = context.canonical_of(span)
            if any_occurs(self.any, text) and not any_occurs(self.without, text):
                yield from _shares(span, text, context)


def _lines(context: Context) -> Iterator[Span]:
    """Sentences, those that semicolons part taken together: each may name one share."""
    text, run = context.contract.text, Span(0, 0)
    for sentence in context.contract.sentences:
        span = sentence.span
        if run.end and not text[run.end : span.start].strip(" 　") and text[run.end - 1] in "；;":
            run = Span(run.start, span.end)
            continue
        if run.end:
            yield run
        run = span
    if run.end:
        yield run


def parse_shares(table: Table) -> Finder:
    """Percentages of one sentence or run of sentences (with ``any``) meant to be a whole. Fields: shares, sum."""
    return _Shares(table.patterns("any"), table.patterns("without"))


def parse_products(_table: Table) -> Finder:
    """Quantity times price that is not the total said. Fields: count, price, product, total."""
    return _products


def parse_parts(_table: Table) -> Finder:
    """Amounts listed after 其中 that do not add up to the total said before. Fields: total, sum."""
    return _parts


def parse_term_dates(_table: Table) -> Finder:
    """A term in years or months that its own dates do not give. Fields: term, dates."""
    return _term_dates


def _shares(whole: Span, text: str, context: Context) -> Iterator[Match]:
    hits = list(_SHARE.finditer(text))
    total = sum((Decimal(hit[1]) for hit in hits), Decimal(0))
    low, high = _NEAR_WHOLE
    if len(hits) < _LEAST_PARTS or total == 100 or not low <= total <= high:
        return
    start = context.canonical.canonical(whole)[0]
    span = context.canonical.original(start + hits[0].start(), start + hits[-1].end())
    fields = {"shares": "、".join(hit[0] for hit in hits), "sum": f"{total.normalize():f}%"}
    yield Match(context.segment(span, whole), harms="both", fields=fields, why="比例之和")


def _products(context: Context) -> Iterator[Match]:
    for hit in _PRODUCT.finditer(context.canonical.text):
        count, price, total = (Decimal(hit[name].replace(",", "")) for name in ("count", "price", "total"))
        product = count * price
        if abs(product - total) > _TOLERANCE * max(product, Decimal(1)) / 100:
            span = context.canonical.original(hit.start(), hit.end())
            sentence = context.sentence_of(span)
            fields = {"count": hit["count"] + hit["unit"], "price": hit["price"], "total": hit["total"]}
            fields["product"] = f"{product:,.2f}".removesuffix(".00")
            yield Match(
                context.segment(span, sentence.span) if sentence else span, harms="both", fields=fields, why="乘积"
            )


def _parts(context: Context) -> Iterator[Match]:
    money = [item for item in context.contract.facts.money if item.amount is not None]
    for sentence in context.contract.sentences:
        text = context.canonical_of(sentence.span)
        at = text.find("其中")
        if at < 0 or re.search("其余|剩余|余款|等|尚有|包括但不限于|不低于|不超过|至少|分别", text[at:]):
            continue
        start = context.canonical.original(*_shifted(sentence, at, context)).start
        parts = _amounts(money, start, sentence.span.end, text[at:])
        total = _total_before(money, start, context)
        if total is not None and len(parts) >= _LEAST_PARTS and sum(parts, Decimal(0)) != total:
            quote = context.segment(Span(start, _last_end(money, start, sentence.span.end)), sentence.span)
            fields = {"total": f"{total:,.2f}", "sum": f"{sum(parts, Decimal(0)):,.2f}"}
            yield Match(quote, harms="both", fields=fields, why="其中")


def _shifted(sentence: Sentence, at: int, context: Context) -> tuple[int, int]:
    start = context.canonical.canonical(sentence.span)[0] + at
    return start, start + 1


def _amounts(money: list[Money], start: int, end: int, text: str) -> list[Decimal]:
    """The amounts between two offsets, before the first semicolon of ``text``."""
    limit = end if "；" not in text else start + text.index("；")
    return [item.amount for item in money if item.amount is not None and start <= item.span.start < limit]


def _last_end(money: list[Money], start: int, end: int) -> int:
    return max((item.span.end for item in money if start <= item.span.start < end), default=end)


def _total_before(money: list[Money], start: int, context: Context) -> Decimal | None:
    """The total that stands nearest before ``start``, in the same paragraph."""
    line = context.contract.text.rfind("\n", 0, start) + 1
    before = [item for item in money if line <= item.span.start < start]
    for item in reversed(before):
        words = context.canonical_of(Span(max(item.span.start - 10, line), item.span.start))
        if re.search("总|共|注册资本|合计|全部", words):
            return item.amount
    return None


def _term_dates(context: Context) -> Iterator[Match]:
    facts = context.contract.facts
    for sentence in context.contract.sentences:
        dates = [date for date in facts.dates if date.value and sentence.span.covers(date.span)]
        periods = [item for item in facts.periods if item.unit in _UNITS and sentence.span.covers(item.span)]
        if len(dates) != 2 or len(periods) != 1 or not _is_term(periods[0].span, context):
            continue
        first, last = dates[0].value, dates[1].value
        if first is None or last is None or last <= first:
            continue
        days = (last - first).days + 1
        wanted = float(periods[0].count) * _UNITS[periods[0].unit]
        if abs(days - wanted) > (_FEW_DAYS if periods[0].unit == "日" else _DAY_SLACK):
            start = min(periods[0].span.start, dates[0].span.start)
            span = Span(start, max(periods[0].span.end, dates[1].span.end))
            fields = {"term": periods[0].span.of(context.contract.text), "dates": f"{days}天"}
            yield Match(context.segment(span, sentence.span), harms="both", fields=fields, why="期限与日期")


def _is_term(span: Span, context: Context) -> bool:
    before = context.canonical_of(Span(max(span.start - 10, 0), span.start))
    return (
        re.search(r"(?:(?:期限|期|天数|日历天)(?:共?计?|为|是|：)*[^，。；]{0,2}|，(?:共计?|合计|为期|总计))$", before)
        is not None
    )
