"""What the first window does. Imported when the window has been seen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.domain.errors import DatabaseMissing, Problem, RuleBroken, WrongPassword
from app.foundation.progress import Progress
from app.foundation.translation import _, choose_language
from app.ui.appearance.qt_words import teach_qt
from app.ui.appearance.remembered import remember_setting
from app.ui.background.tasks import Lane, Task, Tasks
from app.ui.screens.sign_in.backend import Backend, NewExample, NewPrison
from app.ui.screens.sign_in.form import Form, SignInForm
from app.ui.screens.sign_in.form_problems import FormProblems
from app.ui.screens.sign_in.pages import (
    ExamplePage,
    NewPrisonForm,
    RecoveryForm,
    SecretPage,
    WelcomePage,
)
from app.ui.screens.sign_in.window import SignInWindow
from app.ui.widgets.failures import is_known, sentence

Lines = list[tuple[str, str]]


class SignInPresenter(QObject):
    """Answers to the pages, and shows the next.

    Signals:
        signed_in: with what the main window is opened with.
    """

    signed_in = Signal(object)

    def __init__(self, window: SignInWindow, backend: Backend, tasks: Tasks) -> None:
        super().__init__(window)
        self._window = window
        self._backend = backend
        self._tasks = tasks
        self._example: Task[NewExample] | None = None
        window.page_shown.connect(self._listen)
        window.closed.connect(self.stop_example)
        window.language_asked.connect(self._speak)
        page = window.page
        if isinstance(page, WelcomePage | SignInForm):
            self._listen(page)

    def _listen(self, page: object) -> None:
        if isinstance(page, WelcomePage):
            page.empty_asked.connect(self.show_new_prison)
            page.example_asked.connect(self.make_example)
        elif isinstance(page, SignInForm):
            self._attend(page, self._sign_in, self._forgot)
        elif isinstance(page, RecoveryForm):
            self._attend(page, self._recover, self.show_sign_in)
        elif isinstance(page, NewPrisonForm):
            self._attend(page, self._make_prison, self.show_welcome)

    def _attend(
        self, form: Form, submit: Callable[[Form, FormProblems], None], leave: Callable[[], None]
    ) -> None:
        problems = FormProblems(form)
        form.submitted.connect(partial(submit, form, problems))
        form.left.connect(leave)

    # The pages

    def show_sign_in(self, user_name: str = "") -> None:
        """Ask for name and password."""
        form = SignInForm(user_name)
        self._window.show_page(form, form.first_field(), languages=True)

    def show_welcome(self) -> None:
        """Ask how to begin."""
        page = WelcomePage()
        self._window.show_page(page, page.empty, languages=True)

    def _speak(self, language: str) -> None:
        page = self._window.page
        busy = isinstance(page, SignInForm) and not page.button.isEnabled()
        if busy:
            return
        choose_language(language)
        teach_qt(QGuiApplication.instance())
        remember_setting("language", language)
        self._window.put_words()
        if isinstance(page, SignInForm):
            self.show_sign_in(page.text("user_name"))
        else:
            self.show_welcome()

    def show_new_prison(self) -> None:
        """Ask for the first account."""
        form = NewPrisonForm()
        self._window.show_page(form, form.first_field())

    def _forgot(self) -> None:
        page = self._window.page
        if not isinstance(page, SignInForm):
            return
        if self._backend.is_server:
            page.working.setText(_("Be administratoren om et nytt passord."))
            return
        form = RecoveryForm(page.text("user_name"))
        self._window.show_page(form, form.first_field())

    # What is asked of the backend

    def _sign_in(self, form: Form, problems: FormProblems) -> None:
        wanted = (
            Problem("user_name", _("Skriv brukernavnet ditt.")),
            Problem("password", _("Skriv passordet ditt.")),
        )
        missing = [problem for problem in wanted if not form.text(problem.field).strip()]
        problems.show(missing)
        if not missing:
            name, password = form.text("user_name").strip(), form.text("password")
            self._start(form, problems, partial(self._backend.sign_in, name, password))

    def _recover(self, form: Form, problems: FormProblems) -> None:
        if _passwords_agree(form, problems):
            name, code = form.text("user_name").strip(), form.text("code").strip()
            work = partial(self._backend.recover, name, code, form.text("password"))
            self._start(form, problems, work)

    def _start(self, form: Form, problems: FormProblems, work: Callable[[], object]) -> None:
        form.set_busy(_("Logger inn …"))
        fail = partial(self._explain, form, problems)
        self._tasks.write(work, form, self.signed_in.emit, fail)

    def _make_prison(self, form: Form, problems: FormProblems) -> None:
        if not _passwords_agree(form, problems):
            return
        form.set_busy(_("Lager fengselet …"))
        name, password = form.text("user_name").strip(), form.text("password")
        prison = NewPrison(name, form.text("display_name").strip(), password)
        then = partial(self._show_code, name, password)
        fail = partial(self._explain, form, problems)
        self._tasks.write(partial(self._backend.create, prison), form, then, fail)

    def make_example(self) -> None:
        """Make the example prison, and show how far it has come."""
        page = ExamplePage(self.stop_example)
        task: Task[NewExample] = Task(page, self._make_example, self._show_example)
        task.failed = self._explain_example
        task.progressed = page.show_progress
        task.cancelled = self.show_welcome
        self._example = task
        self._window.show_page(page, page.button)
        self._tasks.run(task, Lane.WRITE)

    def _make_example(self, progress: Progress) -> NewExample:
        return self._backend.create_example(progress)

    def stop_example(self) -> None:
        """Take back the example prison while it is being made."""
        if self._example is not None:
            self._example.cancel()

    # What comes back

    def _show_code(self, name: str, password: str, code: str) -> None:
        if not code:
            self._enter_with(name, password)
            return
        lines = [(_("Gjenopprettingskode"), code)]
        go_on = partial(self._enter_with, name, password)
        page = SecretPage(_("Skriv ned koden og lås den inn"), lines, _("Gå videre"), go_on)
        self._show_secret(page, lines)

    def _show_example(self, made: NewExample) -> None:
        lines = [(_("Brukernavn"), made.user_name), (_("Passord"), made.password)]
        if made.recovery_code:
            lines.append((_("Gjenopprettingskode"), made.recovery_code))
        go_on = partial(self._enter_with, made.user_name, made.password)
        page = SecretPage(_("Eksempelfengselet er klart"), lines, _("Logg inn"), go_on)
        self._show_secret(page, lines)

    def _show_secret(self, page: SecretPage, lines: Lines) -> None:
        text = "\n".join(f"{name}: {value}" for name, value in lines)
        page.add_tool(_("Kopier"), partial(_copy, page, text))
        page.add_tool(_("Skriv ut"), partial(self._print, page, text))
        page.finish()
        self._window.show_page(page, page.written_down)

    def _print(self, page: SecretPage, text: str) -> None:
        page.told.setText(_("Skriver ut …"))
        work = partial(self._backend.print_code, "Mulighet", text)

        def tell(printed: bool) -> None:  # noqa: FBT001 - the backend's answer
            done = _("Skrevet ut. Lås arket inn.")
            page.told.setText(done if printed else _("Fant ingen skriver. Skriv det av for hånd."))

        self._tasks.read(work, page, tell, lambda fault: page.told.setText(sentence(fault)))

    def _enter_with(self, name: str, password: str) -> None:
        self.show_sign_in(name)
        page = self._window.page
        if isinstance(page, SignInForm):
            page.fields["password"].setText(password)
            page.submitted.emit()

    def _explain(self, form: Form, problems: FormProblems, fault: Exception) -> None:
        if isinstance(fault, RuleBroken):
            problems.show(fault.problems)
        else:
            problems.show([Problem("", sentence(fault))])
        if isinstance(fault, WrongPassword):
            form.empty_secrets()
        if isinstance(fault, DatabaseMissing) and not self._backend.has_prison:
            self.show_welcome()
        if not is_known(fault):
            raise fault

    def _explain_example(self, fault: Exception) -> None:
        self.show_welcome()
        page = self._window.page
        if isinstance(page, WelcomePage):
            page.say(sentence(fault))
        if not is_known(fault):
            raise fault


def _passwords_agree(form: Form, problems: FormProblems) -> bool:
    agree = form.text("password") == form.text("again")
    unlike = [] if agree else [Problem("again", _("De to passordene er ikke like."))]
    problems.show(unlike)
    return agree


def _copy(page: SecretPage, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    page.told.setText(_("Kopiert. Lim det inn et trygt sted."))
