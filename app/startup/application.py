"""The composition root: settings, first window, office, main window, and the way back down."""

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.command_line.settings import Settings
from app.domain.errors import ErrorCode
from app.foundation.clock import Clock
from app.foundation.translation import _
from app.startup.backend import LoadedBackend
from app.startup.crash_report import CrashReport
from app.startup.loading import Loading
from app.ui.appearance.icons import forget_icons
from app.ui.appearance.look_memory import restore_look
from app.ui.appearance.remembered import forget_file, remember_in
from app.ui.background.tasks import Tasks
from app.ui.screens.sign_in.window import SignInWindow
from app.ui.widgets.failures import is_known, with_code
from app.ui.widgets.questions import Question, ask

_SIGN_IN = "app.use_cases.sign_in"
_OPENING = "app.ui.shell.opening"


class Application(QObject):
    """One run of the program: officers come and go, the database is opened and closed."""

    def __init__(
        self, qt: QApplication, settings: Settings, clock: Clock, crash_report: CrashReport
    ) -> None:
        super().__init__()
        self._qt = qt
        self._settings = settings
        self._crash_report = crash_report
        self.loading = Loading()
        self._backend = LoadedBackend(settings, clock, self.loading)
        self.tasks = Tasks()
        # Typed Any: their classes are imported late.
        self._office: Any = None
        self.window: Any = None
        self._telling = False
        qt.setQuitOnLastWindowClosed(False)
        crash_report.tell(self._tell_of_crash)

    def start(self) -> None:
        """Show the first window; everything heavy is imported once it has been painted."""
        self._settings.folders.make()
        remember_in(self._settings.folders.interface_file)
        restore_look()
        self._ask_who()

    def run(self) -> int:
        """Stay until the officer leaves, and close everything in order."""
        self.start()
        code = self._qt.exec()
        self._close()
        return code

    def _ask_who(self) -> None:
        window = SignInWindow(self._backend, self.tasks, self._settings.officer or "")
        window.painted.connect(self.loading.start)
        window.signed_in.connect(self._enter)
        window.closed.connect(self._qt.quit)
        self._show(window)
        window.show()

    def _enter(self, office: object) -> None:
        self._office = office
        window = sys.modules[_OPENING].open_window(office, self.tasks)
        window.sign_out_asked.connect(self._change_officer)
        window.closed.connect(self._leave)
        self._show(window)

    def _show(self, window: QWidget) -> None:
        before, self.window = self.window, window
        if before is not None:
            before.close()
            before.deleteLater()

    def _change_officer(self) -> None:
        window = self.window
        if window is None or self._office is None:
            return
        window.closed.disconnect(self._leave)
        window.close()
        self._sign_out()
        self._ask_who()

    def _leave(self) -> None:
        self._sign_out()
        self._qt.quit()

    def _sign_out(self) -> None:
        office, self._office = self._office, None
        if office is None:
            return
        sign_out = sys.modules[_SIGN_IN].sign_out
        self.tasks.write_last(lambda: sign_out(office), self, None, _let_go)

    def _close(self) -> None:
        self.tasks.close()
        self._crash_report.tell(None)
        forget_file()
        forget_icons()

    def _tell_of_crash(self, file: Path | None) -> None:
        if self._telling or self.window is None:
            return
        self._telling = True
        text = with_code(_("Noe gikk galt hos oss."), ErrorCode.UNEXPECTED)
        where = _("Det du har skrevet, er ikke borte.")
        if file is not None:
            report = _("En rapport uten personopplysninger ligger i {0}.").format(file)
            where = f"{where} {report}"
        ask(self.window, Question(text, where, (_("Fortsett"),)))
        self._telling = False


def _let_go(fault: Exception) -> None:
    # The officer has left; a server that does not answer closes the session itself.
    if not is_known(fault):
        raise fault
