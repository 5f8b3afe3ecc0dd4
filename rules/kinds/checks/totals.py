"""Amounts that do not come out: items and their total, a part and the rest, a proportion of the price."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractors.model import Sentence, Span
from rules.context import Context
from rules.rule import Finder, Match
from rules.tables import Table

_FIGURE = re.compile(
    r"(?<![0-9.,第])(?:人民币)?(?:¥(?P<marked>\d[\d,]*(?:\.\d+)?)(?![\d万亿%])|"
    r"¥?(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<scale>万|亿)?(?:元|(?<=[万亿])(?![0-9名人次件台])))"
)
_SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000), None: Decimal(1)}
_TOTAL_WORD = re.compile(r"(?:合计|总共|共计|总计|一共|总和为?)(?:每[月年季日期次]|人民币|金额|为|：|是|费用|计)*$")
_REST_WORD = re.compile(r"(?:其余|余下|剩余|余额|余款|尾款)(?:的|款项?|部分|金额|为|：|人民币)*$")
_WHOLE_WORD = re.compile(
    r"(?:总[价额款计]|价款|转让款|合同价|报酬|金额|投资款|增资款|出资额|估值|费用)[^，。；0-9]{0,24}$"
)
_NOT_PARTS = re.compile(r"单价|每[吨台件套个只米平]|×|[*]|折|税|不超过|不低于|以上|以下|至少|最高|违约|罚|赔|押金|抵")
_SHARE_OF = re.compile(
    r"(?P<share>\d{1,2}(?:\.\d+)?)%(?:的[^，。；0-9]{0,8})?[，（]?(?:即|计|共计|合计|折合|为)(?:人民币)?"
)
_STAKE = re.compile(
    r"(?P<share>\d{1,2}(?:\.\d+)?)%(?:的)?(?:股权|股份|出资额|份额)[^，。；0-9]{0,12}(?:价款|对价|价格|转让款)[^，。；0-9]{0,6}$"
)
_NEAR = (Decimal("0.6"), Decimal("1.6"))  # farther apart, the figures were not meant to be the same


@dataclass(frozen=True, slots=True)
class _Figure:
    """An amount in yuan, and where it stands in its sentence."""

    start: int
    end: int
    value: Decimal
    before: str  # the words before it, back to the last figure


def parse_listed_sum(_table: Table) -> Finder:
    """Amounts followed by their total (…，合计…), which is not their sum. Fields: total, sum."""
    return _listed_sums


def parse_rest(_table: Table) -> Finder:
    """A whole, parts of it and the rest (其余, 尾款), which do not make up the whole. Fields: total, sum."""
    return _rests


def parse_share_of_price(_table: Table) -> Finder:
    """A proportion of the price with an amount (60%，即…元) that it does not give. Fields: share, total, sum."""
    return _shares_of_price


def _listed_sums(context: Context) -> Iterator[Match]:
    for sentence, figures in _sentences(context):
        for at, total in enumerate(figures):
            parts = figures[:at]
            if len(parts) >= 2 and _TOTAL_WORD.search(total.before):
                if not any(_NOT_PARTS.search(item.before) for item in (*parts, total)):
                    yield from _unequal(total.value, parts, total, sentence, context)
                break


def _rests(context: Context) -> Iterator[Match]:
    whole: Decimal | None = None  # the last whole named in the sentences before
    for sentence, figures in _sentences(context):
        first = figures[0]
        inside = bool(_WHOLE_WORD.search(first.before)) and len(figures) > 2
        at = next((index for index, item in enumerate(figures) if _REST_WORD.search(item.before)), None)
        total = first.value if inside else whole
        if at and total is not None and not any(_NOT_PARTS.search(item.before) for item in figures[: at + 1]):
            parts = figures[1 if inside else 0 : at + 1]
            if len(parts) >= 2:
                yield from _unequal(total, parts, figures[at], sentence, context)
        if _WHOLE_WORD.search(first.before):
            whole = first.value


def _shares_of_price(context: Context) -> Iterator[Match]:
    found = list(_sentences(context))
    wholes = {item.value for _, figures in found for item in figures if _WHOLE_WORD.search(item.before)}
    for sentence, figures in found:
        for item in figures:
            share = _SHARE_OF.search(item.before) or _STAKE.search(item.before)
            if share is None or not wholes - {item.value}:
                continue
            wanted = sorted(whole * Decimal(share["share"]) / 100 for whole in wholes)
            near = [value for value in wanted if _near(value, item.value)]
            if near and item.value not in wanted and not _rounded(near, item.value):
                fields = {"share": f"{share['share']}%", "total": _shown(item.value), "sum": _shown(near[0])}
                yield Match(_quote(item, item, sentence, context), harms="both", fields=fields, why=share[0])


def _unequal(
    total: Decimal, parts: list[_Figure], last: _Figure, sentence: Sentence, context: Context
) -> Iterator[Match]:
    added = sum((item.value for item in parts), Decimal(0))
    if added != total and _near(added, total):
        fields = {"total": _shown(total), "sum": _shown(added)}
        yield Match(_quote(parts[0], last, sentence, context), harms="both", fields=fields, why="合计")


def _near(one: Decimal, other: Decimal) -> bool:
    low, high = _NEAR
    return other > 0 and low <= one / other <= high


def _rounded(values: list[Decimal], value: Decimal) -> bool:
    return any(abs(item - value) < 1 for item in values)


def _sentences(context: Context) -> Iterator[tuple[Sentence, list[_Figure]]]:
    for sentence in context.contract.sentences:
        figures = _figures(context.canonical_of(sentence.span))
        if figures and not context.signed(sentence.span):
            yield sentence, figures


def _figures(text: str) -> list[_Figure]:
    found: list[_Figure] = []
    end = 0
    for hit in _FIGURE.finditer(text):
        value = Decimal((hit["marked"] or hit["digits"]).replace(",", "")) * _SCALES[hit["scale"]]
        found.append(_Figure(hit.start(), hit.end(), value, text[end : hit.start()]))
        end = hit.end()
    return found


def _quote(first: _Figure, last: _Figure, sentence: Sentence, context: Context) -> Span:
    start = context.canonical.canonical(sentence.span)[0]
    return context.segment(context.canonical.original(start + first.start, start + last.end), sentence.span)


def _shown(value: Decimal) -> str:
    return f"{value:,.2f}".removesuffix(".00")
