"""Finding words in the contract's text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from app.gui.icons import icon
from app.gui.theme import Theme

_MOST = 2000  # hits marked at once


class FindBar(QFrame):
    """Searches a document as the user types; tells where the words stand and which hit is the current one."""

    found = Signal(list, int)  # Qt positions (start, end), index of the current one or -1
    closed = Signal()

    def __init__(self, document: QTextDocument, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self._document = document
        self._hits: list[tuple[int, int]] = []
        self._at = -1
        self.field = QLineEdit()
        self.field.setAcceptDrops(False)  # files dropped here are for the window
        self.field.setPlaceholderText(self.tr("Find in the contract"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(lambda: self.step(1))
        self._count = QLabel()
        self._count.setProperty("role", "faint")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 5, 6, 5)
        layout.addWidget(self.field, 1)
        layout.addWidget(self._count)
        layout.addWidget(self._button("previous", theme, self.tr("Previous hit"), -1))
        layout.addWidget(self._button("next", theme, self.tr("Next hit"), 1))
        close = QToolButton()
        close.setIcon(icon("close", theme.faint))
        close.setToolTip(self.tr("Close"))
        close.clicked.connect(self.close_search)
        layout.addWidget(close)
        self.hide()

    def open_search(self) -> None:
        """Show the bar with the caret in it."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def close_search(self) -> None:
        """Hide the bar and the marks."""
        self.hide()
        self._hits, self._at = [], -1
        self.found.emit([], -1)
        self.closed.emit()

    def step(self, by: int) -> None:
        """Go ``by`` hits on, round the ends."""
        if self._hits:
            self._at = (self._at + by) % len(self._hits)
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_search()
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        words = self.field.text()
        self._hits = []
        cursor = self._document.find(words) if words else QTextCursor()
        while not cursor.isNull() and len(self._hits) < _MOST:
            self._hits.append((cursor.selectionStart(), cursor.selectionEnd()))
            cursor = self._document.find(words, cursor)
        self._at = 0 if self._hits else -1
        self._tell()

    def _tell(self) -> None:
        if self.field.text():
            self._count.setText(self.tr("{at} of {all}").format(at=self._at + 1, all=len(self._hits)))
        else:
            self._count.clear()
        self.found.emit(self._hits, self._at)

    def _button(self, name: str, theme: Theme, tip: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name, theme.text))
        button.setToolTip(tip)
        button.clicked.connect(lambda: self.step(by))
        return button
