"""Several files opened at once may be reviewed as one contract."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.gui.main_window import MainWindow
from app.gui.session import Phase
from app.gui.workspace import Workspace, review_in_worker
from app.model import Verdict
from app.storage import Store

NAMES = ("采购合同.docx", "附件一.txt", "附件二.pdf")


def ready(workspace: Workspace, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: all(session.phase is Phase.READY for session in workspace.sessions))


def offers(window: MainWindow) -> dict[str, QPushButton]:
    return {button.text(): button for button in window.message.findChildren(QPushButton) if button.isVisible()}


@pytest.fixture
def opened(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> MainWindow:
    workspace.open_files([Path(name) for name in NAMES])
    ready(workspace, qtbot)
    return window


def test_several_files_open_apart_and_the_window_offers_to_review_them_together(
    opened: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    assert opened.tabs.count() == 3
    assert "3 个文件" in opened.message.label.text()
    offers(opened)["一起审查"].click()
    ready(workspace, qtbot)
    (session,) = workspace.sessions
    assert [path.name for path in (session.path, *session.further)] == list(NAMES)
    assert session.name == "采购合同.docx 等 3 个文件"
    assert opened.tabs.count() == 1
    assert not opened.message.isVisible()


def test_they_stay_apart_where_the_lawyer_wants_it(opened: MainWindow) -> None:
    offers(opened)["分别审查"].click()
    assert opened.tabs.count() == 3
    assert not opened.message.isVisible()


def test_a_file_with_decisions_keeps_its_own_tab(opened: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    decided = workspace.sessions[1]
    finding = decided.findings[0].id
    decided.decide("忽略", decided.decision_for(finding, Verdict.DISMISSED))
    workspace.open_together([Path(name) for name in NAMES])
    ready(workspace, qtbot)
    assert decided in workspace.sessions
    assert opened.tabs.count() == len(workspace.sessions)
    assert opened.page is not None
    assert opened.page.session.further


def test_the_same_files_open_no_second_tab_and_are_not_in_the_recent_ones(
    opened: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    paths = [Path(name) for name in NAMES]
    workspace.open_together(paths)
    ready(workspace, qtbot)
    workspace.open_together(paths)
    assert len(workspace.sessions) == 1
    assert opened.tabs.count() == 1


def test_one_file_is_no_question(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.open_files([Path("采购合同.docx")])
    ready(workspace, qtbot)
    assert not window.message.isVisible()


def test_the_application_reads_them_as_one_contract(store: Store, tmp_path: Path, qtbot: QtBot) -> None:
    workspace = Workspace(store, review_in_worker)
    main, annex, torn = tmp_path / "合同.txt", tmp_path / "清单.txt", tmp_path / "坏.docx"
    main.write_text("服务合同\n甲方：江河贸易有限公司\n乙方：云山科技有限公司\n一、服务\n服务内容见附件一。\n", "utf-8")
    annex.write_text("附件一 服务清单\n1. 每月巡检一次。\n", "utf-8")
    torn.write_bytes(b"PK\x03\x04")
    workspace.open_together([annex, main])
    workspace.open_together([main, torn])
    good, bad = workspace.sessions
    qtbot.waitUntil(lambda: {good.phase, bad.phase} <= {Phase.READY, Phase.FAILED}, timeout=60_000)
    assert good.review is not None
    assert good.review.contract.document.files == ("合同.txt", "清单.txt")
    assert bad.problem is not None
    assert bad.problem.file == "坏.docx"
    assert [contract.name for contract in workspace.recent() if contract.path] == []
    workspace.jobs.join()
