"""What a page shows while there is no review: progress with a button to stop, or what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.gui.wording import stage_name

_STEPS = 1000
_WIDTH = 420


class ProgressLine(QWidget):
    """Stage, bar and a button to stop."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = QLabel()
        self._stage.setProperty("role", "faint")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = QPushButton(self.tr("Cancel"))
        self.stop.clicked.connect(self.stop_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(self._stage)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.stop)
        self.begin()

    def begin(self) -> None:
        """Show that work began and nothing is known of its length."""
        self._stage.setText(stage_name(""))
        self.bar.setRange(0, 0)

    def show_progress(self, stage: str, share: float) -> None:
        """Show the stage (its code) and the share done, 0 to 1."""
        self._stage.setText(stage_name(stage))
        self.bar.setRange(0, _STEPS)
        self.bar.setValue(round(share * _STEPS))


class WaitingPage(QWidget):
    """The page before there is a review."""

    retry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLabel()
        self._name.setProperty("role", "heading")
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name.setWordWrap(True)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = ProgressLine()
        self.retry = QPushButton(self.tr("Try again"))
        self.retry.clicked.connect(self.retry_wanted)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(2)
        for widget in (self._name, self.sentence, self.progress):
            widget.setMinimumWidth(_WIDTH)
            widget.setMaximumWidth(_WIDTH)
            column.addWidget(widget)
        column.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(column)
        layout.addStretch(1)

    def show_reading(self, name: str) -> None:
        """Show that the file ``name`` is being read."""
        self._name.setText(name)
        self._show(reading=True, sentence=self.tr("Reading and reviewing. You can go on working in other tabs."))
        self.progress.begin()

    def show_sentence(self, name: str, sentence: str) -> None:
        """Show why there is no review of the file ``name``."""
        self._name.setText(name)
        self._show(reading=False, sentence=sentence)

    def _show(self, *, reading: bool, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.progress.setVisible(reading)
        self.retry.setVisible(not reading)
