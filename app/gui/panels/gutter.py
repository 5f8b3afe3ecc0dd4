"""The margin beside the text, with one mark per finding at the line where it starts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.gui.marks import paint_mark
from app.gui.panels.highlights import Highlight
from app.gui.theme import Theme

WIDTH = 46  # logical pixels: three marks side by side
_SIZE = 11.0
_STEP = 15.0


class Gutter(QWidget):
    """Paints marks where it is told; a click on one names its finding."""

    finding_clicked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks: list[tuple[QRectF, Highlight]] = []
        self._current = ""
        self.setMouseTracking(True)

    def place(self, items: Sequence[tuple[float, Highlight]], current: str) -> None:
        """Show ``items``, each with the y of its line's middle; marks on one line stand side by side."""
        self._current = current
        self._marks = []
        taken: dict[int, int] = {}
        for middle, item in items:
            before = taken.get(round(middle), 0)
            taken[round(middle)] = before + 1
            left = WIDTH - _SIZE - 3 - before * _STEP
            if left >= 0:
                self._marks.append((QRectF(left, middle - _SIZE / 2, _SIZE, _SIZE), item))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks, the current one on a ground of its own."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._theme.base))
        for box, item in self._marks:
            colour = QColor(self._theme.faint) if item.faded else self._theme.of_severity(item.severity)
            if item.finding == self._current:
                ground = QColor(colour)
                ground.setAlphaF(0.22)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 4, 4)
            paint_mark(painter, box, item.severity, colour, hollow=item.faded)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Name the finding whose mark was clicked."""
        item = self._at(event.position())
        if item is not None:
            self.finding_clicked.emit(item.finding)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be clicked."""
        hit = self._at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Show a mark's title as a tool tip."""
        if isinstance(event, QHelpEvent):
            item = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), item.title if item else "", self)
            return True
        return super().event(event)

    def _at(self, point: QPointF) -> Highlight | None:
        return next((item for box, item in self._marks if box.adjusted(-3, -4, 3, 4).contains(point)), None)
