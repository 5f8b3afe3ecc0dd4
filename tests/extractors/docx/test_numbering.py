"""Word's automatic numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.docx import read_docx
from extractors.docx.numerals import written

MakeDocx = Callable[..., Path]


def level(ilvl: int, template: str, number_format: str = "decimal", start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>'
        f'{more}<w:lvlText w:val="{template}"/></w:lvl>'
    )


def abstract(abstract_id: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{abstract_id}">{"".join(levels)}</w:abstractNum>'


def num(num_id: int, abstract_id: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{abstract_id}"/>{overrides}</w:num>'


def start_override(ilvl: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{ilvl}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def item(num_id: int, ilvl: int = 0, text: str = "文", properties: str = "") -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num_id}"/></w:numPr>{properties}</w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
    )


def labels(path: Path) -> list[str]:
    return [block.label for block in read_docx(path).blocks]


CHAPTERS = abstract(
    0, level(0, "第%1条", "chineseCountingThousand"), level(1, "%1.%2", more="<w:isLgl/>"), level(2, "（%3）")
)


def test_the_label_stands_in_the_text_without_a_place(make_docx: MakeDocx) -> None:
    document = read_docx(make_docx(item(1, text="付款方式"), numbering=CHAPTERS + num(1, 0)))
    (block,) = document.blocks
    assert (document.text, block.label, block.numbering) == ("第一条 付款方式", "第一条", (0, 0))
    assert [(place.span.start, place.offset) for place in document.places] == [(4, 0)]


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        ("", "1. 文"),
        ('<w:suff w:val="tab"/>', "1. 文"),
        ('<w:suff w:val="space"/>', "1. 文"),
        ('<w:suff w:val="nothing"/>', "1.文"),
    ],
)
def test_what_follows_the_number(make_docx: MakeDocx, suffix: str, text: str) -> None:
    numbering = abstract(0, level(0, "%1.", more=suffix)) + num(1, 0)
    assert read_docx(make_docx(item(1), numbering=numbering)).text == text


def test_lower_levels_begin_anew_under_each_upper_one(make_docx: MakeDocx) -> None:
    body = "".join(item(1, ilvl) for ilvl in (0, 1, 2, 2, 1, 2, 0, 1))
    shown = ["第一条", "1.1", "（1）", "（2）", "1.2", "（1）", "第二条", "2.1"]
    assert labels(make_docx(body, numbering=CHAPTERS + num(1, 0))) == shown


def test_a_level_used_before_its_upper_one_begins_that_too(make_docx: MakeDocx) -> None:
    body = "".join(item(1, ilvl) for ilvl in (1, 1, 0, 1))
    assert labels(make_docx(body, numbering=CHAPTERS + num(1, 0))) == ["1.1", "1.2", "第二条", "2.1"]


@pytest.mark.parametrize(
    ("restart", "shown"),
    [("", ["1", "a", "i", "b", "i"]), ("0", ["1", "a", "i", "b", "ii"]), ("1", ["1", "a", "i", "b", "ii"])],
)
def test_a_level_may_say_which_level_restarts_it(make_docx: MakeDocx, restart: str, shown: list[str]) -> None:
    more = f'<w:lvlRestart w:val="{restart}"/>' if restart else ""
    numbering = abstract(
        0, level(0, "%1"), level(1, "%2", "lowerLetter"), level(2, "%3", "lowerRoman", more=more)
    ) + num(1, 0)
    body = "".join(item(1, ilvl) for ilvl in (0, 1, 2, 1, 2))
    assert labels(make_docx(body, numbering=numbering)) == shown


def test_lists_of_one_abstract_list_count_on_together(make_docx: MakeDocx) -> None:
    numbering = abstract(0, level(0, "%1.")) + num(1, 0) + num(2, 0)
    assert labels(make_docx(item(1) + item(2) + item(1), numbering=numbering)) == ["1.", "2.", "3."]


def test_a_list_may_start_anew_once(make_docx: MakeDocx) -> None:
    numbering = abstract(0, level(0, "%1.")) + num(1, 0) + num(2, 0, start_override(0, 5))
    body = item(1) + item(1) + item(2) + item(2)
    assert labels(make_docx(body, numbering=numbering)) == ["1.", "2.", "5.", "6."]


def test_a_list_may_bring_its_own_level(make_docx: MakeDocx) -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "附件%1", "chineseCounting", 3)}</w:lvlOverride>'
    numbering = abstract(0, level(0, "%1.")) + num(1, 0, override)
    assert labels(make_docx(item(1) + item(1), numbering=numbering)) == ["附件三", "附件四"]


def test_list_number_zero_takes_a_paragraph_out(make_docx: MakeDocx) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="s"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    style = '<w:pStyle w:val="s"/>'
    body = (
        f"<w:p><w:pPr>{style}</w:pPr><w:r><w:t>一</w:t></w:r></w:p>"
        f'<w:p><w:pPr>{style}<w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>二</w:t></w:r></w:p>'
        f"<w:p><w:pPr>{style}</w:pPr><w:r><w:t>三</w:t></w:r></w:p>"
    )
    path = make_docx(body, numbering=abstract(0, level(0, "%1.")) + num(1, 0), styles=styles)
    assert labels(path) == ["1.", "", "2."]


def test_a_style_is_numbered_at_the_level_linked_to_it(make_docx: MakeDocx) -> None:
    numbering = abstract(
        0, level(0, "第%1章", more='<w:pStyle w:val="h1"/>'), level(1, "%1.%2", more='<w:pStyle w:val="h2"/>')
    ) + num(1, 0)
    styles = (
        '<w:style w:type="paragraph" w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h2"><w:basedOn w:val="h1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="h2bold"><w:basedOn w:val="h2"/></w:style>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>文</w:t></w:r></w:p>'
        for style in ("h1", "h2", "h2bold", "h1")
    )
    assert labels(make_docx(body, numbering=numbering, styles=styles)) == ["第1章", "1.1", "1.2", "第2章"]


def test_an_abstract_list_may_be_a_link_to_a_numbering_style(make_docx: MakeDocx) -> None:
    link = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="legal"/></w:abstractNum>'
    styles = (
        '<w:style w:type="numbering" w:styleId="legal"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = link + CHAPTERS + num(1, 0) + num(2, 7)
    assert labels(make_docx(item(2) + item(2), numbering=numbering, styles=styles)) == ["第一条", "第二条"]


def test_legal_levels_write_upper_numbers_in_arabic(make_docx: MakeDocx) -> None:
    numbering = abstract(0, level(0, "第%1条", "chineseCounting"), level(1, "%1.%2", more="<w:isLgl/>")) + num(1, 0)
    assert labels(make_docx(item(1) + item(1, 1), numbering=numbering)) == ["第一条", "1.1"]
    plain = abstract(0, level(0, "第%1条", "chineseCounting"), level(1, "%1.%2")) + num(1, 0)
    assert labels(make_docx(item(1) + item(1, 1), numbering=plain)) == ["第一条", "一.1"]


@pytest.mark.parametrize(
    ("template", "number_format", "text"),
    [("\uf06c", "bullet", "• 文"), ("", "bullet", "文"), ("", "decimal", "文"), ("注：%1", "none", "注： 文")],
)
def test_bullets_and_levels_without_numbers(make_docx: MakeDocx, template: str, number_format: str, text: str) -> None:
    numbering = abstract(0, level(0, template, number_format)) + num(1, 0)
    assert read_docx(make_docx(item(1), numbering=numbering)).text == text


def test_a_custom_format_pads_with_zeros(make_docx: MakeDocx) -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
        '</mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert labels(make_docx(item(1), numbering=abstract(0, custom) + num(1, 0))) == ["007"]


def test_hidden_paragraphs_count_and_deleted_ones_do_not(make_docx: MakeDocx) -> None:
    hidden = item(1, text="", properties="<w:rPr><w:vanish/></w:rPr>")
    deleted = item(1, text="", properties="<w:rPr><w:del/></w:rPr>")
    path = make_docx(item(1) + hidden + deleted + item(1), numbering=abstract(0, level(0, "%1.")) + num(1, 0))
    assert labels(path) == ["1.", "3."]


def test_an_empty_numbered_paragraph_shows_its_number(make_docx: MakeDocx) -> None:
    path = make_docx(item(1, text="") + item(1), numbering=abstract(0, level(0, "%1.")) + num(1, 0))
    assert read_docx(path).text == "1. \n2. 文"


@pytest.mark.parametrize("number_format", ["lowerLetter", "upperRoman", "chineseCounting"])
def test_a_number_no_list_reaches_stays_short(make_docx: MakeDocx, number_format: str) -> None:
    numbering = abstract(0, level(0, "%1", number_format, start=10**18)) + num(1, 0)
    assert labels(make_docx(item(1), numbering=numbering)) == [str(10**18)]


def test_levels_a_list_cannot_have_are_passed_over(make_docx: MakeDocx) -> None:
    override = f'<w:lvlOverride w:ilvl="40">{level(40, "%1")}</w:lvlOverride>'
    numbering = abstract(0, level(0, "%1.")) + num(1, 0, override)
    assert labels(make_docx(item(1, 40) + item(1), numbering=numbering)) == ["", "1."]


@pytest.mark.parametrize("body", [item(9), item(1, 5)])
def test_lists_and_levels_that_are_not_there_number_nothing(make_docx: MakeDocx, body: str) -> None:
    assert labels(make_docx(body, numbering=CHAPTERS + num(1, 0))) == [""]


def test_the_level_indents_the_paragraph_unless_it_does_so_itself(make_docx: MakeDocx) -> None:
    indented = level(0, "%1.", more='<w:pPr><w:ind w:left="400" w:hanging="200"/></w:pPr>')
    numbering = abstract(0, indented) + num(1, 0)
    body = item(1) + item(1, properties='<w:ind w:left="600"/>')
    assert [block.indent for block in read_docx(make_docx(body, numbering=numbering)).blocks] == [10.0, 20.0]


@pytest.mark.parametrize(
    ("number_format", "value", "shown"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 5, "05"),
        ("decimalZero", 12, "12"),
        ("decimalFullWidth", 10, "１０"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 9, "ix"),
        ("upperLetter", 2, "B"),
        ("lowerLetter", 28, "bb"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCounting", 102, "一○二"),
        ("taiwaneseCounting", 30, "三十"),
        ("chineseCountingThousand", 12, "十二"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 2003, "二千零三"),
        ("chineseCountingThousand", 10010, "一万零一十"),
        ("japaneseCounting", 11, "十一"),
        ("japaneseCounting", 115, "百十五"),
        ("chineseLegalSimplified", 10, "壹拾"),
        ("chineseLegalSimplified", 23, "贰拾叁"),
        ("ideographLegalTraditional", 6, "陸"),
        ("ideographTraditional", 3, "丙"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("ideographZodiacTraditional", 13, "丙子"),
        ("ideographDigital", 20, "二○"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedCircleChinese", 1, "①"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 3, "⒊"),
        ("ideographEnclosedCircle", 4, "㊃"),
        ("numberInDash", 4, "- 4 -"),
        ("chineseCounting", 0, "0"),
        ("somethingNew", 4, "4"),
        ("none", 4, ""),
        ("bullet", 4, ""),
    ],
)
def test_numbers_are_written_as_word_writes_them(number_format: str, value: int, shown: str) -> None:
    assert written(value, number_format) == shown
