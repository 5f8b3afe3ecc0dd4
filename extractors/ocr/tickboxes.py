"""Boxes to tick: the engine knows □, but reads ☑, ☒ and what is ticked by hand as a blank."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np

from extractors.ocr.characters import ReadLine
from extractors.ocr.engine import Corners, Pixels, ReadCharacter
from extractors.ocr.turning import height, length

_SMALLEST, _LARGEST = 0.4, 1.0  # sides by the height of a line of text
_SQUARE = 1.3  # times as wide as high at most, and the reverse
_BORDER = 0.3  # of a side: where its border is looked for, as a tick by hand may widen the box
_WHOLE = 0.8  # of a border inked
_MARGIN = 0.2  # of a side: what lies within counts as border, not as inside
_ROOM = 1.5  # half sides between the middles of a box and of another sign
_TICKED = 0.08  # of the inside inked
_SURE = 0.9  # confidence of a box, which no model has judged
_PALE = 12  # grey levels that ink is darker than its surroundings
_LOOKALIKES = "口囗"
_WORDS = "头岸径碑令吻腔味号感供述粮"  # 口头, 口岸: with these 口 is no box
_BEFORE_BOX = "（(：:；;，,、。.）) "


class TickBox(NamedTuple):
    """A square on the page, in pixels."""

    x0: int
    top: int
    x1: int
    bottom: int
    ticked: bool

    @property
    def character(self) -> ReadCharacter:
        """The box as a character of a line that holds nothing else."""
        return ReadCharacter("☑" if self.ticked else "□", 0.5, _SURE)


def find_tick_boxes(image: Pixels, text_height: float) -> list[TickBox]:
    """The squares with four drawn sides about as high as text; ``text_height`` is that of a line in pixels.

    口 and 国 are such squares as well: what the engine reads at their place decides.
    """
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    ink = cv2.adaptiveThreshold(grey, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, blockSize=31, C=_PALE)
    side = max(int(_SMALLEST * text_height), 5)
    thick = cv2.dilate(ink, np.ones((2, 2), np.uint8))  # a line askew by a degree steps down by a pixel
    across = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, side), np.uint8))
    down = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((side, 1), np.uint8))
    strokes = cv2.bitwise_or(across, down)
    found = []
    for x, y, width, high in cv2.connectedComponentsWithStats(strokes)[2][1:, :4].tolist():
        smaller, larger = sorted((width, high))
        if smaller < side or larger > _LARGEST * text_height or larger > _SQUARE * smaller:
            continue
        if _bordered(strokes[y : y + high, x : x + width]):
            found.append(TickBox(x, y, x + width, y + high, _is_ticked(ink[y : y + high, x : x + width])))
    return found


def _bordered(part: cv2.typing.MatLike) -> bool:
    """Whether ink runs along all four sides."""
    bands = max(int(_BORDER * min(part.shape)), 2)
    rows, columns = part.mean(axis=1), part.mean(axis=0)
    sides = (rows[:bands], rows[-bands:], columns[:bands], columns[-bands:])
    return all(float(side.max()) >= _WHOLE for side in sides)


def _is_ticked(part: cv2.typing.MatLike) -> bool:
    margin = max(int(_MARGIN * min(part.shape)) + 1, 3)
    inside = part[margin:-margin, margin:-margin]
    return bool(inside.size and float(inside.mean()) > _TICKED)


def with_tick_boxes(line: ReadLine, boxes: Sequence[TickBox]) -> ReadLine:
    """``line`` with the boxes that stand on it where the engine read a blank, nothing, or a lookalike."""
    characters = list(line.characters)
    for box in boxes:
        at = _place(line.corners, box)
        if at is not None:
            _put(characters, box, at, (box.x1 - box.x0) / 2 / length(line.corners))
    return ReadLine(line.corners, tuple(characters))


def _place(corners: Corners, box: TickBox) -> float | None:
    """Where the middle of the box stands, as a fraction of the line's length; None where it is not on the line."""
    start, end = (corners[0] + corners[3]) / 2, (corners[1] + corners[2]) / 2
    middle = np.array([(box.x0 + box.x1) / 2, (box.top + box.bottom) / 2])
    along = end - start
    if not along.any():
        return None
    at = float((middle - start) @ along / (along @ along))
    off = float(np.linalg.norm(middle - start - at * along))
    return at if 0 <= at <= 1 and off < height(corners) / 3 and box.bottom - box.top < height(corners) else None


def _put(characters: list[ReadCharacter], box: TickBox, at: float, half: float) -> None:
    """Put the box among a line's characters; ``at`` and ``half`` its width are fractions of the line's length."""
    inside = [
        index for index, each in enumerate(characters) if not each.char.isspace() and abs(each.at - at) < _ROOM * half
    ]
    if inside:
        index = inside[0]
        if _is_box(characters, index):
            characters[index] = characters[index]._replace(char=box.character.char, confidence=_SURE)
        return
    index = sum(each.at < at for each in characters if not each.char.isspace())
    seen = [place for place, each in enumerate(characters) if not each.char.isspace()]
    after = seen[index] if index < len(seen) else len(characters)
    before = seen[index - 1] + 1 if index else 0
    characters[before:after] = [box.character._replace(at=at)]  # in place of the blanks read there


def _is_box(characters: Sequence[ReadCharacter], index: int) -> bool:
    """Whether a lookalike stands where a box would, and not in a word."""
    before = characters[index - 1].char if index else " "
    after = characters[index + 1].char if index + 1 < len(characters) else " "
    return characters[index].char in _LOOKALIKES and before in _BEFORE_BOX and after not in _WORDS
