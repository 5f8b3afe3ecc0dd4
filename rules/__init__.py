"""A contract in, findings out.

The engine and the catalogue are imported at the first review: the window imports the models long before.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rules.model import Review, Stance

if TYPE_CHECKING:
    from extractors.model import Contract
    from rules.playbook import Playbook
    from rules.statute_table import Statutes

__all__ = ["load_playbook", "review", "statutes"]


def review(contract: Contract, stance: Stance = Stance.NEUTRAL, playbook: Playbook | None = None) -> Review:
    """Review ``contract`` for ``stance`` with the built-in catalogue, under ``playbook`` or the built-in one."""
    from rules.engine import RuleSet, review_contract
    from rules.loader import load_ruleset

    ruleset = load_ruleset()
    if playbook is not None:
        ruleset = RuleSet(ruleset.rules, ruleset.statutes, playbook)
    return review_contract(contract, ruleset, stance, datetime.now(UTC).date())


def load_playbook() -> Playbook:
    """The built-in playbook."""
    from rules.loader import load_playbook as load

    return load()


def statutes() -> Statutes:
    """The statute table."""
    from rules.loader import load_statutes

    return load_statutes()
