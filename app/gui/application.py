"""The application: style, language, and a window over the workspace, made anew when either changes."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.gui.actions import check
from app.gui.icons import picture
from app.gui.language import CHINESE, Language
from app.gui.main_window import MainWindow
from app.gui.problems import Problem
from app.gui.style import style_sheet
from app.gui.theme import Appearance, interface_font, palette_of, theme_for
from app.gui.workspace import Workspace, open_store, prepare_in_background

_SIZE = (1280, 800)


class Shell(QObject):
    """Holds the window; a change of language or appearance makes a new one over the same sessions."""

    def __init__(self, application: QApplication, workspace: Workspace) -> None:
        super().__init__()
        self._application = application
        self._workspace = workspace
        self._language = Language(application)
        application.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.window = self._make_window()

    def show(self, trouble: Problem | None = None) -> None:
        """Show the window where it was last, with what must be said at once."""
        geometry = self._workspace.setting("window.geometry", "")
        restored = geometry and self.window.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii")))
        if not restored:
            room = self._application.primaryScreen().availableGeometry()
            self.window.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))
        self.window.show()
        if trouble is not None:
            self.window.show_problem(trouble)

    def _make_window(self) -> MainWindow:
        language = self._workspace.setting("language", CHINESE)
        appearance = Appearance(self._workspace.setting("appearance", Appearance.SYSTEM.value))
        theme = theme_for(appearance)
        self._language.use(language)
        self._application.setPalette(palette_of(theme))
        self._application.setStyleSheet(style_sheet(theme))
        window = MainWindow(self._workspace, theme)
        check(window.actions_.languages, language)
        check(window.actions_.appearances, appearance.value)
        window.language_wanted.connect(lambda choice: self._change("language", choice))
        window.appearance_wanted.connect(lambda choice: self._change("appearance", choice))
        return window

    def _change(self, key: str, value: str) -> None:
        self._workspace.set_setting(key, value)
        QTimer.singleShot(0, self._remake)  # the old window's menu is still on the stack

    def _follow_system(self) -> None:
        if self._workspace.setting("appearance", Appearance.SYSTEM.value) == Appearance.SYSTEM.value:
            QTimer.singleShot(0, self._remake)

    def _remake(self) -> None:
        old, tab = self.window, self.window.tabs.currentIndex()
        self.window = self._make_window()
        self.window.tabs.setCurrentIndex(tab)
        self.window.setGeometry(old.geometry())
        self.window.setWindowState(old.windowState())
        self.window.show()
        old.close()
        old.deleteLater()


def make_application(arguments: list[str]) -> QApplication:
    """The application with the look that all its windows share."""
    # A worker that computes gives way to the window after half a millisecond, not after Python's usual five.
    sys.setswitchinterval(0.0005)
    application = QApplication(arguments)
    application.setApplicationName("shenyue")
    application.setStyle("Fusion")
    application.setFont(interface_font())
    application.setWindowIcon(QIcon(picture("app", "#000000", 64)))
    return application


def run_window(files: list[Path]) -> int:
    """Open the window with ``files`` and run until it is closed; gives the exit code."""
    application = make_application(sys.argv[:1])
    store, trouble = open_store()
    workspace = Workspace(store)
    shell = Shell(application, workspace)
    shell.show(trouble)
    QTimer.singleShot(0, lambda: workspace.open_files(files) if files else prepare_in_background())
    try:
        return application.exec()
    finally:
        workspace.shut_down()
