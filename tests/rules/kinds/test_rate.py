"""Rates against a multiple of the loan prime rate: the playbook's figure decides, the multiple itself is allowed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from extractors import read_text
from rules.engine import RuleSet, review_contract
from rules.loader import load_ruleset
from rules.model import Finding, Stance

RULESET = load_ruleset()
RULES = tuple(rule for rule in RULESET.rules if rule.id == "loan-rate-over-cap")


def findings(rate: str, lpr: str) -> tuple[Finding, ...]:
    playbook = replace(RULESET.playbook, lpr_one_year=Decimal(lpr))
    contract = read_text(f"借款合同\n\n出借人：张远\n借款人：李江\n\n第一条 利息\n借款{rate}，到期还本付息。\n")
    return review_contract(
        contract, RuleSet(RULES, RULESET.statutes, playbook), Stance.NEUTRAL, date(2026, 11, 21)
    ).findings


@pytest.mark.parametrize("rate", ["年利率12.1%", "月利率1.1%", "日利率万分之五"])
def test_a_rate_over_four_times_the_lpr_is_found(rate: str) -> None:
    (finding,) = findings(rate, "0.030")
    assert "四倍为12%" in finding.message


@pytest.mark.parametrize("rate", ["年利率12%", "月利率1%", "年利率8%"])
def test_a_rate_up_to_four_times_the_lpr_is_silent(rate: str) -> None:
    assert findings(rate, "0.030") == ()


def test_the_playbooks_lpr_moves_the_cap() -> None:
    assert findings("年利率15%", "0.0385") == ()
    assert len(findings("年利率15%", "0.035")) == 1
