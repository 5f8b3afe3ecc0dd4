"""What a lawyer would say of a contract: the labels that stand beside each text in ``contracts/``.

A label file is JSON with the fields of `Labels`; ``file`` names the text beside it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

CONTRACTS = Path(__file__).resolve().parent / "contracts"

_FINDINGS = """
liability.uncapped liability.excluded liability.capped liability.sole_remedy liability.vague liability.one_sided
penalty.daily_rate penalty.lump_sum unilateral.change unilateral.terminate unilateral.suspend unilateral.decide
renewal.auto deemed.consent assignment.free waiver.rights restraint.exclusive payment.prepaid_full
payment.conditional payment.nonrefundable payment.unclear payment.tax_unclear deposit.excessive performance.vague
acceptance.unclear force_majeure.overbroad warranty.weak ip.ownership confidentiality.weak data.protection
dispute.arbitration_void dispute.forum_adverse dispute.cost_one_sided form.blank form.repealed_law
form.cross_reference form.numbering form.attachment form.amount_mismatch form.inconsistent form.party_info
form.undefined_term form.typo statute.exemption_void statute.lease_term statute.loan_interest statute.labor
statute.construction statute.guarantee statute.sme_payment statute.consumer statute.other
"""
_MISSING = """
subject price payment term delivery quality acceptance warranty breach termination dispute force_majeure notice
confidentiality ip data invoice liability_cap transfer change parties signature exit labor_required guarantee_term
deposit_return insurance
"""

FINDING_TYPES = frozenset(_FINDINGS.split())
"""Every type a finding at a place can have."""

MISSING_TYPES = frozenset(f"missing.{name}" for name in _MISSING.split())
"""Every type of a finding that the contract lacks something."""


@dataclass(frozen=True, slots=True)
class Risk:
    """A place a reviewer should raise; ``must`` where any competent one would."""

    type: str
    quote: str  # exact words of the contract
    severity: str  # high, medium, low
    harms: str
    must: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A place that looks like a risk of ``type`` and is none."""

    type: str
    quote: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lack:
    """Something the contract should say and does not."""

    type: str
    must: bool


@dataclass(frozen=True, slots=True)
class ClauseStart:
    """A clause: level as in `extractors.model.Clause`, number as shown ("" where titled), first characters."""

    level: int
    label: str
    start: str


@dataclass(frozen=True, slots=True)
class PartyLabel:
    """A party by role; ``name`` is empty where the contract leaves it blank."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Labels:
    """All labels of one contract."""

    file: str
    contract_type: str  # acceptable words for it, separated by "/"
    parties: tuple[PartyLabel, ...]
    findings: tuple[Risk, ...]
    missing: tuple[Lack, ...]
    clean: tuple[NearMiss, ...]
    clauses: tuple[ClauseStart, ...]

    @property
    def path(self) -> Path:
        """The contract's text."""
        return CONTRACTS / self.file


def load(path: Path) -> Labels:
    """The labels in ``path``; a TypeError or KeyError where a field is missing or unknown."""
    raw = json.loads(path.read_text("utf8"))
    return Labels(
        file=raw["file"],
        contract_type=raw["contract_type"],
        parties=tuple(PartyLabel(**item) for item in raw["parties"]),
        findings=tuple(Risk(**item) for item in raw["findings"]),
        missing=tuple(Lack(**item) for item in raw["missing"]),
        clean=tuple(NearMiss(**item) for item in raw["clean"]),
        clauses=tuple(ClauseStart(**item) for item in raw["clauses"]),
    )


def load_all(prefix: str = "") -> tuple[Labels, ...]:
    """The labels of all contracts whose type (one of the acceptable words) begins with ``prefix``, by file name."""
    labels = (load(path) for path in sorted(CONTRACTS.glob("*.json")))
    return tuple(one for one in labels if any(word.startswith(prefix) for word in one.contract_type.split("/")))
