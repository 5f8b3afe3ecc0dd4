"""What stands on a PDF page: glyphs with their boxes, and drawn lines, as pdfium gives them.

All coordinates are those of the page as shown: points, origin top left, rotation and crop box applied.
pdfium is not thread-safe: whoever calls it holds `PDFIUM_LOCK`.
"""

from __future__ import annotations

import ctypes
import math
import re
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from itertools import compress, pairwise, repeat
from operator import attrgetter, ne
from typing import NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage, PdfTextPage

from extractors.model import Box
from extractors.pdf import native
from extractors.pdf.annotations import Remark
from extractors.pdf.drawings import drawings
from extractors.pdf.folding import fold_character, fold_text, symbol_character
from extractors.pdf.view import View, view_of

PDFIUM_LOCK = threading.RLock()
"""pdfium keeps global state; no two threads may be inside it."""

_SPECIAL = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200d\u2060\ud800-\udfff\uf000-\uf0ff\ufeff\ufffd-\uffff]")
"""Codes that are no plain character: controls, spaces, what is not seen, half pairs, symbol fonts."""

_BOLD_WEIGHT = 600
_WATERMARK_SIZE = 24.0  # points; a contract's own text in so large a type is its title, in black
_PALE = 150  # of 255 on white paper, in each colour


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


_LEFT, _RIGHT = attrgetter("x0"), attrgetter("x1")
_make_glyph = partial(tuple.__new__, Glyph)  # what Glyph._make does, without its check of the length


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
    comments: tuple[Remark, ...] = ()


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
    view = view_of(page)
    glyphs: list[Glyph] = []
    apart: dict[_Kind, str] = {_Kind.SLANTED: "", _Kind.WATERMARK: ""}
    for run, kind in _runs(text_page, view):
        if kind is _Kind.TEXT:
            glyphs += run
        else:
            apart[kind] += "".join(glyph.char for glyph in run)
    rules, drawn = drawings(page, view)
    slanted, watermark = (text.strip() for text in apart.values())
    return PageContent(number, view.width, view.height, tuple(glyphs), slanted, rules, drawn, watermark)


def _runs(text_page: PdfTextPage, view: View) -> Iterator[tuple[list[Glyph], _Kind]]:
    """The characters the file itself holds (those pdfium made up left out), in runs of one style.

    Of most characters only code and box are asked for: what has a box as high at the same height is of the same
    style, but for its weight. A long contract has hundreds of thousands, so they are worked on by the list.
    """
    handle = native.address(text_page.raw)
    count = max(pdfium.FPDFText_CountChars(text_page.raw), 0)
    every = _characters(text_page, native.codes(handle, count))
    boxes = view.spread(*native.loose_boxes(handle, count))
    indexes = list(compress(range(count), every))
    chars = list(compress(every, every))
    x0s, tops, x1s, bottoms = (list(compress(sides, every)) for sides in boxes)
    heights = list(zip(tops, bottoms, strict=True))
    changes = list(compress(range(len(chars)), map(ne, heights, [None, *heights])))
    for start, end in pairwise([*changes, len(chars)]):
        style = _style(text_page, indexes[start], view, bottoms[start] - tops[start])
        bold: Iterable[bool] = repeat(style.bold)
        if style.bold:
            bold = [native.weight(handle, index) >= _BOLD_WEIGHT for index in indexes[start:end]]
        part = slice(start, end)
        alike = repeat(style.baseline), repeat(style.size), bold
        fields = zip(chars[part], x0s[part], tops[part], x1s[part], bottoms[part], *alike, strict=False)
        yield _shown(list(map(_make_glyph, fields)), style.baseline, view), style.kind


def _shown(run: list[Glyph], baseline: float, view: View) -> list[Glyph]:
    """Those glyphs of a run that lie on the page."""
    if view.holds(min(map(_LEFT, run)), baseline) and view.holds(max(map(_RIGHT, run)), baseline):
        return run
    return [glyph for glyph in run if view.holds((glyph.x0 + glyph.x1) / 2, baseline)]


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
    text = "".join(map(chr, codes))
    chars = list(fold_text(text))
    for match in _SPECIAL.finditer(text):
        at = match.start()
        chars[at] = _special(text_page, codes, at)
    return chars


def _special(text_page: PdfTextPage, codes: list[int], at: int) -> str:
    """The character that a code stands for which is no plain character."""
    code = codes[at]
    if code == 0x20:
        return "" if pdfium.FPDFText_IsGenerated(text_page.raw, at) == 1 else " "
    if code in (0x09, 0xA0):
        return " "
    if 0xD800 <= code < 0xE000:
        return _second_half(codes[at - 1] if at else 0, code)
    if 0xF000 <= code < 0xF100:
        return symbol_character(chr(code), _font_name(text_page.raw, at))
    return ""


def _second_half(before: int, code: int) -> str:
    """The character of a surrogate pair, where ``code`` is the second half of one; else ""."""
    if not (0xD800 <= before < 0xDC00 <= code < 0xE000):
        return ""
    return fold_character(chr(0x10000 + ((before - 0xD800) << 10) + code - 0xDC00))


def _font_name(handle: object, index: int) -> str:
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(handle, index, name, 128, flags)
    return name.value.decode("utf-8", "replace")
