"""What the reader of the file wants known, above all what it could not read: one quiet line that opens to a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.gui.panels.frames import ElidedLabel, wrapped_label
from extractors.model import Notice

_HIGHEST = 150  # logical pixels of the open list


class ReadingNotes(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self.toggle = QPushButton()
        self.toggle.setProperty("role", "link")
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._open)
        self._first = ElidedLabel()
        self._first.setProperty("role", "faint")
        self.text = wrapped_label("notes")
        self._list = QScrollArea()
        self._list.setWidgetResizable(True)
        self._list.setWidget(self.text)
        line = QHBoxLayout()
        line.addWidget(self.toggle)
        line.addWidget(self._first, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 3, 12, 3)
        layout.setSpacing(3)
        layout.addLayout(line)
        layout.addWidget(self._list)
        self._count = 0
        self.show_notices(())

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show ``notices``, closed to one line."""
        messages = [notice.message for notice in notices]
        self._count = len(messages)
        self.text.setText("\n".join(f"·  {message}" for message in messages))
        self._first.setText("  ·  ".join(messages))
        self.toggle.setChecked(False)
        self._open(shown=False)
        self.setVisible(bool(messages))

    def _open(self, shown: bool) -> None:  # noqa: FBT001 - a signal of Qt calls it
        words = self.tr("Notes on the reading ({count})").format(count=self._count)
        self.toggle.setText(f"{'▾' if shown else '▸'} {words}")
        self._first.setVisible(not shown)
        width = self.width() - 40 if self.isVisible() else _HIGHEST * 4
        self._list.setFixedHeight(min(self.text.heightForWidth(width) + 4, _HIGHEST))
        self._list.setVisible(shown)
