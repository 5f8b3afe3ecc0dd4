"""A review as JSON, in the shape that DESIGN.md gives for the command line."""

from __future__ import annotations

import json
from typing import TypedDict

from extractors.model import Clause, Contract
from rules.model import Basis, Finding, Review


class PartyJson(TypedDict):
    """A party; ``name`` is empty where the contract leaves it blank."""

    role: str
    name: str


class ClauseJson(TypedDict):
    """A clause with its own text, children left out; ``level`` 1 is a top clause, 0 an attached document."""

    id: str
    level: int
    label: str
    title: str
    text: str
    page: int | None


class BasisJson(TypedDict):
    """A legal basis: short name of the law, article in Arabic digits."""

    law: str
    article: str


class FindingJson(TypedDict):
    """A finding; ``quote`` is the exact text found, ``start`` and ``end`` its characters in the text as read."""

    id: str
    type: str
    rule: str
    title: str
    severity: str
    harms: str
    favourable: bool
    clause: str
    label: str
    page: int | None
    start: int | None
    end: int | None
    quote: str
    message: str
    basis: list[BasisJson]
    wording: str


class MissingJson(TypedDict):
    """Something the contract lacks."""

    id: str
    type: str
    rule: str
    title: str
    severity: str
    message: str
    basis: list[BasisJson]
    wording: str


class ReviewJson(TypedDict):
    """The whole review; ``files`` names all files where several were reviewed as one contract."""

    file: str
    files: list[str]
    contract_type: str
    stance: str
    parties: list[PartyJson]
    clauses: list[ClauseJson]
    findings: list[FindingJson]
    missing: list[MissingJson]
    notices: list[str]


def review_to_json(review: Review) -> ReviewJson:
    """The review as values that JSON can hold, in the order of the review."""
    contract = review.contract
    return ReviewJson(
        file=contract.document.name,
        files=list(contract.document.files),
        contract_type=contract.type.name,
        stance=review.stance.value,
        parties=[PartyJson(role=party.role, name=party.name) for party in contract.facts.parties],
        clauses=[_clause(contract, clause) for clause in contract.clauses],
        findings=[_finding(contract, finding) for finding in review.findings],
        missing=[_missing(finding) for finding in review.missing],
        notices=[notice.message for notice in contract.document.notices],
    )


def json_text(value: ReviewJson | list[ReviewJson]) -> str:
    """JSON text, indented, Chinese characters as they are, ending in a line feed."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _clause(contract: Contract, clause: Clause) -> ClauseJson:
    return ClauseJson(
        id=clause.id,
        level=clause.level,
        label=clause.label,
        title=clause.title,
        text=clause.own.of(contract.text).strip(),
        page=contract.page_of(clause.own),
    )


def _finding(contract: Contract, finding: Finding) -> FindingJson:
    span = finding.span
    return FindingJson(
        id=finding.id,
        type=finding.type,
        rule=finding.rule,
        title=finding.title,
        severity=finding.severity.value,
        harms=finding.harms,
        favourable=finding.favourable,
        clause=finding.clause,
        label=finding.label,
        page=contract.page_of(span) if span else None,
        start=span.start if span else None,
        end=span.end if span else None,
        quote=finding.quote,
        message=finding.message,
        basis=_basis(finding.basis),
        wording=finding.wording,
    )


def _missing(finding: Finding) -> MissingJson:
    return MissingJson(
        id=finding.id,
        type=finding.type,
        rule=finding.rule,
        title=finding.title,
        severity=finding.severity.value,
        message=finding.message,
        basis=_basis(finding.basis),
        wording=finding.wording,
    )


def _basis(basis: tuple[Basis, ...]) -> list[BasisJson]:
    return [BasisJson(law=entry.law, article=entry.article) for entry in basis]
