"""A PostgreSQL database in a backup: every table by COPY, in one state, without pg_dump.

Officers' machines have no pg_dump, and a dump of another version may not load. COPY's text form
has been the same for twenty years. Tables follow each other so that each comes after those it
points at. Held are all rows and the wrapped keys; the server's own passwords are not, since no
officer may read them.
"""

import hashlib
import json
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, inspect, text

from app.database.backups.sealed_file import damaged
from app.database.engine import Database
from app.domain.backups import BackupContents
from app.domain.errors import DatabaseUnavailable, ErrorCode
from app.foundation.translation import _

# Alembic's own table follows from the schema number in the head.
_NOT_OURS = frozenset({"alembic_version"})
_HIDDEN = "access_entry"
_FRAME = struct.Struct(">cI")
_TABLE, _ROWS, _END = b"T", b"R", b"E"
_BLOCK = 1 << 16
_COLUMNS = text(
    "SELECT quote_ident(attname) || ' ' || format_type(atttypid, atttypmod)"
    " || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END FROM pg_attribute"
    " WHERE attrelid = to_regclass(:table) AND attnum > 0 AND NOT attisdropped ORDER BY attnum"
)
_RULES = text(
    "SELECT pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE conrelid = to_regclass(:table) AND contype IN ('p', 'u', 'c')"
)
Write = Callable[[bytes], None]
Step = Callable[[int, int], None]


@contextmanager
def one_state(database: Database) -> Iterator[Connection]:
    """Open a connection that sees one state for as long as it takes."""
    engine = database.engine.execution_options(isolation_level="REPEATABLE READ")
    with engine.connect() as connection, connection.begin():
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
        yield connection


def export(connection: Connection, write: Write, step: Step) -> BackupContents:
    """Write every table and return what they hold. Administrators may: others lack the rights.

    Raises:
        DatabaseUnavailable: the server lacks the function that reads the access log.
    """
    tables = _tables(connection)
    rows = _rows_expected(connection)
    counts: dict[str, int] = {}
    digests: dict[str, str] = {}
    done = 0
    for table in tables:
        columns, keys = _columns(connection, table)
        write(_framed(_TABLE, json.dumps({"table": table, "columns": columns}).encode()))
        source = "backup_access_entries()" if table == _HIDDEN else f'public."{table}"'
        digest = hashlib.blake2b(digest_size=32)
        for data in _copied_out(connection, source, columns, keys):
            digest.update(data)
            write(_framed(_ROWS, data))
            # COPY writes a line break inside a text as two signs.
            done += data.count(b"\n")
            step(min(done, rows), rows)
        write(_framed(_END, b""))
        counts[table] = _count(connection, source)
        digests[table] = digest.hexdigest()
    return BackupContents(counts, digests, *_log_head(connection))


def need_function(connection: Connection) -> None:
    """Go on only where the server has what backups need.

    Raises:
        DatabaseUnavailable: `db upgrade` has not been run there.
    """
    found = connection.execute(text("SELECT to_regproc('backup_access_entries')")).scalar()
    if found is None:
        raise DatabaseUnavailable(
            _("Serveren mangler det sikkerhetskopien trenger. Be drift kjøre db upgrade."),
            ErrorCode.DATABASE_UNREACHABLE,
        )


def _tables(connection: Connection) -> list[str]:
    ordered = inspect(connection).get_sorted_table_and_fkc_names(schema="public")
    return [name for name, _keys in ordered if name and name not in _NOT_OURS]


def _rows_expected(connection: Connection) -> int:
    """Return roughly how many rows there are, for the progress; the planner's own guess."""
    guess = connection.execute(
        text("SELECT coalesce(sum(greatest(reltuples, 0)), 0) FROM pg_class WHERE relkind = 'r'")
    ).scalar_one()
    return max(1, int(guess))


def _columns(connection: Connection, table: str) -> tuple[list[str], list[str]]:
    look = inspect(connection)
    columns = [column["name"] for column in look.get_columns(table, schema="public")]
    keys = look.get_pk_constraint(table, schema="public")["constrained_columns"]
    return columns, keys or columns


def _copied_out(
    connection: Connection, source: str, columns: list[str], keys: list[str]
) -> Iterator[bytes]:
    driver: Any = connection.connection.driver_connection
    chosen, order = _quoted(columns), _quoted(keys)
    statement = f"COPY (SELECT {chosen} FROM {source} ORDER BY {order}) TO STDOUT"
    waiting = bytearray()
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for block in copy:
            waiting += block
            if len(waiting) >= _BLOCK:
                yield bytes(waiting)
                waiting.clear()
    if waiting:
        yield bytes(waiting)


