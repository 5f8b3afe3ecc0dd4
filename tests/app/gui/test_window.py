from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.gui import main_window as module
from app.gui.main_window import MainWindow
from app.gui.models.findings import FindingsModel
from app.gui.panels.contract_page import ContractPage
from app.gui.session import Phase
from app.gui.workspace import Workspace
from app.model import Verdict
from rules.model import Severity, Stance
from tests.app.gui.conftest import drop


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> ContractPage:
    drop(window, "技术服务合同.txt")
    qtbot.waitUntil(lambda: window.page is not None and window.page.session.phase is Phase.READY)
    assert window.page is not None
    return window.page


def rows(model: FindingsModel) -> int:
    return sum(model.rowCount(model.index(row, 0)) for row in range(model.rowCount()))


def test_files_dropped_on_the_window_open_in_a_tab_each(window: MainWindow, qtbot: QtBot) -> None:
    drop(window, "技术服务合同.txt", "采购合同.docx")
    qtbot.waitUntil(lambda: all(session.phase is Phase.READY for session in window._workspace.sessions))
    assert [window.tabs.tabText(index) for index in range(window.tabs.count())] == ["技术服务合同.txt", "采购合同.docx"]
    assert window.page is not None
    assert rows(window.page.findings.model) == 11
    assert window.page.outline.model.rowCount() == 7


def test_a_file_that_is_open_comes_to_the_front_and_opens_no_second_tab(window: MainWindow) -> None:
    drop(window, "技术服务合同.txt", "采购合同.docx")
    drop(window, "技术服务合同.txt")
    assert window.tabs.count() == 2
    assert window.tabs.currentIndex() == 0


