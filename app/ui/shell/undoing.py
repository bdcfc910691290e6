"""What was done in one window and can be taken back: Ctrl+Z, Ctrl+Y, and the list of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.errors import ChangedByAnother, DatabaseUnavailable, NotFound
from app.foundation.clock import Clock
from app.foundation.translation import _
from app.ui.background.tasks import Tasks
from app.ui.widgets.deeds import Deed
from app.ui.widgets.failures import is_known, sentence
from app.ui.widgets.page import Notice

_MOST = 30


@dataclass(frozen=True, slots=True, eq=False)
class Done:
    """One line of the list: what was said, when, and what takes it back."""

    text: str
    at: datetime
    deed: Deed


class Undoing(QObject):
    """Keeps what was done, newest last, and takes it back or does it again.

    Kept in memory alone: the texts name people.

    Signals:
        told: with a ``Notice`` of what came of it.
        saved: the database was changed, so that pages look for changes at once.
        changed: the list is another.
    """

    told = Signal(object)
    saved = Signal()
    changed = Signal()

    def __init__(self, tasks: Tasks, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._done: list[Done] = []
        self._undone: list[Done] = []
        self._is_busy = False

    @property
    def possible(self) -> Sequence[Done]:
        """Return what can be taken back now, newest first."""
        return [done for done in reversed(self._done) if done.deed.is_possible()]

    def note(self, text: str, deed: Deed) -> Done:
        """Remember what was done. What was taken back before can be done again no longer."""
        done = Done(text, self._clock(), deed)
        self._done = [*self._done, done][-_MOST:]
        self._undone.clear()
        self.changed.emit()
        return done

    def undo(self) -> None:
        """Take back what was done last."""
        possible = self.possible
        if possible:
            self.take_back(possible[0])
        else:
            self.told.emit(Notice(_("Det er ingenting å angre.")))

    def redo(self) -> None:
        """Do again what was taken back last."""
        possible = [done for done in reversed(self._undone) if done.deed.is_possible()]
        if possible:
            self._do_again(possible[0])
        else:
            self.told.emit(Notice(_("Det er ingenting å gjøre om.")))

    def take_back(self, done: Done) -> None:
        """Take back one thing, the last or an earlier one."""
        if done not in self._done:
            return

        def finish() -> None:
            self._done.remove(done)
            again = done.deed.do_again
            if again is not None:
                self._undone.append(done)
            text = _("Angret: {0}").format(done.text)
            self.told.emit(
                Notice(text, _("Gjør om"), lambda: self._do_again(done)) if again else Notice(text)
            )

        self._carry_out(done, done.deed.take_back, self._done, finish)

    def _do_again(self, done: Done) -> None:
        if done not in self._undone or done.deed.do_again is None:
            return

        def finish() -> None:
            self._undone.remove(done)
            self._done.append(done)
            self.told.emit(Notice(done.text, _("Angre"), lambda: self.take_back(done)))

        self._carry_out(done, done.deed.do_again, self._undone, finish)

    def _carry_out(
        self,
        done: Done,
        act: Callable[[], None],
        kept_in: list[Done],
        finish: Callable[[], None],
    ) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        end, fail = partial(self._end, done, finish), partial(self._fail, done, kept_in)
        if done.deed.is_stored:
            self._tasks.write(act, self, lambda _nothing: end(), fail)
            return
        try:
            act()
        except ChangedByAnother as fault:
            fail(fault)
        else:
            end()

    def _end(self, done: Done, finish: Callable[[], None]) -> None:
        self._is_busy = False
        finish()
        if done.deed.is_stored:
            self.saved.emit()
        self.changed.emit()

    def _fail(self, done: Done, kept_in: list[Done], fault: Exception) -> None:
        self._is_busy = False
        # Without contact it may be tried again; all else stays as it is.
        if not isinstance(fault, DatabaseUnavailable) and done in kept_in:
            kept_in.remove(done)
        self.changed.emit()
        self.told.emit(Notice(_refusal(fault)))
        if not is_known(fault):
            raise fault


def _refusal(fault: Exception) -> str:
    if isinstance(fault, ChangedByAnother):
        return _("Kan ikke angres: det er endret i mellomtiden. Ingenting er skrevet over.")
    if isinstance(fault, NotFound):
        return _("Kan ikke angres: dette finnes ikke lenger.")
    return sentence(fault)
