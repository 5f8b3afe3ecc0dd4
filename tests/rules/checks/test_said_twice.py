"""What a contract says twice and differently."""

from __future__ import annotations

import pytest

from tests.rules.checks.conftest import Findings

HEAD = "服务合同\n甲方：江河贸易有限公司\n乙方：云山科技有限公司\n第一条 约定\n"


def rules(findings: Findings, text: str, *names: str) -> list[str]:
    return [finding.rule for finding in findings(HEAD + text, *names)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("本合同自双方盖章之日起生效。", "本合同经双方签字后生效。"),
        ("本合同自双方签字并盖章之日起生效。", "本合同自双方签字或盖章之日起生效。"),
        ("本合同自双方签字之日起生效。", "本合同自用户点击确认时生效。"),
    ],
)
def test_two_moments_of_effect_contradict(findings: Findings, first: str, second: str) -> None:
    assert rules(findings, f"{first}\n{second}", "effect-twice") == ["effect-twice"]


@pytest.mark.parametrize(
    "other",
    [
        "本合同自双方签字并加盖公章之日起生效。",
        "对本合同的修改经双方签字后生效。",
        "补充协议自双方盖章之日起生效。",
        "本合同生效后十日内付款。",
        "本合同的签订、生效适用中国法律。",
    ],
)
def test_one_moment_of_effect_is_no_contradiction(findings: Findings, other: str) -> None:
    assert rules(findings, f"本合同自双方签字并盖章之日起生效。\n{other}", "effect-twice") == []


def test_two_rates_for_one_delay_are_found_under_a_stem_too(findings: Findings) -> None:
    text = (
        "甲方逾期付款的，每日按未付金额的万分之三支付违约金。\n"
        "甲方有下列情形的，应承担违约责任：\n（1）未按约定支付服务费，按未付金额的每日万分之五支付违约金；\n"
    )
    assert rules(findings, text, "late-fee-two-rates") == ["late-fee-two-rates"]


def test_rates_of_different_parties_are_no_contradiction(findings: Findings) -> None:
    text = "甲方逾期付款的，每日按未付金额的万分之三支付违约金。\n乙方逾期支付赔款的，每日按万分之五支付违约金。\n"
    assert rules(findings, text, "late-fee-two-rates") == []


def test_fewer_parties_said_than_named(findings: Findings) -> None:
    text = (
        "借款协议\n甲方：江河贸易有限公司\n乙方：云山科技有限公司\n丙方：青松担保有限公司\n第一条 当事人\n"
        "本协议双方为平等的主体。\n"
    )
    assert [item.rule for item in findings(text, "party-count")] == ["party-count"]
    assert findings(text.replace("双方", "三方"), "party-count") == ()


def test_copies_that_do_not_add_up(findings: Findings) -> None:
    assert rules(findings, "本合同一式五份，甲方执二份，乙方执二份。", "copies") == ["copies"]
    assert rules(findings, "本合同一式四份，双方各执二份。", "copies") == []


def test_a_repealed_law_cited_twice_is_one_finding(findings: Findings) -> None:
    text = "依据《中华人民共和国合同法》订立本合同。\n解除合同按照《合同法》第九十四条办理。\n"
    (finding,) = findings(HEAD + text, "repealed-law")
    assert len(finding.places) == 1
    assert "2021-01-01" in finding.message
