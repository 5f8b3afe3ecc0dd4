from extractors.entities.citations import find_citations
from extractors.entities.references import find_references
from extractors.model import Clause, Span


def _clauses(text: str, *numbered: tuple[str, int, int | None]) -> tuple[Clause, ...]:
    """Clauses by label, level and parent, each up to the next of its level or above."""
    starts = []
    at = 0
    for label, _, _ in numbered:
        at = text.index(label, at)
        starts.append(at)
        at += len(label)
    clauses = []
    for index, (label, level, parent) in enumerate(numbered):
        later = (starts[other] for other in range(index + 1, len(numbered)) if numbered[other][1] <= level)
        end = next(later, len(text))
        own_end = starts[index + 1] if index + 1 < len(starts) else len(text)
        span = Span(starts[index], end)
        clauses.append(Clause(index, f"{index}", label, "", level, span, Span(span.start, min(own_end, end)), parent))
    return tuple(clauses)


TEXT = """第一条 范围
（一）甲方有权检查。
（二）乙方应当配合。
第二条 价款
2.1 价款固定。
2.2 按本合同第一条第二款执行，见2.1条约定；违反第九条的，按附件二处理，附件三无。
附件二 清单
第一条 依第二条办理。
第二条 其他
"""
CLAUSES = _clauses(
    TEXT,
    ("第一条", 1, None),
    ("（一）", 2, 0),
    ("（二）", 2, 0),
    ("第二条", 1, None),
    ("2.1", 2, 3),
    ("2.2", 2, 3),
    ("附件二 清", 0, None),
    ("第一条", 1, 6),
    ("第二条 其", 1, 6),
)


def test_references_lead_to_their_clauses_and_to_nothing_where_there_is_none() -> None:
    found = {reference.label: reference.target for reference in find_references(TEXT, CLAUSES) if reference.target != 8}
    assert found == {"第一条第二款": 2, "2.1": 4, "第九条": None, "附件二": 6, "附件三": None}


def test_a_reference_in_an_attachment_means_the_attachment() -> None:
    last = find_references(TEXT, CLAUSES)[-1]
    assert (last.label, last.target) == ("第二条", 8)


def test_labels_of_clauses_are_no_references() -> None:
    assert all(TEXT[reference.span.start - 1] != "\n" for reference in find_references(TEXT, CLAUSES))


def test_articles_of_a_law_or_another_paper_are_no_references() -> None:
    text = "甲方依据《民法典》第五百八十五条、按主合同第三条、《借款合同》第二条主张。"
    assert find_references(text, (), find_citations(text)) == ()


def test_dashed_and_dotted_numbers_are_references() -> None:
    text = "发生9-6情况的，或者按14.3的标准、本合同第 15.1 条、第9-6条处理。"
    assert [reference.label for reference in find_references(text)] == ["9-6", "14.3", "第15.1条", "第9-6条"]


def test_decimal_numbers_of_other_kinds_are_no_references() -> None:
    assert find_references("系统版本3.5，税率为1.5，面积99.5平方米。") == ()


def test_the_part_before_is_the_sibling_before() -> None:
    text = "第一条 价款\n（一）先付。\n（二）前款所述款项不退。\n"
    clauses = _clauses(text, ("第一条", 1, None), ("（一）", 2, 0), ("（二）", 2, 0))
    (reference,) = find_references(text, clauses)
    assert (reference.label, reference.target) == ("前款", 1)


def test_a_part_of_this_article_is_looked_for_in_it() -> None:
    text = "第一条 价款\n1. 先付。\n2. 依本条第1款办理，不适用本条第7款。\n"
    clauses = _clauses(text, ("第一条", 1, None), ("1.", 2, 0), ("2.", 2, 0))
    assert [reference.target for reference in find_references(text, clauses)] == [1, None]


def test_the_article_before_is_its_sibling_and_not_an_item_of_it_nor_nothing() -> None:
    text = "第一条 价款\n（一）先付。\n（二）后付。\n第二条 前条所述款项不退。\n"
    clauses = _clauses(text, ("第一条", 1, None), ("（一）", 2, 0), ("（二）", 2, 0), ("第二条", 1, None))
    (reference,) = find_references(text, clauses)
    assert (reference.label, reference.target) == ("前条", 0)


def test_nothing_stands_before_the_first_article() -> None:
    text = "第一条 前条所述款项不退。\n第二条 其他。\n"
    (reference,) = find_references(text, _clauses(text, ("第一条", 1, None), ("第二条", 1, None)))
    assert (reference.label, reference.target) == ("前条", None)
