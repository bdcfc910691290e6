"""Making and opening a prison's database as an officer: the key first, then the file or server."""

from pathlib import Path

from sqlalchemy.orm import Session

from app.database.backup import copy_embedded
from app.database.backups.restoring import finish_restore
from app.database.engine import Database, open_embedded
from app.database.failures import in_words
from app.database.keyring import (
    PASSWORD,
    RECOVERY,
    Keyring,
    keys_missing,
    secret_of,
    sync_folder,
)
from app.database.place import Credentials, DatabasePlace, Fill, Opened
from app.database.schema import (
    SCHEMA,
    check_gate,
    migrate_embedded,
    schema_number,
)
from app.database.sealing import (
    DATABASE_PURPOSE,
    derived_key,
    new_data_key,
    plain_code,
)
from app.database.server_opening import create_on_server, open_on_server, upgrade_server, wrap_row
from app.domain.errors import (
    AlreadyThere,
    DatabaseMissing,
    WrongPassword,
)

__all__ = [
    "Credentials",
    "DatabasePlace",
    "Opened",
    "create",
    "exists",
    "open_as",
    "upgrade_server",
    "wrap_row",
]


def exists(place: DatabasePlace) -> bool:
    """Tell whether there is an embedded database with its keys."""
    finish_restore(place.folders)
    return place.folders.database_file.exists() and place.folders.keyring_file.exists()


def create(place: DatabasePlace, first: Credentials, recovery_code: str, fill: Fill) -> Opened:
    """Make an empty database with its first account; ``fill`` adds the first rows.

    Raises:
        AlreadyThere: there is one.
        DatabaseUnavailable: no room, no contact.
    """
    if place.is_server:
        return create_on_server(place, first, fill)
    return _create_embedded(place, first, recovery_code, fill)


def _create_embedded(
    place: DatabasePlace, first: Credentials, recovery_code: str, fill: Fill
) -> Opened:
    if exists(place):
        raise AlreadyThere
    if place.folders.database_file.exists():
        raise keys_missing()
    place.folders.make()
    data_key = new_data_key()
    key = derived_key(data_key, DATABASE_PURPOSE)
    # Under another name until its keys are on the disk: a database without keys is one that lost
    # them, never one that was broken off.
    file = place.folders.data / "first.db"
    for leftover in (file, *_companions(file)):
        leftover.unlink(missing_ok=True)
    _fill_first(file, key, fill)
    ring = Keyring.new(place.folders.keyring_file)
    ring = ring.with_secret(
        first.officer_id, data_key, secret_of(first.user_name, first.password), PASSWORD
    )
    ring.with_secret(
        first.officer_id,
        data_key,
        secret_of(first.user_name, plain_code(recovery_code)),
        RECOVERY,
    ).write()
    file.rename(place.folders.database_file)
    sync_folder(place.folders.data)
    return Opened(open_embedded(place.folders.database_file, key), data_key, first.officer_id)


def _fill_first(file: Path, key: bytes, fill: Fill) -> None:
    database = open_embedded(file, key)
    try:
        with in_words():
            migrate_embedded(database)
            with Session(database.writing) as session, session.begin():
                fill(session)
    finally:
        # The last one to close it writes all into the one file.
        database.close()


def _companions(file: Path) -> tuple[Path, ...]:
    return tuple(file.with_name(file.name + end) for end in ("-wal", "-shm"))


def open_as(place: DatabasePlace, user_name: str, secret: str, kind: str = PASSWORD) -> Opened:
    """Open the database with an officer's own credentials.

    Raises:
        WrongPassword: name or password; never said which.
        DatabaseMissing, DatabaseTooNew, DatabaseUnavailable: nothing was touched.
    """
    if not user_name.strip() or not secret:
        # An empty password would let the driver look for one elsewhere, PGPASSWORD for one.
        raise WrongPassword
    if place.is_server:
        return open_on_server(place, user_name, secret)
    if not exists(place):
        if place.folders.database_file.exists():
            raise keys_missing()
        raise DatabaseMissing
    opened = Keyring.read(place.folders.keyring_file).open(secret_of(user_name, secret), kind)
    if opened is None:
        raise WrongPassword
    officer_id, data_key = opened
    database = open_embedded(place.folders.database_file, derived_key(data_key, DATABASE_PURPOSE))
    try:
        _bring_up_to_date(place, database)
    except BaseException:
        database.close()
        raise
    return Opened(database, data_key, officer_id)


def _bring_up_to_date(place: DatabasePlace, database: Database) -> None:
    with in_words():
        with database.reading.connect() as connection:
            number = schema_number(connection)
        if check_gate(number):
            return
        copy = place.folders.data / f"mulighet-before-{SCHEMA:04d}.db"
        copy_embedded(database, copy)
        migrate_embedded(database)
