"""Cutting a sentence into 分句 and telling what each is: predicate, condition, exception, consent or the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from extractors.frames import conditions, consent
from extractors.frames.actors import adjacent, first_subject, nearest_subject, passive
from extractors.frames.mentions import Mention, Mentions
from extractors.frames.modality import Modal, find_denial, find_modals
from extractors.frames.segments import HIDDEN, Piece, split, trim
from extractors.model import ActorKind, Modality, Span


class PartKind(Enum):
    """What a 分句 does in its sentence."""

    PREDICATE = auto()  # with a modal or responsibility word
    STATEMENT = auto()  # a party and what it does, or a denial, without modal word
    CONDITION = auto()
    EXCEPTION = auto()
    ADDITION = auto()  # 除…外 in front of 还应: excepts nothing
    CONSENT = auto()
    TOPIC = auto()  # what the next 分句 is about, or a party whose predicate comes later
    REST = auto()


@dataclass(slots=True)
class Part:
    """One 分句; ``head`` is its modal word, ``closer`` the separator behind it. Neighbours may change its kind."""

    span: Span
    kind: PartKind
    mentions: tuple[Mention, ...] = ()
    head: Modal | None = None
    closer: str = ""


_CONJUNCTION = re.compile(r"(?:并且|而且|且|并|而(?!言)|但是?|和|及|以及|或者?|、|同时|；)$")
_ADVERBS_BEHIND = re.compile(r"(?:[均都也亦还仍则将即又另须]|同时|一并|必须|自行|另行|据此|就此|相应)*$")
_CLAIMS = re.compile(r"要求|请求|责令|追究|主张|有权|拒绝|免除|放弃|无法|负责|关于|是否|如何|用于|以便|为")
_ATTRIBUTE = re.compile(
    r"(?:依法|依约|予以?|另行|共同|各自|实际)?(?:支付|缴纳|交纳|承担|履行|享有|收取|交付|返还|退还|提供|完成|获得|取得|遵守|归还|扣除|分配|赔偿|执行|负担|作出|做出|采取"
    r"|实施|办理|给予|披露|具备|具有|达到|注意|知晓|知道|预见|预见到|避免|克服|转让|撤销|撤回|变更|分割|[付缴交得收])(?:给?[甲乙丙]方)?的(?!情|话|$)"
)
_TOPIC = re.compile(
    r"[的之所](?:(?![负担付有为是交享归]|提供)[^，的之]){0,6}(?:损失|损害|费用|责任|利益|款项|资料|成果|货物|产品|价款|支出|租金|风险|材料|信息|数据|权利|债务|税费|收益|不利|罚款|事项|材料|文件)(?:等)?$"
)
_WITHIN = re.compile(r"[在于自按][^，]{1,40}(?:范围内|以内|之内|内|期间|方面|中)$")
_PER_UNIT = re.compile(r"每(?:逾期|迟延?|延迟|延误|拖延|晚)[^，]{0,8}?[一1壹](?:个)?(?:日|天|周|月)(?=[^，的]{2})")
_INSIDE_CONDITION = "需不"  # 如甲方需要…, 如乙方不能…: no predicate of the main sentence
_THEN = re.compile(r"[，]?则(?=[^，。]{2})")


class _Reading(NamedTuple):
    """What the questions about one stretch are answered from, found once."""

    span: Span
    mentions: tuple[Mention, ...]
    modals: tuple[Modal, ...]
    head: Modal | None
    marked: bool  # begins as conditions do
    ended: bool  # ends as conditions do


def _read(masked: str, span: Span, words: Mentions) -> _Reading:
    mentions, modals = words.within(span), find_modals(masked, span)
    head = _main_modal(masked, span, mentions, modals) if modals else None
    return _Reading(span, mentions, modals, head, conditions.is_marked(masked, span), conditions.is_ended(masked, span))


def find_parts(masked: str, span: Span, mentions: Mentions) -> tuple[Part, ...]:
    """The 分句 of the sentence at ``span``, in order."""
    pieces = _join_exceptions(masked, split(masked, span))
    parts: list[Part] = []
    for index, piece in enumerate(pieces):
        last = index + 1 == len(pieces)
        parts.extend(_parts_of(masked, piece, mentions, last=last))
    return tuple(parts)


def _join_exceptions(masked: str, pieces: tuple[Piece, ...]) -> list[Piece]:
    """Pieces with an exception that a comma cut in two (但…的 · 除外; 除… · …外) made whole."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and last.closer in ("，", ",") and _completes(masked, last.span, piece.span):
            joined[-1] = Piece(Span(last.span.start, piece.span.end), piece.closer)
        else:
            joined.append(piece)
    return joined


def _completes(masked: str, first: Span, second: Span) -> bool:
    """Whether ``second`` ends an exception that ``first`` began."""
    if conditions.is_bare_exception(masked, second):
        return True
    if not conditions.opens_exception(masked, first) or conditions.leading_exception(masked, first) is not None:
        return False
    found = conditions.leading_exception(masked, Span(first.start, second.end))
    return found is not None and found.end > second.start


