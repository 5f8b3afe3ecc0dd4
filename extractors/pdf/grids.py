"""From the lines drawn on a page, or the words in its columns, to the cells of tables, by pdfplumber's functions.

These work on plain edges and words, wherever they come from. pdfium has both in a hundredth of the time that
pdfplumber takes to parse a page anew. pdfplumber is loaded with the first page that may hold a table.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.model import Box

_NEAR = 3.0  # points: lines so close are one, and lines that end so close to each other meet
_SHORTEST = 3.0  # points; what is shorter once joined is a tick
_OPEN = 7.0  # points that lines run over the last one across: the table has no border on that side
_MOST_CROSSINGS = 200_000  # more are a drawing; looking at all would take seconds
_MOST_POINTS = 4_000  # of one table, where its lines meet: pdfplumber compares each with each
_FEWEST_ALIGNED = 3  # words: pdfplumber sees no alignment in fewer

_Edge = dict[str, float | str]  # as pdfplumber has it: x0, x1, top, bottom, width or height, orientation


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table on a page, row by row."""

    area: Box
    rows: tuple[tuple[Box, ...], ...]

    @property
    def is_layout(self) -> bool:
        """Whether it is a frame around text: no row has two cells."""
        return all(len(row) < 2 for row in self.rows)


def find_grids(rules: Iterable[Box]) -> list[Grid]:
    """The tables that thin lines draw, from top to bottom; empty for a drawing of very many lines.

    A table without border on one side (at a page break, or by design) ends where its lines do.
    """
    beams, pillars = _merged(rules)
    if len(beams) * len(pillars) > _MOST_CROSSINGS:
        return []
    grids = (grid for part in _connected(beams, pillars) for grid in _grids(*_closed(*part)))
    return sorted(grids, key=lambda grid: grid.area.top)


def text_grid(words: Sequence[Box], columns: Sequence[float]) -> Grid | None:
    """The rows of ``words`` that stand in columns without lines; ``columns`` are the edges of all, outer ones included.

    None where the words of a column, if it has three or more, share neither a left nor a right edge nor their middle:
    then they stand under each other by chance.
    """
    from pdfplumber.table import words_to_edges_h, words_to_edges_v

    if not _aligned(words, columns, [edge["x0"] for edge in words_to_edges_v([_word(word) for word in words])]):
        return None
    levels = words_to_edges_h([_word(word) for word in words])
    beams = [Box(columns[0], edge["top"], columns[-1], edge["top"]) for edge in levels]
    top, bottom = min(beam.top for beam in beams), max(beam.top for beam in beams)
    grids = _grids(*_merged([*beams, *(Box(x, top, x, bottom) for x in columns)]))
    return grids[0] if len(grids) == 1 else None


def _aligned(words: Sequence[Box], columns: Sequence[float], found: Sequence[float]) -> bool:
    """Whether each column of three words and more has one of the left edges that pdfplumber found."""
    for left, right in itertools.pairwise(columns):
        held = sum(left <= (word.x0 + word.x1) / 2 <= right for word in words)
        if held >= _FEWEST_ALIGNED and not any(left - 1 <= x < right for x in found):
            return False
    return True


def _word(box: Box) -> dict[str, float]:
    return {"x0": box.x0, "x1": box.x1, "top": box.top, "bottom": box.bottom}


def _lies(box: Box) -> bool:
    return box.x1 - box.x0 > box.bottom - box.top


def _edge(box: Box) -> _Edge:
    """A line without thickness."""
    if _lies(box):
        y = (box.top + box.bottom) / 2
        return {"orientation": "h", "x0": box.x0, "x1": box.x1, "top": y, "bottom": y, "width": box.x1 - box.x0}
    x, height = (box.x0 + box.x1) / 2, box.bottom - box.top
    return {"orientation": "v", "x0": x, "x1": x, "top": box.top, "bottom": box.bottom, "height": height}


