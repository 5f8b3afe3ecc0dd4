"""Tables without drawn lines: price lists, payment schedules, lists of persons, set in columns with space between.

Forms, signature blocks and clauses have gaps too. So a table is only what has three columns and three rows, no labels
to be filled in, and words that stand exactly under each other.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from extractors.model import Box
from extractors.pdf.grids import text_grid
from extractors.pdf.gutters import piece
from extractors.pdf.lines import Line, is_wide
from extractors.pdf.tables import TableRow, parted

_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 3
_MOST_LINES = 200  # of one table on a page
_GAP = 0.8  # ems: a narrower one is a space inside a cell
_GUTTER = 0.3  # ems that stay free between two columns over all rows
_FARTHEST = 4.0  # ems from one row to the next
_SAME_ROW = 1.9  # ems from one line of a cell to the next
_FILLED = 0.6  # of the cells
_PUNCTUATED = 0.2  # of the cells: more are prose in columns
_LONGEST_CELL = 40  # characters on one line
_ASCENT, _DESCENT = 0.85, 0.15  # ems

_LABELLED = re.compile(r"[^\d：:]{1,16}[：:]|.*[：:]$|.*__")  # something to fill in
_CHOICE = re.compile(r"[□☑☒○●■◆◇√]")
_CLAUSE_NUMBER = re.compile(
    r"第.{1,5}[条章节编款]|[（(]?[\d一二三四五六七八九十]{1,3}[、.．)）](?!\d)|\d{1,2}(?:[.．]\d{1,2}){1,3}$"
)
_DATE_PARTS = frozenset("年月日")
_CONTENTS = re.compile(r"目\s*录|(?i:(?:table of )?contents)")


def take_unruled(
    lines: Sequence[Line], first_table: int, before: Sequence[TableRow] = ()
) -> tuple[list[Line], list[TableRow]]:
    """The lines of a page (from top to bottom, in one column) that stand in no table, and the rows of its tables.

    Tables are numbered from ``first_table``. ``before`` are the rows of the table that ends the page before: the
    first lines may be the rest of it, however few.
    """
    pieces = [_pieces(line) for line in lines]
    if not any(len(cells) > 1 for cells in pieces) or any(_CONTENTS.fullmatch(line.text) for line in lines):
        return list(lines), []
    left: list[Line] = []
    rows: list[TableRow] = []
    at = 0
    while at < len(lines):
        end = _end_of_table(pieces, at, _NO_COLUMNS) if _is_row(pieces[at]) else at
        found = _table(pieces[at:end], rows[-1].table + 1 if rows else first_table)
        if not found and before and not at:
            known = _NO_COLUMNS.with_line([cell for row in before for cells in row.cells for cell in cells])
            end = _end_of_table(pieces, at, known)
            found = _table(pieces[at:end], before[-1].table, known)
        end = max(end, at + 1)
        rows += found
        left += [] if found else lines[at:end]
        at = end
    return left, rows


def _pieces(line: Line) -> list[Line]:
    """The line cut at its wide gaps; a gap counts by its width, as a label is followed by one space however wide."""
    cuts = [
        match.span()
        for match in re.finditer(r"\s+", line.text)
        if line.edges[match.end()] - line.edges[match.start()] >= _GAP * line.size
    ]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(line.text)]
    return [piece(line, start, end) for start, end in zip(starts, ends, strict=True)]


def _is_row(pieces: Sequence[Line]) -> bool:
    return len(pieces) >= _FEWEST_COLUMNS and _may_be_cells(pieces)


def _may_be_cells(pieces: Sequence[Line]) -> bool:
    """Whether these words may be cells of a table: no sentence, no form, no choice, no clause."""
    texts = [cell.text for cell in pieces]
    if any(_LABELLED.match(text) or _CHOICE.match(text) or len(text) > _LONGEST_CELL for text in texts):
        return False
    if any(mark in text for text in texts for mark in "。；") or _CLAUSE_NUMBER.match(texts[0]):
        return False
    spaced_out = len(texts) > 1 and all(len(text) == 1 and is_wide(text) for text in texts[:2])  # 地  址
    return not spaced_out and len(_DATE_PARTS.intersection(texts)) < 2  # one alone is a unit


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left and right edge of what stands in each column."""

    extents: tuple[tuple[float, float], ...]

    def with_line(self, pieces: Sequence[Line]) -> _Columns:
        """The columns that the line leaves; they run together where it bridges the space between them."""
        gutter = _GUTTER * pieces[0].size
        joined: list[tuple[float, float]] = []
        for x0, x1 in sorted([*self.extents, *((cell.x0, cell.x1) for cell in pieces)]):
            if joined and x0 < joined[-1][1] + gutter:
                joined[-1] = joined[-1][0], max(joined[-1][1], x1)
            else:
                joined.append((x0, x1))
        return _Columns(tuple(joined))

    def held(self, x1: float) -> int:
        """The column that holds what ends at ``x1``."""
        return bisect_left(self.extents, x1, key=itemgetter(1))

    def apart(self, rights: Sequence[float]) -> bool:
        """Whether what ends at ``rights`` has a column of its own each."""
        return len(set(map(self.held, rights))) == len(rights)

    def borders(self) -> list[float]:
        """The edges of all columns, in the middle of the space between them."""
        between = [(left[1] + right[0]) / 2 for left, right in itertools.pairwise(self.extents)]
        return [self.extents[0][0] - 1, *between, self.extents[-1][1] + 1]


