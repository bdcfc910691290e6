"""Drafts: one encrypted SQLCipher file for each officer, on the workstation's own disk.

The same on both engines, so that text is kept when the server is out of reach. Every call is a
transaction of its own, synced to disk when it returns. A file that cannot be read is set aside
under another name, never deleted, and the next call begins a new one.
"""

import json
import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from sqlcipher3 import dbapi2

from app.database.sealing import derived_key
from app.domain.drafts import Draft, DraftFeature
from app.domain.errors import DatabaseUnavailable, ErrorCode
from app.foundation.paths import Places
from app.foundation.translation import _

Result = TypeVar("Result")

_FORMAT = 1
# One wait for the lock may be in vain where another process writes without a pause.
_PATIENCE_SECONDS = 20
_BUSY_MILLISECONDS = 2000
_AGAIN_SECONDS = 0.01
_FULL = 2
_COMPANIONS = ("", "-wal", "-shm")
_TABLE = """
CREATE TABLE IF NOT EXISTS draft (
    id TEXT PRIMARY KEY,
    feature TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    base_version INTEGER NOT NULL,
    fields TEXT NOT NULL,
    saved_at TEXT NOT NULL
) STRICT
"""
_KEEP = """
INSERT INTO draft (id, feature, subject_id, base_version, fields, saved_at)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    feature = excluded.feature,
    subject_id = excluded.subject_id,
    base_version = excluded.base_version,
    fields = excluded.fields,
    saved_at = excluded.saved_at
"""
_LIST = """
SELECT id, feature, subject_id, base_version, fields, saved_at FROM draft
ORDER BY saved_at DESC, id DESC
"""


def draft_key(data_key: bytes, officer_id: UUID) -> bytes:
    """Return the key of one officer's file; no other officer's key opens it."""
    return derived_key(data_key, f"drafts|{officer_id}")


def open_drafts(folders: Places, officer_id: UUID, data_key: bytes) -> "DraftStore":
    """Return the officer's drafts on this workstation. The file itself is opened at first use."""
    file = folders.drafts_folder / f"{officer_id}.db"
    return DraftStore(file, draft_key(data_key, officer_id))


class DraftStore:
    """One officer's drafts. May be used from any thread, and from several processes at once."""

    def __init__(self, file: Path, key: bytes) -> None:
        self._file = file
        self._key = key
        self._lock = threading.Lock()
        self._connection: Any = None

    def keep(self, draft: Draft) -> None:
        """Write a draft, in place of an earlier state of it. On return it is on the disk.

        Raises:
            DatabaseUnavailable: disk full, or the file cannot be written or read.
        """
        values = (
            str(draft.id),
            draft.feature.value,
            str(draft.subject_id),
            draft.base_version,
            json.dumps(dict(draft.fields), ensure_ascii=False, sort_keys=True),
            draft.saved_at.isoformat(),
        )
        self._run(lambda cursor: cursor.execute(_KEEP, values))

    def kept(self) -> tuple[Draft, ...]:
        """Read every draft, the one written last first.

        Raises:
            DatabaseUnavailable: the file cannot be read.
        """
        rows: list[tuple[Any, ...]] = self._run(lambda cursor: cursor.execute(_LIST).fetchall())
        return tuple(_draft(row) for row in rows)

    def discard(self, draft_id: UUID) -> None:
        """Remove a draft; an unknown id changes nothing.

        Raises:
            DatabaseUnavailable: the file cannot be written.
        """
        identifier = (str(draft_id),)
        self._run(lambda cursor: cursor.execute("DELETE FROM draft WHERE id = ?", identifier))

    def close(self) -> None:
        """Close the file. A later call opens it anew."""
        with self._lock:
            self._let_go()

    def _run(self, act: Callable[[Any], Result]) -> Result:
        with self._lock:
            try:
                return self._in_transaction(act)
            except (dbapi2.Error, OSError) as error:
                # After a failed write nothing on this handle can be trusted any more.
                self._let_go()
                raise self._explained(error) from error

    def _in_transaction(self, act: Callable[[Any], Result]) -> Result:
        if self._connection is None:
            self._connection = _connected(self._file, self._key)
        cursor = self._connection.cursor()
        _patiently(lambda: cursor.execute("BEGIN IMMEDIATE"))
        result = act(cursor)
        cursor.execute("COMMIT")
        cursor.close()
        return result

    def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _explained(self, error: Exception) -> DatabaseUnavailable:
        text = str(error)
        if "full" in text or "No space" in text:
            return DatabaseUnavailable(
                _("Disken er full. Kladden er ikke lagret. Frigjør plass."), ErrorCode.DISK_FULL
            )
        if ("malformed" in text or "not a database" in text) and _set_aside(self._file):
            return DatabaseUnavailable(
                _("Filen med kladder var skadet og er lagt til side. En ny er tatt i bruk."),
                ErrorCode.DATABASE_DAMAGED,
            )
        return DatabaseUnavailable(
            _("Kladden kan ikke lagres på denne maskinen. Meld fra til drift."),
            ErrorCode.DATABASE_UNREACHABLE,
        )


