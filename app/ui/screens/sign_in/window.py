"""The first window, shown before anything heavy is imported."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import DatabaseMissing, Problem, RuleBroken, WrongPassword
from app.foundation.progress import Progress
from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import MARGIN
from app.ui.background.tasks import Lane, Task, Tasks
from app.ui.screens.sign_in.backend import Backend, NewExample, NewPrison
from app.ui.screens.sign_in.form import Form
from app.ui.screens.sign_in.pages import (
    ExamplePage,
    NewPrisonForm,
    RecoveryForm,
    SecretPage,
    SignInForm,
    WelcomePage,
    passwords_differ,
)
from app.ui.widgets.failures import is_known, sentence
from app.ui.widgets.labels import TitleLabel
from app.ui.widgets.scrolling import scrolling

_WIDTH, _HEIGHT = 480, 600
_CARD_WIDTH = 520


class SignInWindow(QWidget):
    """Lets officers in, and makes a prison where there is none.

    Signals:
        painted: the window has been seen for the first time.
        signed_in: with what the main window is opened with.
        closed: the officer closed the window without signing in.
    """

    painted = Signal()
    signed_in = Signal(object)
    closed = Signal()

    def __init__(self, backend: Backend, tasks: Tasks, officer: str = "") -> None:
        super().__init__()
        self._backend = backend
        self._tasks = tasks
        self._officer = officer
        self._seen = False
        self._done = False
        self._task: Task[NewExample] | None = None
        self.setWindowTitle(_("Mulighet – logg inn"))
        self._pages = QStackedWidget()
        self._lay_out()
        if backend.has_prison:
            self.show_sign_in()
        else:
            self.show_welcome()

    def _lay_out(self) -> None:
        edge = theme().px(2 * MARGIN)
        card = QFrame()
        card.setProperty("role", "card")
        card.setMaximumWidth(theme().px(_CARD_WIDTH))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(edge, edge, edge, edge)
        inside.addWidget(self._pages)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(0)
        row.addWidget(card, 1)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme().px(MARGIN))
        column.addWidget(TitleLabel("Mulighet"))
        column.addWidget(scrolling(middle), 1)
        self.resize(theme().px(_WIDTH), theme().px(_HEIGHT))
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.move(room.center() - self.rect().center())

    # The pages

    @property
    def page(self) -> QWidget:
        """Return the page in front."""
        page = self._pages.currentWidget()
        assert page is not None
        return page

    def show_sign_in(self) -> None:
        """Ask for name and password."""
        recover = None if self._backend.is_server else self.show_recovery
        form = SignInForm(self._sign_in, recover)
        form.fields["user_name"].setText(self._officer)
        self._show(form)
        form.fields["password" if self._officer else "user_name"].setFocus()

    def show_recovery(self) -> None:
        """Ask for the recovery code and a new password."""
        form = RecoveryForm(self._recover, self.show_sign_in)
        self._show(form)
        form.fields["user_name"].setFocus()

    def show_welcome(self) -> None:
        """Ask how to begin."""
        page = WelcomePage(self.show_new_prison, self._make_example)
        self._show(page)
        page.empty.setFocus()

    def show_new_prison(self) -> None:
        """Ask for the first account."""
        form = NewPrisonForm(self._make_prison, self.show_welcome)
        self._show(form)
        form.fields["user_name"].setFocus()

    def _show(self, page: QWidget) -> None:
        before = self._pages.currentWidget()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if before is not None:
            self._pages.removeWidget(before)
            before.deleteLater()

    def _form(self) -> Form:
        page = self.page
        assert isinstance(page, Form)
        return page

    # What is asked of the backend

    def _sign_in(self) -> None:
        form = self._form()
        name, password = form.text("user_name").strip(), form.text("password")
        missing = [
            Problem(field, text)
            for field, text in (
                ("user_name", _("Skriv brukernavnet ditt.")),
                ("password", _("Skriv passordet ditt.")),
            )
            if not form.text(field).strip()
        ]
        form.show_problems(missing)
        if missing:
            return
        form.set_busy(_("Logger inn …"))
        work = partial(self._backend.sign_in, name, password)
        self._tasks.write(work, form, self._enter, self._explain)

    def _recover(self) -> None:
        form = self._form()
        problems = passwords_differ(form)
        form.show_problems(problems)
        if problems:
            return
        form.set_busy(_("Logger inn …"))
        name, code = form.text("user_name").strip(), form.text("code").strip()
        work = partial(self._backend.recover, name, code, form.text("password"))
        self._tasks.write(work, form, self._enter, self._explain)

    def _make_prison(self) -> None:
        form = self._form()
        problems = passwords_differ(form)
        form.show_problems(problems)
        if problems:
            return
        form.set_busy(_("Lager fengselet …"))
        name, password = form.text("user_name").strip(), form.text("password")
        prison = NewPrison(name, form.text("display_name").strip(), password)
        then = partial(self._show_code, name, password)
        self._tasks.write(partial(self._backend.create, prison), form, then, self._explain)

    def _make_example(self) -> None:
        page = ExamplePage(self._stop_example)
        self._show(page)
        page.button.setFocus()
        self._task = Task(self, self._example_work, self._show_example, self._explain_example)
        self._task.progressed = page.show_progress
        self._task.cancelled = self.show_welcome
        self._tasks.run(self._task, Lane.WRITE)

    def _example_work(self, progress: Progress) -> NewExample:
        return self._backend.create_example(progress)

    def _stop_example(self) -> None:
        if self._task is not None:
            self._task.cancel()

    # What comes back

    def _enter(self, entered: object) -> None:
        self._done = True
        self.signed_in.emit(entered)

    def _show_code(self, name: str, password: str, code: str) -> None:
        if not code:
            self._enter_with(name, password)
            return
        lines = [(_("Gjenopprettingskode"), code)]
        go_on = partial(self._enter_with, name, password)
        self._show_secret(_("Skriv ned koden og lås den inn"), lines, _("Gå videre"), go_on)

    def _show_example(self, made: NewExample) -> None:
        lines = [
            (_("Brukernavn"), made.user_name),
            (_("Passord"), made.password),
            (_("Gjenopprettingskode"), made.recovery_code),
        ]
        go_on = partial(self._enter_with, made.user_name, made.password)
        self._show_secret(_("Eksempelfengselet er klart"), lines, _("Logg inn"), go_on)

    def _show_secret(
        self, heading: str, lines: list[tuple[str, str]], verb: str, go_on: object
    ) -> None:
        page = SecretPage(heading, [line for line in lines if line[1]], verb, go_on)  # type: ignore[arg-type]
        text = "\n".join(f"{name}: {value}" for name, value in lines if value)
        page.add_tool(_("Kopier"), partial(self._copy, page, text))
        page.add_tool(_("Skriv ut"), partial(self._print, page, text))
        page.finish()
        self._show(page)
        page.button.setFocus()

    def _copy(self, page: SecretPage, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        page.told.setText(_("Kopiert. Lim det inn et trygt sted."))

    def _print(self, page: SecretPage, text: str) -> None:
        page.told.setText(_("Skriver ut …"))
        work = partial(self._backend.print_code, _("Mulighet"), text)
        self._tasks.read(
            work, page, partial(self._tell_printed, page), partial(self._no_print, page)
        )

    def _tell_printed(self, page: SecretPage, printed: bool) -> None:  # noqa: FBT001
        done = _("Skrevet ut. Lås arket inn.")
        page.told.setText(done if printed else _("Fant ingen skriver. Skriv det av for hånd."))

    def _no_print(self, page: SecretPage, fault: Exception) -> None:
        page.told.setText(sentence(fault))

    def _enter_with(self, name: str, password: str) -> None:
        self.show_sign_in()
        form = self._form()
        form.fields["user_name"].setText(name)
        form.fields["password"].setText(password)
        self._sign_in()

    def _explain(self, fault: Exception) -> None:
        form = self._form()
        form.show_problems(_problems_of(fault))
        if isinstance(fault, WrongPassword):
            form.empty_secrets()
        if isinstance(fault, DatabaseMissing) and not self._backend.has_prison:
            self.show_welcome()
        if not is_known(fault):
            raise fault

    def _explain_example(self, fault: Exception) -> None:
        self.show_new_prison()
        self._explain(fault)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window is seen."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is being made, and tell that the officer is gone."""
        self._stop_example()
        super().closeEvent(event)
        if not self._done:
            self.closed.emit()


def _problems_of(fault: Exception) -> list[Problem]:
    if isinstance(fault, RuleBroken):
        return list(fault.problems)
    return [Problem("", sentence(fault))]
