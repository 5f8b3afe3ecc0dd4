"""The words round a proportion that tell for which period it runs, on what, and what for.

All functions take the text of one sentence before and after the proportion and look at bounded stretches of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.entities.numerals import SHARE
from extractors.model import Span

_UNIT = r"(?:自然日|日历日|日历天|工作日|日|天|星期|周|个?月|年)"
_LATE = (
    r"(?:逾期|迟延|延迟|延误|延期|拖延|拖欠|拖期|推迟|推后|迟交|迟付|迟缴|迟到|超期|超过|超出|滞后|晚|延|迟|逾|误期|误|欠|满"
    r"|违约|顺延)"
)
_LATE_WORDS = re.compile(
    r"逾期|迟延|延迟|延误|延期|拖延|拖欠|拖期|推迟|迟交|迟付|迟缴|迟到|超期|滞后|滞纳金|误期|工期延|未按[^，。；]{0,8}(?:期|时间|日)"
    r"|未(?:能)?(?:及时|按时|如期|按期)|晚[交付到]|欠[款费付缴租]|到期(?:未|不)|每(?:晚|延|迟|逾|误)"
)
_CHARGE_WORDS = re.compile(
    r"违约金|滞纳金|逾期费|迟延金|罚金|罚款|罚息|利息|占用费|赔偿|赔付|逾期|迟延|延迟|延误|拖欠|迟付|迟交|补偿金|延期费"
    r"|资金占用|计息"
)

# A period word on its own: 每逾期一日, 每满一周, 每晚1天. The words before the unit say it runs on being late.
_EVERY_LATE = re.compile(rf"每{_LATE}[^，。；,;每]{{0,8}}?(?:[一壹1]\s?)?个?\s?(?P<unit>{_UNIT})(?![期内前常])")
# 每日, 每一天, 按日, 逐日: a period only together with a charge, for much else happens daily.
_EVERY = re.compile(
    rf"(?:每\s?[一壹1]?\s?个?|按|逐)(?P<unit>{_UNIT})(?![期内前常租均度底初末薪费报利])"
    r"|(?<![工作然历期之当0-9一二三四五六七八九十])(?P<bare>[日月年])(?=滞纳金|违约金|罚息)"
)
# Directly before the number: 日万分之五, 日息1‰, 月利率为2%, 年化24%.
_DIRECT = re.compile(
    r"(?P<every>每|按|逐)?(?P<unit>日|天|月|年)(?:化|利率|息率|费率|利息|息|租息|综合|单利|利)*(?:为|是|按|以|[:：])?(?P<not>不超过)?\s?$"
)
_DIRECT_WORDY = re.compile(r"(?:化|利率|息|费率|单利|利)")
_DIRECT_PRECEDED = re.compile(r"(?:^|[，,、：:（(\s的按以付计照收担为付金款额费息率])$")
_NOT_A_PERIOD = re.compile(r"(?:工作|自然|日历|次|当|之|到期|[0-9０-９一二三四五六七八九十]|[上下]个?|本|该|首|满)$")
_SLASH = re.compile(rf"\s?的?(?:滞纳金|违约金|标准)?\s?[/／]\s?(?P<unit>{_UNIT})")
_TRAILING = re.compile(
    rf"(?:\s?[至到~—-]\s?(?:[百千万]分之[^，。；]{{1,6}}?|[0-9.]+\s?[%％‰]))?\s?[（(]?"
    rf"(?:(?:每|一)一?(?P<unit>{_UNIT})|按(?P<by>[日天月年周])(?:计|收|加|支|缴|累))"
)
_TRAILING_FAR = re.compile(r"[^，。；,;0-9%％‰百千万]{0,10}?(?:按|逐)(?P<unit>[日天月年周])(?:计|收|加|支|缴|累)")
_CHANGE_OF_RATE = re.compile(r"(?:上浮|下浮|浮动|上调|下调|调高|调低|增长|下降|降低|提高)\s?$")

_NAMES = {"天": "day", "日": "day", "周": "week", "星期": "week", "月": "month", "年": "year"}


@dataclass(frozen=True, slots=True)
class PeriodFound:
    """A period and how many characters before and after the proportion name it."""

    period: str = ""
    before: int = 0
    after: int = 0


def is_part_of_a_word(text: str, share: Span) -> bool:
    """Whether what looks like a proportion is none: 三分之一's neighbour in 四分之三, 7.3 in 第7.3%."""
    return share.start > 0 and text[share.start - 1] in ".．第分"


