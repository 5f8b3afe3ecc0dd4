"""The evaluation set is sound and varied, and its scoring counts right. How good the reviews are is no test."""

from __future__ import annotations

from collections import Counter

import pytest

from rules.loader import load_ruleset
from tests.evaluation.labels import (
    CONTRACTS,
    FINDING_TYPES,
    MISSING_TYPES,
    ClauseStart,
    Labels,
    Lack,
    NearMiss,
    Risk,
    load_all,
)
from tests.evaluation.scoring import Outcome, Reported, Reviewed, align, neighbours, pair, plain, same_place, score

ALL = load_all()
each_contract = pytest.mark.parametrize("labels", ALL, ids=lambda labels: labels.file)


@each_contract
def test_labels_have_known_types_and_severities(labels: Labels) -> None:
    assert {risk.type for risk in labels.findings} | {clean.type for clean in labels.clean} <= FINDING_TYPES
    assert {lack.type for lack in labels.missing} <= MISSING_TYPES
    assert {risk.severity for risk in labels.findings} <= {"high", "medium", "low"}
    assert all(risk.harms for risk in labels.findings)


@each_contract
def test_each_quote_stands_once_in_its_contract(labels: Labels) -> None:
    text = labels.path.read_text("utf8")
    quotes = [risk.quote for risk in labels.findings] + [clean.quote for clean in labels.clean]
    assert [quote for quote in quotes if text.count(quote) != 1] == []


@each_contract
def test_no_place_is_a_risk_and_a_near_miss_of_one_type(labels: Labels) -> None:
    text = labels.path.read_text("utf8")
    for clean in labels.clean:
        start, end = text.index(clean.quote), text.index(clean.quote) + len(clean.quote)
        for risk in labels.findings:
            at = text.index(risk.quote)
            assert risk.type != clean.type or at >= end or at + len(risk.quote) <= start, clean.quote


@each_contract
def test_labelled_clauses_stand_in_the_contract_in_order(labels: Labels) -> None:
    text, at = labels.path.read_text("utf8"), 0
    for clause in labels.clauses:
        at = text.index(clause.start, at)
        assert clause.start.startswith(clause.label)


@each_contract
def test_each_contract_tempts_with_near_misses_and_carries_risks(labels: Labels) -> None:
    assert len(labels.clean) >= 6
    assert sum(risk.must for risk in labels.findings) >= 4


def test_the_set_is_large_and_varied() -> None:
    assert len(ALL) >= 30
    assert len({labels.contract_type.split("/")[0] for labels in ALL}) >= 15
    assert sum(bool(labels.clauses) for labels in ALL) >= 10
    assert {path.name for path in CONTRACTS.iterdir() if path.suffix != ".json"} == {labels.file for labels in ALL}


def test_each_finding_type_is_labelled_at_least_twice() -> None:
    counts = Counter(risk.type for labels in ALL for risk in labels.findings)
    assert {type_ for type_ in FINDING_TYPES if counts[type_] < 2} == set()


def test_each_rule_reports_a_type_the_labels_know() -> None:
    assert {rule.type for rule in load_ruleset().rules} <= FINDING_TYPES | MISSING_TYPES


def test_contracts_are_chosen_by_the_beginning_of_their_type() -> None:
    assert all("租赁" in labels.contract_type for labels in load_all("租"))
    assert load_all("租")
    assert load_all("没有这种合同") == ()


