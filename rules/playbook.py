"""What a firm sets: the dated LPR, severities of its own, rules switched off. The built-in one is the default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from rules.model import Severity


@dataclass(frozen=True)
class Playbook:
    """Settings of a review.

    ``lpr_one_year`` is the one-year loan prime rate as a fraction a year (0.03), published on ``lpr_date``:
    a reference for late fees, and the measure of the cap on private lending (民间借贷规定 art. 25).
    """

    name: str
    lpr_one_year: Decimal
    lpr_date: date
    severities: Mapping[str, Severity] = field(default_factory=dict)  # by rule id
    off: frozenset[str] = frozenset()  # rule ids
