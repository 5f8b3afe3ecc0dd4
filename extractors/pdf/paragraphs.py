"""From lines to paragraphs, across lines and pages."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from extractors.pdf.labels import LABEL, REFERENCE
from extractors.pdf.lines import Line, is_wide

_QUANTITY = re.compile(r"\d[\d.,]*\s*[年月日天个元万份名人次倍%％‰周小时分]")
_FIELD = re.compile(r"[^，。；：:,;_]{1,14}[：:]|[^，。；：:,;]{1,10}[（(][^（）()]{1,12}[)）]\s*[：:]")
_COUNTED = re.compile(r"((?:\d{1,3}[.．-])*|[（(])(\d{1,3})([、.．)）]+)")
_ENDS = "。；;：:！!？?"
_NO_START = "，。、；：！？）》〉」』】〕”’…,.;:!?)]}%％"
_OPENING = "（《“‘【〔「『([￥¥＄$№"

_SAME_SIZE = 0.15  # of the font size
_FULL_SLACK = 0.6  # ems a full line may end short of the margin, the next character apart
_INDENT = 1.0  # ems: from here on a line is indented
_ALIGNED = 0.7  # ems: two lines that begin so close together are aligned
_LONGEST_BLANK = 10  # underscores that are kept on one line; a longer blank fills a line of its own
_DEEPEST_INDENT = 4.6  # ems a first line may be indented
_PARAGRAPH_GAP = 1.35  # times the usual distance of lines
_FREE = 1.0  # ems of free space on both sides that make a line in large type centred
_DEEPER_THAN_INDENT = 2.6  # ems of free space on both sides that make any line centred: an indent has two
_UNEVEN = 1.0  # ems the two sides may differ


@dataclass(frozen=True, slots=True)
class Column:
    """The margins that body text keeps, the usual distance of its lines and size of its type, all in points."""

    left: float
    right: float
    pitch: float
    size: float

    def centred(self, line: Line) -> bool:
        """Whether a line stands in the middle, with space on both sides."""
        before, after = (line.x0 - self.left) / line.size, (self.right - line.x1) / line.size
        free = _FREE if line.size > (1 + _SAME_SIZE) * self.size else _DEEPER_THAN_INDENT
        return before > free and abs(before - after) <= _UNEVEN


Margins = Mapping[tuple[int, int], Column]
"""The column that a line stands in, by its page and side."""


def margins_of(pages: Sequence[list[Line]], numbers: Sequence[int], widths: Sequence[float]) -> Margins:
    """The columns of all pages, from the lines, the number and the width of each."""
    whole = [[line for line in lines if not line.side] for lines in pages]
    margins = {(number, 0): column for number, column in zip(numbers, columns(whole, widths), strict=True)}
    for lines, number, width in zip(pages, numbers, widths, strict=True):
        for side in {line.side for line in lines} - {0}:
            margins[number, side] = _column([line for line in lines if line.side == side], width)
    return margins


def columns(pages: Sequence[list[Line]], widths: Sequence[float]) -> list[Column]:
    """The column of each page: that of all pages of its width, shifted where odd and even pages have other margins."""
    groups: dict[tuple[int, int], list[list[Line]]] = defaultdict(list)
    for index, (lines, width) in enumerate(zip(pages, widths, strict=True)):
        groups[round(width), index % 2].append(lines)
    found = {key: _column([line for lines in group for line in lines], key[0]) for key, group in groups.items()}
    for (width, parity), column in found.items():
        other = found.get((width, 1 - parity))
        if other and len(groups[width, parity]) + len(groups[width, 1 - parity]) > 1 and _same(column, other):
            together = [line for side in (0, 1) for lines in groups[width, side] for line in lines]
            found[width, parity] = _column(together, width)
    return [found[round(width), index % 2] for index, width in enumerate(widths)]


def _same(column: Column, other: Column) -> bool:
    """Whether two columns do not differ as mirrored margins do: both edges shifted alike."""
    shift = column.left - other.left
    return not (abs(shift) > 10 and abs(shift - (column.right - other.right)) < 3)


def _column(lines: list[Line], width: float) -> Column:
    if not lines:
        return Column(0.0, width, 0.0, 0.0)
    lefts, rights = sorted(line.x0 for line in lines), sorted(line.x1 for line in lines)
    size = median(line.size for line in lines)
    left, right = lefts[len(lefts) // 20], rights[-1 - len(rights) // 20]
    at_right = sum(abs(edge - right) <= size for edge in rights)
    if at_right < max(3, len(lines) // 10):  # too few full lines to show the margin: take it to mirror the left one
        right = max(right, width - left - size)
    steps = [
        after.baseline - before.baseline
        for before, after in itertools.pairwise(lines)
        if before.page == after.page and after.baseline > before.baseline
    ]
    return Column(left, right, median(steps) if steps else 0.0, size)


def paragraphs(lines: Iterable[Line], margins: Margins) -> list[list[Line]]:
    """Lines in reading order, gathered into paragraphs; ``margins`` are the columns by page and side."""
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and _runs_on(blocks[-1], line, margins):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def joint(before: str, after: str) -> str:
    """What stands between two lines of one paragraph: a space between Latin words, nothing around 汉字."""
    if is_wide(before[-1]) or is_wide(after[0]) or "_" in (before[-1], after[0]) or before[-1] in "-/":
        return ""
    return " "


def _runs_on(block: Sequence[Line], line: Line, margins: Margins) -> bool:
    """Whether ``line`` continues the paragraph ``block``."""
    last, column = block[-1], margins[line.column]
    if abs(line.size - last.size) > _SAME_SIZE * last.size or bool(last.side) != bool(line.side):
        return False
    if column.centred(line) or margins[last.column].centred(last):
        return False
    if last.page == line.page and line.baseline - last.baseline > _PARAGRAPH_GAP * max(column.pitch, line.size):
        return False
    if not _full(last, line, margins[last.column].right):
        return False
    starts = [before.x0 - margins[before.column].left for before in block]
    return _aligned(block[0], starts, line, column) and not _starts_anew(block[0], starts, last, line, column)


def _full(last: Line, line: Line, right: float) -> bool:
    """Whether the first unbreakable piece of ``line`` had no room at the end of ``last``."""
    return right - last.x1 < _first_piece(line) + _FULL_SLACK * last.size


def _first_piece(line: Line) -> float:
    """Width of what cannot be parted from the line's first character: a word, closing punctuation."""
    text = line.text
    end = 1
    while end < len(text) and text[end - 1] in _OPENING:
        end += 1
    if not is_wide(text[end - 1]):
        most = _LONGEST_BLANK if text[end - 1] == "_" else len(text)
        while end < min(len(text), most) and not text[end].isspace() and not is_wide(text[end]):
            end += 1
    while end < len(text) and text[end] in _NO_START:
        end += 1
    return line.edges[end] - line.x0


