"""Restoring a backup: into an empty place, or in the place of the present database."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from app.database.backups import embedded
from app.database.backups.making import (
    between,
    open_backup,
    prove_embedded,
    writing_in_words,
)
from app.database.backups.restoring import (
    Stage,
    alone_with,
    put_in_place,
    set_damaged_aside,
    staged,
)
from app.database.backups.sealed_file import Opening, SealedReader
from app.database.engine import open_embedded
from app.database.failures import in_words
from app.database.keyring import Keyring
from app.database.opening import DatabasePlace
from app.database.records.prison import PrisonRecord
from app.database.schema import SCHEMA, migrate_embedded
from app.database.sealing import DATABASE_PURPOSE, derived_key
from app.domain.access import Right
from app.domain.backups import SUFFIX, BackupHead, KeptBackup
from app.domain.errors import (
    AlreadyThere,
    BackupFailed,
    BackupOlder,
    BackupRejected,
    DatabaseMissing,
    DatabaseTooNew,
    DatabaseUnavailable,
    ErrorCode,
)
from app.foundation.clock import Clock
from app.foundation.dates import moment_text
from app.foundation.progress import Progress
from app.foundation.translation import _, plural
from app.use_cases.backup import FEATURE, make
from app.use_cases.office import Office
from app.use_cases.restore_server import restore_server
from app.use_cases.restore_wish import Restore, Restored, note_restored
from app.use_cases.sign_in import sign_in, sign_out

__all__ = ["Restore", "Restored"]

_UNOPENABLE = {ErrorCode.DATABASE_DAMAGED, ErrorCode.KEYRING_UNREADABLE}


def read_backup_head(file: Path) -> BackupHead:
    """Return what a backup says of itself to anybody.

    Raises:
        BackupRejected, DatabaseTooNew: it is none, or of a newer program.
    """
    with open_backup(file) as (_stream, found):
        return found.head


def restore(
    place: DatabasePlace, wish: Restore, password: str, clock: Clock, progress: Progress
) -> Restored:
    """Restore without a window. An administrator of the present database and of the backup may.

    Where there is no database, or one that cannot be opened, the backup's own account is enough.
    ``password`` is that of the present database.

    Raises:
        WrongPassword, NotAllowed: the present database or the backup does not let the officer in.
        BackupRejected, BackupOlder, DatabaseTooNew: the file is not to be restored here.
        BackupFailed, AlreadyThere, DatabaseUnavailable, Cancelled: nothing was changed.
    """
    with open_backup(wish.file) as (_stream, found):
        _check_head(found.head, is_server=place.is_server)
    if place.is_server:
        return restore_server(place, wish, clock, progress)
    with _present(place, wish.user_name, password, clock) as office:
        return _restore_embedded(place, office, wish, clock, progress)


def restore_here(office: Office, wish: Restore, progress: Progress) -> Restored:
    """Restore while the officer is signed in; the office is of no use afterwards.

    Raises:
        As ``restore``; after an error the office works on.
    """
    office.demand(Right.MANAGE_DATABASE, FEATURE)
    with open_backup(wish.file) as (_stream, found):
        _check_head(found.head, is_server=office.place.is_server)
    if office.place.is_server:
        raise AlreadyThere
    return _restore_embedded(office.place, office, wish, office.clock, progress)


def _check_head(head: BackupHead, *, is_server: bool) -> None:
    if head.schema > SCHEMA:
        raise DatabaseTooNew
    if (head.engine == "postgresql") != is_server:
        raise BackupRejected(
            _("Kopien er fra en server og kan bare hentes tilbake til en server.")
            if head.engine == "postgresql"
            else _("Kopien er fra en innebygd database og kan ikke hentes tilbake til en server."),
            ErrorCode.NOT_A_BACKUP,
        )


@contextmanager
def _present(
    place: DatabasePlace, user_name: str, password: str, clock: Clock
) -> Iterator[Office | None]:
    try:
        office = sign_in(place, user_name, password, clock)
    except DatabaseMissing:
        yield None
        return
    except DatabaseUnavailable as fault:
        if fault.code not in _UNOPENABLE:
            raise
        yield None
        return
    try:
        office.demand(Right.MANAGE_DATABASE, FEATURE)
        yield office
    finally:
        sign_out(office)


def _restore_embedded(
    place: DatabasePlace, office: Office | None, wish: Restore, clock: Clock, progress: Progress
) -> Restored:
    with (
        writing_in_words(),
        open_backup(wish.file) as (stream, found),
        staged(place.folders, found.head.backup_id) as stage,
    ):
        officer_id, data_key = found.unlock(wish.user_name, wish.password)
        if office is not None:
            _same_prison(office, found.head)
        key = derived_key(data_key, DATABASE_PURPOSE)
        reader = SealedReader(stream, found, data_key)
        prove_embedded(reader, stage.database_file, key, between(progress, 0, 60))
        if office is not None and not wish.discard_newer:
            _refuse_older(office, found.head, stage, key)
        _make_ready(stage, found, key, officer_id, clock)
        if office is None:
            aside = set_damaged_aside(place.folders, _stamp(clock))
            put_in_place(place.folders, stage)
            return Restored(found.head, aside)
        kept = _keep_aside(office, progress)
        with _nobody_else(office, kept.log_count or 0):
            put_in_place(place.folders, stage)
        return Restored(found.head, kept.file)


def _same_prison(office: Office, head: BackupHead) -> None:
    with office.reading() as connection:
        present = connection.execute(select(PrisonRecord.id)).scalar()
    if present != head.prison_id:
        raise BackupRejected(
            _("Kopien er fra et annet fengsel ({0}). Ingenting er endret.").format(
                head.prison or _("uten kode")
            ),
            ErrorCode.OTHER_PRISON,
        )


def _refuse_older(office: Office, head: BackupHead, stage: Stage, key: bytes) -> None:
    raw = office.database.engine.raw_connection()
    with in_words(), closing(raw):
        missing = embedded.changes_missing(raw.driver_connection, stage.database_file, key)
    if missing:
        raise BackupOlder(newer_text(head, missing), missing)


def newer_text(head: BackupHead, missing: int) -> str:
    """Return what would be lost by restoring an older backup."""
    made = _("Kopien er fra {0}.").format(moment_text(head.made_at))
    newer = plural(
        "Databasen har {n} endring som er skrevet etter den.",
        "Databasen har {n} endringer som er skrevet etter den.",
        missing,
    )
    return f"{made} {newer}"


def _make_ready(stage: Stage, found: Opening, key: bytes, officer_id: UUID, clock: Clock) -> None:
    """Bring the restored database up to the program, and note there that it was restored."""
    database = open_embedded(stage.database_file, key)
    try:
        with in_words():
            migrate_embedded(database)
            with database.writing.begin() as connection:
                note_restored(connection, officer_id, found.head, clock)
    finally:
        database.close()
    Keyring.from_text(stage.keyring_file, found.keyring).write()


def _stamp(clock: Clock) -> str:
    return f"{clock():%Y%m%d-%H%M%S}"


def _keep_aside(office: Office, progress: Progress) -> KeptBackup:
    """Keep the present database as a backup of its own."""
    folder = office.folders.data / "before-restore"
    folder.mkdir(mode=0o700, exist_ok=True)
    aside = folder / f"mulighet-{_stamp(office.clock)}{SUFFIX}"
    return make(office, aside, "before restore", Progress(between(progress, 60, 95)))


@contextmanager
def _nobody_else(office: Office, log_count: int) -> Iterator[None]:
    if not office.database.shut():
        raise BackupFailed(
            _("Databasen er i bruk. Vent til alt er lagret, og prøv igjen."),
            ErrorCode.DATABASE_IN_USE,
        )
    key = derived_key(office.data_key, DATABASE_PURPOSE)
    try:
        with alone_with(office.folders.database_file, key, log_count):
            yield
    except BaseException:
        office.database.open_again()
        raise
    office.ended = True
