"""A workspace over a store of its own, with a review that needs no reader."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.gui.language import CHINESE, Language
from app.gui.main_window import MainWindow
from app.gui.session import Order, Session
from app.gui.theme import LIGHT
from app.gui.workspace import Workspace
from app.storage import Store
from extractors.errors import DamagedFileError, PasswordNeededError, WrongPasswordError
from extractors.text import Progress
from rules.model import Review
from tests.app.samples import sample_review

PASSWORD = "开门"  # noqa: S105 - of a file that is not there


def review_sample(order: Order, progress: Progress) -> Review:
    """The sample review for every file but those called broken, and those called locked without their password."""
    progress("rules", 0.5)
    if "broken" in order.path.name:
        raise DamagedFileError("cut off")
    if "locked" in order.path.name and order.contract is None and order.password != PASSWORD:
        raise WrongPasswordError if order.password else PasswordNeededError
    return sample_review(order.stance, order.path.name)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "shenyue.db") as store:
        yield store


@pytest.fixture
def workspace(store: Store, qapp: QApplication) -> Iterator[Workspace]:
    workspace = Workspace(store, review_sample)
    yield workspace
    workspace.jobs.join()
    qapp.processEvents()


@pytest.fixture
def session(workspace: Workspace, qtbot: QtBot) -> Session:
    """A session whose review is there."""
    workspace.open_files([Path("技术服务合同.txt")])
    session = workspace.sessions[0]
    qtbot.waitUntil(lambda: session.review is not None)
    return session


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    language = Language(qapp)
    language.use(CHINESE)
    yield
    language.use("en")


@pytest.fixture
def window(workspace: Workspace, chinese: None, qtbot: QtBot) -> MainWindow:
    del chinese
    window = MainWindow(workspace, LIGHT)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    return window


def drop(window: MainWindow, *names: str) -> None:
    """Drag files over the window and let them go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(Path(name).resolve())) for name in names])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, left, none))
