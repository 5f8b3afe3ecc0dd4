from decimal import Decimal

import pytest

from extractors.entities.numerals import fraction, number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,200,000.00", "1200000.00"),
        ("１２０", "120"),
        ("120万", "1200000"),
        ("12.5亿", "1250000000"),
        ("壹佰贰拾万", "1200000"),
        ("伍仟", "5000"),
        ("拾万", "100000"),
        ("三十", "30"),
        ("二〇二四", "2024"),
        ("半", "0.5"),
    ],
)
def test_reads_numbers_in_arabic_and_chinese_digits(words: str, value: str) -> None:
    assert number(words) == Decimal(value)


@pytest.mark.parametrize("words", ["", "万", "1.2.3", "甲", "一" * 200])
def test_what_is_no_number_has_no_value(words: str) -> None:
    assert number(words) is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("30%", "0.3"),
        ("2 ％", "0.02"),
        ("1  ‰", "0.001"),
        ("百分之三十", "0.3"),
        ("千分之五", "0.005"),
        ("万分之三", "0.0003"),
        ("百分之零点五", "0.005"),
        ("二分之一", "0.5"),
        ("百分之百", "1"),
        ("三成", "0.3"),
        ("一半", "0.5"),
    ],
)
def test_reads_proportions(words: str, value: str) -> None:
    assert fraction(words) == Decimal(value)


def test_a_third_is_exact_to_many_places() -> None:
    assert fraction("三分之一") == Decimal(1) / Decimal(3)
