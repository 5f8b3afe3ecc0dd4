"""What stands on a PDF page: glyphs with their boxes, and drawn lines, as pdfium gives them.

All coordinates are those of the page as shown: points, origin top left, rotation and crop box applied.
pdfium is not thread-safe: whoever calls it holds `PDFIUM_LOCK`.
"""

from __future__ import annotations

import ctypes
import math
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage, PdfTextPage

from extractors.model import Box
from extractors.pdf.drawings import drawings
from extractors.pdf.folding import fold_character, symbol_character
from extractors.pdf.view import View

PDFIUM_LOCK = threading.RLock()
"""pdfium keeps global state; no two threads may be inside it."""

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff\ufffd")
_BOLD_WEIGHT = 600


class Glyph(NamedTuple):
    """One character as drawn; a tuple, as a long contract holds hundreds of thousands."""

    char: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float  # of the font, in points as shown
    bold: bool

    @property
    def blank(self) -> bool:
        """Whether nothing is seen of it."""
        return self.char.isspace()


@dataclass(frozen=True, slots=True)
class PageContent:
    """One page: ``number`` counts from 1, ``rules`` are thin drawn lines, ``slanted`` is text not written upright."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    slanted: str
    rules: tuple[Box, ...]
    drawn: bool  # anything but text stands on it: an image, a drawing


def read_page(page: PdfPage, text_page: PdfTextPage, number: int) -> PageContent:
    """All that stands on one loaded page. The caller holds `PDFIUM_LOCK` and closes both objects."""
    view = _view_of(page)
    glyphs: list[Glyph] = []
    slanted: list[str] = []
    for glyph, upright in _glyphs(text_page, view):
        if not upright:
            slanted.append(glyph.char)
        elif view.holds((glyph.x0 + glyph.x1) / 2, glyph.baseline):
            glyphs.append(glyph)
    rules, drawn = drawings(page, view)
    return PageContent(number, view.width, view.height, tuple(glyphs), "".join(slanted).strip(), rules, drawn=drawn)


def _view_of(page: PdfPage) -> View:
    shown = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, shown):
        shown.right, shown.top = 595.0, 842.0  # A4, where the file tells nothing
    return View(shown.left, shown.bottom, shown.right, shown.top, int(pdfium.FPDFPage_GetRotation(page)))


def _glyphs(text_page: PdfTextPage, view: View) -> Iterator[tuple[Glyph, bool]]:
    """Every character the file itself holds (those pdfium made up left out), and whether it is upright."""
    handle = text_page.raw  # and pointers made once: this loop is most of the time a long contract takes
    loose, matrix, x, y = pdfium.FS_RECTF(), pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    to_loose, to_matrix, to_x, to_y = ctypes.byref(loose), ctypes.byref(matrix), ctypes.byref(x), ctypes.byref(y)
    pending, height, shown_size, upright = "", -1.0, 1.0, True
    for index in range(pdfium.FPDFText_CountChars(handle)):
        char, pending = _character(handle, index, pending)
        if not char or (char == " " and pdfium.FPDFText_IsGenerated(handle, index) == 1):
            continue
        pdfium.FPDFText_GetLooseCharBox(handle, index, to_loose)
        pdfium.FPDFText_GetCharOrigin(handle, index, to_x, to_y)
        x0, top, x1, bottom = view.corners(loose.left, loose.bottom, loose.right, loose.top)
        baseline = view.point(x.value, y.value)[1]
        if bottom - top != height:  # the next character in the same font at the same size has a box as high
            height = bottom - top
            pdfium.FPDFText_GetMatrix(handle, index, to_matrix)
            size = pdfium.FPDFText_GetFontSize(handle, index)
            sign = -1 if size < 0 else 1
            upright = view.upright(matrix.a * sign, matrix.b * sign)
            shown_size = abs(size) * math.hypot(matrix.c, matrix.d) or max(height, 1.0)
        bold = pdfium.FPDFText_GetFontWeight(handle, index) >= _BOLD_WEIGHT
        yield Glyph(char, x0, top, x1, bottom, baseline, shown_size, bold), upright


def _character(handle: object, index: int, pending: str) -> tuple[str, str]:
    """The character at ``index`` ("" for none), and the first half of a surrogate pair to keep for the next."""
    code = pdfium.FPDFText_GetUnicode(handle, index)
    if 0xD800 <= code < 0xDC00:
        return "", chr(code)
    if 0xDC00 <= code < 0xE000:
        pair = (pending + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
        return fold_character(pair) if len(pair) == 1 else "", ""
    if code in (0x09, 0xA0, 0x3000):
        return chr(code) if code == 0x3000 else " ", ""
    char = chr(code) if 0x20 <= code < 0x110000 else ""
    if not char or char in _INVISIBLE or 0x7F <= code < 0xA0:
        return "", ""
    if 0xF000 <= code < 0xF100:
        return symbol_character(char, _font_name(handle, index)), ""
    return fold_character(char), ""


def _font_name(handle: object, index: int) -> str:
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(handle, index, name, 128, flags)
    return name.value.decode("utf-8", "replace")
