from datetime import date
from decimal import Decimal

import pytest

from extractors.entities.dates import find_dates
from extractors.entities.periods import find_periods


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("30日内", "30", "日"),
        ("三十日内", "30", "日"),
        ("15个工作日", "15", "工作日"),
        ("【10】个自然日", "10", "日"),
        ("一年", "1", "年"),
        ("6个月", "6", "月"),
        ("两周", "2", "周"),
        ("48小时", "48", "小时"),
        ("半年", "0.5", "年"),
        ("一年半", "1.5", "年"),
        ("3个季度", "9", "月"),
    ],
)
def test_reads_a_length_of_time(text: str, count: str, unit: str) -> None:
    (period,) = find_periods(text)
    assert (period.count, period.unit) == (Decimal(count), unit)


@pytest.mark.parametrize(
    "text", ["每月五日前", "自第八日起", "每逾期一日", "2024年", "一年期LPR", "次年3月", "2016年度"]
)
def test_days_of_the_month_and_calendar_years_are_no_lengths(text: str) -> None:
    assert find_periods(text) == ()


def test_a_date_is_no_length() -> None:
    text = "2024年5月1日起30日"
    dates = find_dates(text)
    assert [period.span.of(text) for period in find_periods(text, [fact.span for fact in dates])] == ["30日"]


@pytest.mark.parametrize("text", ["2024年5月1日", "2024-05-01", "2024/5/1", "二〇二四年五月一日", "2024 年 5 月 1 日"])
def test_reads_a_date(text: str) -> None:
    (fact,) = find_dates(text)
    assert fact.value == date(2024, 5, 1)


@pytest.mark.parametrize("text", ["____年__月__日", "【】年【】月【】日", "20  年  月  日", "{{y}}年{{m}}月{{d}}日"])
def test_a_date_left_open_has_no_value(text: str) -> None:
    (fact,) = find_dates(f"自{text}起")
    assert (fact.value, fact.span.of(f"自{text}起")) == (None, text)


def test_a_day_no_calendar_has_is_found_without_value() -> None:
    assert [fact.value for fact in find_dates("2024年2月30日")] == [None]


def test_the_words_for_a_birthday_are_no_blank() -> None:
    assert find_dates("应登记出生年月日和籍贯") == ()
