"""From the glyphs of a page to its lines: order, doubled glyphs, blanks."""

from __future__ import annotations

import itertools
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter, sub
from statistics import median

from extractors.model import Box
from extractors.pdf.characters import Glyph
from extractors.pdf.drawings import meet
from extractors.pdf.labels import is_label

_SAME_LINE = 0.45  # of the font size: superscripts stay on the line, the next line does not
_DOUBLED = 0.45  # of the glyph's width: fake bold shifts by less, a repeated character by a whole width
_WIDE_GAP = 0.9  # of the font size: a blank to be filled in, or a column of a form
_CJK_GAP = 0.42  # of the font size: a space that was in the contract, wider than Word's between 汉字 and Latin
_LATIN_GAP = 0.2  # of the font size: between two words
_INK_GAP = 0.1  # of the font size: a space character narrower than this is not seen
_FEWEST_GAPS = 3  # 年 月 日 with blanks between has two
_EVEN = 0.3  # of the font size: gaps that differ by less are letter-spacing
_MOST_STRETCHED = 0.5  # of the font size: justified text
_LONGEST_BLANK = 60  # characters
_LEFT_EDGE = attrgetter("x0")
_OVERLAP = 0.1  # of the font size: neighbours may touch
_BORDER = 8.0  # points; a vertical line so long belongs to a box
_UNDERSCORE = 0.5  # of the font size
_SHORTEST_ALONE = 0.4  # of the font size: a line under nothing but empty space
_SHORTEST_UNDERSCORES = 0.8  # of the font size: less is the underline of a word running over its end


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; ``edges`` are the left edges of its characters and the right edge of the last.

    Where a page has two columns, ``part`` counts its parts in reading order, and ``side`` is 1 in the left and 2 in
    the right column.
    """

    page: int
    text: str
    edges: tuple[float, ...]
    top: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    part: int = 0
    side: int = 0

    @property
    def column(self) -> tuple[int, int]:
        """Page and side: what has margins of its own."""
        return self.page, self.side

    @property
    def x0(self) -> float:
        """Left edge of the first character."""
        return self.edges[0]

    @property
    def x1(self) -> float:
        """Right edge of the last character."""
        return self.edges[-1]

    @property
    def box(self) -> Box:
        """The rectangle around the line."""
        return Box(self.x0, self.top, self.x1, self.bottom)


def is_wide(char: str) -> bool:
    """Whether a character takes a full em and needs no space around it: 汉字, full-width punctuation."""
    return unicodedata.east_asian_width(char) in "WF" or char in "“”‘’…—·《》□☑☒"


def build_lines(page: int, glyphs: Iterable[Glyph], rules: Sequence[Box]) -> list[Line]:
    """The lines of a page from top to bottom, with underscores where a line is drawn under empty space."""
    rows = [row for row in _rows(glyphs) if not all(glyph.char.isspace() for glyph in row)]
    if rules and rows:
        rows = [row + blanks for row, blanks in zip(rows, _underlines(rows, rules), strict=True)]
    return [_line(page, row) for row in rows]


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Glyphs that share a baseline, from top to bottom."""
    levels: dict[float, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        levels[glyph.baseline].append(glyph)
    rows: list[list[Glyph]] = []
    anchor = size = 0.0
    for baseline in sorted(levels):
        level = levels[baseline]
        largest = max([glyph.size for glyph in level if not glyph.char.isspace()], default=0.0)
        if rows and baseline - anchor <= _SAME_LINE * max(size, largest or level[0].size):
            rows[-1] += level
        else:
            rows.append(level)
            anchor, size = baseline, 0.0
        if largest and largest >= size:
            anchor, size = baseline, largest
    return rows


def _undoubled(row: list[Glyph]) -> list[Glyph]:
    """The row in order, each character once where fake bold drew it several times in (nearly) the same place."""
    ordered = sorted(row, key=_LEFT_EDGE)
    _, lefts, _, rights, *_ = zip(*ordered, strict=True)
    if max(map(sub, rights, lefts[1:]), default=0.0) <= _OVERLAP * row[0].size:
        return ordered
    kept: list[Glyph] = []
    for glyph in ordered:
        if not kept or glyph.x0 >= kept[-1].x1:
            kept.append(glyph)
            continue
        near = range(max(len(kept) - 3, 0), len(kept))
        double = next((index for index in near if _doubles(kept[index], glyph)), None)
        if double is None:
            kept.append(glyph)
        elif not glyph.blank:
            kept[double] = kept[double]._replace(x1=max(kept[double].x1, glyph.x1), bold=True)
    return kept


def _doubles(first: Glyph, second: Glyph) -> bool:
    width = min(first.x1 - first.x0, second.x1 - second.x0)
    return (
        first.char == second.char
        and abs(second.x0 - first.x0) <= _DOUBLED * width
        and abs(first.size - second.size) <= 0.1 * first.size
    )


def _underlines(rows: list[list[Glyph]], rules: Sequence[Box]) -> list[list[Glyph]]:
    """For each row the underscores that stand for lines drawn under its empty space."""
    seen = [glyph for row in rows for glyph in row if not glyph.blank]
    span = (min(glyph.x0 for glyph in seen), max(glyph.x1 for glyph in seen))
    found: list[list[Glyph]] = [[] for _ in rows]
    pillars = [rule for rule in rules if rule.bottom - rule.top > max(rule.x1 - rule.x0, _BORDER)]
    for rule in _merged([rule for rule in rules if rule.x1 - rule.x0 > rule.bottom - rule.top]):
        if any(meet(pillar, rule) for pillar in pillars):  # a border
            continue
        for index, row in enumerate(rows):
            if not _runs_under(rule, row[0]):
                continue
            inked = sorted((glyph.x0, glyph.x1) for glyph in row if not glyph.blank)
            frame = rule.x0 <= inked[0][0] + 2 and rule.x1 >= inked[-1][1] + 2
            if not (frame and rule.x1 - rule.x0 > 0.85 * (span[1] - span[0])):  # else the line below a running head
                found[index] += _underscores(rule, inked, row[0])
            break
    return found


def _runs_under(rule: Box, glyph: Glyph) -> bool:
    below = (rule.top + rule.bottom) / 2 - glyph.baseline
    return -0.15 * glyph.size <= below <= 0.45 * glyph.size


def _merged(rules: list[Box]) -> list[Box]:
    """Lines at one height that touch, as one: Word draws one per run of text."""
    merged: list[Box] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.top), rule.x0)):
        last = merged[-1] if merged else None
        if last and abs(last.top - rule.top) < 1 and rule.x0 <= last.x1 + 1:
            merged[-1] = Box(last.x0, last.top, max(last.x1, rule.x1), last.bottom)
        else:
            merged.append(rule)
    return merged


