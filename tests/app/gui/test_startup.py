from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.gui.application import Shell
from app.gui.problems import NOT_KEPT
from app.gui.theme import DARK, LIGHT, Appearance, is_dark, theme_for
from app.gui.workspace import Workspace, open_store

ROOT = Path(__file__).resolve().parents[3]
_SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from app.gui import application
from app.storage import Store
from app.gui.workspace import Workspace
app = application.make_application(["test"])
workspace = Workspace(Store(Path(":memory:")))
shell = application.Shell(app, workspace)
shell.show()
app.processEvents()
print(" ".join(name for name in ("docx", "pdfplumber", "pypdfium2", "jieba", "lxml") if name in sys.modules))
workspace.shut_down()
"""


def test_the_window_shows_before_any_heavy_library_is_loaded() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    answer = subprocess.run(
        [sys.executable, "-c", _SCRIPT], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    assert answer.stdout.strip() == ""


def test_the_language_is_chinese_until_english_is_chosen(
    workspace: Workspace, qapp: QApplication, qtbot: QtBot
) -> None:
    shell = Shell(qapp, workspace)
    assert shell.window.actions_.open.iconText() == "打开"
    english = next(action for action in shell.window.actions_.languages.actions() if action.data() == "en")
    first = shell.window
    english.trigger()
    qtbot.waitUntil(lambda: shell.window is not first)
    assert shell.window.actions_.open.iconText() == "Open"
    assert workspace.setting("language", "") == "en"
    shell.window.close()


def test_a_damaged_store_is_put_aside_and_said(tmp_path: Path) -> None:
    path = tmp_path / "shenyue.db"
    path.write_bytes(b"not a database at all" * 100)
    store, problem = open_store(path)
    with store:
        assert problem is not None
        assert problem.code == "storage-damaged"
        assert store.recent() == ()


def test_without_a_usable_store_one_can_work_and_is_told_that_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store, problem = open_store(tmp_path / "file" / "shenyue.db")
    with store:
        assert problem is not None
        assert problem.code == NOT_KEPT
        store.set_setting("language", "en")
        assert store.setting("language") == "en"


@pytest.mark.parametrize(("appearance", "theme"), [(Appearance.LIGHT, LIGHT), (Appearance.DARK, DARK)])
def test_the_appearance_chosen_stands_whatever_the_system_prefers(appearance: Appearance, theme: object) -> None:
    assert theme_for(appearance) is theme
    assert is_dark(theme_for(appearance)) is (appearance is Appearance.DARK)


def _contrast(front: str, back: str) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(front), luminance(back)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_colour_that_bears_words_is_legible(theme: object) -> None:
    for name in ("text", "faint", "high", "medium", "low", "good", "accent"):
        for ground in ("base", "raised"):
            assert _contrast(getattr(theme, name), getattr(theme, ground)) >= 4.5, (name, ground)


def test_this_qt_binding_does_not_use_up_references_to_none(qapp: QApplication) -> None:
    del qapp
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(1000):
        label.update()
    assert sys.getrefcount(None) > before - 500
