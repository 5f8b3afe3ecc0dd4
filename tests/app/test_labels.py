"""Codes become the words lawyers use."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app import labels
from extractors.model import Clause, Contract, Span
from rules.model import Basis, Finding
from tests.app.samples import sample_contract, sample_review


@pytest.mark.parametrize(
    ("article", "shown"),
    [
        ("585", "第五百八十五条"), ("10", "第十条"), ("18", "第十八条"), ("20", "第二十条"), ("108", "第一百零八条"),
        ("1020", "第一千零二十条"), ("1001", "第一千零一条"), ("496", "第四百九十六条"), ("22之一", "第二十二条之一"),
        ("", ""), ("附则", "附则"),
    ],
)  # fmt: skip
def test_articles_are_cited_in_chinese_numerals(article: str, shown: str) -> None:
    assert labels.cite(Basis("民法典", article)) == f"《民法典》{shown}"


def contract_of(*levels: tuple[int, str, str]) -> Contract:
    """A contract whose clauses hang on one another by their levels; only labels matter."""
    clauses: list[Clause] = []
    for index, (level, label, title) in enumerate(levels):
        above = [clause for clause in clauses if clause.level < level]
        parent = above[-1].index if above else None
        clauses.append(Clause(index, str(index), label, title, level, Span(index, index), Span(index, index), parent))
    return replace(sample_contract(), clauses=tuple(clauses))


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        ([(1, "第二条", "价款"), (2, "2.3", "")], "第2.3条"),
        ([(1, "第三条", "验收"), (2, "（一）", "")], "第三条（一）"),
        ([(1, "五、", "违约"), (2, "（二）", "")], "第五条（二）"),
        ([(1, "第十条", "违约"), (2, "1、", "")], "第十条第1项"),
        ([(1, "9", "其他"), (2, "9-6", "")], "第9-6条"),
        ([(1, "", "保密义务")], "保密义务"),
        ([(0, "附件一", "服务清单"), (1, "第二条", "标准")], "附件一 第二条"),
        ([(0, "", "廉洁承诺书"), (1, "2.", "")], "廉洁承诺书 第2条"),
    ],
)
def test_a_finding_is_placed_as_a_reader_would_look_it_up(levels: list[tuple[int, str, str]], shown: str) -> None:
    finding: Finding = replace(sample_review().findings[0], clause=str(len(levels) - 1))
    assert labels.clause_path(contract_of(*levels), finding) == shown


def test_a_finding_outside_the_clauses_stands_in_the_text() -> None:
    finding = replace(sample_review().findings[0], clause="", label="")
    assert labels.clause_path(sample_contract(), finding) == "正文"


@pytest.mark.parametrize(("harms", "shown"), [("甲方", "甲方"), ("both", "双方"), ("", "—")])
def test_the_side_harmed_is_named(harms: str, shown: str) -> None:
    assert labels.harms(replace(sample_review().findings[0], harms=harms)) == shown
