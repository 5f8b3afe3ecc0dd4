"""The clause tree, on contracts made up for the purpose."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.clauses import segment
from extractors.model import Block, Clause, ClauseKind, Document, FileKind, RegionKind, Span

HEAD = "技术服务合同\n甲方：青山软件有限公司\n乙方：白云网络有限公司\n双方经协商一致，达成如下协议：\n"
FOOT = "\n（以下无正文）\n甲方（盖章）：\n乙方（盖章）：\n日期：2024年5月1日"


def document(text: str, **known: object) -> Document:
    """A document of one block per line; ``known`` gives further fields of the block with that text."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            fields = known.get(line, {})
            assert isinstance(fields, dict)
            blocks.append(Block(Span(start, start + len(line)), **fields))
        start += len(line) + 1
    return Document("样本.docx", FileKind.DOCX, "", text, tuple(blocks), ())


def clauses(text: str) -> tuple[Clause, ...]:
    return segment(document(text)).clauses


def outline(text: str) -> list[tuple[int, str]]:
    """Level and label (or title) of every clause."""
    return [(clause.level, clause.label or clause.title) for clause in clauses(text)]


def test_chapters_stand_above_articles_and_articles_above_lists() -> None:
    text = (
        "第一章 总则\n第一条 目的\n本合同为服务。\n第二条 依据\n（一）法律；\n1. 民法典。\n"
        "第二章 费用\n第三条 总价\n一万元。"
    )
    assert outline(text) == [
        (1, "第一章"),
        (2, "第一条"),
        (2, "第二条"),
        (3, "（一）"),
        (4, "1."),
        (1, "第二章"),
        (2, "第三条"),
    ]


def test_articles_that_count_on_through_chinese_headings_stand_below_them() -> None:
    text = "一．期限\n第一条 期限一年。\n二．报酬\n第二条 报酬如下。\n第三条 按月支付。\n三．其他\n第四条 其他。"
    assert [level for level, _ in outline(text)] == [1, 2, 1, 2, 2, 1, 2]


def test_a_chinese_list_below_a_decimal_is_its_child() -> None:
    text = "第一条 争议\n1.1 争议按下列方式解决：\n一、诉讼。\n二、仲裁。\n1.2 争议期间继续履行。\n第二条 其他\n无。"
    assert [level for level, _ in outline(text)] == [1, 2, 3, 3, 2, 1]


@pytest.mark.parametrize("mark", [".", "、", "．", " ．"])
def test_lists_return_to_their_level(mark: str) -> None:
    text = f"一、责任\n1{mark}甲方责任\n（1）付款；\n（2）验收。\n2{mark}乙方责任\n（1）交付。\n二、其他\n1{mark}通知。"
    assert [level for level, _ in outline(text)] == [1, 2, 3, 3, 2, 3, 1, 2]


def test_decimals_nest_below_plain_numbers() -> None:
    text = "1. 范围\n1.1 甲方委托乙方。\n1.1.1 监控；\n1.1.2 备份。\n1.2 乙方接受。\n2. 费用\n2.1 总价一万元。"
    assert [level for level, _ in outline(text)] == [1, 2, 3, 3, 2, 1, 2]


def test_decimals_below_bare_numbers() -> None:
    text = "1 一般约定\n1.1 定义\n本合同用词如下。\n1.2 语言\n中文。\n2 双方\n2.1 甲方\n甲方付款。"
    assert [level for level, _ in outline(text)] == [1, 2, 2, 1, 2]


def test_decimals_with_the_wrong_first_part_stay_under_the_clause_they_stand_in() -> None:
    text = "五、服务\n5.1 内容。\n六、违约\n7.1 双方应履行。\n7.2 违约应赔偿。\n七、变更\n1. 协商变更。"
    assert [level for level, _ in outline(text)] == [1, 2, 1, 2, 2, 1, 2]


def test_hyphened_numbers_are_decimals() -> None:
    text = "第三条 期限\n3-1 一年。\n3-2 顺延：\n3-2-1 协商；\n3-2-2 法定。\n第四条 其他\n4-1 无。"
    assert [level for level, _ in outline(text)] == [1, 2, 2, 3, 3, 1, 2]


def test_an_article_out_of_order_does_not_wreck_the_tree() -> None:
    text = "第一条 甲\n1、一；\n第九条 乙\n第二条 丙\n1、一；\n第三条 丁\n无。"
    assert [level for level, _ in outline(text)] == [1, 2, 1, 1, 2, 1]


