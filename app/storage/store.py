"""The store: one SQLite file through sqlite-utils, a transaction for every action of the lawyer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from app.model import Decision, Verdict
from app.storage.errors import StorageError
from app.storage.opening import named_errors, opened
from app.storage.words import match_expression, spaced
from rules.model import Finding, Review, Stance

# The stance of the newest review comes with each contract; counts are those of the same review.
_RECENT = """
SELECT c.sha256, c.name, c.path, c.contract_type, c.last_opened, r.stance,
  (SELECT count(*) FROM findings f WHERE f.review = r.id AND f.severity = 'high'),
  (SELECT count(*) FROM findings f WHERE f.review = r.id AND f.severity = 'medium'),
  (SELECT count(*) FROM findings f WHERE f.review = r.id AND f.severity = 'low'),
  (SELECT count(*) FROM decisions d WHERE d.sha256 = c.sha256 AND d.state <> 'open')
FROM contracts c
JOIN reviews r ON r.id = (SELECT id FROM reviews n WHERE n.sha256 = c.sha256 ORDER BY n.made_at DESC, n.id DESC LIMIT 1)
"""


@dataclass(frozen=True, slots=True)
class RecentContract:
    """A contract that was reviewed before, as the list of recent files shows it."""

    sha256: str
    name: str
    path: Path | None  # where it was last opened; None where that was not told
    contract_type: str
    opened_at: datetime
    stance: Stance
    high: int
    medium: int
    low: int
    decided: int


def default_path() -> Path:
    """The store of this user: ``shenyue.db`` in the platform's folder for user data."""
    from platformdirs import user_data_path

    return user_data_path("shenyue", appauthor=False) / "shenyue.db"


