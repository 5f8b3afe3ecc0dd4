"""The words for who acts, where they stand, and which of them can be a subject.

A party word is no subject where it owns a noun (甲方的损失, 乙方账户), stands behind a preposition (向甲方) or is the
object of a verb. 由 and 归 name the one who acts wherever they stand (费用由甲方承担, 成果归乙方所有).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from extractors import roles
from extractors.model import Actor, ActorKind, Party, Span

UNKNOWN = Actor(ActorKind.UNKNOWN)

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

_PREPOSITION = re.compile(
    r"(?:(?<!合)同|[对向给与跟为从按依以将把被至替使令让和及或等、属由归经]|由于|因为|按照|根据|依照|遵照|由|通知|请求|要求|委托|授权|协助|配合|影响|损害"
    r"|侵犯|导致|造成|致使|代表|代替|征得|取得|获得|收到|接到|支付|赔偿|返还|退还|交付|提供|提示|催告|告知|补偿|违反|服从|接受|未经|非经|促使|除|指|履行)$"
)
_THING_BEHIND = re.compile(
    r"(?:损失|原因|责任|过错|过失|故意|产品|系统|平台|账户|账号|帐户|帐号|发票|财产|权益|利益|权利|义务|信息|数据|资料|商标|名义|品牌|名称|场地|场所|现场"
    r"|住所|地址|网站|服务器|设备|货物|货款|款项|费用|保证金|押金|股权|知识产权|著作权|商业秘密|需求|意见|规定|制度|要约|处(?!理|置|分)|名下|内部"
    r"|业务|客户|违约金|所在|单位|公章|书面(?=同意|许可|授权|要求)|未付|[期费卡权](?!望|待)|赔偿(?=[金额总上范]|责任)|累计(?=赔)|(?:同意|许可|认可|签字|盖章)(?=[后的前，。]|$)|一方|联系人|开户|之间|报价|收入|股东|违约责任)"
)
_CAUSE = re.compile(
    r"(?:方面)?(?:的)?(?:单方|自身)?(?:原因|过错|责任|故意|过失|疏忽|违约|行为|引起|造成|导致|产生|所致)"
)
_BOUNDARY_BEFORE = re.compile(
    r"(?:[则但且而如若因故的时后前内外即凡当和并被除日\s\ue000“\"]|如果|由于|一旦|除非|届时|同时|否则|倘若|任何|因为|只要|只有|无论|不论|不管|即使"
    r"|期间|情况下|情形下|若因|如因|鉴于|每|遇|待)$"
)
_ADVERBS = re.compile(
    r"(?:[均都也亦还仍则将即又另并且只仅方始才皆已再各所]|同时|自行|单方面?|随时|及时|立即|书面|共同|各自|必须|一并|一律|原则上|另外|首先|无条件|"
    r"当然|概|在[^，。；]{1,30}|于[^，。；]{1,24}|自[^，。；]{1,24}|按[^，。；]{1,24}|依[^，。；]{1,16}|每[^，。；]{1,8}|不)*"
)
_JOINED = re.compile(r"[和与及、或]|以及|或者")
_OBLIGATIONS_OF = re.compile(r"权利|义务|责任|承诺|职责")


@dataclass(frozen=True, slots=True)
class Mention:
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

    def mentions(self, masked: str, span: Span) -> tuple[Mention, ...]:
        """Every word for an actor in ``span``, in order; two joined parties (甲方和乙方) are one."""
        found = [
            Mention(Span(match.start(), match.end()), *self.known[match.group()])
            for match in self.pattern.finditer(masked, span.start, span.end)
        ]
        starts = {span.start, *(match.end() for match in _AGENT.finditer(masked, span.start, span.end))}
        taken = [mention.span for mention in found]
        for start in starts:
            unlisted = self._unlisted(masked, start, span.end)
            if unlisted and not any(unlisted.span.overlaps(other) for other in taken):
                found.append(unlisted)
        found.sort(key=lambda mention: mention.span)
        return tuple(_join(masked, found)) if found else ()

    def _unlisted(self, masked: str, start: int, end: int) -> Mention | None:
        """A role known only by its ending (运维方, 旅行社), where a subject stands at ``start``."""
        match = _BY_ENDING.match(masked, start, end)
        if match is None or match.group() in _NO_ROLE:
            return None
        kind = ActorKind.THIRD if self.has_parties else ActorKind.PARTY
        return Mention(Span(match.start(), match.end()), kind, match.group())


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
    alternatives = "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True))
    return Lexicon(re.compile(alternatives), known, bool(parties))


def passive(masked: str, span: Span, mentions: Iterable[Mention], head: int | None) -> Mention | None:
    """The one named by 由 or 归 in ``span``; ``head`` is where the modal word starts."""
    found = None
    for mention in mentions:
        if not _behind_agent_word(masked, mention, span) or _CAUSE.match(masked, mention.span.end, span.end):
            continue
        if head is not None and mention.span.end <= head and "的" in masked[mention.span.end : head]:
            continue  # 由甲方提供的材料应…: part of a relative clause
        found = found or mention
    return found


def nearest_subject(masked: str, span: Span, mentions: Iterable[Mention], head: int) -> Mention | None:
    """The subject nearest before ``head`` inside ``span``."""
    before = [mention for mention in mentions if mention.span.end <= head]
    for mention in reversed(before):
        if is_subject(masked, mention, span, head):
            return mention
    return None


def first_subject(masked: str, span: Span, mentions: Iterable[Mention]) -> Mention | None:
    """The first subject of ``span``: whose doing a condition or a plain statement tells."""
    return next((mention for mention in mentions if is_subject(masked, mention, span, None)), None)


def is_subject(masked: str, mention: Mention, span: Span, head: int | None) -> bool:
    """Whether ``mention`` can be the subject of the verb at ``head`` (None: of whatever follows)."""
    end = mention.span.end
    if masked[end : end + 1] in ("的", "之") or _THING_BEHIND.match(masked, end, span.end):
        return False
    before = masked[max(span.start, mention.span.start - 4) : mention.span.start]
    if _PREPOSITION.search(before):
        return False
    if not before or _BOUNDARY_BEFORE.search(before):
        return True
    return head is not None and adjacent(masked, mention, head)


def adjacent(masked: str, mention: Mention, head: int) -> bool:
    """Whether only adverbs stand between ``mention`` and ``head``."""
    return _ADVERBS.fullmatch(masked, mention.span.end, head) is not None


def blamed(masked: str, span: Span, mentions: Iterable[Mention]) -> Mention | None:
    """The party whose doing a condition gives as its cause: 因甲方原因."""
    return next((mention for mention in mentions if _CAUSE.match(masked, mention.span.end, span.end)), None)


def owner(span: Span, mentions: Iterable[Mention]) -> Mention | None:
    """The party whose thing a condition begins with: 供方产品不合格的."""
    first = next(iter(mentions), None)
    return first if first and first.span.start - span.start < 3 and first.span.start >= span.start else None


def named_by_title(lexicon: Lexicon, title: str) -> Actor | None:
    """The one party whose rights or duties a clause title announces: 甲方的权利和义务."""
    if not _OBLIGATIONS_OF.search(title):
        return None
    mentions = lexicon.mentions(title, Span(0, len(title)))
    if len(mentions) != 1 or mentions[0].kind in (ActorKind.THIRD, ActorKind.ANY):
        return None
    return Actor(mentions[0].kind, mentions[0].role)


def _behind_agent_word(masked: str, mention: Mention, span: Span) -> bool:
    before = masked[max(span.start, mention.span.start - 4) : mention.span.start]
    if before.endswith("由"):
        return before[-2:] not in ("理由", "自由", "事由", "缘由")
    return bool(re.search(r"(?:归属于?|归于?|属于|归还?属)$", before))


def _join(masked: str, mentions: list[Mention]) -> list[Mention]:
    joined = [mentions[0]]
    for mention in mentions[1:]:
        last = joined[-1]
        between = masked[last.span.end : mention.span.start]
        if _JOINED.fullmatch(between) and ActorKind.PARTY in (last.kind, mention.kind):
            span = Span(last.span.start, mention.span.end)
            kind = ActorKind.ANY if between in ("或", "或者") else ActorKind.EACH
            joined[-1] = Mention(span, kind, span.of(masked))
        else:
            joined.append(mention)
    return joined