def _underscores(rule: Box, inked: list[tuple[float, float]], like: Glyph) -> list[Glyph]:
    """Underscore glyphs over the parts of ``rule`` that no glyph stands on."""
    glyphs: list[Glyph] = []
    start = rule.x0
    under_words = any(x0 < rule.x1 - 1 and x1 > rule.x0 + 1 for x0, x1 in inked)
    shortest = _SHORTEST_UNDERSCORES if under_words else _SHORTEST_ALONE
    for x0, x1 in [*inked, (rule.x1, rule.x1)]:
        end = min(x0, rule.x1)
        if end - start >= shortest * like.size:
            count = min(max(round((end - start) / (_UNDERSCORE * like.size)), 2), _LONGEST_BLANK)
            step = (end - start) / count
            glyphs += [
                like._replace(char="_", x0=start + index * step, x1=start + (index + 1) * step, bold=False)
                for index in range(count)
            ]
        start = max(start, x1)
    return glyphs


def _line(page: int, row: list[Glyph]) -> Line:
    """One line: the glyphs from left to right, blanks as wide as the gap they leave."""
    glyphs = _undoubled(row)
    seen = [glyph for glyph in glyphs if not glyph.char.isspace()]
    chars, lefts, tops, rights, bottoms, baselines, sizes, bolds = zip(*seen, strict=True)
    if len(seen) == len(glyphs) and max(map(sub, lefts[1:], rights), default=0.0) < _INK_GAP * min(sizes):
        text, edges = "".join(chars), list(lefts)  # most lines: each character follows closely
    else:
        text, edges = _spaced(glyphs[glyphs.index(seen[0]) :], _usual_gap(seen))
    return Line(
        page,
        text,
        tuple(accumulate([*edges, max(rights)], max)),  # overlapping characters have no width
        min(tops),
        max(bottoms),
        baselines[0] if len(set(baselines)) == 1 else median(baselines),
        sizes[0] if len(set(sizes)) == 1 else median(sizes),
        True in bolds and all(glyph.bold for glyph in seen if glyph.char != "_"),
    )


def _spaced(glyphs: list[Glyph], usual: float) -> tuple[str, list[float]]:
    """The text of a line that begins with ``glyphs[0]``, a space for each gap, and the left edge of each character."""
    last, blanks = glyphs[0], 0
    chars, edges = [last.char], [last.x0]
    for glyph in glyphs[1:]:
        if glyph.char.isspace():
            blanks += 2 if glyph.char == "\u3000" else 1
            continue
        gap = max(glyph.x0 - last.x1, 0.0)
        count = _spaces(last, glyph, blanks, usual) if gap >= _INK_GAP * glyph.size else 0
        if count > 1 and is_label("".join(chars)):
            count = 1  # the hanging indent of a list is no blank to fill in
        chars += " " * count + glyph.char
        edges += [last.x1 + gap * index / count for index in range(count)] + [glyph.x0]
        last, blanks = glyph, 0
    return "".join(chars), edges


def _usual_gap(seen: list[Glyph]) -> float:
    """The gap between neighbours on this line in ems: justified lines and spaced-out titles are stretched evenly."""
    gaps = [(after.x0 - before.x1) / after.size for before, after in itertools.pairwise(seen)]
    if len(gaps) < _FEWEST_GAPS:
        return 0.0
    even = max(gaps) - min(gaps) <= _EVEN
    return max(median(gaps), 0.0) if even else min(max(median(gaps), 0.0), _MOST_STRETCHED)


def _spaces(last: Glyph, glyph: Glyph, blanks: int, usual: float) -> int:
    """How many spaces stand between two neighbours; ``blanks`` are the file's own between them."""
    gap = (glyph.x0 - last.x1) / glyph.size
    if gap - usual >= _WIDE_GAP:
        return min(blanks if blanks > 1 else max(round(gap * 2), 2), _LONGEST_BLANK)
    if blanks:
        return min(blanks, _LONGEST_BLANK)
    between_words = not is_wide(last.char) and not is_wide(glyph.char)
    return int(gap >= _LATIN_GAP + usual if between_words else gap - usual >= _CJK_GAP)
