"""From the 分句 of one sentence to its frames: each predicate with its actor and all that limits it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractors.frames import actors, conditions, consent
from extractors.frames.actors import UNKNOWN
from extractors.frames.drafts import EDGES, Draft, finish
from extractors.frames.mentions import Mentions
from extractors.frames.modality import is_denied
from extractors.frames.parts import Part, PartKind, find_parts
from extractors.frames.segments import trim
from extractors.frames.settling import settle
from extractors.model import Actor, ActorKind, Consent, Frame, Modality, Span


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a sentence takes over: the actor it may leave out, and the stem's modality for an item without its own."""

    actor: Actor = UNKNOWN
    stem: Frame | None = None
    lists_cases: bool = False  # the items under the stem are its conditions
    weak: bool = False  # the actor is only that of the sentence before


@dataclass
class _State:
    """What has been read of the sentence and waits for its predicate."""

    inherited: Inherited
    drafts: list[Draft] = field(default_factory=list)
    conditions: list[Span] = field(default_factory=list)
    consents: list[Span] = field(default_factory=list)
    exceptions: list[Span] = field(default_factory=list)
    lead: int | None = None  # where the 分句 that wait for their predicate begin
    subject: Actor = UNKNOWN  # the nearest subject so far
    doer: Actor = UNKNOWN  # whose doing the condition tells
    waiting: bool = False  # a condition without predicate yet


_GROUP_ENDS = ("；", ";", "。")
_CONJUNCTIONS = re.compile(
    r"(?:并且|并|而且|且|而|但是|但|同时|另外|此外|另|因此|故|从而|以及|或者|或|和|及|也|亦|还|仍|均|都|皆|则|即|将|又|只|仅|方|始|才|再|就|其|该|否则|届时|首先|最迟|至迟"
    r"|至少|一次性|及时|立即|自行|单方|书面|随时|无条件|另行|共同|主动|优先|按时|按期|如期|如数|据此|原则上|一并|全额|全部|一律|相应|有权|由其|自愿|完全|亦即|便|必|除此之外"
    r"|每?[\d一二三四五六七八九十两\ue000_\s]+个?(?:工作)?(?:日|天|月|年|周|小时)之?以?[内前后]|提前[\d一二三四五六七八九十]+个?(?:工作)?[日天月])"
)
_VERB_IN_FRONT = re.compile(
    r"(?:在|于|自|从|按|依|根据|遵照|向|对|就|为|以|用|通过|凭|与|同|经|随|除|至|因|如|若|逾|未|拒|迟|违|收|接|造成|给|提前|超过|擅自|延|签|完成|发生|无论|不论"
    r"|仍|包括|以及|需|要|无|不|毋|通知|告知|支付|提供|交|使用|采取|承担|赔偿|退|解|变更|转让|由此)"
)
_BY_CONSENT_OF = re.compile(r"经$")
_PRETEXT = re.compile(r"为(?:由|理由|借口)$")
_UNCONCERNED = re.compile(r"[与同和][^，。；：]{1,12}?(?:无关|无涉)")
_OWES = re.compile(r"违约责任|赔偿|违约金|损失|滞纳金")


def read_frames(
    text: str, masked: str, span: Span, number: int, mentions: Mentions, inherited: Inherited
) -> list[Frame]:
    """The frames of the sentence at ``span``, whose index is ``number``."""
    parts = find_parts(masked, span, mentions)
    settle(masked, parts)
    if inherited.stem is not None and inherited.lists_cases:
        if not any(_stands_alone(part) for part in parts):
            return [_case_of(inherited.stem, masked, span, number)]
        inherited = Inherited()
    state = _State(inherited, subject=inherited.actor)
    for part in parts:
        _take(state, masked, part)
        if part.closer in _GROUP_ENDS:
            _close_group(state)
    _close_group(state)
    if not state.drafts:
        return _only_item(inherited.stem, masked, span, number)
    frames = [finish(draft, text, masked, number) for draft in state.drafts]
    frames = [_under_stem(frame, inherited.stem, parts, index) for index, frame in enumerate(frames)]
    return _with_notice(frames, masked)


def _stands_alone(part: Part) -> bool:
    """Whether a part under a stem that lists cases is not a case but a provision of its own."""
    return (
        part.kind is PartKind.PREDICATE
        and part.head is not None
        and part.head.modality in (Modality.MAY, Modality.MUST, Modality.NEED_NOT, Modality.DEEMED)
    )


