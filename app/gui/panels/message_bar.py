"""A bar across the page with one sentence, what can be done about it, and a button to close it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from app.gui.icons import icon
from app.gui.theme import Theme

Offer = tuple[str, Callable[[], object]]


class MessageBar(QFrame):
    """Hidden until it is told to say something."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QToolButton()
        close.setIcon(icon("close", theme.faint))
        close.setToolTip(self.tr("Close"))
        close.clicked.connect(self.hide)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 6, 6, 6)
        self._layout.addWidget(self.label, 1)
        self._layout.addWidget(close)
        self._offers: list[QPushButton] = []
        self.hide()

    def say(self, kind: str, sentence: str, *offers: Offer) -> None:
        """Show ``sentence``; ``kind`` is "error", "warning", "info" or "done"; an offer is a button and its act."""
        for button in self._offers:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._offers = [self._button(*offer) for offer in offers]
        self.label.setText(sentence)
        self.setProperty("role", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda _checked: act())
        self._layout.insertWidget(self._layout.count() - 1, button)
        return button