def test_a_list_that_starts_again_with_another_mark_is_deeper() -> None:
    text = "一、义务\n1.甲方义务\n1、付款；\n2、验收；\n2.乙方义务\n1、交付；\n2、培训。"
    assert [level for level, _ in outline(text)] == [1, 2, 3, 3, 2, 3, 3]


def test_a_list_that_starts_again_stays_beside_the_last_unless_that_goes_on() -> None:
    beside = "一、确认\n1. 甲；\n2. 乙；\n各方另确认：\n1. 丙；\n2. 丁。\n二、其他\n无。"
    deeper = "一、确认\n1. 甲如下：\n1. 丙；\n2. 丁；\n3. 戊；\n2. 乙。\n二、其他\n无。"
    assert [level for level, _ in outline(beside)] == [1, 2, 2, 2, 2, 1]
    assert [level for level, _ in outline(deeper)] == [1, 2, 3, 3, 3, 2, 1]


def test_references_and_quantities_at_line_starts_open_no_clause() -> None:
    text = (
        "第一条 付款\n甲方应于验收后按\n第五条约定付款，金额为\n3.5万元，于\n2024年5月前付清。\n"
        "第二条 其他\n10 日内通知。"
    )
    assert outline(text) == [(1, "第一条"), (1, "第二条")]


def test_rows_of_a_table_are_no_clauses() -> None:
    text = "第一条 货物\n1\t服务器\t3\n2\t交换机\t1\n第二条 价款\n一万元。"
    assert outline(text) == [(1, "第一条"), (1, "第二条")]


@pytest.mark.parametrize(
    "contents",
    [
        "目录\n第一条 范围\n第二条 费用\n",
        "目 录\n第一条 范围 1\n第二条 费用 2\n",
        "第一条 范围............1\n第二条 费用............2\n",
        "第一条 范围 …… 1\n第二条 费用 …… 2\n",
        "第一条 范围\t1\n第二条 费用\t2\n",
    ],
)
def test_a_table_of_contents_is_not_the_contract(contents: str) -> None:
    text = contents + "第一条 范围\n甲方委托乙方。\n第二条 费用\n一万元。"
    assert outline(text) == [(1, "第一条"), (1, "第二条")]


def test_attached_documents_start_again_at_level_zero() -> None:
    text = (
        HEAD
        + "第一条 范围\n见附件。"
        + FOOT
        + "\n附件一：保密承诺书\n一、乙方保密。\n二、乙方赔偿。\n附件二 报价单\n见单。"
    )
    found = clauses(text)
    assert [(c.level, c.label) for c in found] == [
        (1, "第一条"),
        (0, "附件一"),
        (1, "一、"),
        (1, "二、"),
        (0, "附件二"),
    ]
    assert [c.kind for c in found if c.level == 0] == [ClauseKind.ATTACHMENT] * 2
    assert found[1].title == "保密承诺书"
    assert found[2].parent == 1
    assert found[2].id == "附件一/一"


def test_a_title_after_the_signatures_opens_an_attached_document() -> None:
    text = HEAD + "一、范围\n服务。" + FOOT + "\n廉洁承诺书\n一、不收礼金。\n二、接受监督。"
    assert outline(text) == [(1, "一、"), (0, "廉洁承诺书"), (1, "一、"), (1, "二、")]


def test_a_list_of_attachments_in_the_body_is_part_of_its_clause() -> None:
    text = HEAD + "第一条 范围\n服务。\n第二条 合同附件\n附件1：报价单\n附件2：服务方案" + FOOT
    assert outline(text) == [(1, "第一条"), (1, "第二条")]


def test_recitals_and_special_statements_are_titled_clauses() -> None:
    text = (
        "鉴于：\n1. 甲方有需求。\n2. 乙方有能力。\n第一条 合作\n双方合作。\n第二条 其他\n无。\n"
        "特别声明：乙方已阅读全文。"
    )
    assert outline(text) == [
        (1, "鉴于"),
        (2, "1."),
        (2, "2."),
        (1, "第一条"),
        (1, "第二条"),
        (1, "特别声明"),
    ]


def test_headings_without_numbers_carry_a_contract_that_has_none() -> None:
    text = (
        HEAD + "服务内容\n乙方为甲方提供机房巡检与故障排除的全部服务。\n"
        "付款方式\n甲方应在验收合格后的三十日内一次付清全部价款。\n"
        "违约责任\n任何一方违约的，应当赔偿对方因此受到的全部损失。\n"
        "争议解决\n协商不成的，向甲方所在地人民法院起诉。" + FOOT
    )
    assert outline(text) == [(1, "服务内容"), (1, "付款方式"), (1, "违约责任"), (1, "争议解决")]


