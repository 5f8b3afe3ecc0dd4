import pytest

from extractors.entities.citations import find_citations, is_law


@pytest.mark.parametrize(
    ("text", "law", "articles"),
    [
        ("根据《中华人民共和国民法典》", "中华人民共和国民法典", ()),
        ("《民法典》第五百八十五条", "民法典", ("585",)),
        ("《民法典》第585条第二款", "民法典", ("585",)),
        ("《劳动合同法》第三十九条、第四十条", "劳动合同法", ("39", "40")),
        ("依据民法典第五百八十五条", "民法典", ("585",)),
        ("《刑法》第一百三十三条之一", "刑法", ("133之一",)),
        (
            "《最高人民法院关于适用〈民法典〉合同编通则若干问题的解释》",
            "最高人民法院关于适用〈民法典〉合同编通则若干问题的解释",
            (),
        ),
        ("依照中华人民共和国建筑法第五条", "中华人民共和国建筑法", ("5",)),
    ],
)
def test_reads_a_citation(text: str, law: str, articles: tuple[str, ...]) -> None:
    (citation,) = find_citations(text)
    assert (citation.law, citation.articles) == (law, articles)


@pytest.mark.parametrize(
    "text",
    ["按《技术协议》执行", "见《采购订单》第三条", "《施工方法》", "遵守相关法律法规", "《考核办法》", "劳动法律关系"],
)
def test_papers_of_the_parties_are_no_laws(text: str) -> None:
    assert find_citations(text) == ()


@pytest.mark.parametrize(
    "name", ["机动车驾驶证申领和使用规定", "电信条例", "民事诉讼法（2023年修正）", "担保法司法解释"]
)
def test_regulations_and_interpretations_are_laws(name: str) -> None:
    assert is_law(name)
