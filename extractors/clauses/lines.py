"""The document's lines: blocks cut at their soft breaks, without the white space and markup around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from extractors.model import BlockKind, Document, FileKind

# Bullets, heading marks and emphasis of Markdown before the text of a line.
_MARKUP = re.compile(r"(?:[-*+>]\s+|#{1,6}\s+|\*\*|__(?=[^_\s]))+")
# A bullet before a number (a list within a list) is no part of the number.
_BULLET = re.compile(r"(?:[•·●◦▪◆■]\s*|[-–—]\s+)(?=[\da-zA-Z（(一二三四五六七八九十①-⑳第]{1,4}\s*[、.．)）])")
_BOX = re.compile(r"[│┃┌┐└┘├┤┬┴┼─━═║]")


@dataclass(frozen=True)
class Line:
    """One line that holds text; ``start`` and ``end`` are offsets into the document's text."""

    start: int
    end: int
    text: str
    row: bool = False  # of a table
    bold: bool = False
    centered: bool = False
    outline: int | None = None

    @cached_property
    def tight(self) -> str:
        """The text without any white space, for comparing with words."""
        return "".join(self.text.split())

    @property
    def tabular(self) -> bool:
        """Whether the line is drawn with box characters."""
        return bool(_BOX.search(self.text))


def lines_of(document: Document) -> tuple[Line, ...]:
    """All lines of ``document`` that hold text, in order."""
    plain = document.kind in (FileKind.TEXT, FileKind.MARKDOWN)
    found = []
    for block in document.blocks:
        start = block.span.start
        for number, piece in enumerate(block.span.of(document.text).split("\n")):
            text = piece.strip()
            markup = (_MARKUP.match(text) if plain else None) or _BULLET.match(text)
            body = text[markup.end() :] if markup else text
            if body:
                begin = start + piece.index(text) + (markup.end() if markup else 0)
                row = block.kind is BlockKind.TABLE_ROW or (plain and _is_row(piece))
                outline = block.outline if number == 0 else None
                found.append(Line(begin, begin + len(body), body, row, block.bold, block.centered, outline))
            start += len(piece) + 1
    return tuple(found)


def _is_row(piece: str) -> bool:
    # A tab between words makes a table of a text file; one after a number ("1.\t甲方…") or in the margin does not.
    cells = [cell.strip() for cell in piece.strip().split("\t")]
    return len([cell for cell in cells if cell]) > 1 and any(len(cell) > 5 or not cell for cell in cells[:-1])
