"""The embedded database in a backup: a copy of one state, made while others write.

Everything is read inside one read transaction: rows are counted and digested, then the pages are
copied by SQLite's backup interface. The copy has the same key; it is never opened by anybody else.
"""

import hashlib
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlcipher3 import dbapi2

from app.database.backups.sealed_file import damaged
from app.database.engine import Database
from app.domain.backups import BackupContents

_PAGES_AT_ONCE = 1000
_ROWS_AT_ONCE = 2000
Step = Callable[[int, int], None]


def copy_state(database: Database, copy: Path, key: bytes, step: Step) -> BackupContents:
    """Copy one state of the database into a new file with the same key; return what it holds.

    ``step`` hears how far it has come and may raise to stop it.
    """
    raw = database.engine.raw_connection()
    try:
        source: Any = raw.driver_connection
        source.execute("BEGIN")
        try:
            contents = read_contents(source)
            with closing(_keyed(copy, key)) as target:
                source.backup(
                    target,
                    pages=_PAGES_AT_ONCE,
                    progress=lambda _status, left, total: step(total - left, total),
                )
        finally:
            source.execute("ROLLBACK")
    finally:
        raw.close()
    return contents


def prove_copy(copy: Path, key: bytes, expected: BackupContents) -> None:
    """Open a restored copy and compare it with what was copied.

    Raises:
        BackupRejected: a page, a row, a number of rows or the access log is another.
    """
    try:
        with closing(_keyed(copy, key)) as connection:
            whole = _is_whole(connection)
            found = read_contents(connection)
    except dbapi2.Error as error:
        raise damaged() from error
    if not whole or found != expected:
        raise damaged()


def _is_whole(connection: Any) -> bool:
    pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    content = connection.execute("PRAGMA quick_check").fetchall()
    dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
    return not pages and content == [("ok",)] and not dangling


def read_contents(connection: Any) -> BackupContents:
    """Count and digest every table, in the order of the rows' own numbers."""
    counts: dict[str, int] = {}
    digests: dict[str, str] = {}
    for table in _tables(connection):
        counts[table], digests[table] = _digest(connection, table)
    count, last = connection.execute("SELECT count(*), max(id) FROM access_entry").fetchone()
    last_at = connection.execute("SELECT at FROM access_entry WHERE id = ?", (last,)).fetchone()
    return BackupContents(
        counts,
        digests,
        count,
        UUID(last) if last else None,
        _moment(last_at[0]) if last_at else None,
    )


def _tables(connection: Any) -> list[str]:
    """Return the tables with rows of our own; the search index is made of them."""
    rows = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    )
    return [name for (name,) in rows.fetchall()]


def _digest(connection: Any, table: str) -> tuple[int, str]:
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")').fetchall()]
    row = " || ',' || ".join(f'quote("{column}")' for column in columns)
    cursor = connection.execute(f'SELECT {row} FROM "{table}" ORDER BY rowid')
    digest, count = hashlib.blake2b(digest_size=32), 0
    while rows := cursor.fetchmany(_ROWS_AT_ONCE):
        count += len(rows)
        digest.update("\n".join(text for (text,) in rows).encode("utf-8", "surrogatepass"))
        digest.update(b"\n")
    return count, digest.hexdigest()


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def changes_missing(connection: Any, copy: Path, key: bytes) -> int:
    """Return how many changes the open database has logged that a copy lacks."""
    connection.execute(f"ATTACH DATABASE ? AS copy KEY \"x'{key.hex()}'\"", (str(copy),))
    try:
        found = connection.execute(
            "SELECT count(*) FROM main.access_entry WHERE verb IN ('collect', 'alter', 'erase')"
            " AND feature <> 'backup' AND id NOT IN (SELECT id FROM copy.access_entry)"
        ).fetchone()
    finally:
        connection.execute("DETACH DATABASE copy")
    return int(found[0])


def _keyed(file: Path, key: bytes) -> Any:
    connection = dbapi2.connect(str(file), check_same_thread=False, isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection
