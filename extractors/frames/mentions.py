"""The words for who acts, and where they stand in a contract."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from extractors import roles
from extractors.model import Actor, ActorKind, Party, Span

_OURS = ("本人", "我方", "我司", "我公司", "贵方", "贵司", "你方", "您")
_THIRD = (
    "人民法院", "法院", "仲裁委员会", "仲裁机构", "仲裁庭", "主管部门", "有关部门", "行政机关", "第三方", "第三人",
    "他人", "鉴定机构", "评估机构", "监理单位", "银行", "保险公司",
)  # fmt: skip
_FURTHER = (
    "提供方", "收货人", "被保险人", "保险人", "中标人", "招标人", "投标人", "使用人", "权利人", "管理人",
    "持有人", "申请人", "旅行社", "劳务公司", "总包方", "分包方",
)  # fmt: skip
_ANYONE = ("任何单位和个人", "任何人", "任何第三方", "双方任何一方", "甲乙任何一方")
# Words that name a party only where the contract calls a party so: elsewhere they are things or third persons.
_GENERIC = {
    "公司", "平台", "客户", "用户", "会员", "员工", "股东", "学员", "学校", "总部", "厂家", "代理人", "消费者", "场馆",
    "商家",
    "商户", "劳动者", "经营者", "主播", "艺人", "买家", "卖家", "业主", "接收方", "披露方", "编剧", "供应商", "服务商",
    "债权人", "债务人",
}  # fmt: skip
# A role the lists do not know, by its ending; only where a subject must stand (start of a piece, after 由, 归, 则).
_BY_ENDING = re.compile(
    r"(?![的之其该各双任此后前对某本在因如若经将不由归则])[一-龥]{1,4}?(?:方(?![可式案面便法向能才得]|始)|人(?![员民工数身力格事])|商(?![标业品务量誉定议])|者(?![的权])|旅行社|医院|机构|中心)"
    r"(?=[应须需可将不均得负承在按于有无对向自未同保如]|所有|全额|自行|单方)"
)
_AGENT = re.compile(r"(?<![理自事缘])由|归|则")
_NO_ROLE = {
    "单方", "地方", "对方", "后方", "双方", "一方", "官方", "各方", "协商", "他人", "每人", "个人", "发票人", "本人",
}  # fmt: skip
_JOINED = re.compile(r"[和与及、或]|以及|或者")
_LONGEST_JOINT = 2  # characters of the words above


class Mention(NamedTuple):  # as fixed as a frozen dataclass, and made in a third of the time
    """A word for someone who can act, and where it stands."""

    span: Span
    kind: ActorKind
    role: str

    def as_actor(self) -> Actor:
        """The actor this word names."""
        return Actor(self.kind, self.role, self.span)


@dataclass(frozen=True)
class Lexicon:
    """The words for parties in one contract."""

    pattern: re.Pattern[str]
    known: dict[str, tuple[ActorKind, str]]
    has_parties: bool

    def listed(self, masked: str, start: int, end: int) -> list[Mention]:
        """The words of the lexicon between two offsets, in order."""
        return [
            Mention(Span(match.start(), match.end()), *self.known[match.group()])
            for match in self.pattern.finditer(masked, start, end)
        ]

    def unlisted(self, masked: str, start: int, end: int) -> Mention | None:
        """A role known only by its ending (运维方, 旅行社), where a subject stands at ``start``."""
        match = _BY_ENDING.match(masked, start, end)
        if match is None or match.group() in _NO_ROLE:
            return None
        kind = ActorKind.THIRD if self.has_parties else ActorKind.PARTY
        return Mention(Span(match.start(), match.end()), kind, match.group())


class Mentions:
    """Every word for an actor in one text; the text is searched once, for each piece is asked about several times."""

    def __init__(self, masked: str, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._masked = masked
        self._listed = lexicon.listed(masked, 0, len(masked))
        self._starts = [mention.span.start for mention in self._listed]
        self._ends = [mention.span.end for mention in self._listed]
        self._behind_agent_words = [match.end() for match in _AGENT.finditer(masked)]
        self._asked = Span(0, 0)
        self._answer: tuple[Mention, ...] = ()

    def within(self, span: Span) -> tuple[Mention, ...]:
        """Every word for an actor in ``span``, in order; two joined parties (甲方和乙方) are one."""
        if span is not self._asked:
            self._answer = tuple(self._found(span.start, span.end))
            self._asked = span
        return self._answer

    def _found(self, start: int, end: int) -> list[Mention]:
        found = self._listed_within(start, end)
        unlisted = [] if found and found[0].span.start == start else [self.lexicon.unlisted(self._masked, start, end)]
        first = bisect_right(self._behind_agent_words, start)
        last = bisect_right(self._behind_agent_words, end, first)
        unlisted += [self.lexicon.unlisted(self._masked, at, end) for at in self._behind_agent_words[first:last]]
        free = [one for one in unlisted if one and not any(one.span.overlaps(other.span) for other in found)]
        if free:
            found = sorted((*found, *free), key=lambda mention: mention.span)
        return _join(self._masked, found) if len(found) > 1 else found

    def _listed_within(self, start: int, end: int) -> list[Mention]:
        """The words of the lexicon in a stretch; one that an edge cuts through may hide a shorter one inside."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        cut = first < last and (self._starts[first] < start or self._ends[last - 1] > end)
        return self.lexicon.listed(self._masked, start, end) if cut else self._listed[first:last]


@lru_cache(maxsize=8)
def lexicon_for(parties: tuple[Party, ...]) -> Lexicon:
    """The words for ``parties``, and the role words every contract may use."""
    own_words = {word for party in parties for word in (party.role, *party.aliases)}
    known: dict[str, tuple[ActorKind, str]] = {}
    known.update((word, (ActorKind.THIRD, word)) for word in _THIRD)
    for word in (*roles.ALL, *_OURS, *_FURTHER):
        generic = bool(parties) and word in _GENERIC and word not in own_words
        known[word] = (ActorKind.THIRD if generic else ActorKind.PARTY, word)
    known.update((word, (ActorKind.EACH, word)) for word in roles.EACH)
    known.update((word, (ActorKind.ANY, word)) for word in (*roles.ANY, *_ANYONE))
    for party in parties:
        for word in (party.role, party.name, *party.aliases):
            if len(word) > 1:
                known[word] = (ActorKind.PARTY, party.role)
    return Lexicon(re.compile(_alternatives(known)), known, bool(parties))


def _alternatives(words: Iterable[str]) -> str:
    """An expression for the longest of ``words`` at a place; grouped by first character, so that few are tried."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(tails)})" for first, tails in groups.items())


def _join(masked: str, mentions: Sequence[Mention]) -> list[Mention]:
    joined: list[Mention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        if last is None or not 0 < mention.span.start - last.span.end <= _LONGEST_JOINT:
            joined.append(mention)
            continue
        between = masked[last.span.end : mention.span.start]
        if _JOINED.fullmatch(between) and ActorKind.PARTY in (last.kind, mention.kind):
            span = Span(last.span.start, mention.span.end)
            kind = ActorKind.ANY if between in ("或", "或者") else ActorKind.EACH
            joined[-1] = Mention(span, kind, span.of(masked))
        else:
            joined.append(mention)
    return joined
