"""The commands of the window: one QAction each, for menu, toolbar and keyboard alike."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoGroup

from app.gui.icons import icon
from app.gui.language import LANGUAGES
from app.gui.theme import Appearance, Theme
from app.gui.wording import stance_name
from rules.model import Stance


class Actions(QObject):
    """Makes the actions; whoever shows them connects them."""

    def __init__(self, theme: Theme, undo_group: QUndoGroup, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.open = self._action(self.tr("&Open…"), "Ctrl+O", "open")
        self.export = self._action(self.tr("&Export memo…"), "Ctrl+E", "memo")
        self.close_tab = self._action(self.tr("&Close contract"), "Ctrl+W")
        self.quit = self._action(self.tr("&Quit"), "Ctrl+Q")
        self.undo = undo_group.createUndoAction(self, self.tr("&Undo"))
        self.redo = undo_group.createRedoAction(self, self.tr("&Redo"))
        self.undo.setShortcut(QKeySequence("Ctrl+Z"))
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.undo.setIcon(icon("undo", theme.text, theme.disabled))
        self.redo.setIcon(icon("redo", theme.text, theme.disabled))
        self.find = self._action(self.tr("&Find in text"), "Ctrl+F", "search")
        self.next = self._action(self.tr("&Next finding"), "F8", "next", "J")
        self.previous = self._action(self.tr("&Previous finding"), "Shift+F8", "previous", "K")
        self.checks = self._action(self.tr("Check&list…"), "Ctrl+L")
        self.accept = self._action(self.tr("&Accept"), "Ctrl+Return", "accept", "Ctrl+Enter")
        self.dismiss = self._action(self.tr("&Dismiss"), "Delete", "dismiss")
        self.edit = self._action(self.tr("&Edit wording"), "F2", "edit")
        self.outline = self._action(self.tr("&Outline"), "F9", "outline")
        self.outline.setCheckable(True)
        self.outline.setChecked(True)
        self.zoom_in = self._action(self.tr("Larger text"), "Ctrl++", "", "Ctrl+=")
        self.zoom_out = self._action(self.tr("Smaller text"), "Ctrl+-")
        self.shortcuts = self._action(self.tr("&Keyboard shortcuts"), "F1")
        self.about = self._action(self.tr("&About Shenyue"), "")
        self.stances = self._choices({stance.value: stance_name(stance) for stance in Stance})
        self.languages = self._choices(LANGUAGES)
        self.appearances = self._choices(
            {
                Appearance.SYSTEM.value: self.tr("As the system"),
                Appearance.LIGHT.value: self.tr("Light"),
                Appearance.DARK.value: self.tr("Dark"),
            }
        )

    def on_contract(self) -> tuple[QAction, ...]:
        """The actions that need a reviewed contract."""
        return (
            self.export, self.find, self.next, self.previous, self.accept, self.dismiss, self.edit, self.checks,
            self.outline, self.zoom_in, self.zoom_out, *self.stances.actions(),
        )  # fmt: skip

    def with_shortcut(self) -> tuple[QAction, ...]:
        """The actions to list for who wants to work by keyboard."""
        return (
            self.open, self.export, self.close_tab, self.next, self.previous, self.accept, self.dismiss, self.edit,
            self.undo, self.redo, self.find, self.checks, self.outline, self.zoom_in, self.zoom_out,
        )  # fmt: skip

    def _action(self, words: str, *keys_and_icon: str) -> QAction:
        keys, name = [keys_and_icon[0], *keys_and_icon[2:]], "".join(keys_and_icon[1:2])
        action = QAction(words, self)
        action.setShortcuts([QKeySequence(key) for key in keys if key])
        plain = without_mnemonic(words)
        action.setIconText(plain)
        action.setToolTip(f"{plain} ({keys[0]})" if keys[0] else plain)
        if name:
            action.setIcon(icon(name, self._theme.text, self._theme.border))
        return action

    def _choices(self, names: dict[str, str]) -> QActionGroup:
        group = QActionGroup(self)
        for value, words in names.items():
            action = group.addAction(words)
            action.setCheckable(True)
            action.setData(value)
        return group


def without_mnemonic(words: str) -> str:
    """The words of a menu entry without its underlined key: 打开(&O)… gives 打开."""
    return re.sub(r"\(&\w\)|&", "", words).rstrip("…")


def check(group: QActionGroup, value: str) -> None:
    """Check the choice of ``group`` that stands for ``value``."""
    for action in group.actions():
        if action.data() == value:
            action.setChecked(True)
