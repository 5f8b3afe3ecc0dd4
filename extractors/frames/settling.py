"""What the neighbours of a 分句 decide: conditions told in several pieces, 除…外 that adds, time in the middle."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.frames import conditions
from extractors.frames.actors import first_subject
from extractors.frames.parts import Part, PartKind

_ENUMERATES = re.compile(r"(?:包括|包含|含|以及|及|和|即|如)")
_MAY_BE_CONDITION = (PartKind.REST, PartKind.CONSENT, PartKind.STATEMENT)
_BREACH = re.compile(r"(?:迟|逾期|未(?!经)|违反|违约|拒绝|拒不|擅自|延迟|延误|怠于|不按|不履行|不能)")


def settle(masked: str, parts: Sequence[Part]) -> None:
    """Correct the kind of each of the ``parts`` of a sentence, in order, where its neighbours tell."""
    for index, part in enumerate(parts):
        before = parts[index - 1] if index else None
        following = parts[index + 1] if index + 1 < len(parts) else None
        kind = part.kind
        if kind is PartKind.EXCEPTION and following and _adds(masked, part, following):
            kind = PartKind.ADDITION
        elif kind is PartKind.CONDITION and _goes_on(masked, part, following):
            kind = PartKind.PREDICATE
        elif kind is PartKind.TOPIC and (following is None or _ENUMERATES.match(masked, part.span.start)):
            kind = PartKind.REST
        elif kind in _MAY_BE_CONDITION and _belongs_to_condition(masked, part, following, before):
            kind = PartKind.CONDITION
        part.kind = kind


def _adds(masked: str, part: Part, following: Part) -> bool:
    """Whether 除…外 stands in front of a further duty, or only points back: then nothing is excepted."""
    if conditions.is_trailing_exception(masked, part.span):
        return False
    return conditions.is_addition(masked, following.span) or conditions.is_besides(masked, part.span)


def _goes_on(masked: str, part: Part, following: Part | None) -> bool:
    """Whether 应在…后 only names the time of a duty told in the next piece."""
    if part.head is None or conditions.is_marked(masked, part.span) or masked[part.span.end - 1] in "的者":
        return False
    return following is None or (following.kind is PartKind.REST and part.closer in ("，", ","))


def _tells_breach(masked: str, part: Part, following: Part) -> bool:
    """Whether a party's breach is told (乙方逾期交货，…) for the sake of what follows from it."""
    if part.closer not in ("，", ",") or following.kind is PartKind.STATEMENT or following.kind is PartKind.CONDITION:
        return False
    subject = first_subject(masked, part.span, part.mentions)
    return subject is not None and _BREACH.match(masked, subject.span.end, part.span.end) is not None


def _belongs_to_condition(masked: str, part: Part, following: Part | None, before: Part | None) -> bool:
    if following is None:
        return False
    if part.kind is PartKind.STATEMENT:
        if following.kind is PartKind.CONDITION and not conditions.is_marked(masked, following.span):
            return conditions.continues_condition(masked, following.span)
        return _tells_breach(masked, part, following)
    if part.kind is PartKind.CONSENT:
        return following.kind is PartKind.CONDITION and not conditions.is_marked(masked, following.span)
    if before and before.kind is PartKind.CONDITION and before.closer in ("，", ","):
        going_on = conditions.continues_condition(masked, part.span)
        if conditions.is_ended(masked, before.span):
            return going_on and following.kind is PartKind.CONDITION
        return going_on or (following.kind is PartKind.CONDITION and not conditions.is_marked(masked, following.span))
    return following.kind is PartKind.CONDITION and masked[following.span.end - 1] == "的" and before is None
