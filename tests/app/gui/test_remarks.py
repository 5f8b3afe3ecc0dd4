"""What was in the file beside its text, and which checks were made."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QObject, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.gui.dialogs.checks import ChecksDialog
from app.gui.main_window import MainWindow
from app.gui.models.checks import CheckRole, checks_model
from app.gui.models.remarks import remarks_of
from app.gui.panels.contract_page import ContractPage
from app.gui.panels.details_panel import DetailsPanel
from app.gui.panels.side_panel import SidePanel
from app.gui.session import Phase
from app.gui.theme import LIGHT
from app.gui.workspace import Workspace
from extractors.model import (
    Box,
    Comment,
    Contract,
    LinePlace,
    Revision,
    RevisionKind,
    Span,
)
from tests.app.samples import sample_contract, sample_review

DAY = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def remarked() -> Contract:
    contract = sample_contract()
    document = replace(
        contract.document,
        comments=(Comment("李律师", DAY, "请核对价款", Span(30, 40)), Comment("", None, "整体批注")),
        revisions=(Revision(RevisionKind.DELETED, "王某", DAY, "免费", Span(20, 20)),),
    )
    return replace(contract, document=document)


@pytest.mark.usefixtures("chinese")
def test_remarks_stand_in_the_order_of_the_text_and_without_place_last() -> None:
    remarks = remarks_of(remarked().document)
    assert [remark.heading for remark in remarks] == ["删除 · 王某 · 2026-03-01", "批注 · 李律师 · 2026-03-01", "批注"]
    assert [remark.text for remark in remarks] == ["免费", "请核对价款", "整体批注"]


@pytest.mark.usefixtures("chinese")
def test_a_click_on_a_remark_tells_its_place(qtbot: QtBot) -> None:
    side = SidePanel(LIGHT)
    qtbot.addWidget(side)
    side.show_contract(remarked(), ())
    assert side.tabText(1) == "批注和修订（3）"
    with qtbot.waitSignal(side.remarks.place_chosen) as told:
        side.remarks.list.clicked.emit(side.remarks.model.index(1, 0))
    assert told.args == [Span(30, 40)]
    with qtbot.assertNotEmitted(side.remarks.place_chosen):
        side.remarks.list.clicked.emit(side.remarks.model.index(2, 0))


def test_a_file_without_remarks_shows_the_outline_alone(qtbot: QtBot) -> None:
    side = SidePanel(LIGHT)
    qtbot.addWidget(side)
    side.show_contract(remarked(), ())
    side.show_contract(sample_contract(), ())
    assert side.count() == 1
    assert not side.outline.header.isHidden()


@pytest.fixture
def page(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> ContractPage:
    workspace.open_files([Path("技术服务合同.txt")])
    page = window.page
    assert page is not None
    qtbot.waitUntil(lambda: page.session.phase is Phase.READY)
    return page


def test_the_place_of_a_remark_is_selected_in_the_text(page: ContractPage) -> None:
    review = page.session.review
    assert review is not None
    start = review.contract.text.index("单方调整")
    page.side.remarks.place_chosen.emit(Span(start, start + 4))
    assert page.view.textCursor().selectedText() == "单方调整"


@pytest.mark.usefixtures("chinese")
def test_the_checklist_groups_all_checks_by_what_came_of_them(qapp: QApplication) -> None:
    review = sample_review()
    model = checks_model(review, QObject(qapp))
    groups = [model.item(row) for row in range(model.rowCount())]
    assert groups[0].text().startswith("有发现")
    assert sum(group.rowCount() for group in groups) == len(review.checks)
    rules = {groups[0].child(row).data(CheckRole.RULE) for row in range(groups[0].rowCount())}
    assert "late-fee-rate" in rules
    assert all(not group.child(row).data(CheckRole.RULE) for group in groups[1:] for row in range(group.rowCount()))


def test_a_check_chosen_from_the_list_shows_its_first_finding(
    window: MainWindow, page: ContractPage, qtbot: QtBot
) -> None:
    window.status.checks.click()
    dialog = window.findChild(ChecksDialog)
    assert dialog is not None
    title = next(finding.title for finding in page.session.findings if finding.rule == "late-fee-rate")
    dialog.field.setText(title)
    found = dialog.filter.index(0, 0, dialog.filter.index(0, 0))
    assert found.data(CheckRole.RULE) == "late-fee-rate"
    dialog.tree.activated.emit(QModelIndex(found))
    chosen = page.session.finding(page.session.current)
    assert chosen is not None
    assert chosen.rule == "late-fee-rate"
    qtbot.waitUntil(lambda: window.findChild(ChecksDialog) is None)


def test_doubtful_words_are_called_so_in_the_details(qtbot: QtBot) -> None:
    review = sample_review()
    first, second = (finding for finding in review.findings[:2])
    assert first.span is not None
    place = LinePlace(first.span, 1, Box(0, 0, 100, 12), confidence=0.5)
    contract = replace(review.contract, document=replace(review.contract.document, places=(place,)))
    details = DetailsPanel(LIGHT, lambda _basis: None)
    qtbot.addWidget(details)
    details.resize(QSize(400, 600))
    details.show_finding(first, contract, None, None)
    assert not details.doubt.isHidden()
    details.show_finding(second, contract, None, None)
    assert details.doubt.isHidden()


def test_accepting_from_the_field_leaves_it_so_that_undo_takes_the_decision_back(
    window: MainWindow, page: ContractPage, qtbot: QtBot
) -> None:
    window.activateWindow()
    window.actions_.next.trigger()
    page.details.start_editing()
    qtbot.waitUntil(page.details.wording.hasFocus)
    qtbot.keyClicks(page.details.wording, "abc")
    window.actions_.accept.trigger()
    assert page.findings.tree.hasFocus()
    assert page.session.current in page.session.decisions


def test_a_missing_clause_is_marked_nowhere_in_the_outline(page: ContractPage) -> None:
    page.session.select(page.session.findings[0].id)
    assert page.outline.tree.currentIndex().isValid()
    page.session.select(next(finding.id for finding in page.session.findings if finding.missing))
    assert not page.outline.tree.currentIndex().isValid()


def test_the_wording_field_is_as_high_as_its_words(page: ContractPage, qtbot: QtBot) -> None:
    field = page.details.wording
    page.session.select(page.session.findings[0].id)
    field.setPlainText("短")
    low = field.height()
    field.setPlainText("每逾期一日，按逾期金额的万分之三支付违约金。" * 6)
    qtbot.waitUntil(lambda: field.height() > low)
    field.setPlainText("很长的条款。\n" * 60)
    assert field.height() < 300
