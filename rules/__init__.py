"""A contract in, findings out."""

from __future__ import annotations

from datetime import UTC, datetime

from extractors.model import Contract
from rules.engine import RuleSet, review_contract
from rules.loader import load_playbook, load_ruleset, load_statutes
from rules.model import Review, Stance
from rules.playbook import Playbook
from rules.statutes import Statutes


def review(contract: Contract, stance: Stance = Stance.NEUTRAL, playbook: Playbook | None = None) -> Review:
    """Review ``contract`` for ``stance`` with the built-in catalogue, under ``playbook`` or the built-in one."""
    ruleset = load_ruleset()
    if playbook is not None:
        ruleset = RuleSet(ruleset.rules, ruleset.statutes, playbook)
    return review_contract(contract, ruleset, stance, datetime.now(UTC).date())


def statutes() -> Statutes:
    """The statute table."""
    return load_statutes()


__all__ = ["Playbook", "Review", "Stance", "Statutes", "load_playbook", "review", "statutes"]
