"""What the page of backups asks for, as plain functions, so that tests can stand in for it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.domain.backups import BackupHead, BackupSchedule, KeptBackup
from app.foundation.progress import Progress
from app.use_cases.backup import back_up, check_backup
from app.use_cases.backup_plan import (
    BackupState,
    back_up_into_folder,
    backup_state,
    set_backup_schedule,
)
from app.use_cases.office import Office
from app.use_cases.restore import Restore, Restored, restore_here


@dataclass(frozen=True, slots=True)
class BackupDesk:
    """Every function waits for the database or a disk, so none is for Qt's thread.

    Attributes:
        restores: the data are in a file; on a server IT restores, into an empty database.
    """

    user_name: str
    restores: bool
    state: Callable[[], BackupState]
    make: Callable[[Progress], KeptBackup]
    make_at: Callable[[Path, Progress], KeptBackup]
    check: Callable[[Path, Progress], BackupHead]
    plan: Callable[[BackupSchedule], None]
    restore: Callable[[Restore, Progress], Restored]


def backup_desk_for(office: Office) -> BackupDesk:
    """Return the real ones, for the officer who is signed in."""
    return BackupDesk(
        user_name=office.officer.user_name,
        restores=not office.place.is_server,
        state=partial(backup_state, office),
        make=partial(back_up_into_folder, office),
        make_at=partial(back_up, office, replace=True),
        check=partial(check_backup, office),
        plan=partial(set_backup_schedule, office),
        restore=partial(restore_here, office),
    )
