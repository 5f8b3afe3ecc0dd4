"""The style sheet: spacing, borders and states that a palette cannot say."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from app.gui.icons import icon_path
from app.gui.theme import Theme

_SHEET = Template("""
QMainWindow, QDialog { background: $window; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 6px; }
QMenuBar { background: $base; padding: 2px 6px; border-bottom: 1px solid $border; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $base; border: 1px solid $border; padding: 5px; }
QMenu::item { padding: 6px 28px 6px 26px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }
QToolBar { background: $base; border: none; border-bottom: 1px solid $border; spacing: 3px; padding: 3px 8px; }
QToolBar::separator { width: 1px; background: $border; margin: 5px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 4px 8px; color: $text; }
QToolButton:hover, QToolButton:focus { background: $hover; }
QToolButton:checked { background: $selection; border-color: $accent; }
QToolButton:disabled { color: $disabled; background: transparent; border-color: transparent; }
QToolButton::menu-indicator { image: none; }
QPushButton { background: $base; border: 1px solid $border; border-radius: 5px; padding: 5px 12px; color: $text; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border-color: $accent; }
QPushButton:checked { background: $selection; border-color: $accent; }
QPushButton:disabled { color: $disabled; background: $window; }
QPushButton[role="primary"] { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton[role="primary"]:disabled { background: $border; border-color: $border; color: $faint; }
QPushButton[role="chip"] { border-radius: 12px; padding: 2px 9px; }
QPushButton[role="chip"]:!checked { color: $faint; background: transparent; border-style: dashed; }
QPushButton[role="link"] { border: none; background: transparent; color: $accent; padding: 2px 0; text-align: left; }
QPushButton[role="link"]:hover, QPushButton[role="link"]:focus { text-decoration: underline; }
QComboBox { background: $base; border: 1px solid $border; border-radius: 5px; padding: 3px 8px; min-height: 18px; }
QComboBox:hover, QComboBox:focus { border-color: $accent; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url($arrow); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $base; border: 1px solid $border; selection-background-color: $selection;
  selection-color: $text; outline: 0; }
QLineEdit, QPlainTextEdit[role="field"] { background: $base; border: 1px solid $border; border-radius: 5px;
  padding: 4px 7px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit[role="field"]:focus { border-color: $accent; }
QTabWidget::pane { border: none; }
QTabBar { background: $window; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $faint; padding: 7px 12px; border: none;
  border-bottom: 2px solid transparent; min-width: 70px; }
QTabBar[role="side"]::tab { padding: 6px 8px; min-width: 24px; }
QTabBar::tab:selected { background: $base; color: $text; border-bottom-color: $accent; }
QTabBar::tab:hover:!selected { background: $hover; }
QTreeView { background: $base; border: none; outline: 0; show-decoration-selected: 1; }
QTreeView[role="outline"]::item { padding: 4px 2px; border: none; }
QTreeView[role="outline"]::item:hover { background: $hover; }
QTreeView[role="outline"]::item:selected { background: $selection; color: $text; }
QListView[role="remarks"] { background: $base; border: none; outline: 0; }
QListView[role="remarks"]::item { padding: 7px 8px; border-bottom: 1px solid $border; color: $text; }
QListView[role="remarks"]::item:hover { background: $hover; }
QListView[role="remarks"]::item:selected { background: $selection; }
QSplitter::handle { background: $border; }
QSplitter::handle:hover { background: $accent; }
QScrollArea { border: none; background: $base; }
QScrollArea > QWidget > QWidget[role="sheet"] { background: $base; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QProgressBar { background: $hover; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QStatusBar { background: $base; border-top: 1px solid $border; min-height: 24px; }
QStatusBar QLabel { color: $faint; padding: 0 8px; }
QToolButton[role="tab-close"] { padding: 1px; border-radius: 4px; }
QStatusBar::item { border: none; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QLabel[role="faint"] { color: $faint; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="section"] { color: $faint; font-weight: 600; }
QLabel[role="doubt"] { background: $warn_back; border-left: 3px solid $medium; padding: 5px 9px; }
QLabel[role="notes"] { padding: 2px 4px; background: $raised; }
QLabel[role="quote"] { background: $raised; border-left: 3px solid $border; padding: 6px 9px; }
QFrame[role="header"] { background: $raised; border: none; border-bottom: 1px solid $border; }
QFrame[role="footer"] { background: $raised; border: none; border-top: 1px solid $border; }
QFrame[role="drop"] { background: $base; border: 2px dashed $border; border-radius: 12px; }
QFrame[role="drop"][active="true"] { border-color: $accent; background: $info_back; }
QFrame[role="error"] { background: $error_back; border: none; border-left: 3px solid $high; }
QFrame[role="warning"] { background: $warn_back; border: none; border-left: 3px solid $medium; }
QFrame[role="info"] { background: $info_back; border: none; border-left: 3px solid $low; }
QFrame[role="done"] { background: $info_back; border: none; border-left: 3px solid $good; }
""")


def style_sheet(theme: Theme) -> str:
    """The application's style sheet in the colours of ``theme``."""
    return _SHEET.substitute(asdict(theme), arrow=icon_path("arrow").as_posix())
