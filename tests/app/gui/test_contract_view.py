from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.gui.panels.boxes import line_boxes, line_of
from app.gui.panels.contract_view import ContractView
from app.gui.panels.highlights import Highlight
from app.gui.panels.typesetting import heading_span
from app.gui.positions import Positions
from app.gui.theme import LIGHT
from extractors.model import Clause, Contract, Document, Span
from rules.model import Severity
from tests.app.samples import sample_contract, sample_review, span_of


@pytest.fixture
def view(qtbot: QtBot) -> ContractView:
    view = ContractView(LIGHT)
    qtbot.addWidget(view)
    view.resize(520, 500)
    view.show()
    return view


def with_text(text: str) -> Contract:
    document: Document = replace(sample_contract().document, text=text, blocks=())
    return replace(sample_contract(), document=document, clauses=(), regions=())


def highlights(positions: Positions) -> list[Highlight]:
    found = [finding for finding in sample_review().findings if finding.span]
    return [
        Highlight(finding.id, *positions.range_of(finding.span), finding.severity, finding.title)
        for finding in found
        if finding.span
    ]


def test_the_text_shown_is_the_text_of_the_document(view: ContractView) -> None:
    contract = sample_contract()
    view.show_contract(contract)
    assert view.toPlainText() == contract.text


def test_every_finding_covers_its_own_quote_in_the_view(view: ContractView) -> None:
    positions = view.show_contract(sample_contract())
    for finding in sample_review().findings:
        assert finding.span is not None
        cursor = view.textCursor()
        start, end = positions.range_of(finding.span)
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        assert cursor.selectedText() == finding.quote


def test_a_rare_character_before_a_span_does_not_shift_it(view: ContractView) -> None:
    text = "甲方：𠮷田商事\n乙方应付款。"
    positions = view.show_contract(with_text(text))
    cursor = view.textCursor()
    start, end = positions.range_of(span_of(text, "付款"))
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "付款"


def test_carriage_returns_and_foreign_marks_do_not_shift_spans(view: ContractView) -> None:
    text = "甲方\r\n付款\x00后\ufdd0乙方交货"
    positions = view.show_contract(with_text(text))
    assert view.document().characterCount() == len(text) + 1
    start, _ = positions.range_of(span_of(text, "乙方"))
    assert view.document().characterAt(start) == "乙"


def test_a_click_on_a_highlight_names_its_finding(view: ContractView, qtbot: QtBot) -> None:
    items = highlights(view.show_contract(sample_contract()))
    view.show_highlights(items)
    target = items[0]
    view.emphasise(target.finding)
    box = next(line_boxes(view.document(), target.start, target.end))
    point = QPoint(round(box.center().x()), round(box.center().y()) - view.verticalScrollBar().value())
    with qtbot.waitSignal(view.findings_clicked) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert told.args == [[target.finding]]


def test_where_findings_overlap_the_innermost_comes_first(view: ContractView, qtbot: QtBot) -> None:
    view.show_contract(sample_contract())
    view.show_highlights(
        [
            Highlight("outer", 0, 30, Severity.LOW),
            Highlight("inner", 1, 5, Severity.HIGH),
            Highlight("far", 50, 60, Severity.LOW),
        ]
    )
    box = next(line_boxes(view.document(), 2, 3))
    with qtbot.waitSignal(view.findings_clicked) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert told.args == [["inner", "outer"]]


def test_emphasis_brings_the_finding_into_view(view: ContractView) -> None:
    items = highlights(view.show_contract(sample_contract()))
    view.show_highlights(items)
    last = max(items, key=lambda item: item.start)
    view.emphasise(last.finding)
    line = line_of(view.document(), last.start)
    top = view.verticalScrollBar().value()
    assert top <= line.top() <= top + view.viewport().height()


def test_marks_stand_in_the_margin_beside_their_lines(view: ContractView, qtbot: QtBot) -> None:
    items = highlights(view.show_contract(sample_contract()))
    view.show_highlights(items)
    target = next(item for item in items if item.title == "免除或排除责任")
    view.emphasise(target.finding)
    middle = line_of(view.document(), target.start).center().y() - view.verticalScrollBar().value()
    with qtbot.waitSignal(view.findings_clicked) as told:
        qtbot.mouseClick(view.gutter, Qt.MouseButton.LeftButton, pos=QPoint(view.gutter.width() - 8, round(middle)))
    assert told.args == [[target.finding]]


@pytest.mark.parametrize(
    ("label", "title", "line", "heading"),
    [
        ("第一条", "服务内容", "第一条 服务内容", "第一条 服务内容"),
        ("1.1", "", "1.1 乙方为甲方提供服务。", "1.1"),
        ("", "验收", "验收\n甲方验收。", "验收"),
        ("", "", "甲方验收。", None),
    ],
)
def test_a_heading_is_number_and_title_as_they_stand(label: str, title: str, line: str, heading: str | None) -> None:
    text = f"首部\n{line}"
    span = Span(3, len(text))
    found = heading_span(Clause(0, label, label, title, 1, span, span), text)
    assert (found.of(text) if found else None) == heading


def test_the_current_finding_stays_where_it_is_when_lines_break_anew(view: ContractView, qtbot: QtBot) -> None:
    text = "".join(f"第{number}条 甲方应按本合同约定的时间和方式向乙方支付全部服务费用。\n" for number in range(200))
    positions = view.show_contract(with_text(text))
    start = text.index("第120条")
    view.show_highlights([Highlight("x", *positions.range_of(Span(start, start + 5)), Severity.HIGH, "", faded=False)])
    view.emphasise("x")

    def height() -> float:
        return line_of(view.document(), positions.to_qt(start)).top() - view.verticalScrollBar().value()

    before = height()
    for width in (300, 420, 260, 520):
        view.resize(width, 500)
        qtbot.wait(1)
        assert abs(height() - before) <= 2
    for steps in (1, 3, -4):
        view.zoom(steps)
        qtbot.wait(1)
        assert abs(height() - before) <= 2
