"""A rule as data: what it looks for, how grave that is for whom, on which basis, and what to write instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from extractors.model import Span
from rules.model import Basis, Severity
from rules.patterns import Pattern

if TYPE_CHECKING:
    from rules.context import Context


class Harm(StrEnum):
    """Whom a rule's finding harms, relative to the frame it read."""

    ACTOR = "actor"  # the one who acts: 甲方 in 「甲方应赔偿全部损失」
    OTHER = "other"  # the counterparty of the actor: 甲方 in 「乙方有权修改」
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Match:
    """One place a rule found; ``span`` is None for what the contract lacks."""

    span: Span | None
    severity: Severity | None = None  # where the place decides; else the rule's own
    actor: str = ""  # role, as the contract calls it
    harms: str | None = None  # role, where the place decides
    fields: dict[str, str] = field(default_factory=dict)  # for the message
    places: tuple[Span, ...] = ()
    why: str = ""


Finder = Callable[["Context"], Iterator[Match]]


@dataclass(frozen=True, slots=True)
class SeverityByStance:
    """How grave a finding is: for no side, for the side it harms, for the side that profits."""

    neutral: Severity
    harmed: Severity
    favourable: Severity


@dataclass(frozen=True, slots=True)
class Where:
    """To which contracts and clauses a rule applies; empty tuples do not limit."""

    types: tuple[str, ...] = ()  # words of the contract type's name
    not_types: tuple[str, ...] = ()
    title: tuple[Pattern, ...] = ()  # the clause's title or one above it
    not_title: tuple[Pattern, ...] = ()
    contract_has: tuple[Pattern, ...] = ()
    contract_lacks: tuple[Pattern, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A text a rule must (bad) or must not (good) find something in.

    ``marked`` is the span of ⟦…⟧ in ``text``, None where nothing is marked (missing clauses).
    """

    text: str
    title: str  # of the contract it is put into; decides the contract's type
    whole: bool  # the text is the whole contract, nothing is put around it
    marked: Span | None = None
    severity: Severity | None = None
    harms: str | None = None


@dataclass(frozen=True)
class Rule:
    """One rule, as read from its file."""

    id: str
    type: str
    title: str
    severity: SeverityByStance
    harms: str  # a Harm, a role, or ""
    basis: tuple[Basis, ...]
    where: Where
    find: Finder
    message: str
    wording: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    rank: int = 0  # of two rules of one type at one place, the higher speaks
    yields_to: tuple[str, ...] = ()  # silent where a finding of one of these types stands
    file: str = ""
