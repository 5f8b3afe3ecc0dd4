"""References: clauses that are not there, speak of something else, or are named and absent."""

from __future__ import annotations

from rules.model import Severity
from tests.rules.checks.conftest import Findings

HEAD = "供货合同\n甲方：江河贸易有限公司\n乙方：云山科技有限公司\n"
ATTACHED = "甲方（盖章）：\n乙方（盖章）：\n附件一：规格\n钢材，直径二十毫米。\n长度十二米。\n"


def test_a_reference_to_no_clause_is_found_once_a_label(findings: Findings) -> None:
    text = f"{HEAD}第一条 供货\n乙方按第九条交货，甲方按第九条付款。\n第二条 违约\n违约方赔偿损失。\n"
    (finding,) = findings(text, "lost-reference")
    assert "第九条" in finding.message


def test_articles_of_a_statute_are_no_references(findings: Findings) -> None:
    text = f"{HEAD}第一条 供货\n依照《中华人民共和国民法典》第五百六十三条可以解除合同。\n"
    assert findings(text, "lost-reference") == ()


def test_liability_under_a_clause_on_something_else_names_its_title(findings: Findings) -> None:
    text = f"{HEAD}第一条 供货\n乙方供应钢材。\n第二条 迟延\n乙方迟延的，按照第一条承担违约责任。\n"
    (finding,) = findings(text, "reference-off-subject")
    assert "供货" in finding.message


def test_a_named_clause_counts_as_there_wherever_its_subject_is_spoken_of(findings: Findings) -> None:
    absent = f"{HEAD}第一条 终止\n合同终止不影响本合同保密条款的效力。\n"
    present = f"{absent}第二条 其他\n双方对技术资料负有保密义务。\n"
    assert [finding.rule for finding in findings(absent, "named-clause-absent")] == ["named-clause-absent"]
    assert findings(present, "named-clause-absent") == ()


def test_an_attachment_that_follows_is_not_missed(findings: Findings) -> None:
    text = f"{HEAD}第一条 供货\n规格见附件一。\n{ATTACHED}"
    assert findings(text, "lost-attachment") == ()


def test_a_number_among_other_attachments_weighs_more(findings: Findings) -> None:
    alone = f"{HEAD}第一条 供货\n规格见附件三。\n"
    among = f"{HEAD}第一条 供货\n规格见附件一，价格见附件三。\n{ATTACHED}"
    assert [item.severity for item in findings(alone, "lost-attachment")] == [Severity.LOW]
    assert [item.severity for item in findings(among, "lost-attachment")] == [Severity.MEDIUM]