def _take(state: _State, masked: str, part: Part) -> None:
    if part.kind is PartKind.CONDITION:
        _take_condition(state, masked, part)
    elif part.kind is PartKind.EXCEPTION:
        _take_exception(state, masked, part)
    elif part.kind is PartKind.CONSENT:
        _lead(state, part)
        state.consents.append(part.span)
        state.subject = _subject_of(masked, part) or state.subject
        state.waiting = False
    elif part.kind is PartKind.ADDITION:
        _lead(state, part)
    elif part.kind is PartKind.TOPIC:
        _lead(state, part)
        only_party = len(part.mentions) == 1 and part.mentions[0].span == part.span
        state.waiting = state.waiting or only_party
        state.subject = _subject_of(masked, part) or state.subject
    elif _opens_frame(state, masked, part):
        _open(state, masked, part)
    elif state.drafts and state.lead is None:
        state.drafts[-1].end = part.span.end
    else:
        _lead(state, part)
        state.subject = _subject_of(masked, part) or state.subject


def _opens_frame(state: _State, masked: str, part: Part) -> bool:
    """Whether ``part`` is a frame of its own and does not merely go on with the one before."""
    going_on = bool(state.drafts) and state.lead is None
    if going_on and _PRETEXT.search(masked, state.drafts[-1].part.span.start, state.drafts[-1].end):
        return False
    if part.kind is PartKind.REST:
        return state.waiting and not conditions.continues_condition(masked, part.span)
    if part.kind is PartKind.PREDICATE and going_on and part.head and part.head.modality is Modality.BEARS:
        before = state.drafts[-1].part.head
        return not (before and before.modality is Modality.MAY and not part.mentions)
    return True


def _take_condition(state: _State, masked: str, part: Part) -> None:
    if state.drafts and state.lead is None:
        state.conditions, state.consents, state.exceptions = [], [], []
    _lead(state, part)
    state.conditions.append(part.span)
    if consent.is_pure(masked, part.span):
        state.consents.append(part.span)
    state.waiting = True
    if subject := _subject_of(masked, part):
        state.subject = state.doer = subject


def _take_exception(state: _State, masked: str, part: Part) -> None:
    if state.drafts and state.lead is None and conditions.is_trailing_exception(masked, part.span):
        state.drafts[-1].exceptions.append(part.span)
        state.drafts[-1].end = part.span.end
        return
    _lead(state, part)
    state.exceptions.append(part.span)


def _subject_of(masked: str, part: Part) -> Actor | None:
    """Whose doing a condition tells; its span is left out, for it is taken over."""
    start = conditions.marker_end(masked, part.span)
    inner = Span(min(start, part.span.end), part.span.end)
    mention = (
        actors.first_subject(masked, inner, part.mentions)
        or actors.blamed(masked, inner, part.mentions)
        or actors.owner(inner, part.mentions)
    )
    return Actor(mention.kind, mention.role) if mention else None


def _lead(state: _State, part: Part) -> None:
    if state.lead is None:
        state.lead = part.span.start


def _open(state: _State, masked: str, part: Part) -> None:
    actor = _actor_of(state, masked, part)
    start = part.span.start if state.lead is None else state.lead
    state.drafts.append(
        Draft(part, actor, start, part.span.end, list(state.conditions), list(state.consents), list(state.exceptions))
    )
    state.lead, state.waiting = None, False
    if actor.kind is not ActorKind.UNKNOWN:
        state.subject = Actor(actor.kind, actor.role)


def _close_group(state: _State) -> None:
    """End of a group (；): what waits for a predicate that never came belongs to the one before."""
    if state.drafts and state.lead is not None and state.waiting:
        last = state.drafts[-1]
        fresh = [span for span in state.conditions if span.start >= last.end]
        last.conditions.extend(fresh)
        last.end = max([last.end, *(span.end for span in fresh)])
    elif state.drafts and state.lead is not None:
        late = [span for span in state.exceptions if span.start >= state.drafts[-1].end]
        state.drafts[-1].exceptions.extend(late)
        state.drafts[-1].consents.extend(span for span in state.consents if span.start >= state.drafts[-1].end)
    state.conditions, state.consents, state.exceptions = [], [], []
    state.lead, state.waiting, state.doer = None, False, UNKNOWN


def _actor_of(state: _State, masked: str, part: Part) -> Actor:
    """The actor of a predicate: named by 由, its nearest subject, or taken over where it is left out."""
    head = part.head.span.start if part.head else None
    agent = actors.passive(masked, part.span, part.mentions, head)
    if part.head and (exempt := _unconcerned(masked, part)):
        return exempt
    subject = (
        actors.first_subject(masked, part.span, part.mentions)
        if head is None
        else actors.nearest_subject(masked, part.span, part.mentions, head)
    )
    named_later = agent is not None and subject is not None and head and subject.span.end < agent.span.start < head
    if subject and head is not None and not named_later and actors.adjacent(masked, subject, head):
        return subject.as_actor()
    found = agent or subject
    if found is not None and (head is None or found is agent or found.span.end <= head):
        return found.as_actor()
    if _has_other_subject(masked, part, head):
        return _consenting(masked, part) or UNKNOWN
    return _taken_over(state, masked, part)


