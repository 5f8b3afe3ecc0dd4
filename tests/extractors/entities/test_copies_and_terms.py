import pytest

from extractors.entities.copies import find_copies
from extractors.entities.terms import find_terms


@pytest.mark.parametrize(
    ("text", "total", "holders"),
    [
        ("本合同一式四份，甲方执二份，乙方执二份。", 4, (("甲方", 2), ("乙方", 2))),
        ("本合同壹式贰份，双方各执壹份。", 2, (("甲方", 1), ("乙方", 1))),
        ("一式肆份，甲方叁份，乙方壹份。", 4, (("甲方", 3), ("乙方", 1))),
        ("一式____份，其中甲方执____份，乙方执1份。", None, (("甲方", None), ("乙方", 1))),
        ("正本贰份，副本肆份。", 6, ()),
        ("一式三份，甲乙双方各执一份，登记机关执一份。", 3, (("甲方", 1), ("乙方", 1), ("登记机关", 1))),
    ],
)
def test_counts_copies_and_holders(text: str, total: int | None, holders: tuple[tuple[str, int | None], ...]) -> None:
    (copies,) = find_copies(text)
    assert (copies.total, copies.holders) == (total, holders)


def test_each_means_the_parties_of_the_contract() -> None:
    (copies,) = find_copies("一式两份，双方各执一份。", ("出租人", "承租人"))
    assert copies.holders == (("出租人", 1), ("承租人", 1))


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("本合同所称“保密信息”是指下列信息", "保密信息"),
        ("青川云图管理系统（以下简称“软件”）", "软件"),
        ("“交付物”：指乙方应交付的成果", "交付物"),
        ("本协议所称备份中心，是指机房", "备份中心"),
        ("\n1.1 缺陷责任期：是指承包人修复缺陷的期间", "缺陷责任期"),
    ],
)
def test_finds_a_defined_term(text: str, term: str) -> None:
    assert [found.term for found in find_terms(text)] == [term]


def test_a_term_knows_where_it_is_used_afterwards() -> None:
    text = "成果（以下简称“软件”）。乙方交付软件，软件归甲方。"
    (term,) = find_terms(text)
    assert [text[at : at + 2] for at in term.uses] == ["软件", "软件"]


@pytest.mark.parametrize("text", ["某公司（以下简称“甲方”）", "甲方指定的地点", "“重要”指示牌"])
def test_names_of_parties_and_other_words_are_no_terms(text: str) -> None:
    assert find_terms(text) == ()