def _connected(file: Path, key: bytes) -> Any:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _create(file)
    return _patiently(lambda: _opened(file, key))


def _patiently(act: Callable[[], Result]) -> Result:
    """Try again while another process has the lock."""
    patience = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            return act()
        except dbapi2.OperationalError as busy:
            # While another process turns a new file to WAL, SQLite answers at once instead of
            # waiting as busy_timeout asks.
            if "locked" not in str(busy) or time.monotonic() > patience:
                raise
            threading.Event().wait(_AGAIN_SECONDS)


def _create(file: Path) -> None:
    """Make an empty file for this user alone; SQLite would let others in the group read it.

    One that is there is not touched: opening and closing it drops this process's locks on it.
    """
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def _opened(file: Path, key: bytes) -> Any:
    connection = dbapi2.connect(str(file), check_same_thread=False, isolation_level=None)
    try:
        _prepare(connection.cursor(), key)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(cursor: Any, key: bytes) -> None:
    cursor.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
    mode = cursor.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA temp_store = MEMORY")
    if mode != "wal" or cursor.execute("PRAGMA synchronous").fetchone()[0] != _FULL:
        raise DatabaseUnavailable(
            _("Kladden kan ikke lagres trygt på denne disken. Meld fra til drift."),
            ErrorCode.DATABASE_UNREACHABLE,
        )
    _make_table(cursor)


def _make_table(cursor: Any) -> None:
    cursor.execute("BEGIN IMMEDIATE")
    found = cursor.execute("PRAGMA user_version").fetchone()[0]
    if found > _FORMAT:
        raise DatabaseUnavailable(
            _("Kladdene er skrevet av en nyere utgave av programmet. Bruk den."),
            ErrorCode.DATABASE_TOO_NEW,
        )
    if found != _FORMAT:
        # Else there is nothing to write: on a full disk what is kept can still be read.
        cursor.execute(_TABLE)
        cursor.execute(f"PRAGMA user_version = {_FORMAT}")
    cursor.execute("COMMIT")
    cursor.close()


def _set_aside(file: Path) -> bool:
    """Give the file and what belongs to it another name, so that it can be looked into later."""
    number = 1
    while file.with_name(f"{file.name}.damaged-{number}").exists():
        number += 1
    beside = f"{file.name}.damaged-{number}"
    try:
        for companion in _COMPANIONS:
            part = file.with_name(file.name + companion)
            if part.exists():
                part.rename(file.with_name(beside + companion))
    except OSError:
        return False
    return True


def _draft(row: tuple[Any, ...]) -> Draft:
    draft_id, feature, subject_id, base_version, fields, saved_at = row
    return Draft(
        UUID(draft_id),
        DraftFeature(feature),
        UUID(subject_id),
        base_version,
        json.loads(fields),
        datetime.fromisoformat(saved_at),
    )
