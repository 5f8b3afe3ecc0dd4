"""Patterns: what their additions mean, and that no pattern can hang the program."""

from __future__ import annotations

import pytest

from rules.patterns import PatternError, compile_pattern


def found(pattern: str, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in compile_pattern(pattern).find(text)]


def test_a_gap_stays_inside_the_sentence() -> None:
    assert found("有权…解除", "乙方有权随时解除。") == ["有权随时解除"]
    assert found("有权…解除", "乙方有权付款。甲方解除") == []


def test_a_role_is_any_party_word() -> None:
    assert found("<role>有权", "承租人有权，平台有权，天气有权") == ["承租人有权", "平台有权"]


def test_a_group_named_quote_narrows_the_place() -> None:
    assert found("(?:如果)(?P<quote>违约)(?:的)", "如果违约的，") == ["违约"]


def test_a_group_that_did_not_take_part_does_not_narrow_it() -> None:
    assert found("甲(?P<quote>乙)?丙", "甲丙") == ["甲丙"]


@pytest.mark.parametrize("source", ["(", "a*", "(?=a)b"])
def test_what_the_engine_cannot_run_is_refused(source: str) -> None:
    with pytest.raises(PatternError):
        compile_pattern(source)


def test_a_hostile_pattern_ends() -> None:
    assert found("(a+)+b", "a" * 50_000) == []
