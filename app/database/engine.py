"""Opening the database: SQLCipher as one file, or PostgreSQL on the prison's network.

SQLCipher runs in WAL with ``synchronous=FULL``, read back at every connect: with NORMAL, saves
that were acknowledged are lost at a power cut. Writers begin with ``BEGIN IMMEDIATE``; a plain
``BEGIN`` that reads first and writes later fails when somebody else wrote in between.
"""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from app.database.failures import read_only
from app.database.link_watch import LinkWatch, watched_class
from app.domain.errors import DatabaseUnavailable, ErrorCode
from app.foundation.translation import _

# The WAL-reset fault of SQLite 3.7.0-3.51.2 may lose commits; two older lines have the mend.
_FIRST_SOUND_SQLITE = (3, 51, 3)
_SOUND_BACKPORTS = ((3, 44, 6), (3, 50, 7))
_BUSY_MILLISECONDS = 5000
_WAITING_CONNECTIONS = 8
_LOOK_AGAIN_SECONDS = 0.02

# A half-open link hangs a client for ever unless these are set (seconds, milliseconds).
_SERVER_LIMITS = {
    "connect_timeout": "2",
    "tcp_user_timeout": "3000",
    "keepalives_idle": "2",
    "keepalives_interval": "1",
    "keepalives_count": "3",
    "application_name": "mulighet",
    "options": "-c statement_timeout=30000 -c lock_timeout=2000"
    # To compile a statement that answers in milliseconds takes longer than to run it.
    " -c idle_in_transaction_session_timeout=10000 -c jit=off",
}


@dataclass(frozen=True, slots=True)
class Database:
    """An open database. ``writing`` begins with the write lock, ``reading`` without."""

    engine: Engine
    embedded: bool
    _shut: Event = field(default_factory=Event, repr=False)

    @property
    def writing(self) -> Engine:
        """Return the engine whose transactions take the write lock at once."""
        return self.engine.execution_options(begin="BEGIN IMMEDIATE")

    @property
    def reading(self) -> Engine:
        """Return the engine whose transactions only read."""
        return self.engine.execution_options(begin="BEGIN")

    def shut(self, patience: float = _BUSY_MILLISECONDS / 1000) -> bool:
        """Hand out no more connections, wait for those that are out, and close them all.

        Returns:
            False if some are still out; then nobody is locked out, and all is as before.
        """
        self._shut.set()
        pool = self.engine.pool
        until = time.monotonic() + patience
        while isinstance(pool, QueuePool) and pool.checkedout():
            if time.monotonic() > until:
                self._shut.clear()
                return False
            Event().wait(_LOOK_AGAIN_SECONDS)
        self.engine.dispose()
        return True

    def open_again(self) -> None:
        """Hand out connections again: nothing was replaced."""
        self._shut.clear()

    def refuse_if_shut(self, *_about: object) -> None:
        """Hand out no connection after ``shut``.

        Raises:
            DatabaseUnavailable: the database has been replaced by a backup.
        """
        if self._shut.is_set():
            raise DatabaseUnavailable(
                _("En sikkerhetskopi blir hentet tilbake. Logg inn på nytt etterpå."),
                ErrorCode.DATABASE_IN_USE,
            )

    def close(self) -> None:
        """Give all connections back; the object is of no use afterwards."""
        self.engine.dispose()


def open_embedded(file: Path, key: bytes) -> Database:
    """Open or create the SQLCipher file with a raw 32-byte key.

    Raises:
        DatabaseUnavailable: the SQLite inside is one that may lose commits.
    """
    refuse_unsound_sqlite(dbapi2.sqlite_version_info)
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=_creator(file, key),
        poolclass=QueuePool,
        pool_size=_WAITING_CONNECTIONS,
    )
    event.listen(engine, "begin", _begin)
    database = Database(engine, embedded=True)
    event.listen(engine, "checkout", database.refuse_if_shut)
    return database


def refuse_unsound_sqlite(version: tuple[int, ...]) -> None:
    """Refuse a SQLite with the WAL-reset fault.

    Raises:
        DatabaseUnavailable: the version is one that may lose commits.
    """
    sound = version >= _FIRST_SOUND_SQLITE or any(
        version[:2] == mended[:2] and version >= mended for mended in _SOUND_BACKPORTS
    )
    if not sound:
        raise DatabaseUnavailable(
            _("Programmet er satt opp med en databasemotor som kan miste data."),
            ErrorCode.DATABASE_DAMAGED,
        )


def _creator(file: Path, key: bytes) -> Callable[[], Any]:
    def connect() -> Any:
        if not _is_writable(file):
            raise read_only()
        connection = dbapi2.connect(str(file), check_same_thread=False, isolation_level=None)
        try:
            _prepare(connection, key)
        except BaseException:
            connection.close()
            raise
        return connection

    return connect


def _is_writable(file: Path) -> bool:
    """Tell whether file and folder may be written; SQLite would say it in many other ways."""
    effective = os.access in os.supports_effective_ids
    return not file.exists() or all(
        os.access(path, os.W_OK, effective_ids=effective) for path in (file, file.parent)
    )


def _prepare(connection: Any, key: bytes) -> None:
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
    mode = cursor.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA temp_store = MEMORY")
    synchronous = cursor.execute("PRAGMA synchronous").fetchone()[0]
    full = 2
    if mode != "wal" or synchronous != full:
        raise DatabaseUnavailable(
            _("Databasen kan ikke skrive trygt på denne disken. Flytt den til en lokal disk."),
            ErrorCode.DATABASE_UNREACHABLE,
        )
    cursor.close()


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql(str(options.get("begin", "BEGIN")))


def server_url(url: str, user: str | None = None, password: str | None = None) -> URL:
    """Return the address for psycopg, signed in as the given role where one is given."""
    address = make_url(url).set(drivername="postgresql+psycopg")
    if user is not None:
        address = address.set(username=user, password=password)
    return address


def _connecting(watched: type[Any]) -> Callable[..., Any]:
    def connect(_dialect: Any, _record: Any, arguments: Any, options: Any) -> Any:
        return watched.connect(*arguments, **options)

    return connect


def open_server(url: URL) -> Database:
    """Open a PostgreSQL database; the connection itself is made at first use."""
    engine = create_engine(
        url,
        pool_pre_ping=True,
        pool_size=_WAITING_CONNECTIONS,
        connect_args=dict(_SERVER_LIMITS),
    )
    watch = LinkWatch()
    watched = watched_class(watch)
    event.listen(engine, "do_connect", _connecting(watched))
    event.listen(engine, "engine_disposed", lambda _engine: watch.close())
    return Database(engine, embedded=False)
