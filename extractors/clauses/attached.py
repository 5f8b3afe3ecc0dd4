"""Attached documents (附件, 承诺书, 保密协议 …): where they start after, or without, a signature block."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from extractors.clauses.labels import Label
from extractors.clauses.lines import Line
from extractors.clauses.signature import ROLE_LINE

_NUMBER = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[A-Z])?"
ATTACHED = re.compile(rf"^(?:附件|附录|附表|附)({_NUMBER})(?:[：:、.．]|(?=[^，。；]{{0,40}}$))")
_SHOWN = re.compile(r"^(?:附\s*[件录表]|附)\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[A-Z](?![A-Za-z]))?")
_MENTION = re.compile(rf"^附[件录表]{_NUMBER}(?:是|为|与|和|包括|均|所|中|的|同|及|系|由|构成|作为|规定|约定)")
_TITLE = re.compile(
    r"(?:承诺书|承诺函|告知书|告知函|协议书?|合同书?|委托书|确认书|确认单|确认函|清单|监督卡|登记表|须知|声明书?|办法|通知书|责任书|责任状|保证书|说明书"
    r"|回执|申请书|申请表|报价单|报价表|细则|公约|守则|明细表?|一览表|交接单|验收单|授权书|担保函)$"
)
_CASE_NUMBER = re.compile(r"^(?:合同|协议|文件)?编号")
_SHORT = 30
_TITLE_PAGE = 40  # lines between the name of an attached document and its title


def label_text(line: Line) -> str:
    """What a list of clauses shows as the number of an attached document: 附件一, or nothing."""
    match = _SHOWN.match(line.text)
    return match.group().strip() if match and ATTACHED.match(line.tight) else ""


def attached_documents(
    lines: tuple[Line, ...], labels: Mapping[int, Label], signatures: list[tuple[int, int]]
) -> list[int]:
    """Line numbers at which attached documents start."""
    signed = {index for first, last in signatures for index in range(first, last + 1)}
    end_of_main = signatures[0][1] if signatures else len(lines)
    order = sorted(labels)
    found: list[int] = []
    for index, line in enumerate(lines):
        if index in signed or index in labels or line.row:
            continue
        if ATTACHED.match(line.tight) and not _MENTION.match(line.tight):
            if index > end_of_main or (index + 1 not in signed and _starts_afresh(lines, labels, order, index)):
                found.append(index)
        elif index > end_of_main and _is_title(line) and not _same_document(lines, found, signed, order, index):
            found.append(_with_number(lines, index, end_of_main))
    return found


def _is_title(line: Line) -> bool:
    tight = line.tight
    plain = len(tight) <= _SHORT and not re.search(r"[。；，,：:、]", tight)
    return plain and bool(_TITLE.search(tight)) and not ROLE_LINE.match(tight)


def _same_document(lines: tuple[Line, ...], found: list[int], signed: set[int], order: list[int], index: int) -> bool:
    """Whether the title at ``index`` belongs to the attached document opened just before it (附件一 / 承诺书)."""
    if not found:
        return False
    between = range(max(found[-1], index - _TITLE_PAGE), index)
    numbered = bisect_left(order, index) > bisect_left(order, found[-1])
    bodied = any(lines[place].text.endswith(("。", "；")) for place in between)
    return not (numbered or bodied or any(place in signed for place in between))


def _with_number(lines: tuple[Line, ...], index: int, end_of_main: int) -> int:
    """The line to start from: a contract number (协议编号：…) above the title belongs to it."""
    above = index - 1
    return above if above > end_of_main and _CASE_NUMBER.match(lines[above].tight) else index


def _starts_afresh(lines: tuple[Line, ...], labels: Mapping[int, Label], order: list[int], index: int) -> bool:
    """Whether, with no signature before it, a line 附件… is the title of a document whose numbers start again."""
    line = lines[index]
    place = bisect_left(order, index)
    if place == 0 or len(line.tight) > _SHORT or re.search(r"[。；]$", line.tight):
        return False
    if any(ATTACHED.match(beside.tight) for beside in (*lines[index - 1 : index], *lines[index + 1 : index + 2])):
        return False  # a list of attachments
    if place >= len(order):
        return line.bold or line.centered or line.outline is not None
    following, first = labels[order[place]], labels[order[0]]
    return following.number == 1 and following.style.rank <= first.style.rank
