"""Small parts that several panels share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget


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
