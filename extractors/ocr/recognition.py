"""From the pixels of a page to its characters and drawn lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median

import numpy as np

from extractors.ocr.characters import ReadLine, glyphs_of
from extractors.ocr.engine import Corners, Engine, Pixels, shared_engine
from extractors.ocr.overlooked import as_mark, overlooked
from extractors.ocr.ruling import find_rules
from extractors.ocr.seals import without_seals
from extractors.ocr.sheet import Sheet
from extractors.ocr.tickboxes import TickBox, find_tick_boxes, with_tick_boxes
from extractors.ocr.turning import Lie, height, lies_on_its_side, skew, upside_down
from extractors.pdf.characters import PageContent
from extractors.pdf.folding import fold_character

SOUGHT_AT = 1600
"""Pixels of the longer side of a page as text is first sought: ten points are then twenty pixels high on A4."""

_SOUGHT_CLOSER_AT = 2600
_SMALL = 13.0  # pixels: text less high than this is sought again, closer
_NOISE = 0.3  # mean confidence of a line below which it is no text: a seal, a picture
_TEXT = 0.8  # likewise where the detector found none

Tell = Callable[[float], None]
"""Told the fraction of a page that is done, from 0 to 1; may raise `CancelledError`."""


def recognise(image: Pixels, number: int, points: float, tell: Tell | None = None) -> Sheet:
    """What stands on page ``number``, shown in ``image`` at ``points`` (1/72 inch) to the pixel.

    The page may lie on its side or askew; the sheet's page is upright, its places are those of the page as given.
    """
    engine = shared_engine()
    tell = tell or (lambda _fraction: None)
    tell(0.0)
    turned, quarters, found, cuts = _turned_upright(engine, without_seals(image, points))
    tell(0.4)
    lie = Lie(quarters, skew(found), float(turned.shape[1]), float(turned.shape[0]))
    text_height = float(median(map(height, found))) if found else 0.0
    boxes = find_tick_boxes(turned, text_height) if found else []
    lines = [*_read(engine, found, cuts, boxes, tell), *_read_overlooked(engine, turned, found, boxes)]
    seen = glyphs_of(lines, lie, points)
    rules = find_rules(turned, lie, text_height, points) if found else ()
    page = PageContent(
        number,
        lie.width * points,
        lie.height * points,
        tuple(each.glyph for each in seen),
        "",
        rules,
        drawn=True,
    )
    return Sheet(page, lie.scaled(points), seen)


def _turned_upright(engine: Engine, image: Pixels) -> tuple[Pixels, int, list[Corners], list[Pixels]]:
    """The page turned so that its text is upright, by how many quarters to the left, and the lines found on it."""
    found, cuts = _find(engine, image)
    if lies_on_its_side(found):
        quarters = 3 if upside_down(engine, found, cuts) else 1
    else:
        quarters = 2 if upside_down(engine, found, cuts) else 0
    if not quarters:
        return image, 0, found, cuts
    turned = np.ascontiguousarray(np.rot90(image, quarters))
    return turned, quarters, *_find(engine, turned)


def _find(engine: Engine, image: Pixels) -> tuple[list[Corners], list[Pixels]]:
    longer = max(image.shape[:2])
    found, cuts = engine.find(image, SOUGHT_AT)
    shrunk = min(SOUGHT_AT / longer, 1.0)
    small = [corners for corners in found if min(height(corners), _width(corners)) * shrunk < _SMALL]
    if shrunk < 1 and len(small) > len(found) / 2:
        return engine.find(image, _SOUGHT_CLOSER_AT)
    return found, cuts


def _width(corners: Corners) -> float:
    return float(np.linalg.norm(corners[1] - corners[0]))


def _read(
    engine: Engine, found: Sequence[Corners], cuts: Sequence[Pixels], boxes: Sequence[TickBox], tell: Tell
) -> list[ReadLine]:
    lines = []
    for index, (corners, cut) in enumerate(zip(found, cuts, strict=True)):
        tell(0.4 + 0.6 * index / len(cuts))
        line = _line(engine, corners, cut, boxes)
        if _certainty(line) >= _NOISE:
            lines.append(line)
    return lines


def _read_overlooked(
    engine: Engine, image: Pixels, found: Sequence[Corners], boxes: Sequence[TickBox]
) -> list[ReadLine]:
    """What the detector did not find, where it is surely text."""
    lines = []
    for corners, is_mark in overlooked(image, found):
        (left, top), (right, bottom) = np.maximum(corners[0], 0).astype(int), np.ceil(corners[2]).astype(int)
        line = _line(engine, corners, np.ascontiguousarray(image[top:bottom, left:right]), boxes)
        if is_mark:
            char = as_mark("".join(each.char for each in line.characters))
            line = ReadLine(corners, tuple(each._replace(char=char) for each in line.characters[:1] if char))
        if _certainty(line) >= (_NOISE if is_mark else _TEXT):
            lines.append(line)
    return lines


def _line(engine: Engine, corners: Corners, cut: Pixels, boxes: Sequence[TickBox]) -> ReadLine:
    characters = tuple(each._replace(char=fold_character(each.char)) for each in engine.read(cut))
    return with_tick_boxes(ReadLine(corners, characters), boxes)


def _certainty(line: ReadLine) -> float:
    """The mean confidence of what is read, 0 where this is nothing."""
    return sum(each.confidence for each in line.characters) / max(len(line.characters), 1)
