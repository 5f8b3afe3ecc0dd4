"""What the rules hand up: findings, each with place, harm, basis and wording. Standard library only; all frozen."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from extractors.model import Contract, Span


class Severity(StrEnum):
    """How much a finding matters; LOW is a note."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


class Stance(StrEnum):
    """For whom the contract is reviewed."""

    PARTY_A = "甲方"
    PARTY_B = "乙方"
    NEUTRAL = "中立"


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the statute table (resources/statutes): what a basis points to."""

    law: str  # full name
    short: str  # 民法典
    article: str  # 第五百八十五条
    text: str
    effective: date | None
    repealed: date | None
    status: str


@dataclass(frozen=True, slots=True)
class Basis:
    """A legal basis as cited: short name of the law and article number in Arabic digits ("585")."""

    law: str
    article: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One risk at one place, or one thing missing (``type`` starts with "missing.", ``span`` is None)."""

    id: str  # stable: see `finding_id`
    type: str  # taxonomy id
    rule: str  # rule id
    title: str
    severity: Severity
    harms: str  # role harmed ("甲方"), "both", or "" where it cannot be told
    message: str
    wording: str
    basis: tuple[Basis, ...] = ()
    span: Span | None = None
    quote: str = ""
    clause: str = ""  # Clause.id; empty outside the clause tree
    label: str = ""  # the clause's number as shown
    places: tuple[Span, ...] = ()  # further places of the same problem
    favourable: bool = False  # the chosen stance profits: 「对我方有利」
    why: str = ""  # the words that decided

    @property
    def missing(self) -> bool:
        """Whether it reports something the contract lacks."""
        return self.type.startswith("missing.")


class CheckState(StrEnum):
    """What became of one rule in a review."""

    FOUND = "found"
    PASSED = "passed"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class Check:
    """One rule that was asked, and the answer."""

    rule: str
    title: str
    type: str
    state: CheckState


@dataclass(frozen=True)
class Review:
    """A contract with its findings, for one stance."""

    contract: Contract
    stance: Stance
    findings: tuple[Finding, ...]  # gravest first, then by place
    missing: tuple[Finding, ...]
    checks: tuple[Check, ...]


def finding_id(rule: str, label: str, quote: str, occurrence: int) -> str:
    """A finding's stable id (12 hexadecimal digits), so that a decision survives a re-run or a moved file."""
    key = "\x1f".join((rule, label, "".join(quote.split()), str(occurrence)))
    return hashlib.sha256(key.encode()).hexdigest()[:12]
