"""The table for a terminal keeps its columns whatever the width of the characters."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from app.export.text_table import cells, cut, review_as_table
from tests.app.samples import sample_review


def column(line: str, word: str) -> int:
    before = line[: line.index(word)]
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in before)


def test_columns_are_aligned_in_terminal_cells() -> None:
    lines = review_as_table(sample_review()).splitlines()
    head = next(line for line in lines if line.startswith("等级"))
    late = next(line for line in lines if "逾期违约金比例过高" in line)
    blank = next(line for line in lines if "空白待填" in line)
    assert column(late, "逾期违约金比例过高") == column(head, "问题") == column(blank, "空白待填")
    assert column(late, "每日按") == column(head, "原文") == column(blank, "____日内")


def test_the_gravest_come_first_and_what_is_missing_follows() -> None:
    lines = review_as_table(sample_review()).splitlines()
    levels = [line[0] for line in lines if line[:1] in ("高", "中", "低") and "　" not in line]
    assert levels == ["高"] * 3 + ["中"] * 3 + ["低"] * 2
    assert lines[1] == "高 3　中 3　低 2　缺失 3"
    assert "  中  未约定知识产权归属" in lines[lines.index("建议补充：") :]


def test_control_characters_of_a_file_never_reach_the_terminal() -> None:
    review = sample_review()
    hostile = replace(review.findings[0], quote="清屏\x1b[2J后\n换行")
    document = replace(review.contract.document, name="\x1b]0;x\x07.txt")
    contract = replace(review.contract, document=document)
    shown = review_as_table(replace(review, contract=contract, findings=(hostile,)))
    assert "\x1b" not in shown
    assert "清屏[2J后 换行" in shown


def test_text_is_cut_by_cells() -> None:
    assert cells("甲方abc") == 7
    assert cut("甲方乙方", 8) == "甲方乙方"
    assert cut("甲方乙方丙", 8) == "甲方乙…"
    assert cells(cut("甲方乙方丙丁", 8)) <= 8