def _parts_of(masked: str, piece: Piece, words: Mentions, *, last: bool) -> list[Part]:
    """The parts of one piece: what stands in front without comma is cut off first."""
    span, parts = piece.span, []
    if word := conditions.otherwise(masked, span):
        parts.append(Part(word, PartKind.CONDITION))
        span = trim(masked, Span(word.end, span.end))
    if conditions.is_trailing_exception(masked, span):
        return [*parts, Part(span, PartKind.EXCEPTION, closer=piece.closer)]
    mentions = words.within(span)
    subject = mentions[0].span if mentions else span
    if subject.start == span.start and masked[subject.end : subject.end + 1] == "除":
        parts.append(Part(subject, PartKind.TOPIC, mentions[:1]))  # 乙方除…外，还应…
        span = Span(subject.end, span.end)
    if front := conditions.leading_exception(masked, span):
        parts.append(Part(front, PartKind.EXCEPTION))
        span = trim(masked, Span(front.end, span.end))
    if not len(span):
        return parts
    parts.extend(_cut(masked, span, words, last=last))
    if parts:
        parts[-1].closer = piece.closer
    return parts


def _cut(masked: str, span: Span, words: Mentions, *, last: bool) -> Iterator[Part]:
    """``span`` as a condition without comma and what follows it, and each of coordinated predicates for itself."""
    reading = _read(masked, span, words)
    modals = reading.modals
    if cut := _condition_end(masked, reading):
        yield _condition(masked, trim(masked, Span(span.start, cut)), reading.mentions)
        span = trim(masked, Span(cut, span.end))
    elif _tells_condition(reading, last=last):
        modals = ()  # a condition is one, however many modal words it holds
    for inner in _coordinated(masked, span, reading.mentions, modals):
        known = reading if inner == reading.span else _read(masked, inner, words)
        yield _classify(masked, known, last=last and inner.end == span.end)


def _condition(masked: str, span: Span, mentions: tuple[Mention, ...]) -> Part:
    kind = PartKind.CONSENT if consent.is_pure(masked, span) else PartKind.CONDITION
    return Part(span, kind, tuple(mention for mention in mentions if span.covers(mention.span)))


def _condition_end(masked: str, reading: _Reading) -> int | None:
    """Where a condition at the start of a stretch ends without a comma; None where there is none."""
    span, modals = reading.span, reading.modals
    if reading.marked and (then := _THEN.search(masked, span.start + 2, span.end)):
        return then.start()
    every = masked.find("每", span.start, span.end)
    if every >= 0 and (per_unit := _PER_UNIT.search(masked, every, span.end)):
        return per_unit.end()
    if not modals:
        return None
    for modal in modals:
        if masked[modal.span.start - 1] == "的" and modal.span.start - span.start > 3:
            return modal.span.start  # 用户继续登录的视为接受
    if not reading.marked:
        return _before_subject(masked, span, reading.mentions, modals[0])
    outside = [modal for modal in modals if masked[modal.span.start] not in _INSIDE_CONDITION]
    return _marked_end(masked, span, reading.mentions, outside[-1]) if outside else None


def _before_subject(masked: str, span: Span, mentions: tuple[Mention, ...], head: Modal) -> int | None:
    """Where 验收合格后 ends in 验收合格后甲方应…."""
    subject = nearest_subject(masked, span, mentions, head.span.start)
    if subject is None or subject.kind is ActorKind.ANY:
        return None
    if not conditions.ends_before(masked, span.start, subject.span.start):
        return None
    owned = masked[subject.span.start - 1] == "的" and subject is mentions[0]
    return None if owned else subject.span.start


def _marked_end(masked: str, span: Span, mentions: tuple[Mention, ...], head: Modal) -> int | None:
    """Where a condition with its own word ends in front of 由X, of a subject, or of the modal word ``head``."""
    agent = passive(masked, span, mentions, head.span.start)
    if agent and agent.span.start - 1 > span.start:
        return conditions.trimmed(masked, span.start, agent.span.start - 1)
    subject = nearest_subject(masked, span, mentions, head.span.start)
    if subject and subject.kind is not ActorKind.ANY and subject.span.start > span.start:
        ended = conditions.ends_before(masked, span.start, subject.span.start)
        if ended or (subject is not mentions[0] and not conditions.is_ended(masked, span)):
            return subject.span.start
    if subject and not adjacent(masked, subject, head.span.start) and not conditions.is_ended(masked, span):
        return head.span.start
    return None


