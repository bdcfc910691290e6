"""Looking after the database itself: what it is, whether it is whole, and bringing it up."""

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select, text
from sqlalchemy.engine.interfaces import DBAPICursor

from app.database import opening
from app.database.base import Record
from app.database.engine import Database, open_server, server_url
from app.database.failures import in_words
from app.database.keyring import Keyring
from app.database.opening import DatabasePlace
from app.database.records.access_entry import AccessEntryRecord
from app.database.records.conversation import ConversationRecord
from app.database.records.inmate import InmateRecord
from app.database.records.officer import KeyWrapRecord
from app.database.schema import SCHEMA, schema_number
from app.domain.access import Right
from app.use_cases.office import Office

_FEATURE = "database"
_WHOLE = "ok"


@dataclass(frozen=True, slots=True)
class DatabaseFacts:
    """What there is to know of a database without reading of anybody. ``size`` is in bytes."""

    engine: str
    place: str
    schema: int
    size: int
    prison: str
    is_example: bool
    inmates: int
    conversations: int


def schema_version() -> int:
    """Return the number of the schema this program works with."""
    return SCHEMA


def clock_skew(office: Office) -> timedelta:
    """Return how far this machine's clock is behind: of the server, or of the newest row logged.

    Negative where it is ahead, which a file alone cannot tell. Every officer may ask.
    """
    with office.reading() as connection:
        if office.database.embedded:
            last = select(AccessEntryRecord.at).order_by(AccessEntryRecord.id.desc()).limit(1)
            newest = connection.execute(last).scalar()
            return max(timedelta(), newest - office.clock()) if newest else timedelta()
        server: datetime = connection.execute(text("SELECT clock_timestamp()")).scalar_one()
    return server - office.clock()


def has_database(place: DatabasePlace) -> bool:
    """Tell whether a database may be there; on a server that is seen at sign-in."""
    return place.is_server or opening.exists(place) or place.folders.database_file.exists()


def database_facts(office: Office) -> DatabaseFacts:
    """Return where the database is and how much it holds. Every officer may ask."""
    with office.reading() as connection:
        return DatabaseFacts(
            engine="sqlcipher" if office.database.embedded else "postgresql",
            place=office.place.url or str(office.folders.database_file),
            schema=schema_number(connection),
            size=_size(connection),
            prison=office.prison,
            is_example=office.is_example,
            inmates=connection.execute(select(func.count(InmateRecord.id))).scalar_one(),
            conversations=connection.execute(
                select(func.count(ConversationRecord.id))
            ).scalar_one(),
        )


def _size(connection: Connection) -> int:
    if connection.dialect.name == "sqlite":
        pages, page = (
            int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())
            for name in ("page_count", "page_size")
        )
        return pages * page
    return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())


@dataclass(frozen=True, slots=True)
class DatabaseCheck:
    """What a check has found.

    Attributes:
        damage: in the engine's own words; nothing if all is whole.
        keys: wrapped keys of officers, and of recovery codes.
        counts: rows of each table this account may read.
    """

    schema: int
    keys: int
    counts: dict[str, int]
    damage: tuple[str, ...]


def check_database(office: Office) -> DatabaseCheck:
    """Look whether the database and its keys are whole, and count what is in it.

    Administrators may. Reads every page, which takes a while on a big file.

    Raises:
        NotAllowed: the role may not look after the database.
        DatabaseUnavailable: the keys or the file cannot be read at all.
    """
    office.demand(Right.MANAGE_DATABASE, _FEATURE)
    if office.database.embedded:
        damage = _embedded_damage(office.database)
        keys = Keyring.read(office.folders.keyring_file).size
    else:
        with office.reading() as connection:
            damage = _server_damage(connection)
            keys = connection.execute(select(func.count(KeyWrapRecord.id))).scalar_one()
    if damage:
        return DatabaseCheck(SCHEMA, keys, {}, damage)
    with office.reading() as connection:
        return DatabaseCheck(schema_number(connection), keys, _counts(connection), damage)


def _counts(connection: Connection) -> dict[str, int]:
    """Count the rows of every table that may be read; on a server the log may not."""
    hidden = set() if connection.dialect.name == "sqlite" else {AccessEntryRecord.__tablename__}
    return {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in Record.metadata.sorted_tables
        if table.name not in hidden | {KeyWrapRecord.__tablename__}
    }


def _embedded_damage(database: Database) -> tuple[str, ...]:
    """Return what is wrong in the file: pages by their seal first, what is in them next.

    A connection that has met a damaged page fails at everything afterwards; it is thrown away.
    """
    raw = database.engine.raw_connection()
    try:
        with in_words(), closing(raw.cursor()) as cursor:
            pages = _lines(cursor, "PRAGMA cipher_integrity_check")
            if pages:
                return pages
            content = [line for line in _lines(cursor, "PRAGMA integrity_check") if line != _WHOLE]
            cursor.execute("PRAGMA foreign_key_check")
            return (*content, *(f"{row[0]}: {row[1]} -> {row[2]}" for row in cursor.fetchall()))
    finally:
        raw.invalidate()


def _lines(cursor: DBAPICursor, check: str) -> tuple[str, ...]:
    cursor.execute(check)
    return tuple(str(line) for (line,) in cursor.fetchall())


def _server_damage(connection: Connection) -> tuple[str, ...]:
    """Return invalid indexes and unproved constraints; pages are the server's own business."""
    invalid = text("SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid")
    unproved = text("SELECT conname FROM pg_constraint WHERE NOT convalidated")
    return (
        *(str(name) for name in connection.execute(invalid).scalars()),
        *(str(name) for name in connection.execute(unproved).scalars()),
    )


def upgrade_server(place: DatabasePlace) -> int:
    """Bring a server's database up with the database administrator's own credentials.

    An embedded database is brought up at sign-in, behind a copy.

    Raises:
        DatabaseMissing, DatabaseTooNew, DatabaseUnavailable: nothing was touched.
    """
    return opening.upgrade_server(place)


def server_answers(place: DatabasePlace) -> None:
    """Ask the server for anything at all; a refused sign-in is an answer too.

    Raises:
        DatabaseUnavailable: no contact.
        WrongPassword: there is contact.
    """
    server = open_server(server_url(place.address))
    try:
        with in_words(), server.reading.connect():
            pass
    finally:
        server.close()
