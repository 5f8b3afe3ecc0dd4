import pytest

from extractors.entities.identifiers import valid_credit_code, valid_id_number
from extractors.entities.parties import find_parties
from extractors.model import Party, Region, RegionKind, Span
from extractors.roles import opposite, pair_in, side_of


def _brief(parties: tuple[Party, ...]) -> list[tuple[str, str, str]]:
    return [(party.role, party.name, party.does) for party in parties]


@pytest.mark.parametrize(
    "head",
    [
        "甲方：临川测试有限公司\n乙方：青禾样本有限公司\n",
        "甲  方: 临川测试有限公司\n乙  方：青禾样本有限公司\n",
        "委托方:\t临川测试有限公司(以下简称甲方)\n受托方:\t青禾样本有限公司\t_ (以下简称乙方)\n",
        "采购人（甲方）：临川测试有限公司\n供应商（乙方）：青禾样本有限公司\n",
        "甲方（采购人）:临川测试有限公司 地址：一路1号\n乙方（供应商）: 青禾样本有限公司\n",
        "需方（甲方）：临川测试有限公司\t供方（乙方）：青禾样本有限公司\n",
        "合同编号\tA-1\n甲方\t临川测试有限公司\t乙方\t青禾样本有限公司\n",
        "本协议由临川测试有限公司（以下简称“甲方”）、青禾样本有限公司（以下简称“乙方”）订立。\n",
    ],
)
def test_reads_the_parties_however_their_lines_are_written(head: str) -> None:
    parties = find_parties(head + "甲方应向乙方支付服务费，乙方应提供服务。")
    assert _brief(parties) == [("甲方", "临川测试有限公司", "pays"), ("乙方", "青禾样本有限公司", "performs")]


def test_a_blank_name_is_empty_and_role_words_become_aliases() -> None:
    lessor, lessee = find_parties("出租人（甲方）：________\n承租人（乙方）：{{name}}\n")
    assert (lessor.role, lessor.name, lessor.aliases, lessor.does) == ("甲方", "", ("出租人",), "performs")
    assert (lessee.role, lessee.name, lessee.aliases, lessee.does) == ("乙方", "", ("承租人",), "pays")


def test_details_belong_to_the_party_above_or_beside_them() -> None:
    text = "甲方：临川测试有限公司\t乙方：青禾样本有限公司\n地址：一路1号\t地址：二路2号\n电话：\t电话：010-5550100\n"
    first, second = find_parties(text)
    assert dict(first.details) == {"住所": "一路1号", "电话": ""}
    assert dict(second.details) == {"住所": "二路2号", "电话": "010-5550100"}


def test_a_label_may_name_its_party() -> None:
    text = "甲方：____\n甲方地址：一路1号\n乙方：____\n乙方法定代表人：李样本\n"
    first, second = find_parties(text)
    assert (dict(first.details), dict(second.details)) == ({"住所": "一路1号"}, {"法定代表人": "李样本"})


def test_details_may_stand_with_the_signatures() -> None:
    text = "甲方：临川测试有限公司\n乙方：青禾样本有限公司\n第一条 略。\n甲方：（盖章）\n地址：一路1号"
    at = text.rindex("甲方")
    regions = (
        Region(RegionKind.PARTIES, Span(0, text.index("第一条"))),
        Region(RegionKind.SIGNATURE, Span(at, len(text))),
    )
    first, _ = find_parties(text, (), regions)
    assert (first.name, dict(first.details)) == ("临川测试有限公司", {"住所": "一路1号"})


def test_a_platform_names_itself_and_its_users() -> None:
    text = "欢迎您与青禾样本有限公司（以下简称“青禾云”）签署本协议。您应当阅读。"
    assert [(party.role, party.name) for party in find_parties(text)] == [("青禾云", "青禾样本有限公司"), ("您", "")]


def test_without_any_line_the_usual_pair_is_taken_and_has_no_span() -> None:
    parties = find_parties("承租人应按月向出租人支付租金。")
    assert [(party.role, party.span) for party in parties] == [("承租人", None), ("出租人", None)]


def test_role_words_know_their_side_and_counterpart() -> None:
    assert (side_of("承租人"), side_of("承揽人"), side_of("甲方")) == ("pays", "performs", "")
    assert opposite("买方") == "卖方"
    assert opposite("甲方", ("甲方", "乙方", "丙方")) == ""
    assert pair_in("没有当事人") == ()


def test_check_digits_of_credit_codes() -> None:
    assert valid_credit_code("91350100M000100Y43")  # the standard's own example
    assert not valid_credit_code("91350100M000100Y44")
    assert not valid_credit_code("91350100M000100Y4")
    assert not valid_credit_code("9135O100M000100Y43")


def test_check_digits_of_id_numbers() -> None:
    assert valid_id_number("11010519491231002X")  # the standard's own example
    assert not valid_id_number("110105194912310021")
    assert not valid_id_number("110105194902300020")
    assert not valid_id_number("1101051949123100")
