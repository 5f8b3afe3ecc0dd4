"""From the coordinates of a PDF page (origin bottom left, unrotated) to those of the page as shown."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage

from extractors.model import Box

_UPRIGHT_COSINE = 0.98  # about 11 degrees: a scan's slight tilt is upright, a watermark's 30 or 45 degrees is not


Floats = Sequence[float]


class View:
    """Turns the coordinates of a PDF page into those of the page as shown."""

    def __init__(self, left: float, bottom: float, right: float, top: float, quarter_turns: int) -> None:
        self.left, self.bottom, self.right, self.top = left, bottom, right, top
        self.quarter_turns = quarter_turns % 4
        across, down = right - left, top - bottom
        self.width, self.height = (down, across) if self.quarter_turns % 2 else (across, down)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where the point (x, y) of the PDF page is shown, from the top left."""
        if self.quarter_turns == 0:
            return x - self.left, self.top - y
        if self.quarter_turns == 1:
            return y - self.bottom, x - self.left
        if self.quarter_turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def corners(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the rectangle between two opposite corners as shown."""
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return (ax if ax < bx else bx, ay if ay < by else by, bx if ax < bx else ax, by if ay < by else ay)

    def spread(self, lefts: Floats, tops: Floats, rights: Floats, bottoms: Floats) -> tuple[list[float], ...]:
        """The same for many rectangles at once, each side given as a list: lists of lefts, tops, rights and bottoms."""
        left, bottom, right, top = self.left, self.bottom, self.right, self.top
        if self.quarter_turns == 0:
            return _after(lefts, left), _before(tops, top), _after(rights, left), _before(bottoms, top)
        if self.quarter_turns == 1:
            return _after(bottoms, bottom), _after(lefts, left), _after(tops, bottom), _after(rights, left)
        if self.quarter_turns == 2:
            return _before(rights, right), _after(bottoms, bottom), _before(lefts, right), _after(tops, bottom)
        return _before(tops, top), _before(rights, right), _before(bottoms, top), _before(lefts, right)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The same as a `Box`."""
        return Box(*self.corners(x0, y0, x1, y1))

    def upright(self, across: float, up: float) -> bool:
        """Whether text that runs in the direction (across, up) on the PDF page reads left to right as shown."""
        for _ in range(self.quarter_turns):
            across, up = up, -across
        return across > _UPRIGHT_COSINE * math.hypot(across, up)

    def holds(self, x: float, y: float) -> bool:
        """Whether a shown point lies on the page."""
        return -1 <= x <= self.width + 1 and -1 <= y <= self.height + 1


def view_of(page: PdfPage) -> View:
    """The view of a loaded page, its crop box and rotation. The caller holds the lock of pdfium."""
    shown = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, shown):
        shown.right, shown.top = 595.0, 842.0  # A4, where the file tells nothing
    return View(shown.left, shown.bottom, shown.right, shown.top, int(pdfium.FPDFPage_GetRotation(page)))


def _after(values: Floats, start: float) -> list[float]:
    return [value - start for value in values]


def _before(values: Floats, end: float) -> list[float]:
    return [end - value for value in values]