def _merged(rules: Iterable[Box]) -> tuple[list[Box], list[Box]]:
    """Lying and standing lines: those in one place as one line each, those nearly at one height at one height."""
    from pdfplumber.table import merge_edges

    merged = merge_edges([_edge(rule) for rule in rules], _NEAR, _NEAR, _NEAR, _NEAR)
    parts: dict[str, list[Box]] = {"h": [], "v": []}
    for edge in merged:
        box = Box(edge["x0"], edge["top"], edge["x1"], edge["bottom"])
        if max(box.x1 - box.x0, box.bottom - box.top) >= _SHORTEST:
            parts[edge["orientation"]].append(box)
    return parts["h"], parts["v"]


def _cross(beam: Box, pillar: Box) -> bool:
    return beam.x0 - _NEAR <= pillar.x0 <= beam.x1 + _NEAR and pillar.top - _NEAR <= beam.top <= pillar.bottom + _NEAR


def _connected(beams: Sequence[Box], pillars: Sequence[Box]) -> Iterator[tuple[list[Box], list[Box]]]:
    """The lines parted into those that hang together, at least two lying and two standing."""
    left = list(pillars)
    untouched = set(range(len(beams)))
    while left:
        own_pillars, waiting = [], [left.pop()]
        own_beams: list[Box] = []
        while waiting:
            pillar = waiting.pop()
            own_pillars.append(pillar)
            met = [index for index in untouched if _cross(beams[index], pillar)]
            untouched.difference_update(met)
            for index in met:
                own_beams.append(beams[index])
                waiting += [other for other in left if _cross(beams[index], other)]
                left = [other for other in left if not _cross(beams[index], other)]
        if len(own_beams) > 1 and len(own_pillars) > 1:
            yield own_beams, own_pillars


def _closed(beams: list[Box], pillars: list[Box]) -> tuple[list[Box], list[Box]]:
    """The lines of a table and those that close its open sides, which pdfplumber would leave out with their cells."""
    turned_beams, turned_pillars = [_turned(beam) for beam in beams], [_turned(pillar) for pillar in pillars]
    across = _closing(beams, pillars)
    down = [_turned(line) for line in _closing(turned_pillars, turned_beams)]
    return _merged([*beams, *pillars, *across, *down])


def _turned(box: Box) -> Box:
    return Box(box.top, box.x0, box.bottom, box.x1)


def _closing(beams: Sequence[Box], pillars: Sequence[Box]) -> Iterator[Box]:
    """Lying lines along the top and the bottom: between neighbouring pillars that both run up to there.

    That is where several pillars run on beyond the last beam, and else at the last beam: a cell that goes on on the
    next page has no border there.
    """
    first, last = min(beam.top for beam in beams), max(beam.top for beam in beams)
    above = [pillar.top for pillar in pillars if pillar.top < first - _OPEN]
    below = [pillar.bottom for pillar in pillars if pillar.bottom > last + _OPEN]
    top = min(above) if len(above) > 1 else first
    bottom = max(below) if len(below) > 1 else last
    for y in (top, bottom):
        reaching: dict[float, bool] = defaultdict(bool)
        for pillar in pillars:
            reaching[pillar.x0] |= pillar.top - _NEAR <= y <= pillar.bottom + _NEAR
        for left, right in itertools.pairwise(sorted(reaching)):
            if reaching[left] and reaching[right]:
                yield Box(left, y, right, y)


def _grids(beams: Sequence[Box], pillars: Sequence[Box]) -> list[Grid]:
    """The tables that these lines draw."""
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells

    points = edges_to_intersections([_edge(line) for line in (*beams, *pillars)], _NEAR, _NEAR)
    if len(points) > _MOST_POINTS:
        return []
    return [_grid([Box(*cell) for cell in cells]) for cells in cells_to_tables(intersections_to_cells(points))]


def _grid(cells: Sequence[Box]) -> Grid:
    by_top: dict[float, list[Box]] = defaultdict(list)
    for cell in cells:
        by_top[cell.top].append(cell)
    rows = tuple(tuple(sorted(by_top[top], key=lambda cell: cell.x0)) for top in sorted(by_top))
    area = Box(
        min(cell.x0 for cell in cells),
        rows[0][0].top,
        max(cell.x1 for cell in cells),
        max(cell.bottom for cell in cells),
    )
    return Grid(area, rows)