def test_text_dropped_on_the_window_is_not_taken(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("甲方")
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()


def test_a_broken_file_shows_a_chinese_sentence_on_its_page(window: MainWindow, qtbot: QtBot) -> None:
    drop(window, "broken.docx")
    qtbot.waitUntil(lambda: window.page is not None and window.page.session.phase is Phase.FAILED)
    assert window.page is not None
    assert window.page.waiting.sentence.text().startswith("文件已损坏或不完整")
    assert window.page.waiting.isVisible()
    assert not window.actions_.export.isEnabled()


def test_choosing_a_row_shows_the_finding_in_full(page: ContractPage) -> None:
    tree, shown = page.findings.tree, page.findings.filter
    tree.setCurrentIndex(shown.index(0, 0, shown.index(0, 0)))
    finding = page.session.finding(page.session.current)
    assert finding is not None
    assert finding.severity is Severity.HIGH
    assert page.details.wording.toPlainText() == finding.wording


def test_the_keys_go_through_the_findings_and_accept(window: MainWindow, page: ContractPage) -> None:
    ids = page.findings.filter.shown_ids()
    window.actions_.next.trigger()
    window.actions_.next.trigger()
    assert page.session.current == ids[1]
    window.actions_.accept.trigger()
    assert page.session.state_of(ids[1]) is Verdict.ACCEPTED
    assert "已处理 1 / 11" in window.status.handled.text()
    window.actions_.undo.trigger()
    assert page.session.state_of(ids[1]) is Verdict.OPEN
    window.actions_.redo.trigger()
    assert page.session.state_of(ids[1]) is Verdict.ACCEPTED


def test_undo_shows_the_finding_it_changed(window: MainWindow, page: ContractPage) -> None:
    ids = page.findings.filter.shown_ids()
    page.session.select(ids[0])
    page.details.dismiss.click()
    page.session.select(ids[3])
    window.actions_.undo.trigger()
    assert page.session.current == ids[0]


def test_editing_the_wording_and_accepting_keeps_the_lawyers_words(page: ContractPage) -> None:
    finding = page.session.findings[0].id
    page.session.select(finding)
    page.details.edit.click()
    page.details.wording.setPlainText("每日按万分之一支付违约金。")
    assert page.details.accept.text() == "接受修改"
    page.details.accept.click()
    decision = page.session.decisions[finding]
    assert (decision.state, decision.wording) == (Verdict.EDITED, "每日按万分之一支付违约金。")
    page.session.select(page.session.findings[1].id)
    page.session.select(finding)
    assert page.details.wording.toPlainText() == "每日按万分之一支付违约金。"


def test_words_typed_but_not_accepted_are_there_when_one_comes_back(page: ContractPage) -> None:
    first, second = (finding.id for finding in page.session.findings[:2])
    page.session.select(first)
    page.details.wording.setPlainText("未定稿")
    page.session.select(second)
    page.session.select(first)
    assert page.details.wording.toPlainText() == "未定稿"
    assert first not in page.session.decisions


def test_a_note_is_kept_without_deciding(page: ContractPage, qtbot: QtBot) -> None:
    finding = page.session.findings[0].id
    page.session.select(finding)
    page.details.note.setText("请客户确认")
    qtbot.keyClick(page.details.note, Qt.Key.Key_Return)
    decision = page.session.decisions[finding]
    assert (decision.state, decision.note) == (Verdict.OPEN, "请客户确认")
    assert page.session.undo_stack.count() == 1


def test_a_note_is_kept_when_a_key_leads_on_to_the_next_finding(window: MainWindow, page: ContractPage) -> None:
    window.actions_.next.trigger()
    first = page.session.current
    page.details.note.setText("请客户确认")
    window.actions_.next.trigger()
    assert page.session.current != first
    assert page.session.decisions[first].note == "请客户确认"
    assert page.details.note.text() == ""


def test_a_note_is_kept_when_the_contract_is_closed(window: MainWindow, page: ContractPage) -> None:
    window.actions_.next.trigger()
    session, finding = page.session, page.session.current
    page.details.note.setText("请客户确认")
    window.actions_.close_tab.trigger()
    assert session.decisions[finding].note == "请客户确认"


def test_accepting_again_reopens(page: ContractPage) -> None:
    finding = page.session.findings[0].id
    page.session.select(finding)
    page.details.accept.click()
    page.details.accept.click()
    assert page.session.state_of(finding) is Verdict.OPEN


def test_a_legal_basis_opens_to_the_words_of_the_article(page: ContractPage) -> None:
    finding = next(finding for finding in page.session.findings if finding.basis and finding.basis[0].article == "585")
    page.session.select(finding.id)
    link = page.details.basis.findChild(QPushButton)
    assert link is not None
    assert "第五百八十五条" in link.text()
    link.click()
    texts = [label.text() for label in page.details.basis.findChildren(type(page.details._quote)) if label.isVisible()]
    assert any("违约金" in text for text in texts)


def test_another_stance_reviews_again(window: MainWindow, page: ContractPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.session.reviewed):
        window.actions_.stances.actions()[0].trigger()
    assert page.session.review is not None
    assert page.session.review.stance is Stance.PARTY_A


def test_filters_hide_and_selecting_a_hidden_finding_lifts_them(page: ContractPage) -> None:
    page.findings.chips[Severity.HIGH].click()
    assert len(page.findings.filter.shown_ids()) == 8
    page.session.select(page.session.findings[0].id)
    assert len(page.findings.filter.shown_ids()) == 11


def test_finding_words_counts_and_marks_them(window: MainWindow, page: ContractPage) -> None:
    window.actions_.find.trigger()
    page.find_bar.field.setText("违约金")
    assert page.find_bar._count.text() == "第 1 处，共 1 处"
    page.find_bar.field.setText("没有这个词")
    assert page.find_bar._count.text() == "第 0 处，共 0 处"


def test_the_memo_is_written_and_can_be_opened(
    window: MainWindow, page: ContractPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "合同审查意见书.docx"
    monkeypatch.setattr(module, "ask_memo", lambda *_: target)
    with qtbot.waitSignal(window._workspace.memo_written, timeout=20_000):
        window.actions_.export.trigger()
    assert target.stat().st_size > 0
    assert target.name in window.message.label.text()
    assert [button.text() for button in window.message._offers] == ["打开", "在文件夹中显示"]
    del page


def test_a_memo_that_cannot_be_written_is_said_in_the_window(
    window: MainWindow, page: ContractPage, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("")
    with qtbot.waitSignal(window._workspace.troubled, timeout=20_000):
        window._workspace.write_memo(page.session, tmp_path / "file" / "memo.docx")
    assert window.message.label.text().startswith("无法保存文件")


def test_closing_the_last_tab_shows_the_recent_contracts(
    window: MainWindow, page: ContractPage, workspace: Workspace, qtbot: QtBot
) -> None:
    window.actions_.close_tab.trigger()
    assert workspace.sessions == []
    assert window.welcome.isVisible()
    del page

    def listed() -> bool:
        buttons = window.welcome.findChildren(QPushButton)
        return any(button.text().startswith("技术服务合同.txt") and button.isVisible() for button in buttons)

    qtbot.waitUntil(listed)


def test_a_new_window_shows_the_sessions_that_are_open(page: ContractPage, workspace: Workspace, qtbot: QtBot) -> None:
    last = max(page.session.findings, key=lambda finding: finding.span.start if finding.span else 0)
    page.session.select(last.id)
    other = MainWindow(workspace, page.details._theme)
    qtbot.addWidget(other)
    assert other.page is not None
    assert other.page.session is page.session
    assert rows(other.page.findings.model) == 11
    other.resize(1000, 500)
    other.show()
    bar = other.page.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
