"""Tables, and tables that are only layout."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.docx import read_docx
from extractors.model import BlockKind, Document

MakeDocx = Callable[..., Path]


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def texts(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


def test_a_row_is_a_block_with_its_cells_joined_by_tabs(make_docx: MakeDocx) -> None:
    body = p("清单") + table(row(cell(p("名称")), cell(p("数量"))), row(cell(p("水泵")), cell(p("2"))))
    document = read_docx(make_docx(body))
    assert texts(document) == ["清单", "名称\t数量", "水泵\t2"]
    assert [block.kind for block in document.blocks[1:]] == [BlockKind.TABLE_ROW] * 2
    assert [block.table for block in document.blocks] == [None, 0, 0]


def test_paragraphs_in_a_cell_are_joined_by_line_feeds(make_docx: MakeDocx) -> None:
    body = table(row(cell(p("甲方") + p("") + p("地址")), cell(p("乙方"))))
    assert read_docx(make_docx(body)).text == "甲方\n地址\t乙方"


def test_merged_cells_are_read_once(make_docx: MakeDocx) -> None:
    body = table(
        row(cell(p("合计"), '<w:gridSpan w:val="2"/>'), cell(p("备注"), '<w:vMerge w:val="restart"/>')),
        row(cell(p("一")), cell(p("二")), cell(p("看不见"), "<w:vMerge/>")),
    )
    assert texts(read_docx(make_docx(body))) == ["合计\t备注", "一\t二\t"]


def test_empty_rows_are_dropped(make_docx: MakeDocx) -> None:
    body = table(row(cell(p("名称")), cell(p("数量"))), row(cell(p("")), cell(p(""))))
    assert texts(read_docx(make_docx(body))) == ["名称\t数量"]


@pytest.mark.parametrize(
    "layout",
    [
        table(row(cell(p("第一条") + p("第二条")))),
        table(row(cell(p("第一条"))), row(cell(p("第二条")))),
    ],
)
def test_a_table_with_one_cell_in_each_row_is_layout(make_docx: MakeDocx, layout: str) -> None:
    document = read_docx(make_docx(layout))
    assert texts(document) == ["第一条", "第二条"]
    assert {(block.kind, block.table) for block in document.blocks} == {(BlockKind.PARAGRAPH, None)}


def test_clauses_in_a_row_across_a_table_are_plain_blocks(make_docx: MakeDocx) -> None:
    body = table(row(cell(p("名称")), cell(p("数量"))), row(cell(p("第一条") + p("第二条"))), row(cell(p("备注"))))
    document = read_docx(make_docx(body))
    assert texts(document) == ["名称\t数量", "第一条", "第二条", "备注"]
    assert [block.table for block in document.blocks] == [0, None, None, 0]


def test_nested_tables_follow_the_row(make_docx: MakeDocx) -> None:
    inner = table(row(cell(p("内一")), cell(p("内二"))))
    document = read_docx(make_docx(table(row(cell(p("外一") + inner + p("外二")), cell(p("外三"))))))
    assert texts(document) == ["外一\n外二\t外三", "内一\t内二"]
    assert [block.table for block in document.blocks] == [0, 1]


def test_content_controls_around_rows_and_cells_change_nothing(make_docx: MakeDocx) -> None:
    wrapped = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = wrapped.format(table(wrapped.format(row(cell(p("名称")), wrapped.format(cell(wrapped.format(p("数量"))))))))
    assert texts(read_docx(make_docx(body))) == ["名称\t数量"]


def test_a_deleted_row_is_not_read(make_docx: MakeDocx) -> None:
    body = table(
        row(cell(p("名称")), cell(p("数量"))),
        row(
            cell("<w:p><w:del><w:r><w:delText>水泵</w:delText></w:r></w:del></w:p>"), cell(p("")), properties="<w:del/>"
        ),
    )
    path = make_docx(body)
    assert texts(read_docx(path)) == ["名称\t数量"]
    assert texts(read_docx(path, revisions="rejected")) == ["名称\t数量", "水泵\t"]


def test_numbers_in_cells_count_with_the_text(make_docx: MakeDocx) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>文</w:t></w:r></w:p>'
    body = numbered + table(row(cell(numbered), cell(numbered))) + numbered
    assert texts(read_docx(make_docx(body, numbering=numbering))) == ["1. 文", "2. 文\t3. 文", "4. 文"]


def test_a_text_box_in_a_cell_follows_the_row(make_docx: MakeDocx) -> None:
    box = f"<w:p><w:r><w:pict><w:txbxContent>{p('框内')}</w:txbxContent></w:pict></w:r></w:p>"
    assert texts(read_docx(make_docx(table(row(cell(p("甲") + box), cell(p("乙"))))))) == ["甲\t乙", "框内"]
