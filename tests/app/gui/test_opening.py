"""Files on their way into the window: passwords, failures, several at once, what the reader wants known."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.gui.dialogs.files import ask_contracts, ask_memo, documents_folder
from app.gui.main_window import MainWindow
from app.gui.panels.contract_page import ContractPage
from app.gui.panels.reading_notes import ReadingNotes
from app.gui.session import Phase
from app.gui.workspace import Workspace
from extractors.model import Notice
from extractors.suffixes import READABLE
from tests.app.gui.conftest import PASSWORD, drop


@pytest.fixture
def locked(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> ContractPage:
    """The page of a file that asks for its password."""
    workspace.open_files([Path("locked.docx")])
    page = window.page
    assert page is not None
    qtbot.waitUntil(lambda: page.session.phase is Phase.FAILED)
    return page


def give(page: ContractPage, password: str, qtbot: QtBot) -> None:
    page.waiting.password.field.setText(password)
    with qtbot.waitSignal(page.session.busy_changed, check_params_cb=lambda: not page.session.busy):
        qtbot.keyClick(page.waiting.password.field, Qt.Key.Key_Return)


def test_a_locked_file_asks_for_its_password(locked: ContractPage, qtbot: QtBot) -> None:
    assert locked.waiting.password.isVisible()
    assert not locked.waiting.retry.isVisible()
    assert "密码" in locked.waiting.sentence.text()
    give(locked, PASSWORD, qtbot)
    assert locked.session.review is not None
    assert locked.splitter.isVisible()


def test_going_to_a_locked_file_leads_to_its_password(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.open_files([Path("技术服务合同.txt"), Path("locked.docx")])
    qtbot.waitUntil(lambda: [session.phase for session in workspace.sessions] == [Phase.READY, Phase.FAILED])
    window.activateWindow()
    window.tabs.setCurrentIndex(1)
    page = window.page
    assert page is not None
    qtbot.waitUntil(page.waiting.password.field.hasFocus)


def test_a_wrong_password_is_said_and_asked_again(locked: ContractPage, qtbot: QtBot) -> None:
    give(locked, "guess", qtbot)
    assert locked.waiting.sentence.text().startswith("密码不正确")
    assert locked.waiting.password.isVisible()
    assert locked.waiting.password.field.text() == ""
    give(locked, PASSWORD, qtbot)
    assert locked.session.phase is Phase.READY


def test_a_password_is_kept_nowhere(locked: ContractPage, workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    give(locked, PASSWORD, qtbot)
    workspace.jobs.join()
    kept = [vars(locked.session), *(vars(job) for job in workspace.jobs._running)]
    assert PASSWORD not in repr(kept)
    assert not any(PASSWORD.encode() in file.read_bytes() for file in tmp_path.iterdir())


def test_a_file_without_review_can_be_closed_from_its_page(locked: ContractPage, workspace: Workspace) -> None:
    locked.waiting.close_file.click()
    assert workspace.sessions == []


def test_of_several_files_the_first_is_in_front(window: MainWindow, workspace: Workspace) -> None:
    workspace.open_files([Path("甲.txt"), Path("乙.txt"), Path("丙.txt")])
    assert window.tabs.currentIndex() == 0


def test_a_file_that_failed_bears_a_sign_on_its_tab(window: MainWindow, locked: ContractPage) -> None:
    assert not window.tabs.tabIcon(window.tabs.indexOf(locked)).isNull()


def test_cancelling_is_said_at_once(locked: ContractPage) -> None:
    line = locked.progress
    line.begin()
    line.stop.click()
    line.show_progress("rules", 0.5)
    assert line._stage.text() == "正在取消…"
    assert not line.stop.isEnabled()


@pytest.mark.usefixtures("chinese")
def test_notes_on_the_reading_are_one_line_until_opened(qtbot: QtBot) -> None:
    notes = ReadingNotes()
    qtbot.addWidget(notes)
    notes.resize(600, 40)
    notes.show_notices([Notice("pictures", "文件含有图片。"), Notice("page-damaged", "第 3 页已损坏", 3)])
    notes.show()
    assert notes.toggle.text() == "▸ 读取提示（2）"
    assert not notes.text.isVisible()
    notes.toggle.click()
    assert notes.text.isVisible()
    assert notes.text.text().splitlines() == ["·  文件含有图片。", "·  第 3 页已损坏"]
    notes.show_notices(())
    assert notes.isHidden()


def answer(monkeypatch: pytest.MonkeyPatch, chosen: Path) -> list[QFileDialog]:
    asked: list[QFileDialog] = []

    def choose(dialog: QFileDialog) -> int:
        asked.append(dialog)
        return QFileDialog.DialogCode.Accepted.value

    monkeypatch.setattr(QFileDialog, "exec", choose)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(chosen)])
    return asked


def test_the_open_dialog_offers_every_kind_that_can_be_read(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, tmp_path / "a.wps")
    assert ask_contracts(window, str(tmp_path)) == [tmp_path / "a.wps"]
    offered = asked[0].nameFilters()[0]
    assert all(f"*{suffix}" in offered for suffix in READABLE)


def test_without_a_folder_for_documents_dialogs_begin_at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path / "Documents"))
    assert documents_folder() == str(Path.home())
    (tmp_path / "Documents").mkdir()
    assert documents_folder() == str(tmp_path / "Documents")


def test_the_memo_is_proposed_beside_the_contract_and_always_a_word_file(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, tmp_path / "意见 v1.2")
    assert ask_memo(window, tmp_path / "合同.pdf") == tmp_path / "意见 v1.2.docx"
    assert Path(asked[0].directory().path()) == tmp_path


def test_the_password_button_waits_for_a_password(locked: ContractPage) -> None:
    button = locked.waiting.password.findChild(QPushButton)
    assert button is not None
    assert not button.isEnabled()
    locked.waiting.password.field.setText("x")
    assert button.isEnabled()


def test_a_folder_dropped_opens_the_contracts_in_it(
    window: MainWindow, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    for name in ("乙.pdf", "甲.DOCX", "~$甲.docx", "表.xlsx", ".隐.txt"):
        (tmp_path / name).write_text("")
    drop(window, str(tmp_path))
    assert {session.path.name for session in workspace.sessions} == {"乙.pdf", "甲.DOCX"}
    qtbot.waitUntil(lambda: all(session.phase is Phase.READY for session in workspace.sessions))


def test_a_folder_without_contracts_is_said(window: MainWindow, workspace: Workspace, tmp_path: Path) -> None:
    drop(window, str(tmp_path))
    assert workspace.sessions == []
    assert window.message.label.text() == "该文件夹里没有可审查的合同文件。"


def test_of_too_many_files_the_first_are_opened_and_it_is_said(window: MainWindow, workspace: Workspace) -> None:
    drop(window, *(f"{number}.txt" for number in range(23)))
    assert len(workspace.sessions) == 20
    assert "23" in window.message.label.text()
