"""The measure of what recognition loses counts right."""

from __future__ import annotations

import pytest

from tests.evaluation.ocr_report import distance, plain


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    [
        ("", "甲方", 2),
        ("甲方应付款", "甲方应付款", 0),
        ("甲方应付款", "甲方应当付款", 1),
        ("甲方应当付款", "乙方应付", 3),
        ("违约金为百分之三", "建约金百分之三十", 3),
        ("付" * 90 + "款", "款" + "付" * 90, 2),
    ],
)
def test_errors_are_the_fewest_changes(one: str, other: str, errors: int) -> None:
    assert distance(one, other) == distance(other, one) == errors


def test_blanks_of_any_width_do_not_count() -> None:
    assert plain("期限 ____ 年＿＿\n月") == "期限年月"
