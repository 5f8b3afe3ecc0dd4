"""Clauses that have a title and no number: 鉴于, 特别声明, and contracts whose headings are not numbered at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extractors.clauses.labels import Label, Style
from extractors.clauses.lines import Line
from extractors.clauses.marks import Mark, Opening
from extractors.clauses.signature import ROLE

_STANDING = re.compile(
    r"^(?:鉴于|引言|前言|序言|提示条款|(?:特别|重要|风险)?(?:声明|提醒|提示|约定|说明|条款)|声明[与和]保证)$"
)
_ANNOUNCED = re.compile(r"^(?:特别声明|特别提醒|特别提示|重要提示|风险提示|特别约定)[：:]")
_SIDE = re.compile(
    rf"^(?:{ROLE}|双方|各方|甲乙双方)的?(?:权利|义务|责任|职责)(?:[与和及、](?:权利|义务|责任|职责))*[：:]?$"
)
_TOPIC = re.compile(
    r"(?:权利|义务|责任|要求|内容|期限|有效期|金额|价款|价格|费用|报酬|方式|处理|解决|约定|条款|服务|保密|产权|不可抗力|验收|交付|交货|质量|标准|违约"
    r"|解除|终止|变更|生效|附则|其他|其它|事项|担保|保证|声明|通知|送达|定义|释义|保险|培训|保修|标的|范围|管辖|支持|总则|说明|时间|地点)[：:]?$"
)
_SENTENCE_END = ("。", "；", ";", "！", "？", "，", ",", "、", "”")
_STEM = re.compile(r"如下|下列|以下|包括|为[：:]$")
_COLON_LENGTH = 12
_HEADING_LENGTH = 24
_BODY_LENGTH = 26
_FEW_LABELS = 3
_MIN_HEADINGS = 3


@dataclass(frozen=True, slots=True)
class _Contract:
    """What a heading is judged by."""

    lines: tuple[Line, ...]
    labels: Mapping[int, Label]
    closed: frozenset[int]  # lines of signature blocks and attachments' titles
    end: int  # where the main document ends
    first: int  # the first numbered line

    def heading(self, index: int) -> bool:
        line = self.lines[index]
        usable = index not in self.labels and index not in self.closed and not line.row and not line.tabular
        return usable and len(line.tight) <= _HEADING_LENGTH and not line.text.endswith(_SENTENCE_END)

    def followed_by_body(self, index: int) -> bool:
        after = index + 1
        if after >= len(self.lines) or after in self.closed or self.lines[after].row:
            return False
        line = self.lines[after]
        return after not in self.labels and (len(line.tight) > _BODY_LENGTH or line.text.endswith(("。", "：", ":")))


def titled(lines: tuple[Line, ...], labels: Mapping[int, Label], closed: frozenset[int], end: int) -> dict[int, Mark]:
    """Marks of the clauses without number, by line number; ``closed`` lines never open one."""
    contract = _Contract(lines, labels, closed, end, min(labels, default=len(lines)))
    counted = [label for index, label in labels.items() if index < end]
    if len(counted) < _FEW_LABELS:
        return _unnumbered(contract)
    root = min(counted, key=lambda label: label.style.rank).style
    heads = _list_heads(contract, root)
    found = {index: Mark(index, Opening.TITLE, owns=root) for index in heads}
    for index in range(len(lines)):
        if index not in found and (mark := _standing(contract, index, root)):
            found[index] = mark
    return found


def _list_heads(contract: _Contract, root: Style) -> list[int]:
    """Headings without number above lists that each start at 1, where no style of number stands above the lists."""
    starts = [index for index, label in contract.labels.items() if label.style is root and label.number == 1]
    heads = [
        index - 1 for index in starts if index and contract.heading(index - 1) and _names(contract.lines[index - 1])
    ]
    return heads if root.rank >= Style.CHINESE_PAREN.rank and 1 < len(heads) >= len(starts) - 1 else []


def _names(line: Line) -> bool:
    return not re.search(r"[：:].", line.tight)


def _standing(contract: _Contract, index: int, root: Style) -> Mark | None:
    line = contract.lines[index]
    if index in contract.labels or index in contract.closed or line.row:
        return None
    bare = line.tight.rstrip("：:")
    if _STANDING.match(bare) or _ANNOUNCED.match(line.tight):
        following = _next_label(contract, index)
        owned = following if following is not None and following.number == 1 and following.style is not root else None
        between = following is None or following.number == 1 or following.style is root
        return Mark(index, Opening.TITLE, owns=owned.style if owned else None) if between and _notable(line) else None
    if contract.heading(index) and _SIDE.match(line.tight):
        following = _next_label(contract, index)
        return Mark(index, Opening.SUBTITLE, owns=following.style if following and following.number == 1 else None)
    if line.outline is not None and contract.heading(index) and index > contract.first:
        return Mark(index, Opening.SUBTITLE)
    return None


def _notable(line: Line) -> bool:
    # 说明： and 声明： below a table explain the table; a heading that stands alone or says 特别 is a clause.
    return line.tight.startswith(
        ("特别", "重要", "风险", "鉴于", "提示", "引言", "前言", "序言", "声明与", "声明和")
    ) and (not line.tight.startswith("特别说明"))


def _next_label(contract: _Contract, index: int) -> Label | None:
    for after in range(index + 1, min(index + 40, len(contract.lines))):
        if after in contract.labels:
            return contract.labels[after]
    return None


def _unnumbered(contract: _Contract) -> dict[int, Mark]:
    """The headings of a contract without numbers: lines that name a topic, and the short lines above their text."""
    heads = [index for index in range(1, contract.end) if contract.heading(index)]
    topics = [index for index in heads if _TOPIC.search(contract.lines[index].tight) and not _is_field(contract, index)]
    topics = [index for index in topics if _stands_alone(contract, index)]
    if len(topics) < _MIN_HEADINGS:
        return {}
    first = topics[0]
    marks = {index: Mark(index, Opening.TITLE) for index in topics if not _colon(contract, index)}
    if not marks:
        return {index: Mark(index, Opening.TITLE) for index in topics}
    for index in heads:
        if index > first and index not in marks and _subtitle(contract, index, marks):
            marks[index] = Mark(index, Opening.SUBTITLE)
    return marks


def _subtitle(contract: _Contract, index: int, marks: Mapping[int, Mark]) -> bool:
    """Whether a short line above its text is a heading, and not an item of a list or a stem."""
    tight = contract.lines[index].tight
    if _colon(contract, index):
        return len(tight) <= _COLON_LENGTH and not _STEM.search(tight)
    in_list = index - 1 not in marks and contract.heading(index - 1)
    return contract.followed_by_body(index) and not in_list


def _colon(contract: _Contract, index: int) -> bool:
    return contract.lines[index].text.endswith(("：", ":"))


def _is_field(contract: _Contract, index: int) -> bool:
    return bool(re.search(r"[：:].", contract.lines[index].tight))


def _stands_alone(contract: _Contract, index: int) -> bool:
    return index + 1 < len(contract.lines) and index + 1 not in contract.closed
