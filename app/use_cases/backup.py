"""Backups: make one, prove one, and list those kept."""

from contextlib import suppress
from pathlib import Path

from sqlalchemy import select

from app.database.backups.making import Source, check_file, make_backup, open_backup
from app.database.keyring import Keyring
from app.database.records.officer import KeyWrapRecord
from app.database.records.prison import PrisonRecord
from app.database.schema import SCHEMA
from app.database.sealing import Wrap
from app.domain.access import Access, Right, Verb
from app.domain.backups import (
    SUFFIX,
    BackupHead,
    KeptBackup,
)
from app.domain.errors import (
    AlreadyThere,
    BackupFailed,
    BackupRejected,
    DatabaseTooNew,
    DatabaseUnavailable,
)
from app.foundation.identity import UuidSeven
from app.foundation.program import program_version
from app.foundation.progress import Progress
from app.use_cases.office import Office

FEATURE = "backup"


def back_up(
    office: Office, target: Path, progress: Progress | None = None, *, replace: bool = False
) -> KeptBackup:
    """Make a backup at a place of the administrator's choice, proved by a restore.

    Raises:
        NotAllowed: the role may not look after the database.
        AlreadyThere: there is such a file.
        BackupFailed, DatabaseUnavailable, Cancelled: there is no backup, and nothing half.
    """
    office.demand(Right.MANAGE_DATABASE, FEATURE)
    if target.exists() and not replace:
        raise AlreadyThere(str(target))
    return make(office, target, "by hand", progress or Progress())


def make(office: Office, target: Path, reason: str, progress: Progress) -> KeptBackup:
    """Make a backup; whether this officer may was asked before."""
    return make_headed(office, backup_head(office), target, reason, progress)


def make_headed(
    office: Office, head: BackupHead, target: Path, reason: str, progress: Progress
) -> KeptBackup:
    """Make a backup under a head that its name was made of; the right was asked for before."""
    # Committed before the rows leave the database, and so in the backup itself.
    office.note(Access(Verb.EXPORT, FEATURE, record_id=head.backup_id, reason=reason))
    try:
        contents = make_backup(_source(office, head), target, progress)
    except (BackupFailed, DatabaseUnavailable) as fault:
        office.backup_failure = str(fault)
        raise
    office.backup_failure = ""
    return KeptBackup(target, head, target.stat().st_size, contents.log_count)


def backup_head(office: Office) -> BackupHead:
    """Return what a backup made now says of itself."""
    with office.reading() as connection:
        prison = connection.execute(
            select(PrisonRecord.id, PrisonRecord.code, PrisonRecord.is_example)
        ).one()
    return BackupHead(
        backup_id=UuidSeven(office.clock)(),
        made_at=office.clock(),
        program=program_version(),
        schema=SCHEMA,
        engine="sqlcipher" if office.database.embedded else "postgresql",
        prison=prison.code,
        prison_id=prison.id,
        is_example=prison.is_example,
    )


def _source(office: Office, head: BackupHead) -> Source:
    return Source(
        database=office.database,
        data_key=office.data_key,
        head=head,
        keyring=_keyring(office),
        workshop=office.folders.cache,
    )


def _keyring(office: Office) -> str:
    if office.database.embedded:
        return Keyring.read(office.folders.keyring_file).to_text()
    with office.reading() as connection:
        wraps = connection.execute(select(KeyWrapRecord.wrap)).scalars()
        return Keyring.new(Path()).of_wraps(Wrap.from_json(wrap) for wrap in wraps).to_text()


def check_backup(office: Office, file: Path, progress: Progress | None = None) -> BackupHead:
    """Restore a backup of this prison into a temporary place and compare it with its manifest.

    Raises:
        NotAllowed: the role may not look after the database.
        BackupRejected: it is damaged, no backup, or its key is another prison's.
    """
    office.demand(Right.MANAGE_DATABASE, FEATURE)
    return check_file(_source(office, backup_head(office)), file, progress or Progress())


def kept_backups(office: Office, folder: Path) -> tuple[KeptBackup, ...]:
    """Return this prison's backups in a folder, the newest first; nothing of anybody is read."""
    own = backup_head(office).prison_id
    found = []
    for file in folder.glob(f"*{SUFFIX}"):
        with suppress(BackupRejected, DatabaseTooNew, OSError):
            with open_backup(file) as (_stream, opening):
                head = opening.head
            if head.prison_id == own:
                found.append(KeptBackup(file, head, file.stat().st_size))
    return tuple(sorted(found, key=lambda backup: backup.head.made_at, reverse=True))
