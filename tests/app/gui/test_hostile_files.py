"""A hostile file ends its own session in its named error; the window and the contracts beside it are untouched."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.gui.session import Phase
from app.gui.workspace import Workspace
from app.storage import Store
from tests.extractors import hostile


def test_contracts_opened_with_hostile_files_are_reviewed(
    store: Store, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace = Workspace(store)
    bad = [hostile.deep_nest(tmp_path), hostile.cyclic_pages(tmp_path), tmp_path / "没有.docx"]
    workspace.open_files([bad[0], hostile.good_text(tmp_path), *bad[1:]])
    over = (Phase.READY, Phase.FAILED)
    qtbot.waitUntil(lambda: all(session.phase in over for session in workspace.sessions), timeout=60_000)
    codes = [session.problem.code if session.problem else None for session in workspace.sessions]
    assert codes == ["damaged", None, "damaged", "vanished"]
    review = workspace.sessions[1].review
    assert review is not None
    assert hostile.CLAUSE in review.contract.text
    workspace.jobs.join()
    qapp.processEvents()
