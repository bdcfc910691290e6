"""Looking after the database itself: what it is, whether it is whole, and bringing it up."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select, text

from app.database import opening
from app.database.engine import open_server, server_url
from app.database.failures import in_words
from app.database.opening import DatabasePlace
from app.database.records.conversation import ConversationRecord
from app.database.records.inmate import InmateRecord
from app.database.schema import SCHEMA, schema_number
from app.domain.access import Right
from app.use_cases.office import Office

_FEATURE = "database"
_PAGE_CHECKS = ("PRAGMA cipher_integrity_check", "PRAGMA integrity_check")
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


def has_database(place: DatabasePlace) -> bool:
    """Tell whether a database may be there; on a server that is seen at sign-in."""
    return place.is_server or opening.exists(place)


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


def check_database(office: Office) -> tuple[str, ...]:
    """Return what is damaged, in the engine's own words; nothing if all is whole.

    Administrators may. Reads every page, which takes a while on a big file.

    Raises:
        NotAllowed: the role may not look after the database.
    """
    office.demand(Right.MANAGE_DATABASE, _FEATURE)
    with office.reading() as connection:
        if connection.dialect.name == "sqlite":
            return _embedded_damage(connection)
        return _server_damage(connection)


def _embedded_damage(connection: Connection) -> tuple[str, ...]:
    found = [
        str(line)
        for check in _PAGE_CHECKS
        for line in connection.exec_driver_sql(check).scalars()
        if line != _WHOLE
    ]
    loose = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return (*found, *(f"{row[0]}: {row[1]} -> {row[2]}" for row in loose))


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
