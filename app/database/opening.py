"""Making and opening a prison's database as an officer: the key first, then the file or server."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from app.database import keyring, server_roles
from app.database.backup import copy_embedded
from app.database.backups.restoring import finish_restore
from app.database.engine import Database, open_embedded, open_server, server_url
from app.database.failures import in_words
from app.database.keyring import (
    PASSWORD,
    RECOVERY,
    Keyring,
    keys_missing,
    secret_of,
    sync_folder,
)
from app.database.records.officer import KeyWrapRecord, OfficerRecord
from app.database.schema import (
    SCHEMA,
    check_gate,
    migrate_embedded,
    migrate_server,
    schema_number,
)
from app.database.sealing import (
    DATABASE_PURPOSE,
    Salted,
    Wrap,
    derived_key,
    new_data_key,
    new_salt,
    password_key,
    plain_code,
    unwrap_key,
    wrap_key,
)
from app.domain.errors import (
    AlreadyThere,
    DatabaseMissing,
    DatabaseUnavailable,
    ErrorCode,
    WrongPassword,
)
from app.foundation.folding import fold
from app.foundation.paths import Places
from app.foundation.translation import _

Fill = Callable[[Session], None]


@dataclass(frozen=True, slots=True)
class DatabasePlace:
    """Where the data are: the embedded file in a folder, or a PostgreSQL address."""

    folders: Places
    url: str | None = None

    @property
    def is_server(self) -> bool:
        """Tell whether the data are on a server."""
        return self.url is not None

    @property
    def address(self) -> str:
        """Return the PostgreSQL address; asked for on a server alone."""
        assert self.url is not None
        return self.url

    @property
    def role_names(self) -> server_roles.RoleNames:
        """Return the names of the server's roles."""
        return server_roles.RoleNames(make_url(self.address).database or "")


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who is to be let in: the officer's id, the user name as typed, and the secret."""

    officer_id: UUID
    user_name: str
    password: str

    @property
    def folded(self) -> str:
        """Return the user name as it is compared."""
        return fold(self.user_name.strip())


@dataclass(frozen=True, slots=True)
class Opened:
    """An open database, the prison's data key, and whose credentials opened it."""

    database: Database
    data_key: bytes
    officer_id: UUID


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
        return _create_on_server(place, first, fill)
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


def _create_on_server(place: DatabasePlace, first: Credentials, fill: Fill) -> Opened:
    data_key = new_data_key()
    names = place.role_names
    administrator = open_server(server_url(place.address))
    try:
        with in_words(), administrator.engine.begin() as connection:
            if schema_number(connection):
                raise AlreadyThere
            server_roles.make_roles(connection, names)
            server_roles.make_first_login(connection, names, first.folded, first.password)
            server_roles.make_extensions(connection)
            server_roles.become(connection, names.owner)
            migrate_server(connection)
            with Session(connection) as session:
                fill(session)
                session.flush()
                session.execute(insert(KeyWrapRecord), [wrap_row(place, first, data_key)])
            server_roles.grant_tables(connection, names)
            server_roles.make_backup_function(connection, names)
            server_roles.become(connection, names.maker)
            server_roles.make_functions(connection, names)
            server_roles.become(connection, names.owner)
            server_roles.guard_key_wraps(connection)
    finally:
        administrator.close()
    return open_as(place, first.user_name, first.password)


def wrap_row(place: DatabasePlace, who: Credentials, data_key: bytes) -> dict[str, object]:
    """Return the row that keeps an officer's wrap on a server; its id is the officer's own."""
    salted = Salted(new_salt(), keyring.NEW_COST)
    wrap = wrap_key(
        data_key, secret_of(who.user_name, who.password), who.officer_id, PASSWORD, salted
    )
    return {
        "id": who.officer_id,
        "officer_id": who.officer_id,
        "role_name": place.role_names.login(who.folded),
        "wrap": wrap.to_json(),
    }


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
        return _open_on_server(place, user_name, secret)
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


def _open_on_server(place: DatabasePlace, user_name: str, password: str) -> Opened:
    folded = fold(user_name.strip())
    login = place.role_names.login(folded)
    database = open_server(server_url(place.address, login, password))
    try:
        with in_words(), database.reading.connect() as connection:
            _check_server(schema_number(connection))
            row = connection.execute(
                select(KeyWrapRecord.officer_id, KeyWrapRecord.wrap)
                .join(OfficerRecord, OfficerRecord.id == KeyWrapRecord.officer_id)
                .where(OfficerRecord.folded == folded)
            ).first()
        if row is None:
            raise WrongPassword
        wrap = Wrap.from_json(row.wrap)
        secret = secret_of(user_name, password)
        data_key = unwrap_key(wrap, password_key(secret, wrap.salt, wrap.cost))
        if data_key is None:
            raise WrongPassword
    except BaseException:
        database.close()
        raise
    return Opened(database, data_key, row.officer_id)


def _check_server(number: int) -> None:
    if number == 0:
        raise DatabaseMissing
    if not check_gate(number):
        raise DatabaseUnavailable(
            _("Databasen må oppgraderes før dette programmet kan brukes. Be drift om det."),
            ErrorCode.DATABASE_UNREACHABLE,
        )


def upgrade_server(place: DatabasePlace) -> int:
    """Bring a server's database up with the administrator's credentials; return its number.

    Raises:
        DatabaseMissing, DatabaseTooNew, DatabaseUnavailable: nothing was touched.
    """
    names = place.role_names
    administrator = open_server(server_url(place.address))
    try:
        with in_words(), administrator.engine.begin() as connection:
            number = schema_number(connection)
            if number == 0:
                raise DatabaseMissing
            up_to_date = check_gate(number)
            server_roles.make_extensions(connection)
            server_roles.become(connection, names.owner)
            if not up_to_date:
                migrate_server(connection)
            # Rights and functions are made anew each time: they have no number of their own.
            server_roles.grant_tables(connection, names)
            server_roles.make_backup_function(connection, names)
            return SCHEMA
    finally:
        administrator.close()