def test_width_white_space_and_markup_do_not_count() -> None:
    assert plain("（１） 每日 ＿＿\n**2％**") == "(1)每日2%"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("每日滞纳金为总金额的2%", "滞纳金为总金额的 2％", True),
        ("乙方不承担由此造成的任何责任", "由此造成的任何责任由甲方自负", True),
        ("乙方不承担责任", "甲方不承担费用", False),
        ("退款", "已付费用不予退款", False),
        ("不予退还", "不予退还" + "，另行协商" * 60, False),
        ("", "不予退还", False),
    ],
)
def test_quotes_speak_of_one_place_when_they_overlap_enough(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert same_place(one, other) is same
    assert same_place(other, one) is same


def test_neighbouring_types_answer_each_other() -> None:
    assert neighbours("liability.capped", "liability.sole_remedy")
    assert neighbours("statute.labor", "statute.other")
    assert not neighbours("liability.capped", "liability.excluded")


def test_pairing_gives_up_a_choice_so_that_more_findings_pair() -> None:
    assert pair([[0, 1], [0], []]) == {0: 1, 1: 0}


def test_clauses_align_in_order() -> None:
    assert align(["一、标的", "二、价款", "三、期限"], ["封面", "一、标的物", "三、期限"]) == [(0, 1), (2, 2)]


LATE = Risk("penalty.daily_rate", "每日按总价百分之三支付滞纳金", "high", "甲方", must=True)
FEW = Risk("performance.vague", "乙方应及时处理故障报告", "low", "甲方", must=True)
MAYBE = Risk("liability.vague", "违约方应当依法承担责任", "medium", "both", must=False)
SOUND = NearMiss("unilateral.change", "经双方书面同意后调整价格")


def labelled(*risks: Risk, missing: tuple[Lack, ...] = (), clauses: tuple[ClauseStart, ...] = ()) -> Labels:
    return Labels("x.txt", "买卖/采购", (), risks, missing, (SOUND,), clauses)


def outcome_of(*findings: tuple[str, str, str]) -> Outcome:
    found = tuple(Reported(*finding) for finding in findings)
    return score(labelled(LATE, FEW, MAYBE), Reviewed("买卖合同", found))


def test_a_finding_at_a_label_is_right_and_a_second_one_a_repeat() -> None:
    outcome = outcome_of(
        ("penalty.daily_rate", "按总价百分之三支付滞纳金", "high"),
        ("penalty.lump_sum", "每日按总价百分之三支付滞纳金", "medium"),
    )
    assert [finding.type for finding in outcome.right] == ["penalty.daily_rate"]
    assert [finding.type for finding in outcome.repeats] == ["penalty.lump_sum"]
    assert outcome.missed == (FEW,)


def test_a_note_finds_only_a_minor_label_and_costs_no_precision() -> None:
    outcome = outcome_of(
        ("penalty.daily_rate", LATE.quote, "low"),
        ("performance.vague", FEW.quote, "low"),
        ("form.blank", "＿＿＿＿年＿＿月", "low"),
    )
    assert outcome.missed == (LATE,)
    assert (outcome.notes, outcome.notes_right, outcome.wrong) == (3, 2, ())


def test_a_finding_on_sound_words_is_a_false_alarm_on_clean_text() -> None:
    outcome = outcome_of(("unilateral.change", SOUND.quote, "high"), ("ip.ownership", "成果归乙方所有", "medium"))
    assert len(outcome.wrong) == 2
    assert [finding.quote for finding in outcome.on_clean] == [SOUND.quote]


def test_an_optional_label_is_neither_a_miss_nor_a_false_alarm() -> None:
    assert MAYBE not in outcome_of().missed
    assert outcome_of(("liability.vague", MAYBE.quote, "medium")).wrong == ()


def test_missing_clauses_are_compared_by_type() -> None:
    labels = labelled(missing=(Lack("missing.dispute", must=True), Lack("missing.ip", must=False)))
    outcome = score(labels, Reviewed(missing=frozenset({"missing.ip", "missing.notice"})))
    assert outcome.lacks_missed == ("missing.dispute",)
    assert outcome.lacks_wrong == ("missing.notice",)


def test_clauses_count_by_start_and_level() -> None:
    labels = labelled(clauses=(ClauseStart(1, "第一条", "第一条 标的"), ClauseStart(2, "1.", "1. 品名与数量")))
    outcome = score(labels, Reviewed(clauses=((1, "第一条　标的"), (3, "1．品名与数量、规格"), (1, "第九条"))))
    assert (outcome.clauses, outcome.clauses_reported, outcome.clauses_right, outcome.levels_right) == (2, 3, 2, 1)


def test_outcomes_add_up() -> None:
    total = outcome_of() + outcome_of(("penalty.daily_rate", LATE.quote, "high"))
    assert (total.contracts, total.types_right, len(total.musts), len(total.missed)) == (2, 2, 4, 3)
