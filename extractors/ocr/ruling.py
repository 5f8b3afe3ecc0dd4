"""The ruled lines of a scan: borders of tables, and the lines under blanks to be filled in."""

from __future__ import annotations

import cv2
import numpy as np

from extractors.model import Box
from extractors.ocr.engine import Pixels
from extractors.ocr.turning import Lie

_LONGER = 1.2  # times the height of a line of text: no stroke of a character is so long, but a dash is
_HIGHER = 1.6  # likewise for vertical lines, as the rows of a table may be narrow
_THICKEST = 3.0  # points
_DARKER = 12  # grey levels below the surroundings
_AROUND = 31  # pixels of surroundings
_MOST_RULES = 2_000  # more are a picture


def find_rules(image: Pixels, lie: Lie, text_height: float, points: float) -> tuple[Box, ...]:
    """The thin straight lines of the turned page once straightened, in points; ``text_height`` is in pixels."""
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    if lie.degrees:
        middle = (grey.shape[1] / 2, grey.shape[0] / 2)
        turn = cv2.getRotationMatrix2D(middle, lie.degrees, 1.0)
        grey = cv2.warpAffine(grey, turn, (grey.shape[1], grey.shape[0]), borderMode=cv2.BORDER_REPLICATE)
    ink = cv2.adaptiveThreshold(
        grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, blockSize=_AROUND, C=_DARKER
    )
    across = _strokes(ink, (max(int(_LONGER * text_height), 20), 1), points)
    down = _strokes(ink, (1, max(int(_HIGHER * text_height), 20)), points)
    return (*across, *down) if len(across) + len(down) <= _MOST_RULES else ()


def _strokes(ink: cv2.typing.MatLike, longest: tuple[int, int], points: float) -> list[Box]:
    """The thin strokes at least as long and high as ``longest``; a line wavers by a pixel, underscores have seams."""
    along, aside = ((2, 1), (1, 3)) if longest[0] == 1 else ((1, 2), (3, 1))
    seamless = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones(along, np.uint8))
    wavering = cv2.dilate(seamless, np.ones(aside, np.uint8))
    opened = cv2.morphologyEx(wavering, cv2.MORPH_OPEN, np.ones((longest[1], longest[0]), np.uint8))
    boxes = cv2.connectedComponentsWithStats(opened)[2][1:, :4].tolist()
    found = [Box(x * points, y * points, (x + across) * points, (y + down) * points) for x, y, across, down in boxes]
    return [box for box in found if min(box.x1 - box.x0, box.bottom - box.top) <= _THICKEST]