def _coordinated(masked: str, span: Span, mentions: tuple[Mention, ...], modals: tuple[Modal, ...]) -> list[Span]:
    """``span`` cut where a conjunction or 、 begins a new predicate: …且不得…, …、并由乙方承担…."""
    if len(modals) < 2:
        return [inner] if len(inner := trim(masked, span, "、")) else []
    cuts = []
    inside = [modal for modal in modals if span.covers(modal.span)]
    for before, modal in pairwise(inside):
        if modal.modality is Modality.BEARS and not _ends_with_agent(masked, modal, mentions):
            continue
        cut = _conjunction_before(masked, span, modal, mentions)
        if cut is not None and cut > before.span.end:
            cuts.append(cut)
    edges = [span.start, *cuts, span.end]
    return [inner for a, b in pairwise(edges) if len(inner := trim(masked, Span(a, b), "、"))]


def _ends_with_agent(masked: str, modal: Modal, mentions: tuple[Mention, ...]) -> bool:
    return any(
        mention.span.end <= modal.span.start
        and masked[mention.span.start - 1 : mention.span.start] == "由"
        and adjacent(masked, mention, modal.span.start)
        for mention in mentions
    )


def _conjunction_before(masked: str, span: Span, modal: Modal, mentions: tuple[Mention, ...]) -> int | None:
    """Where the conjunction in front of ``modal`` (and of its adverbs and subject) starts."""
    at = modal.span.start
    adverbs = _ADVERBS_BEHIND.search(masked, max(span.start, at - 8), at)
    at = adverbs.start() if adverbs else at
    for mention in mentions:
        if mention.span.end == at:
            at = mention.span.start - (masked[mention.span.start - 1 : mention.span.start] == "由")
    conjunction = _CONJUNCTION.search(masked, max(span.start, at - 3), at)
    return conjunction.start() if conjunction else None


def _classify(masked: str, reading: _Reading, *, last: bool) -> Part:
    span, mentions, head = reading.span, reading.mentions, reading.head
    if consent.is_pure(masked, span) and not _asks(reading):
        told = last and first_subject(masked, span, mentions) is not None  # 乙方取得许可。 tells a fact
        if not told:
            return Part(span, PartKind.CONSENT, mentions)
    if _tells_condition(reading, last=last):
        return Part(span, PartKind.CONDITION, mentions, head)
    if head is not None:
        return Part(span, PartKind.PREDICATE, mentions, head)
    if not last and (_TOPIC.search(masked, span.start, span.end) or _WITHIN.search(masked, span.start, span.end)):
        return Part(span, PartKind.TOPIC, mentions)
    if _is_statement(masked, span, mentions):
        return Part(span, PartKind.STATEMENT, mentions)
    return Part(span, PartKind.REST, mentions)


def _asks(reading: _Reading) -> bool:
    """Whether a piece about consent demands it (须经…同意) rather than mentions it."""
    return any(modal.modality is not Modality.NEED_NOT for modal in reading.modals)


def _tells_condition(reading: _Reading, *, last: bool) -> bool:
    if reading.marked:
        return not (last and reading.head is not None)
    return reading.ended and (reading.head is None or not last)


def _main_modal(masked: str, span: Span, mentions: tuple[Mention, ...], modals: tuple[Modal, ...]) -> Modal | None:
    """The modal word that governs ``span``: not one inside a relative clause, nor a duty that is only claimed."""
    free = [modal for modal in modals if not _is_attribute(masked, modal, span)]
    ruling = [modal for modal in free if modal.modality is not Modality.BEARS]
    if ruling:
        return _innermost(masked, ruling)
    for modal in free:
        claimed = _CLAIMS.search(masked, span.start, modal.span.start)
        if claimed is None or passive(masked, span, mentions, modal.span.start):
            return modal
    return None


def _innermost(masked: str, ruling: list[Modal]) -> Modal:
    """The modal that decides where several stand together: 承诺不得, 有权不承担."""
    chosen = ruling[0]
    if chosen.modality is Modality.NEED_NOT and len(ruling) > 1 and ruling[1].modality is Modality.MAY:
        return ruling[1]  # 无需对方同意即可转让
    for modal in ruling[1:]:
        between = masked[chosen.span.end : modal.span.start]
        if len(between) > 2 or modal.modality in (Modality.MAY, Modality.MUST):
            break
        chosen = modal
    return chosen


def _is_attribute(masked: str, modal: Modal, span: Span) -> bool:
    """Whether the modal only describes a noun: 甲方应支付的款项."""
    if modal.modality in (Modality.DEEMED, Modality.BEARS) or masked[modal.span.start : modal.span.end] == "保留":
        return False
    match = _ATTRIBUTE.match(masked, modal.span.end, span.end)
    return match is not None and match.end() < span.end


def _is_statement(masked: str, span: Span, mentions: tuple[Mention, ...]) -> bool:
    if find_denial(masked, span) is not None or passive(masked, span, mentions, None):
        return True
    subject = first_subject(masked, span, mentions)
    if subject is not None:
        blank_line = masked[subject.span.end : subject.span.end + 1] == HIDDEN  # 乙方（服务方）：
        return subject.span.start - span.start < 4 and span.end - subject.span.end > 1 and not blank_line
    return False
