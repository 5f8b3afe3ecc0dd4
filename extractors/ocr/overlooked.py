"""Text that the detector overlooks: a character between two blanks, a bullet, now and then a short line."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

import cv2
import numpy as np

from extractors.ocr.engine import Corners, Pixels
from extractors.ocr.turning import height

_DARK = 0.6  # of the contrast of the text found: less is a watermark, a stain, print from behind
_RULE = 1.6  # times the height of a line of text: longer strokes are ruled lines
_AROUND = 0.15  # of the height of a line: what lies so close to text found belongs to it
_JOINED = 0.6  # of the height of a line: signs so close are read together
_LEAST, _MOST = 0.15, 1.4  # height of text by the usual height of a line
_WORD = 0.5  # of the usual height: what is as high may stand alone, what is less only on a line with other text
_MARGIN = 0.2  # of the height of a line, left around what is read
_MARKS = {mark: mark for mark in "，。、；：,.;:●•·—-☐□"} | dict.fromkeys("oO0〇○°", "。")
_MOST_PIECES = 40  # on a page; more are a picture


class Piece(NamedTuple):
    """A box to read, upright, on an upright page; ``mark`` is whether its ink is less high than a character."""

    corners: Corners
    mark: bool


def overlooked(image: Pixels, found: Sequence[Corners]) -> list[Piece]:
    """The dark ink like text's outside of the lines ``found``.

    Small marks count on the line of other text alone. Nothing where there is too much: the page is a picture.
    """
    if not found:
        return []
    usual = float(median(map(height, found)))
    ink = _dark_ink(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), found)
    for corners in found:
        cv2.fillPoly(ink, [_grown(corners, _AROUND * usual)], 0)
    _erase_rules(ink, max(int(_RULE * usual), 12))
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((3, max(int(_JOINED * usual), 3)), np.uint8))
    pieces = cv2.connectedComponentsWithStats(joined)[2][1:, :4].tolist()
    kept = []
    for x, y, width, high in pieces:
        box = _line_box(x, y, width, high, found, usual) if _is_like_text(width, high, usual) else None
        if box is not None:
            kept.append(Piece(box, mark=high < _WORD * usual))
    return kept if len(kept) <= _MOST_PIECES else []


def as_mark(text: str) -> str:
    """The punctuation or bullet that a small mark was read as, "" where it is none: a comma may be read as a digit."""
    return _MARKS.get(text.strip(), "")


def _dark_ink(grey: cv2.typing.MatLike, found: Sequence[Corners]) -> cv2.typing.MatLike:
    """1 where the page is about as dark as the text found on it."""
    paper = float(np.median(grey))
    darkest = [
        float(np.percentile(grey[top:bottom, x0:x1], 5))
        for x0, top, x1, bottom in (_bounds(corners, grey.shape) for corners in found)
        if x0 < x1 and top < bottom
    ]
    contrast = paper - (median(darkest) if darkest else 0.0)
    return (grey < paper - _DARK * contrast).astype(np.uint8)


def _bounds(corners: Corners, shape: Sequence[int]) -> tuple[int, int, int, int]:
    x0, top = np.floor(corners.min(axis=0)).astype(int).tolist()
    x1, bottom = np.ceil(corners.max(axis=0)).astype(int).tolist()
    return max(x0, 0), max(top, 0), min(x1, shape[1]), min(bottom, shape[0])


def _grown(corners: Corners, by: float) -> cv2.typing.MatLike:
    outwards = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]])
    return np.rint(corners + by * outwards).astype(np.int32)


def _erase_rules(ink: cv2.typing.MatLike, longest: int) -> None:
    """Take ruled lines and borders out of ``ink``."""
    for shape in ((1, longest), (longest, 1)):
        rules = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
        ink[cv2.dilate(rules, np.ones((3, 3), np.uint8)) > 0] = 0


def _is_like_text(width: int, high: int, usual: float) -> bool:
    least = _LEAST * usual
    return least <= high <= _MOST * usual and width >= least


def _line_box(x: int, y: int, width: int, high: int, found: Sequence[Corners], usual: float) -> Corners | None:
    """The box to read around a piece of ink: as high as the line it stands on; None for a small mark by itself."""
    middle = y + high / 2
    level = [corners for corners in found if corners[:, 1].min() <= middle <= corners[:, 1].max()]
    if level:
        nearest = min(level, key=lambda corners: abs(float(corners[:, 0].mean()) - x))
        top, bottom = min(float(nearest[:, 1].min()), y), max(float(nearest[:, 1].max()), y + high)
    elif high >= _WORD * usual:
        top, bottom = y - _MARGIN * usual, y + high + _MARGIN * usual
    else:
        return None
    x0, x1 = x - _MARGIN * usual, x + width + _MARGIN * usual
    return np.array([[x0, top], [x1, top], [x1, bottom], [x0, bottom]], np.float32)
