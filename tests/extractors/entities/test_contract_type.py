import pytest

from extractors.entities import classify, find_facts
from extractors.entities.contract_type import find_type, type_table
from extractors.model import Block, Document, FileKind, Party, Span


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("技术服务合同", "技术服务合同"),
        ("保  密  协  议", "保密协议"),
        ("临川区河道整治工程劳务分包合同", "劳务分包合同"),
        ("住宅装饰装修施工合同", "装饰装修合同"),
        ("设备采购合同", "采购合同"),
        ("房屋租赁合同", "房屋租赁合同"),
        ("叉车租赁合同", "租赁合同"),
        ("融资租赁合同", "融资租赁合同"),
        ("劳动合同书", "劳动合同"),
        ("个人借款协议", "借款合同"),
        ("股权转让协议书", "股权转让协议"),
        ("青禾隐私政策", "隐私政策"),
        ("品牌加盟协议", "特许经营（加盟）合同"),
    ],
)
def test_the_title_tells_the_kind(title: str, name: str) -> None:
    text = f"{title}\n甲方：\n乙方：\n第一条 略。"
    found = find_type(text)
    assert found.name == name
    assert found.evidence
    assert all(span.end <= len(title) for span in found.evidence)


def test_a_title_may_run_over_two_lines() -> None:
    assert find_type("青禾办公楼\n物业服务项目\n合     同\n").name == "物业服务合同"


def test_a_generic_title_gives_way_to_the_text() -> None:
    text = "平台服务合同书\n服务协议\n" + "您注册、登录账号并点击同意的，视为用户。" * 6
    assert find_type(text, (Party("您", ""),)).name == "用户协议"
    assert find_type("服务协议\n甲方：\n").name == "服务合同"


def test_without_title_the_words_of_the_text_tell() -> None:
    text = "合同书\n托运人将货物交承运人运输，承运人将货物运至到站，托运人支付运输费用。" * 2
    assert find_type(text, (Party("托运人", ""), Party("承运人", ""))).name == "运输合同"


def test_nothing_tells_nothing() -> None:
    assert find_type("关于天气的一段文字。").name == ""


def test_names_are_unique_and_every_kind_can_be_found() -> None:
    names = [kind.name for kind in type_table()]
    assert len(names) == len(set(names))
    assert all(kind.title for kind in type_table())


def test_all_facts_of_a_document_are_put_together() -> None:
    text = (
        "技术服务合同\n甲方：临川测试有限公司\n乙方：____\n根据《民法典》订立。\n第一条 服务费120万元，30日内付清。\n"
        "第二条 甲方逾期付款的，按日万分之三支付违约金。本合同一式两份，双方各执一份。2024年5月1日"
    )
    document = Document("a.txt", FileKind.TEXT, "0" * 64, text, (Block(Span(0, len(text))),), ())
    facts = find_facts(document, (), ())
    assert classify(document, (), facts).name == "技术服务合同"
    counts = [len(getattr(facts, kind)) for kind in ("parties", "money", "rates", "periods", "dates", "citations")]
    assert counts == [2, 1, 1, 1, 1, 1]
    assert [blank.text for blank in facts.blanks] == ["____"]
    assert facts.copies[0].total == 2
