"""Words of the interface for values of the models, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app import labels
from app.model import Verdict
from extractors.model import Contract, RevisionKind
from rules.model import Basis, CheckState, Finding, Review, Severity, Stance


def severity_name(severity: Severity) -> str:
    """High, medium or low risk."""
    translate = QCoreApplication.translate
    return {
        Severity.HIGH: translate("Wording", "High risk"),
        Severity.MEDIUM: translate("Wording", "Medium risk"),
        Severity.LOW: translate("Wording", "Low risk"),
    }[severity]


def verdict_name(verdict: Verdict) -> str:
    """What became of a finding."""
    translate = QCoreApplication.translate
    return {
        Verdict.OPEN: translate("Wording", "Open"),
        Verdict.ACCEPTED: translate("Wording", "Accepted"),
        Verdict.EDITED: translate("Wording", "Accepted, edited"),
        Verdict.DISMISSED: translate("Wording", "Dismissed"),
    }[verdict]


def stance_name(stance: Stance) -> str:
    """For whom the contract is reviewed."""
    translate = QCoreApplication.translate
    return {
        Stance.PARTY_A: translate("Wording", "Party A"),
        Stance.PARTY_B: translate("Wording", "Party B"),
        Stance.NEUTRAL: translate("Wording", "Neutral"),
    }[stance]


def harms_phrase(finding: Finding) -> str:
    """Whom the finding harms, as a phrase; empty where it cannot be told."""
    translate = QCoreApplication.translate
    if not finding.harms:
        return ""
    if finding.harms == "both":
        return translate("Wording", "harms both parties")
    return translate("Wording", "harms {party}").format(party=finding.harms)


def favour_phrase(finding: Finding) -> str:
    """That the chosen stance profits, where it does."""
    return QCoreApplication.translate("Wording", "in our favour") if finding.favourable else ""


def place_phrase(contract: Contract, finding: Finding) -> str:
    """The clause a finding stands in, with the page where the file has pages; empty for what is missing."""
    translate = QCoreApplication.translate
    if finding.span is None:
        return ""
    place = labels.clause_path(contract, finding)
    page = contract.page_of(finding.span)
    return translate("Wording", "{clause}, page {page}").format(clause=place, page=page) if page else place


def basis_name(basis: Basis) -> str:
    """A legal basis as lawyers cite it."""
    return labels.cite(basis)


def check_state_name(state: CheckState) -> str:
    """What came of a check."""
    translate = QCoreApplication.translate
    return {
        CheckState.FOUND: translate("Wording", "With findings"),
        CheckState.PASSED: translate("Wording", "Passed"),
        CheckState.NOT_APPLICABLE: translate("Wording", "Not applicable"),
    }[state]


def comment_name() -> str:
    """A comment that was in the file."""
    return QCoreApplication.translate("Wording", "Comment")


def revision_name(kind: RevisionKind) -> str:
    """What a tracked change does."""
    translate = QCoreApplication.translate
    return {
        RevisionKind.INSERTED: translate("Wording", "Inserted"),
        RevisionKind.DELETED: translate("Wording", "Deleted"),
        RevisionKind.MOVED_FROM: translate("Wording", "Moved away"),
        RevisionKind.MOVED_TO: translate("Wording", "Moved here"),
    }[kind]


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
    """What a job is doing: the readers say it in Chinese, the other stages are codes."""
    translate = QCoreApplication.translate
    names = {
        "clauses": translate("Wording", "Finding the clauses"),
        "facts": translate("Wording", "Reading amounts, dates and parties"),
        "rules": translate("Wording", "Checking the rules"),
        "": translate("Wording", "Working"),
    }
    return names.get(stage, stage)
