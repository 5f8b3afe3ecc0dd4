"""Reading the number at the start of a line."""

from __future__ import annotations

import pytest

from extractors.clauses.labels import Style, chinese_number, read_label


@pytest.mark.parametrize(
    ("line", "text", "style", "numbers"),
    [
        ("第一条 合作内容", "第一条", Style.ARTICLE, (1,)),
        ("第 12 条：付款", "第 12 条", Style.ARTICLE, (12,)),
        ("第十八条合同期限", "第十八条", Style.ARTICLE, (18,)),
        ("第三章 总则", "第三章", Style.CHAPTER, (3,)),
        ("第二部分 通用条款", "第二部分", Style.PART, (2,)),
        ("第一节 定义", "第一节", Style.SECTION, (1,)),
        ("十一、保密", "十一、", Style.CHINESE, (11,)),
        ("一．劳动合同期限", "一．", Style.CHINESE, (1,)),
        ("（三）其他", "（三）", Style.CHINESE_PAREN, (3,)),
        ("(二) 其他", "(二)", Style.CHINESE_PAREN, (2,)),
        ("㈠其他", "㈠", Style.CHINESE_PAREN, (1,)),
        ("1. 登录保障", "1.", Style.NUMBER, (1,)),
        ("6 ．乙方负责", "6 ．", Style.NUMBER, (6,)),
        ("２、乙方负责", "２、", Style.NUMBER, (2,)),
        ("5.10 对于旧房", "5.10", Style.DECIMAL, (5, 10)),
        ("2.1本协议", "2.1", Style.DECIMAL, (2, 1)),
        ("3.1.2、交付", "3.1.2", Style.DECIMAL, (3, 1, 2)),
        ("4. 2. 1", "4. 2. 1", Style.DECIMAL, (4, 2, 1)),
        ("3-4-1  双方协商", "3-4-1", Style.DECIMAL, (3, 4, 1)),
        ("1.1.35 天：指日历天", "1.1.35", Style.DECIMAL, (1, 1, 35)),
        ("（10）其他", "（10）", Style.PAREN, (10,)),
        ("(1).向法院起诉", "(1).", Style.PAREN, (1,)),
        ("2）甲方", "2）", Style.HALF_PAREN, (2,)),
        ("③甲方", "③", Style.CIRCLED, (3,)),
        ("a) 押金", "a)", Style.LETTER, (1,)),
        ("B. 押金", "B.", Style.CAPITAL, (2,)),
        ("(c) 押金", "(c)", Style.LETTER_PAREN, (3,)),
        ("iv. 押金", "iv.", Style.ROMAN, (4,)),
    ],
)
def test_a_number_is_read_with_its_style(line: str, text: str, style: Style, numbers: tuple[int, ...]) -> None:
    label = read_label(line)
    assert label is not None
    assert (label.text, label.style, label.numbers) == (text, style, numbers)
    assert not label.weak


@pytest.mark.parametrize(
    "line",
    [
        "第五条约定的期限届满后",
        "第三条所述费用",
        "第5.2款约定的",
        "第二条、第三条的规定",
        "（一）项所述情形",
        "2024年5月1日前",
        "2024.5.1",
        "1000元",
        "7*24小时",
        "10 日内付清",
        "3-5个工作日",
        "192.168.1.1",
        "010-12345678",
        "甲方应当付款",
        "",
    ],
)
def test_references_dates_and_quantities_are_no_numbers_of_clauses(line: str) -> None:
    assert read_label(line) is None


@pytest.mark.parametrize("line", ["3.5万元", "1.5个工作日内", "2、3号楼", "3 甲方负责"])
def test_what_may_be_a_quantity_is_weak(line: str) -> None:
    label = read_label(line)
    assert label is not None
    assert label.weak


def test_the_length_reaches_to_the_text() -> None:
    label = read_label("第一条：\u3000合作内容")
    assert label is not None
    assert "第一条：\u3000合作内容"[label.length :] == "合作内容"


@pytest.mark.parametrize(
    ("numeral", "value"), [("七", 7), ("十", 10), ("十二", 12), ("二十", 20), ("一百零三", 103), ("45", 45)]
)
def test_chinese_numerals_have_values(numeral: str, value: int) -> None:
    assert chinese_number(numeral) == value
