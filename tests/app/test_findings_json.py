"""The JSON of a review is what DESIGN.md promises to scripts and to the scorer."""

from __future__ import annotations

import json
from dataclasses import replace

from app.export.findings_json import json_text, review_to_json
from extractors.model import Box, LinePlace, Span
from tests.app.samples import sample_review


def test_the_shape_is_the_one_documented() -> None:
    value = json.loads(json_text(review_to_json(sample_review())))
    assert value["file"] == "技术服务合同.txt"
    assert value["contract_type"] == "技术服务合同"
    assert value["parties"][1] == {"role": "乙方", "name": "成都云岫软件有限公司"}
    assert value["notices"] == ["文件中有 1 张图片未读取，图片里的文字没有审查。"]
    late = next(finding for finding in value["findings"] if finding["type"] == "penalty.daily_rate")
    expected = {
        "rule": "late-fee-rate", "severity": "high", "harms": "甲方", "clause": "第二条/2.3", "label": "2.3",
        "quote": "每日按服务费总额的2%支付违约金", "basis": [{"law": "民法典", "article": "585"}],
    }  # fmt: skip
    assert {key: late[key] for key in expected} == expected
    assert len(late["id"]) == 12
    assert value["missing"][0] | {"id": ""} == {
        "id": "",
        "type": "missing.ip",
        "rule": "missing-ip",
        "title": "未约定知识产权归属",
        "severity": "medium",
        "message": "合同未约定服务成果的知识产权归属。",
        "basis": [{"law": "民法典", "article": "885"}],
        "wording": "乙方履行本合同所形成的成果，其知识产权归甲方所有。",
    }


def test_a_clause_gives_its_own_text_from_its_label_on_without_its_children() -> None:
    clauses = {clause["id"]: clause for clause in review_to_json(sample_review())["clauses"]}
    assert clauses["第二条"]["text"] == "第二条 合同价款与支付"
    assert clauses["第二条"]["level"] == 1
    assert clauses["第二条/2.1"]["text"].startswith("2.1 服务费总额为人民币480,000元")
    assert clauses["第二条/2.1"]["level"] == 2
    assert clauses["第三条"]["text"] == "第三条 验收\n甲方收到成果后三日内未提出书面异议的，视为验收合格。"


def test_quotations_can_be_found_again_by_their_offsets() -> None:
    review = sample_review()
    for finding in review_to_json(review)["findings"]:
        assert review.contract.text[finding["start"] : finding["end"]] == finding["quote"]


def test_pages_are_told_where_the_file_has_them() -> None:
    review = sample_review()
    text = review.contract.text
    half = len(text) // 2
    spans = (Span(0, half), Span(half, len(text)))
    places = tuple(LinePlace(span, page, Box(0, 0, 1, 1)) for page, span in enumerate(spans, 1))
    document = replace(review.contract.document, places=places)
    value = review_to_json(replace(review, contract=replace(review.contract, document=document)))
    assert value["clauses"][0]["page"] == 1
    assert value["clauses"][-1]["page"] == 2
    assert {finding["page"] for finding in value["findings"]} == {1, 2}


def test_chinese_is_written_as_it_is() -> None:
    text = json_text(review_to_json(sample_review()))
    assert "逾期违约金比例过高" in text
    assert text.endswith("}\n")
