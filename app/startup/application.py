"""The composition root: first window, office, main window, and the way back down."""

import sys
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.domain.errors import ErrorCode
from app.foundation.clock import system_clock
from app.foundation.paths import resource
from app.foundation.settings import Origin, Settings
from app.foundation.translation import LANGUAGES, _, choose_language
from app.startup.backend import LoadedBackend
from app.startup.crash_report import CrashReport
from app.startup.loading import Loading
from app.ui.actions.trail import trail
from app.ui.appearance.qt_words import teach_qt
from app.ui.appearance.remembered import forget_file, remember_in, remembered_setting
from app.ui.appearance.theme import theme
from app.ui.background.garbage import GarbageCollection
from app.ui.background.tasks import Tasks
from app.ui.screens.sign_in.form import SignInForm
from app.ui.screens.sign_in.presenter import SignInPresenter
from app.ui.screens.sign_in.window import SignInWindow
from app.ui.widgets.failures import is_known, with_code
from app.ui.widgets.questions import Question, ask

_SIGN_IN = "app.use_cases.sign_in"
_OPENING = "app.ui.shell.opening"
_MANUAL = "app.ui.shell.manual_window"
_HOW_TO_SIGN_IN = "logge-inn.md"
_SERIOUS = (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


class Application(QObject):
    """One run of the program: officers come and go, the database is opened and closed.

    Signals:
        crashed: with the report's file, from whatever thread a fault of ours happened in.
    """

    crashed = Signal(object)

    def __init__(self, qt: QApplication, settings: Settings, window: SignInWindow) -> None:
        super().__init__()
        self._qt = qt
        self._settings = settings
        remember_in(settings.folders.interface_file)
        teach_qt(qt)
        # Drawn from an SVG, which takes longer than the first window has.
        qt.setWindowIcon(QIcon(str(resource("icons", "application.svg"))))
        self._crash_report = CrashReport(settings.folders.state)
        self._crash_report.know_what_was_done(trail().ids)
        fallen = self._crash_report.install()
        # Told when the program is back in its loop: in the midst of drawing no window can open.
        self.crashed.connect(self._tell_of_crash, Qt.ConnectionType.QueuedConnection)
        self._crash_report.tell(self.crashed.emit)
        if fallen is not None:
            self.crashed.emit(fallen)
        qInstallMessageHandler(self._take_message)
        self.loading = Loading()
        self.loading.start()
        self._garbage = GarbageCollection(self, self.loading.finished.is_set)
        self._backend = LoadedBackend(settings, system_clock, self.loading)
        self.tasks = Tasks()
        # Typed Any: what they are is imported late.
        self._office: Any = None
        self._windows: Any = None
        self._sign_in: Any = window
        self._manual: Any = None
        self._telling = False
        self._attend(window)

    @property
    def window(self) -> Any:  # noqa: ANN401 - as above
        """Return the window in front: the first one, or one of the officer's."""
        return self._sign_in if self._windows is None else self._windows.front

    def end(self) -> None:
        """Close everything in order; every save and every draft that was asked for is done."""
        self._drop_manual()
        self.tasks.close()
        self._garbage.stop()
        qInstallMessageHandler(None)
        self._crash_report.remove()
        forget_file()

    def _attend(self, window: SignInWindow) -> None:
        presenter = SignInPresenter(window, self._backend, self.tasks)
        presenter.signed_in.connect(self._enter)
        window.help_asked.connect(self._ask_for_help)

    def _ask_for_help(self) -> None:
        self.tasks.read(partial(self.loading.wait_for, _MANUAL), self, self._show_help)

    def _show_help(self, manual: Any) -> None:  # noqa: ANN401 - a module imported late
        """Open the guide, unless the officer has come in meanwhile: the windows have their own."""
        if self._sign_in is None:
            return
        # The one before may speak another language.
        self._drop_manual()
        theme().dress_for_work()
        self._manual = manual.ManualWindow()
        self._manual.show_place(_HOW_TO_SIGN_IN)

    def _drop_manual(self) -> None:
        manual, self._manual = self._manual, None
        if manual is not None:
            _drop(manual)

    def _enter(self, office: object) -> None:
        self._office = office
        self._drop_manual()
        sign_in, self._sign_in = self._sign_in, None
        windows = self._windows = sys.modules[_OPENING].open_windows(
            office, self.tasks, self._settings
        )
        windows.sign_out_asked.connect(self._change_officer)
        windows.closed.connect(self._leave)
        sign_in.closed.disconnect(self._qt.quit)
        _drop(sign_in)

    def _take_up_language(self) -> None:
        """Speak the language chosen on the page of settings, unless it was given at the start."""
        chosen = remembered_setting("language")
        settings = self._settings
        given = settings.origin("language") in (Origin.COMMAND_LINE, Origin.ENVIRONMENT)
        if chosen in LANGUAGES and not given and "language" not in settings.locked:
            choose_language(chosen)
            teach_qt(self._qt)

    def _change_officer(self) -> None:
        windows, self._windows = self._windows, None
        windows.closed.disconnect(self._leave)
        self._take_up_language()
        others = "language" not in self._settings.locked
        sign_in = self._sign_in = SignInWindow(other_languages=others)
        sign_in.closed.connect(self._qt.quit)
        self._attend(sign_in)
        form = SignInForm()
        sign_in.show_page(form, form.first_field(), languages=True)
        sign_in.show()
        last = windows.front
        _drop(windows)
        last.deleteLater()
        self._sign_out()

    def _leave(self) -> None:
        self._sign_out()
        self._qt.quit()

    def _sign_out(self) -> None:
        office, self._office = self._office, None
        if office is not None:
            sign_out = sys.modules[_SIGN_IN].sign_out
            self.tasks.write_last(lambda: sign_out(office), self, None, _let_go)

    def _take_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        # Up to the first colon Qt names its own function; what follows may quote a text.
        if kind in _SERIOUS:
            where = text.partition(": ")[0]
            self._crash_report.write_lines(f"{kind.name} {context.category}", where)

    def _tell_of_crash(self, file: Path | None) -> None:
        if self._telling:
            return
        self._telling = True
        text = with_code(_("Noe gikk galt hos oss."), ErrorCode.UNEXPECTED)
        told = _("Det du har skrevet, er ikke borte. Prøv igjen.")
        if file is not None:
            report = _(
                "Skjer det på nytt, gi rapporten til IT. Den har ingen navn og ingen tekst fra "
                "saker, og ligger i {0}."
            ).format(file)
            told = f"{told} {report}"
        ask(self.window, Question(text, told, (_("Fortsett"),)))
        self._telling = False


def _drop(window: Any) -> None:  # noqa: ANN401 - the first window, the guide, or all the others
    window.close()
    window.deleteLater()


def _let_go(fault: Exception) -> None:
    # The officer has left; a server that does not answer closes the session itself.
    if not is_known(fault):
        raise fault
