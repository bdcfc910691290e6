"""Sees to it that what is typed is on the disk within a second of the last key."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.drafts import Draft
from app.ui.background.tasks import Tasks

# What is left of the second is for the disk.
_PAUSE_MS = 600
_TRY_AGAIN_MS = 3000

DraftMaker = Callable[[], Draft]


class DraftKeeper(QObject):
    """Keeps one draft at a time: the first after a pause, then again as long as keys are pressed.

    Signals:
        kept: with the ``datetime`` at which the draft was committed; never earlier.
        failed: with the fault; it is tried again until it works or the draft is let go.
    """

    kept = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        keep: Callable[[Draft], datetime],
        discard: Callable[[UUID], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._keep = keep
        self._discard = discard
        self._make: DraftMaker | None = None
        self._draft = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    def touch(self, make: DraftMaker) -> None:
        """Note that something was typed; ``make`` collects it when it is kept."""
        self._make = make
        if not self._timer.isActive():
            self._timer.start(_PAUSE_MS)

    def flush(self) -> None:
        """Keep what was typed now: the window closes, locks, or turns to somebody else."""
        self._timer.stop()
        if self._make is None:
            return
        make, self._make = self._make, None
        draft, number = make(), self._draft
        keep = self._keep
        self._tasks.keep(
            lambda: keep(draft),
            self,
            lambda moment: self._tell(number, moment),
            lambda fault: self._try_again(number, make, fault),
        )

    def let_go(self) -> None:
        """Begin with another draft; what was kept of this one stays."""
        self.flush()
        self._draft += 1

    def discard(self, draft_id: UUID) -> None:
        """Remove a draft that was saved or is not wanted, after all that was asked for before."""
        self._timer.stop()
        self._make = None
        self._draft += 1
        remove = self._discard
        # A draft left behind is offered once more; saving it again changes nothing.
        self._tasks.keep(lambda: remove(draft_id), self, None, lambda _fault: None)

    def _tell(self, number: int, moment: datetime) -> None:
        if number == self._draft:
            self.kept.emit(moment)

    def _try_again(self, number: int, make: DraftMaker, fault: Exception) -> None:
        if number != self._draft:
            return
        self.failed.emit(fault)
        if self._make is None:
            self._make = make
            self._timer.start(_TRY_AGAIN_MS)
