"""Amounts, shares, tables and terms that do not come out."""

from __future__ import annotations

import pytest

from tests.rules.checks.conftest import Findings

HEAD = "供货合同\n甲方：江河贸易有限公司\n乙方：云山科技有限公司\n第一条 约定\n"
SUMS = ("amount-words", "shares-not-whole", "price-times-quantity", "parts-not-total", "term-and-dates")


@pytest.mark.parametrize(
    ("clause", "rule"),
    [
        ("总价为人民币叁万元整（¥35,000.00）。", "amount-words"),
        ("价款分三期支付：签约付30%，到货付40%，验收付20%。", "shares-not-whole"),
        ("采购电机6台，每台单价1,500元，合计9,600元。", "price-times-quantity"),
        ("投资总额90万元，其中厂房40万元，设备30万元，流动资金30万元。", "parts-not-total"),
        ("服务期限两年，自2026年1月1日起至2026年12月31日止。", "term-and-dates"),
    ],
)
def test_what_does_not_come_out_is_found(findings: Findings, clause: str, rule: str) -> None:
    assert [finding.rule for finding in findings(HEAD + clause, *SUMS)] == [rule]


@pytest.mark.parametrize(
    "clause",
    [
        "总价为人民币叁万伍仟元整（¥35,000.00）。",
        "价款分三期支付：签约付30%，到货付50%，验收付20%。",
        "采购电机6台，每台单价1,500元，合计9,000元。",
        "投资总额100万元，其中厂房40万元，设备30万元，流动资金30万元。",
        "服务期限一年，自2026年1月1日起至2026年12月31日止。",
        "合格率低于98%扣款5%，低于95%扣款10%，低于90%扣款20%。",
        "首付款三万元，验收后付二万元，质保期满付一万元。",
    ],
)
def test_what_comes_out_is_silent(findings: Findings, clause: str) -> None:
    assert findings(HEAD + clause, *SUMS) == ()


def table(*rows: str) -> str:
    return HEAD + "\n".join(row.replace("|", "\t") for row in ("名称|数量|单价|金额", *rows)) + "\n"


def test_a_row_of_a_price_table_is_worked_out(findings: Findings) -> None:
    (finding,) = findings(table("电机|6|1,500|9,600", "水泵|2|800|1,600"), "price-row", "price-table-sum")
    assert finding.rule == "price-row"
    assert "9,000" in finding.message


def test_the_rows_of_a_price_table_are_added_up(findings: Findings) -> None:
    (finding,) = findings(
        table("电机|6|1,500|9,000", "水泵|2|800|1,600", "合计|||10,000"), "price-row", "price-table-sum"
    )
    assert finding.rule == "price-table-sum"
    assert "10,600" in finding.message


def test_a_cell_that_is_no_number_makes_no_sum(findings: Findings) -> None:
    assert (
        findings(table("电机|6|面议|9,000", "水泵|2|800|待定", "合计|||10,000"), "price-row", "price-table-sum") == ()
    )
