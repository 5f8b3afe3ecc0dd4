"""A contract prepared for the rules: canonical text, sentences by place, frames by sentence, sides."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from datetime import date
from functools import cached_property

from extractors import roles
from extractors.canonical import CanonicalText, canonical_text
from extractors.model import ActorKind, Clause, Contract, Frame, Region, RegionKind, Sentence, Span
from rules.model import Stance
from rules.playbook import Playbook
from rules.statute_table import Statutes

_SEGMENT_ENDS = "，；。：！？\n\t"
_WORDS = re.compile(r"[^\n\t]")
_BLOT = "□"  # one for each character, so that offsets stay


class Context:
    """What a rule may ask about one contract; computed once, shared by all rules."""

    def __init__(self, contract: Contract, playbook: Playbook, statutes: Statutes, today: date) -> None:
        self.contract, self.playbook, self.statutes, self.today = contract, playbook, statutes, today

    @cached_property
    def canonical(self) -> CanonicalText:
        """The contract's text in canonical spelling; an option that was not chosen (□仲裁 ☑诉讼) is blotted out."""
        text = self.contract.text
        pieces: list[str] = []
        end = 0
        for option in self.contract.unchosen:
            pieces += (text[end : option.start], _WORDS.sub(_BLOT, option.of(text)))
            end = option.end
        return canonical_text("".join(pieces) + text[end:])

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.contract.sentences]

    @cached_property
    def _frames(self) -> dict[int, list[Frame]]:
        by_sentence: dict[int, list[Frame]] = defaultdict(list)
        for frame in self.contract.frames:
            by_sentence[frame.sentence].append(frame)
        return by_sentence

    @cached_property
    def _signatures(self) -> tuple[Region, ...]:
        return tuple(region for region in self.contract.regions if region.kind is RegionKind.SIGNATURE)

    def sentence_of(self, span: Span) -> Sentence | None:
        """The sentence that holds all of ``span``; None where it crosses sentences or stands outside them."""
        index = bisect_right(self._sentence_starts, span.start) - 1
        if index < 0:
            return None
        sentence = self.contract.sentences[index]
        return sentence if sentence.span.covers(span) else None

    def frames_of(self, sentence: Sentence) -> list[Frame]:
        """The frames of a sentence, in order."""
        return self._frames.get(sentence.index, [])

    def signed(self, span: Span) -> bool:
        """Whether ``span`` stands in a signature block."""
        return any(region.span.overlaps(span) for region in self._signatures)

    def unticked(self, span: Span) -> bool:
        """Whether ``span`` lies wholly in an option that was not chosen, so that nothing was agreed there."""
        return self.contract.unticked(span)

    def clause_of(self, span: Span) -> Clause | None:
        """The innermost clause around the start of ``span``."""
        return self.contract.clause_at(span.start)

    def titles(self, span: Span) -> tuple[str, ...]:
        """The titles of the clauses around ``span``, innermost first."""
        clause = self.clause_of(span)
        return tuple(above.title for above in self.contract.ancestors(clause) if above.title) if clause else ()

    def canonical_of(self, span: Span) -> str:
        """The canonical spelling of ``span``."""
        return self.canonical.of(span)

    def segment(self, span: Span, within: Span) -> Span:
        """``span`` widened to the commas around it, inside ``within``: what a reader would quote."""
        start, end = self.canonical.canonical(span)
        low, high = self.canonical.canonical(within)
        text = self.canonical.text
        while start > low and text[start - 1] not in _SEGMENT_ENDS:
            start -= 1
        while end < high and text[end] not in _SEGMENT_ENDS:
            end += 1
        while start < end - 1 and text[start] in _SEGMENT_ENDS:
            start += 1
        while end > start + 1 and text[end - 1] in _SEGMENT_ENDS:
            end -= 1
        return self.canonical.original(start, end)

    # ── parties ────────────────────────────────────────────────────────────

    @cached_property
    def _sides(self) -> dict[str, Stance]:
        """Role words and aliases of the two principal parties, by side."""
        sides: dict[str, Stance] = {"甲方": Stance.PARTY_A, "乙方": Stance.PARTY_B}
        parties = self.contract.facts.parties
        named = {party.role for party in parties}
        order = [Stance.PARTY_A, Stance.PARTY_B]
        for index, party in enumerate(parties):
            words = {party.role, *party.aliases, party.name} - {""}
            side = next((sides[word] for word in words if word in sides), None)
            if side is None and not {"甲方", "乙方"} & named and index < len(order):
                side = order[index]
            if side is not None:
                sides.update(dict.fromkeys(words, side))
        return sides

    def side(self, role: str) -> Stance | None:
        """Which side a role word stands for; None where the contract does not tell."""
        return self._sides.get(role)

    def other(self, role: str) -> str:
        """What the contract calls the counterparty of ``role``; empty where there is not exactly one."""
        side = self.side(role)
        if role in ("", "both") or side is None:
            return _COUNTERPARTS.get(role, "")
        wanted = Stance.PARTY_B if side is Stance.PARTY_A else Stance.PARTY_A
        if role in ("甲方", "乙方"):
            return wanted.value
        return next(
            (word for word, owner in self._sides.items() if owner is wanted and word in roles.ALL), wanted.value
        )

    def actor(self, frame: Frame) -> str:
        """The role of a frame's actor where it is one party, else empty."""
        return frame.actor.role if actor_kind(frame) is ActorKind.PARTY else ""


def actor_kind(frame: Frame) -> ActorKind:
    """Who acts in ``frame``; a role word such as 承租人 is a party even where the head says 甲方 and 乙方."""
    if frame.actor.kind is ActorKind.THIRD and frame.actor.role in roles.ALL:
        return ActorKind.PARTY
    return frame.actor.kind


_PAIRS = (
    ("甲方", "乙方"),
    ("承租人", "出租人"),
    ("承租方", "出租方"),
    ("买方", "卖方"),
    ("买受人", "出卖人"),
    ("需方", "供方"),
    ("采购人", "供应商"),
    ("委托方", "受托方"),
    ("委托人", "受托人"),
    ("定作人", "承揽人"),
    ("发包人", "承包人"),
    ("发包方", "承包方"),
    ("托运人", "承运人"),
    ("借款人", "出借人"),
    ("债务人", "债权人"),
    ("保证人", "债权人"),
    ("受让方", "转让方"),
    ("受让人", "转让人"),
    ("用户", "平台"),
    ("客户", "服务商"),
    ("业主", "物业公司"),
    ("加盟商", "总部"),
    ("被特许人", "特许人"),
    ("用人单位", "劳动者"),
    ("经销商", "厂家"),
    ("接收方", "披露方"),
    ("贵公司", "本单位"),
)
_COUNTERPARTS = {second: first for first, second in _PAIRS} | dict(_PAIRS)
