"""Backups by a plan: where, how often and how many, and making the one that is due."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.database.backups.making import open_backup
from app.domain.access import Access, Right, Verb
from app.domain.backups import (
    SUFFIX,
    BackupSchedule,
    KeptBackup,
    file_name,
    to_remove,
)
from app.domain.errors import (
    BackupRejected,
    DatabaseTooNew,
)
from app.foundation.progress import Progress
from app.use_cases.backup import FEATURE, backup_head, kept_backups, make_headed
from app.use_cases.office import Office

_SETTINGS = "backup.json"


@dataclass(frozen=True, slots=True)
class BackupState:
    """What the window tells of the backups of this machine.

    Attributes:
        kept: the newest first; only this prison's.
        same_disk: the folder lies on the disk the data lie on, and is lost with it.
        by_administrator_only: on a server others lack the rights, so it waits for one.
        failure: why the last try failed, empty if it did not.
    """

    schedule: BackupSchedule
    kept: tuple[KeptBackup, ...]
    same_disk: bool
    by_administrator_only: bool
    failure: str = ""

    @property
    def newest(self) -> datetime | None:
        """Return when the newest was made."""
        return self.kept[0].head.made_at if self.kept else None


@dataclass(frozen=True, slots=True)
class BackupDue:
    """What the status line tells.

    Attributes:
        planned: a folder was chosen.
        waits: the backup needs an administrator to be signed in.
    """

    planned: bool
    newest: datetime | None
    due: bool
    waits: bool


def back_up_into_folder(office: Office, progress: Progress | None = None) -> KeptBackup:
    """Make a backup in the folder of the schedule now, and remove those beyond the number.

    Raises:
        NotAllowed, BackupFailed, DatabaseUnavailable, Cancelled: as above.
    """
    office.demand(Right.MANAGE_DATABASE, FEATURE)
    return _into_folder(office, backup_schedule(office), "by hand", progress or Progress())


def back_up_if_due(office: Office, progress: Progress | None = None) -> KeptBackup | None:
    """Make the backup the schedule asks for, if it is time; whoever is signed in.

    The administrator who set the schedule is the one who decided. On a server the rows can be
    read by an administrator alone, so there it waits until one is signed in.

    Raises:
        BackupFailed, DatabaseUnavailable, Cancelled: there is none, and the older ones are kept.
    """
    if not office.backing_up.acquire(blocking=False):
        return None
    try:
        return _make_due(office, progress or Progress())
    finally:
        office.backing_up.release()


def _make_due(office: Office, progress: Progress) -> KeptBackup | None:
    look = backup_due(office)
    if not look.due or look.waits:
        return None
    return _into_folder(office, backup_schedule(office), "scheduled", progress)


def _into_folder(
    office: Office, schedule: BackupSchedule, reason: str, progress: Progress
) -> KeptBackup:
    schedule.check()
    folder = schedule.folder
    assert folder is not None
    head = backup_head(office)
    made = make_headed(office, head, folder / file_name(head), reason, progress)
    for old in to_remove(kept_backups(office, folder), schedule.keep):
        with suppress(OSError):
            old.file.unlink()
    return made


def newest_backup(office: Office, folder: Path) -> datetime | None:
    """Return when this prison's newest backup in a folder was made; looks at the newest files."""
    own = backup_head(office).prison_id
    newest = sorted(folder.glob(f"*{SUFFIX}"), key=_changed_at, reverse=True)
    for file in newest:
        with suppress(BackupRejected, DatabaseTooNew, OSError):
            with open_backup(file) as (_stream, opening):
                head = opening.head
            if head.prison_id == own:
                return head.made_at
    return None


def _changed_at(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def backup_due(office: Office) -> BackupDue:
    """Tell whether a backup is to be made now, and when the newest was. Every officer may ask."""
    schedule = backup_schedule(office)
    if schedule.folder is None:
        return BackupDue(planned=False, newest=None, due=False, waits=False)
    newest = newest_backup(office, schedule.folder)
    due = schedule.is_due(newest, office.clock())
    return BackupDue(planned=True, newest=newest, due=due, waits=_waits_for_administrator(office))


def backup_state(office: Office) -> BackupState:
    """Return the schedule and what is kept. Every officer may ask when the newest was made."""
    schedule = backup_schedule(office)
    folder = schedule.folder
    return BackupState(
        schedule,
        kept_backups(office, folder) if folder else (),
        same_disk=folder is not None and on_same_disk(office, folder),
        by_administrator_only=_waits_for_administrator(office),
        failure=office.backup_failure,
    )


def _waits_for_administrator(office: Office) -> bool:
    return office.place.is_server and not office.may(Right.MANAGE_DATABASE)


def on_same_disk(office: Office, folder: Path) -> bool:
    """Tell whether a folder is lost with the data; a server's data lie elsewhere."""
    if office.place.is_server:
        return False
    try:
        return folder.stat().st_dev == office.folders.data.stat().st_dev
    except OSError:
        return False


def backup_schedule(office: Office) -> BackupSchedule:
    """Return the schedule of this machine; none was set, or its file is gone: no folder."""
    try:
        parts = json.loads((office.folders.data / _SETTINGS).read_text(encoding="utf-8"))
        folder = Path(parts["folder"]) if parts["folder"] else None
        return BackupSchedule(folder, int(parts["minutes"]), int(parts["keep"]))
    except (OSError, ValueError, KeyError, TypeError):
        return BackupSchedule()


def set_backup_schedule(office: Office, schedule: BackupSchedule) -> None:
    """Choose where and how often this machine makes backups. Administrators may.

    Raises:
        NotAllowed: the role may not look after the database.
        RuleBroken: no such folder, or a number out of bounds.
    """
    office.demand(Right.MANAGE_DATABASE, FEATURE)
    schedule.check()
    office.note(Access(Verb.ALTER, FEATURE, reason="schedule"))
    parts = {
        "folder": str(schedule.folder) if schedule.folder else None,
        "minutes": schedule.minutes,
        "keep": schedule.keep,
    }
    file = office.folders.data / _SETTINGS
    beside = file.with_suffix(".new")
    beside.write_text(json.dumps(parts), encoding="utf-8")
    beside.replace(file)
