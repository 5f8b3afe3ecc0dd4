"""A frame while its sentence is being read, and the frame it becomes."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.frames import conditions, consent
from extractors.frames.modality import find_denial, is_denied
from extractors.frames.parts import Part
from extractors.frames.segments import trim
from extractors.model import Actor, Frame, Modality, Span

EDGES = "，；：。！？,;:、"
"""Punctuation that no action, and no item of a list, begins or ends with."""
_ENOUGH = ("即可", "亦可", "也可", "均可")


@dataclass
class Draft:
    """A frame while its sentence is being read."""

    part: Part
    actor: Actor
    start: int
    end: int
    conditions: list[Span]
    consents: list[Span]
    exceptions: list[Span]


def finish(draft: Draft, text: str, masked: str, number: int) -> Frame:
    """The frame of ``draft``; ``text`` is ``masked`` with its brackets, ``number`` the index of the sentence."""
    part, span = draft.part, Span(draft.start, draft.end)
    modality = part.head.modality if part.head else Modality.STATES
    action = _action(draft, masked)
    zones = (*draft.consents, Span(part.span.start, draft.end))
    kind, words = consent.find_consent(masked, zones, modality)
    bracketed = conditions.bracketed_exceptions(text, Span(part.span.start, draft.end))
    return Frame(
        span=span,
        sentence=number,
        actor=draft.actor,
        modality=modality,
        action=action,
        negated=(part.head is not None and part.head.negated)
        or (modality is not Modality.NEED_NOT and is_denied(masked, action)),
        conditions=tuple(draft.conditions),
        consent=kind,
        consent_span=words,
        exceptions=(*draft.exceptions, *bracketed),
    )


def _action(draft: Draft, masked: str) -> Span:
    part = draft.part
    limits = (*draft.exceptions, *draft.conditions)
    end = min([draft.end, *(span.start for span in limits if span.start > part.span.start)])
    start = part.head.action if part.head else _statement_start(draft, masked)
    if start >= part.span.end - 1 and masked.endswith(_ENOUGH, part.span.start, part.span.end):
        start, end = part.span.start, part.span.end - 2  # 提前告知即可: the action stands in front
    agent = draft.actor.span
    if agent is not None and start <= agent.start <= start + 4:
        start = agent.end  # 应由甲方承担: the action is 承担
    action = trim(masked, Span(min(start, end), end), EDGES)
    if not len(action):
        return part.head.span if part.head else part.span
    return action


def _statement_start(draft: Draft, masked: str) -> int:
    actor = draft.actor.span
    if actor is None and (denial := find_denial(masked, draft.part.span)) is not None:
        return denial
    return actor.end if actor is not None and draft.part.span.covers(actor) else draft.part.span.start
