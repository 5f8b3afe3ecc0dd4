"""Painting over the contract's text: grounds and lines of findings, words found, the flash of a jump."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextDocument

from app.gui.marks import line_pen
from app.gui.panels.boxes import line_boxes
from app.gui.theme import Theme, is_dark
from rules.model import Severity


@dataclass(frozen=True, slots=True)
class Highlight:
    """One finding's words, by Qt positions; ``faded`` where the lawyer dismissed it."""

    finding: str
    start: int
    end: int
    severity: Severity
    title: str = ""
    faded: bool = False


class Painting:
    """Paints what lies between two positions of a document, in document coordinates."""

    def __init__(self, painter: QPainter, document: QTextDocument, theme: Theme, visible: tuple[int, int]) -> None:
        self._painter = painter
        self._document = document
        self._theme = theme
        self._visible = visible

    def highlights(self, items: Iterable[Highlight], current: str, flash: float) -> None:
        """All findings; ``current`` stands out, the more so the nearer ``flash`` is to 1."""
        for item in sorted(items, key=lambda item: item.finding == current):
            if self._in_sight(item.start, item.end):
                self._highlight(item, flash if item.finding == current else None)

    def words(self, found: Sequence[tuple[int, int]], current: int) -> None:
        """Words found by the search; the one at index ``current`` is framed."""
        for index, (start, end) in enumerate(found):
            if self._in_sight(start, end):
                frame = QPen(QColor(self._theme.text), 1) if index == current else QPen(Qt.PenStyle.NoPen)
                self._ground(line_boxes(self._document, start, end), QColor(self._theme.found), frame)

    def _in_sight(self, start: int, end: int) -> bool:
        return start <= self._visible[1] and end >= self._visible[0]

    def _highlight(self, item: Highlight, flash: float | None) -> None:
        colour = QColor(self._theme.faint) if item.faded else self._theme.of_severity(item.severity)
        boxes = list(line_boxes(self._document, item.start, item.end))
        ground, frame = QColor(colour), QPen(Qt.PenStyle.NoPen)
        if flash is not None:
            ground.setAlphaF(0.20 + 0.35 * flash)
            frame = QPen(colour, 1.2)
        else:
            ground.setAlphaF(0.0 if item.faded else 0.15 if is_dark(self._theme) else 0.08)
        self._ground(boxes, ground, frame)
        if item.faded:
            colour.setAlphaF(0.6)
        self._painter.setPen(line_pen(item.severity, colour))
        for box in boxes:
            self._painter.drawLine(QLineF(box.left(), box.bottom() + 1.5, box.right(), box.bottom() + 1.5))

    def _ground(self, boxes: Iterable[QRectF], ground: QColor, frame: QPen) -> None:
        self._painter.setPen(frame)
        self._painter.setBrush(ground)
        for box in boxes:
            self._painter.drawRoundedRect(box.adjusted(-1, -1, 1, 3), 2.5, 2.5)
