"""Word's table of contents is set apart; prompts and boxes of content controls are read for what they mean."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractors import read
from extractors.docx import read_docx
from extractors.model import AsideKind, Span

MakeDocx = Callable[..., Path]

STYLES = (
    '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a9"><w:name w:val="TOC Heading"/></w:style>'
    '<w:style w:type="character" w:styleId="a3"><w:name w:val="Placeholder Text"/></w:style>'
)
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end"))
BODY = ("第一条 标的\n甲方购买设备。", "第二条 价款\n甲方支付价款。")


def p(text: str, style: str = "", before: str = "", after: str = "") -> str:
    name, _, page = text.partition("\t")
    tab = f"<w:r><w:tab/><w:t>{page}</w:t></w:r>" if page else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{before}<w:r><w:t>{name}</w:t></w:r>{tab}{after}</w:p>'


def body() -> str:
    return "".join(p(line) for part in BODY for line in part.split("\n"))


CONTENTS = {
    "by style": p("目　录") + p("第一条 标的\t1", "a1") + p("第二条 价款\t2", "a1"),
    "by field": p("目录") + p("第一条 标的\t1", before=BEGIN + SEPARATE) + p("第二条 价款\t2") + f"<w:p>{END}</w:p>",
    "in a control": "<w:sdt><w:sdtPr/><w:sdtContent>"
    + p("目录", "a9")
    + p("第一条 标的\t1", "a1", before=BEGIN + SEPARATE)
    + p("第二条 价款\t2", "a1", after=END)
    + "</w:sdtContent></w:sdt>",
}


@pytest.mark.parametrize("contents", CONTENTS.values(), ids=CONTENTS.keys())
def test_a_table_of_contents_is_set_apart(make_docx: MakeDocx, contents: str) -> None:
    contract = read(make_docx(contents + body(), styles=STYLES))
    assert contract.text == "\n".join(BODY)
    (aside,) = contract.document.asides
    assert aside.kind is AsideKind.TABLE_OF_CONTENTS
    assert aside.text.split("\n")[1:] == ["第一条 标的\t1", "第二条 价款\t2"]
    assert [clause.label for clause in contract.clauses] == ["第一条", "第二条"]


def test_a_field_that_is_never_closed_swallows_nothing(make_docx: MakeDocx) -> None:
    contents = p("第一条 标的\t1", before=BEGIN + SEPARATE)
    assert read_docx(make_docx(contents + body())).text == "\n".join(BODY)


def test_a_heading_without_contents_stays(make_docx: MakeDocx) -> None:
    assert read_docx(make_docx(p("目录") + p("附件清单"))).text == "目录\n附件清单"


def test_other_fields_in_the_text_are_no_contents(make_docx: MakeDocx) -> None:
    field = BEGIN.replace('TOC \\o "1-3"', "REF _Toc1") + SEPARATE
    assert read_docx(make_docx(p("见第 3", before=field, after=END) + p("共 12"))).text == "见第 3\n共 12"


def control(properties: str, text: str, run: str = "") -> str:
    return (
        f"<w:p><w:r><w:t>名称：</w:t></w:r><w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>"
        f"<w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )


@pytest.mark.parametrize(
    ("properties", "text", "run", "shown"),
    [
        ("<w:showingPlcHdr/>", "单击此处输入", "", "______"),
        ("<w:showingPlcHdr/>", "设备的全名", '<w:rStyle w:val="a3"/>', "_____"),
        ("<w:showingPlcHdr/>", "青松水泵", "", "青松水泵"),
        ('<w:showingPlcHdr w:val="0"/>', "请填写", "", "请填写"),
        ("", "单击此处输入", "", "单击此处输入"),
    ],
)
def test_a_prompt_nobody_has_answered_is_a_blank(
    make_docx: MakeDocx, properties: str, text: str, run: str, shown: str
) -> None:
    contract = read(make_docx(control(properties, text, run), styles=STYLES))
    assert contract.text == "名称：" + shown
    assert bool(contract.facts.blanks) == (set(shown) == {"_"})
    assert [len(place.span) for place in contract.document.places_of(Span(3, 3 + len(shown)))] == [len(shown)]


@pytest.mark.parametrize(
    ("value", "sign", "shown"), [("1", "☒", "☑"), ("0", "☐", "☐"), ("1", "★", "☑"), ("0", "○", "☐")]
)
def test_the_box_of_a_control_is_shown_by_its_state(make_docx: MakeDocx, value: str, sign: str, shown: str) -> None:
    box = (
        '<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
        f'<w14:checked w14:val="{value}"/></w14:checkbox>'
    )
    assert read_docx(make_docx(control(box, sign))).text == "名称：" + shown


def test_boxes_of_all_kinds_are_facts(make_docx: MakeDocx) -> None:
    legacy = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>'
        '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>诉讼</w:t></w:r>'
    )
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>仲裁</w:t></w:r>'
    new = (
        '<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
        '<w14:checked w14:val="0"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent>'
        "</w:sdt><w:r><w:t>调解</w:t></w:r>"
    )
    contract = read(make_docx(f"<w:p><w:r><w:t>争议：</w:t></w:r>{symbol}{legacy}{new}</w:p>"))
    assert [(box.label, box.checked) for box in contract.facts.checkboxes] == [
        ("仲裁", False),
        ("诉讼", True),
        ("调解", False),
    ]
    assert [option.of(contract.text) for option in contract.unchosen] == ["☐仲裁", "☐调解"]
