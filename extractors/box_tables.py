"""Tables drawn with box characters (┌─┬─┐) in plain text: the cells of each row, without the drawing.

The characters are those of Unicode's block Box Drawing, U+2500 to U+257F, which GB18030 has too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

_ACROSS: Final = "─━┄┅┈┉╌╍═╴╶╸╺"
_DOWN: Final = "│┃┆┇┊┋╎╏║╵╷╹╻"
_DRAWN: Final = re.compile("[\u2500-\u257f]")
_BORDER: Final = re.compile("[\u2500-\u257f\\s]*")
_FRAMED: Final = re.compile("[\u2500-\u257f].*[\u2500-\u257f]", re.DOTALL)
_JOINTS: Final = "".join(sign for sign in map(chr, range(0x2500, 0x2580)) if sign not in _ACROSS + _DOWN)
_DIVIDER: Final = re.compile(f"[{_DOWN}{_JOINTS}]")
_JOINT: Final = re.compile(f"[{_JOINTS}]")
_ROWS_APART: Final = 2  # so many borders inside a table draw its rows apart; one divides off the head


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of a cell that stands on one line of the file."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class BoxRow:
    """A row: its cells from left to right, each the pieces it is written in."""

    cells: tuple[tuple[Piece, ...], ...]


Line = tuple[int, str]
"""A line with its number."""


def without_boxes(lines: Sequence[Line]) -> Iterator[Line | list[BoxRow]]:
    """The lines in order, with the rows of each drawn table in place of its lines."""
    for framed, run in groupby(lines, lambda line: _is_framed(line[1])):
        found = list(run)
        borders = sum(_is_border(text) for _, text in found)
        if framed and borders and borders < len(found):
            yield list(_rows(found))
        else:
            yield from found


def _is_framed(text: str) -> bool:
    """Whether a line is part of a drawn table: it begins and ends with a box character."""
    bare = text.strip()
    return _FRAMED.fullmatch(bare) is not None and _DIVIDER.search(bare) is not None


def _is_border(text: str) -> bool:
    return _BORDER.fullmatch(text) is not None and any(sign in text for sign in _ACROSS)


def _rows(lines: Sequence[Line]) -> Iterator[BoxRow]:
    """The rows of a table; a row may be written on several lines where borders or an empty first cell tell so."""
    inside = sum(_is_border(text) for _, text in lines[1:-1])
    for border, run in groupby(lines, lambda line: _is_border(line[1])):
        if border:
            continue
        row: BoxRow | None = None
        for line in run:
            more = _row(line)
            if row is None or not _goes_on(row, more, line[1], drawn_apart=inside >= _ROWS_APART):
                if row is not None:
                    yield row
                row = more
            else:
                row = BoxRow(tuple(up + down for up, down in zip(row.cells, more.cells, strict=True)))
        if row is not None:
            yield row


def _row(line: Line) -> BoxRow:
    number, text = line
    cells = (cell.strip() for cell in _DIVIDER.split(text.strip())[1:-1])
    return BoxRow(
        tuple((Piece(number, cell),) if _DRAWN.sub("", cell) else () for cell in cells if cell == "" or not _line(cell))
    )


def _line(cell: str) -> bool:
    """Whether a cell is nothing but a stretch of border, as in │号├──┤."""
    return _BORDER.fullmatch(cell) is not None


def _goes_on(row: BoxRow, more: BoxRow, text: str, *, drawn_apart: bool) -> bool:
    if len(row.cells) != len(more.cells) or _JOINT.search(text):
        return False
    return drawn_apart or not more.cells[0]
