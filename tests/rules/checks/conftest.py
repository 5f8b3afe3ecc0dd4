"""Running single rules of the built-in catalogue over a contract given as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from extractors import read_text
from rules.engine import RuleSet, review_contract
from rules.loader import load_ruleset
from rules.model import Finding, Stance

Findings = Callable[..., tuple[Finding, ...]]


@pytest.fixture(scope="session")
def findings() -> Findings:
    """``findings(text, *rule_ids)``: what these rules report in the contract ``text``."""
    ruleset = load_ruleset()

    def find(text: str, *rule_ids: str) -> tuple[Finding, ...]:
        rules = tuple(rule for rule in ruleset.rules if rule.id in rule_ids)
        assert len(rules) == len(rule_ids), "an unknown rule"
        chosen = RuleSet(rules, ruleset.statutes, ruleset.playbook)
        review = review_contract(read_text(text), chosen, Stance.NEUTRAL, date(2026, 11, 21))
        return (*review.findings, *review.missing)

    return find
