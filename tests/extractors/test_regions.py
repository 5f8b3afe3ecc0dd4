"""The parts of a contract that are not clauses."""

from __future__ import annotations

from extractors.clauses import Structure, segment
from extractors.model import Block, BlockKind, Document, FileKind, RegionKind, Span

BODY = "第一条 范围\n乙方提供服务。\n第二条 费用\n一万元。\n"


def structured(text: str) -> Structure:
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            kind = BlockKind.TABLE_ROW if "\t" in line else BlockKind.PARAGRAPH
            blocks.append(Block(Span(start, start + len(line)), kind))
        start += len(line) + 1
    return segment(Document("样本.docx", FileKind.DOCX, "", text, tuple(blocks), ()))


def regions(text: str) -> list[tuple[RegionKind, str]]:
    return [(region.kind, region.span.of(text)) for region in structured(text).regions]


def test_title_parties_and_preamble_stand_before_the_first_clause() -> None:
    text = (
        "设备采购合同\n合同编号：A-1\n甲方（买方）：青山有限公司\n地址：青山路1号\n乙方：白云有限公司\n电话：\n"
        "根据《中华人民共和国民法典》，双方达成如下协议：\n" + BODY
    )
    assert regions(text) == [
        (RegionKind.TITLE, "设备采购合同"),
        (RegionKind.PARTIES, "甲方（买方）：青山有限公司\n地址：青山路1号\n乙方：白云有限公司\n电话："),
        (RegionKind.PREAMBLE, "根据《中华人民共和国民法典》，双方达成如下协议："),
    ]


def test_a_title_with_spaces_between_its_words_is_a_title() -> None:
    assert regions("合  同  书\n甲方：\n乙方：\n" + BODY)[0] == (RegionKind.TITLE, "合  同  书")


def test_parties_in_a_table_are_parties() -> None:
    text = "采购协议\n甲方\t青山有限公司\t乙方\t白云有限公司\n" + BODY
    assert (RegionKind.PARTIES, "甲方\t青山有限公司\t乙方\t白云有限公司") in regions(text)


def test_parties_below_numbered_notes_of_a_model_form_are_found() -> None:
    text = (
        "服务合同\n使用说明\n一、本文本供参考。\n二、请如实填写。\n甲方：______\n乙方：______\n根据法律，订立本合同。\n"
        + BODY
    )
    found = structured(text)
    kinds = [region.kind for region in found.regions]
    assert kinds == [RegionKind.TITLE, RegionKind.PARTIES, RegionKind.PREAMBLE]
    assert [clause.label for clause in found.clauses] == ["一、", "二、", "第一条", "第二条"]
    assert found.clauses[1].span.of(text) == "二、请如实填写。"
    assert [clause.level for clause in found.clauses] == [1, 1, 1, 1]


def test_every_signature_block_is_a_region() -> None:
    signed = "甲方（盖章）：青山有限公司\n授权代表：\n乙方（盖章）：\n2024年5月1日"
    text = BODY + signed + "\n附件一：承诺书\n一、乙方守法。\n承诺人（签字）：\n日期：  年  月  日"
    found = [part for kind, part in regions(text) if kind is RegionKind.SIGNATURE]
    assert found[0] == signed


def test_a_signature_line_may_hold_one_party_and_its_representative() -> None:
    signed = "甲方（盖章）    法定代表人（签章）或委托代理人\n乙方（签字）\n签订日期："
    assert regions(BODY + signed) == [(RegionKind.SIGNATURE, signed)]


def test_a_contract_without_clauses_still_has_its_regions() -> None:
    assert regions("借款合同\n甲方：青山有限公司\n乙方：李四") == [
        (RegionKind.TITLE, "借款合同"),
        (RegionKind.PARTIES, "甲方：青山有限公司\n乙方：李四"),
    ]


def test_no_text_has_no_regions() -> None:
    assert regions("") == []