def period_of(before: str, after: str) -> PeriodFound:
    """The period of a proportion: named right after it, right before it, or earlier in its sentence."""
    if _CHANGE_OF_RATE.search(before[-6:]) or _capped_apart(before, after):
        return PeriodFound()  # 利率上浮50% changes a rate; 累计不超过10% limits what runs by the day
    if match := _SLASH.match(after):
        return PeriodFound(_name(match["unit"]), 0, match.end())
    if found := _direct(before):
        return found
    if match := _TRAILING.match(after):
        return PeriodFound(_name(match["unit"] or match["by"]), 0, match.end())
    if found := _earlier(before, after):
        return found
    if (match := _TRAILING_FAR.match(after)) and _CHARGE_WORDS.search(before + after):
        return PeriodFound(_name(match["unit"]), 0, match.end())
    return PeriodFound()


def _capped_apart(before: str, after: str) -> bool:
    """Whether the proportion limits a sum named in an earlier 分句."""
    part = re.split(r"[，,：:]", before)[-1]
    capped = _CAP_BEFORE.search(part) or _CAP_AFTER.match(after)
    return bool(capped) and (bool(_TOTAL.search(part)) or not (_EVERY.search(part) or _DIRECT.search(part)))


def _direct(before: str) -> PeriodFound | None:
    """日2% and 日息2%; 30日2% and 之日2% are none."""
    near = before[-16:]
    match = _DIRECT.search(near)
    if match is None:
        return None
    lead = near[: match.start()]
    wordy = _DIRECT_WORDY.search(match[0])
    if not match["every"] and (_NOT_A_PERIOD.search(lead) or not (wordy or _DIRECT_PRECEDED.search(lead))):
        return None
    return PeriodFound(_name(match["unit"]), len(near) - match.start(), 0)


def _earlier(before: str, after: str) -> PeriodFound | None:
    """每逾期一日 anywhere before in the sentence; 每日 and 按日 where the sentence charges something."""
    late = list(_EVERY_LATE.finditer(before))
    if late:
        return PeriodFound(_name(late[-1]["unit"]), len(before) - late[-1].start(), 0)
    plain = [match for match in _EVERY.finditer(before) if _bears_charge(before[match.start() :], before, after)]
    if not plain:
        return None
    return PeriodFound(_name(plain[-1]["unit"] or plain[-1]["bare"]), len(before) - plain[-1].start(), 0)


def _bears_charge(between: str, before: str, after: str) -> bool:
    """Whether a 每日 belongs to a charge: charge word between it and the number, or right round the two."""
    same_part = re.split(r"[，,]", after, maxsplit=1)[0]
    if _CHARGE_WORDS.search(between) or _CHARGE_WORDS.search(same_part):
        return True
    return "，" not in between and "," not in between and bool(_CHARGE_WORDS.search(before))


def _name(unit: str) -> str:
    return next(name for word, name in _NAMES.items() if word in unit)


# ── base ────────────────────────────────────────────────────────────────────

_STATED_BASE = re.compile(r"以(?P<base>[^，。；,;以]{1,40}?)(?:为|作为)(?:计算)?(?:的)?基[数准]")
_VERB = re.compile(
    r"按照?|以|占|不?超过|(?:高|低)于"
    r"|(?<![未已欠])(?:支付|给付|缴纳|缴付|交纳|偿付|赔付|承担|加收|收取|计收)|加付|扣减|扣除"
    r"|(?<![支给缴交偿赔未应已逾到迟计加])付(?![款息清到费])|(?<![作基])为(?!基)"
)
_WEAK_VERB = frozenset({"支付", "缴纳", "收取", "付", "为", "超过", "不超过"})
_BASE_LEAD = re.compile(
    r"^(?:给?[甲乙丙丁]方|其|该|约定的?|相当于|等[额值]于|金额为|(?:每|按|逐)[一壹1]?个?[日天周月年]|[的到至了]|"
    r"向[^，。；]{1,8}?(?:支付|缴纳|给付|偿付))+"
)
_BASE_TAIL = re.compile(
    r"(?:每|按|逐)?(?:每?逾期|每?满)?[一1]?(?:日|天|月|年|周)?(?:为|以|按照?|支付|计收|加收|计算)?\s?$"
)
_UNCLOSED = re.compile(r"[的之]?[_＿\s]*[%％]?[（(][^（()）]*$")
_RANGE = re.compile(rf"{SHARE}\s?[至到~～—-]\s?$")
_NO_BASE = frozenset(("违约金", "滞纳金", "日", "利率", "年利率", "税率", "增值税", "合计", "含", "年", "月", "比例"))
_LONGEST_BASE = 40


def base_of(before: str) -> str:
    """What a proportion is charged on, as written: 合同总价 in 按合同总价的; "" where nothing is said."""
    if stated := stated_base_of(before):
        return stated
    if found := _RANGE.search(before[-24:]):  # 千分之三到百分之一: the base stands before the first
        before = before[: max(len(before) - 24, 0) + found.start()]
    part = _UNCLOSED.sub("", re.split(r"[，,；;。：:]", before)[-1][-60:])
    base = _BASE_LEAD.sub("", _after_last_verb(part).strip())
    base = _BASE_TAIL.sub("", base).strip("的之 “”_　*")
    return "" if base in _NO_BASE or len(base) > _LONGEST_BASE else base


