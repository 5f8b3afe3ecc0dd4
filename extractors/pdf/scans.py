"""Pages whose text has to be recognised: scans, and pages whose text layer is nonsense."""

from __future__ import annotations

import ctypes
from contextlib import closing
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from extractors.model import Notice
from extractors.pdf.assembly import Reading
from extractors.pdf.characters import PDFIUM_LOCK, PageContent
from extractors.pdf.grids import find_grids
from extractors.pdf.legible import is_legible
from extractors.pdf.tables import may_hold_table, take_tables

if TYPE_CHECKING:
    from extractors.ocr.engine import Pixels
    from extractors.ocr.sheet import Sheet
    from extractors.text import Progress

_DPI = 200
_LONGEST_SIDE = 4000  # pixels; a page may claim to be as large as a wall
_FEW = 60  # characters: the stamp of a scanning program, a page number, a typed header
_MOST_OF_PAGE = 0.5  # of the page's area under pictures makes it a scan
_AS_MUCH = 0.5  # of the characters of a text layer: if less is recognised, the layer was right after all
_BLANK = 3.0  # grey levels a page without anything on it may vary by


def read_scan(reading: Reading, document: PdfDocument, page: PageContent, progress: Progress | None) -> bool:
    """Add ``page`` to what has been read by recognition if that is how it has to be read; whether this was done.

    ``progress`` is told line by line. Not done for pages with a sound text layer, and where nothing is recognised.
    """
    visible = [glyph.char for glyph in page.glyphs if not glyph.blank]
    garbled = not is_legible(visible)
    scanned = not visible or (len(visible) < _FEW and page.drawn and _is_picture(document, page.number))
    if not garbled and not scanned:
        return False
    picture = _picture_of(document, page.number - 1)
    if picture is None or picture[0].std() < _BLANK:
        return False
    sheet = _recognised(picture, page, reading.count, progress)
    if len(sheet.seen) <= _AS_MUCH * len(visible):
        return False
    add_sheet(reading, sheet, "文字层为乱码" if garbled else "为扫描件")
    return True


def add_sheet(reading: Reading, sheet: Sheet, reason: str) -> None:
    """Add a recognised page to what has been read, with its tables, and notices that ask to check it."""
    page, number = sheet.page, sheet.page.number
    if may_hold_table(page):
        first_table = reading.rows[-1].table + 1 if reading.rows else 0
        page, rows = take_tables(page, find_grids(page.rules), first_table)
        reading.rows += rows
    reading.pages.append(page)
    reading.places[number] = sheet.places
    reading.notices.append(Notice("page-recognised", f"第 {number} 页{reason}，已识别文字，请核对", number))
    if sheet.poor:
        message = f"第 {number} 页图像不清，部分文字可能识别有误，请对照原件核对"
        reading.notices.append(Notice("page-doubtful", message, number))


def _recognised(picture: tuple[Pixels, float], page: PageContent, count: int, progress: Progress | None) -> Sheet:
    from extractors.ocr.recognition import recognise

    def tell(fraction: float) -> None:
        if progress:
            progress(f"正在识别第 {page.number} 页，共 {count} 页", (page.number - 1 + fraction) / count)

    pixels, points = picture
    return recognise(pixels, page.number, points, tell)


def _picture_of(document: PdfDocument, index: int) -> tuple[Pixels, float] | None:
    """The page as shown, in colour, and how many points a pixel has; None where it cannot be drawn."""
    import numpy as np

    with PDFIUM_LOCK:
        try:
            with closing(document[index]) as page:
                scale = min(_DPI / 72, _LONGEST_SIDE / max(*page.get_size(), 1.0))
                with closing(page.render(scale=scale)) as bitmap:
                    pixels = np.array(bitmap.to_numpy()[:, :, :3], dtype=np.uint8)  # a copy: the bitmap goes
        except PdfiumError:
            return None
    return pixels, 1 / scale


def _is_picture(document: PdfDocument, number: int) -> bool:
    """Whether pictures cover most of a page."""
    with PDFIUM_LOCK:
        try:
            with closing(document[number - 1]) as page:
                width, height = page.get_size()
                return bool(_pictured(page) >= _MOST_OF_PAGE * width * height)
        except PdfiumError:
            return False


def _pictured(page: PdfPage) -> float:
    """The area of all pictures of a page, in square points."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    area = 0.0
    for picture in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,)):
        if pdfium.FPDFPageObj_GetBounds(picture.raw, left, bottom, right, top):
            area += (right.value - left.value) * (top.value - bottom.value)
    return area
