"""Two columns are read one after the other; tables and signature pages are not taken for columns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.model import Document
from extractors.pdf import read_pdf
from tests.extractors.pdf.make import Page, make_pdf

Reader = Callable[..., Document]

LEFT, RIGHT = 60, 320  # two columns of 18 characters of 12 points, 44 points apart
CHINESE = "甲方应于收到发票后支付全部价款并承担"
ENGLISH = "Party A shall pay the full price to "


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    def read_pages(*pages: Page) -> Document:
        path = tmp_path / "合同.pdf"
        path.write_bytes(make_pdf(*pages))
        return read_pdf(path)

    return read_pages


def blocks(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


def column(page: Page, x: float, first: str, second: str, text: str, end: str) -> Page:
    """Two paragraphs of four lines each, the last one short."""
    for index, line in enumerate([first + text[len(first) :], text, text, end] * 2):
        shown = second + line[len(first) :] if index == 4 else line
        page.text(x, 200 + 20 * index, shown)
    return page


def test_two_columns_are_read_one_after_the_other(read: Reader) -> None:
    page = Page().text(240, 120, "设备采购合同", size=18)
    column(page, LEFT, "一、", "二、", CHINESE, "税费。")
    column(page, RIGHT, "三、", "四、", CHINESE, "运费。")
    whole = CHINESE[2:] + CHINESE * 2
    assert blocks(read(page)) == [
        "设备采购合同",
        f"一、{whole}税费。",
        f"二、{whole}税费。",
        f"三、{whole}运费。",
        f"四、{whole}运费。",
    ]


def test_the_place_of_a_line_in_a_column_is_its_own(read: Reader) -> None:
    page = column(column(Page(), LEFT, "一、", "二、", CHINESE, "税费。"), RIGHT, "三、", "四、", CHINESE, "运费。")
    document = read(page)
    place = next(place for place in document.places if place.span.start >= document.text.index("三、"))
    assert place.box.x0 == pytest.approx(RIGHT, abs=0.1)
    assert len(place.edges) == len(place.span) + 1


def test_two_languages_side_by_side_are_read_one_after_the_other_over_pages(read: Reader) -> None:
    pages = []
    for _ in range(2):
        page = column(Page(), LEFT, "一、", "二、", CHINESE, "税费。")
        pages.append(column(page, RIGHT, "1. ", "2. ", ENGLISH, "all taxes."))
    text = read(*pages).text
    assert text.rindex("税费") < text.index("taxes")


def test_short_cells_side_by_side_are_no_columns(read: Reader) -> None:
    page = Page()
    for index, name in enumerate(["住所", "电话", "传真", "邮编", "开户行", "账号", "联系人"]):
        page.text(LEFT, 200 + 20 * index, f"{name}：").text(RIGHT, 200 + 20 * index, f"{name}：")
    first = blocks(read(page))[0]
    assert first.split() == ["住所：", "住所："]
