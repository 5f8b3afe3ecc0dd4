"""Whose agreement an action needs: the other party's, both parties', a notice ahead, or nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.model import Consent, Modality, Span

_AGREED = r"(?:同意|批准|许可|认可|核准|授权|确认|签认|准许)"
_BOTH = r"(?:(?:甲、?乙)?(?:双方|各方|三方)|甲乙方?|合同当事人|当事人)"
_NOBODY = re.compile(
    rf"(?:无需|无须|毋须|毋需|不需要?|不必|不须|不经|未经|而无需)[^，。；：]{{0,24}}?(?:{_AGREED}|通知|告知|协商|说明(?:任何)?理由|催告)"
)
_MUTUAL = re.compile(
    r"(?<!未)(?<!能)(?<!法)(?:协商一致|协商确定|协商同意|另行协商|共同商定|共同协商|友好协商|协商解决|协议解决|协商处理|协商变更|协商决定|协商后|商定)"
    rf"|(?:签订|签署|订立|达成|另签)[^，。；：]{{0,8}}?(?:补充协议|补充合同|书面协议|书面变更)|(?:经|由){_BOTH}[^，。；：]{{0,10}}?(?:{_AGREED}|协商)"
    rf"|{_BOTH}(?:书面|另行|一致|共同)+(?:{_AGREED}|协商)|协商[，]?(?:并)?(?:达成|取得)一致"
)
_UNSETTLED = re.compile(r"协商(?:不成|未果|不一致)|(?:未能|无法|不能|未)(?:经)?(?:协商|达成)[^，]{0,4}一致")
_OTHER = re.compile(
    rf"(?P<without>未|非|不)?(?:事先|事前|先|另行)?(?:经过?|征得|取得|获得|得到|征求)(?!双方|各方|甲乙双方|协商)(?P<who>[^，。；：]{{0,22}}?){_AGREED}"
    rf"|以[^，。；：]{{1,12}}{_AGREED}为(?:前提|准|条件)"
)
_RELATIVE = re.compile(r"的(?!情况|情形|前提|条件|除外|$)[一-龥]")
_NOTICE = re.compile(r"(?:提前|事先|预先|事前)[^，。；：]{0,22}?(?:通知|告知|函告|公告|提示)")
_ALONE = re.compile(
    r"(?:单方面?|自行(?!承担|负责|负担|解决|协商|消化|安排|垫付|交涉|协调)|自主|独立(?=裁量|判断|决定|认定)|径行|径直|随时|擅自|自由裁量|单独决定|任意(?!一方|第三)|视[^，。；：]{1,12}需要|根据(?:自身|其)[^，。；：]{0,10}(?:需要|情况|判断)"
    r"|有权决定|无条件解除|不说明理由|无理由|自行决定)"
)
# Each of the patterns above needs one of these words; looking for them alone spares most pieces the patterns.
_TELLING = re.compile(
    rf"{_AGREED}|协商|商定|协议解决|补充|书面协议|书面变更|通知|告知|函告|公告|提示|催告|说明|单方|自行|自主|独立|径|随时"
    r"|擅自|裁量|单独|任意|视|根据|有权决定|无条件|不说明|无理由"
)
_NOT_NEEDED = ("无需", "无须", "不需", "不必", "毋须", "毋需", "不须")
_ALWAYS = {_MUTUAL: Consent.MUTUAL, _NOTICE: Consent.NOTICE}
_PURE = re.compile(
    rf"(?:[^，。；：]{{0,8}}?)(?:但|如|若|除非|在|须|待|只有)*(?:事先|事前)?(?:未|非)?(?:经过?|征得|取得|获得|得到)[^，。；：]{{0,25}}?(?:{_AGREED}|协商一致|协商|达成一致)"
    r"(?:的?(?:前提|情况|情形|条件)下|的|后|时|之?前|之?后|并签[订署][^，。；：]{1,8}(?:协议|文件)(?:后|的)?)?"
)
_PURE_MUTUAL = re.compile(
    rf"(?:但|如|若|除非)?{_BOTH}(?:另行|共同|书面|友好)*(?:协商一致|协商同意|协商|一致同意|同意|另行约定)(?:的|后|时)?"
)
_PURE_NOBODY = re.compile(rf"(?:{_NOBODY.pattern})(?:即可|后)?")
_PURE_NOTICE = re.compile(
    r"[^，。；：]{0,6}(?:提前|事先|预先)[^，。；：]{0,22}?(?:通知|告知)[^，。；：]{0,4}(?:的|后)?"
)
_PURE_TELLING = re.compile(rf"{_AGREED}|协商|一致|约定|通知|告知|说明|催告")  # needed by each of them


def is_pure(masked: str, span: Span) -> bool:
    """Whether a piece says nothing but whose agreement is needed: 经甲方书面同意后, 未经对方许可."""
    return _PURE_TELLING.search(masked, span.start, span.end) is not None and bool(
        _PURE.fullmatch(masked, span.start, span.end)
        or _PURE_MUTUAL.fullmatch(masked, span.start, span.end)
        or _PURE_NOBODY.fullmatch(masked, span.start, span.end)
        or _PURE_NOTICE.fullmatch(masked, span.start, span.end)
    )


def find_notice(masked: str, span: Span) -> Span | None:
    """Where ``span`` asks for a notice ahead of the action."""
    match = _NOTICE.search(masked, span.start, span.end)
    return Span(match.start(), match.end()) if match else None


def find_consent(masked: str, zones: Iterable[Span], modality: Modality) -> tuple[Consent, Span | None]:
    """Whose agreement the action in ``zones`` needs, and the words that say so.

    未经…同意 asks for agreement only in front of a prohibition; elsewhere it says that none is needed.
    """
    zones = tuple(zone for zone in zones if _TELLING.search(masked, zone.start, zone.end))
    for pattern in (_OTHER, _MUTUAL, _NOBODY, _NOTICE, _ALONE):
        for zone in zones:
            for match in pattern.finditer(masked, zone.start, zone.end):
                kind = _judge(masked, match, pattern, zone, modality)
                if kind is not None and not _settled_not(masked, match, zone):
                    return kind, Span(match.start(), match.end())
    return Consent.NONE, None


def _settled_not(masked: str, match: re.Match[str], zone: Span) -> bool:
    around = Span(max(zone.start, match.start() - 4), min(zone.end, match.end() + 4))
    return "协商" in match.group() and _UNSETTLED.search(masked, around.start, around.end) is not None


def _judge(
    masked: str, match: re.Match[str], pattern: re.Pattern[str], zone: Span, modality: Modality
) -> Consent | None:
    """The kind of consent ``match`` stands for, None where it is none."""
    if pattern in _ALWAYS:
        return _ALWAYS[pattern]
    if pattern is _ALONE:
        duty = modality in (Modality.MUST, Modality.BEARS, Modality.NEED_NOT)
        return None if duty else Consent.UNILATERAL
    forbidden = modality is Modality.MUST_NOT
    if pattern is _NOBODY:
        without = match.group().startswith("未经")
        if without and (modality is not Modality.MAY or _RELATIVE.match(masked, match.end(), zone.end)):
            return None
        return Consent.UNILATERAL
    if masked[max(zone.start, match.start() - 2) : match.start()] in _NOT_NEEDED:
        return None
    if _RELATIVE.match(masked, match.end(), zone.end):
        return None
    if match.group("without"):
        return Consent.OTHER if forbidden and match.group("without") != "不" else None
    return Consent.OTHER