def _count(connection: Connection, source: str) -> int:
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM {source}").scalar_one())


def _log_head(connection: Connection, source: str = "backup_access_entries()") -> Any:
    row = connection.exec_driver_sql(
        f"SELECT count(*), (SELECT id FROM {source} ORDER BY id DESC LIMIT 1) FROM {source}"
    ).one()
    at = connection.execute(
        text(f"SELECT at FROM {source} WHERE id = :id"), {"id": row[1]}
    ).scalar()
    return row[0], row[1], at


def prove(connection: Connection, parts: Iterator[bytes], step: Step) -> BackupContents:
    """Load a backup into temporary tables that die with the transaction; return what they hold.

    Types, empty fields, checks, keys and what points where are tested as in the real tables.
    """
    return _load(connection, parts, step, temporary=True)


def load(connection: Connection, parts: Iterator[bytes], step: Step) -> BackupContents:
    """Load a backup into the empty tables of its own schema; return what they hold now."""
    return _load(connection, parts, step, temporary=False)


def _load(
    connection: Connection, parts: Iterator[bytes], step: Step, *, temporary: bool
) -> BackupContents:
    counts: dict[str, int] = {}
    digests: dict[str, str] = {}
    log: tuple[Any, ...] = (0, None, None)
    for number, (head, blocks) in enumerate(_tables_of(parts)):
        table, columns = str(head["table"]), [str(name) for name in head["columns"]]
        target = _emptied(connection, table, temporary=temporary)
        _copied_in(connection, target, columns, blocks)
        keys = _columns(connection, table)[1]
        digest = hashlib.blake2b(digest_size=32)
        for data in _copied_out(connection, target, columns, keys):
            digest.update(data)
        counts[table], digests[table] = _count(connection, target), digest.hexdigest()
        if table == _HIDDEN:
            log = _log_head(connection, target)
        step(number, number + 1)
    return BackupContents(counts, digests, *log)


def _emptied(connection: Connection, table: str, *, temporary: bool) -> str:
    if not temporary:
        # A migration may have filled it.
        connection.exec_driver_sql(f'DELETE FROM public."{table}"')
        return f'public."{table}"'
    # Not LIKE: that asks for the right to read, and nobody may read the access log.
    about = {"table": f'public."{table}"'}
    columns = connection.execute(_COLUMNS, about).scalars()
    rules = connection.execute(_RULES, about).scalars()
    shape = ", ".join((*columns, *rules))
    connection.exec_driver_sql(f'CREATE TEMPORARY TABLE "{table}" ({shape}) ON COMMIT DROP')
    look = inspect(connection)
    for key in look.get_foreign_keys(table, schema="public"):
        connection.exec_driver_sql(
            f'ALTER TABLE pg_temp."{table}" ADD FOREIGN KEY'
            f" ({_quoted(key['constrained_columns'])}) REFERENCES"
            f' pg_temp."{key["referred_table"]}" ({_quoted(key["referred_columns"])})'
        )
    return f'pg_temp."{table}"'


def _copied_in(
    connection: Connection, target: str, columns: list[str], blocks: Iterator[bytes]
) -> None:
    driver: Any = connection.connection.driver_connection
    statement = f"COPY {target} ({_quoted(columns)}) FROM STDIN"
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for block in blocks:
            copy.write(block)


def _framed(kind: bytes, data: bytes) -> bytes:
    return _FRAME.pack(kind, len(data)) + data


def _tables_of(parts: Iterator[bytes]) -> Iterator[tuple[dict[str, Any], Iterator[bytes]]]:
    """Yield the head of each table and its rows; each must be read before the next."""
    frames = _frames(parts)
    for kind, data in frames:
        if kind != _TABLE:
            raise damaged()
        yield json.loads(data), _rows(frames)


def _rows(frames: Iterator[tuple[bytes, bytes]]) -> Iterator[bytes]:
    for kind, data in frames:
        if kind == _END:
            return
        if kind != _ROWS:
            raise damaged()
        yield data
    raise damaged()


def _frames(parts: Iterator[bytes]) -> Iterator[tuple[bytes, bytes]]:
    waiting = bytearray()
    for part in parts:
        waiting += part
        while len(waiting) >= _FRAME.size:
            kind, length = _FRAME.unpack_from(waiting)
            if len(waiting) < _FRAME.size + length:
                break
            yield kind, bytes(waiting[_FRAME.size : _FRAME.size + length])
            del waiting[: _FRAME.size + length]
    if waiting:
        raise damaged()


def _quoted(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
