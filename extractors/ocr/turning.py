"""How a page lies: turned by quarters, and askew by a few degrees."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extractors.ocr.engine import Corners, Engine, Pixels

_LONG = 4.0  # times its height: a line long enough to tell how the page lies
_ASKED = 8  # longest lines, asked whether they stand on their heads
_COMPARED = 3  # of them, read both ways to make sure
_STRAIGHT = 0.15  # degrees; less is the noise of the boxes
_MOST_ASKEW = 30.0  # degrees; a line at more is slanted on purpose


def length(corners: Corners) -> float:
    """Of a line of text, in pixels."""
    return float(np.linalg.norm(corners[1] - corners[0]) + np.linalg.norm(corners[2] - corners[3])) / 2


def height(corners: Corners) -> float:
    """Of a line of text, in pixels."""
    return float(np.linalg.norm(corners[3] - corners[0]) + np.linalg.norm(corners[2] - corners[1])) / 2


def lies_on_its_side(found: Sequence[Corners]) -> bool:
    """Whether most of the text runs up or down the page."""
    down = sum(height(corners) for corners in found if height(corners) > _LONG * length(corners))
    across = sum(length(corners) for corners in found if length(corners) > _LONG * height(corners))
    return down > across


def upside_down(engine: Engine, found: Sequence[Corners], cuts: Sequence[Pixels]) -> bool:
    """Whether the text of a page stands on its head: the classifier's word, and the proof of reading both ways."""
    longest = sorted(range(len(cuts)), key=lambda index: -max(length(found[index]), height(found[index])))
    if not engine.upside_down([cuts[index] for index in longest[:_ASKED]]):
        return False
    compared = [cuts[index] for index in longest[:_COMPARED]]
    as_is = sum(_certainty(engine, cut) for cut in compared)
    return sum(_certainty(engine, np.ascontiguousarray(np.rot90(cut, 2))) for cut in compared) > as_is


def _certainty(engine: Engine, cut: Pixels) -> float:
    read = engine.read(cut)
    return sum(character.confidence for character in read) / max(len(read), 1)


def skew(found: Sequence[Corners]) -> float:
    """By how many degrees the lines fall to the right (clockwise); 0 where they are straight or too few."""
    slopes, weights = [], []
    for corners in found:
        if length(corners) > _LONG * height(corners):
            across, down = (corners[1] + corners[2]) / 2 - (corners[0] + corners[3]) / 2
            slopes.append(math.degrees(math.atan2(down, across)))
            weights.append(length(corners))
    if not slopes:
        return 0.0
    order = np.argsort(slopes)
    half = np.searchsorted(np.cumsum(np.array(weights)[order]), sum(weights) / 2)
    angle = slopes[order[int(half)]]
    return angle if _STRAIGHT < abs(angle) < _MOST_ASKEW else 0.0


@dataclass(frozen=True, slots=True)
class Lie:
    """How a page lies: to be read it was turned left by quarters, then straightened by ``degrees`` about its middle.

    ``width`` and ``height`` are those of the page once turned, in any unit; points given and returned are in it.
    """

    quarters: int
    degrees: float
    width: float
    height: float

    def straighten(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the turned page comes to lie once straightened."""
        return self._rotated(x, y, -self.degrees)

    def on_page(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the straightened page lies on the page as given."""
        x, y = self._rotated(x, y, self.degrees)
        if self.quarters == 1:
            return self.height - y, x
        if self.quarters == 2:
            return self.width - x, self.height - y
        if self.quarters == 3:
            return y, self.width - x
        return x, y

    def scaled(self, by: float) -> Lie:
        """The same in another unit."""
        return Lie(self.quarters, self.degrees, self.width * by, self.height * by)

    def _rotated(self, x: float, y: float, degrees: float) -> tuple[float, float]:
        if not degrees:
            return x, y
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        across, down = x - self.width / 2, y - self.height / 2
        return self.width / 2 + across * cos - down * sin, self.height / 2 + across * sin + down * cos
