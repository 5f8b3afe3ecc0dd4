"""Blanks: what stays open decides how grave it is; one finding a clause, one for the head."""

from __future__ import annotations

import pytest

from rules.model import Severity
from tests.rules.checks.conftest import Findings

HEAD = "租赁合同\n甲方：江河贸易有限公司\n乙方：云山科技有限公司\n"


@pytest.mark.parametrize(
    "clause",
    [
        "租金为每月人民币______元。",
        "租赁期限自____年__月__日起至____年__月__日止。",
        "甲方应在签约后______日内交付房屋。",
        "租赁面积为______平方米。",
    ],
)
def test_an_open_key_element_is_medium(findings: Findings, clause: str) -> None:
    (finding,) = findings(f"{HEAD}第一条 约定\n{clause}\n", "blank-clause")
    assert finding.severity is Severity.MEDIUM


@pytest.mark.parametrize(
    "clause",
    [
        "乙方应提前______日通知甲方。",
        "甲方接到报修后______日内维修。",
        "乙方违约的，支付违约金______元。",
        "本合同一式____份。",
    ],
)
def test_what_can_be_filled_by_the_law_is_a_note(findings: Findings, clause: str) -> None:
    (finding,) = findings(f"{HEAD}第一条 约定\n{clause}\n", "blank-clause")
    assert finding.severity is Severity.LOW


def test_the_blanks_of_one_clause_are_one_finding(findings: Findings) -> None:
    text = f"{HEAD}第一条 租金\n租金为______元。\n押金为______元。\n第二条 期限\n租期为______年。\n"
    first, second = findings(text, "blank-clause")
    assert (first.label, second.label) == ("第一条", "第二条")
    assert "2处空白" in first.message


def test_signature_lines_are_meant_to_be_open(findings: Findings) -> None:
    text = f"{HEAD}第一条 租金\n租金为五千元。\n甲方（盖章）：______\n日期：____年__月__日\n"
    assert findings(text, "blank-clause", "blank-parties") == ()


def test_an_attached_form_is_there_to_be_filled(findings: Findings) -> None:
    text = (
        f"{HEAD}第一条 租金\n租金为五千元。\n甲方（盖章）：\n乙方（盖章）：\n"
        "附件一：交接单\n交接日期：____年__月__日\n房屋面积：______平方米\n"
    )
    assert all(item.severity is Severity.LOW for item in findings(text, "blank-clause"))


def test_parties_without_names_are_one_finding_for_the_head(findings: Findings) -> None:
    text = "租赁合同\n出租方（甲方）：______\n地址：______\n承租方（乙方）：______\n第一条 租金\n租金为五千元。\n"
    (finding,) = findings(text, "blank-parties", "blank-clause")
    assert "甲方、乙方" in finding.message
    assert finding.quote.startswith("出租方（甲方）")


def test_users_of_a_platform_need_no_name(findings: Findings) -> None:
    text = "用户服务协议\n本协议由您与江河科技有限公司签订。\n第一条 服务\n您可以使用本平台的服务。\n"
    assert findings(text, "blank-parties") == ()
