"""What a scan or photo becomes: its text upright, its boxes on the picture, and what is doubtful named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from extractors import read
from extractors.errors import (
    CancelledError,
    DamagedFileError,
    NoTextError,
    TooLargeError,
    UnreadableFileError,
)
from extractors.model import BlockKind, Document, FileKind, LinePlace, Span
from extractors.ocr import page_images, read_image
from tests.extractors.ocr.make import CLAUSES, DPI, LEFT, SIZE, STEP, TOP, draw_page, font

TWO = ("第二条 乙方逾期交货的应支付违约金。", CLAUSES[4])
TWO_SIZE = (660, 180)
TURNS = {"clockwise": -90, "anticlockwise": 90, "on its head": 180}


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A clean page read once: reading takes longer than all that is asked of it."""
    path = tmp_path_factory.mktemp("clean") / "合同.png"
    draw_page(*CLAUSES).save(path, dpi=(DPI, DPI))
    return read_image(path)


@pytest.fixture
def scan(tmp_path: Path) -> Callable[[Image.Image], Document]:
    def read_scan(page: Image.Image) -> Document:
        path = tmp_path / "合同.png"
        page.save(path, dpi=(DPI, DPI))
        return read_image(path)

    return read_scan


def characters(text: str) -> str:
    return "".join(text.split())


def places_of(document: Document, text: str) -> list[LinePlace]:
    start = document.text.index(text)
    places = document.places_of(Span(start, start + len(text)))
    return [place for place in places if isinstance(place, LinePlace)]


def ink_in(page: Image.Image, place: LinePlace) -> float:
    """The share of dark pixels inside a place's box on the page."""
    scale = DPI / 72
    box = (place.box.x0 * scale, place.box.top * scale, place.box.x1 * scale, place.box.bottom * scale)
    part = page.crop(tuple(round(edge) for edge in box)).convert("L")
    return part.point(lambda level: level < 128).histogram()[1] / (part.width * part.height)


# ── text and places ─────────────────────────────────────────────────────────


def test_a_clean_page_is_read_letter_by_letter_and_by_paragraphs(clean: Document) -> None:
    blocks = [characters(block.span.of(clean.text)) for block in clean.blocks]
    title, first, second, rest, third = map(characters, CLAUSES)
    assert blocks == [title, first, second + rest, third]
    assert (clean.kind, clean.pages) == (FileKind.IMAGE, 1)
    assert [(notice.code, notice.page) for notice in clean.notices] == [("page-recognised", 1)]


def test_a_character_has_its_box_on_the_picture(clean: Document) -> None:
    start = clean.text.index("甲方")
    place = places_of(clean, "甲方")[0]
    index = start - place.span.start
    scale = DPI / 72
    left = LEFT + font(SIZE).getlength(CLAUSES[1][: CLAUSES[1].index("甲方")])
    assert place.edges[index] * scale == pytest.approx(left, abs=0.35 * SIZE)
    assert place.edges[index + 2] * scale == pytest.approx(left + 2 * SIZE, abs=0.35 * SIZE)
    assert place.box.top * scale == pytest.approx(TOP + STEP + 6, abs=10)
    assert place.box.bottom * scale == pytest.approx(TOP + STEP + SIZE + 10, abs=10)


@pytest.mark.parametrize("turn", TURNS)
def test_a_turned_page_is_read_upright_and_marked_where_it_lies(
    turn: str, scan: Callable[[Image.Image], Document]
) -> None:
    page = draw_page(*TWO, size=TWO_SIZE).rotate(TURNS[turn], expand=True)
    document = scan(page)
    assert characters("".join(TWO)) == characters(document.text)
    places = places_of(document, "人民法院")
    assert len(places) == 4
    assert all(ink_in(page, place) > 0.08 for place in places)
    across = places[3].box.x0 - places[0].box.x0
    down = places[3].box.top - places[0].box.top
    advance = 3 * SIZE * 72 / DPI
    expected = {"clockwise": (0, advance), "anticlockwise": (0, -advance), "on its head": (-advance, 0)}[turn]
    assert (across, down) == pytest.approx(expected, abs=4)


