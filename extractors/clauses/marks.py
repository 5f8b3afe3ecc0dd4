"""What stands at the start of a clause: a number, a heading without one, or the name of an attached document."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from extractors.clauses.labels import Label, Style, read_label
from extractors.clauses.lines import Line


class Opening(Enum):
    """How a clause shows where it starts."""

    LABEL = "label"
    TITLE = "title"
    SUBTITLE = "subtitle"
    ATTACHMENT = "attachment"


class Mark(NamedTuple):
    """The start of a clause at line number ``line``; ``owns`` is the style of the list a heading governs."""

    line: int
    opening: Opening
    label: Label | None = None
    owns: Style | None = None


# The end of a line that runs on into a reference ("按照本合同 / 第五条的约定").
_RUNS_ON = re.compile(
    r"(?:按|按照|依照|依据|根据|参照|详见|见|违反|执行|本合同|本协议|上述|前述|合同第|和|及|与|或|第|至|[（(“《])$"
)
_PAGE_NUMBER = re.compile(r"(?<!\d)\d{1,3}$")
_LEADER = re.compile(r"(?:[.．…·]{4}|…{2})$")
_WIDE_GAP = 4  # blanks
_CONTENTS_HEADING = re.compile(r"^目[录次]$")
_ROW_STYLES = (Style.PART, Style.CHAPTER, Style.SECTION, Style.ARTICLE, Style.CHINESE)
_REFERABLE = (Style.ARTICLE, Style.CLAUSE_OF_ARTICLE, Style.DECIMAL)
_HEADING_LENGTH = 10  # a line as short does not run on


def labelled(lines: tuple[Line, ...]) -> dict[int, Label]:
    """Line number and label of every line that starts with a clause number (tables of contents left out)."""
    found: dict[int, Label] = {}
    for index, line in enumerate(lines):
        label = _label_of(line)
        if label is None or _is_contents_entry(line.text):
            continue
        before = lines[index - 1].text if index else ""
        glued = label.length == len(label.text)
        wrapped = len(before) > _HEADING_LENGTH and _RUNS_ON.search(before)
        if glued and wrapped and label.style in _REFERABLE:
            continue
        found[index] = label
    return _credible(_without_contents(lines, found), lines)


def _is_contents_entry(text: str) -> bool:
    """Whether a line ends in dots, a tab or a wide gap, and a page number.

    Not one pattern: one that looks for the gap takes cubic time for a long run of blanks.
    """
    bare = text.rstrip()
    if not bare[-1:].isdecimal():
        return False
    page = _PAGE_NUMBER.search(bare)
    if page is None:
        return False
    entry = bare[: page.start()].rstrip()
    gap = bare[len(entry) : page.start()]
    return "\t" in gap or len(gap) >= _WIDE_GAP or _LEADER.search(entry) is not None


def _label_of(line: Line) -> Label | None:
    label = read_label(line.text)
    if label is None or line.tabular:
        return None
    if not line.row:
        return label
    cells = [cell for cell in line.text.split("\t") if cell.strip()]
    return label if label.style in _ROW_STYLES and len(cells) <= 2 else None


def _without_contents(lines: tuple[Line, ...], found: dict[int, Label]) -> dict[int, Label]:
    """Drop the entries under a heading 目录: lines without a sentence, up to where the first comes again."""
    heading = next((index for index, line in enumerate(lines) if _CONTENTS_HEADING.match(line.tight)), None)
    if heading is None:
        return found
    entries = [(index, label) for index, label in found.items() if index > heading]
    if not entries:
        return found
    first = entries[0][1]
    same = [index for index, label in entries[1:] if (label.style, label.numbers) == (first.style, first.numbers)]
    if not same or any(line.text.endswith(("。", "；", "：")) for line in lines[heading : same[0]]):
        return found
    return {index: label for index, label in found.items() if index < heading or index >= same[0]}


def _credible(found: dict[int, Label], lines: tuple[Line, ...]) -> dict[int, Label]:
    """Drop weak labels that no number around them confirms."""
    kept: dict[int, Label] = {}
    items = list(found.items())
    last = 0  # the last number of style NUMBER
    for place, (index, label) in enumerate(items):
        following = items[place + 1][1] if place + 1 < len(items) else None
        if label.weak and not _confirmed(label, last, following, lines[index - 1].text if index else ""):
            continue
        kept[index] = label
        if label.style is Style.NUMBER:
            last = label.number
    return kept


def _confirmed(label: Label, last: int, following: Label | None, before: str) -> bool:
    if label.number == last + 1 and last:
        return True
    if following is None:
        return False
    if following.style is Style.DECIMAL and following.numbers[0] == label.number and label.mark == "bare":
        return True
    starts = label.number == 1 and following.style is Style.NUMBER and following.number == 2
    return starts and (label.mark == following.mark or before.endswith(("：", ":")))
