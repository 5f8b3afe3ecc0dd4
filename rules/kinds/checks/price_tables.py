"""Tables of prices: quantity times unit price in each row, and the rows' sum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from extractors.model import Block, Span
from rules.context import Context
from rules.rule import Finder, Match
from rules.tables import Table

_COLUMNS = (
    ("count", re.compile(r"数量|台数|件数|工程量|面积|人数")),
    ("price", re.compile(r"单价|综合单价")),
    ("total", re.compile(r"小计|金额|合价|总价|合计|价款")),
)
_NUMBER = re.compile(r"[¥￥]?\s*(\d[\d,]*(?:\.\d+)?)\s*(?:[元套台件个只吨箱张把辆米次支瓶块平方㎡人]{0,3})")
_SUM_ROW = re.compile(r"^\s*(?:合计|总计|共计|总价)")
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class _Row:
    span: Span
    cells: tuple[str, ...]

    def number(self, column: int | None) -> Decimal | None:
        """The amount in a column; None where the cell is not one number."""
        if column is None or column >= len(self.cells):
            return None
        found = _NUMBER.fullmatch(self.cells[column].strip())
        return Decimal(found[1].replace(",", "")) if found else None


def parse_price_rows(_table: Table) -> Finder:
    """Rows where quantity times unit price is not the amount. Fields: count, price, product, total."""
    return _wrong_rows


def parse_price_sum(_table: Table) -> Finder:
    """Tables whose amounts do not add up to the amount of their 合计 row. Fields: total, sum."""
    return _wrong_sums


def _wrong_rows(context: Context) -> Iterator[Match]:
    for columns, rows in _tables(context):
        for row in rows:
            count, price, total = (row.number(columns.get(name)) for name in ("count", "price", "total"))
            if count is None or price is None or total is None or abs(count * price - total) <= _CENT:
                continue
            fields = {"count": _shown(count), "price": _shown(price), "total": _shown(total)}
            yield Match(row.span, harms="both", fields={**fields, "product": _shown(count * price)}, why="单价乘数量")


def _wrong_sums(context: Context) -> Iterator[Match]:
    for columns, rows in _tables(context):
        last = rows[-1]
        if not _SUM_ROW.match(last.cells[0]):
            continue
        amounts = [row.number(columns.get("total")) for row in rows[:-1]]
        numbers = [number for number in (_NUMBER.search(cell) for cell in last.cells[1:]) if number]
        if not numbers or None in amounts or len(amounts) < 2:
            continue
        total = Decimal(numbers[-1][1].replace(",", ""))
        added = sum((amount for amount in amounts if amount is not None), Decimal(0))
        if abs(added - total) > _CENT:
            yield Match(last.span, harms="both", fields={"total": _shown(total), "sum": _shown(added)}, why="合计")


def _tables(context: Context) -> Iterator[tuple[dict[str, int], list[_Row]]]:
    """Neighbouring lines of cells below a header that names a unit price, with the columns it names."""
    text = context.contract.text
    for tabbed, group in groupby(context.contract.document.blocks, key=lambda block: "\t" in block.span.of(text)):
        rows = [_row(block, text) for block in group] if tabbed else []
        header = next((at for at, row in enumerate(rows) if any("单价" in cell for cell in row.cells)), None)
        if header is not None and len(rows) > header + 1:
            yield _columns(rows[header]), rows[header + 1 :]


def _row(block: Block, text: str) -> _Row:
    return _Row(block.span, tuple(block.span.of(text).split("\t")))


def _columns(header: _Row) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, pattern in _COLUMNS:
        at = [index for index, cell in enumerate(header.cells) if pattern.search(cell) and index not in found.values()]
        if at:
            found[name] = at[0]
    return found


def _shown(value: Decimal) -> str:
    return f"{value:,.2f}".removesuffix(".00")
