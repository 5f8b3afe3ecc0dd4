"""Pages set in two columns, and pages with two languages side by side: which line is read after which.

A table is no two columns of prose: its cells seldom fill their width. So a gutter counts only where the lines on both
of its sides run up to their margin.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.pdf.lines import Line, is_wide

_MIDDLE = (0.3, 0.7)  # of the page's width: where a gutter may be
_FEWEST_LINES = 6  # on each side
_STEP = 6.0  # points: gutters that differ by less are one
_GAP = 0.8  # ems: a narrower one is a space
_MOST_TRIED = 4
_NARROWEST = 0.25  # of the page's width: two columns of a signature page are narrower
_FULL_WITHIN = 2.5  # ems a full line may end before the margin
_FULL_SHARE = 0.4  # of the lines on one side: paragraphs of two lines and more
_CHINESE, _FOREIGN = 0.5, 0.15  # shares of 汉字 among letters


def part_columns(lines: Sequence[Line], width: float) -> list[Line]:
    """The lines of a page (from top to bottom) in reading order, those in two columns parted at the gutter.

    Their ``part`` counts on in reading order, their ``side`` tells in which column they stand. A page in one column
    comes back as it is.
    """
    tried = ((_stretches(lines, x, width), x) for x in _candidates(lines, width))
    found = max(tried, key=lambda attempt: sum(len(stretch) for stretch in attempt[0]), default=([], 0.0))
    if not found[0]:
        return list(lines)
    ordered: list[Line] = []
    part, at = 0, 0
    for stretch in found[0]:
        ordered += [replace(line, part=part) for line in lines[at : stretch.start]]
        for side, pieces in enumerate(_sides(lines[stretch.start : stretch.stop], found[1]), start=1):
            ordered += [replace(line, part=part + side, side=side) for line in pieces]
        part, at = part + 3, stretch.stop
    return ordered + [replace(line, part=part) for line in lines[at:]]


def is_bilingual(lines: Iterable[Line]) -> bool:
    """Whether one column of a page is in Chinese and the other in another language."""
    shares = []
    sides = list(lines)
    for side in (1, 2):
        letters = [char for line in sides if line.side == side for char in line.text if char.isalpha()]
        if not letters:
            return False
        shares.append(sum(map(is_wide, letters)) / len(letters))
    return min(shares) <= _FOREIGN and max(shares) >= _CHINESE


def _candidates(lines: Sequence[Line], width: float) -> list[float]:
    """Where a gutter may be: the right end of gaps, or the start of lines, that many lines have in common."""
    starts: Counter[int] = Counter()
    for line in lines:
        edges = [line.x0] + [line.edges[end] for _, end in _gaps(line)]
        starts.update(round(x / _STEP) for x in edges if _MIDDLE[0] * width <= x <= _MIDDLE[1] * width)
    common = [start for start, count in starts.most_common(_MOST_TRIED) if count >= _FEWEST_LINES]
    return [start * _STEP - _STEP for start in common]


def _gaps(line: Line) -> Iterable[tuple[int, int]]:
    """First and last index (exclusive) of each wide run of spaces in a line."""
    start = line.text.find("  ")
    while start >= 0:
        end = start
        while line.text[end] == " ":
            end += 1
        if line.edges[end] - line.edges[start] >= _GAP * line.size:
            yield start, end
        start = line.text.find("  ", end)


def _crosses(line: Line, x: float) -> bool:
    """Whether the line has ink at ``x``, or just a space between words."""
    if line.x1 <= x or line.x0 >= x:
        return False
    return not any(line.edges[start] <= x <= line.edges[end] for start, end in _gaps(line))


def _stretches(lines: Sequence[Line], x: float, width: float) -> list[range]:
    """The runs of lines that stand in two columns on the sides of ``x``."""
    crossing = [index for index, line in enumerate(lines) if _crosses(line, x)]
    found = []
    for before, after in zip([-1, *crossing], [*crossing, len(lines)], strict=True):
        sides = _sides(lines[before + 1 : after], x)
        if all(_is_prose(side, width) for side in sides):
            found.append(range(before + 1, after))
    return found


def _sides(lines: Iterable[Line], x: float) -> tuple[list[Line], list[Line]]:
    """What stands left and right of ``x``."""
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if line.x1 <= x:
            left.append(line)
        elif line.x0 >= x:
            right.append(line)
        else:
            end = bisect_right(line.edges, x)
            left.append(piece(line, 0, end))
            right.append(piece(line, bisect_left(line.edges, x), len(line.text)))
    return left, right


def piece(line: Line, start: int, end: int) -> Line:
    """The characters from ``start`` to ``end`` as a line of their own, without spaces at its ends."""
    text = line.text[start:end]
    start += len(text) - len(text.lstrip())
    end = start + len(text.strip())
    return replace(line, text=line.text[start:end], edges=line.edges[start : end + 1])


def _is_prose(lines: Sequence[Line], width: float) -> bool:
    """Whether these lines are a column of running text."""
    if len(lines) < _FEWEST_LINES:
        return False
    margin = sorted(line.x1 for line in lines)[-1 - len(lines) // 20]
    if margin - min(line.x0 for line in lines) < _NARROWEST * width:
        return False
    full = sum(line.x1 >= margin - _FULL_WITHIN * line.size for line in lines)
    broken = sum(1 for line in lines if any(_gaps(line)))
    return full >= _FULL_SHARE * len(lines) and broken <= len(lines) / 5
