"""Missing clauses: substance counts under whatever title, a mention in passing does not."""

from __future__ import annotations

import pytest

from extractors import read_text
from rules import review

HEAD = "{title}\n甲方：江河贸易有限公司\n乙方：云山科技有限公司\n第一条 约定\n{text}\n"


def missing(title: str, text: str) -> set[str]:
    return {finding.type for finding in review(read_text(HEAD.format(title=title, text=text))).missing}


@pytest.mark.parametrize(
    "text",
    ["一方逾期付款的，应赔偿对方的损失。", "迟延交付的，每日支付违约金五百元。", "违约责任按照法律规定承担。"],
)
def test_liability_for_breach_is_there_without_a_clause_of_that_name(text: str) -> None:
    assert "missing.breach" not in missing("设备采购合同", text)


def test_compensation_for_infringement_is_no_liability_for_breach() -> None:
    text = "因知识产权侵权引起第三方索赔的，由乙方承担全部责任并赔偿损失。"
    assert "missing.breach" in missing("设备采购合同", text)


def test_a_licence_that_may_not_be_transferred_restricts_no_subcontracting() -> None:
    text = "甲方不得将账号和接口转让给第三方。"
    assert "missing.transfer" in missing("技术服务合同", text)
    assert "missing.transfer" not in missing("技术服务合同", "未经甲方同意，乙方不得将服务转包给第三方。")


def test_backups_are_no_data_protection() -> None:
    assert "missing.data" in missing("软件运维服务合同", "乙方每日备份数据库。")
    assert "missing.data" not in missing("软件运维服务合同", "乙方处理个人信息应当采取加密措施。")


def test_only_contracts_of_the_kind_are_asked() -> None:
    asked = missing("设备采购合同", "甲方向乙方购买设备。")
    assert "missing.labor_required" not in asked
    assert "missing.guarantee_term" not in asked
    assert "missing.acceptance" in asked


def test_a_secrecy_agreement_is_asked_for_its_own_term() -> None:
    assert "missing.term" in missing("保密协议", "双方对商业秘密负有保密义务。")
    assert "missing.term" not in missing("保密协议", "保密期限为三年，自签署之日起计算。")
