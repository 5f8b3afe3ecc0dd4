import pytest

from extractors.entities.blanks import find_blanks
from extractors.entities.dates import find_dates
from extractors.model import Block, BlockKind, Region, RegionKind, Span


def _kinds(text: str) -> list[tuple[str, str]]:
    return [(blank.stands_for, blank.text) for blank in find_blanks(text, (), find_dates(text))]


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("合同总价为人民币________元。", "价款", "________"),
        ("总金额为人民币大写 元整。", "价款", "人民币大写 元整"),
        ("租金为人民币      元，按月支付。", "价款", "人民币      元"),
        ("按合同总价的____%支付。", "比例", "____"),
        ("应在____日内付款。", "期限", "____"),
        ("本合同一式____份。", "份数", "____"),
        ("自____年__月__日起生效。", "日期", "____年__月__日"),
        ("甲方：{{partyName}}", "当事人", "{{partyName}}"),
        ("地址：${party.address}", "联系方式", "${party.address}"),
        ("总工期共计【】日历天。", "期限", "【】"),
        ("服务费用为XXX元。", "价款", "XXX"),
        ("开户银行：____________", "账户", "____________"),
        ("担任         岗位工作，服从安排。", "其他", ""),
        ("法定代表人：\n住在本市。", "当事人", "法定代表人："),
        ("联系电话： \n", "联系方式", "联系电话："),
        ("签订地点： 。", "其他", "签订地点："),
    ],
)
def test_finds_a_blank_and_what_it_stands_for(text: str, kind: str, written: str) -> None:
    assert _kinds(text) == [(kind, written)]


@pytest.mark.parametrize(
    "text",
    [
        "工时数/___8__小时，违约金_10000元整。",
        "合　　同　　书",
        "其他事项：____/____",
        "以“____”标注处为管线，型号为XX-200。",
        "乙方应提供下列服务：\n（一）维护。",
        "调用 get_user_name 接口。",
        "逾期[60]日的，【30】日内改正。",
        "- [ ] 待办",
        "甲方：临川测试有限公司",
        "应在30 日内支付，双方  各执一份。",
    ],
)
def test_what_is_filled_in_or_only_spaced_is_no_blank(text: str) -> None:
    assert _kinds(text) == []


def test_runs_of_one_field_are_one_blank() -> None:
    assert len(_kinds("服务内容：____ ____ ____")) == 1


def test_a_field_and_a_date_on_the_next_line_are_two_blanks() -> None:
    assert [kind for kind, _ in _kinds("债权人：________\n____年__月__日")] == ["当事人", "日期"]


def test_a_stroke_before_a_unit_strikes_nothing_out() -> None:
    assert _kinds("基本工资为＿＿＿/月") == [("价款", "＿＿＿")]


def test_two_dates_are_two_blanks() -> None:
    assert [kind for kind, _ in _kinds("自___年__月__日起至___年__月__日止")] == ["日期", "日期"]


def test_lines_to_sign_on_are_meant_to_be_open() -> None:
    text = "第一条 价款为____元。\n甲方：________\n日期：____年__月__日"
    closing = (Region(RegionKind.SIGNATURE, Span(text.index("甲方"), len(text))),)
    assert [blank.text for blank in find_blanks(text, closing, find_dates(text))] == ["____"]
    assert find_blanks("甲方（签字）：________") == ()


def test_a_table_whose_key_columns_are_empty_is_one_blank() -> None:
    rows = ["货物名称\t数量\t备注", "\t\t含税", "\t\t"]
    text = "\n".join(rows)
    starts = [text.index(rows[0]), len(rows[0]) + 1, len(rows[0]) + len(rows[1]) + 2]
    blocks = tuple(
        Block(Span(start, start + len(row)), BlockKind.TABLE_ROW, table=0)
        for start, row in zip(starts, rows, strict=True)
    )
    assert [blank.span for blank in find_blanks(text, (), (), blocks)] == [Span(0, len(text))]
    assert find_blanks(text.replace("\t\t含税", "水泵\t2\t含税"), (), (), ()) == ()
