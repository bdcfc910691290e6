"""What a restore is asked to do, what came of it, and the row in the log that tells of it."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, insert, select

from app.database.records.access_entry import AccessEntryRecord
from app.database.records.officer import OfficerRecord
from app.database.work import access_row
from app.domain.access import Access, Officer, Right, Verb
from app.domain.backups import BackupHead
from app.domain.errors import NotAllowed
from app.foundation.clock import Clock
from app.foundation.identity import UuidSeven
from app.use_cases.backup import FEATURE


@dataclass(frozen=True, slots=True)
class Restore:
    """What is asked for.

    Attributes:
        password: of the backup, or its recovery code; the officer's password at that time.
        discard_newer: yes, also if the present database has changes the backup lacks.
    """

    file: Path
    user_name: str
    password: str
    discard_newer: bool = False


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and where the database of before is now; None if there was none."""

    head: BackupHead
    aside: Path | None


def note_restored(connection: Connection, officer_id: UUID, head: BackupHead, clock: Clock) -> None:
    """Note in the restored database who restored it, and from when.

    Raises:
        NotAllowed: the account was no administrator's, or closed, when the backup was made.
    """
    record = OfficerRecord
    row = connection.execute(select(record.__table__).where(record.id == officer_id)).first()
    if row is None or not row.active:
        raise NotAllowed(Right.MANAGE_DATABASE.value)
    officer = Officer(row.id, row.user_name, row.display_name, row.role, row.unit)
    if not officer.may(Right.MANAGE_DATABASE):
        raise NotAllowed(Right.MANAGE_DATABASE.value)
    access = Access(
        Verb.ALTER,
        FEATURE,
        record_id=head.backup_id,
        reason=f"restored, made {head.made_at:%Y-%m-%dT%H:%M:%SZ}",
    )
    entry = access_row(access, officer, clock(), UuidSeven(clock)())
    connection.execute(insert(AccessEntryRecord), [entry])
