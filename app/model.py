"""What the lawyer decides about findings. Values only; standard library and the models below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from rules.model import Finding


class Verdict(StrEnum):
    """What became of a finding in the lawyer's hands."""

    OPEN = "open"  # noted, perhaps with a note, but not decided
    ACCEPTED = "accepted"  # the suggested wording stands
    EDITED = "edited"  # accepted with the lawyer's own wording
    DISMISSED = "dismissed"  # not a risk here


@dataclass(frozen=True, slots=True)
class Decision:
    """The lawyer's decision on one finding, beside it and never in it: findings can be made again at any time.

    ``wording`` replaces the finding's own where ``state`` is EDITED; ``decided_at`` bears a time zone.
    """

    finding_id: str
    state: Verdict
    wording: str = ""
    note: str = ""
    decided_at: datetime = datetime(1970, 1, 1, tzinfo=UTC)


def wording_of(finding: Finding, decision: Decision | None) -> str:
    """The wording to propose: the lawyer's where there is one, else the finding's."""
    if decision is not None and decision.state is Verdict.EDITED and decision.wording.strip():
        return decision.wording
    return finding.wording


def standing(
    findings: Iterable[Finding], decisions: Mapping[str, Decision], *, include_dismissed: bool = False
) -> tuple[Finding, ...]:
    """The findings that the lawyer has not dismissed, in the order given; all with ``include_dismissed``."""
    return tuple(finding for finding in findings if include_dismissed or not _dismissed(decisions.get(finding.id)))


def _dismissed(decision: Decision | None) -> bool:
    return decision is not None and decision.state is Verdict.DISMISSED
