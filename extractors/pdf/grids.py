"""From the drawn lines of a page to the cells of its tables.

The lines come from pdfium, which has them in a hundredth of the time that pdfplumber takes to parse a page anew.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractors.model import Box

_NEAR = 3.0  # points: lines so close are one, and lines that end so close to each other meet
_SHORTEST = 3.0  # points; what is shorter once joined is a tick
_OPEN = 7.0  # points that lines run over the last one across: the table has no border on that side
_MOST_CROSSINGS = 400_000  # more are a drawing; looking at all would take seconds
_MOST_SLOTS = 20_000


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table on a page, row by row."""

    area: Box
    rows: tuple[tuple[Box, ...], ...]

    @property
    def is_layout(self) -> bool:
        """Whether it is a frame around text: no row has two cells."""
        return all(len(row) < 2 for row in self.rows)


class _Edge(NamedTuple):
    """A straight line: ``at`` is its height if it lies, its distance from the left if it stands."""

    at: float
    start: float
    end: float


def find_grids(rules: Iterable[Box]) -> list[Grid]:
    """The tables that thin lines draw, from top to bottom; empty for a drawing of very many lines.

    A table without border on one side (at a page break, or by design) ends where its lines do.
    """
    lying: list[_Edge] = []
    standing: list[_Edge] = []
    for rule in rules:
        if rule.x1 - rule.x0 > rule.bottom - rule.top:
            lying.append(_Edge((rule.top + rule.bottom) / 2, rule.x0, rule.x1))
        else:
            standing.append(_Edge((rule.x0 + rule.x1) / 2, rule.top, rule.bottom))
    beams, pillars = _joined(lying), _joined(standing)
    if len(beams) * len(pillars) > _MOST_CROSSINGS:
        return []
    grids = (_grid(*part) for part in _connected(beams, pillars))
    return sorted((grid for grid in grids if grid), key=lambda grid: grid.area.top)


def _joined(edges: Iterable[_Edge]) -> list[_Edge]:
    """Lines in one place as one line each, those at nearly the same height at one height."""
    groups: list[list[_Edge]] = []
    for edge in sorted(edges):
        if groups and edge.at - groups[-1][0].at <= _NEAR:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    joined: list[_Edge] = []
    for group in groups:
        at = sum(edge.at for edge in group) / len(group)
        pieces: list[_Edge] = []
        for edge in sorted(group, key=lambda edge: edge.start):
            if pieces and edge.start <= pieces[-1].end + _NEAR:
                pieces[-1] = _Edge(at, pieces[-1].start, max(pieces[-1].end, edge.end))
            else:
                pieces.append(_Edge(at, edge.start, edge.end))
        joined += [piece for piece in pieces if piece.end - piece.start >= _SHORTEST]
    return joined


def _cross(beam: _Edge, pillar: _Edge) -> bool:
    return beam.start - _NEAR <= pillar.at <= beam.end + _NEAR and pillar.start - _NEAR <= beam.at <= pillar.end + _NEAR


def _connected(beams: Sequence[_Edge], pillars: Sequence[_Edge]) -> Iterator[tuple[list[_Edge], list[_Edge]]]:
    """The lines parted into those that hang together, at least two lying and two standing."""
    left = list(pillars)
    untouched = set(range(len(beams)))
    while left:
        own_pillars, waiting = [], [left.pop()]
        own_beams: list[_Edge] = []
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


def _closed(edges: list[_Edge], across: list[_Edge]) -> list[_Edge]:
    """``edges`` with one more at each side where several lines across run on beyond the last."""
    first, last = min(edge.at for edge in edges), max(edge.at for edge in edges)
    bottom, top = min(line.at for line in across), max(line.at for line in across)
    before = [line.start for line in across if line.start < first - _OPEN]
    after = [line.end for line in across if line.end > last + _OPEN]
    added = []
    if len(before) > 1:
        added.append(_Edge(min(before), bottom, top))
    if len(after) > 1:
        added.append(_Edge(max(after), bottom, top))
    return edges + added


def _grid(beams: list[_Edge], pillars: list[_Edge]) -> Grid | None:
    """The table these lines draw; None where they close no cell."""
    beams, pillars = _closed(beams, pillars), _closed(pillars, beams)
    xs, ys = sorted({pillar.at for pillar in pillars}), sorted({beam.at for beam in beams})
    if len(xs) * len(ys) > _MOST_SLOTS:
        return None
    by_top: dict[float, list[Box]] = defaultdict(list)
    for cell in _cells(xs, ys, _by_place(beams), _by_place(pillars)):
        by_top[cell.top].append(cell)
    if not by_top:
        return None
    rows = tuple(tuple(sorted(by_top[top], key=lambda cell: cell.x0)) for top in sorted(by_top))
    every = [cell for row in rows for cell in row]
    area = Box(
        min(cell.x0 for cell in every), rows[0][0].top, max(cell.x1 for cell in every), max(c.bottom for c in every)
    )
    return Grid(area, rows)


def _by_place(edges: Iterable[_Edge]) -> dict[float, list[_Edge]]:
    found: dict[float, list[_Edge]] = defaultdict(list)
    for edge in edges:
        found[edge.at].append(edge)
    return found


def _drawn(edges: Sequence[_Edge], start: float, end: float) -> bool:
    return any(edge.start - _NEAR <= start and end <= edge.end + _NEAR for edge in edges)


def _cells(
    xs: Sequence[float], ys: Sequence[float], beams: dict[float, list[_Edge]], pillars: dict[float, list[_Edge]]
) -> Iterator[Box]:
    """The rectangles between the lines: slots with no line between them are one cell, open ones none.

    A slot at the rim with lines on both sides is closed: a cell that goes on on the next page has no border there.
    """
    across, down = len(xs) - 1, len(ys) - 1
    outside = across * down
    groups = _Groups(outside + 1)
    upright = [[_drawn(pillars[x], top, bottom) for x in xs] for top, bottom in itertools.pairwise(ys)]
    level = [[_drawn(beams[y], left, right) for left, right in itertools.pairwise(xs)] for y in ys]
    for row, column in itertools.product(range(down), range(across)):
        slot = row * across + column
        if column and not upright[row][column]:
            groups.unite(slot - 1, slot)
        if row and not level[row][column]:
            groups.unite(slot - across, slot)
        left, right = upright[row][column], upright[row][column + 1]
        above, below = level[row][column], level[row + 1][column]
        open_beside = (not column and not left) or (column == across - 1 and not right)
        open_beyond = (not row and not above) or (row == down - 1 and not below)
        if (open_beside and not (above and below)) or (open_beyond and not (left and right)):
            groups.unite(slot, outside)
    slots: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row, column in itertools.product(range(down), range(across)):
        slots[groups.of(row * across + column)].append((row, column))
    slots.pop(groups.of(outside), None)
    for members in slots.values():
        rows, columns = [row for row, _ in members], [column for _, column in members]
        yield Box(xs[min(columns)], ys[min(rows)], xs[max(columns) + 1], ys[max(rows) + 1])


class _Groups:
    """Numbers from 0, united into groups."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def of(self, number: int) -> int:
        """The number that stands for the group of ``number``."""
        while self._parents[number] != number:
            self._parents[number] = self._parents[self._parents[number]]
            number = self._parents[number]
        return number

    def unite(self, first: int, second: int) -> None:
        """Make one group of two."""
        self._parents[self.of(first)] = self.of(second)
