"""The main job from file to memo: planted risks are found with party and figures, near-misses stay silent."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from app import cli

CONTRACT = """系统运维服务合同

委托方：__________（以下简称甲方）
受托方：海川信息技术有限公司（以下简称乙方）

依据《中华人民共和国合同法》，双方订立本合同。

一、服务内容
1. 乙方为甲方提供系统运维服务，具体内容见附件二。
二、期限与费用
2.1 服务期自____年__月__日起至____年__月__日止，期满双方无异议的，本合同自动续签一年。
2.2 合同总价为人民币______元，甲方应于合同签订后三日内支付全部服务费。
2.3 乙方有权根据成本变化调整服务价格。
三、违约责任
4.1 甲方逾期付款的，每日按合同总价的2%支付滞纳金。
4.2 若甲方擅自解除合同，乙方不退还已收费用，甲方另付10%的违约金。
4.3 若乙方擅自解除合同，则退还未履行部分的费用，并支付10%的违约金。
4.4 数据丢失经乙方技术检测确认为乙方责任的，乙方免费延长服务期一个月。
四、争议解决
因本合同发生的争议，任何一方可提交各自所在地仲裁。
五、其他
本合同自双方签字之日起生效。未尽事宜按第9.6条处理。注：此处为举例，请按需要修改。
六、生效
本合同自双方盖章之日起生效。
"""
RISKS = [
    ("form.repealed_law", "合同法"),
    ("renewal.auto", "自动续签"),
    ("payment.prepaid_full", "支付全部服务费"),
    ("unilateral.change", "调整服务价格"),
    ("penalty.daily_rate", "2%"),
    ("liability.one_sided", "甲方擅自解除"),
    ("unilateral.decide", "经乙方技术检测确认"),
    ("liability.sole_remedy", "延长服务期"),
    ("dispute.arbitration_void", "各自所在地仲裁"),
    ("form.numbering", "4.1"),
    ("form.cross_reference", "9.6"),
    ("form.attachment", "附件二"),
    ("form.typo", "此处为举例"),
    ("form.inconsistent", "生效"),
]
QUIET = [
    ("甲方不得擅自变更、解除本合同。", "unilateral"),
    ("经双方协商一致，可以变更本合同，并应签订书面补充协议。", "unilateral"),
    ("任何一方不得擅自将合同的权利、义务转让给第三方。", "assignment"),
    ("因本合同引起的争议，提交深圳仲裁委员会仲裁，裁决是终局的。", "dispute"),
    ("本合同一式四份，甲方持二份，乙方持二份。", "form"),
]


def reviewed(path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, list[dict[str, str]]]:
    assert cli.main(["review", str(path), "--json", "-", *options]) == 0
    return json.loads(capsys.readouterr().out)  # type: ignore[no-any-return]


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    path = tmp_path / "运维合同.txt"
    path.write_text(CONTRACT, "utf8")
    return path


@pytest.fixture
def word_file(tmp_path: Path) -> Path:
    document = docx.Document()
    for line in CONTRACT.splitlines():
        document.add_paragraph(line)
    path = tmp_path / "运维合同.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize("kind", ["text_file", "word_file"])
def test_every_planted_risk_is_found(
    kind: str, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    found = reviewed(request.getfixturevalue(kind), capsys)["findings"]
    missed = [
        (risk, words)
        for risk, words in RISKS
        if not any(finding["type"] == risk and words in finding["quote"] for finding in found)
    ]
    assert missed == []


def test_the_late_fee_says_what_it_is_a_year_and_whom_it_harms(
    text_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (fee,) = [finding for finding in reviewed(text_file, capsys)["findings"] if finding["type"] == "penalty.daily_rate"]
    assert fee["severity"] == "high"
    assert fee["harms"] == "甲方"
    assert "730%" in fee["message"]


def test_blank_term_and_price_are_asked_for(text_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blanks = [finding for finding in reviewed(text_file, capsys)["findings"] if finding["type"] == "form.blank"]
    assert any("期限" in blank["message"] or "日期" in blank["message"] for blank in blanks)
    assert any("价款" in blank["message"] for blank in blanks)


@pytest.mark.parametrize(("sentence", "area"), QUIET)
def test_near_misses_stay_silent(
    sentence: str, area: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "合同.txt"
    head = "合作合同\n\n甲方：江河贸易有限公司\n统一社会信用代码：91350100M000100Y43\n住所：江州市\n"
    other = "乙方：云山科技有限公司\n统一社会信用代码：91350100M000100Y43\n住所：云州市\n\n第一条 约定\n"
    path.write_text(f"{head}{other}{sentence}\n", "utf8")
    found = reviewed(path, capsys)["findings"]
    assert [finding["type"] for finding in found if finding["type"].startswith(area)] == []


def test_the_memo_holds_the_findings_and_opens(text_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    memo = text_file.with_name("意见书.docx")
    before = text_file.read_bytes()
    assert cli.main(["review", str(text_file), "--memo", str(memo)]) == 0
    capsys.readouterr()
    words = "\n".join(paragraph.text for paragraph in docx.Document(str(memo)).paragraphs)
    assert "730%" in words
    assert "《民法典》第五百八十五条" in words
    assert text_file.read_bytes() == before
