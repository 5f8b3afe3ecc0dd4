"""Modal words: what a 分句 does to its actor, negation and double negation decided here.

A single character such as 应 or 可 is a modal word only outside the words it is part of (供应, 认可); the neighbours
that tell are listed, and jieba is asked only about the few that do not tell.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors import words
from extractors.model import Modality, Span


class Modal(NamedTuple):
    """A modal or responsibility word; its action starts at ``action``."""

    span: Span
    modality: Modality
    action: int
    negated: bool = False


_AUX = r"(?:应当|应该|应|可以|可|有权|将|均|即|亦|也|自)?"
_TO = r"(?:就|对|因|向|为|以)[^，。；：]{1,40}?"
_LIABILITY = r"(?:承担|负责|负有|负(?!数|面|荷|债)|担责|赔偿|补偿|保证(?!金|人)|承诺|担保)"

_DEEMED = rf"{_AUX}(?:被)?(?:视为|视同|视作|推定为?|默认(?=为|同意|接受|验收|续|放弃|合格|认可|确认)|等同于|即告|即为)"
_NOT_DEEMED = r"不(?:得|能|应当|应|可|被)?(?:视为|视同|视作|推定为?)(?!违约)"
_OBLIGED_TWICE = r"不[得能]不|不可不"
_NEED_NOT_BEFORE = (
    rf"{_AUX}(?:无需|无须|毋须|毋需|毋庸|不必(?!要)|不需要?|不须|不用(?!于|作|途)|没有义务|无义务|免于|免予)"
)
_NEED_NOT_WITHIN = (
    rf"(?:概|均|亦|也|将|皆|一律|一概|可以|可|有权)?不(?:再|应当|应|会|予以?|作|另行?|因此|对此|就此|任何|额外|{_TO})*(?={_LIABILITY})"
)
_NEED_NOT_WHOLE = (
    rf"{_AUX}(?:(?<!不)(?<!不能)(?<!因此)(?<!不得)(?<!不予)(?:免除|豁免|免责)(?!条款|事由|声明|的)|不(?=(?:构成|属于?|视为)[^，。；]{{0,8}}违约)"
    r"|(?=(?:概|均)?(?:与|同|和)[^，。；：]{1,12}?(?:无关|无涉)(?!的))|(?=互不担责|不受追究))"
)
_MUST_NOT = (
    r"不得(?!已)|不能(?!力)|不可以|不可(?![抗预避克分逆或归行控用能靠知少])|不应当|不应该|不应(?!有)|不准(?!确|时)|不许(?!可)|不允许"
    r"|(?<!竞业)(?<!所)禁止(?![性令的])|严禁|切勿|请勿|(?<![有])无权(?![属利限]|处分)|(?:没有|无)权利(?![瑕负限])|不享有"
)
_MAY = (
    r"(?<![所拥占持具])有权(?![属益限]|利人|处分|机关|机构|部门|单位|人)|(?<!不)享有(?!的|者)|可以(?![^，。；：不]{1,12}(?:形式|方式|名义))"
    r"|保留[^，。；：]{0,60}?(?:权利|追究|权)|有[^，。；：]{1,20}的权利|方能|始能|(?<!不)(?P<single_may>[可得])"
)
_MUST = (
    r"应当|应该|务必|(?<!构成)必须|须得|有义务|有责任|负有[^，。；：]{0,15}义务|(?P<single_must>[应须]|需要?)|负责(?!人|制|任|的)"
    r"|(?<![质履以为供述])(?<!量)(?<!约)(?<!以)保证(?![金人期书函额债险的]|责任|合同|方式|担保)"
    r"|(?<![的出务述下头面作])承诺(?![函书的人，。；]|事项|$)|(?<![以为并])确保"
)
_CLAIMED = r"(?<!损失)(?<!违约)(?<!损害)(?<!经济)(?<!保险)(?<!得到)(?<!获得)(?<!主张)"
_BEARS = (
    r"(?<!所)承担(?![的者人方]|能力|义务)|负(?:有|全部|主要|完全|连带|相应|一切|直接|最终|法律|赔偿|保密|的|之)*责任?(?=[，。；：]|$)|自负|自担|自理|兜底|担责"
    rf"|{_CLAIMED}(?:赔偿|补偿|赔付)(?![金总限费款额的]|责任|范围|上限|标准|义务|数额|金额|方式|请求|协议|事宜|办法|条款)"
    r"|(?<![利济重务他])负担(?![的者方])"
)

_FIRST = "[应可有将均即亦也自被视推默等不无毋没免豁互概皆一与同和禁严切请享保方始得务必须负需承确兜担赔补]"
_MODAL = re.compile(  # the first characters in front spare trying every alternative at every character
    rf"(?={_FIRST})(?:(?P<not_deemed>{_NOT_DEEMED})|(?P<deemed>{_DEEMED})|(?P<twice>{_OBLIGED_TWICE})"
    rf"|(?P<need_not_before>{_NEED_NOT_BEFORE})|(?P<need_not_whole>{_NEED_NOT_WHOLE})|(?P<need_not_within>{_NEED_NOT_WITHIN})"
    rf"|(?P<must_not>{_MUST_NOT})|(?P<may>{_MAY})|(?P<must>{_MUST})|(?P<bears>{_BEARS}))"
)
_MODALITY = {
    "not_deemed": Modality.DEEMED, "deemed": Modality.DEEMED, "twice": Modality.MUST,
    "need_not_before": Modality.NEED_NOT, "need_not_whole": Modality.NEED_NOT, "need_not_within": Modality.NEED_NOT,
    "must_not": Modality.MUST_NOT, "may": Modality.MAY, "must": Modality.MUST, "bears": Modality.BEARS,
}  # fmt: skip
_ACTION_IS_THE_WORD = {"bears", "need_not_whole"}
_EXEMPT = ("不", "免于")

# What a single character may not stand behind (first) or in front of (second) to be a modal word.
_NO_MODAL = {
    "应": (
        re.compile(r"[相反响供对适效回感呼顺因照接策]$"),
        re.compile(
            r"应(?:[收用急诉聘答邀届税允运激变酬得力]|纳税|有[的之]|计[利费]|对(?:措施|方案|突发|风险|策略|预案)|付(?![清给至])"
            r"|(?![按依向对就据照达经由符])[一-龥]{1,2}[方人商]的?(?:书面|合理)?(?:要求|请求|邀请))"
        ),
    ),
    "可": (
        re.compile(r"[不许认宁尚]$"),
        re.compile(
            r"可(?:[能靠见贵惜疑观谓信抗控视逆读燃供比变得](?<!视)|视[化频电窗]|行(?!使)|用[性率时]|预[见期计]|追溯|操作|归责|循环|持续|编辑|执行(?:文件|性)"
            r"|交付(?:成果|物)|抵扣|分割|再生|撤销|回收|[一-龥]{1,2}的[一-龥])"
        ),
    ),
    "得": (
        re.compile(r"[不获取所使觉值懂舍免记求赢难博应既已可征性来显变落]$"),
        re.compile(r"得(?:[到以知出分当失标利益奖力悉主票]|起)"),
    ),
    "需": (
        re.compile(r"(?:[无不所急供按刚军内毋必]|实际)$"),
        re.compile(r"需(?:[求方货\s]|用量|要(?:[时的，。；、]|$))"),
    ),
    "须": (re.compile(r"[无毋必不]$"), re.compile(r"须[知臾]")),
}
_NEEDED_NOUN = re.compile(r"(?:业务|工作|经营|生产|管理|项目|工程|实际|发展|施工|履行|的|根据|视|按|依|因)$")
_GET_BEFORE = re.compile(r"(?:[方人商者均亦始仅只皆并也即便后，、；：。]|公司|平台|客户|^)$")
_RIGHT_BEHIND_PARTY = re.compile(r"(?:[方人商者均亦都也并但，]|公司|平台|客户|^)$")
_EXEMPTIONS = ("免除", "豁免", "免责")
_NOT_EXEMPT = re.compile(r"不(?:因|得|能|会|应)[^，。；]{0,24}$")
_UNSURE = re.compile(r"可(?:用(?![状性率时资额])|移动|接受|替代)")
_DENIAL = re.compile(
    r"概不|恕不|一律不|不予|不退|不再(?:退|予|另|支付|享受|给)|拒绝|不返还|不办理|不因此|不另行?(?:支付|收|计|付|退)|不设|不计(?![入税])|不因|不构成"
)
_DENIED = re.compile(
    r"(?:以[^，。；]{1,60}为(?:由|理由|借口)，?)?[概恕均亦也将一律仍并则皆有权可以选择]*(?:不予|拒绝|拒不|拒付|拒收|概不|恕不"
    r"|不(?![同足良当等仅但论管时断含实符利便特少低高超经]|合格|可抗|动产|限于|间断|定期|正当|迟于|晚于|影响))"
)


def find_modals(masked: str, span: Span) -> tuple[Modal, ...]:
    """The modal and responsibility words inside ``span``, in order."""
    found: list[Modal] = []
    at = span.start
    while match := _MODAL.search(masked, at, span.end):
        kind = match.lastgroup or ""
        kind = "may" if kind == "single_may" else "must" if kind == "single_must" else kind
        if _is_modal(masked, match, span):
            found.append(_modal(match, kind))
            at = max(match.end(), at + 1)
        else:
            at = match.start() + 1
    return tuple(found)


def find_denial(masked: str, span: Span) -> int | None:
    """Where a denial starts that makes a predicate by itself (已付租金概不退还), None where there is none."""
    match = _DENIAL.search(masked, span.start, span.end)
    return match.start() if match else None


def is_denied(masked: str, span: Span) -> bool:
    """Whether the action in ``span`` begins with its own denial: 不退还, 不予, 概不, 拒绝."""
    return _DENIED.match(masked, span.start, span.end) is not None


def _modal(match: re.Match[str], kind: str) -> Modal:
    word = match.group()
    action = match.start() if kind in _ACTION_IS_THE_WORD and word not in _EXEMPT else match.end()
    if kind == "may" and word.startswith(("保留", "有")) and not word.startswith("有权"):
        action = match.start()  # 保留追究的权利: the right itself is the action
    return Modal(Span(match.start(), match.end()), _MODALITY[kind], action, negated=kind == "not_deemed")


def _is_modal(masked: str, match: re.Match[str], span: Span) -> bool:
    """Whether a single character is a word of its own here; longer words always are."""
    word = match.group()
    start = match.start()
    if word in _EXEMPTIONS and _NOT_EXEMPT.search(masked, span.start, start):
        return False
    if word == "不能":  # 不能 tells an inability unless it stands right behind a party
        return _RIGHT_BEHIND_PARTY.search(masked[max(span.start, start - 4) : start]) is not None
    if word.rstrip("要") not in _NO_MODAL:
        return True
    char = word[0]
    before, ahead = masked[max(span.start, start - 4) : start], masked[start : start + 14]
    behind_no, ahead_no = _NO_MODAL[char]
    if behind_no.search(before) or (char == "需" and ahead.startswith("需要") and _NEEDED_NOUN.search(before)):
        return False
    if char == "得" and not _GET_BEFORE.search(before):
        return False
    if _UNSURE.match(ahead):
        return words.starts_word(masked[span.start : span.end], start - span.start, char)
    return ahead_no.match(masked, start, span.end) is None
