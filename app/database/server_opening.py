"""Making, opening and bringing up a prison's database on a PostgreSQL server."""

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.database import keyring, server_roles
from app.database.engine import open_server, server_url
from app.database.failures import in_words
from app.database.keyring import (
    PASSWORD,
    secret_of,
)
from app.database.place import Credentials, DatabasePlace, Fill, Opened
from app.database.records.officer import KeyWrapRecord, OfficerRecord
from app.database.schema import (
    SCHEMA,
    check_gate,
    migrate_server,
    schema_number,
)
from app.database.sealing import (
    Salted,
    Wrap,
    new_data_key,
    new_salt,
    password_key,
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
from app.foundation.translation import _


def create_on_server(place: DatabasePlace, first: Credentials, fill: Fill) -> Opened:
    """Make an empty database with the database administrator's address.

    Raises:
        AlreadyThere: there is one.
        DatabaseUnavailable: no contact.
    """
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
    return open_on_server(place, first.user_name, first.password)


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


def open_on_server(place: DatabasePlace, user_name: str, password: str) -> Opened:
    """Open the database with an officer's own login.

    Raises:
        WrongPassword, DatabaseMissing, DatabaseTooNew, DatabaseUnavailable: nothing was touched.
    """
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
