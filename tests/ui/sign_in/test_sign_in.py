from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.accounts import check_account, check_password
from app.domain.errors import (
    AlreadyThere,
    DatabaseMissing,
    DatabaseTooNew,
    DatabaseUnavailable,
    WrongPassword,
)
from app.foundation.progress import Progress
from app.foundation.setting_sources import remembered_values
from app.foundation.translation import choose_language
from app.ui.appearance.qt_words import teach_qt
from app.ui.appearance.remembered import forget_file, remember_in
from app.ui.appearance.theme import Theme
from app.ui.background.tasks import Tasks
from app.ui.screens.sign_in.backend import NewExample, NewPrison
from app.ui.screens.sign_in.form import Form, SignInForm
from app.ui.screens.sign_in.pages import (
    ExamplePage,
    NewPrisonForm,
    RecoveryForm,
    SecretPage,
    WelcomePage,
)
from app.ui.screens.sign_in.presenter import SignInPresenter
from app.ui.screens.sign_in.window import SignInWindow
from app.ui.widgets.push_buttons import LinkButton
from tests.ui.sign_in.steps import fill, press, words

PASSWORD = "riktig hest batteri"
CODE = "K7QF-2M9A-TT41-PP08"
Settle = Callable[[], None]


@dataclass
class MadeUpBackend:
    """Answers without a database, and as slowly as it is told to."""

    has_prison: bool = True
    is_server: bool = False
    fault: Exception | None = None
    printer: bool = True
    calls: list[object] = field(default_factory=list)
    loaded: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        self.loaded.set()

    def create(self, prison: NewPrison) -> str:
        self._note(prison)
        check_account(prison.user_name, prison.display_name)
        check_password(prison.password)
        return "" if self.is_server else CODE

    def create_example(self, progress: Progress) -> NewExample:
        self._note("example")
        for done in range(4):
            progress.step(done, 4)
        return NewExample("demo", PASSWORD, CODE)

    def sign_in(self, user_name: str, password: str) -> object:
        self._note((user_name, password))
        if password != PASSWORD:
            raise WrongPassword
        return f"office of {user_name}"

    def recover(self, user_name: str, code: str, new_password: str) -> object:
        self._note((user_name, code))
        check_password(new_password)
        if code != CODE:
            raise WrongPassword
        return f"office of {user_name}"

    def print_code(self, _title: str, text: str) -> bool:
        self._note(text)
        return self.printer

    def _note(self, call: object) -> None:
        self.loaded.wait()
        self.calls.append(call)
        if self.fault is not None:
            raise self.fault


@pytest.fixture
def backend() -> MadeUpBackend:
    return MadeUpBackend()


@pytest.fixture
def window(look: Theme, qtbot: QtBot) -> SignInWindow:
    window = SignInWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def presenter(window: SignInWindow, backend: MadeUpBackend, tasks: Tasks) -> SignInPresenter:
    form = SignInForm()
    window.show_page(form, form.first_field())
    window.show()
    return SignInPresenter(window, backend, tasks)


@pytest.fixture
def entered(presenter: SignInPresenter) -> list[object]:
    entered: list[object] = []
    presenter.signed_in.connect(entered.append)
    return entered


def page(window: SignInWindow, kind: type[QWidget]) -> QWidget:
    assert isinstance(window.page, kind)
    return window.page


def form(window: SignInWindow) -> Form:
    assert isinstance(window.page, Form)
    return window.page


def test_the_window_tells_once_when_it_is_seen(window: SignInWindow, qtbot: QtBot) -> None:
    told: list[str] = []
    window.painted.connect(lambda: told.append("sett"))
    window.show()
    qtbot.waitUntil(lambda: bool(told))
    window.repaint()
    QApplication.processEvents()
    assert told == ["sett"]


def test_name_and_password_let_the_officer_in(
    window: SignInWindow, entered: list[object], settle: Settle, qtbot: QtBot
) -> None:
    qtbot.keyClicks(form(window).fields["user_name"], "kari")
    qtbot.keyClicks(form(window).fields["password"], PASSWORD)
    qtbot.keyClick(form(window).fields["password"], Qt.Key.Key_Return)
    settle()
    assert entered == ["office of kari"]


