from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from app.gui.models.findings import Card, FindingRole, FindingsFilter, FindingsModel
from app.gui.models.outline import OutlineModel, OutlineRole
from app.model import Decision, Verdict
from rules.model import Severity
from tests.app.samples import sample_contract, sample_review

REVIEW = sample_review()
EVERY_STATE = frozenset(Verdict)


def decision(finding_id: str, state: Verdict, note: str = "") -> Decision:
    return Decision(finding_id, state, note=note, decided_at=datetime.now(UTC))


@pytest.fixture
def model() -> FindingsModel:
    model = FindingsModel()
    model.show_review(REVIEW, {})
    return model


@pytest.fixture
def outline() -> OutlineModel:
    outline = OutlineModel()
    outline.show_contract(sample_contract(), REVIEW.findings)
    return outline


def card_of(model: FindingsModel, finding_id: str) -> Card:
    card = model.index_of(finding_id).data(FindingRole.CARD)
    assert isinstance(card, Card)
    return card


def test_findings_stand_in_groups_by_severity_with_missing_clauses_last(model: FindingsModel) -> None:
    groups = [model.index(row, 0) for row in range(model.rowCount())]
    assert [group.data() for group in groups] == ["High risk", "Medium risk", "Low risk", "Missing clauses"]
    assert [group.data(FindingRole.COUNT) for group in groups] == [3, 3, 2, 3]
    assert [model.rowCount(group) for group in groups] == [3, 3, 2, 3]


def test_both_models_keep_the_rules_of_qt(model: FindingsModel, outline: OutlineModel) -> None:
    for tested in (model, outline, FindingsFilter(model)):
        QAbstractItemModelTester(tested, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_card_tells_clause_harm_and_decision(model: FindingsModel) -> None:
    finding = next(finding for finding in REVIEW.findings if finding.rule == "late-fee-rate")
    model.show_decision(finding.id, decision(finding.id, Verdict.DISMISSED, note="见沟通记录"))
    card = card_of(model, finding.id)
    assert "2.3" in card.place
    assert card.harms == "harms 甲方"
    assert card.state is Verdict.DISMISSED
    assert card.noted


def test_a_decision_on_a_finding_that_is_gone_changes_nothing(model: FindingsModel) -> None:
    model.show_decision("000000000000", decision("000000000000", Verdict.ACCEPTED))
    assert not model.index_of("000000000000").isValid()


def test_the_filter_shows_the_severities_and_states_chosen(model: FindingsModel) -> None:
    shown = FindingsFilter(model)
    high = [finding.id for finding in REVIEW.findings if finding.severity is Severity.HIGH]
    shown.choose(frozenset({Severity.HIGH}), EVERY_STATE)
    assert shown.shown_ids() == high
    model.show_decision(high[0], decision(high[0], Verdict.ACCEPTED))
    shown.choose(frozenset({Severity.HIGH}), frozenset({Verdict.OPEN}))
    assert shown.shown_ids() == high[1:]


def test_dismissed_findings_stay_in_the_list(model: FindingsModel) -> None:
    shown = FindingsFilter(model)
    before = shown.shown_ids()
    model.show_decision(before[0], decision(before[0], Verdict.DISMISSED))
    assert shown.shown_ids() == before


def test_the_next_finding_goes_round_the_end(model: FindingsModel) -> None:
    shown = FindingsFilter(model)
    ids = shown.shown_ids()
    assert shown.neighbour("", 1) == ids[0]
    assert shown.neighbour(ids[0], 1) == ids[1]
    assert shown.neighbour(ids[-1], 1) == ids[0]
    assert shown.neighbour(ids[0], -1) == ids[-1]


def test_an_empty_list_has_no_next_finding(model: FindingsModel) -> None:
    shown = FindingsFilter(model)
    shown.choose(frozenset(), EVERY_STATE)
    assert shown.neighbour("", 1) == ""


def test_the_outline_shows_clauses_with_their_children(outline: OutlineModel) -> None:
    top = [outline.index(row, 0).data() for row in range(outline.rowCount())]
    assert top[:2] == ["第一条 服务内容", "第二条 合同价款与支付"]
    payment = outline.index(1, 0)
    assert outline.rowCount(payment) == 3
    assert str(outline.index(2, 0, payment).data()).startswith("2.3 甲方逾期付款的")
    assert outline.index(2, 0, payment).parent() == payment


def test_a_clause_bears_the_gravest_finding_in_it_or_below(outline: OutlineModel) -> None:
    payment = outline.index(1, 0)
    assert payment.data(OutlineRole.SEVERITY) == Severity.HIGH
    assert payment.data(OutlineRole.COUNT) == 3
    assert outline.index(0, 0, payment).data(OutlineRole.SEVERITY) is None
    assert outline.index(1, 0, payment).data(OutlineRole.SEVERITY) == Severity.MEDIUM


def test_the_outline_counts_anew_without_what_was_dismissed(outline: OutlineModel) -> None:
    outline.show_findings(())
    assert outline.index(1, 0).data(OutlineRole.SEVERITY) is None


def test_only_clauses_whose_mark_changed_are_told(outline: OutlineModel) -> None:
    told: list[str] = []
    outline.dataChanged.connect(lambda index, _: told.append(str(index.data()).split()[0]))
    outline.show_findings(tuple(finding for finding in REVIEW.findings if finding.label != "2.3"))
    assert told == ["第二条", "2.3"]


def test_a_contract_without_clauses_has_an_empty_outline() -> None:
    outline = OutlineModel()
    outline.show_contract(replace(sample_contract(), clauses=()), ())
    assert outline.rowCount(QModelIndex()) == 0
