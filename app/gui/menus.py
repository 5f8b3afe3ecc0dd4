"""Where the actions stand: menu bar and toolbar."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QMenuBar, QSizePolicy, QToolBar, QToolButton, QWidget

from app.gui.actions import Actions


def fill_menus(bar: QMenuBar, actions: Actions) -> QMenu:
    """Fill the menu bar; gives the menu of recent contracts, to be filled when it opens."""
    translate = QCoreApplication.translate
    file = bar.addMenu(translate("Menus", "&File"))
    _add(file, (actions.open,))
    recent = file.addMenu(translate("Menus", "Open &recent"))
    _add(file, (None, actions.export, None, actions.close_tab, actions.quit))
    _add(bar.addMenu(translate("Menus", "&Edit")), (actions.undo, actions.redo, None, actions.find))
    review = bar.addMenu(translate("Menus", "&Review"))
    _add(review, (actions.next, actions.previous, None, actions.accept, actions.dismiss, actions.edit, None))
    _add(review, (actions.checks,))
    _add(review.addMenu(translate("Menus", "&Stance")), actions.stances.actions())
    _add(bar.addMenu(translate("Menus", "&View")), (actions.outline, None, actions.zoom_in, actions.zoom_out))
    settings = bar.addMenu(translate("Menus", "&Settings"))
    _add(settings.addMenu("Language / 语言"), actions.languages.actions())
    _add(settings.addMenu(translate("Menus", "&Appearance")), actions.appearances.actions())
    _add(bar.addMenu(translate("Menus", "&Help")), (actions.shortcuts, actions.about))
    return recent


def fill_toolbar(actions: Actions, parent: QWidget) -> QToolBar:
    """The toolbar: words only where an icon would not be understood."""
    translate = QCoreApplication.translate
    bar = QToolBar(translate("Menus", "Toolbar"), parent)
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setIconSize(QSize(18, 18))
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.addAction(actions.open)
    _show_words(bar, actions.open)
    bar.addSeparator()
    label = QLabel(translate("Menus", "Reviewing for"))
    label.setProperty("role", "faint")
    label.setContentsMargins(4, 0, 4, 0)
    bar.addWidget(label)
    bar.addActions(actions.stances.actions())
    bar.addSeparator()
    bar.addActions([actions.previous, actions.next])
    bar.addSeparator()
    bar.addActions([actions.undo, actions.redo, actions.find, actions.outline])
    space = QWidget()
    space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(space)
    bar.addAction(actions.export)
    _show_words(bar, actions.export)
    return bar


def _add(menu: QMenu, actions: Iterable[QAction | None]) -> None:
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)


def _show_words(bar: QToolBar, action: QAction) -> None:
    button = bar.widgetForAction(action)
    if isinstance(button, QToolButton):
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