def _aligned(first: Line, starts: Sequence[float], line: Line, column: Column) -> bool:
    """Whether the line begins where a further line of the paragraph would; ``starts`` count from the margin."""
    start, em = line.x0 - column.left, line.size
    if len(starts) > 1:
        return abs(start - starts[-1]) <= _ALIGNED * em
    label = LABEL.match(first.text)
    if label:
        rest = len(first.text) - len(first.text[label.end() :].lstrip())
        hanging = starts[0] + first.edges[rest] - first.x0
        if abs(start - hanging) <= _ALIGNED * em:
            return True
    return -_ALIGNED * em <= starts[0] - start <= _DEEPEST_INDENT * em


def _is_form_row(last: str, text: str) -> bool:
    """Whether a line of a form follows another: both name what to fill in."""
    if last[-1] == "_" and last[:2] == text[:2]:
        return True
    return _FIELD.match(text) is not None and (last[-1] == "_" or _FIELD.match(last) is not None)


def _counts_on(first: str, text: str) -> bool:
    """Whether a line has the number after that of the paragraph: 3、 and 4、, （1） and （2）."""
    before, after = _COUNTED.match(first), _COUNTED.match(text)
    if not before or not after or before[1] != after[1] or before[3] != after[3]:
        return False
    return int(after[2]) == int(before[2]) + 1


def _starts_anew(first: Line, starts: Sequence[float], last: Line, line: Line, column: Column) -> bool:
    """Whether the words say that a new paragraph begins, though the line stands where one may go on."""
    indented = abs(starts[0] - (line.x0 - column.left)) > _INDENT * line.size  # the first line, or all others
    ended = last.text[-1] in _ENDS
    if _is_form_row(last.text, line.text) or _counts_on(first.text, line.text):
        return True
    if LABEL.match(line.text) and not REFERENCE.match(line.text) and not _QUANTITY.match(line.text):
        doubtful = indented or line.text[0].isdigit() or line.text.startswith("附")
        return ended or not doubtful
    if last.text[-1] == "_" and not indented and starts[0] > _INDENT * line.size:  # a row of a form, all of it indented
        return True
    return ended and not indented and last.text[-1] not in "：:"
