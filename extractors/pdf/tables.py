"""Tables with ruled lines: their cells, filled with the characters that stand in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar

from extractors.model import Box
from extractors.pdf.characters import Glyph, PageContent
from extractors.pdf.drawings import meet
from extractors.pdf.grids import Grid
from extractors.pdf.lines import Line, build_lines

_LONG_RULE = 8.0  # points
_PILLARS = 3  # vertical lines of the narrowest table, two columns
_BEAMS = 2  # horizontal lines each of them meets
_SAME_SIDE = 6.0  # points
_BESIDE = 3.0  # points: vertical lines so close together are one
_MOST_RULES = 6_000  # more are a drawing; finding cells in it would take minutes

_Boxed = TypeVar("_Boxed", Glyph, Line)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table: its cells from left to right, each a list of lines."""

    page: int
    table: int  # index in the document
    top: float
    cells: tuple[tuple[Line, ...], ...]
    sides: tuple[float, float]  # of the table: its left and right edge; twice the left one where no lines are drawn


def may_hold_table(page: PageContent) -> bool:
    """Whether the drawn lines of a page may be a table's borders, and not just a frame around the page."""
    if len(page.rules) > _MOST_RULES:
        return False
    beams = [rule for rule in page.rules if rule.x1 - rule.x0 >= _LONG_RULE]
    pillars: list[float] = []
    for pillar in (rule for rule in page.rules if rule.bottom - rule.top >= _LONG_RULE):
        if any(abs(pillar.x0 - x) <= _BESIDE for x in pillars):
            continue
        if sum(islice((True for beam in beams if meet(pillar, beam)), _BEAMS)) == _BEAMS:
            pillars.append(pillar.x0)
        if len(pillars) == _PILLARS:
            return True
    return False


def take_tables(page: PageContent, grids: Iterable[Grid], first_table: int) -> tuple[PageContent, list[TableRow]]:
    """The page without the text of its tables, and the rows of these; tables are numbered from ``first_table``."""
    rows: list[TableRow] = []
    number = first_table
    for grid in grids:
        if not grid.is_layout:
            left, filled = parted(page.glyphs, grid)
            page = replace(page, glyphs=tuple(left))
            for cells, contents in zip(grid.rows, filled, strict=True):
                lines = tuple(_cell(page.number, glyphs) for glyphs in contents)
                if any(lines):
                    rows.append(TableRow(page.number, number, cells[0].top, lines, (grid.area.x0, grid.area.x1)))
            number = rows[-1].table + 1 if rows else first_table
        page = replace(page, rules=_rules_outside(page.rules, grid.area))
    return page, rows


def parted(glyphs: Iterable[_Boxed], grid: Grid) -> tuple[list[_Boxed], list[list[list[_Boxed]]]]:
    """What stands outside the table, and in each cell of each row; no glyph or line stands in two."""
    lefts = sorted({cell.x0 for row in grid.rows for cell in row})
    tops = sorted({cell.top for row in grid.rows for cell in row})
    contents: list[list[list[_Boxed]]] = [[[] for _ in row] for row in grid.rows]
    slots: dict[tuple[int, int], tuple[Box, list[_Boxed]]] = {}
    for row, filled in zip(grid.rows, contents, strict=True):
        for cell, inside in zip(row, filled, strict=True):
            across = range(bisect_left(lefts, cell.x0), bisect_left(lefts, cell.x1))
            down = range(bisect_left(tops, cell.top), bisect_left(tops, cell.bottom))
            slots.update(((column, level), (cell, inside)) for column in across for level in down)
    outside: list[_Boxed] = []
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        found = slots.get((bisect_right(lefts, x) - 1, bisect_right(tops, y) - 1))
        if found and x < found[0].x1 and y < found[0].bottom:
            found[1].append(glyph)
        else:
            outside.append(glyph)
    return outside, contents


def _cell(page: int, glyphs: Sequence[Glyph]) -> tuple[Line, ...]:
    return tuple(build_lines(page, glyphs, ()))


def _rules_outside(rules: Sequence[Box], area: Box) -> tuple[Box, ...]:
    """The drawn lines that are no borders of the table."""
    return tuple(
        rule
        for rule in rules
        if not (rule.top >= area.top - 2 and rule.bottom <= area.bottom + 2 and rule.x1 > area.x0 and rule.x0 < area.x1)
    )


def join_over_pages(rows: Sequence[TableRow], bodies: Mapping[int, Sequence[Line]]) -> list[TableRow]:
    """The rows, where a table goes on over a page break with one index; ``bodies`` are the other lines by page.

    It goes on where nothing stands between its parts and both are as wide.
    """
    joined: list[TableRow] = []
    indexes: dict[int, int] = {}
    for before, row in zip([None, *rows], rows, strict=False):
        if before is None:
            indexes[row.table] = 0
        elif row.table not in indexes:
            indexes[row.table] = indexes[before.table] + (0 if _goes_on(before, row, bodies) else 1)
        joined.append(replace(row, table=indexes[row.table]))
    return joined


def _goes_on(before: TableRow, row: TableRow, bodies: Mapping[int, Sequence[Line]]) -> bool:
    if row.page != before.page + 1 or any(
        abs(one - other) > _SAME_SIDE for one, other in zip(before.sides, row.sides, strict=True)
    ):
        return False
    below = any(line.top > before.top for line in bodies.get(before.page, ()))
    return not below and not any(line.top < row.top for line in bodies.get(row.page, ()))
