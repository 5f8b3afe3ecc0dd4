"""Which of the words for actors can be a subject, an agent, or the one a condition blames.

A party word is no subject where it owns a noun (甲方的损失, 乙方账户), stands behind a preposition (向甲方) or is the
object of a verb. 由 and 归 name the one who acts wherever they stand (费用由甲方承担, 成果归乙方所有).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.frames.mentions import Lexicon, Mention, Mentions
from extractors.model import Actor, ActorKind, Span

UNKNOWN = Actor(ActorKind.UNKNOWN)

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
_BELONGS_TO = ("归", "归于", "归属", "归属于", "属于", "归还属")
_OBLIGATIONS_OF = re.compile(r"权利|义务|责任|承诺|职责")


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
    mentions = Mentions(title, lexicon).within(Span(0, len(title)))
    if len(mentions) != 1 or mentions[0].kind in (ActorKind.THIRD, ActorKind.ANY):
        return None
    return Actor(mentions[0].kind, mentions[0].role)


def _behind_agent_word(masked: str, mention: Mention, span: Span) -> bool:
    before = masked[max(span.start, mention.span.start - 4) : mention.span.start]
    if before.endswith("由"):
        return before[-2:] not in ("理由", "自由", "事由", "缘由")
    return before.endswith(_BELONGS_TO)
