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
from enum import Enum, auto
from typing import NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage, PdfTextPage

from extractors.model import Box
from extractors.pdf import native
from extractors.pdf.drawings import drawings
from extractors.pdf.folding import fold_character, symbol_character
from extractors.pdf.view import View

PDFIUM_LOCK = threading.RLock()
"""pdfium keeps global state; no two threads may be inside it."""

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff\ufffd")
_BOLD_WEIGHT = 600
_WATERMARK_SIZE = 24.0  # points; a contract's own text in so large a type is its title, in black
_PALE = 150  # of 255 on white paper, in each colour
_CONTROL = 0x1F
_PLAIN = frozenset(range(0x4E00, 0xA000))  # most of a contract, and nothing to ask about


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
    """One page: ``number`` counts from 1, ``rules`` are thin drawn lines.

    ``slanted`` is text not written upright, ``watermark`` large pale text behind the contract's own.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    slanted: str
    rules: tuple[Box, ...]
    drawn: bool  # anything but text stands on it: an image, a drawing
    watermark: str = ""


class _Kind(Enum):
    """What characters of one style are to the contract."""

    TEXT = auto()
    SLANTED = auto()
    WATERMARK = auto()


class _Style(NamedTuple):
    """What neighbouring characters have in common: those of one font at one size on one line."""

    baseline: float
    size: float
    bold: bool
    kind: _Kind


def read_page(page: PdfPage, text_page: PdfTextPage, number: int) -> PageContent:
    """All that stands on one loaded page. The caller holds `PDFIUM_LOCK` and closes both objects."""
    view = _view_of(page)
    glyphs: list[Glyph] = []
    apart: dict[_Kind, list[str]] = {_Kind.SLANTED: [], _Kind.WATERMARK: []}
    for glyph, kind in _glyphs(text_page, view):
        if kind is not _Kind.TEXT:
            apart[kind].append(glyph.char)
        elif view.holds((glyph.x0 + glyph.x1) / 2, glyph.baseline):
            glyphs.append(glyph)
    rules, drawn = drawings(page, view)
    slanted, watermark = ("".join(chars).strip() for chars in apart.values())
    return PageContent(number, view.width, view.height, tuple(glyphs), slanted, rules, drawn, watermark)


def _view_of(page: PdfPage) -> View:
    shown = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, shown):
        shown.right, shown.top = 595.0, 842.0  # A4, where the file tells nothing
    return View(shown.left, shown.bottom, shown.right, shown.top, int(pdfium.FPDFPage_GetRotation(page)))


def _glyphs(text_page: PdfTextPage, view: View) -> Iterator[tuple[Glyph, _Kind]]:
    """Every character the file itself holds (those pdfium made up left out), and what it is.

    Of most characters only code and box are asked for: what a box as high at the same height holds is of the same
    style, but for its weight.
    """
    handle = native.address(text_page.raw)
    count = max(pdfium.FPDFText_CountChars(text_page.raw), 0)
    chars = _characters(text_page, native.codes(handle, count))
    boxes = view.spread(*native.loose_boxes(handle, count))
    last_top = last_bottom = -1.0
    style = _Style(0.0, 1.0, bold=False, kind=_Kind.TEXT)
    for index, (char, x0, top, x1, bottom) in enumerate(zip(chars, *boxes, strict=True)):
        if not char:
            continue
        if top != last_top or bottom != last_bottom:
            last_top, last_bottom = top, bottom
            style = _style(text_page, index, view, bottom - top)
        bold = style.bold and native.weight(handle, index) >= _BOLD_WEIGHT
        yield Glyph(char, x0, top, x1, bottom, style.baseline, style.size, bold), style.kind


def _style(text_page: PdfTextPage, index: int, view: View, height: float) -> _Style:
    """The style of the character at ``index``, whose box is ``height`` points high."""
    handle, matrix, x, y = text_page.raw, pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(handle, index, x, y)
    pdfium.FPDFText_GetMatrix(handle, index, matrix)
    size = pdfium.FPDFText_GetFontSize(handle, index)
    sign = -1 if size < 0 else 1
    shown_size = abs(size) * math.hypot(matrix.c, matrix.d) or max(height, 1.0)
    kind = _Kind.TEXT
    if not view.upright(matrix.a * sign, matrix.b * sign):
        kind = _Kind.SLANTED
    elif shown_size >= _WATERMARK_SIZE and _is_pale(handle, index):
        kind = _Kind.WATERMARK
    bold = pdfium.FPDFText_GetFontWeight(handle, index) >= _BOLD_WEIGHT
    return _Style(view.point(x.value, y.value)[1], shown_size, bold, kind)


def _is_pale(handle: object, index: int) -> bool:
    """Whether a character is drawn in a light or nearly transparent colour: text to be read is not."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFText_GetFillColor(handle, index, red, green, blue, alpha):
        return False
    opaque = alpha.value / 255
    return all(255 - opaque * (255 - part.value) >= _PALE for part in (red, green, blue))


def _characters(text_page: PdfTextPage, codes: list[int]) -> list[str]:
    """The character of each code, folded; "" where there is none, or pdfium made it up."""
    chars = [fold_character(chr(code)) if code > _CONTROL else "" for code in codes]
    for index, code in enumerate(codes):
        if code in _PLAIN:
            continue
        if code == 0x20:
            if pdfium.FPDFText_IsGenerated(text_page.raw, index) == 1:
                chars[index] = ""
        elif 0xD800 <= code < 0xE000:
            chars[index] = _second_half(codes[index - 1] if index else 0, code)
        elif code in (0x09, 0xA0):
            chars[index] = " "
        elif 0xF000 <= code < 0xF100:
            chars[index] = symbol_character(chr(code), _font_name(text_page.raw, index))
        elif chars[index] in _INVISIBLE or 0x7F <= code < 0xA0:
            chars[index] = ""
    return chars


def _second_half(before: int, code: int) -> str:
    """The character of a surrogate pair, where ``code`` is the second half of one; else ""."""
    if not (0xD800 <= before < 0xDC00 <= code < 0xE000):
        return ""
    return fold_character(chr(0x10000 + ((before - 0xD800) << 10) + code - 0xDC00))


def _font_name(handle: object, index: int) -> str:
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(handle, index, name, 128, flags)
    return name.value.decode("utf-8", "replace")
