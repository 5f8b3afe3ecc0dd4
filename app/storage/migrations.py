"""The schema, as ordered steps. A step that has been released is never edited: add another after it."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from app.storage.words import spaced

schema = Migrations("shenyue")


@schema()
def m001_contracts_and_decisions(db: Database) -> None:
    """Contracts by the hash of their bytes, their reviews and findings, decisions and settings.

    Decisions hang on contract and finding id, not on a review: they outlive every re-run.
    """
    for statement in (
        """CREATE TABLE contracts (
            sha256 TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            path TEXT NOT NULL,
            contract_type TEXT NOT NULL,
            first_opened TEXT NOT NULL,
            last_opened TEXT NOT NULL)""",
        """CREATE TABLE reviews (
            id INTEGER PRIMARY KEY,
            sha256 TEXT NOT NULL REFERENCES contracts ON DELETE CASCADE,
            stance TEXT NOT NULL,
            playbook TEXT NOT NULL,
            engine TEXT NOT NULL,
            made_at TEXT NOT NULL,
            UNIQUE (sha256, stance, playbook))""",
        """CREATE TABLE findings (
            id INTEGER PRIMARY KEY,
            review INTEGER NOT NULL REFERENCES reviews ON DELETE CASCADE,
            finding_id TEXT NOT NULL,
            type TEXT NOT NULL,
            rule TEXT NOT NULL,
            severity TEXT NOT NULL,
            harms TEXT NOT NULL,
            clause TEXT NOT NULL,
            quote TEXT NOT NULL)""",
        """CREATE TABLE decisions (
            sha256 TEXT NOT NULL REFERENCES contracts ON DELETE CASCADE,
            finding_id TEXT NOT NULL,
            state TEXT NOT NULL,
            wording TEXT NOT NULL,
            note TEXT NOT NULL,
            decided_at TEXT NOT NULL,
            PRIMARY KEY (sha256, finding_id))""",
        "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
        "CREATE INDEX contracts_last_opened ON contracts (last_opened)",
        "CREATE INDEX findings_review ON findings (review)",
    ):
        db.execute(statement)


@schema()
def m002_full_text(db: Database) -> None:
    """Full text of name and contract, one token for each Chinese character (see `app.storage.words`).

    Contracts remembered before this step are found by name at once, by their text when next opened.
    """
    db.execute("CREATE VIRTUAL TABLE contract_words USING fts5(sha256 UNINDEXED, name, text, tokenize='unicode61')")
    for sha256, name in db.execute("SELECT sha256, name FROM contracts").fetchall():
        db.execute("INSERT INTO contract_words VALUES (?, ?, '')", [sha256, spaced(name)])


def unknown_steps(db: Database) -> list[str]:
    """Steps that ``db`` has been through and this program does not know: a newer version wrote it."""
    applied = {step.name for step in schema.applied(db)}
    stages = [m001_contracts_and_decisions, m002_full_text]
    return sorted(applied - {step.__name__ for step in stages})