def test_the_sides_of_an_article_are_titled_clauses() -> None:
    text = "第一条 权利义务\n甲方义务：\n1. 付款；\n2. 验收。\n乙方义务：\n1. 交付。\n第二条 其他\n无。"
    assert [level for level, _ in outline(text)] == [1, 2, 3, 3, 2, 3, 1]


def test_titles_are_headings_or_the_words_before_a_colon() -> None:
    text = (
        "五、服务\n5.1、安全规范\n甲方应遵守。\n5.2 付款方式：甲方应于三十日内付款。\n"
        "5.3 乙方应当保密。\n5.4 有下列情形的：\n（1）逾期；\n六、释义\n略。"
    )
    found = {clause.label: clause for clause in clauses(text)}
    assert found["5.1"].title == "安全规范"
    assert found["5.2"].title == "付款方式"
    assert found["5.3"].title == ""
    assert found["5.4"].title == ""
    assert found["六、"].kind is ClauseKind.DEFINITION


def test_ids_follow_the_labels_down_and_never_repeat() -> None:
    text = "五、服务\n5.2 对接\n1. 甲方；\n2. 乙方。\n另：\n1. 丙方。\n五、费用\n5.2 总价。"
    assert [clause.id for clause in clauses(text)] == ["五", "5.2", "5.2/1.", "5.2/2.", "5.2/1.#2", "五#2", "5.2#2"]


def test_the_last_clause_ends_before_the_signatures() -> None:
    text = HEAD + "一、范围\n服务。\n二、生效\n签字生效。" + FOOT
    last = clauses(text)[-1]
    assert last.span.of(text) == "二、生效\n签字生效。"


def test_contacts_inside_a_clause_are_no_signatures() -> None:
    text = (
        "一、通知\n1. 联系方式如下：\n甲方：青山软件\n联系人：张三\n日期：每月\n乙方：白云网络\n"
        "2. 变更应通知。\n二、其他\n无。"
    )
    structure = segment(document(text))
    assert [clause.label for clause in structure.clauses] == ["一、", "1.", "2.", "二、"]
    assert not [region for region in structure.regions if region.kind is RegionKind.SIGNATURE]


PIECES = st.sampled_from(
    [
        "一、",
        "二、",
        "（一）",
        "1.",
        "2、",
        "1.1 ",
        "3.2.1",
        "(1)",
        "①",
        "第一条 ",
        "第二章",
        "附件一：",
        "甲方（盖章）：",
        "鉴于：",
    ]
)
WORDS = st.sampled_from(
    ["甲方应付款。", "范围", "", "有下列情形之一的：", "2024年", "日期：\t年 月", "乙方：", "保密协议"]
)
LINES = st.lists(st.tuples(st.one_of(PIECES, st.just("")), WORDS).map("".join), max_size=40).map("\n".join)


@settings(max_examples=200, deadline=None)
@given(st.one_of(LINES, st.text(max_size=200)))
def test_any_text_gives_a_tree_of_nested_ordered_spans(text: str) -> None:
    structure = segment(document(text))
    found = structure.clauses
    assert [clause.index for clause in found] == list(range(len(found)))
    assert len({clause.id for clause in found}) == len(found)
    for before, after in pairwise(found):
        assert before.span.start < after.span.start
        assert before.span.end <= after.span.start or before.span.covers(after.span)
    for clause in found:
        assert clause.span.of(text).startswith(clause.label)
        assert clause.span.start == clause.own.start
        assert clause.own.end <= clause.span.end
        if clause.parent is not None:
            assert clause.parent < clause.index
            assert found[clause.parent].span.covers(clause.span)
            assert found[clause.parent].own.end <= clause.span.start


def test_a_hundred_pages_take_a_moment_and_twice_as_much_twice_the_time() -> None:
    article = "第{}条 服务\n" + "".join(
        f"{n}. 乙方应当按照甲方的要求完成第{n}项工作，并承担费用。\n（1）及时；\n" for n in range(1, 11)
    )
    text = "".join(article.format(n) for n in range(1, 161))
    source = document(text)
    started = time.perf_counter()
    assert len(segment(source).clauses) == 160 * 21
    assert time.perf_counter() - started < 2
