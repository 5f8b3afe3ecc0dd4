"""Words of the interface for values of the models, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app import labels
from app.model import Verdict
from extractors.model import Contract
from rules.model import Basis, CheckState, Finding, Review, Severity, Stance


def severity_name(severity: Severity) -> str:
    """High, medium or low risk."""
    tr = QCoreApplication.translate
    return {
        Severity.HIGH: tr("Wording", "High risk"),
        Severity.MEDIUM: tr("Wording", "Medium risk"),
        Severity.LOW: tr("Wording", "Low risk"),
    }[severity]


def severity_short(severity: Severity) -> str:
    """One word for a chip."""
    tr = QCoreApplication.translate
    return {
        Severity.HIGH: tr("Wording", "High"),
        Severity.MEDIUM: tr("Wording", "Medium"),
        Severity.LOW: tr("Wording", "Low"),
    }[severity]


def verdict_name(verdict: Verdict) -> str:
    """What became of a finding."""
    tr = QCoreApplication.translate
    return {
        Verdict.OPEN: tr("Wording", "Open"),
        Verdict.ACCEPTED: tr("Wording", "Accepted"),
        Verdict.EDITED: tr("Wording", "Accepted, edited"),
        Verdict.DISMISSED: tr("Wording", "Dismissed"),
    }[verdict]


def stance_name(stance: Stance) -> str:
    """For whom the contract is reviewed."""
    tr = QCoreApplication.translate
    return {
        Stance.PARTY_A: tr("Wording", "Party A (甲方)"),
        Stance.PARTY_B: tr("Wording", "Party B (乙方)"),
        Stance.NEUTRAL: tr("Wording", "Neutral"),
    }[stance]


def harms_phrase(finding: Finding) -> str:
    """Whom the finding harms, as a phrase; empty where it cannot be told."""
    tr = QCoreApplication.translate
    if not finding.harms:
        return ""
    if finding.harms == "both":
        return tr("Wording", "harms both parties")
    return tr("Wording", "harms {party}").format(party=finding.harms)


def place_phrase(contract: Contract, finding: Finding) -> str:
    """The clause a finding stands in, with the page where the file has pages; empty for what is missing."""
    tr = QCoreApplication.translate
    if finding.span is None:
        return ""
    place = labels.clause_path(contract, finding)
    page = contract.page_of(finding.span)
    return tr("Wording", "{clause}, page {page}").format(clause=place, page=page) if page else place


def basis_name(basis: Basis) -> str:
    """A legal basis as lawyers cite it."""
    return labels.cite(basis)


def checks_sentence(review: Review) -> str:
    """How many checks were made and what came of them."""
    states = [check.state for check in review.checks]
    return QCoreApplication.translate(
        "Wording", "{all} checks made: {found} with findings, {passed} passed, {other} not applicable"
    ).format(
        all=len(states),
        found=states.count(CheckState.FOUND),
        passed=states.count(CheckState.PASSED),
        other=states.count(CheckState.NOT_APPLICABLE),
    )


def stage_name(stage: str) -> str:
    """What a job is doing; ``stage`` is its code."""
    tr = QCoreApplication.translate
    names = {
        "reading": tr("Wording", "Reading the file"),
        "clauses": tr("Wording", "Finding the clauses"),
        "facts": tr("Wording", "Reading amounts, dates and parties"),
        "frames": tr("Wording", "Reading the sentences"),
        "rules": tr("Wording", "Checking the rules"),
    }
    return names.get(stage, tr("Wording", "Working"))
