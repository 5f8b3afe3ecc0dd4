"""Signature blocks (落款): where a contract, or an attached document, ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

from extractors import roles
from extractors.clauses.labels import Label
from extractors.clauses.lines import Line

# Party words as a line begins with them: 甲方（盖章）, 乙方一：, 委托方(公章)
ROLE = (
    rf"(?:{'|'.join(roles.ALL)})(?:[一二三四五六1-9]|代表|单位|全称|名称|姓名)?(?:[（(][^（）()]{{0,24}}[)）]){{0,2}}"
)
_NAMED = re.compile(rf"(?<![\u4e00-\u9fff]){ROLE}(?=[：:（(_＿])")
_SEALED = r"[（(][^（）()]{0,12}(?:章|签[字名])[^（）()]{0,6}[)）]"
ROLE_LINE = re.compile(rf"^(?:{ROLE}(?:[：:_＿]|盖章|签[字章名]|$)|(?:{'|'.join(roles.ALL)}){_SEALED})")
_STRONG = re.compile(r"盖章|签字|签章|公章|签名|印章|[（(]章[)）]|签署页|签字页|签章处|以下无正文|无正文")
_OPENING = re.compile(r"^[（(【]?(?:以下|本页|此页|以下为)?.{0,8}(?:无正文|签署页|签字页|签章页)")
_DETAIL = re.compile(
    r"^(?:或)?(?:法定代表|法人|授权|委托代理|代表|代理人|经办|经手|负责人|联系|电话|手机|传真|地址|住所|住址|通讯|通信|开户|账号|帐号|账户|户名|税号"
    r"|邮编|邮政编码|电子邮[箱件]|邮箱|日期|签订|签署|签约|时间|身份证|证件|统一社会信用|营业执照|盖章|签字|签章|公章|银行|单位名称|单位|职务|姓名|见证|鉴证|总经理|合同签|纳税人|[（(](?:盖章|签字|签章|公章|印章|签名))"
)
_DATE = re.compile(
    r"^[（(]?(?:日期|时间)?[：:]?[\d_＿一二三四五六七八九〇零{]*[^，。；]{0,20}年[^，。；]{0,12}月[^，。；]{0,12}日?[）)]?$"
)
_SHORT = 60
_FILLER = 26  # a bare name between the lines of a signature block
_MAX_FILLERS = 2


def signature_blocks(lines: tuple[Line, ...], labels: Mapping[int, Label]) -> list[tuple[int, int]]:
    """First and last line number of every signature block after the first numbered clause."""
    order = sorted(labels)
    found: list[tuple[int, int]] = []
    index = order[0] + 1 if order else _first_prose(lines)
    while index < len(lines):
        if index in labels or not _begins(lines[index]):
            index += 1
            continue
        last = _end(lines, labels, index)
        block = [line.tight for line in lines[index : last + 1]]
        if _is_signature(block, at_end=last == len(lines) - 1) and not _goes_on(labels, order, index, last):
            found.append((index, last))
        index = last + 1
    return found


def _first_prose(lines: tuple[Line, ...]) -> int:
    """The first line that is a sentence: nothing is signed above it."""
    return next((index for index, line in enumerate(lines) if line.text.endswith("。")), len(lines))


def _begins(line: Line) -> bool:
    tight = line.tight
    if len(tight) > _SHORT:
        return False
    if ROLE_LINE.match(tight) or _OPENING.match(tight):
        return True
    return bool(_DETAIL.match(tight) and _STRONG.search(tight)) and not tight.endswith(("。", "；", "，"))


def _belongs(line: Line) -> bool:
    tight = line.tight
    if tight.endswith(("。", "；")) and not _STRONG.search(tight):
        return False
    if _DATE.match(tight):
        return True
    return len(tight) <= 2 * _SHORT and bool(
        ROLE_LINE.match(tight) or _DETAIL.match(tight) or (len(tight) <= _SHORT and _STRONG.search(tight))
    )


def _end(lines: tuple[Line, ...], labels: Mapping[int, Label], start: int) -> int:
    last, fillers = start, 0
    for index in range(start + 1, len(lines)):
        line = lines[index]
        if index in labels or line.tight.startswith("附件"):
            break
        if _belongs(line):
            last, fillers = index, 0
        elif fillers < _MAX_FILLERS and len(line.tight) <= _FILLER and not re.search(r"[。；，]", line.tight):
            fillers += 1
        else:
            break
    return last


def _is_signature(block: list[str], *, at_end: bool) -> bool:
    if any(_STRONG.search(line) for line in block):
        return True
    named = sum(max(len(_NAMED.findall(line)), bool(ROLE_LINE.match(line))) for line in block)
    dated = any(_DATE.match(line) or line.startswith(("日期", "签订日期", "签署日期")) for line in block)
    represented = any("代表" in line for line in block)
    return named > 1 and (dated or represented or at_end)


def _goes_on(labels: Mapping[int, Label], order: list[int], first: int, last: int) -> bool:
    """Whether the numbering before the block simply continues after it: then it is a list of contacts in a clause."""
    place = bisect_right(order, last)
    if place >= len(order) or labels[order[place]].number == 1:
        return False
    after = labels[order[place]]
    before = [labels[index] for index in order[max(0, place - 40) : place] if index < first]
    return any(
        label.style is after.style and label.numbers[:-1] == after.numbers[:-1] and label.number + 1 == after.number
        for label in before
    )