def test_the_password_cannot_be_read_over_the_shoulder(
    window: SignInWindow, presenter: SignInPresenter
) -> None:
    assert form(window).fields["password"].displayText() != form(window).text("password") or not (
        form(window).text("password")
    )
    form(window).fields["password"].setText(PASSWORD)
    assert PASSWORD not in form(window).fields["password"].displayText()


def test_what_is_missing_is_said_before_anything_is_tried(
    window: SignInWindow, entered: list[object], backend: MadeUpBackend
) -> None:
    press(window, "Logg inn")
    assert {"Skriv brukernavnet ditt.", "Skriv passordet ditt."} <= set(words(window))
    assert backend.calls == []


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (WrongPassword(), "Navn eller passord er feil."),
        (DatabaseTooNew(), "(Kode DB-03)"),
        (DatabaseUnavailable("Vi fikk ikke kontakt med databasen."), "(Kode DB-02)"),
        (DatabaseMissing(), "(Kode DB-01)"),
    ],
)
def test_why_nobody_was_let_in_is_told(
    window: SignInWindow,
    entered: list[object],
    backend: MadeUpBackend,
    settle: Settle,
    fault: Exception,
    told: str,
) -> None:
    backend.fault = fault
    fill(form(window), user_name="kari", password=PASSWORD)
    press(window, "Logg inn")
    settle()
    assert any(told in text for text in words(window))
    assert entered == []


def test_a_wrong_password_is_not_left_standing(
    window: SignInWindow, entered: list[object], settle: Settle
) -> None:
    fill(form(window), user_name="kari", password="feil")
    press(window, "Logg inn")
    settle()
    assert form(window).text("password") == ""
    assert form(window).text("user_name") == "kari"


def test_an_officer_quicker_than_the_loading_waits(
    window: SignInWindow, entered: list[object], backend: MadeUpBackend, settle: Settle
) -> None:
    backend.loaded.clear()
    fill(form(window), user_name="kari", password=PASSWORD)
    press(window, "Logg inn")
    assert "Logger inn …" in words(window)
    press(window, "Logg inn")
    QTest.keyClick(form(window).fields["password"], Qt.Key.Key_Return)
    backend.loaded.set()
    settle()
    assert entered == ["office of kari"]
    assert len(backend.calls) == 1


