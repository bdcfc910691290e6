"""Restoring a backup into an empty PostgreSQL database, with its administrator's own address."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select, text, update

from app.database import server_roles
from app.database.backups import server
from app.database.backups.making import between, open_backup, stepped
from app.database.backups.sealed_file import SealedReader, damaged
from app.database.engine import open_server, server_url
from app.database.failures import in_words
from app.database.opening import DatabasePlace
from app.database.records.officer import KeyWrapRecord, OfficerRecord
from app.database.schema import SCHEMA, migrate_server, schema_number
from app.domain.errors import AlreadyThere
from app.foundation.clock import Clock
from app.foundation.progress import Progress
from app.use_cases.restore_wish import Restore, Restored, note_restored


@dataclass(frozen=True, slots=True)
class _Job:
    place: DatabasePlace
    wish: Restore
    reader: SealedReader
    officer_id: UUID
    progress: Progress


def restore_server(
    place: DatabasePlace, wish: Restore, clock: Clock, progress: Progress
) -> Restored:
    """Restore all or nothing, in one transaction: tables, rows, keys, roles and rights.

    The server's passwords are in no backup. Who restores signs in with the password given here;
    the others get a new one from an administrator, unless their roles are on this server already.

    Raises:
        AlreadyThere: the database is not empty.
        WrongPassword, NotAllowed, BackupRejected, DatabaseUnavailable: nothing was changed.
    """
    with open_backup(wish.file) as (stream, found):
        officer_id, data_key = found.unlock(wish.user_name, wish.password)
        job = _Job(place, wish, SealedReader(stream, found, data_key), officer_id, progress)
        administrator = open_server(server_url(place.address))
        try:
            with in_words(), administrator.engine.begin() as connection:
                if schema_number(connection):
                    raise AlreadyThere
                _fill(connection, job, found.head.schema)
                note_restored(connection, officer_id, found.head, clock)
                _give_rights(connection, job)
        finally:
            administrator.close()
    progress.step(100, 100)
    return Restored(found.head, None)


def _fill(connection: Connection, job: _Job, schema: int) -> None:
    names = job.place.role_names
    connection.execute(text("SET LOCAL statement_timeout = 0"))
    connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
    server_roles.make_roles(connection, names)
    server_roles.make_extensions(connection)
    server_roles.become(connection, names.owner)
    migrate_server(connection, schema)
    step = between(job.progress, 0, 90)
    loaded = server.load(connection, stepped(job.reader.parts(), step), step)
    if loaded != job.reader.contents:
        raise damaged()
    migrate_server(connection, SCHEMA)


def _give_rights(connection: Connection, job: _Job) -> None:
    names = job.place.role_names
    accounts = connection.execute(select(OfficerRecord.id, OfficerRecord.folded)).all()
    for officer_id, folded in accounts:
        # The names of roles carry the database's own name.
        connection.execute(
            update(KeyWrapRecord)
            .where(KeyWrapRecord.officer_id == officer_id)
            .values(role_name=names.login(folded))
        )
    server_roles.grant_tables(connection, names)
    server_roles.make_backup_function(connection, names)
    server_roles.become(connection, names.maker)
    server_roles.make_functions(connection, names)
    server_roles.become(connection, names.owner)
    server_roles.guard_key_wraps(connection)
    connection.execute(text("RESET ROLE"))
    for officer_id, folded in accounts:
        server_roles.make_restored_login(connection, names, folded)
        if officer_id == job.officer_id:
            server_roles.set_restored_password(connection, names, folded, job.wish.password)
