"""Clause numbers: one stray number is one finding."""

from __future__ import annotations

import pytest

from tests.rules.checks.conftest import Findings

HEAD = "咨询合同\n甲方：江河贸易有限公司\n乙方：云山科技有限公司\n"


def labels(findings: Findings, *lines: str) -> list[str]:
    return [finding.label for finding in findings(HEAD + "\n".join(lines) + "\n", "numbering")]


def test_a_stray_article_does_not_make_the_next_ones_wrong(findings: Findings) -> None:
    lines = ("第一条 服务。", "第二条 报酬。", "第八条 付款。", "第三条 期限。", "第四条 违约。")
    assert labels(findings, *lines) == ["第八条"]


def test_a_gap_is_reported_once(findings: Findings) -> None:
    assert labels(findings, "第一条 服务。", "第二条 报酬。", "第四条 付款。", "第五条 期限。") == ["第四条"]


def test_a_repeated_article_is_found(findings: Findings) -> None:
    assert labels(findings, "第一条 服务。", "第二条 报酬。", "第二条 付款。", "第三条 期限。") == ["第二条"]


def test_numbers_of_another_clause_are_found_once(findings: Findings) -> None:
    lines = ("五、报酬", "5.1甲方支付报酬。", "六、违约", "7.1甲方违约的赔偿。", "7.2乙方违约的赔偿。")
    assert labels(findings, *lines) == ["7.1"]


@pytest.mark.parametrize("marks", [("一、", "二、", "三、"), ("1.", "2.", "3."), ("第一条", "第二条", "第三条")])
def test_numbers_in_order_are_silent(findings: Findings, marks: tuple[str, ...]) -> None:
    subjects = ("服务内容由双方确认。", "报酬为五万元。", "争议由双方协商。")
    assert labels(findings, *(f"{mark} {words}" for mark, words in zip(marks, subjects, strict=True))) == []


def test_the_expected_number_is_said_in_the_same_digits(findings: Findings) -> None:
    text = HEAD + "第一条 服务。\n第二条 报酬。\n第四条 付款。\n第五条 期限。\n"
    (finding,) = findings(text, "numbering")
    assert "此处应为第三条" in finding.message
