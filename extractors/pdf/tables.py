"""Tables with ruled lines: pdfplumber finds the cells, pdfium's characters fill them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from extractors.model import Box
from extractors.pdf.characters import Glyph, PageContent
from extractors.pdf.drawings import meet
from extractors.pdf.lines import Line, build_lines

if TYPE_CHECKING:
    from pdfplumber.pdf import PDF

_LONG_RULE = 8.0  # points
_PILLARS = 3  # vertical lines of the narrowest table, two columns
_BEAMS = 2  # horizontal lines each of them meets
_BESIDE = 3.0  # points: vertical lines so close together are one
_MOST_RULES = 6_000  # more are a drawing; finding cells in it would take minutes


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table: its cells from left to right, each a list of lines."""

    page: int
    table: int  # index in the document
    top: float
    cells: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table on a page, row by row."""

    area: Box
    rows: tuple[tuple[Box, ...], ...]

    @property
    def is_layout(self) -> bool:
        """Whether it is a frame around text: no row has two cells."""
        return all(len(row) < 2 for row in self.rows)


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


class GridFinder:
    """Asks pdfplumber for the tables of a page; the file is parsed by it at the first question only."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pdf: PDF | None = None

    def grids(self, page: PageContent) -> list[Grid]:
        """The tables of the page from top to bottom. Raises whatever pdfminer does on a broken page."""
        if self._pdf is None:
            import pdfplumber

            self._pdf = pdfplumber.open(BytesIO(self._data))
        plumbed = self._pdf.pages[page.number - 1]
        left, top = plumbed.cropbox[0] - plumbed.bbox[0], plumbed.cropbox[1] - plumbed.bbox[1]
        found = []
        for table in plumbed.find_tables():
            rows = [tuple(_moved(cell, left, top) for cell in row.cells if cell) for row in table.rows]
            found.append(Grid(_moved(table.bbox, left, top), tuple(row for row in rows if row)))
        plumbed.close()
        return sorted(found, key=lambda grid: grid.area.top)


def _moved(box: tuple[float, float, float, float], left: float, top: float) -> Box:
    x0, y0, x1, y1 = box
    return Box(x0 - left, y0 - top, x1 - left, y1 - top)


def _inside(glyph: Glyph, box: Box) -> bool:
    across, down = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return box.x0 <= across < box.x1 and box.top <= down < box.bottom


def take_tables(page: PageContent, grids: Iterable[Grid], first_table: int) -> tuple[PageContent, list[TableRow]]:
    """The page without the text of its tables, and the rows of these; tables are numbered from ``first_table``."""
    rows: list[TableRow] = []
    for grid in grids:
        if grid.is_layout:
            page = replace(page, rules=_rules_outside(page.rules, grid.area))
            continue
        number = rows[-1].table + 1 if rows else first_table
        taken: set[Glyph] = set()
        for cells in grid.rows:
            top, bottom = min(cell.top for cell in cells), max(cell.bottom for cell in cells)
            level = [glyph for glyph in page.glyphs if glyph.bottom > top and glyph.top < bottom]
            filled = [[glyph for glyph in level if _inside(glyph, cell)] for cell in cells]
            taken.update(glyph for glyphs in filled for glyph in glyphs)
            rows.append(
                TableRow(page.number, number, cells[0].top, tuple(_cell(page.number, glyphs) for glyphs in filled))
            )
        left = tuple(glyph for glyph in page.glyphs if glyph not in taken)
        page = replace(page, glyphs=left, rules=_rules_outside(page.rules, grid.area))
    return page, [row for row in rows if any(row.cells)]


def _cell(page: int, glyphs: Sequence[Glyph]) -> tuple[Line, ...]:
    return tuple(build_lines(page, glyphs, ()))


def _rules_outside(rules: Sequence[Box], area: Box) -> tuple[Box, ...]:
    """The drawn lines that are no borders of the table."""
    return tuple(
        rule
        for rule in rules
        if not (rule.top >= area.top - 2 and rule.bottom <= area.bottom + 2 and rule.x1 > area.x0 and rule.x0 < area.x1)
    )
