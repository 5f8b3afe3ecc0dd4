"""Plain text and Markdown files, and pasted text: one block per line that is not empty."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from extractors import markdown
from extractors.box_tables import BoxRow, without_boxes
from extractors.errors import EmptyFileError, WrongExtensionError
from extractors.model import BlockKind, Document, FileKind, TextPlace
from extractors.text import DocumentBuilder, PlaceAt, Progress, read_bytes

_MARKDOWN: Final = frozenset((".md", ".markdown"))
_STAGE: Final = "正在读取正文"
_LINES_PER_REPORT: Final = 500
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
_TEXT_PER_CONTROL: Final = 100  # characters of text to one control character: below that it is no text
_WIDE_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CODED: Final = ("utf-8-sig", "gb18030")  # GB18030 reads GBK and GB2312 too; it takes almost any bytes, so it is last


def read_plain(path: Path, progress: Progress | None = None) -> Document:
    """A text file, or a Markdown file by its name (.md, .markdown), as a document with a `TextPlace` per line.

    UTF-8, UTF-16 (with a byte order mark) and GB18030 are read. Raises
    `FileVanishedError`, `EmptyFileError`, `TooLargeError`, or `WrongExtensionError` for anything but text.
    """
    tell: Progress = progress or (lambda _stage, _done: None)
    tell(_STAGE, 0.0)
    data = read_bytes(path)
    text = _decoded(data)
    marked_up = path.suffix.lower() in _MARKDOWN
    builder = DocumentBuilder()
    if marked_up:
        _add_markdown(builder, text, tell)
    else:
        _add_lines(builder, text, tell)
    if not builder.blocks:
        raise EmptyFileError
    tell(_STAGE, 1.0)
    return builder.build(path, FileKind.MARKDOWN if marked_up else FileKind.TEXT, data)


def document_from_text(text: str, name: str = "文本.txt") -> Document:
    """Text from the clipboard or from a test as a document; text without any characters gives one without blocks."""
    builder = DocumentBuilder()
    _add_lines(builder, _with_line_feeds(text), lambda _stage, _done: None)
    return builder.build(Path(name), FileKind.TEXT, text.encode("utf-8", "surrogatepass"))


def _decoded(data: bytes) -> str:
    """The bytes as text with line feeds; `WrongExtensionError` where they are no text."""
    if data.startswith(_WIDE_MARKS):
        codings: tuple[str, ...] = ("utf-16",)
    elif b"\0" in data:
        raise WrongExtensionError("binary")
    else:
        codings = _CODED
    for coding in codings:
        try:
            text = data.decode(coding)
        except UnicodeDecodeError:
            continue
        if len(_CONTROL.findall(text)) * _TEXT_PER_CONTROL > len(text):
            break
        return _with_line_feeds(text)
    raise WrongExtensionError("no text in a known coding")


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _place(line: int) -> PlaceAt:
    return lambda span: TextPlace(span, line)


def _lines(text: str, tell: Progress) -> Iterator[tuple[int, str]]:
    """The lines that are not empty, counted from 1."""
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if number % _LINES_PER_REPORT == 0:
            tell(_STAGE, number / len(lines))
        if line.strip():
            yield number, line


def _add_lines(builder: DocumentBuilder, text: str, tell: Progress) -> None:
    table = -1
    for item in without_boxes(list(_lines(text, tell))):
        if isinstance(item, list):
            table += 1
            _add_table(builder, item, table)
            continue
        number, line = item
        builder.begin()
        builder.add(line, _place(number))
        builder.end()


def _add_table(builder: DocumentBuilder, rows: Sequence[BoxRow], table: int) -> None:
    for row in rows:
        _add_row(builder, row, table)


def _add_row(builder: DocumentBuilder, row: BoxRow, table: int) -> None:
    """A row of a drawn table; what goes on in the next line of a cell is joined, with a space between Latin words."""
    builder.begin()
    for index, cell in enumerate(row.cells):
        if index:
            builder.add("\t")
        before = ""
        for piece in cell:
            if before[-1:].isascii() and before[-1:].isalnum() and piece.text[0].isascii():
                builder.add(" ")
            builder.add(piece.text, _place(piece.line))
            before = piece.text
    builder.end(kind=BlockKind.TABLE_ROW, table=table)


def _add_markdown(builder: DocumentBuilder, text: str, tell: Progress) -> None:
    reader = markdown.LineReader()
    for item in without_boxes(list(_lines(markdown.without_comments(text), tell))):
        if isinstance(item, list):
            _add_table(builder, item, reader.begin_table())
            continue
        number, line = item
        shown = reader.read(line)
        builder.begin()
        builder.add(shown.text, _place(number))
        builder.end(kind=shown.kind, outline=shown.outline, bold=shown.bold, table=shown.table)
