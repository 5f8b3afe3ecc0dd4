"""Lengths of time against a limit: by number, by dates, in other units."""

from __future__ import annotations

from datetime import date

import pytest

from extractors import read_text
from rules.engine import RuleSet, review_contract
from rules.loader import load_playbook, load_statutes, parse_rule
from rules.model import Finding, Stance
from rules.tables import RuleError

RULE = """
id = "lease"
type = "statute.lease_term"
title = "租期"
severity = "high"
harms = "both"
basis = [{{ law = "民法典", article = "705" }}]
[when.sentence]
any = ['租期[^。；]*']
{limit}
[say]
message = "租期为{{period}}。"
wording = "期限为十年。"
"""


def findings(text: str, limit: str) -> tuple[Finding, ...]:
    rule = parse_rule(RULE.format(limit=limit), "lease.toml")
    contract = read_text(f"租赁合同\n\n甲方：江河贸易有限公司\n乙方：云山科技有限公司\n\n第一条 约定\n{text}\n")
    return review_contract(
        contract, RuleSet((rule,), load_statutes(), load_playbook()), Stance.NEUTRAL, date(2026, 11, 21)
    ).findings


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("租期为二十五年。", "二十五年"),
        ("租期为300个月。", "300个月"),
        ("租期自2020年1月1日起至2049年12月31日止。", "30年"),
        ("租期先为三年，续租后为二十一年。", "二十一年"),
    ],
)
def test_a_length_over_the_limit_is_found_and_named(text: str, period: str) -> None:
    (finding,) = findings(text, 'longer_than = "20年"')
    assert finding.message == f"租期为{period}。"


@pytest.mark.parametrize(
    "text",
    ["租期为二十年。", "租期为240个月。", "租期自2020年1月1日起至2039年12月31日止。", "租期由双方商定。"],
)
def test_a_length_up_to_the_limit_is_silent(text: str) -> None:
    assert findings(text, 'longer_than = "20年"') == ()


def test_a_length_under_the_limit_is_found_only_where_shorter_is_meant() -> None:
    (finding,) = findings("租期为十五日。", 'shorter_than = "6月"')
    assert finding.message == "租期为十五日。"
    assert findings("租期为六个月。", 'shorter_than = "6月"') == ()


def test_a_calendar_year_is_not_longer_than_a_year() -> None:
    assert findings("租期为365日。", 'longer_than = "1年"') == ()


def test_a_limit_without_unit_is_an_error_that_names_the_key() -> None:
    with pytest.raises(RuleError, match="longer_than"):
        findings("租期为十年。", 'longer_than = "20"')
