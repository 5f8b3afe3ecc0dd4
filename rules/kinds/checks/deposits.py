"""Deposits by amount against the price named in the same clause (民法典 586: one fifth at most)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractors.model import Money, Span
from rules.context import Context
from rules.kinds.rate import percent
from rules.patterns import Pattern, any_occurs, compile_pattern
from rules.rule import Finder, Match
from rules.tables import Table

_DEPOSIT = (compile_pattern("定金(?:人民币|计|为|：|¥|金额)*$"),)
_PRICE = (
    compile_pattern(
        "(?:总价|价款|总额|总金额|合同价|转让价|成交价|房价)(?:款|为|共?计|合计|总计|：|是|人民币|¥|金额)*$"
    ),
)
_BEFORE = 16  # characters before an amount that say what it is


@dataclass(frozen=True, slots=True)
class DepositCheck:
    """Finds deposits of more than ``share`` of the price."""

    share: Decimal

    def __call__(self, context: Context) -> Iterator[Match]:
        """One match for each deposit over the share. Fields: deposit, price, share."""
        money = [item for item in context.contract.facts.money if item.amount]
        for deposit in money:
            price = _price(deposit, money, context)
            if price is None or not _is_called(deposit, _DEPOSIT, context):
                continue
            share = (deposit.amount or Decimal(0)) / price
            if share > self.share:
                yield _match(deposit, price, share, context)


def parse_deposit_amount(table: Table) -> Finder:
    """``share_over``: the share of the price that a deposit may not exceed."""
    return DepositCheck(Decimal(str(table.number("share_over"))))


def _price(deposit: Money, money: list[Money], context: Context) -> Decimal | None:
    """The price named in the clause of ``deposit``."""
    clause = context.clause_of(deposit.span)
    for item in money:
        if clause and item is not deposit and clause.span.covers(item.span) and _is_called(item, _PRICE, context):
            return item.amount
    return None


def _is_called(money: Money, names: tuple[Pattern, ...], context: Context) -> bool:
    before = Span(max(money.span.start - _BEFORE, 0), money.span.start)
    return any_occurs(names, context.canonical_of(before))


def _match(deposit: Money, price: Decimal, share: Decimal, context: Context) -> Match:
    sentence = context.sentence_of(deposit.span)
    quote = context.segment(deposit.span, sentence.span) if sentence else deposit.span
    fields = {
        "deposit": deposit.span.of(context.contract.text),
        "price": f"{price:,.2f}".removesuffix(".00") + "元",
        "share": percent(share),
    }
    return Match(quote, fields=fields, why=fields["deposit"])
