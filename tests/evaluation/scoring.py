"""How a review is compared with the labels of the same contract.

A finding is right where a label of its type, or of a neighbouring one, stands at the same place; one finding pairs
with one label, so that a second finding on the same label is a repeat. Findings of severity low are notes: they count
neither for nor against precision, and find only labels of severity low. Recall counts ``must`` labels alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Protocol

from tests.evaluation.labels import Labels, Risk

NEIGHBOURS = (
    {"liability.uncapped", "liability.one_sided", "penalty.lump_sum"},
    {"liability.excluded", "force_majeure.overbroad", "statute.exemption_void", "statute.consumer"},
    {"liability.capped", "liability.sole_remedy", "penalty.lump_sum"},
    {"liability.vague", "performance.vague"},
    {"penalty.daily_rate", "statute.loan_interest", "penalty.lump_sum"},
    {"unilateral.terminate", "unilateral.suspend"},
    {"unilateral.decide", "unilateral.change", "deemed.consent"},
    {"payment.conditional", "statute.sme_payment", "liability.excluded"},
    {"payment.unclear", "form.blank", "payment.tax_unclear"},
    {"deposit.excessive", "payment.nonrefundable"},
    {"form.party_info", "form.blank", "missing.parties"},
    {"form.inconsistent", "form.amount_mismatch", "form.numbering", "form.cross_reference", "form.typo"},
    {"form.attachment", "form.cross_reference"},
    {"performance.vague", "acceptance.unclear", "warranty.weak"},
    {"confidentiality.weak", "data.protection"},
    {"dispute.forum_adverse", "dispute.arbitration_void"},
)
"""Types between which two competent reviewers often differ for one place; so do all statute types among themselves."""

_LONG = 200  # a quote longer than this, and than four times the other, points at nothing
_COMPARED = 8  # characters of a clause start that are compared


class Quoted(Protocol):
    """A finding or a label: a type at a place."""

    @property
    def type(self) -> str: ...
    @property
    def quote(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Reported:
    """A finding as the review reports it."""

    type: str
    quote: str
    severity: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one review found, missed and made up, or several of them together (``+``)."""

    musts: tuple[Risk, ...] = ()
    missed: tuple[Risk, ...] = ()  # musts that no finding names
    right: tuple[Reported, ...] = ()  # of severity high or medium, as are the next two
    wrong: tuple[Reported, ...] = ()
    repeats: tuple[Reported, ...] = ()
    on_clean: tuple[Reported, ...] = ()  # those of ``wrong`` that a near-miss set off
    notes: int = 0
    notes_right: int = 0
    lacks: tuple[str, ...] = ()  # must labels of missing clauses
    lacks_missed: tuple[str, ...] = ()
    lacks_reported: tuple[str, ...] = ()
    lacks_wrong: tuple[str, ...] = ()
    clauses: int = 0  # labelled
    clauses_reported: int = 0
    clauses_right: int = 0
    levels_right: int = 0
    contracts: int = 0
    types_right: int = 0

    def __add__(self, other: Outcome) -> Outcome:
        """Both outcomes as one."""
        return Outcome(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a review says of a contract, as far as it is scored."""

    contract_type: str = ""
    findings: tuple[Reported, ...] = ()
    missing: frozenset[str] = field(default_factory=frozenset)
    clauses: tuple[tuple[int, str], ...] = ()  # level and first characters


def score(labels: Labels, reviewed: Reviewed) -> Outcome:
    """Compare the review of one contract with its labels."""
    return (
        _findings(labels, reviewed) + _missing(labels, reviewed) + _clauses(labels, reviewed) + _type(labels, reviewed)
    )


def plain(text: str) -> str:
    """``text`` without white space, width, blanks' underscores and markup."""
    return re.sub(r"</?u>|[\s_*#|]", "", unicodedata.normalize("NFKC", text))


def neighbours(one: str, other: str) -> bool:
    """Whether a finding of type ``one`` answers a label of type ``other``."""
    statutes = one.startswith("statute.") and other.startswith("statute.")
    return one == other or statutes or any({one, other} <= group for group in NEIGHBOURS)


def same_place(one: str, other: str) -> bool:
    """Whether two quotes speak of the same place: one holds the other, or they share a long enough run."""
    first, second = sorted((plain(one), plain(other)), key=len)
    if not first or len(second) > max(_LONG, 4 * len(first)):
        return False
    if first in second:
        return len(first) >= 3 or first == second
    shared = SequenceMatcher(None, first, second, autojunk=False).find_longest_match().size
    return shared >= max(6, min(12, len(first) / 2))


def answers(finding: Quoted, label: Quoted) -> bool:
    """Whether ``finding`` says what ``label`` asks for."""
    return neighbours(finding.type, label.type) and same_place(finding.quote, label.quote)


def pair(candidates: Sequence[Sequence[int]]) -> dict[int, int]:
    """The largest one-to-one pairing; ``candidates[i]`` are the labels finding i may take, the best first.

    Returns finding → label.
    """
    taken: dict[int, int] = {}  # label → finding

    def place(finding: int, asked: set[int]) -> bool:
        for label in candidates[finding]:
            if label in asked:
                continue
            asked.add(label)
            if label not in taken or place(taken[label], asked):
                taken[label] = finding
                return True
        return False

    for finding in sorted(range(len(candidates)), key=lambda index: len(candidates[index])):
        place(finding, set())
    return {finding: label for label, finding in taken.items()}


def align(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """The longest run of clause starts that stand in both lists in the same order, as pairs of indices."""
    same = _same_start
    best = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in reversed(range(len(one))):
        for j in reversed(range(len(other))):
            skipped = max(best[i + 1][j], best[i][j + 1])
            best[i][j] = max(skipped, best[i + 1][j + 1] + 1) if same(one[i], other[j]) else skipped
    pairs, i, j = [], 0, 0
    while i < len(one) and j < len(other):
        if same(one[i], other[j]) and best[i][j] == best[i + 1][j + 1] + 1:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _same_start(one: str, other: str) -> bool:
    length = min(len(one), len(other), _COMPARED)
    return length >= 2 and one[:length] == other[:length]


def _findings(labels: Labels, reviewed: Reviewed) -> Outcome:
    risks = labels.findings
    loud = [finding for finding in reviewed.findings if finding.severity != "low"]
    notes = [finding for finding in reviewed.findings if finding.severity == "low"]
    candidates = [_candidates(finding, risks) for finding in loud]
    paired = pair(candidates)
    wrong = tuple(finding for finding, found in zip(loud, candidates, strict=True) if not found)
    musts = tuple(risk for risk in risks if risk.must)
    return Outcome(
        musts=musts,
        missed=tuple(risk for risk in musts if not _said(risk, reviewed.findings if risk.severity == "low" else loud)),
        right=tuple(finding for index, finding in enumerate(loud) if index in paired),
        wrong=wrong,
        repeats=tuple(f for index, f in enumerate(loud) if candidates[index] and index not in paired),
        on_clean=tuple(finding for finding in wrong if _set_off(finding, labels)),
        notes=len(notes),
        notes_right=sum(any(answers(note, risk) for risk in risks) for note in notes),
    )


def _candidates(finding: Reported, risks: Sequence[Risk]) -> list[int]:
    fitting = [index for index, risk in enumerate(risks) if answers(finding, risk)]
    return sorted(fitting, key=lambda index: (risks[index].type != finding.type, not risks[index].must))


def _said(risk: Risk, findings: Sequence[Reported]) -> bool:
    return any(answers(finding, risk) for finding in findings)


def _set_off(finding: Reported, labels: Labels) -> bool:
    return any(finding.type == clean.type and same_place(finding.quote, clean.quote) for clean in labels.clean)


def _missing(labels: Labels, reviewed: Reviewed) -> Outcome:
    known = {lack.type for lack in labels.missing}
    musts = tuple(lack.type for lack in labels.missing if lack.must)
    return Outcome(
        lacks=musts,
        lacks_missed=tuple(type_ for type_ in musts if type_ not in reviewed.missing),
        lacks_reported=tuple(sorted(reviewed.missing)),
        lacks_wrong=tuple(sorted(reviewed.missing - known)),
    )


def _clauses(labels: Labels, reviewed: Reviewed) -> Outcome:
    if not labels.clauses:
        return Outcome()
    starts = [plain(start) for _level, start in reviewed.clauses]
    pairs = align([plain(clause.start) for clause in labels.clauses], starts)
    return Outcome(
        clauses=len(labels.clauses),
        clauses_reported=len(starts),
        clauses_right=len(pairs),
        levels_right=sum(labels.clauses[i].level == reviewed.clauses[j][0] for i, j in pairs),
    )


def _type(labels: Labels, reviewed: Reviewed) -> Outcome:
    right = any(word in reviewed.contract_type for word in labels.contract_type.split("/"))
    return Outcome(contracts=1, types_right=int(right))
