"""Columns without lines are tables where they are lists of goods, payments or persons, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from extractors.model import BlockKind, Document, LinePlace, Span
from extractors.pdf import read_pdf
from tests.extractors.pdf.make import Page, make_pdf

Reader = Callable[..., Document]

LEFT = 90
PRICES = (
    ("序号", "名称", "单价（元）", "数量"),
    ("1", "服务器", "52,000.00", "2"),
    ("2", "交换机", "8,600.00", "12"),
    ("3", "机柜", "3,150.00", "4"),
)
PAYMENTS = (
    ("期次", "付款时间", "比例", "金额"),
    ("第一期", "2026.03.01", "30%", "150,000元"),
    ("第二期", "2026.06.01", "60%", "300,000元"),
    ("第三期", "2026.12.01", "10%", "50,000元"),
)
PERSONS = (
    ("姓名", "性别", "职务", "联系电话"),
    ("林知远", "男", "项目经理", "13900000001"),
    ("周安", "女", "开发工程师", "13900000002"),
    ("许明澈", "男", "测试工程师", "13900000003"),
)


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    def read_pages(*pages: Page) -> Document:
        path = tmp_path / "合同.pdf"
        path.write_bytes(make_pdf(*pages))
        return read_pdf(path)

    return read_pages


def blocks(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


def tables(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if block.kind is BlockKind.TABLE_ROW]


def list_of(
    rows: Sequence[Sequence[str]], y: float = 300, xs: Sequence[float] = (90, 150, 270, 380), page: Page | None = None
) -> Page:
    """Rows 20 points apart, each cell starting at its column's ``xs``."""
    page = page or Page()
    for index, row in enumerate(rows):
        for x, cell in zip(xs, row, strict=True):
            if cell:
                page.text(x, y + 20 * index, cell)
    return page


def width(text: str) -> float:
    return sum(6 if char.isascii() else 12 for char in text)


# ── what is a table ─────────────────────────────────────────────────────────


@pytest.mark.parametrize("rows", [PRICES, PAYMENTS, PERSONS])
def test_columns_of_goods_payments_and_persons_are_tables(read: Reader, rows: Sequence[Sequence[str]]) -> None:
    page = list_of(rows).text(LEFT, 270, "明细如下：").text(LEFT, 420, "以上金额均含税。")
    document = read(page)
    assert blocks(document) == ["明细如下：", *("\t".join(row) for row in rows), "以上金额均含税。"]
    assert [block.table for block in document.blocks] == [None, 0, 0, 0, 0, None]


def test_numbers_set_flush_right_under_a_centred_heading_are_a_column(read: Reader) -> None:
    page = Page()
    for index, (number, name, price, count) in enumerate(PRICES):
        right = 312 if index else 300
        page.text(LEFT, 300 + 20 * index, number).text(150, 300 + 20 * index, name)
        page.text(right - width(price), 300 + 20 * index, price).text(390 - width(count) / 2, 300 + 20 * index, count)
    assert tables(read(page)) == ["\t".join(row) for row in PRICES]


def test_an_empty_cell_keeps_its_column(read: Reader) -> None:
    rows = [*PRICES[:3], ("3", "机柜", "", "4"), ("合计", "", "210,200.00", "")]
    assert tables(read(list_of(rows))) == ["\t".join(row) for row in rows]


def test_a_unit_of_one_character_is_a_cell(read: Reader) -> None:
    rows = [
        ("服务", "单位", "单价"),
        ("运行维护", "月", "5000"),
        ("技术支持", "年", "30000"),
        ("驻场服务", "日", "1200"),
    ]
    assert tables(read(list_of(rows, xs=(90, 210, 330)))) == ["\t".join(row) for row in rows]


def test_a_cell_of_two_lines_stays_in_its_row(read: Reader) -> None:
    page = list_of(PRICES[:3]).text(150, 354, "（含机架）")
    list_of(PRICES[3:], y=380, page=page)
    assert tables(read(page))[2:] == ["2\t交换机（含机架）\t8,600.00\t12", "\t".join(PRICES[3])]


def test_a_list_that_goes_on_over_the_page_is_one_table(read: Reader) -> None:
    first, second = list_of(PRICES, y=700), list_of(PRICES[1:], y=100).text(LEFT, 300, "以上含税。")
    assert [block.table for block in read(first, second).blocks] == [0] * 7 + [None]


def test_one_row_left_over_for_the_next_page_belongs_to_the_table(read: Reader) -> None:
    second = list_of([("4", "机柜", "3,150.00", "4")], y=100).text(LEFT, 300, "以上含税。")
    document = read(list_of(PRICES, y=700), second)
    assert blocks(document)[4:] == ["4\t机柜\t3,150.00\t4", "以上含税。"]
    assert [block.table for block in document.blocks] == [0] * 5 + [None]


def test_one_row_after_other_words_belongs_to_no_table(read: Reader) -> None:
    second = list_of([("4", "机柜", "3,150.00", "4")], y=100)
    assert len(tables(read(list_of(PRICES, y=600).text(LEFT, 700, "以上含税。"), second))) == len(PRICES)


