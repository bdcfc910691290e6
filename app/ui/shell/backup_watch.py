"""Makes the backups that are due while the program is open, and tells when the last was made."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.backups import KeptBackup
from app.domain.errors import DatabaseUnavailable
from app.foundation.clock import Clock, oslo_date
from app.foundation.dates import short_date_text, time_text
from app.foundation.progress import Progress
from app.foundation.translation import _
from app.ui.appearance.tokens import Tone
from app.ui.background.tasks import Lane, Task, Tasks
from app.ui.widgets.failures import is_known, sentence
from app.use_cases.backup_plan import BackupDue, back_up_if_due, backup_due
from app.use_cases.office import Office

_LOOK_MS = 30_000
# The first page comes first.
_FIRST_LOOK_MS = 3_000
# After a failure the folder is left in peace for so many looks.
_LOOKS_TO_SKIP = 10


@dataclass(frozen=True, slots=True)
class BackupWork:
    """What the watch asks for; both wait for the database and a disk."""

    look: Callable[[], BackupDue]
    make: Callable[[Progress], KeptBackup | None]
    clock: Clock


def backup_work_for(office: Office) -> BackupWork:
    """Return the real ones, for the officer who is signed in."""
    return BackupWork(partial(backup_due, office), partial(back_up_if_due, office), office.clock)


class BackupWatch(QObject):
    """Looks twice a minute; a backup that was missed is made at the first look.

    Signals:
        told: with a text and a ``Tone`` for the status line; no text while nothing is planned.
    """

    told = Signal(str, object)

    def __init__(self, tasks: Tasks, work: BackupWork, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._work = work
        self._busy = False
        self._skip = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to look."""
        self._timer.start(_FIRST_LOOK_MS)

    def stop(self) -> None:
        """Look no longer."""
        self._timer.stop()

    def look(self) -> None:
        """Look whether a backup is due."""
        self._timer.setInterval(_LOOK_MS)
        if self._busy:
            return
        if self._skip:
            self._skip -= 1
            return
        self._busy = True
        self._tasks.read(self._work.look, self, self._seen, self._not_seen)

    def _seen(self, found: BackupDue) -> None:
        self._busy = False
        if not found.planned:
            self.told.emit("", Tone.PLAIN)
        elif found.due and found.waits:
            self.told.emit(_("Kopien venter på en administrator"), Tone.WARNING)
        elif found.due:
            self._make()
        else:
            self._tell(found.newest)

    def _make(self) -> None:
        self._busy = True
        task = Task(self, self._work.make, self._made, self._fail, title=_("Sikkerhetskopi"))
        task.cancelled = self._cancelled
        # Not in the lane of saves: officers go on writing meanwhile.
        self._tasks.run(task, Lane.READ)

    def _made(self, made: KeptBackup | None) -> None:
        self._busy = False
        if made is not None:
            self._tell(made.head.made_at)

    def _cancelled(self) -> None:
        self._busy = False
        self._skip = _LOOKS_TO_SKIP
        self.told.emit(_("Kopien ble avbrutt"), Tone.WARNING)

    def _not_seen(self, fault: Exception) -> None:
        # The status line tells of a lost database by itself.
        self._busy = False
        if not isinstance(fault, DatabaseUnavailable):
            self._fail(fault)

    def _fail(self, fault: Exception) -> None:
        self._busy = False
        self._skip = _LOOKS_TO_SKIP
        first = sentence(fault).partition(". ")[0].rstrip(".")
        self.told.emit(_("Kopien mislyktes – {0}").format(first), Tone.WARNING)
        if not is_known(fault):
            self.stop()
            raise fault

    def _tell(self, newest: datetime | None) -> None:
        if newest is None:
            return
        text = time_text(newest)
        if oslo_date(newest) != oslo_date(self._work.clock()):
            text = f"{short_date_text(oslo_date(newest))} {text}"
        self.told.emit(_("Siste kopi {0}").format(text), Tone.OK)
