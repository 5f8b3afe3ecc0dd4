"""The contract's text with its highlights and margin marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from app.gui.panels.boxes import line_of
from app.gui.panels.gutter import WIDTH, Gutter
from app.gui.panels.highlights import Highlight, Painting
from app.gui.panels.typesetting import typeset
from app.gui.positions import Positions
from app.gui.theme import Theme, interface_font
from extractors.model import Contract, Span

_POINTS = 11.5
_MARGIN = 16.0
_FLASH_MS = 1100
_EYE_LEVEL = 0.3  # a jump puts its goal this far down the view


class ContractView(QTextEdit):
    """Shows one contract; knows spans and finding ids, nothing of decisions. A click names the findings under it."""

    findings_clicked = Signal(list)  # ids, innermost first; empty beside all findings

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._positions = Positions("")
        self._highlights: tuple[Highlight, ...] = ()
        self._current = ""
        self._found: list[tuple[int, int]] = []
        self._found_at = -1
        self.gutter = Gutter(theme, self)
        self.gutter.finding_clicked.connect(lambda finding: self.findings_clicked.emit([finding]))
        self._flash = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=_FLASH_MS)
        self._flash.valueChanged.connect(self.viewport().update)
        self._set_up()

    def show_contract(self, contract: Contract) -> Positions:
        """Lay out the text of ``contract``; gives the map from its spans to positions of this view."""
        self._positions = Positions(contract.text)
        self._highlights, self._found = (), []
        typeset(self.document(), contract, self._positions, self._theme)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        return self._positions

    def show_highlights(self, highlights: Sequence[Highlight]) -> None:
        """Replace all highlights."""
        self._highlights = tuple(highlights)
        self._repaint()

    def show_found(self, found: Sequence[tuple[int, int]], current: int) -> None:
        """Mark words found, as Qt positions, and go to the one at index ``current`` (-1 for none)."""
        self._found, self._found_at = list(found), current
        if 0 <= current < len(self._found):
            self._bring_into_view(self._found[current][0])
        self._repaint()

    def emphasise(self, finding: str) -> None:
        """Make one finding stand out and bring it into view with a flash; "" for none."""
        self._current = finding
        item = next((item for item in self._highlights if item.finding == finding), None)
        self._flash.stop()
        if item is not None:
            self._bring_into_view(item.start)
            self._flash.start()
        self._repaint()

    def go_to(self, span: Span) -> None:
        """Bring the start of ``span`` to the top of the view."""
        line = line_of(self.document(), self._positions.to_qt(span.start))
        self.verticalScrollBar().setValue(int(line.top()) - 12)

    def show_span(self, span: Span) -> None:
        """Bring ``span`` into view and select it."""
        start, end = self._positions.range_of(span)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._bring_into_view(start)

    def zoom(self, steps: int) -> None:
        """Make the text larger by ``steps`` points, smaller where negative."""
        with self._in_place():
            self.zoomIn(steps)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the highlights, then the text over them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        painting = Painting(painter, self.document(), self._theme, self._visible())
        flash = self._flash.currentValue() if self._flash.state() is QVariantAnimation.State.Running else 0.0
        painting.highlights(self._highlights, self._current, float(flash))
        painting.words(self._found, self._found_at)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margin beside the text, and what is read where it was: another width breaks other lines."""
        with self._in_place():
            super().resizeEvent(event)
        inside = self.contentsRect()
        self.gutter.setGeometry(QRect(inside.left(), inside.top(), WIDTH, inside.height()))
        self._place_marks()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Name the findings under a click that selected nothing."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.findings_clicked.emit([item.finding for item in self._at(event.position())])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be clicked."""
        super().mouseMoveEvent(event)
        shape = Qt.CursorShape.PointingHandCursor if self._at(event.position()) else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a finding's title as a tool tip."""
        if isinstance(event, QHelpEvent):
            titles = [item.title for item in self._at(QPointF(event.pos()))]
            QToolTip.showText(event.globalPos(), "\n".join(titles), self)
            return True
        return super().viewportEvent(event)

    def _set_up(self) -> None:
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(interface_font(_POINTS))
        self.document().setDocumentMargin(_MARGIN)
        self.setTabStopDistance(self.fontMetrics().horizontalAdvance("国") * 6)
        self.setViewportMargins(WIDTH, 0, 0, 0)
        self.viewport().setMouseTracking(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAcceptDrops(False)  # files dropped here are for the window
        self.verticalScrollBar().valueChanged.connect(self._place_marks)
        self.verticalScrollBar().rangeChanged.connect(self._place_marks)

    def _at(self, point: QPointF) -> list[Highlight]:
        inside = point + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        position = self.document().documentLayout().hitTest(inside, Qt.HitTestAccuracy.ExactHit)
        hits = [item for item in self._highlights if item.start <= position < item.end]
        return sorted(hits, key=lambda item: item.end - item.start)

    def _visible(self) -> tuple[int, int]:
        last = QPoint(self.viewport().width(), self.viewport().height())
        return self.cursorForPosition(QPoint(0, 0)).position(), self.cursorForPosition(last).position()

    @contextmanager
    def _in_place(self) -> Iterator[None]:
        """Keep what is read at its height over a change that breaks other lines."""
        anchor, bar = self._anchor(), self.verticalScrollBar()
        below_top = line_of(self.document(), anchor).top() - bar.value()
        yield
        self.document().size()  # has all of it laid out, so that the bar knows its range
        bar.setValue(round(line_of(self.document(), anchor).top() - below_top))

    def _anchor(self) -> int:
        """The start of the current finding where it is in view, else of the first line in view."""
        first, last = self._visible()
        starts = [item.start for item in self._highlights if item.finding == self._current]
        return next((start for start in starts if first <= start <= last), first)

    def _bring_into_view(self, position: int) -> None:
        line, bar = line_of(self.document(), position), self.verticalScrollBar()
        height = self.viewport().height()
        if not bar.value() + 0.08 * height <= line.top() <= bar.value() + 0.75 * height:
            bar.setValue(int(line.top() - _EYE_LEVEL * height))

    def _repaint(self) -> None:
        self._place_marks()
        self.viewport().update()

    def _place_marks(self) -> None:
        scrolled, (first, last) = self.verticalScrollBar().value(), self._visible()
        placed = [
            (line_of(self.document(), item.start).center().y() - scrolled, item)
            for item in self._highlights
            if first <= item.start <= last
        ]
        self.gutter.place(placed, self._current)