def _taken_over(state: _State, masked: str, part: Part) -> Actor:
    """The left-out actor: the nearest subject, but for a liability the one whose breach is the condition."""
    before = state.drafts[-1].part.head if state.drafts else None
    owes = part.head is not None and part.head.modality in (Modality.BEARS, Modality.MUST)
    after_right = before is not None and before.modality is Modality.MAY and state.doer.kind is not ActorKind.UNKNOWN
    if owes and after_right and _OWES.search(masked, part.span.start, part.span.end):
        return state.doer
    if part.head is None and state.inherited.weak and state.subject == state.inherited.actor:
        return UNKNOWN
    return state.subject


def _unconcerned(masked: str, part: Part) -> Actor | None:
    """The party that something does not concern: 与乙方无关."""
    if part.head is None or not _UNCONCERNED.match(masked, part.head.action, part.span.end):
        return None
    return next((mention.as_actor() for mention in part.mentions if part.head.span.start < mention.span.start), None)


def _skip(masked: str, span: Span, end: int) -> int:
    """Where the first word stands that is no conjunction, adverb or time."""
    at = span.start
    while at < end and (match := _CONJUNCTIONS.match(masked, at, end)):
        at = match.end()
    return at


def _has_other_subject(masked: str, part: Part, head: int | None) -> bool:
    """Whether the predicate has a subject that is no party: 本合同自签字之日起…, 已付费用不予退还."""
    end = part.span.end if head is None else head
    at = _skip(masked, part.span, end)
    if at >= end or end - at < 2:
        return False
    if head is None and (at > part.span.start or is_denied(masked, Span(at, end))):
        return False
    return _VERB_IN_FRONT.match(masked, at, end) is None and masked[end - 1] not in "前后时内间"


def _consenting(masked: str, part: Part) -> Actor | None:
    """The party by whose approval something goes, where nobody else acts: 工程量须经甲方确认."""
    for mention in part.mentions:
        if _BY_CONSENT_OF.search(masked, part.span.start, mention.span.start):
            return mention.as_actor()
    return None


def _case_of(stem: Frame, masked: str, span: Span, number: int) -> Frame:
    """The stem's frame for one of its listed cases: the item is the condition."""
    item = trim(masked, span, EDGES)
    listed = tuple(condition for condition in stem.conditions if not conditions.names_listed_cases(masked, condition))
    actor = Actor(stem.actor.kind, stem.actor.role)
    return replace(stem, span=item, sentence=number, actor=actor, conditions=(*listed, item))


def _only_item(stem: Frame | None, masked: str, span: Span, number: int) -> list[Frame]:
    """An item without predicate of its own: what the stem's actor may or must do."""
    if stem is None:
        return []
    item = trim(masked, span, EDGES)
    if not len(item) or masked[span.end - 1] in "：:":
        return []  # a heading inside the list
    actor = Actor(stem.actor.kind, stem.actor.role)
    return [replace(stem, span=item, sentence=number, actor=actor, action=item, negated=is_denied(masked, item))]


def _under_stem(frame: Frame, stem: Frame | None, parts: tuple[Part, ...], index: int) -> Frame:
    """The stem's modality, conditions and consent for an item that only states."""
    if stem is None:
        return frame
    if frame.modality is Modality.STATES and stem.modality is not Modality.STATES and index == 0:
        frame = replace(frame, modality=stem.modality, action=Span(parts[0].span.start, frame.action.end))
        if stem.actor.kind is not ActorKind.UNKNOWN:
            frame = replace(frame, actor=Actor(stem.actor.kind, stem.actor.role))
    if frame.consent is Consent.NONE and frame.modality is stem.modality:
        frame = replace(frame, consent=stem.consent, consent_span=stem.consent_span)
    return replace(frame, conditions=(*stem.conditions, *frame.conditions)) if stem.conditions else frame


def _with_notice(frames: list[Frame], masked: str) -> list[Frame]:
    """A right whose next 分句 asks for notice ahead (但应提前三十日通知) is a right on notice."""
    for index, (frame, following) in enumerate(pairwise(frames)):
        if frame.modality is not Modality.MAY or following.modality is not Modality.MUST:
            continue
        notice = consent.find_notice(masked, following.span)
        same = following.actor.role == frame.actor.role
        if notice and same and frame.consent in (Consent.NONE, Consent.UNILATERAL):
            frames[index] = replace(frame, consent=Consent.NOTICE, consent_span=notice)
    return frames
