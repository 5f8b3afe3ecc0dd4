"""A picture of a contract in, a `Document` out."""

from __future__ import annotations

from pathlib import Path

from extractors.errors import DamagedFileError, NoTextError
from extractors.model import Document, FileKind, Notice
from extractors.ocr.images import PageImage, pages_of
from extractors.ocr.recognition import recognise
from extractors.pdf.assembly import Reading, assemble
from extractors.pdf.scans import add_sheet
from extractors.text import Progress, read_bytes


def read_image(path: Path, progress: Progress | None = None) -> Document:
    """The contract in the picture at ``path``: JPEG, PNG, TIFF (of many pages), BMP, WebP.

    ``progress`` is told of every page and line, and may raise `CancelledError`. Boxes are in points of the page as
    `page_images` gives it. Each page has a notice that it was recognised.

    Raises:
        UnreadableFileError: the one that fits: gone, empty, no picture, damaged, too large, or without any text.
    """
    data = read_bytes(path)
    reading = Reading()
    damaged = 0
    for page in pages_of(data):
        reading.count = page.count
        if page.pixels is None:
            damaged += 1
            reading.notices.append(Notice("page-damaged", f"第 {page.number} 页已损坏，未能读取", page.number))
            continue
        _take(reading, page, progress)
    if damaged == reading.count:
        raise DamagedFileError
    document = assemble(reading, path, FileKind.IMAGE, data)
    if not document.text.strip():
        raise NoTextError
    return document


def _take(reading: Reading, page: PageImage, progress: Progress | None) -> None:
    assert page.pixels is not None  # noqa: S101 - its caller has looked

    def tell(fraction: float) -> None:
        if progress:
            progress(f"正在识别第 {page.number} 页，共 {page.count} 页", (page.number - 1 + fraction) / page.count)

    sheet = recognise(page.pixels, page.number, page.points, tell)
    if sheet.seen:
        add_sheet(reading, sheet, "为图片")
    else:
        message = f"第 {page.number} 页没有识别出文字，请核对原件"
        reading.notices.append(Notice("page-without-text", message, page.number))
