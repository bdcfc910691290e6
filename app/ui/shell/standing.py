"""What stands above every page as long as it is so: missing faces, a clock that is wrong."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.domain.errors import ErrorCode
from app.foundation.translation import _, plural
from app.ui.background.tasks import Tasks
from app.ui.widgets.announce import announce
from app.ui.widgets.failures import is_known, with_code
from app.ui.widgets.labels import Label

_LOOK_MS = 5 * 60_000
_TOLERATED = timedelta(seconds=60)
_MINUTE = 60


class StandingWarning(Label):
    """A sentence that takes no room while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "problem", wrap=True, parent=parent)
        self.hide()

    def say(self, text: str) -> None:
        """Say it, or take it away with an empty text."""
        if text != self.text():
            self.setText(text)
            self.setVisible(bool(text))
            announce(self, text)


class ClockWatch(QObject):
    """Compares this machine's clock with the server's, or with what is logged, now and then."""

    def __init__(
        self, tasks: Tasks, skew: Callable[[], timedelta], warning: StandingWarning
    ) -> None:
        super().__init__(warning)
        self._tasks = tasks
        self._skew = skew
        self._warning = warning
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now, and go on looking."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no longer."""
        self._timer.stop()

    def look(self) -> None:
        """Ask how far the clock is off."""
        self._tasks.read(self._skew, self, self._show, self._pass_over)

    def _show(self, behind: timedelta) -> None:
        self._warning.say(skew_text(behind))

    @staticmethod
    def _pass_over(fault: Exception) -> None:
        # The status line tells of a lost database.
        if not is_known(fault):
            raise fault


def skew_text(behind: timedelta) -> str:
    """Return what to tell of a clock; nothing within a minute."""
    if abs(behind) <= _TOLERATED:
        return ""
    minutes = round(abs(behind).total_seconds() / _MINUTE)
    if behind > timedelta():
        text = plural(
            "Klokken på maskinen går {n} minutt for sakte.",
            "Klokken på maskinen går {n} minutter for sakte.",
            minutes,
        )
    else:
        text = plural(
            "Klokken på maskinen går {n} minutt for fort.",
            "Klokken på maskinen går {n} minutter for fort.",
            minutes,
        )
    told = _("Be drift stille den. Tidspunktene i det du skriver, blir ellers feil.")
    return with_code(f"{text} {told}", ErrorCode.CLOCK_WRONG)
