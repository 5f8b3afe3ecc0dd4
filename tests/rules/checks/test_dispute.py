"""Where and how disputes are decided: sound clauses stay silent."""

from __future__ import annotations

import pytest

from tests.rules.checks.conftest import Findings

HEAD = "服务合同\n甲方：江河贸易有限公司\n乙方：云山科技有限公司\n第一条 争议解决\n"
RULES = (
    "arbitration-no-institution",
    "arbitration-or-court",
    "arbitration-two-institutions",
    "arbitration-by-place",
    "forum-of-one-side",
    "forum-of-performing-party",
    "forum-place-unknown",
    "forum-level",
    "dispute-two-ways",
)


@pytest.mark.parametrize(
    "clause",
    [
        "双方同意向深圳仲裁委员会提交仲裁并接受其仲裁规则。",
        "争议提交中国国际经济贸易仲裁委员会仲裁，仲裁地为北京。",
        "提交广州仲裁委员会仲裁；仲裁期间，一方可以向人民法院申请财产保全。",
        "协商不成的，向被告住所地人民法院起诉。",
        "任何一方可以向甲方所在地或者乙方所在地人民法院起诉。",
        "一方不履行裁决的，另一方可以向人民法院申请执行。",
        "仲裁费由败诉方承担。",
    ],
)
def test_sound_clauses_are_silent(findings: Findings, clause: str) -> None:
    assert findings(HEAD + clause, *RULES) == ()


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("任何一方可以在各自所在地申请仲裁。", "dispute.arbitration_void"),
        ("协商不成的，提交有关仲裁机构裁决。", "dispute.arbitration_void"),
        ("一方可以向宁波仲裁委员会申请仲裁，也可以向人民法院起诉。", "dispute.arbitration_void"),
        ("由上海仲裁委员会或者苏州仲裁委员会仲裁。", "dispute.arbitration_void"),
        ("由乙方住所地人民法院管辖。", "dispute.forum_adverse"),
        ("由守约方所在地人民法院管辖。", "dispute.forum_adverse"),
        ("向合同签订地人民法院起诉。", "dispute.forum_adverse"),
    ],
)
def test_unsound_clauses_are_one_finding(findings: Findings, clause: str, kind: str) -> None:
    assert [finding.type for finding in findings(HEAD + clause, *RULES)] == [kind]


def test_the_far_side_is_the_one_harmed(findings: Findings) -> None:
    (finding,) = findings(f"{HEAD}由乙方住所地人民法院管辖。", *RULES)
    assert finding.harms == "甲方"


def test_a_place_of_signing_that_is_stated_is_clear(findings: Findings) -> None:
    text = f"{HEAD}本合同在绍兴市越城区签订。\n协商不成的，向合同签订地人民法院起诉。"
    assert findings(text, *RULES) == ()
