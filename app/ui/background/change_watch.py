"""Tells which kinds of things were changed, here or at another workstation."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import DatabaseUnavailable
from app.domain.topics import Topic
from app.ui.background.tasks import Tasks

# Every change is to be seen within two seconds; a slow answer may take one of them.
_INTERVAL_MS = 1000


class ChangeWatch(QObject):
    """Asks for the change counters each second, and at once after an own save.

    Signals:
        changed: with a ``frozenset[Topic]``; what to show anew.
        found, lost: contact with the database is there again, or is gone.
    """

    changed = Signal(object)
    found = Signal()
    lost = Signal()

    def __init__(
        self, tasks: Tasks, ask: Callable[[], Mapping[Topic, int]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._ask = ask
        self._known: Mapping[Topic, int] | None = None
        self._reached = True
        self._asking = False
        self._again = False
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin to watch; the first answer is what later ones are compared with."""
        self._timer.start()
        self._look()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()

    def poke(self) -> None:
        """Look at once: something was saved here."""
        if self._asking:
            self._again = True
        else:
            self._look()

    def _look(self) -> None:
        if self._asking:
            return
        self._asking = True
        self._tasks.read(self._ask, self, self._compare, self._lose)

    def _compare(self, now: Mapping[Topic, int]) -> None:
        self._asking = False
        before, self._known = self._known, now
        if not self._reached:
            self._reached = True
            self.found.emit()
        if before is not None:
            topics = frozenset(topic for topic in now if now[topic] != before.get(topic))
            if topics:
                self.changed.emit(topics)
        self._look_again()

    def _lose(self, fault: Exception) -> None:
        self._asking = self._again = False
        if not isinstance(fault, DatabaseUnavailable):
            self.stop()
            raise fault
        if self._reached:
            self._reached = False
            self.lost.emit()

    def _look_again(self) -> None:
        if self._again:
            self._again = False
            self._look()
