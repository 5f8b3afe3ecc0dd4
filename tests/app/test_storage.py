"""The store keeps what the lawyer did, whatever happens to files and versions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from app.model import Decision, Verdict
from app.storage import DamagedStoreError, NewerStoreError, StorageError, Store
from app.storage.migrations import schema
from rules.model import Review, Stance
from tests.app.samples import sample_review

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def review() -> Review:
    return sample_review(Stance.PARTY_A)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "data" / "shenyue.db") as opened:
        yield opened


def sha256_of(review: Review) -> str:
    return review.contract.document.sha256


def test_stance_and_decisions_come_back_when_the_same_file_is_opened_under_another_name(
    tmp_path: Path, review: Review
) -> None:
    decision = Decision(review.findings[0].id, Verdict.EDITED, "改为万分之三。", "与客户确认过", NOON)
    with Store(tmp_path / "shenyue.db") as store:
        store.remember(review, path=tmp_path / "技术服务合同.txt")
        store.decide(sha256_of(review), decision)
    renamed = sample_review(Stance.NEUTRAL, name="盖章版.txt")
    with Store(tmp_path / "shenyue.db") as store:
        assert store.stance(sha256_of(renamed)) is Stance.PARTY_A
        assert store.decisions(sha256_of(renamed)) == {decision.finding_id: decision}
        store.remember(renamed, path=tmp_path / "盖章版.txt")
        assert store.decisions(sha256_of(renamed)) == {decision.finding_id: decision}
        assert [contract.name for contract in store.recent()] == ["盖章版.txt"]


def test_a_later_decision_replaces_the_earlier_and_can_be_taken_back(store: Store, review: Review) -> None:
    first, second = review.findings[:2]
    store.remember(review)
    store.decide(sha256_of(review), Decision(first.id, Verdict.ACCEPTED, decided_at=NOON))
    store.decide(sha256_of(review), Decision(first.id, Verdict.DISMISSED, note="已谈妥", decided_at=NOON))
    store.decide(sha256_of(review), Decision(second.id, Verdict.ACCEPTED, decided_at=NOON))
    assert store.decisions(sha256_of(review))[first.id].state is Verdict.DISMISSED
    store.forget(sha256_of(review), first.id)
    assert set(store.decisions(sha256_of(review))) == {second.id}


def test_recent_contracts_show_the_newest_review_and_its_counts(store: Store, review: Review, tmp_path: Path) -> None:
    store.remember(review, path=tmp_path / "技术服务合同.txt")
    store.decide(sha256_of(review), Decision(review.findings[0].id, Verdict.ACCEPTED, decided_at=NOON))
    store.remember(replace(review, stance=Stance.PARTY_B, findings=review.findings[:4]))
    (contract,) = store.recent()
    assert contract.stance is Stance.PARTY_B
    assert (contract.high, contract.medium, contract.low) == (3, 3, 1)
    assert contract.decided == 1
    assert contract.path == (tmp_path / "技术服务合同.txt").resolve()
    assert contract.contract_type == "技术服务合同"


def test_reviewing_again_does_not_pile_up_rows(store: Store, review: Review) -> None:
    for _ in range(3):
        store.remember(review)
    with sqlite3.connect(store.path) as connection:
        assert connection.execute("SELECT count(*) FROM reviews").fetchone() == (1,)
        found = len(review.findings) + len(review.missing)
        assert connection.execute("SELECT count(*) FROM findings").fetchone() == (found,)
    connection.close()


@pytest.mark.parametrize("words", ["仲裁", "违约金", "云岫软件", "技术服务", "480", "平台 验收", '仲裁"委员会', "肆"])
def test_search_finds_words_of_any_length_in_name_and_text(store: Store, review: Review, words: str) -> None:
    store.remember(review)
    assert [contract.sha256 for contract in store.search(words)] == [sha256_of(review)]


@pytest.mark.parametrize("words", ["", "  ", '"*', "租赁", "仲裁 租赁", "裁仲", "NOT"])
def test_search_finds_nothing_where_a_word_is_absent(store: Store, review: Review, words: str) -> None:
    store.remember(review)
    assert store.search(words) == ()


def test_erasing_a_contract_leaves_nothing_of_it_in_the_file(tmp_path: Path, review: Review) -> None:
    with Store(tmp_path / "shenyue.db") as store:
        store.remember(review)
        store.decide(
            sha256_of(review), Decision(review.findings[0].id, Verdict.ACCEPTED, note="甲秘密", decided_at=NOON)
        )
        store.erase(sha256_of(review))
        assert store.recent() == ()
        assert store.search("仲裁") == ()
        assert store.decisions(sha256_of(review)) == {}
    content = (tmp_path / "shenyue.db").read_bytes()
    assert "甲秘密".encode() not in content
    assert "杭州青禾智造".encode() not in content


def test_settings_are_kept(store: Store) -> None:
    assert store.setting("theme", "light") == "light"
    store.set_setting("theme", "dark")
    store.set_setting("theme", "system")
    assert store.setting("theme", "light") == "system"


def test_a_decision_on_an_unknown_contract_is_refused_and_leaves_no_trace(store: Store) -> None:
    with pytest.raises(StorageError):
        store.decide("0" * 64, Decision("abc", Verdict.ACCEPTED, decided_at=NOON))
    assert store.decisions("0" * 64) == {}


def test_a_store_of_the_first_version_is_brought_up_with_its_data(tmp_path: Path, review: Review) -> None:
    path = tmp_path / "shenyue.db"
    old = Database(path)
    schema.apply(old, stop_before="m002_full_text")
    moment = NOON.isoformat()
    sha256 = sha256_of(review)
    old.execute(
        "INSERT INTO contracts VALUES (?, ?, '', '技术服务合同', ?, ?)", [sha256, "旧合同.docx", moment, moment]
    )
    old.execute("INSERT INTO reviews VALUES (1, ?, '乙方', '', '0.1.0', ?)", [sha256, moment])
    old.execute("INSERT INTO decisions VALUES (?, 'abc', 'accepted', '', '旧备注', ?)", [sha256, moment])
    old.conn.commit()
    old.close()
    with Store(path) as store:
        assert store.decisions(sha256) == {"abc": Decision("abc", Verdict.ACCEPTED, "", "旧备注", NOON)}
        assert store.stance(sha256) is Stance.PARTY_B
        assert [contract.name for contract in store.search("旧合同")] == ["旧合同.docx"]
        store.remember(review)
        assert len(store.search("仲裁")) == 1


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "shenyue.db"
    path.touch()
    with Store(path) as store:
        assert store.recent() == ()
    assert [file.name for file in tmp_path.iterdir()] == ["shenyue.db"]


def test_a_damaged_store_is_moved_aside_whole_and_the_next_opening_starts_afresh(tmp_path: Path) -> None:
    path = tmp_path / "shenyue.db"
    for junk in (b"not a database at all, but long enough" * 40, b"another wreck" * 200):
        path.write_bytes(junk)
        with pytest.raises(DamagedStoreError) as caught:
            Store(path)
        assert caught.value.aside.read_bytes() == junk
        assert not path.exists()
    with Store(path) as store:
        assert store.recent() == ()
    assert len(list(tmp_path.glob("shenyue-damaged-*.db"))) == 2


def test_a_store_with_a_torn_page_is_found_out(tmp_path: Path, review: Review) -> None:
    path = tmp_path / "shenyue.db"
    with Store(path) as store:
        store.remember(review)
    content = bytearray(path.read_bytes())
    content[4096:12288] = b"\xff" * 8192
    path.write_bytes(content)
    with pytest.raises(DamagedStoreError):
        Store(path)


def test_a_store_of_a_newer_version_stays_untouched(tmp_path: Path) -> None:
    path = tmp_path / "shenyue.db"
    Store(path).close()
    newer = Database(path)
    newer.table("_sqlite_migrations").insert(
        {"migration_set": "shenyue", "name": "m999_from_the_future", "applied_at": "2030-01-01"}
    )
    newer.close()
    with pytest.raises(NewerStoreError, match="m999"):
        Store(path)
    assert [file.name for file in tmp_path.glob("*damaged*")] == []
    assert path.exists()


def test_a_folder_that_cannot_be_made_is_a_named_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError) as caught:
        Store(tmp_path / "file" / "shenyue.db")
    assert "数据文件夹" in caught.value.sentence


def test_a_locked_store_is_not_taken_for_a_damaged_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "shenyue.db"
    Store(path).close()
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *args, **kwargs: real(*args, **{**kwargs, "timeout": 0.05}))
    holder = real(path)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(StorageError) as caught:
            Store(path)
        assert not isinstance(caught.value, DamagedStoreError)
    finally:
        holder.close()
    assert path.exists()


def test_the_store_lies_in_the_users_data_folder_by_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with Store() as store:
        assert store.path == tmp_path / "shenyue" / "shenyue.db"


def test_a_store_in_memory_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, review: Review) -> None:
    monkeypatch.chdir(tmp_path)
    with Store(Path(":memory:")) as store:
        store.remember(review)
        assert len(store.recent()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_store_can_be_handed_from_thread_to_thread(store: Store, review: Review) -> None:
    with ThreadPoolExecutor(1) as other:
        other.submit(store.remember, review).result()
    assert [contract.name for contract in store.recent()] == ["技术服务合同.txt"]
