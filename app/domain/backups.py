"""Backups: what one says of itself, when the next is due, and which ones may go.

A backup that carries its final name has been restored into a temporary place and compared before
it got that name; a file under work has another name. So "newest" always means "newest proved".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from app.domain.errors import Problem, RuleBroken
from app.foundation.translation import _

SUFFIX = ".mulighet"
USUAL_MINUTES = 15
USUAL_KEEP = 96
LONGEST_MINUTES = 7 * 24 * 60
MOST_KEPT = 1000


@dataclass(frozen=True, slots=True)
class BackupHead:
    """What anybody may read of a backup without a key.

    Attributes:
        engine: ``sqlcipher`` or ``postgresql``; a backup returns to the engine it came from.
        prison: the prison's code; ``prison_id`` tells two prisons without a code apart.
    """

    backup_id: UUID
    made_at: datetime
    program: str
    schema: int
    engine: str
    prison: str
    prison_id: UUID
    is_example: bool


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What the data were when they were copied, and what they must be after a restore.

    Attributes:
        counts, digests: rows of each table, and a digest of all of them in order.
        log_count, log_last_id, log_last_at: the head of the access log; no text of anybody.
    """

    counts: dict[str, int]
    digests: dict[str, str]
    log_count: int = 0
    log_last_id: UUID | None = None
    log_last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """One backup in a folder.

    Attributes:
        size: in bytes.
        log_count: rows of the access log in it; known of one that was made just now.
    """

    file: Path
    head: BackupHead
    size: int
    log_count: int | None = None


@dataclass(frozen=True, slots=True)
class BackupSchedule:
    """Where this machine keeps backups, how often it makes them, and how many it keeps."""

    folder: Path | None = None
    minutes: int = USUAL_MINUTES
    keep: int = USUAL_KEEP

    def check(self) -> None:
        """Refuse what cannot be carried out.

        Raises:
            RuleBroken: with every problem at once.
        """
        problems = []
        if self.folder is not None and not self.folder.is_dir():
            problems.append(Problem("folder", _("Mappen finnes ikke. Velg en annen.")))
        if not 1 <= self.minutes <= LONGEST_MINUTES:
            problems.append(Problem("minutes", _("Velg mellom ett minutt og sju døgn.")))
        if not 1 <= self.keep <= MOST_KEPT:
            problems.append(Problem("keep", _("Behold mellom 1 og 1000 kopier.")))
        if problems:
            raise RuleBroken(*problems)

    def is_due(self, newest: datetime | None, now: datetime) -> bool:
        """Tell whether a backup is to be made now.

        A newest one in the future means that the clock was set back: then nobody knows how old it
        is, and a new one is made.
        """
        if self.folder is None:
            return False
        if newest is None:
            return True
        return not timedelta() <= now - newest < timedelta(minutes=self.minutes)


def to_remove(kept: Sequence[KeptBackup], keep: int) -> tuple[KeptBackup, ...]:
    """Return the oldest beyond the number to keep; the newest is never among them."""
    newest_first = sorted(kept, key=lambda backup: backup.head.made_at, reverse=True)
    return tuple(newest_first[max(1, keep) :])


def file_name(head: BackupHead) -> str:
    """Return a name that sorts by time and names nobody; the time is UTC."""
    code = "".join(sign for sign in head.prison if sign.isalnum()) or "fengsel"
    return f"mulighet-{code}-{head.made_at:%Y%m%d-%H%M%S}-{head.backup_id.hex[-4:]}{SUFFIX}"
