"""What a PDF becomes: its text, its places, and an error that says why where it cannot be read."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.errors import (
    CancelledError,
    DamagedFileError,
    EmptyFileError,
    FileVanishedError,
    NotAContractFileError,
    NoTextError,
    PasswordNeededError,
    TooLargeError,
    UnreadableFileError,
)
from extractors.model import AsideKind, BlockKind, Document, LinePlace, Span
from extractors.pdf import read_pdf
from tests.extractors.pdf.make import Page, make_pdf

Reader = Callable[..., Document]

LEFT, INDENT = 90, 114  # the body's margin, and two ems further in; 34 characters of 12 points end at 498
FULL = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地"


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    def read_pages(*pages: Page, trailer: str = "") -> Document:
        path = tmp_path / "合同.pdf"
        path.write_bytes(make_pdf(*pages, trailer=trailer))
        return read_pdf(path)

    return read_pages


def blocks(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


def clause(number: str, length: int) -> str:
    """An indented first line or a further line of a clause, of so many characters."""
    return (number + FULL)[:length]


# ── paragraphs ──────────────────────────────────────────────────────────────


def body(*lines: tuple[float, str]) -> Page:
    """A page with enough full lines at its top to show where the margins are."""
    page = Page()
    for index in range(4):
        page.text(INDENT, 120 + 40 * index, FULL[:32]).text(LEFT, 140 + 40 * index, FULL[:10] + "。")
    for index, (x, text) in enumerate(lines):
        page.text(x, 280 + 20 * index, text)
    return page


def last_blocks(document: Document) -> list[str]:
    return blocks(document)[4:]


def test_a_full_line_runs_on_without_a_space_between_characters(read: Reader) -> None:
    document = read(body((INDENT, "第一条 " + FULL[:28]), (LEFT, FULL[:20] + "。"), (INDENT, "第二条 违约责任")))
    assert last_blocks(document) == ["第一条 " + FULL[:28] + FULL[:20] + "。", "第二条 违约责任"]


def test_a_short_line_ends_its_paragraph(read: Reader) -> None:
    assert last_blocks(read(body((LEFT, "甲方：北京某公司"), (LEFT, "乙方：上海某公司")))) == [
        "甲方：北京某公司",
        "乙方：上海某公司",
    ]


def test_latin_words_are_joined_by_one_space(read: Reader) -> None:
    first = "The supplier shall deliver the goods to the buyer within thirty day"
    document = read(body((LEFT, first), (LEFT, "after the date of this agreement.")))
    assert last_blocks(document) == [first + " after the date of this agreement."]


@pytest.mark.parametrize("label", ["第二条", "二、", "（二）", "2.", "2、", "2.1", "(2)", "②"])
def test_a_new_number_begins_a_new_block_after_a_full_line(read: Reader, label: str) -> None:
    document = read(body((LEFT, FULL[:33] + "。"), (LEFT, label + " 乙方应付款。")))
    assert last_blocks(document) == [FULL[:33] + "。", label + " 乙方应付款。"]


@pytest.mark.parametrize("rest", ["第五条约定支付。", "30日内付清。", "1.5倍支付。", "2026年1月1日起算。"])
def test_a_number_inside_a_sentence_does_not_begin_a_block(read: Reader, rest: str) -> None:
    document = read(body((INDENT, FULL[:32]), (LEFT, rest)))
    assert last_blocks(document) == [FULL[:32] + rest]


def test_a_list_item_runs_on_under_its_text(read: Reader) -> None:
    document = read(body((LEFT, "1.  " + FULL[:32]), (LEFT + 24, "乙方应付款。"), (LEFT, "2.  甲方应验收。")))
    assert last_blocks(document) == ["1. " + FULL[:32] + "乙方应付款。", "2. 甲方应验收。"]


def test_a_paragraph_runs_on_over_the_page_and_its_page_number(read: Reader) -> None:
    first = body((INDENT, FULL[:32])).text(290, 800, "1")
    second = Page().text(LEFT, 120, "甲方书面同意后方可变更。").text(290, 800, "2")
    document = read(first, second)
    assert last_blocks(document) == [FULL[:32] + "甲方书面同意后方可变更。"]
    assert [(aside.kind, aside.text, aside.page) for aside in document.asides] == [
        (AsideKind.PAGE_NUMBER, "1", 1),
        (AsideKind.PAGE_NUMBER, "2", 2),
    ]
    assert document.page_of(document.text.index("甲方书面")) == 2


def test_a_centred_title_stands_alone(read: Reader) -> None:
    document = read(body((LEFT, FULL[:33]), (240, "设备采购补充协议书"), (INDENT, "正文。")))
    title = next(block for block in document.blocks if block.span.of(document.text) == "设备采购补充协议书")
    assert title.centered


def test_rows_of_a_form_stay_apart(read: Reader) -> None:
    rows = ["住所地：" + "_" * 60, "联系人：" + "_" * 60]
    assert last_blocks(read(body((LEFT, rows[0]), (LEFT, rows[1])))) == rows


# ── lines ───────────────────────────────────────────────────────────────────


def test_two_columns_of_a_signature_page_stay_on_one_line_with_a_gap(read: Reader) -> None:
    (line,) = blocks(read(Page().text(330, 300, "乙方（盖章）：").text(LEFT, 300, "甲方（盖章）：")))
    left, right = line.split("  ", 1)
    assert (left, right.strip()) == ("甲方（盖章）：", "乙方（盖章）：")


def test_small_gaps_between_characters_are_no_spaces(read: Reader) -> None:
    page = Page()
    for index, char in enumerate("本合同自双方签字之日起生效"):
        page.text(LEFT + 15 * index, 300, char)
    assert blocks(read(page)) == ["本合同自双方签字之日起生效"]


def test_a_spaced_out_title_is_one_word(read: Reader) -> None:
    page = Page()
    for index, char in enumerate("保密协议"):
        page.text(180 + 48 * index, 300, char, size=24)
    assert blocks(read(page)) == ["保密协议"]


def test_doubled_characters_of_fake_bold_are_read_once(read: Reader) -> None:
    page = (
        Page()
        .text(LEFT, 300, "北京市房屋租赁合同")
        .text(LEFT + 0.4, 300, "北京")
        .text(LEFT + 24.4, 300, "市房屋租赁合同")
    )
    document = read(page)
    assert blocks(document) == ["北京市房屋租赁合同"]
    assert document.blocks[0].bold


def test_characters_written_twice_stay(read: Reader) -> None:
    assert blocks(read(Page().text(LEFT, 300, "人人有责，天天向上，3300元"))) == ["人人有责，天天向上，3300元"]


def test_radicals_and_compatibility_ideographs_become_the_characters_meant(read: Reader) -> None:
    page = Page().text(LEFT, 300, "甲\u2f45与⼄\u2f45，⺠事，违约\uf90a，㈠，½，Ａ")
    assert blocks(read(page)) == ["甲方与乙方，民事，违约金，㈠，½，Ａ"]


def test_a_line_drawn_under_empty_space_becomes_underscores(read: Reader) -> None:
    page = Page().text(LEFT, 300, "租金").rule(114, 302, 174, 302).text(174, 300, "元整。")
    assert blocks(read(page)) == ["租金__________元整。"]


def test_a_short_line_under_nothing_but_empty_space_is_a_blank(read: Reader) -> None:
    page = Page().text(LEFT, 300, "一式").rule(114, 302, 122, 302).text(122, 300, "份。")
    assert blocks(read(page)) == ["一式__份。"]


def test_a_line_drawn_under_words_changes_nothing(read: Reader) -> None:
    assert blocks(read(Page().text(LEFT, 300, "不得转租。").rule(90, 302, 138, 302))) == ["不得转租。"]


def test_a_wide_gap_without_a_line_stays_as_spaces(read: Reader) -> None:
    (line,) = blocks(read(Page().text(LEFT, 300, "至").text(150, 300, "年").text(200, 300, "月")))
    assert [part.strip() for part in line.split("  ") if part.strip()] == ["至", "年", "月"]


def test_what_was_filled_into_a_form_field_is_part_of_the_text(read: Reader) -> None:
    page = Page().text(LEFT, 300, "甲方：").form_field(126, 300, "某某公司").text(LEFT, 320, "乙方：")
    document = read(page)
    assert blocks(document) == ["甲方：某某公司", "乙方："]
    assert place_of(document, "某某公司").page == 1


# ── what is not the contract ────────────────────────────────────────────────


@pytest.mark.parametrize("form", ["第 {} 页 共 3 页", "- {} -", "{}/3", "— {} —", "第{}页", "Page {} of 3", "{}"])
def test_page_numbers_are_set_apart_even_in_two_pages(read: Reader, form: str) -> None:
    pages = [Page().text(LEFT, 200, f"正文{page}。").text(280, 805, form.format(page)) for page in (1, 2)]
    document = read(*pages)
    assert blocks(document) == ["正文1。", "正文2。"]
    assert {aside.kind for aside in document.asides} == {AsideKind.PAGE_NUMBER}


def test_page_numbers_above_a_large_margin_are_set_apart(read: Reader) -> None:
    pages = [Page().text(LEFT, 200, f"正文{page}。").text(480, 700, str(page)) for page in (1, 2, 3)]
    assert blocks(read(*pages)) == ["正文1。", "正文2。", "正文3。"]


def test_running_heads_are_set_apart(read: Reader) -> None:
    pages = [Page().text(LEFT, 50, "采购合同 编号2026-01").text(LEFT, 200, f"正文{page}。") for page in (1, 2, 3)]
    document = read(*pages)
    assert blocks(document) == ["正文1。", "正文2。", "正文3。"]
    assert [(aside.kind, aside.page) for aside in document.asides] == [(AsideKind.HEADER, page) for page in (1, 2, 3)]


def test_a_slanted_watermark_is_set_apart(read: Reader) -> None:
    document = read(Page().text(LEFT, 300, "甲方应付款。").text(200, 320, "样本请勿使用", size=60, degrees=45))
    assert blocks(document) == ["甲方应付款。"]
    assert [(aside.kind, aside.text) for aside in document.asides] == [(AsideKind.WATERMARK, "样本请勿使用")]


def test_comments_are_kept_with_what_they_mark(read: Reader) -> None:
    page = Page(notes=["比例过高，请压低", ""]).text(LEFT, 300, "甲方：").form_field(126, 300, "某某公司")
    document = read(page, Page(notes=["已确认"]).text(LEFT, 300, "甲方应付款"))
    assert blocks(document) == ["甲方：某某公司", "甲方应付款"]
    assert [(comment.author, comment.text) for comment in document.comments] == [
        ("Li", "比例过高，请压低"),
        ("Li", "已确认"),
    ]
    assert document.comments[1].date == datetime(2026, 3, 1, 10, 20, 30)  # noqa: DTZ001 - by the author's clock
    assert document.comments[1].span is not None
    assert document.comments[1].span.of(document.text) == "方应付"


def test_a_comment_written_on_a_page_with_form_fields_is_no_part_of_the_text(read: Reader) -> None:
    page = Page().text(LEFT, 300, "甲方：").form_field(126, 300, "某某公司").written_note(LEFT, 340, "请核对名称")
    document = read(page)
    assert document.text == "甲方：某某公司"
    assert [comment.text for comment in document.comments] == ["请核对名称"]


# ── tables ──────────────────────────────────────────────────────────────────


def test_a_ruled_table_is_read_row_by_row(read: Reader) -> None:
    page = Page().grid([90, 240, 390], [300, 330, 360]).text(LEFT, 280, "价格如下：").text(LEFT, 400, "以上含税。")
    page.text(100, 320, "名称").text(250, 320, "单价").text(100, 350, "服务器").text(250, 350, "5000元")
    document = read(page)
    assert blocks(document) == ["价格如下：", "名称\t单价", "服务器\t5000元", "以上含税。"]
    assert [block.kind for block in document.blocks[1:3]] == [BlockKind.TABLE_ROW] * 2
    assert [block.table for block in document.blocks] == [None, 0, 0, None]


def test_a_table_that_goes_on_over_the_page_is_one(read: Reader) -> None:
    first = Page().text(LEFT, 280, "价格如下：").grid([90, 240, 390], [700, 730, 760])
    first.text(100, 720, "名称").text(250, 720, "单价").text(100, 750, "服务器").text(250, 750, "5000元")
    second = Page().grid([90, 240, 390], [100, 130]).text(100, 120, "交换机").text(250, 120, "800元")
    second.text(LEFT, 300, "以上含税。").grid([90, 240, 390], [400, 430])
    second.text(100, 420, "合计").text(250, 420, "5800元")
    assert [block.table for block in read(first, second).blocks] == [None, 0, 0, 0, None, 1]


def test_a_row_without_border_at_the_page_break_is_read(read: Reader) -> None:
    page = Page().rule(90, 330, 390, 330).rule(90, 360, 390, 360)
    for x in (90, 240, 390):
        page.rule(x, 300, x, 360)
    page.text(100, 320, "名称").text(250, 320, "单价").text(100, 350, "服务器").text(250, 350, "5000元")
    assert blocks(read(page)) == ["名称\t单价", "服务器\t5000元"]


def test_a_table_without_borders_at_its_sides_is_read(read: Reader) -> None:
    page = Page().rule(240, 300, 240, 360)
    page.rule(300, 300, 300, 360)
    for y in (300, 330, 360):
        page.rule(90, y, 390, y)
    page.text(100, 320, "名称").text(250, 320, "数量").text(310, 320, "单价")
    page.text(100, 350, "服务器").text(250, 350, "2").text(310, 350, "5000元")
    page.grid([90, 240, 390], [500, 530])  # the lines in the middle of a page are too few to show a table by themselves
    page.text(100, 520, "合计").text(250, 520, "10000元")
    assert blocks(read(page)) == ["名称\t数量\t单价", "服务器\t2\t5000元", "合计\t10000元"]


def test_cells_that_reach_over_rows_and_columns_are_read_once(read: Reader) -> None:
    page = Page().rule(90, 300, 390, 300).rule(190, 330, 390, 330).rule(90, 360, 390, 360).rule(90, 390, 390, 390)
    for x, bottom in ((90, 390), (190, 360), (290, 360), (390, 390)):
        page.rule(x, 300, x, bottom)
    page.text(100, 335, "设备").text(200, 320, "服务器").text(300, 320, "5000元")
    page.text(200, 350, "交换机").text(300, 350, "800元").text(100, 380, "合计5800元")
    assert blocks(read(page)) == ["设备\t服务器\t5000元", "交换机\t800元", "合计5800元"]


def test_a_large_pale_watermark_is_set_apart(read: Reader) -> None:
    page = Page().text(LEFT, 300, "甲方应付款。")
    page.operators.append(("0.85 g", ""))
    document = read(page.text(200, 320, "样本", size=60))
    assert blocks(document) == ["甲方应付款。"]
    assert [(aside.kind, aside.text) for aside in document.asides] == [(AsideKind.WATERMARK, "样本")]


def test_a_frame_around_text_is_no_table(read: Reader) -> None:
    document = read(Page().grid([80, 500], [280, 400]).lines(LEFT, 300, "甲方：某公司", "乙方：某公司"))
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH] * 2


# ── places ──────────────────────────────────────────────────────────────────


def test_every_character_of_the_file_has_its_place(read: Reader) -> None:
    document = read(body((INDENT, FULL[:32]), (LEFT, "甲方应 付款。")).text(290, 800, "1"))
    placed = {index for place in document.places for index in range(place.span.start, place.span.end)}
    assert {index for index, char in enumerate(document.text) if char != "\n"} <= placed
    for place in document.places:
        assert isinstance(place, LinePlace)
        assert len(place.edges) == len(place.span) + 1
        assert list(place.edges) == sorted(place.edges)


def place_of(document: Document, words: str) -> LinePlace:
    start = document.text.index(words)
    (place,) = document.places_of(Span(start, start + len(words)))
    assert isinstance(place, LinePlace)
    return place


def test_a_box_counts_from_the_top_left(read: Reader) -> None:
    place = place_of(read(Page().text(LEFT, 300, "付款")), "付款")
    assert place.edges == pytest.approx((90, 102, 114), abs=0.1)
    assert (place.box.x0, place.box.x1) == pytest.approx((90, 114), abs=0.1)
    assert 286 < place.box.top < 300 < place.box.bottom < 304


def test_a_box_counts_from_the_corner_of_the_crop_box(read: Reader) -> None:
    page = Page(crop=(50, 100, 545, 742)).text(LEFT, 300, "付款").text(10, 300, "裁掉")
    document = read(page)
    assert document.text == "付款"
    place = place_of(document, "付款")
    assert place.box.x0 == pytest.approx(40, abs=0.1)
    assert 186 < place.box.top < 200 < place.box.bottom < 204


def test_a_rotated_page_is_read_as_shown(read: Reader) -> None:
    page = Page(rotate=90)
    page.text(300, 742, "甲方应付款。", degrees=90).text(320, 742, "乙方应交货。", degrees=90)
    document = read(page)
    assert blocks(document) == ["甲方应付款。", "乙方应交货。"]
    assert place_of(document, "甲方").box.x0 == pytest.approx(100, abs=0.1)


def test_the_document_tells_of_its_file(read: Reader, tmp_path: Path) -> None:
    document = read(Page().text(LEFT, 300, "正文"), Page().text(LEFT, 300, "附件"))
    assert (document.name, document.pages) == ("合同.pdf", 2)
    assert document.sha256 == hashlib.sha256((tmp_path / "合同.pdf").read_bytes()).hexdigest()


# ── what cannot be read ─────────────────────────────────────────────────────


def drawing() -> Page:
    return Page().rule(90, 100, 100, 100)  # too little for text recognition to look at


def test_a_page_without_text_is_named_in_a_notice(read: Reader) -> None:
    document = read(Page().text(LEFT, 300, "正文"), drawing())
    assert [(notice.code, notice.message, notice.page) for notice in document.notices] == [
        ("page-without-text", "第 2 页没有识别出文字，请核对原件", 2)
    ]
    assert document.pages == 2


def test_a_blank_page_is_nothing_to_tell(read: Reader) -> None:
    assert read(Page().text(LEFT, 300, "正文"), Page()).notices == ()


def test_a_scan_has_no_text(read: Reader) -> None:
    with pytest.raises(NoTextError):
        read(drawing(), drawing())


def test_an_encrypted_file_needs_its_password(read: Reader) -> None:
    encryption = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'5a' * 32}> /U <{'a5' * 32}> >> /ID [<00> <00>]"
    with pytest.raises(PasswordNeededError):
        read(Page().text(LEFT, 300, "正文"), trailer=encryption)


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"", EmptyFileError), (b"PK\x03\x04 word", NotAContractFileError), (b"%PDF-1.7\nnothing more", DamagedFileError)],
)
def test_what_is_no_pdf_is_refused_by_name(tmp_path: Path, content: bytes, error: type[UnreadableFileError]) -> None:
    path = tmp_path / "合同.pdf"
    path.write_bytes(content)
    with pytest.raises(error):
        read_pdf(path)


def test_a_file_that_is_gone_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(FileVanishedError):
        read_pdf(tmp_path / "没有.pdf")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "大.pdf"
    with path.open("wb") as file:
        file.truncate(201 * 1024 * 1024)  # sparse: takes no space
    with pytest.raises(TooLargeError):
        read_pdf(path)


def test_a_file_cut_off_is_read_with_a_notice(tmp_path: Path) -> None:
    path = tmp_path / "合同.pdf"
    path.write_bytes(make_pdf(Page().text(LEFT, 300, "正文"))[:-6])
    assert "file-cut-off" in [notice.code for notice in read_pdf(path).notices]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_broken_file_is_read_or_refused_but_never_crashes(tmp_path: Path, data: st.DataObject) -> None:
    whole = make_pdf(Page().text(LEFT, 300, "第一条 付款").grid([90, 240, 390], [320, 340, 360]).text(100, 335, "单价"))
    content = bytearray(whole[: data.draw(st.integers(0, len(whole)))])
    for _ in range(data.draw(st.integers(0, 12))):
        if content:
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "坏.pdf"
    path.write_bytes(content)
    with suppress(UnreadableFileError):
        assert read_pdf(path).text.strip()


# ── progress ────────────────────────────────────────────────────────────────


def test_progress_is_told_of_every_page(tmp_path: Path) -> None:
    path = tmp_path / "合同.pdf"
    path.write_bytes(make_pdf(*(Page().text(LEFT, 300, f"正文{page}") for page in range(4))))
    told: list[float] = []
    read_pdf(path, lambda _stage, share: told.append(share))
    assert len(told) >= 4
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_cancelling_passes_through_and_leaves_the_reader_usable(tmp_path: Path) -> None:
    path = tmp_path / "合同.pdf"
    path.write_bytes(make_pdf(Page().text(LEFT, 300, "正文")))

    def cancel(_stage: str, _share: float) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        read_pdf(path, cancel)
    assert read_pdf(path).text == "正文"


def test_two_threads_may_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "合同.pdf"
    path.write_bytes(make_pdf(*(Page().text(LEFT, 300, f"正文{page}") for page in range(20))))
    texts: list[str] = []
    threads = [threading.Thread(target=lambda: texts.append(read_pdf(path).text)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(texts) == 4
    assert len(set(texts)) == 1
