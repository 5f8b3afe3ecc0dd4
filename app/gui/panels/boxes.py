"""Where characters of a laid-out Qt text document stand, in the document's own coordinates."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine


def line_boxes(document: QTextDocument, start: int, end: int) -> Iterator[QRectF]:
    """One box for each line that the Qt positions ``start`` to ``end`` run over; line spacing is left out."""
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        document.documentLayout().blockBoundingRect(block)  # has the block laid out
        for line in _lines(block):
            box = _part_of(line, block, start, end)
            if box is not None:
                yield box
        block = block.next()


def line_of(document: QTextDocument, position: int) -> QRectF:
    """The box of the whole line that holds ``position``."""
    block = document.findBlock(position)
    document.documentLayout().blockBoundingRect(block)
    line = block.layout().lineForTextPosition(position - block.position())
    return line.rect().translated(block.layout().position()) if line.isValid() else QRectF()


def _lines(block: QTextBlock) -> Iterator[QTextLine]:
    layout = block.layout()
    for index in range(layout.lineCount()):
        yield layout.lineAt(index)


def _part_of(line: QTextLine, block: QTextBlock, start: int, end: int) -> QRectF | None:
    first = max(start - block.position(), line.textStart())
    last = min(end - block.position(), line.textStart() + line.textLength())
    if first >= last:
        return None
    left, right = _x_of(line, first), _x_of(line, last)
    origin = block.layout().position()
    return QRectF(left + origin.x(), line.y() + origin.y(), right - left, line.height())


def _x_of(line: QTextLine, position: int) -> float:
    answer = line.cursorToX(position)  # PySide6 adds the position it moved to
    if isinstance(answer, tuple) and isinstance(answer[0], float):
        return answer[0]
    return 0.0
