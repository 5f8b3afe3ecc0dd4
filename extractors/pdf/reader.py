"""A text PDF in, a `Document` out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from extractors.errors import (
    DamagedFileError,
    EmptyFileError,
    FileVanishedError,
    NoTextError,
    PasswordNeededError,
    TooLargeError,
    WrongExtensionError,
)
from extractors.model import Document, FileKind, Notice
from extractors.pdf.annotations import comments, make_fields_text
from extractors.pdf.assembly import Reading, assemble
from extractors.pdf.characters import PDFIUM_LOCK, PageContent, read_page
from extractors.pdf.grids import find_grids
from extractors.pdf.password import unlocked_pdf
from extractors.pdf.scans import read_scan
from extractors.pdf.tables import may_hold_table, take_tables
from extractors.text import Progress

_LARGEST = 200 * 1024 * 1024  # bytes
_MOST_PAGES = 3000
_HEADER_WITHIN = 1024  # bytes: ISO 32000-1, annex H, note 13
_TRAILER_WITHIN = 2048  # bytes


def read_pdf(path: Path, progress: Progress | None = None, password: str | None = None) -> Document:
    """The contract in the PDF file at ``path``.

    ``progress`` is told of every page; ``password`` opens an encrypted file.

    Raises the `UnreadableFileError` that fits: the file is gone, empty, too
    large, no PDF, damaged, protected by a password, or without any text. Scanned pages are recognised; pages on
    which nothing can be are left out with a notice. `CancelledError` from ``progress`` passes through.
    """
    data = _bytes_of(path)
    reading = _read_pages(unlocked_pdf(data, password), progress)
    if not any(page.glyphs for page in reading.pages) and not reading.rows:
        if reading.pages:
            raise NoTextError
        raise DamagedFileError("no page could be loaded")
    if b"%%EOF" not in data[-_TRAILER_WITHIN:]:
        reading.notices.append(Notice("file-cut-off", "文件末尾不完整，可能缺少部分内容，请核对原件。"))
    document = assemble(reading, path, FileKind.PDF, data)
    if not document.text.strip():
        raise NoTextError
    return document


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise TooLargeError
        data = path.read_bytes()
    except OSError as error:
        raise FileVanishedError(type(error).__name__) from error
    if not data:
        raise EmptyFileError
    if b"%PDF" not in data[:_HEADER_WITHIN]:
        raise WrongExtensionError
    return data


@contextmanager
def _opened(data: bytes) -> Iterator[PdfDocument]:
    """The file opened by pdfium; closed at the end in any case."""
    with PDFIUM_LOCK:
        try:
            document = PdfDocument(data)
        except PdfiumError as error:
            if error.err_code == pdfium.FPDF_ERR_PASSWORD:
                raise PasswordNeededError from error
            raise DamagedFileError(str(error)) from error
    try:
        yield document
    finally:
        with PDFIUM_LOCK:
            document.close()


def _read_pages(data: bytes, progress: Progress | None) -> Reading:
    reading = Reading()
    with _opened(data) as document:
        count = reading.count = len(document)
        if count > _MOST_PAGES:
            raise TooLargeError(f"{count} pages")
        for index in range(count):
            if progress:
                progress(f"正在读取第 {index + 1} 页，共 {count} 页", index / count)
            page = _read_page(document, index)
            if page is None:
                reading.notices.append(Notice("page-damaged", f"第 {index + 1} 页已损坏，未能读取", index + 1))
            elif not read_scan(reading, document, page, progress):
                _take_page(reading, page)
    if progress:
        progress("正在整理段落", 1.0)
    return reading


def _read_page(document: PdfDocument, index: int) -> PageContent | None:
    """The page at ``index``; None where it is broken."""
    with PDFIUM_LOCK:
        try:
            with closing(document[index]) as page:
                noted = comments(page)
                if not make_fields_text(page):
                    return replace(_content(page, index + 1), comments=noted)
            with closing(document[index]) as page:
                return replace(_content(page, index + 1), comments=noted)
        except PdfiumError:
            return None


def _content(page: PdfPage, number: int) -> PageContent:
    with closing(page.get_textpage()) as text_page:
        return read_page(page, text_page, number)


def _take_page(reading: Reading, page: PageContent) -> None:
    """Add a page: its tables by rows, the rest as glyphs, and a notice where nothing can be read on it."""
    number = page.number
    if not any(not glyph.blank for glyph in page.glyphs) and page.drawn:
        message = f"第 {number} 页没有识别出文字，请核对原件"
        reading.notices.append(Notice("page-without-text", message, number))
    if len(page.slanted) > len(page.glyphs):
        message = f"第 {number} 页的文字是旋转排列的，未并入正文，请核对原件"
        reading.notices.append(Notice("page-rotated", message, number))
    if page.glyphs and may_hold_table(page):
        first_table = reading.rows[-1].table + 1 if reading.rows else 0
        page, rows = take_tables(page, find_grids(page.rules), first_table)
        reading.rows += rows
    reading.pages.append(page)
