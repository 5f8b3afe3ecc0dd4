from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.gui.jobs import Jobs
from app.gui.problems import sentence_of
from app.gui.session import Order, Phase, Session
from app.gui.workspace import Workspace
from app.model import Verdict
from app.storage import StorageError, Store
from extractors.text import Progress
from rules.model import Review, Stance
from tests.app.samples import sample_review


def accept(session: Session, wording: str = "", note: str = "") -> str:
    finding = session.findings[0].id
    session.decide("accept", session.decision_for(finding, Verdict.ACCEPTED, wording, note))
    return finding


def test_a_decision_is_one_step_and_one_signal(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.decided) as told:
        finding = accept(session)
    assert told.args == [finding]
    assert session.undo_stack.count() == 1
    assert session.state_of(finding) is Verdict.ACCEPTED


def test_undo_takes_a_decision_back_and_redo_makes_it_again(session: Session, store: Store) -> None:
    finding = accept(session)
    sha256 = sample_review().contract.document.sha256
    session.undo_stack.undo()
    assert finding not in session.decisions
    assert store.decisions(sha256) == {}
    session.undo_stack.redo()
    assert store.decisions(sha256)[finding].state is Verdict.ACCEPTED


def test_undo_goes_back_to_the_decision_before(session: Session) -> None:
    finding = accept(session)
    session.decide("dismiss", session.decision_for(finding, Verdict.DISMISSED))
    session.undo_stack.undo()
    assert session.state_of(finding) is Verdict.ACCEPTED


def test_accepting_other_words_keeps_them_as_edited(session: Session) -> None:
    finding = accept(session, wording="每日万分之一。", note="客户要求")
    decision = session.decisions[finding]
    assert (decision.state, decision.wording, decision.note) == (Verdict.EDITED, "每日万分之一。", "客户要求")


def test_accepting_the_suggested_words_is_no_edit(session: Session) -> None:
    finding = accept(session, wording=session.findings[0].wording)
    assert session.decisions[finding].state is Verdict.ACCEPTED


def test_decisions_and_stance_come_back_with_the_file(session: Session, workspace: Workspace, qtbot: QtBot) -> None:
    finding = accept(session)
    session.start(Stance.PARTY_A)
    qtbot.waitUntil(lambda: session.review is not None and session.review.stance is Stance.PARTY_A)
    path = session.path
    workspace.close_session(session)
    workspace.open_files([path])
    again = workspace.sessions[0]
    qtbot.waitUntil(lambda: again.phase is Phase.READY)
    assert again.stance is Stance.PARTY_A
    assert again.state_of(finding) is Verdict.ACCEPTED


def test_the_stance_comes_back_for_a_file_that_was_moved(session: Session, workspace: Workspace, qtbot: QtBot) -> None:
    session.start(Stance.PARTY_B)
    qtbot.waitUntil(lambda: session.review is not None and session.review.stance is Stance.PARTY_B)
    workspace.open_files([Path("elsewhere") / "技术服务合同.txt"])
    moved = workspace.sessions[1]
    qtbot.waitUntil(lambda: moved.phase is Phase.READY)
    assert moved.stance is Stance.PARTY_B


def test_decisions_outlive_a_change_of_stance(session: Session, qtbot: QtBot) -> None:
    finding = accept(session)
    with qtbot.waitSignal(session.reviewed):
        session.start(Stance.PARTY_B)
    assert session.state_of(finding) is Verdict.ACCEPTED
    assert session.undo_stack.canUndo()


def test_a_decision_that_cannot_be_kept_is_not_made(
    session: Session, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StorageError("disk full")

    monkeypatch.setattr(store, "decide", fail)
    with qtbot.waitSignal(session.troubled) as told:
        finding = accept(session)
    assert told.args is not None
    assert told.args[0].code == "storage"
    assert session.state_of(finding) is Verdict.OPEN
    assert session.undo_stack.count() == 0


def test_a_broken_file_leaves_a_sentence_and_no_review(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.open_files([Path("broken.docx")])
    session = workspace.sessions[0]
    qtbot.waitUntil(lambda: session.phase is Phase.FAILED)
    assert session.problem is not None
    assert "damaged" in sentence_of(session.problem)
    assert session.review is None


def test_an_unforeseen_error_is_said_in_general_words_and_logged_without_its_text(
    store: Store, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> Review:
        raise ValueError("甲方的商业秘密")

    jobs = Jobs()
    session = Session(Path("a.txt"), store, jobs, fail)
    with qtbot.waitSignal(session.phase_changed, check_params_cb=lambda: session.phase is Phase.FAILED):
        session.start(Stance.NEUTRAL)
    jobs.join()
    assert session.problem is not None
    assert session.problem.code == "internal"
    assert "ValueError" in caplog.text
    assert "商业秘密" not in caplog.text


def test_a_review_can_be_stopped_and_started_again(store: Store, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def wait(order: Order, progress: Progress) -> Review:
        begun.set()
        go_on.wait(5)
        progress("rules", 0.5)
        return sample_review(order.stance)

    jobs = Jobs()
    session = Session(Path("a.txt"), store, jobs, wait)
    session.start(Stance.NEUTRAL)
    begun.wait(5)
    session.stop()
    go_on.set()
    qtbot.waitUntil(lambda: session.phase is Phase.STOPPED)
    assert session.review is None
    session.start(Stance.NEUTRAL)
    qtbot.waitUntil(lambda: session.phase is Phase.READY)
    jobs.join()


def test_typed_wording_is_kept_until_it_is_accepted(session: Session) -> None:
    finding = session.findings[0].id
    session.drafts[finding] = "每日万分之一。"
    session.decide("dismiss", session.decision_for(finding, Verdict.DISMISSED))
    assert session.drafts[finding] == "每日万分之一。"
    accept(session, wording="每日万分之一。")
    assert finding not in session.drafts


def test_a_contract_closed_while_it_is_read_leaves_nothing_behind(store: Store, qtbot: QtBot) -> None:
    go_on = threading.Event()

    def wait(order: Order, progress: Progress) -> Review:
        go_on.wait(5)
        progress("rules", 0.5)
        return sample_review(order.stance)

    workspace = Workspace(store, wait)
    workspace.open_files([Path("a.txt")])
    workspace.close_session(workspace.sessions[0])
    go_on.set()
    workspace.jobs.join()
    qtbot.wait(10)
    assert workspace.sessions == []
    assert store.recent() == ()
