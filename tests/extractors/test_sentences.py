"""Cutting a contract into sentences, and tying list items to their stems."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.clauses import segment
from extractors.model import Block, BlockKind, Document, FileKind, Sentence, Span
from extractors.sentences import split_sentences


def document(text: str) -> Document:
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            kind = BlockKind.TABLE_ROW if "\t" in line else BlockKind.PARAGRAPH
            blocks.append(Block(Span(start, start + len(line)), kind))
        start += len(line) + 1
    return Document("样本.docx", FileKind.DOCX, "", text, tuple(blocks), ())


def sentences(text: str) -> tuple[Sentence, ...]:
    source = document(text)
    structure = segment(source)
    return split_sentences(source, structure.clauses, structure.regions)


def parts(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in sentences(text)]


def stems(text: str) -> dict[str, str | None]:
    return {s.span.of(text): s.stem.of(text) if s.stem else None for s in sentences(text)}


def test_a_sentence_ends_at_its_mark_and_at_the_end_of_the_line() -> None:
    assert parts("甲方应付款；乙方应开票。逾期的，按日计息\n另行协商。") == [
        "甲方应付款；",
        "乙方应开票。",
        "逾期的，按日计息",
        "另行协商。",
    ]


def test_brackets_quotes_and_decimals_hold_a_sentence_together() -> None:
    text = "本合同所称“服务。费”（含税；下同）为3.5万元。乙方同意。"
    assert parts(text) == ["本合同所称“服务。费”（含税；下同）为3.5万元。", "乙方同意。"]


def test_an_unclosed_bracket_does_not_swallow_the_text() -> None:
    assert parts("费用（含税由甲方承担。乙方开票。") == ["费用（含税由甲方承担。", "乙方开票。"]


def test_the_number_of_a_clause_is_no_part_of_its_sentence() -> None:
    assert parts("一、范围\n1. 乙方服务。\n2. 甲方付款。") == ["范围", "乙方服务。", "甲方付款。"]


def test_a_title_before_a_colon_is_a_sentence_of_its_own() -> None:
    assert parts("一、费用\n1. 付款方式：甲方按月支付。\n2. 发票。") == [
        "费用",
        "付款方式：",
        "甲方按月支付。",
        "发票。",
    ]


def test_items_carry_the_stem_of_the_clause_above() -> None:
    text = "一、解除\n1. 乙方有下列情形之一的，甲方有权解除合同：\n（1）逾期三十日的；\n（2）转包的。\n2. 解除应通知。"
    stem = "乙方有下列情形之一的，甲方有权解除合同："
    assert stems(text) == {
        "解除": None,
        stem: None,
        "逾期三十日的；": stem,
        "转包的。": stem,
        "解除应通知。": None,
    }


def test_a_stem_may_end_in_a_full_stop_where_it_announces_a_list() -> None:
    text = "第一条 有下列情形之一，乙方可以随时解除本合同。\n1、甲方逾期付款；\n2、甲方破产。\n第二条 其他。"
    stem = "有下列情形之一，乙方可以随时解除本合同。"
    assert stems(text) == {stem: None, "甲方逾期付款；": stem, "甲方破产。": stem, "其他。": None}


def test_items_without_clauses_of_their_own_carry_the_stem_too() -> None:
    text = "一、解除\n有下列情形的，甲方可以解除：\n逾期的；\n转包的。\n解除后应结算。"
    found = stems(text)
    assert found["逾期的；"] == found["转包的。"] == "有下列情形的，甲方可以解除："
    assert found["解除后应结算。"] is None


def test_items_inside_a_line_are_cut_apart_and_carry_the_stem() -> None:
    text = "乙方不得：（1）转包；（2）泄密；（3）拖延。其他从约定。"
    found = stems(text)
    assert found == {
        "乙方不得：": None,
        "转包；": "乙方不得：",
        "泄密；": "乙方不得：",
        "拖延。": "乙方不得：",
        "其他从约定。": None,
    }


def test_a_row_is_one_sentence_unless_a_cell_holds_several() -> None:
    assert parts("服务器\t3\t台\n阶段\t甲方付款。乙方交付。") == ["服务器\t3\t台", "阶段", "甲方付款。", "乙方交付。"]


def test_sentences_know_their_clause_and_those_outside_have_none() -> None:
    text = (
        "服务合同\n甲方：青山公司\n乙方：白云公司\n经协商，达成如下协议：\n一、范围\n1. 乙方服务。\n"
        "甲方（盖章）：\n乙方（盖章）："
    )
    found = sentences(text)
    assert [s.clause for s in found] == [None, None, None, None, 0, 1, None, None]
    assert [s.index for s in found] == list(range(len(found)))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*"一二、1.（）()：；。“”\n\t 甲方应有下列第条附件:;"]), max_size=120).map("".join))
def test_any_text_is_cut_into_ordered_sentences_without_loss(text: str) -> None:
    found = sentences(text)
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    for sentence in found:
        assert sentence.span.of(text).strip() == sentence.span.of(text) != ""
    kept = "".join(sentence.span.of(text) for sentence in found)
    assert kept.count("甲") == text.count("甲")
