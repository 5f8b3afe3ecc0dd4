"""Small parts that several panels share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget


def strip(role: str, *widgets: QWidget) -> QFrame:
    """A bar of one line holding ``widgets`` from left to right; ``role`` gives its look ("header", "footer")."""
    frame = QFrame()
    frame.setProperty("role", role)
    layout = QHBoxLayout(frame)
    layout.setContentsMargins(10, 6, 10, 6)
    layout.setSpacing(6)
    for widget in widgets:
        layout.addWidget(widget)
    return frame


def wrapped_label(role: str) -> QLabel:
    """A label that wraps its text and lets it be copied; ``role`` gives its look."""
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class ElidedLabel(QLabel):
    """One line that ends in … where there is no room for it; the whole of it is its tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show ``text``."""
        super().setText(text)
        self.setToolTip(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint as much as there is room for."""
        painter = QPainter(self)
        room = self.contentsRect().adjusted(8, 0, -8, 0)
        short = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)
        painter.end()
