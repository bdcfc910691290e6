"""The windows of the officer who is signed in: one to begin with, one more for each wish."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.ui.appearance.remembered import keep_words, kept_words
from app.ui.background.change_watch import ChangeWatch
from app.ui.shell.history import Stop
from app.ui.shell.window import MainWindow

_OPEN = "windows/open"
_MOST = 5


class Windows(QObject):
    """Opens windows, locks and unlocks them together, and closes them all when the officer leaves.

    ``make`` makes a window by its number: 0 for the first, and the lowest that is free after that.
    One watch looks for changes for all of them.

    Signals:
        sign_out_asked: another officer wants to sign in.
        closed: the last window is gone, and the program with it.
    """

    sign_out_asked = Signal()
    closed = Signal()

    def __init__(self, make: Callable[[int], MainWindow], watch: ChangeWatch) -> None:
        super().__init__()
        self._make = make
        self._watch = watch
        self._open: dict[int, MainWindow] = {}
        self._front: MainWindow | None = None
        self._is_closing = False

    @property
    def front(self) -> MainWindow:
        """Return the window the officer is in, or was in last."""
        for window in self._open.values():
            if window.isActiveWindow():
                self._front = window
        assert self._front is not None
        return self._front

    @property
    def all(self) -> tuple[MainWindow, ...]:
        """Return the windows that are open."""
        return tuple(self._open.values())

    def open_as_left(self) -> None:
        """Open the first window, and beside it those that were open last on this machine.

        The first begins at the first page. Which page each showed is known, and of whom is not.
        """
        pages = kept_words(_OPEN)[:_MOST]
        self.open()
        for page in pages:
            self.open(Stop(page))
        if pages:
            self._open[0].activateWindow()

    def open(self, stop: Stop | None = None) -> MainWindow:
        """Open a window at a place, or at the first page."""
        number = next(number for number in range(len(self._open) + 1) if number not in self._open)
        window = self._make(number)
        self._connect(number, window)
        # Filled before it is seen: everything is laid out and painted once.
        window.start(stop)
        window.show()
        window.locking.idle.watch(window.windowHandle())
        for other in self.all:
            # Whoever is busy in one window is there for all of them.
            other.locking.idle.watch(window.windowHandle())
            window.locking.idle.watch(other.windowHandle())
        self._open[number] = self._front = window
        return window

    def open_person(self, inmate_id: UUID) -> None:
        """Open a person in a window of the person's own."""
        window = self.open(Stop("inmate", inmate_id))
        window.raise_()
        window.activateWindow()

    def close(self) -> None:
        """Close every window, and remember which there were."""
        self._remember()
        self._is_closing = True
        for window in reversed(self.all):
            window.close()

    def _connect(self, number: int, window: MainWindow) -> None:
        window.window_asked.connect(self.open_person)
        window.sign_out_asked.connect(self.sign_out_asked)
        window.quit_asked.connect(self.close)
        window.closed.connect(partial(self._forget, number))
        window.locking.locked.connect(self._cover)
        window.locking.opened.connect(self._uncover)

    def _remember(self) -> None:
        shown = [window.navigator.here for window in self.all[1:]]
        keep_words(_OPEN, [stop.page for stop in shown if stop is not None])

    def _cover(self) -> None:
        for window in self.all:
            window.locking.cover()

    def _uncover(self) -> None:
        for window in self.all:
            window.locking.uncover()

    def _forget(self, number: int) -> None:
        window = self._open.pop(number, None)
        if window is None:
            return
        if not self._is_closing:
            self._remember()
        if self._open:
            self._front = next(iter(self._open.values()))
            window.deleteLater()
        else:
            self._watch.stop()
            self.closed.emit()
