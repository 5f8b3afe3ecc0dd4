"""What a page shows while there is no review: progress with a button to stop, what went wrong, or a password field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

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
        self.stop.clicked.connect(self._stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(self._stage)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.stop)
        self.begin()

    def begin(self) -> None:
        """Show that work began and nothing is known of its length."""
        self.stop.setEnabled(True)
        self._stage.setText(stage_name(""))
        self.bar.setRange(0, 0)

    def show_progress(self, stage: str, share: float) -> None:
        """Show the stage (its code) and the share done, 0 to 1; a stage that just began only shows that it works."""
        if not self.stop.isEnabled():
            return
        self._stage.setText(stage_name(stage))
        self.bar.setRange(0, _STEPS if share > 0 else 0)
        self.bar.setValue(round(share * _STEPS))

    def _stop(self) -> None:
        self.stop.setEnabled(False)  # the worker hears of it at its next report, which may take a moment
        self._stage.setText(self.tr("Cancelling…"))
        self.bar.setRange(0, 0)
        self.stop_wanted.emit()


class PasswordRow(QWidget):
    """Asks for the password of a file; what was typed is passed on once and forgotten."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unlock = QPushButton(self.tr("Open"))
        self.unlock.setProperty("role", "primary")
        self.unlock.setEnabled(False)
        self.unlock.clicked.connect(self._give)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAcceptDrops(False)  # files dropped here are for the window
        self.field.setPlaceholderText(self.tr("Password of the file"))
        self.field.returnPressed.connect(self._give)
        self.field.textChanged.connect(lambda text: self.unlock.setEnabled(bool(text)))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.unlock)

    def begin(self) -> None:
        """Empty the field and put the caret into it."""
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the caret also where the page was behind another one when the question arose."""
        super().showEvent(event)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        password = self.field.text()
        self.field.clear()
        if password:
            self.given.emit(password)


class WaitingPage(QWidget):
    """The page before there is a review."""

    retry_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLabel()
        self._name.setProperty("role", "heading")
        self.sentence = QLabel()
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._name, self.sentence):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.progress = ProgressLine()
        self.password = PasswordRow()
        self.retry = QPushButton(self.tr("Try again"))
        self.retry.clicked.connect(self.retry_wanted)
        self.close_file = QPushButton(self.tr("Close this file"))
        self.close_file.clicked.connect(self.close_wanted)
        self._arrange()

    def show_reading(self, name: str) -> None:
        """Show that the file ``name`` is being read."""
        sentence = self.tr("Reading and reviewing. You can go on working in other tabs.")
        self._show(name, sentence, self.progress)
        self.progress.begin()

    def show_sentence(self, name: str, sentence: str) -> None:
        """Show why there is no review of the file ``name``."""
        self._show(name, sentence, self.retry, self.close_file)

    def ask_password(self, name: str, sentence: str) -> None:
        """Ask for the password of the file ``name``; ``sentence`` says why, or that the last one was wrong."""
        self._show(name, sentence, self.password, self.close_file)
        self.password.begin()

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.retry)
        buttons.addWidget(self.close_file)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(2)
        for widget in (self._name, self.sentence, self.progress, self.password):
            widget.setFixedWidth(_WIDTH)
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch(3)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(column)
        layout.addStretch(1)

    def _show(self, name: str, sentence: str, *parts: QWidget) -> None:
        self._name.setText(name)
        self.sentence.setText(sentence)
        for part in (self.progress, self.password, self.retry, self.close_file):
            part.setVisible(part in parts)
