"""What a paragraph shows, and what it leaves out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.docx import read_docx
from extractors.model import Block, Span

MakeDocx = Callable[..., Path]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


UNDERLINED = '<w:u w:val="single"/>'


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<w:r><w:t>甲方</w:t><w:tab/><w:t>乙方</w:t></w:r>", "甲方\t乙方"),
        ("<w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t><w:cr/><w:t>第三行</w:t></w:r>", "第一行\n第二行\n第三行"),
        ('<w:r><w:br w:type="page"/><w:t>附件一</w:t><w:br/></w:r>', "附件一"),
        ("<w:r><w:t>HT</w:t><w:noBreakHyphen/><w:t>01</w:t><w:softHyphen/></w:r>", "HT-01"),
        ('<w:hyperlink r:id="rId9"><w:r><w:t>合同附件</w:t></w:r></w:hyperlink>', "合同附件"),
        ('<w:smartTag w:element="place"><w:r><w:t>北京市</w:t></w:r></w:smartTag>', "北京市"),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>", "控件"),
        ("<w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:r><w:t>条款</w:t></w:r>", "新增条款"),
        ("<w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo>", "移来"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "拼",
        ),
        ("<w:r><w:t>每日 &#10;万分之三</w:t></w:r>", "每日  万分之三"),
        ("<w:r><w:t>违约金=</w:t></w:r><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "违约金=a+b"),
    ],
)
def test_characters_are_read_as_word_shows_them(make_docx: MakeDocx, inside: str, shown: str) -> None:
    assert read_docx(make_docx(f"<w:p>{inside}</w:p>")).text == shown


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Wingdings", "F0A8", "☐"),
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings 2", "F052", "☑"),
        ("Wingdings 2", "00A3", "☐"),
        ("Wingdings", "F081", "①"),
        ("Symbol", "F0B1", "±"),
        ("宋体", "25A1", "□"),
        ("Wingdings", "F028", "\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_symbols_are_read_as_the_character_they_show(make_docx: MakeDocx, font: str, code: str, shown: str) -> None:
    body = f'<w:p><w:r><w:t>同意</w:t><w:sym w:font="{font}" w:char="{code}"/></w:r></w:p>'
    assert read_docx(make_docx(body)).text == "同意" + shown


def test_text_set_in_a_symbol_font_is_read_as_it_looks(make_docx: MakeDocx) -> None:
    fonts = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    document = read_docx(make_docx(paragraph(run("\uf0fe¨", fonts), run("同意"))))
    assert document.text == "☑☐同意"


def test_a_symbol_that_cannot_be_told_is_noticed(make_docx: MakeDocx) -> None:
    body = '<w:p><w:r><w:t>同意</w:t><w:sym w:font="Wingdings" w:char="F028"/></w:r></w:p>'
    assert [notice.code for notice in read_docx(make_docx(body)).notices] == ["unknown-symbols"]


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        ((run("合同编号："), run("      ", UNDERLINED), run("。")), "合同编号：______。"),
        ((run("编号："), run(" ", UNDERLINED), run(" ", UNDERLINED)), "编号：__"),
        ((run("编号："), run(" ", UNDERLINED), run("号")), "编号： 号"),
        ((run("自"), run("    年  月  日", UNDERLINED)), "自____年__月__日"),
        ((run("甲方："), run("  青松有限公司  ", UNDERLINED)), "甲方：  青松有限公司  "),
        ((run("甲方："), run("  ", UNDERLINED), run("青松有限公司", UNDERLINED)), "甲方：  青松有限公司"),
        ((run("甲方："), run("　　", UNDERLINED)), "甲方：__"),
        ((run("甲方："), run("    ")), "甲方：    "),
        ((run("甲方："), run("    ", '<w:u w:val="none"/>')), "甲方：    "),
        ((run("电话："), f"<w:r><w:rPr>{UNDERLINED}</w:rPr><w:tab/></w:r>", run("。")), "电话：____。"),
    ],
)
def test_underlined_blanks_can_be_seen_and_filled_ones_stay(
    make_docx: MakeDocx, runs: tuple[str, ...], shown: str
) -> None:
    assert read_docx(make_docx(paragraph(*runs))).text == shown


def test_an_underlined_blank_keeps_its_place(make_docx: MakeDocx) -> None:
    document = read_docx(make_docx(paragraph(run("编号："), run("    ", UNDERLINED))))
    (place,) = document.places_of(Span(3, 7))
    assert (place.run, place.offset, len(place.span)) == (1, 0, 4)


class TestFields:
    def test_only_the_result_is_shown(self, make_docx: MakeDocx) -> None:
        body = (
            '<w:p><w:r><w:t>见</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            "<w:r><w:instrText> REF _Ref1 </w:instrText><w:t>代码</w:t></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>第五条</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>。</w:t></w:r></w:p>'
        )
        assert read_docx(make_docx(body)).text == "见第五条。"

    def test_a_simple_field_shows_its_result(self, make_docx: MakeDocx) -> None:
        body = '<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>2025年</w:t></w:r></w:fldSimple></w:p>'
        assert read_docx(make_docx(body)).text == "2025年"

    def test_a_result_may_run_over_paragraphs(self, make_docx: MakeDocx) -> None:
        body = (
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText>'
            '<w:fldChar w:fldCharType="separate"/><w:t>总则</w:t></w:r></w:p>'
            '<w:p><w:r><w:t>付款</w:t><w:fldChar w:fldCharType="end"/><w:t>完</w:t></w:r></w:p>'
        )
        assert read_docx(make_docx(body)).text == "总则\n付款完"

    def test_a_field_that_never_ends_hides_no_later_paragraph(self, make_docx: MakeDocx) -> None:
        body = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p><w:p><w:r><w:t>第一条</w:t></w:r></w:p>'
        assert read_docx(make_docx(body)).text == "第一条"

    @pytest.mark.parametrize(
        ("form", "shown"),
        [
            ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "☐是"),
            ('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "☑是"),
            ('<w:ddList><w:result w:val="1"/><w:listEntry w:val="月"/><w:listEntry w:val="季"/></w:ddList>', "季是"),
        ],
    )
    def test_form_fields_show_their_state(self, make_docx: MakeDocx, form: str, shown: str) -> None:
        body = (
            f'<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData>{form}</w:ffData></w:fldChar></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>是</w:t></w:r></w:p>'
        )
        assert read_docx(make_docx(body)).text == shown


class TestTrackedChanges:
    def test_deleted_text_is_not_read(self, make_docx: MakeDocx) -> None:
        body = (
            "<w:p><w:r><w:t>违约金</w:t></w:r><w:del><w:r><w:delText>百分之</w:delText></w:r>"
            "<w:r><w:delText>二十</w:delText></w:r></w:del><w:ins><w:r><w:t>百分之十</w:t></w:r></w:ins>"
            "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom></w:p>"
        )
        document = read_docx(make_docx(body))
        assert document.text == "违约金百分之十"
        assert [notice.code for notice in document.notices] == ["tracked-changes"]

    def test_a_deleted_paragraph_mark_joins_two_paragraphs(self, make_docx: MakeDocx) -> None:
        mark = "<w:rPr><w:del/></w:rPr>"
        body = paragraph(run("甲方应当"), properties=mark) + paragraph(run("按时付款。")) + paragraph(run("乙方"))
        assert read_docx(make_docx(body)).text == "甲方应当按时付款。\n乙方"

    def test_joined_text_at_the_end_is_not_lost(self, make_docx: MakeDocx) -> None:
        assert read_docx(make_docx(paragraph(run("完"), properties="<w:rPr><w:del/></w:rPr>"))).text == "完"


class TestHiddenText:
    STYLES = (
        '<w:style w:type="character" w:styleId="note"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="draft"><w:rPr><w:vanish/></w:rPr></w:style>'
    )

    @pytest.mark.parametrize(
        "hidden",
        [
            run("内部意见", "<w:vanish/>"),
            run("内部意见", '<w:rStyle w:val="note"/>'),
        ],
    )
    def test_it_is_left_out_and_noticed(self, make_docx: MakeDocx, hidden: str) -> None:
        document = read_docx(make_docx(paragraph(run("付款"), hidden, run("期限")), styles=self.STYLES))
        assert document.text == "付款期限"
        assert [notice.code for notice in document.notices] == ["hidden-text"]
        assert "4" in document.notices[0].message

    def test_a_hidden_style_can_be_switched_off_for_a_run(self, make_docx: MakeDocx) -> None:
        style = '<w:pStyle w:val="draft"/>'
        body = paragraph(run("藏"), run("露", '<w:vanish w:val="0"/>'), properties=style)
        assert read_docx(make_docx(body, styles=self.STYLES)).text == "露"


class TestTextBoxes:
    BOX = (
        "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent>"
        "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent>"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )

    def test_a_box_is_read_once_after_its_paragraph(self, make_docx: MakeDocx) -> None:
        box = self.BOX.format(paragraph(run("框内一")) + paragraph(run("框内二")))
        body = f"<w:p><w:r><w:t>框前</w:t></w:r><w:r>{box}</w:r><w:r><w:t>框后</w:t></w:r></w:p>" + paragraph(
            run("次段")
        )
        document = read_docx(make_docx(body))
        assert document.text == "框前框后\n框内一\n框内二\n次段"

    def test_places_count_the_fallback_too(self, make_docx: MakeDocx) -> None:
        box = self.BOX.format(paragraph(run("框内")))
        body = f"<w:p><w:r>{box}</w:r><w:r><w:t>框后</w:t></w:r></w:p>" + paragraph(run("次段"))
        document = read_docx(make_docx(body))
        assert [(p.paragraph, p.run) for p in document.places] == [(0, 3), (1, 0), (3, 0)]

    def test_an_old_box_without_alternative_is_read(self, make_docx: MakeDocx) -> None:
        inner = f"<w:txbxContent>{paragraph(run('框内'))}</w:txbxContent>"
        box = f"<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
        assert read_docx(make_docx(f"<w:p><w:r><w:t>正文</w:t></w:r><w:r>{box}</w:r></w:p>")).text == "正文\n框内"


class TestLook:
    STYLES = (
        '<w:docDefaults><w:pPrDefault><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr><w:ind w:firstLine="420"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h1"><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/>'
        '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h2"><w:basedOn w:val="h1"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="y"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="y"><w:basedOn w:val="x"/></w:style>'
    )

    def block(self, make_docx: MakeDocx, properties: str, *runs: str) -> Block:
        return read_docx(
            make_docx(paragraph(*(runs or (run("付款"),)), properties=properties), styles=self.STYLES)
        ).blocks[0]

    def test_it_comes_down_the_chain_of_styles(self, make_docx: MakeDocx) -> None:
        block = self.block(make_docx, '<w:pStyle w:val="h2"/>')
        assert (block.outline, block.bold, block.centered, block.indent) == (2, True, True, 21.0)

    def test_the_default_style_holds_where_none_is_named(self, make_docx: MakeDocx) -> None:
        block = self.block(make_docx, "")
        assert (block.outline, block.bold, block.centered, block.indent) == (None, False, False, 21.0)

    def test_the_paragraph_itself_has_the_last_word(self, make_docx: MakeDocx) -> None:
        own = '<w:pStyle w:val="h1"/><w:ind w:left="400" w:hanging="200"/><w:jc w:val="left"/><w:outlineLvl w:val="9"/>'
        block = self.block(make_docx, own)
        assert (block.outline, block.centered, block.indent) == (None, False, 10.0)

    def test_an_indent_in_characters_is_read(self, make_docx: MakeDocx) -> None:
        assert self.block(make_docx, '<w:ind w:leftChars="200" w:firstLine="0"/>').indent == 21.0

    def test_bold_means_all_of_it(self, make_docx: MakeDocx) -> None:
        assert self.block(make_docx, "", run("付款", "<w:b/>"), run("  "), run("期限", "<w:b/>")).bold
        assert not self.block(make_docx, "", run("付款", "<w:b/>"), run("期限")).bold

    def test_styles_in_a_circle_do_no_harm(self, make_docx: MakeDocx) -> None:
        assert self.block(make_docx, '<w:pStyle w:val="x"/>').outline is None


def test_paragraphs_without_text_are_dropped(make_docx: MakeDocx) -> None:
    body = paragraph() + paragraph(run("  ")) + paragraph(run("正文")) + paragraph(run(" "))
    document = read_docx(make_docx(body))
    assert (document.text, len(document.blocks)) == ("正文", 1)
