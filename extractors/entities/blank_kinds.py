"""What should stand in a blank, told by the placeholder's own name, the unit behind it, the words before it."""

from __future__ import annotations

import re

_BY_NAME = (
    ("账户", re.compile(r"账[号户]|开户|户名|银行|bank|account|税号|taxno", re.IGNORECASE)),
    ("联系方式", re.compile(r"电话|地址|邮箱|邮件|传真|住所|住址|phone|tel|address|mail|fax", re.IGNORECASE)),
    ("份数", re.compile(r"份数|copies", re.IGNORECASE)),
    ("比例", re.compile(r"比例|税率|利率|费率|rate|percent|ratio", re.IGNORECASE)),
    ("日期", re.compile(r"日期|年份|date|year(?!s)|month(?!s)|day(?!s)", re.IGNORECASE)),
    ("期限", re.compile(r"天数|期限|年数|月数|期$|days|months|years|term|period", re.IGNORECASE)),
    ("价款", re.compile(r"价|金额|费用|款|租金|大写|小写|amount|price|fee|cost|total|money", re.IGNORECASE)),
    ("数量", re.compile(r"数量|面积|人数|quantity|qty|count", re.IGNORECASE)),
    (
        "当事人",
        re.compile(
            r"[甲乙丙丁]方|公司名|姓名|法定代表|联系人|信用代码|证件|身份证|委托人|当事人|律师|代表"
            r"|supplier|buyer|people|party",
            re.IGNORECASE,
        ),
    ),
)
_BY_UNIT = (
    ("份数", re.compile(r"\s?份")),
    ("价款", re.compile(r"\s?(?:万|百万|千|亿)?(?:元|圆|美元|人民币)")),
    ("比例", re.compile(r"\s?[%％‰]")),
    ("期限", re.compile(r"\s?个?(?:工作日|自然日|日历日|日历天|日(?![期常])|天|年|月|周|小时|分钟|季度|星期)")),
    (
        "数量",
        re.compile(
            r"\s?(?:个|人|名|套|台|件|吨|平方米|平米|㎡|G\b|GB|次|户|公里|辆|只|张|间|栋|号|室|层|米|课时|学时"
            r"|箱|批|种|项|兆|M\b)"
        ),
    ),
)
_BY_LEAD = (
    ("账户", re.compile(r"账[号户]|帐[号户]|开户|户名|收款|税号")),
    (
        "联系方式",
        re.compile(
            r"电\s{0,4}话|地\s{0,4}址|邮箱|邮件|传\s{0,4}真|住\s{0,4}所|住址|邮编|微信|手机|联系方式|Tel", re.IGNORECASE
        ),
    ),
    ("比例", re.compile(r"[百千万]分之|比例|税率|利率")),
    ("日期", re.compile(r"日期|签订时间|签约时间|签署时间|生效日|年\s?月")),
    (
        "价款",
        re.compile(r"人民币|[￥¥]|价款|金额|费用?|租金|总价|单价|报酬|工资|押金|大写|小写|造价|合同额|货款|价格|酬金"),
    ),
    ("期限", re.compile(r"期限|工期|有效期|保修期|质保期|租期|期间|时间")),
    ("数量", re.compile(r"数量|面积|人数|规格|型号")),
    (
        "当事人",
        re.compile(
            r"[甲乙丙丁戊]\s{0,4}方|名称|全称|姓\s{0,4}名|法定代表|法人|代表人|负责人|代理人|信用代码|身份证|证件|执照|联系人|签署人|"
            r"[发承]包|[买卖供需]\s{0,4}方|[出承]租|委托|受托|借款人|贷款人|债[务权]人|保证人|[让转]\s{0,4}方|职务"
        ),
    ),
)
_REACH = 16


def stands_for(name: str, before: str, after: str) -> str:
    """One of the words of `Blank.stands_for`; ``name`` is the placeholder as it stands."""
    words = re.sub(r"[{}$\[\]【】\s]|^r\b", "", name)
    if re.search(r"[一-鿿A-Za-z]{3,}", words) and (kind := _first(_BY_NAME, words)):
        return kind
    for kind, pattern in _BY_UNIT:
        if pattern.match(after):
            return kind
    return _nearest(before[-_REACH:]) or _first(_BY_NAME, words) or "其他"


def _first(table: tuple[tuple[str, re.Pattern[str]], ...], words: str) -> str:
    return next((kind for kind, pattern in table if pattern.search(words)), "")


def _nearest(before: str) -> str:
    """The kind whose word stands nearest before the blank."""
    best, at = "", -1
    for kind, pattern in _BY_LEAD:
        for match in pattern.finditer(before):
            if match.end() > at:
                best, at = kind, match.end()
    return best
