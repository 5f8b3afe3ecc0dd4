"""What the program is, and its keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.gui.actions import Actions, without_mnemonic
from app.gui.icons import picture


def show_about(parent: QWidget) -> QDialog:
    """Open a window that says what the program is."""
    translate = QCoreApplication.translate
    title = QLabel(translate("About", "Shenyue"))
    title.setProperty("role", "heading")
    words = QLabel(
        translate(
            "About",
            "Reviews contracts on this computer alone: no file, no word of it is sent anywhere.\n"
            "Its findings help a lawyer to judge and do not replace the judgement.",
        )
    )
    words.setWordWrap(True)
    image = QLabel()
    image.setPixmap(picture("app", "#000000", 56))
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.addWidget(image, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(title, 0, 1)
    grid.addWidget(words, 1, 1)
    return _opened(translate("About", "About Shenyue"), grid, parent)


def show_shortcuts(actions: Actions, parent: QWidget) -> QDialog:
    """Open a window that lists the keys."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(28)
    grid.setVerticalSpacing(6)
    for row, action in enumerate(actions.with_shortcut()):
        names = (key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())
        keys = " / ".join(dict.fromkeys(names))  # Return and Enter have one name in Chinese
        name = QLabel(without_mnemonic(action.text()))
        key_label = QLabel(keys)
        key_label.setProperty("role", "faint")
        grid.addWidget(name, row, 0)
        grid.addWidget(key_label, row, 1)
    return _opened(QCoreApplication.translate("About", "Keyboard shortcuts"), grid, parent)


def _opened(title: str, content: QGridLayout, parent: QWidget) -> QDialog:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(22, 20, 22, 16)
    layout.setSpacing(16)
    layout.addLayout(content)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    dialog.open()
    return dialog
