"""Headers, footers, notes and comments, and what the user is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.docx import read_docx
from extractors.model import AsideKind, Document, Span

MakeDocx = Callable[..., Path]


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def asides(document: Document) -> list[tuple[AsideKind, str]]:
    return [(aside.kind, aside.text) for aside in document.asides]


def test_headers_and_footers_are_set_apart_each_text_once(make_docx: MakeDocx) -> None:
    path = make_docx(p("正文"), header1=p("青松采购合同"), header2=p("青松采购合同"), footer1=p("机密"), footer2=p(""))
    document = read_docx(path)
    assert document.text == "正文"
    assert asides(document) == [(AsideKind.HEADER, "青松采购合同"), (AsideKind.FOOTER, "机密")]


@pytest.mark.parametrize("text", ["- 3 -", "第 1 页 共 9 页", "2/10", "Page 1 of 3"])
def test_page_numbers_are_told_from_footers(make_docx: MakeDocx, text: str) -> None:
    assert asides(read_docx(make_docx(p("正文"), footer1=p(text)))) == [(AsideKind.PAGE_NUMBER, text)]


def test_notes_are_set_apart_without_their_separators(make_docx: MakeDocx) -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{p("线")}</w:footnote><w:footnote w:id="1">{p("脚注")}</w:footnote>'
    )
    path = make_docx(p("正文"), footnotes=notes, endnotes=f'<w:endnote w:id="1">{p("尾注")}</w:endnote>')
    assert asides(read_docx(path)) == [(AsideKind.FOOTNOTE, "脚注"), (AsideKind.FOOTNOTE, "尾注")]


def test_a_note_keeps_a_mark_where_the_text_refers_to_it(make_docx: MakeDocx) -> None:
    body = (
        '<w:p><w:r><w:t>违约金</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:t>，</w:t></w:r>'
        '<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="3"/></w:r></w:p>'
    )
    notes = f'<w:footnote w:id="3">{p("后注")}</w:footnote><w:footnote w:id="7">{p("前注")}</w:footnote>'
    path = make_docx(body, footnotes=notes, endnotes=f'<w:endnote w:id="2">{p("尾注")}</w:endnote>')
    document = read_docx(path)
    assert document.text == "违约金[注1]，[尾注1][注2]"
    assert [text for _, text in asides(document)] == ["[注2] 后注", "[注1] 前注", "[尾注1] 尾注"]
    assert document.places_of(Span(3, 7)) == ()


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("<w:r><w:drawing><pic:pic/></w:drawing></w:r>", "pictures"),
        ("<w:r><w:pict><v:imagedata/></w:pict></w:r>", "pictures"),
        ("<w:r><w:rPr><w:strike/></w:rPr><w:t>作废</w:t></w:r>", "struck-text"),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "formulas"),
    ],
)
def test_what_cannot_be_read_is_noticed(make_docx: MakeDocx, inside: str, code: str) -> None:
    document = read_docx(make_docx(f"<w:p><w:r><w:t>正文</w:t></w:r>{inside}</w:p>"))
    assert [notice.code for notice in document.notices] == [code]


def test_an_embedded_document_is_noticed(make_docx: MakeDocx) -> None:
    document = read_docx(make_docx(p("正文") + '<w:altChunk r:id="rId9"/>'))
    assert [notice.code for notice in document.notices] == ["embedded-documents"]


def test_a_plain_contract_gives_no_notice(make_docx: MakeDocx) -> None:
    document = read_docx(make_docx(p("正文")))
    assert (document.notices, document.asides) == ((), ())