@pytest.mark.parametrize("degrees", [3, -4.5])
def test_a_page_askew_is_read_straight_and_marked_where_it_lies(
    degrees: float, scan: Callable[[Image.Image], Document]
) -> None:
    page = draw_page(*TWO, size=TWO_SIZE).rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor="white")
    document = scan(page)
    assert characters("".join(TWO)) == characters(document.text)
    assert all(ink_in(page, place) > 0.05 for place in places_of(document, TWO[1][4:]))
    first, last = places_of(document, "第三条")[0], places_of(document, "管辖")[-1]
    assert (last.box.top < first.box.top) == (degrees > 0)


def test_a_red_seal_over_the_text_leaves_it_readable(scan: Callable[[Image.Image], Document]) -> None:
    page = draw_page(*TWO, size=(660, 220))
    ImageDraw.Draw(page).ellipse((400, 20, 610, 210), outline=(220, 40, 40), width=6)
    assert characters("".join(TWO)) in characters(scan(page).text)


def test_a_photo_is_shown_as_the_camera_held_it(tmp_path: Path) -> None:
    path = tmp_path / "照片.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned right by a quarter (Exif 2.32, 4.6.4)
    draw_page(*TWO, size=TWO_SIZE).rotate(90, expand=True).save(path, exif=exif, quality=90)
    page = next(page_images(path))
    document = read_image(path)
    assert page.pixels is not None
    assert page.pixels.shape[:2] == TWO_SIZE[::-1]
    assert page.points * 660 == pytest.approx(842)  # the longer side of A4, for want of a resolution
    assert places_of(document, "人民法院")[0].edges


