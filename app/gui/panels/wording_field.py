"""The field for the wording: as high as its words, within bounds."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_LEAST, _MOST = 2, 9  # lines
_FRAME = 20  # logical pixels of padding and border


class WordingField(QPlainTextEdit):
    """Grows and shrinks with what is typed, so that short words leave room and long ones are seen whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "field")
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # files dropped here are for the window
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the lines that another width makes."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = round(self.document().size().height())  # a plain text document is measured in lines
        self.setFixedHeight(self.fontMetrics().lineSpacing() * min(max(lines, _LEAST), _MOST) + _FRAME)
