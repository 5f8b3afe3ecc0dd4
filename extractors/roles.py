"""The words contracts use for their parties. One list, used by parties, frames and rules."""

from __future__ import annotations

import re

# Role words grouped by the side that usually pays (or receives the thing) and the one that performs.
PAYING = (
    "甲方", "买方", "买受人", "需方", "采购人", "采购方", "购买方", "定作人", "委托方", "委托人", "发包人",
    "发包方", "承租人", "承租方", "借款人", "借款方", "业主", "托运人", "存货人", "客户", "用户", "消费者",
    "受让方", "受让人", "加盟商", "加盟商家", "加盟方", "被特许人", "用人单位", "投资人", "投资方", "广告主",
    "需货方", "会员", "学员", "经销商", "被许可方", "被许可人", "总承包商", "总包方", "发包单位", "委托单位",
    "购房人", "竞买人", "受赠人", "投保人", "雇主", "您", "特许经营商",
)  # fmt: skip
PERFORMING = (
    "乙方", "卖方", "出卖人", "供方", "供应商", "供货方", "供货商", "销售方", "承揽人", "受托方", "受托人",
    "承包人", "承包方", "出租人", "出租方", "贷款人", "出借人", "债权人", "承运人", "保管人", "服务商",
    "服务方", "平台", "转让方", "转让人", "特许人", "劳动者", "员工", "施工方", "设计人", "开发方", "代理人",
    "代理商", "物业服务人", "物业公司", "居间人", "中介方", "许可方", "许可人", "厂家", "总部", "分包商",
    "施工分包商", "承包商", "承包单位", "分包方", "加工方", "制作方", "承揽方", "受托单位", "服务提供方",
    "融资人", "居间方", "赠与人", "保险人", "雇员", "拍卖人", "组织方", "场地方", "讲师", "顾问",
)  # fmt: skip
OTHER = (
    "丙方", "丁方", "戊方", "债务人", "保证人", "担保人", "抵押人", "抵押权人", "出质人", "质权人", "分包人",
    "分包单位", "总包单位", "施工单位", "建设单位", "监理人", "转包人", "接收方", "披露方", "合伙人", "股东",
    "目标公司", "标的公司", "本公司", "公司", "商户", "卖家", "买家", "经营者", "商家", "主播", "艺人", "公会",
    "编剧", "场馆", "学校", "培训机构",
)  # fmt: skip

EACH = (
    "甲乙双方", "甲、乙双方", "双方当事人", "三方", "各方", "双方", "协议双方", "合同双方", "当事人",
)  # fmt: skip
ANY = (
    "任何一方", "任意一方", "任一方", "一方当事人", "违约方", "守约方", "非违约方", "对方", "另一方", "一方",
    "其他方",
)  # fmt: skip

ALL = tuple(sorted({*PAYING, *PERFORMING, *OTHER}, key=len, reverse=True))
"""Every role word, longest first, so that an alternation of them matches the longest."""

ALTERNATION = "(?:" + "|".join(map(re.escape, ALL)) + ")"
"""A regular expression for any role word; no group."""

_PAIRS = (
    ("甲方", "乙方"), ("买方", "卖方"), ("买受人", "出卖人"), ("需方", "供方"), ("采购人", "供应商"),
    ("采购方", "供货方"), ("定作人", "承揽人"), ("定作方", "承揽方"), ("委托方", "受托方"),
    ("委托人", "受托人"), ("发包人", "承包人"), ("发包方", "承包方"), ("承租人", "出租人"),
    ("承租方", "出租方"), ("借款人", "贷款人"), ("借款人", "出借人"), ("业主", "施工方"), ("托运人", "承运人"),
    ("存货人", "保管人"), ("受让方", "转让方"), ("受让人", "转让人"), ("加盟商", "特许人"),
    ("被特许人", "特许人"), ("用户", "平台"), ("用人单位", "劳动者"), ("被许可方", "许可方"),
    ("被许可人", "许可人"), ("总承包商", "施工分包商"), ("总承包商", "分包商"), ("学员", "培训机构"),
    ("商户", "平台"), ("委托人", "居间人"), ("购买方", "销售方"), ("客户", "服务商"),
)  # fmt: skip


def side_of(role: str) -> str:
    """ "pays" or "performs" as the word alone tells; "" for 甲方, 乙方 and words that tell nothing."""
    if role in ("甲方", "乙方"):
        return ""
    return "pays" if role in PAYING else "performs" if role in PERFORMING else ""


def pair_in(text: str) -> tuple[str, ...]:
    """The usual pair of role words that both stand in ``text`` most often; empty where no pair does."""
    counts = [(min(text.count(payer), text.count(performer)), payer, performer) for payer, performer in _PAIRS]
    most, payer, performer = max(counts, key=lambda count: count[0])
    return (payer, performer) if most else ()


def opposite(role: str, roles: tuple[str, ...] = ()) -> str:
    """The other party of a two-party contract: from ``roles`` where they are two, else the usual counterpart.

    "" where the word has no usual counterpart, or ``roles`` name three parties and more.
    """
    if len(roles) == 2 and role in roles:
        return roles[1] if role == roles[0] else roles[0]
    if len(roles) > 2 and role in roles:
        return ""
    return next((pair[1 - pair.index(role)] for pair in _PAIRS if role in pair), "")
