"""Boxes to tick, what they tick, and what was not chosen."""

from __future__ import annotations

import pytest

from extractors import read_text
from extractors.entities.checkboxes import find_checkboxes
from extractors.model import Span


@pytest.mark.parametrize(
    ("text", "ticked", "empty"),
    [
        ("争议解决：□ 仲裁 ☑ 诉讼。", ["诉讼"], ["仲裁"]),
        ("解决方式：\n□ 提交仲裁；\n■ 向乙方所在地法院起诉。", ["向乙方所在地法院起诉"], ["提交仲裁"]),
        ("1、√ 甲方承担运费\n2、□ 乙方承担运费", ["甲方承担运费"], ["乙方承担运费"]),
        ("是否含税：是☑ 否□", ["是"], ["否"]),
        ("付款方式：现金□，转账☑。", ["转账"], ["现金"]),
        ("（√）按月支付 （ ）按季支付", ["按月支付"], ["按季支付"]),
        ("□√含税 □不含税", ["含税"], ["不含税"]),
        ("交付方式为□自提☒送货上门；费用由甲方承担。", ["送货上门"], ["自提"]),
        ("☑基础版\t☐高级版", ["基础版"], ["高级版"]),
        ("□ 甲方承担，含运费；另计保险。\n☑ 乙方承担。", ["乙方承担"], ["甲方承担，含运费；另计保险"]),
        ("□ 是 □ 否", [], ["是", "否"]),
        ("☑ 1）甲方承担 □ 2）乙方承担", ["1）甲方承担"], ["2）乙方承担"]),
        ("该房屋（□有 ☑无）抵押，租赁合同应当备案", ["无"], ["有"]),
        ("服务方式为【☑远程】（见附件）【□现场】", ["远程"], ["现场"]),
    ],
)
def test_boxes_are_read_with_the_words_they_tick(text: str, ticked: list[str], empty: list[str]) -> None:
    boxes = find_checkboxes(text)
    assert [box.label for box in boxes if box.checked] == ticked
    assert [box.label for box in boxes if not box.checked] == empty
    assert all(box.option.of(text) == box.label for box in boxes)


@pytest.mark.parametrize(
    "text",
    [
        "身份证号：□□□□□□□□",
        "■ 甲方应付款。\n■ 乙方应交货。",
        "本合同一式（ ）份",
        "边长为√2",
        "√ 本条已阅",
        "□",
        "",
        "在“□”中打√选定",
    ],
)
def test_other_signs_are_no_boxes(text: str) -> None:
    assert find_checkboxes(text) == ()


def test_choices_in_one_sentence_are_one_group_and_brackets_part_them() -> None:
    text = "付款：□现金 ☑转账；□支票。另付（□是 ☑否）押金，押金（□可 □不可）退"
    assert [box.group for box in find_checkboxes(text)] == [0, 0, 0, 1, 1, 2, 2]


def test_choices_in_different_places_are_different_groups() -> None:
    boxes = find_checkboxes("发票：□普票 ☑专票\n\n争议：□仲裁 □诉讼\n☑ 含安装\n□ 含培训")
    assert [box.group for box in boxes] == [0, 0, 1, 1, 2, 2]


def test_only_what_another_tick_excludes_is_not_chosen() -> None:
    contract = read_text("争议：□仲裁 ☑诉讼。\n发票：□普票 □专票。")
    assert [option.of(contract.text) for option in contract.unchosen] == ["□仲裁"]
    assert contract.unticked(Span(4, 6))
    assert not contract.unticked(Span(4, 9))
    assert not contract.unticked(Span(contract.text.index("普票"), contract.text.index("普票") + 2))


def test_time_grows_linearly_with_boxes() -> None:
    text = "□甲☑乙" * 20_000
    assert len(find_checkboxes(text)) == 40_000
