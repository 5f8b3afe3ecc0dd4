"""Every rule keeps its own word."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from rules.loader import load_ruleset
from rules.rule import Rule
from rules.validate import problems

RULESET = load_ruleset()


@pytest.mark.parametrize("rule", RULESET.rules, ids=lambda rule: rule.id)
def test_a_rule_finds_its_bad_examples_and_leaves_its_good_ones(rule: Rule) -> None:
    assert list(problems(rule, RULESET, datetime.now(UTC).date())) == []