class Store:
    """Contracts, reviews, decisions and settings of one user. Use it from one thread at a time; close it.

    ``Path(":memory:")`` keeps everything in memory, for this object's life only.
    Raises on opening: `NewerStoreError`, `DamagedStoreError` (the file was moved aside, so open again),
    and here as in every method `StorageError` where the file cannot be read or written.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_path()
        with named_errors():
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise StorageError(repr(error)) from error
            self._db = opened(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the store cannot be used afterwards."""
        self._db.close()

    def remember(self, review: Review, *, path: Path | None = None, playbook: str = "") -> None:
        """Keep a review and its contract's text for search; it replaces the review of the same stance and playbook.

        ``path`` is where the file was opened, for the list of recent contracts. Decisions are left alone.
        """
        now = _stamp(datetime.now(UTC))
        with self._transaction() as db:
            _put_contract(db, review, path, now)
            sha256 = review.contract.document.sha256
            db.execute(
                "DELETE FROM reviews WHERE sha256 = ? AND stance = ? AND playbook = ?",
                [sha256, review.stance.value, playbook],
            )
            made = db.execute(
                "INSERT INTO reviews (sha256, stance, playbook, engine, made_at) VALUES (?, ?, ?, ?, ?)",
                [sha256, review.stance.value, playbook, _engine(), now],
            ).lastrowid
            rows = [_finding_row(made, finding) for finding in (*review.findings, *review.missing)]
            db.table("findings").insert_all(rows)

    def decisions(self, sha256: str) -> dict[str, Decision]:
        """The lawyer's decisions on the contract with these bytes, by finding id."""
        with named_errors():
            rows = self._db.execute(
                "SELECT finding_id, state, wording, note, decided_at FROM decisions WHERE sha256 = ?", [sha256]
            ).fetchall()
        return {
            finding: Decision(finding, Verdict(state), wording, note, datetime.fromisoformat(decided_at))
            for finding, state, wording, note, decided_at in rows
        }

    def decide(self, sha256: str, decision: Decision) -> None:
        """Keep a decision in place of an earlier one on the same finding; the contract must have been remembered."""
        with self._transaction() as db:
            db.execute(
                "INSERT OR REPLACE INTO decisions (sha256, finding_id, state, wording, note, decided_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [
                    sha256, decision.finding_id, decision.state.value, decision.wording, decision.note,
                    _stamp(decision.decided_at),
                ],
            )  # fmt: skip

    def forget(self, sha256: str, finding_id: str) -> None:
        """Take back the decision on a finding, as if there had been none."""
        with self._transaction() as db:
            db.execute("DELETE FROM decisions WHERE sha256 = ? AND finding_id = ?", [sha256, finding_id])

    def erase(self, sha256: str) -> None:
        """Remove a contract with its text, reviews and decisions from the store; the contract's file stays."""
        with self._transaction() as db:
            db.execute("DELETE FROM contract_words WHERE sha256 = ?", [sha256])
            db.execute("DELETE FROM contracts WHERE sha256 = ?", [sha256])

    def stance(self, sha256: str) -> Stance | None:
        """The stance of the newest review of the contract with these bytes; None where it was never reviewed."""
        with named_errors():
            row = self._db.execute(
                "SELECT stance FROM reviews WHERE sha256 = ? ORDER BY made_at DESC, id DESC LIMIT 1", [sha256]
            ).fetchone()
        return Stance(row[0]) if row else None

    def recent(self, limit: int = 20) -> tuple[RecentContract, ...]:
        """The contracts opened last, newest first."""
        with named_errors():
            rows = self._db.execute(f"{_RECENT} ORDER BY c.last_opened DESC LIMIT ?", [limit]).fetchall()
        return tuple(_recent(row) for row in rows)

    def search(self, words: str, limit: int = 50) -> tuple[RecentContract, ...]:
        """The contracts whose name or text holds all of ``words`` (separated by spaces), best match first."""
        expression = match_expression(words)
        if not expression:
            return ()
        with named_errors():
            rows = self._db.execute(
                f"{_RECENT} JOIN contract_words w ON w.sha256 = c.sha256"
                " WHERE contract_words MATCH ? ORDER BY w.rank LIMIT ?",
                [expression, limit],
            ).fetchall()
        return tuple(_recent(row) for row in rows)

    def setting(self, key: str, default: str = "") -> str:
        """The value kept for ``key``."""
        with named_errors():
            row = self._db.execute("SELECT value FROM settings WHERE key = ?", [key]).fetchone()
        return str(row[0]) if row else default

    def set_setting(self, key: str, value: str) -> None:
        """Keep ``value`` for ``key``."""
        with self._transaction() as db:
            db.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", [key, value])

    @contextmanager
    def _transaction(self) -> Iterator[Database]:
        with named_errors(), self._db.atomic():
            yield self._db


def _put_contract(db: Database, review: Review, path: Path | None, now: str) -> None:
    document = review.contract.document
    where = str(path.resolve()) if path else ""
    db.execute(
        """INSERT INTO contracts (sha256, name, path, contract_type, first_opened, last_opened)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (sha256) DO UPDATE SET name = excluded.name, contract_type = excluded.contract_type,
          last_opened = excluded.last_opened, path = CASE excluded.path WHEN '' THEN path ELSE excluded.path END""",
        [document.sha256, document.name, where, review.contract.type.name, now, now],
    )
    db.execute("DELETE FROM contract_words WHERE sha256 = ?", [document.sha256])
    db.execute(
        "INSERT INTO contract_words (sha256, name, text) VALUES (?, ?, ?)",
        [document.sha256, spaced(document.name), spaced(document.text)],
    )


def _engine() -> str:
    try:
        return metadata.version("shenyue")
    except metadata.PackageNotFoundError:  # run from a checkout that was not installed
        return ""


def _finding_row(review: int | None, finding: Finding) -> dict[str, str | int | None]:
    return {
        "review": review,
        "finding_id": finding.id,
        "type": finding.type,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "harms": finding.harms,
        "clause": finding.clause,
        "quote": finding.quote,
    }


def _recent(row: tuple[str, str, str, str, str, str, int, int, int, int]) -> RecentContract:
    sha256, name, path, kind, opened, stance, high, medium, low, decided = row
    return RecentContract(
        sha256, name, Path(path) if path else None, kind, datetime.fromisoformat(opened), Stance(stance),
        high, medium, low, decided,
    )  # fmt: skip


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