def stated_base_of(before: str) -> str:
    """The base where the contract calls it so: 欠款 in 以欠款为基数."""
    stated = list(_STATED_BASE.finditer(before))
    return stated[-1]["base"].strip("其该的 ") if stated else ""


def _after_last_verb(part: str) -> str:
    """The words after 按, 以 or the last verb of paying; a weak verb inside a base (支付…的费用) does not start one."""
    base = ""
    for match in _VERB.finditer(part):
        rest = part[match.end() :].strip("的 ")
        if rest and not (base and match[0] in _WEAK_VERB and base.startswith(("未", "应", "已"))):
            base = rest
    return base


# ── purpose ─────────────────────────────────────────────────────────────────

_TAX_BEFORE = re.compile(r"(?:税率|增值税|税金|税点|含税|税额|征收率)[^，。；,;]{0,8}$|含\s?$")
_TAX_AFTER = re.compile(r"\s?的?(?:增值税|税率|税点|专用发票|专票|普票|税)")
_CAP_BEFORE = re.compile(
    r"(?:不得?超过|不应超过|不得?高于|上限为?|最高为?|最多为?|封顶为?|限额为?|至多|限于)[^，。；,;]{0,24}$"
)
_TOTAL = re.compile(r"累计|合计|总额|总计|总和")
_CAP_AFTER = re.compile(r"[^，。；,;0-9]{0,6}(?:为限|封顶|为上限|为最高)")
_DEPOSIT = re.compile(r"定金")
_RETENTION = re.compile(r"质保金|质量保证金|保修金|质量保修|尾款|保证金|余款|保留金")
_PENALTY = re.compile(r"违约金|赔偿|罚|赔付|违约责任|偿付|补偿金|惩罚")
_INTEREST = re.compile(r"利率|利息|月息|年息|日息|年化|收益率|计息|息$")
_CHARGED_AFTER = re.compile(r"[^，。；,;]{0,12}(?:滞纳金|违约金|罚息|迟延金|逾期费|延期费|误期)")
_ADJOINING_INTEREST = re.compile(r"(?:利率|利息|息|年化|收益率)[^，。；,;]{0,8}$")


def purpose_of(before: str, after: str, period: str) -> str:
    """What a proportion is for, in the words of `Rate.purpose`; "" where the sentence does not tell."""
    part_before = re.split(r"[，,：:]", before)[-1]
    part_after = re.split(r"[，,：:]", after)[0]
    if _TAX_BEFORE.search(part_before) or _TAX_AFTER.match(after):
        return "tax"
    if period:
        return _purpose_of_running(before, part_before, after)
    if _CAP_BEFORE.search(part_before) or _CAP_AFTER.match(after):
        return "cap"
    return _purpose_of_single(before, part_before + part_after)


def _purpose_of_running(before: str, part_before: str, after: str) -> str:
    if _LATE_WORDS.search(before) or _CHARGED_AFTER.match(after):
        return "late fee"
    if _ADJOINING_INTEREST.search(part_before) or _INTEREST.search(before):
        return "interest"
    return "late fee" if _PENALTY.search(before + after[:20]) else ""


def _purpose_of_single(before: str, part: str) -> str:
    for purpose, pattern in (("deposit", _DEPOSIT), ("penalty", _PENALTY), ("retention", _RETENTION)):
        if pattern.search(part):
            return purpose
    if _ADJOINING_INTEREST.search(before):
        return "interest"
    return "penalty" if re.search(r"违约金", before) else ""


_ITEM = re.compile(r"[（(]\s?[0-9一二三四五六七八九十]{1,3}\s?[)）]|[①-⑳]")


def is_cap(before: str) -> bool:
    """Whether the words before say that what follows is the most that may be charged."""
    return bool(_CAP_BEFORE.search(re.split(r"[，,：:]", before)[-1]))


_GIVING = re.compile(r"返还|给付|支付")
_OTHER_MULTIPLES = re.compile(r"定金|工资|加班|利率")


def is_penal(before: str, after: str) -> bool:
    """Whether the 分句 round a multiple punishes: 违约金, 赔偿, 罚, 返还 …的三倍."""
    part = re.split(r"[，,：:]", before)[-1] + re.split(r"[，,：:]", after)[0]
    return bool(_PENALTY.search(part)) or bool(_GIVING.search(part) and not _OTHER_MULTIPLES.search(part))


def purpose_of_list(lead: str, before: str) -> str:
    """The purpose an enumerated item takes from its lead: 违约金按以下较高者确定：…；（3）总金额的30%."""
    return "penalty" if _ITEM.search(before[:6]) and re.search(r"违约金[^。]{0,40}[:：]", lead) else ""
