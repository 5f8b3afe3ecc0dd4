from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.entities.rates import find_rates, lpr, per_day, per_year

LATE = [
    ("甲方逾期付款的，按日2%支付滞纳金。", "0.02", "day", "", "甲方"),
    ("乙方延迟交付的，应承担日万分之五的违约金。", "0.0005", "day", "", "乙方"),
    ("逾期的，按合同总额的万分之五/天计算违约金。", "0.0005", "day", "合同总额", ""),
    ("每逾期一日，乙方应按未付金额的百分之一向甲方支付违约金。", "0.01", "day", "未付金额", "乙方"),
    ("由于甲方原因未能付款的，每日滞纳金为项目总金额的 2%。", "0.02", "day", "项目总金额", "甲方"),
    ("每延误一日，应当向乙方支付未付款的1‰作为违约金。", "0.001", "day", "未付款", "甲方"),
    ("定作人拖欠加工费的，以欠款为基数，自到期次日起按日息1‰计。", "0.001", "day", "欠款", "定作人"),
    ("买受人未按时付清尾款的，每满一周加付欠款额5%的逾期费。", "0.05", "week", "欠款额", "买受人"),
    ("每迟一日按合同价的2%罚款。", "0.02", "day", "合同价", ""),
    ("承租人欠租的，出租人有权按月租金的2%每日向承租人加收滞纳金。", "0.02", "day", "月租金", "承租人"),
    ("违约金按未支付服务费用的每日万分之五计算。", "0.0005", "day", "未支付服务费用", ""),
]


@pytest.mark.parametrize(("text", "value", "period", "base", "payer"), LATE)
def test_reads_a_late_fee(text: str, value: str, period: str, base: str, payer: str) -> None:
    (rate,) = find_rates(text)
    assert (rate.value, rate.period, rate.base, rate.purpose, rate.payer) == (
        Decimal(value),
        period,
        base,
        "late fee",
        payer,
    )


def test_the_span_holds_the_period_and_the_number() -> None:
    text = "每逾期一日，按合同总额的2%支付违约金。"
    (rate,) = find_rates(text)
    assert rate.span.of(text) == "每逾期一日，按合同总额的2%"


def test_a_range_gives_both_rates_on_the_same_base() -> None:
    rates = find_rates("乙方每逾期1天，应按合同总价的千分之三到百分之一每日计算违约金。")
    assert [(rate.value, rate.period, rate.base) for rate in rates] == [
        (Decimal("0.003"), "day", "合同总价"),
        (Decimal("0.01"), "day", "合同总价"),
    ]


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("借款月息2分，按月结清。", "0.02", "month"),
        ("年息一分五厘。", "0.15", "year"),
        ("借款年利率为24%，逾期的另计罚息。", "0.24", "year"),
        ("月利率2%。", "0.02", "month"),
        ("年化24%。", "0.24", "year"),
    ],
)
def test_reads_interest(text: str, value: str, period: str) -> None:
    rate = find_rates(text)[0]
    assert (rate.value, rate.period, rate.purpose) == (Decimal(value), period, "interest")


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("按一年期LPR的四倍支付利息。", "4"),
        ("以迟付部分为基数按全国银行间同业拆借中心公布的一年期贷款市场报价利率（LPR）的1.3倍计算。", "1.3"),
        ("按同期贷款市场报价利率支付。", "1"),
        ("按LPR上浮50%计息。", "1.5"),
    ],
)
def test_a_multiple_of_the_lpr_is_a_yearly_rate(text: str, times: str) -> None:
    rate = next(rate for rate in find_rates(text) if rate.period == "year")
    assert rate.value == lpr() * Decimal(times)
    assert rate.purpose == "interest"


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("定金为合同价的20%。", "deposit"),
        ("质保金为合同总价的5%。", "retention"),
        ("违约金累计不超过合同总价的10%。", "cap"),
        ("赔偿以合同价的30%为限。", "cap"),
        ("价款含13%增值税。", "tax"),
        ("乙方应向甲方支付合同总价20%的违约金。", "penalty"),
        ("违约金按较高者确定：（1）损失；（2）本合同总金额的30%。", "penalty"),
        ("应按应付佣金的三倍支付违约金。", "penalty"),
        ("发包人支付签约合同价40%的工程预付款。", ""),
    ],
)
def test_a_share_without_period_has_its_purpose(text: str, purpose: str) -> None:
    (rate,) = find_rates(text)
    assert (rate.period, rate.purpose, rate.per_year) == ("", purpose, None)


@pytest.mark.parametrize(
    "text",
    [
        "承包人每日报送监测数据，数据偏差超过2%的，应于当日复测。",
        "双方应在30日内支付30%。",
        "自交货之日起5%为尾款。",
        "按月完成考核指标的，另按当月报酬的百分之一加发奖励。",
        "按本合同约定的借款利率上浮50%按日加收。",
        "日常维护费占2%。",
    ],
)
def test_a_day_that_is_no_period_makes_no_daily_rate(text: str) -> None:
    assert [rate.period for rate in find_rates(text)] == [""]


def test_a_cap_after_a_daily_rate_is_not_daily() -> None:
    rates = find_rates("每逾期一日按迟延金额的万分之三支付违约金，累计不超过迟延金额的10%。")
    assert [(rate.purpose, rate.period) for rate in rates] == [("late fee", "day"), ("cap", "")]


def test_an_elliptic_sentence_takes_its_payer_from_the_one_before() -> None:
    (rate,) = find_rates(
        "需方应在货到后十五日内付款。逾期的，不计费用；自第四日起，每逾期一天按合同总额的2%支付滞纳金。"
    )
    assert rate.payer == "需方"


def test_with_three_parties_the_other_one_is_not_guessed() -> None:
    text = "每逾期一日，应按未付款的1%向甲方支付违约金。"
    assert find_rates(text, ("甲方", "乙方"))[0].payer == "乙方"
    assert find_rates(text, ("甲方", "乙方", "丙方"))[0].payer == ""


def test_yearly_and_daily_values_are_simple() -> None:
    assert per_year(Decimal("0.02"), "day") == Decimal("7.30")
    assert per_year(Decimal("0.05"), "week") == Decimal("2.60")
    assert per_day(Decimal("0.365"), "year") == Decimal("0.001")
    assert per_day(Decimal("0.07"), "week") == Decimal("0.01")
    assert per_day(Decimal("0.3"), "") is None


@settings(max_examples=60, deadline=2000)
@given(st.text(alphabet="每逾期一日天按的为百分之二%‰0123.,，。甲乙方向支付LPR倍月年 息", max_size=400))
def test_hostile_text_gives_spans_inside_it(text: str) -> None:
    for rate in find_rates(text):
        assert 0 <= rate.span.start < rate.span.end <= len(text)
