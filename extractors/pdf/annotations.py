"""What stands on a PDF page apart from its content: comments made by readers, and what was filled into form fields."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage

from extractors.model import Box
from extractors.pdf.view import View, view_of

_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?")
_COMMENTS = frozenset(
    {
        pdfium.FPDF_ANNOT_TEXT,
        pdfium.FPDF_ANNOT_FREETEXT,
        pdfium.FPDF_ANNOT_HIGHLIGHT,
        pdfium.FPDF_ANNOT_UNDERLINE,
        pdfium.FPDF_ANNOT_SQUIGGLY,
        pdfium.FPDF_ANNOT_STRIKEOUT,
        pdfium.FPDF_ANNOT_CARET,
        pdfium.FPDF_ANNOT_SQUARE,
        pdfium.FPDF_ANNOT_CIRCLE,
        pdfium.FPDF_ANNOT_LINE,
        pdfium.FPDF_ANNOT_INK,
        pdfium.FPDF_ANNOT_STAMP,
    }
)  # a popup only repeats what its comment says
_LONGEST = 64 * 1024  # bytes of one comment
_MOST = 5_000  # annotations on one page; more are hostile


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment on a page; ``box`` is what it marks, ``date`` is None where the file tells none."""

    author: str
    date: datetime | None
    text: str
    box: Box


def comments(page: PdfPage) -> tuple[Remark, ...]:
    """The comments on a page, in the file's order. The caller holds the lock of pdfium."""
    view = view_of(page)
    found = (_remark(annotation, view) for annotation, kind in _annotations(page) if kind in _COMMENTS)
    return tuple(remark for remark in found if remark.text)


def make_fields_text(page: PdfPage) -> bool:
    """Make what the form fields of a page show part of the page, in memory only; whether there was any.

    Comments stay out of it: one written on the page itself would be read as words of the contract.
    The page has to be loaded anew afterwards. The caller holds the lock of pdfium.
    """
    if not any(kind == pdfium.FPDF_ANNOT_WIDGET for _, kind in _annotations(page)):
        return False
    for annotation, kind in _annotations(page):
        if kind in _COMMENTS:
            pdfium.FPDFAnnot_SetFlags(annotation, pdfium.FPDFAnnot_GetFlags(annotation) | pdfium.FPDF_ANNOT_FLAG_HIDDEN)
    return bool(pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS)


def _annotations(page: PdfPage) -> Iterator[tuple[object, int]]:
    """Each annotation of a page, open until the next is asked for, and its subtype."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            yield annotation, int(pdfium.FPDFAnnot_GetSubtype(annotation))
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _remark(annotation: object, view: View) -> Remark:
    marked = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, marked)
    box = view.box(marked.left, marked.bottom, marked.right, marked.top)
    return Remark(_entry(annotation, b"T"), _date(_entry(annotation, b"M")), _entry(annotation, b"Contents"), box)


def _entry(annotation: object, key: bytes) -> str:
    length = min(pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0), _LONGEST)
    buffer = ctypes.create_string_buffer(length + 2)
    target = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFAnnot_GetStringValue(annotation, key, target, length)
    return buffer.raw[:length].decode("utf-16-le", "ignore").rstrip("\0").strip()


def _date(text: str) -> datetime | None:
    """A PDF date (ISO 32000-1, 7.9.4: D:YYYYMMDDHHmmSS…) by its author's clock."""
    match = _DATE.match(text)
    if not match:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    try:
        return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - as the author's clock showed
    except ValueError:
        return None