_NO_COLUMNS = _Columns(())


def _end_of_table(pieces: Sequence[list[Line]], start: int, known: _Columns) -> int:
    """Where the lines from ``start`` end (exclusive) that share columns, those ``known`` where any are."""
    columns, end = known, start
    for line in pieces[start : start + _MOST_LINES]:
        wider = columns.with_line(line)
        step = (line[0].baseline - pieces[end - 1][0].baseline) / line[0].size if end > start else 0.0
        if step > _FARTHEST or not _may_be_cells(line) or (known.extents and len(wider.extents) > len(known.extents)):
            break
        if not wider.apart([cell.x1 for cell in line]) or not wider.apart([x1 for _, x1 in columns.extents]):
            break
        goes_on = end > start and step <= _SAME_ROW and wider.held(line[0].x1)
        if not goes_on and not _begins_row(line, wider):
            break
        columns, end = wider, end + 1
    return end


def _begins_row(line: Sequence[Line], columns: _Columns) -> bool:
    """Whether a line is a row and not the further line of a cell: it has a first cell, and another one."""
    return len(line) >= _FEWEST_COLUMNS or (len(line) > 1 and not columns.held(line[0].x1))


def _table(lines: Sequence[list[Line]], number: int, known: _Columns = _NO_COLUMNS) -> list[TableRow]:
    """The rows of these lines; empty where they are no table after all, nor the rest of one with ``known`` columns."""
    columns = known
    for line in lines:
        columns = columns.with_line(line)
    full = [line for line in lines if _begins_row(line, columns)]
    cells = [cell for line in full for cell in line]
    punctuated = sum("，" in cell.text or "、" in cell.text for cell in cells)
    fewest = 1 if known.extents else _FEWEST_ROWS
    if sum(map(_is_row, full)) < fewest or len(columns.extents) < _FEWEST_COLUMNS:
        return []
    if len(cells) < _FILLED * len(full) * len(columns.extents) or punctuated > _PUNCTUATED * len(cells):
        return []
    grid = text_grid(_words(lines, full), columns.borders())
    if grid is None:
        return []
    outside, rows = parted([cell for line in lines for cell in line], grid)
    if outside:
        return []
    left = columns.extents[0][0]
    return [
        TableRow(lines[0][0].page, number, boxes[0].top, tuple(map(tuple, row)), (left, left))
        for boxes, row in zip(grid.rows, rows, strict=True)
        if any(row)
    ]


def _words(lines: Sequence[list[Line]], full: Sequence[list[Line]]) -> list[Box]:
    """The box of each word, as high as its row: what is only a further line of cells belongs to the nearest row."""
    heights = [line[0].baseline for line in full]
    nearest = [min(range(len(full)), key=lambda row: abs(heights[row] - line[0].baseline)) for line in lines]
    words: list[Box] = []
    for _, together in itertools.groupby(zip(nearest, lines, strict=True), key=lambda pair: pair[0]):
        of_row = [line for _, line in together]
        first, last = of_row[0][0], of_row[-1][0]
        top, bottom = first.baseline - _ASCENT * first.size, last.baseline + _DESCENT * last.size
        words += [Box(cell.x0, top, cell.x1, bottom) for line in of_row for cell in line]
    return words
