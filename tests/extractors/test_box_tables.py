"""Tables drawn with box characters become rows of cells; what only looks like one stays text."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.model import Block, BlockKind, Document, TextPlace
from extractors.plain import document_from_text, read_plain

TABLE = """付款计划：
┌────┬──────────┬─────┐
│期次│　付款条件　│金额　│
├────┼──────────┼─────┤
│一　│合同签订后十│3万元│
│　　│日内　　　　│　　　│
├────┼──────────┼─────┤
│二　│验收合格　　│7万元│
└────┴──────────┴─────┘
以上均为含税价。"""


def rows(document: Document) -> list[list[str]]:
    return [cells(document, block) for block in document.blocks if block.kind is BlockKind.TABLE_ROW]


def cells(document: Document, block: Block) -> list[str]:
    return block.span.of(document.text).split("\t")


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_rows_are_read_in_every_coding(tmp_path: Path, coding: str) -> None:
    path = tmp_path / "合同.txt"
    path.write_bytes(TABLE.encode(coding))
    document = read_plain(path)
    assert rows(document) == [
        ["期次", "付款条件", "金额"],
        ["一", "合同签订后十日内", "3万元"],
        ["二", "验收合格", "7万元"],
    ]
    assert document.text.startswith("付款计划：\n期次")
    assert document.text.endswith("7万元\n以上均为含税价。")
    assert {block.table for block in document.blocks} == {None, 0}


def test_a_cell_leads_back_to_each_of_its_lines() -> None:
    document = document_from_text(TABLE)
    at = document.text.index("合同签订后十日内")
    places = [place for place in document.places if at <= place.span.start < at + 8]
    assert [(place.line, place.span.of(document.text)) for place in places if isinstance(place, TextPlace)] == [
        (5, "合同签订后十"),
        (6, "日内"),
    ]


def test_one_border_under_the_head_leaves_each_line_a_row() -> None:
    document = document_from_text("┏━━┳━━┓\n┃项目┃价款┃\n┣━━╋━━┫\n┃开发┃8万┃\n┃　　┃含税┃\n┃维护┃2万┃\n┗━━┻━━┛")
    assert rows(document) == [["项目", "价款"], ["开发", "8万含税"], ["维护", "2万"]]


def test_two_tables_are_told_apart() -> None:
    one = "┌──┐\n│甲│\n└──┘"
    document = document_from_text(f"{one}\n说明\n{one}")
    assert [block.table for block in document.blocks] == [0, None, 1]


def test_cells_beside_a_stretch_of_border_are_kept() -> None:
    document = document_from_text("┌─┬───┐\n│顺├─┬─┤\n│号│到│站│\n└─┴─┴─┘")
    assert rows(document) == [["顺"], ["号", "到", "站"]]


def test_a_drawn_table_in_markdown_is_another_than_the_one_marked_up(tmp_path: Path) -> None:
    path = tmp_path / "合同.md"
    path.write_text("| 甲 | 乙 |\n|---|---|\n\n```\n┌──┬──┐\n│丙│丁│\n└──┴──┘\n```\n\n| 戊 |\n|---|\n", "utf-8")
    document = read_plain(path)
    assert rows(document) == [["甲", "乙"], ["丙", "丁"], ["戊"]]
    assert [block.table for block in document.blocks] == [0, 1, 2]


@pytest.mark.parametrize("text", ["──────", "甲方│乙方", "│单独一行│", "第一条 ─ 付款"])
def test_what_is_no_table_stays_as_it_is(text: str) -> None:
    document = document_from_text(text)
    assert document.text == text
    assert document.blocks[0].kind is BlockKind.PARAGRAPH