def test_a_fault_of_ours_ends_in_the_crash_report(
    window: SignInWindow,
    entered: list[object],
    backend: MadeUpBackend,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    backend.fault = KeyError("feil")
    fill(form(window), user_name="kari", password=PASSWORD)
    with qtbot.captureExceptions() as faults:
        press(window, "Logg inn")
        settle()
    assert [kind for kind, *_rest in faults] == [KeyError]
    assert any("(Kode MU-01)" in text for text in words(window))


def test_the_recovery_code_lets_in_and_sets_a_password(
    window: SignInWindow, entered: list[object], settle: Settle
) -> None:
    fill(form(window), user_name="kari")
    press(window, "Glemt passordet? Bruk gjenopprettingskode")
    page(window, RecoveryForm)
    assert form(window).text("user_name") == "kari"
    fill(form(window), code=CODE, password="nytt passord", again="noe annet")
    press(window, "Sett passordet og logg inn")
    assert "De to passordene er ikke like." in words(window)
    fill(form(window), again="nytt passord")
    press(window, "Sett passordet og logg inn")
    settle()
    assert entered == ["office of kari"]


def test_a_wrong_code_is_told(window: SignInWindow, entered: list[object], settle: Settle) -> None:
    press(window, "Glemt passordet? Bruk gjenopprettingskode")
    fill(form(window), user_name="kari", code="feil", password="nytt passord", again="nytt passord")
    press(window, "Sett passordet og logg inn")
    settle()
    assert "Navn eller passord er feil." in words(window)
    press(window, "Tilbake")
    page(window, SignInForm)


def test_on_a_server_the_administrator_gives_a_new_password(
    window: SignInWindow, entered: list[object], backend: MadeUpBackend
) -> None:
    backend.is_server = True
    press(window, "Glemt passordet? Bruk gjenopprettingskode")
    page(window, SignInForm)
    assert "Be administratoren om et nytt passord." in words(window)


def test_an_empty_prison_is_made_and_its_code_shown_once(
    window: SignInWindow, entered: list[object], presenter: SignInPresenter, settle: Settle
) -> None:
    presenter.show_welcome()
    press(window, "Start tomt")
    page(window, NewPrisonForm)
    fill(
        form(window), user_name="kari", display_name="Kari Lunde", password=PASSWORD, again=PASSWORD
    )
    press(window, "Lag fengselet")
    settle()
    secret = page(window, SecretPage)
    assert isinstance(secret, SecretPage)
    assert CODE in words(window)
    press(window, "Gå videre")
    assert any("Skriv ned koden først" in text for text in words(window))
    secret.written_down.setChecked(True)
    press(window, "Gå videre")
    settle()
    assert entered == ["office of kari"]


def test_what_is_wrong_with_the_first_account_stands_beside_each_field(
    window: SignInWindow, entered: list[object], presenter: SignInPresenter, settle: Settle
) -> None:
    presenter.show_new_prison()
    fill(form(window), user_name="kari lunde", password=PASSWORD, again=PASSWORD)
    press(window, "Lag fengselet")
    settle()
    assert form(window).fields["user_name"].property("invalid") == "true"
    assert form(window).fields["display_name"].property("invalid") == "true"
    assert form(window).fields["password"].property("invalid") == "false"
    press(window, "Tilbake")
    page(window, WelcomePage)


def test_on_a_server_there_is_no_code_to_write_down(
    window: SignInWindow,
    entered: list[object],
    presenter: SignInPresenter,
    backend: MadeUpBackend,
    settle: Settle,
) -> None:
    backend.is_server = True
    presenter.show_new_prison()
    fill(form(window), user_name="kari", display_name="Kari", password=PASSWORD, again=PASSWORD)
    press(window, "Lag fengselet")
    settle()
    assert entered == ["office of kari"]


def test_the_example_prison_shows_how_to_get_in_and_lets_in(
    window: SignInWindow, entered: list[object], presenter: SignInPresenter, settle: Settle
) -> None:
    presenter.show_welcome()
    press(window, "Prøv med eksempeldata")
    page(window, ExamplePage)
    settle()
    secret = page(window, SecretPage)
    assert isinstance(secret, SecretPage)
    assert {"demo", PASSWORD, CODE} <= set(words(window))
    secret.written_down.setChecked(True)
    press(window, "Logg inn")
    settle()
    assert entered == ["office of demo"]


def test_the_example_prison_can_be_cancelled(
    window: SignInWindow,
    presenter: SignInPresenter,
    backend: MadeUpBackend,
    settle: Settle,
) -> None:
    backend.loaded.clear()
    presenter.show_welcome()
    press(window, "Prøv med eksempeldata")
    press(window, "Avbryt")
    backend.loaded.set()
    settle()
    page(window, WelcomePage)


def test_why_there_is_no_example_prison_is_told(
    window: SignInWindow, presenter: SignInPresenter, backend: MadeUpBackend, settle: Settle
) -> None:
    backend.fault = AlreadyThere()
    presenter.show_welcome()
    press(window, "Prøv med eksempeldata")
    settle()
    assert "Dette finnes allerede." in words(window)


def language_links(window: SignInWindow) -> dict[str, LinkButton]:
    return {link.text(): link for link in window._links}


@pytest.fixture
def bokmaal_again(qapp: QApplication, tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "ui.ini"
    remember_in(file)
    yield file
    forget_file()
    choose_language("nb")
    teach_qt(qapp)


def test_the_other_languages_are_offered_by_their_own_names(
    window: SignInWindow, presenter: SignInPresenter
) -> None:
    presenter.show_welcome()
    assert list(language_links(window)) == ["Nynorsk", "English"]
    assert window._languages.isVisibleTo(window)
    presenter.show_new_prison()
    assert not window._languages.isVisibleTo(window)


def test_another_language_is_spoken_at_once_and_remembered(
    window: SignInWindow, presenter: SignInPresenter, bokmaal_again: Path
) -> None:
    presenter.show_sign_in("kari")
    language_links(window)["Nynorsk"].click()
    form = page(window, SignInForm)
    assert form.text("user_name") == "kari"
    assert "Brukarnamn" in words(window)
    assert list(language_links(window)) == ["Bokmål", "English"]
    language_links(window)["English"].click()
    assert window.windowTitle() == "Mulighet – sign in"
    assert QCoreApplication.translate("QPlatformTheme", "Save All") == "Save All"
    forget_file()
    assert remembered_values(bokmaal_again)["language"] == "en"


def test_the_welcome_is_written_anew(
    window: SignInWindow, presenter: SignInPresenter, bokmaal_again: Path
) -> None:
    presenter.show_welcome()
    language_links(window)["English"].click()
    page(window, WelcomePage)
    assert "Welcome" in words(window)


def test_nobody_loses_a_sign_in_that_is_under_way_to_another_language(
    window: SignInWindow, presenter: SignInPresenter, bokmaal_again: Path
) -> None:
    presenter.show_sign_in("kari")
    form = page(window, SignInForm)
    form.set_busy("Logger inn …")
    language_links(window)["English"].click()
    assert page(window, SignInForm) is form


@pytest.mark.parametrize(
    ("printer", "told"),
    [(True, "Skrevet ut. Lås arket inn."), (False, "Fant ingen skriver. Skriv det av for hånd.")],
)
def test_the_code_can_be_printed_and_copied(
    window: SignInWindow,
    presenter: SignInPresenter,
    backend: MadeUpBackend,
    settle: Settle,
    printer: bool,
    told: str,
) -> None:
    backend.printer = printer
    presenter._show_code("kari", PASSWORD, CODE)
    press(window, "Skriv ut")
    settle()
    assert told in words(window)
    press(window, "Kopier")
    assert CODE in QGuiApplication.clipboard().text()
    backend.fault = DatabaseUnavailable("borte")
    press(window, "Skriv ut")
    settle()
    assert any("DB-02" in text for text in words(window))


def test_a_missing_database_leads_to_the_beginning(
    window: SignInWindow, entered: list[object], backend: MadeUpBackend, settle: Settle
) -> None:
    backend.fault, backend.has_prison = DatabaseMissing(), False
    fill(form(window), user_name="kari", password=PASSWORD)
    press(window, "Logg inn")
    settle()
    page(window, WelcomePage)


def test_closing_the_window_tells_and_stops_the_example(
    window: SignInWindow, presenter: SignInPresenter, backend: MadeUpBackend, qtbot: QtBot
) -> None:
    backend.loaded.clear()
    presenter.make_example()
    with qtbot.waitSignal(window.closed):
        window.close()
    backend.loaded.set()


@pytest.mark.parametrize("show", ["show_sign_in", "show_welcome", "show_new_prison"])
def test_tab_goes_round_and_every_stop_has_a_name(
    window: SignInWindow, presenter: SignInPresenter, show: str, qtbot: QtBot
) -> None:
    getattr(presenter, show)()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    first = QApplication.focusWidget()
    seen = []
    for _number in range(20):
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.accessibleName()
        seen.append(focus)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
    assert QApplication.focusWidget() is first
    assert len(seen) > 2


def test_every_label_has_its_field(window: SignInWindow, presenter: SignInPresenter) -> None:
    presenter.show_new_prison()
    labelled = [label.buddy() for label in form(window).findChildren(QLabel) if label.buddy()]
    assert labelled == list(form(window).fields.values())
