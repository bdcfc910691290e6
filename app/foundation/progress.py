"""Progress and cancelling of long work, without Qt: a call reports, and raises when cancelled."""

from collections.abc import Callable
from threading import Event

Step = Callable[[int, int], None]
_WHOLE = 100


class Cancelled(Exception):
    """The officer pressed cancel; a use case that lets it pass rolls back."""


class Progress:
    """Handed to long work, which calls ``step`` between two parts of it."""

    def __init__(self, report: Callable[[int, int], None] | None = None) -> None:
        self._report = report
        self._cancelled = Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; may be called from any thread."""
        self._cancelled.set()

    def check(self) -> None:
        """Do nothing, unless cancel was called.

        Raises:
            Cancelled: cancel was called.
        """
        if self._cancelled.is_set():
            raise Cancelled

    def step(self, done: int, total: int) -> None:
        """Report how far the work has come.

        Raises:
            Cancelled: cancel was called.
        """
        self.check()
        if self._report is not None:
            self._report(done, total)

    def part(self, first: int, last: int) -> Step:
        """Return a ``step`` for one part of the work, from ``first`` to ``last`` per cent of it.

        It may be called for every row: only a new per cent is reported.
        """
        told = first

        def step(done: int, total: int) -> None:
            nonlocal told
            now = first + (last - first) * done // total if total else last
            if now > told:
                told = now
                self.step(now, _WHOLE)
            else:
                self.check()

        return step


def no_steps(_done: int, _total: int) -> None:
    """Report to nobody."""