def test_tables_with_and_without_lines_are_counted_in_reading_order(read: Reader) -> None:
    page = Page().grid([90, 240, 390], [500, 530, 560])
    page.text(100, 520, "名称").text(250, 520, "单价").text(100, 550, "服务器").text(250, 550, "5000元")
    document = read(list_of(PRICES, page=page.text(LEFT, 450, "另见下表。")))
    assert [block.table for block in document.blocks] == [0, 0, 0, 0, None, 1, 1]


def test_every_cell_has_its_place(read: Reader) -> None:
    document = read(list_of(PRICES))
    start = document.text.index("8,600.00")
    (place,) = document.places_of(Span(start, start + 8))
    assert isinstance(place, LinePlace)
    assert (place.box.x0, place.box.x1) == pytest.approx((270, 318), abs=0.1)
    assert len(place.edges) == 9


# ── what is none ────────────────────────────────────────────────────────────

SIGNATURES = (
    ("甲方（盖章）：", "乙方（盖章）：", "丙方（盖章）：", ""),
    ("法定代表人：", "法定代表人：", "法定代表人：", ""),
    ("签订日期：", "签订日期：", "签订日期：", ""),
    ("年  月  日", "年  月  日", "年  月  日", ""),
)
UNLABELLED_DATES = (("签章", "年", "月", "日"),) * 4
SPACED_LABELS = (("地", "址", "北京", ""), ("电", "话", "010", ""), ("传", "真", "010", ""), ("邮", "编", "100", ""))
BLANKS = (("甲方", "____", "乙方", "____"),) * 4
CHOICES = (("□现金", "□转账", "□支票", ""), ("□自提", "□送货", "□代办", ""), ("□是", "□否", "□其他", ""))
CLAUSES = (
    ("1.", "付款", "甲方应付款", "验收后"),
    ("2.", "交货", "乙方应交货", "付款后"),
    ("3.", "验收", "甲方应验收", "到货后"),
)
ARTICLES = (("第一条", "定义", "3", ""), ("第二条", "价款", "4", ""), ("第三条", "交付", "6", ""))


@pytest.mark.parametrize(
    "rows", [SIGNATURES, UNLABELLED_DATES, SPACED_LABELS, BLANKS, CHOICES, CLAUSES, ARTICLES, PRICES[:2]]
)
def test_forms_choices_clauses_and_contents_are_no_tables(read: Reader, rows: Sequence[Sequence[str]]) -> None:
    document = read(list_of(rows, xs=(60, 200, 340, 480)))
    assert tables(document) == []
    assert "".join(document.text.split()) == "".join("".join(row) for row in rows).replace(" ", "")


def test_labels_side_by_side_are_no_table(read: Reader) -> None:
    rows = [(f"{name}：", f"{name}：") for name in ("甲方", "住所", "电话", "传真", "邮编")]
    assert tables(read(list_of(rows, xs=(90, 320)))) == []


def test_pairs_of_words_are_no_table(read: Reader) -> None:
    rows = [("林知远", "项目经理"), ("周安", "工程师"), ("许明澈", "会计"), ("何其", "出纳")]
    assert tables(read(list_of(rows, xs=(90, 320)))) == []


def test_prose_in_two_columns_is_no_table(read: Reader) -> None:
    text = "甲方应于收到发票后支付全部价款并承担"
    rows = [(text, text)] * 4 + [("税费。", "运费。")]
    assert tables(read(list_of(rows * 2, xs=(60, 320)))) == []


def test_prose_in_three_columns_is_no_table(read: Reader) -> None:
    rows = [("甲方付款，乙方", "交货、安装，并", "负责维修，另行")] * 6
    assert tables(read(list_of(rows, xs=(60, 220, 380)))) == []


def test_words_under_each_other_by_chance_are_no_table(read: Reader) -> None:
    page = Page()
    for index, shift in enumerate((0, 7, 13, 4, 17)):
        for x in (90 + shift, 240 - shift, 390 + shift / 2):
            page.text(x, 300 + 20 * index, "设备" * (1 + index % 3))
    assert tables(read(page)) == []


def test_lines_that_share_only_their_first_column_are_no_table(read: Reader) -> None:
    page = Page()
    for index in range(4):
        for x in (90, 150 + 90 * index, 190 + 90 * index):
            page.text(x, 300 + 20 * index, "设备")
    assert tables(read(page)) == []


def test_a_table_of_contents_is_no_table(read: Reader) -> None:
    page = Page().text(280, 250, "目  录")
    rows = [("1", "定义", "3", ""), ("2", "价款", "4", ""), ("3", "交付", "6", "")]
    assert tables(read(list_of(rows, page=page))) == []


def test_prose_with_a_gap_in_each_line_is_no_table(read: Reader) -> None:
    page = Page()
    for index in range(5):
        page.text(LEFT, 300 + 20 * index, "甲方应在收到乙方").text(250, 300 + 20 * index, "开具的发票后")
    assert tables(read(page)) == []
