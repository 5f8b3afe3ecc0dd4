from decimal import Decimal

import pytest

from extractors.entities.money import find_money


@pytest.mark.parametrize(
    ("text", "amount", "currency", "in_words"),
    [
        ("合同总价为人民币壹佰贰拾万元整。", "1200000", "CNY", True),
        ("（小写：￥1,200,000.00）", "1200000", "CNY", False),
        ("服务费120万元。", "1200000", "CNY", False),
        ("投资12.5亿元。", "1250000000", "CNY", False),
        ("RMB 5000", "5000", "CNY", False),
        ("USD 3,000", "3000", "USD", False),
        ("三万美元", "30000", "USD", True),
        ("每人800元/月", "800", "CNY", False),
        ("玖拾玖元玖角玖分", "99.99", "CNY", True),
        ("受让方支付对价500万，分期给付。", "5000000", "CNY", False),
        ("违约金_10000元整", "10000", "CNY", False),
    ],
)
def test_reads_an_amount(text: str, amount: str, currency: str, *, in_words: bool) -> None:
    (money,) = find_money(text)
    assert (money.amount, money.currency, money.in_words) == (Decimal(amount), currency, in_words)


@pytest.mark.parametrize("text", ["共3单元", "30日内付款", "人民币大写 元整", "￥.00元", "数万元", "价款以实际为准"])
def test_numbers_without_money_and_money_without_numbers_are_none(text: str) -> None:
    assert find_money(text) == ()


def test_capital_and_small_figures_are_two_amounts_in_order() -> None:
    text = "开发费100000元（人民币拾万圆整）"
    assert [money.span.of(text) for money in find_money(text)] == ["100000元", "人民币拾万圆整"]


def test_a_full_stop_between_two_amounts_parts_them() -> None:
    text = "￥ 3000，120万元"
    assert [money.amount for money in find_money(text)] == [Decimal(3000), Decimal(1200000)]
