"""Deposits by amount: compared with the price of the same clause, at one fifth."""

from __future__ import annotations

from datetime import date

import pytest

from extractors import read_text
from rules.engine import RuleSet, review_contract
from rules.loader import load_ruleset
from rules.model import Finding, Stance

RULESET = load_ruleset()
ALONE = RuleSet(
    tuple(rule for rule in RULESET.rules if rule.id == "deposit-over-20-amount"), RULESET.statutes, RULESET.playbook
)


def findings(text: str) -> tuple[Finding, ...]:
    contract = read_text(f"买卖合同\n\n甲方：江河贸易有限公司\n乙方：云山科技有限公司\n\n{text}\n")
    return review_contract(contract, ALONE, Stance.NEUTRAL, date(2026, 11, 21)).findings


def test_the_message_works_out_the_share() -> None:
    (finding,) = findings("第一条 价款\n合同总价为200万元，买方签约时支付定金50万元。")
    assert finding.quote == "买方签约时支付定金50万元"
    assert "2,000,000元的25%" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "第一条 价款\n合同总价为200万元，买方签约时支付定金40万元。",
        "第一条 价款\n合同总价为200万元，买方签约时支付预付款100万元。",
        "第一条 价款\n买方签约时支付定金50万元。",
        "第一条 价款\n合同总价为200万元。\n第二条 样品\n样品定金5000元。",
    ],
)
def test_within_a_fifth_without_price_or_for_something_else_it_is_silent(text: str) -> None:
    assert findings(text) == ()