def test_a_table_is_read_by_rows(scan: Callable[[Image.Image], Document]) -> None:
    page = draw_page("设备清单如下：", size=(660, 400))
    pen = ImageDraw.Draw(page)
    rows = (("名称", "数量", "单价"), ("水泵", "三台", "5000元"), ("阀门", "十个", "120元"))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            pen.text((80 + column * 180, 170 + row * 60), cell, "black", font(SIZE))
    for y in range(4):
        pen.line((LEFT, 160 + y * 60, LEFT + 540, 160 + y * 60), "black", 2)
    for x in range(4):
        pen.line((LEFT + x * 180, 160, LEFT + x * 180, 340), "black", 2)
    document = scan(page)
    found = [block.span.of(document.text) for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    assert found == ["\t".join(cells) for cells in rows]


def test_a_line_drawn_under_empty_space_is_a_blank(scan: Callable[[Image.Image], Document]) -> None:
    page = draw_page("甲方：", CLAUSES[1], size=(660, 200))
    ImageDraw.Draw(page).line((LEFT + 3 * SIZE, TOP + 40, LEFT + 12 * SIZE, TOP + 40), "black", 2)
    assert "甲方：____" in scan(page).text


def test_a_box_to_tick_is_read_empty_or_ticked_by_print_or_hand(scan: Callable[[Image.Image], Document]) -> None:
    page = draw_page("付款方式：□现金    转账。", "      现场验收。", size=(660, 180))
    pen = ImageDraw.Draw(page)
    for x, y in ((LEFT + int(font(SIZE).getlength("付款方式：□现金 ")), TOP + 8), (LEFT, TOP + STEP + 8)):
        pen.rectangle((x, y, x + 23, y + 23), outline="black", width=2)
        pen.line((x + 5, y + 10, x + 11, y + 18, x + 27, y - 4), "black", 3)
    assert characters(scan(page).text) == "付款方式：□现金☑转账。☑现场验收。"


def test_words_with_square_characters_are_no_boxes(scan: Callable[[Image.Image], Document]) -> None:
    text = "中国口岸回国日四日内口头通知"
    assert characters(scan(draw_page(text, size=(660, 110))).text) == text


def test_a_short_line_under_space_is_a_blank_as_long_as_its_room(scan: Callable[[Image.Image], Document]) -> None:
    page = draw_page("第一条 主合同期限为____个月，自本日起。", "第二条 担保期限同上，保证金不计。", size=(660, 180))
    assert "期限为____个月，自" in characters(scan(page).text)


def test_a_mark_between_blanks_is_not_overlooked(scan: Callable[[Image.Image], Document]) -> None:
    page = draw_page("第一条 主合同的担保金如下。", "____________自____________，____________。", size=(660, 180))
    assert "自" in scan(page).text


def test_doubtful_characters_are_named(scan: Callable[[Image.Image], Document]) -> None:
    page = draw_page(*CLAUSES[3:], size=(660, 200))
    area = (LEFT + 6 * SIZE, TOP, LEFT + 12 * SIZE, TOP + STEP)
    part = page.crop(area)
    page.paste(part.resize((part.width // 6, part.height // 6)).resize(part.size), area)
    document = scan(page)
    assert not document.doubtful(Span(0, 4))
    assert document.doubtful(Span(5, 12))
    assert not document.doubtful(Span(document.text.index("第三条"), len(document.text)))
    assert "page-doubtful" in [notice.code for notice in document.notices]


def test_brackets_keep_their_width(scan: Callable[[Image.Image], Document]) -> None:
    lines = ("合同总价（含税）为十万元整。", "（以下无正文，为签署页）", "Price (VAT incl.) 10000")
    assert characters(scan(draw_page(*lines, size=(660, 260))).text) == characters("".join(lines))


# ── files ───────────────────────────────────────────────────────────────────


def two_pages(path: Path) -> Path:
    first, second = (draw_page(line, size=(660, 110)) for line in TWO)
    first.save(path, save_all=True, append_images=[second], dpi=(DPI, DPI))
    return path


def test_a_tiff_of_two_pages_is_one_contract(tmp_path: Path) -> None:
    stages: list[tuple[str, float]] = []
    contract = read(two_pages(tmp_path / "合同.tif"), lambda stage, done: stages.append((stage, done)))
    assert characters(contract.text) == characters("".join(TWO))
    assert contract.document.pages == 2
    assert contract.document.page_of(contract.text.index("管辖")) == 2
    told = [done for stage, done in stages if "识别" in stage]
    assert told == sorted(told)
    assert {stage for stage, _ in stages} >= {"正在识别第 1 页，共 2 页", "正在识别第 2 页，共 2 页"}


def test_reading_can_be_cancelled_between_pages(tmp_path: Path) -> None:
    def cancel(stage: str, _done: float) -> None:
        if "第 2 页" in stage:
            raise CancelledError

    with pytest.raises(CancelledError):
        read_image(two_pages(tmp_path / "合同.tiff"), cancel)


def test_a_damaged_page_among_others_is_named(tmp_path: Path) -> None:
    path = tmp_path / "合同.tif"
    first, second = (draw_page(line, size=(660, 110)) for line in TWO)
    first.save(path, save_all=True, append_images=[second], dpi=(DPI, DPI), compression="tiff_deflate")
    with Image.open(path) as picture:
        picture.seek(1)
        offset = picture.tag_v2[273][0]  # of the page's pixels (TIFF 6.0, StripOffsets)
    data = bytearray(path.read_bytes())
    data[offset : offset + 200] = bytes(200)
    path.write_bytes(data)
    document = read_image(path)
    assert "第二条" in document.text
    assert ("page-damaged", 2) in [(notice.code, notice.page) for notice in document.notices]


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif", ".webp", ".bmp"])
def test_a_truncated_picture_is_damaged(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"合同{suffix}"
    draw_page(*CLAUSES).save(path)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(DamagedFileError):
        read_image(path)


def test_a_picture_of_gigantic_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "合同.png"
    Image.new("1", (20_000, 20_000)).save(path)
    with pytest.raises(TooLargeError):
        read_image(path)


def test_text_named_as_a_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "合同.jpg"
    path.write_text("甲方应于十日内付款。", encoding="utf-8")
    with pytest.raises(UnreadableFileError):
        read_image(path)


def test_a_picture_without_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "合同.png"
    Image.new("RGBA", (600, 400)).save(path)
    with pytest.raises(NoTextError):
        read_image(path)
