"""Opening the store's file: sound, not newer than this program, and never overwriting what was there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from app.storage.errors import DamagedStoreError, NewerStoreError, StorageError
from app.storage.migrations import schema, unknown_steps


@contextmanager
def named_errors() -> Iterator[None]:
    """Turn SQLite's errors into `StorageError`."""
    try:
        yield
    except sqlite3.Error as error:
        raise StorageError(repr(error)) from error


def opened(path: Path) -> Database:
    """The store at ``path``, made where there is none, brought to the newest schema, in WAL mode.

    Raises `DamagedStoreError` after moving the file aside, `NewerStoreError`, or sqlite3's own errors.
    """
    try:
        db = _connected(path)
    except sqlite3.OperationalError:  # locked, no permission, disk full: nothing is wrong with the file
        raise
    except sqlite3.DatabaseError as error:
        raise DamagedStoreError(repr(error), _moved_aside(path)) from error
    try:
        _refuse_newer(db)
        db.enable_wal()
        schema.apply(db)
    except BaseException:
        db.close()
        raise
    return db


def _refuse_newer(db: Database) -> None:
    newer = unknown_steps(db)
    if newer:
        raise NewerStoreError(", ".join(newer))


def _connected(path: Path) -> Database:
    # The window hands the store from thread to thread, never sharing it: its callers take turns.
    connection = sqlite3.connect(path, check_same_thread=False)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # erased contracts leave nothing in free pages
        _refuse_damaged(connection)
    except BaseException:
        connection.close()
        raise
    return Database(connection, execute_plugins=False)


def _refuse_damaged(connection: sqlite3.Connection) -> None:
    verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise sqlite3.DatabaseError(verdict)


def _moved_aside(path: Path) -> Path:
    stem = f"{path.stem}-damaged-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    aside = path.with_name(f"{stem}{path.suffix}")
    count = 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{stem}-{count}{path.suffix}")
    for ending in ("", "-wal", "-shm"):
        part = path.with_name(path.name + ending)
        if part.exists():
            part.replace(aside.with_name(aside.name + ending))
    return aside
