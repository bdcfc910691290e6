"""From the first window to the main window, to another officer, and out."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QtMsgType, qCritical, qWarning
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.command_line.settings import settings_for
from app.database.opening import DatabasePlace
from app.database.records.access_entry import AccessEntryRecord
from app.domain.access import Verb
from app.foundation.settings import Settings
from app.foundation.translation import choose_language, chosen_words
from app.startup import program
from app.startup.application import Application
from app.ui.appearance.qt_words import teach_qt
from app.ui.appearance.remembered import remember_setting
from app.ui.screens.administration.page import AdministrationPage
from app.ui.screens.settings.page import SettingsPage
from app.ui.screens.sign_in.form import SignInForm
from app.ui.screens.sign_in.pages import WelcomePage
from app.ui.screens.sign_in.window import SignInWindow
from app.ui.shell.history import Stop
from app.ui.shell.manual_window import ManualWindow
from app.ui.shell.window import MainWindow
from app.ui.widgets.questions import Question, answer_with
from app.use_cases.office import Office
from tests.helpers.prison import PASSWORD

Settle = Callable[[], None]


def sign_in(window: SignInWindow, password: str = PASSWORD) -> None:
    form = window.page
    assert isinstance(form, SignInForm)
    form.fields["user_name"].setText("kari")
    form.fields["password"].setText(password)
    form.button.click()


@pytest.fixture
def main_window(application: Application, first: SignInWindow, settle: Settle) -> MainWindow:
    sign_in(first)
    settle()
    assert isinstance(application.window, MainWindow)
    return application.window


def test_an_officer_signs_in_and_sees_the_first_page(main_window: MainWindow) -> None:
    assert main_window.isVisible()
    assert main_window.frame.page is not None
    assert main_window.windowTitle() == "Mulighet"


def test_the_first_window_goes_away(first: SignInWindow, main_window: MainWindow) -> None:
    QApplication.processEvents()
    assert not any(isinstance(window, SignInWindow) for window in QApplication.topLevelWidgets())


def test_f1_opens_the_guide_before_anybody_has_signed_in(
    application: Application, first: SignInWindow, settle: Settle
) -> None:
    form = first.page
    assert isinstance(form, SignInForm)
    QTest.keyClick(form.fields["password"], Qt.Key.Key_F1)
    settle()
    (manual,) = manuals()
    assert manual.page.toPlainText().lstrip("\ufffc\n").startswith("Logge inn")
    sign_in(first)
    settle()
    QApplication.processEvents()
    assert manuals() == []


def manuals() -> list[ManualWindow]:
    windows = QApplication.topLevelWidgets()
    return [one for one in windows if isinstance(one, ManualWindow) and one.isVisible()]


def test_the_language_chosen_among_the_settings_is_spoken_from_the_next_sign_in(
    application: Application, main_window: MainWindow, settle: Settle
) -> None:
    remember_setting("language", "nn")
    assert chosen_words().language == "nb"
    try:
        main_window.sign_out_asked.emit()
        settle()
        assert chosen_words().language == "nn"
    finally:
        choose_language("nb")
        teach_qt(QApplication.instance())


def test_the_settings_open_on_the_real_program(
    application: Application, main_window: MainWindow, settle: Settle
) -> None:
    main_window.navigator.go(Stop("settings"))
    settle()
    page = main_window.frame.page
    assert isinstance(page, SettingsPage)
    folder = page.rows["data_dir"]
    assert "kommandolinjen" in folder.origin.text() or "eget valg" in folder.origin.text()
    assert page.rows["lock.idle_seconds"].value.accessibleName() == "Lås skjermen etter"


def test_a_wrong_password_opens_nothing(
    application: Application, first: SignInWindow, settle: Settle
) -> None:
    sign_in(first, "feil passord")
    settle()
    assert application.window is first


def test_officers_change_and_both_ways_are_logged(
    application: Application,
    main_window: MainWindow,
    settle: Settle,
    embedded_place: DatabasePlace,
    open_office: Callable[..., Office],
) -> None:
    main_window.sign_out_asked.emit()
    settle()
    again = application.window
    assert isinstance(again, SignInWindow)
    assert again.isVisible()
    sign_in(again)
    settle()
    assert isinstance(application.window, MainWindow)
    application.window.sign_out_asked.emit()
    settle()
    with open_office(embedded_place).reading() as connection:
        record = AccessEntryRecord
        verbs = list(connection.execute(select(record.verb).order_by(record.id)).scalars())
    assert verbs.count(Verb.SIGN_IN) == 3
    assert verbs.count(Verb.LOCK) == 2


def test_locking_and_unlocking_with_the_real_password(
    main_window: MainWindow, settle: Settle
) -> None:
    main_window.locking.lock()
    settle()
    main_window.locking._view.unlock_asked.emit("feil passord")
    settle()
    assert main_window.locking.is_locked
    main_window.locking._view.unlock_asked.emit(PASSWORD)
    settle()
    assert not main_window.locking.is_locked


def test_closing_the_main_window_ends_the_program(
    main_window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    with qtbot.waitSignal(qapp.aboutToQuit, raising=False, timeout=10):
        main_window.close()
    assert not main_window.isVisible()


def test_a_fault_is_written_and_told_once(
    application: Application, settings: Settings, settle: Settle, qtbot: QtBot
) -> None:
    asked: list[Question] = []

    def answer(question: Question) -> int:
        asked.append(question)
        sys.excepthook(KeyError, KeyError("Hassan"), None)
        # As the window of the question does while it is open.
        QApplication.processEvents()
        return 0

    with answer_with(answer):
        sys.excepthook(ValueError, ValueError("Hassan"), None)
        qtbot.waitUntil(lambda: bool(asked))
    assert len(asked) == 1
    assert "(Kode MU-01)" in asked[0].text
    assert "Hassan" not in asked[0].consequence
    assert len(list(settings.folders.state.glob("feil-*.txt"))) == 2


def test_what_qt_complains_of_is_written_without_its_text(
    application: Application, settings: Settings
) -> None:
    qWarning("lite å bry seg om")
    qCritical("QPainter::begin: Hassan, Omar")
    files = list(settings.folders.state.glob("feil-*.txt"))
    assert len(files) == 1
    content = files[0].read_text(encoding="utf-8")
    assert QtMsgType.QtCriticalMsg.name in content
    assert "QPainter::begin" in content
    assert "Hassan" not in content


def test_where_there_is_no_database_it_asks_how_to_begin(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.first_window(Settings(data_dir=tmp_path))
    qtbot.addWidget(window)
    assert isinstance(window.page, WelcomePage)


def test_on_a_server_it_asks_for_name_and_password(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    settings = Settings(data_dir=tmp_path, database="postgresql://vert/base", officer="kari")
    window = program.first_window(settings)
    qtbot.addWidget(window)
    assert isinstance(window.page, SignInForm)
    assert window.page.text("user_name") == "kari"
    assert window.page.first_field() is window.page.fields["password"]


def test_no_other_language_is_offered_where_that_is_locked(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    for locked, offered in ((frozenset({"language"}), False), (frozenset[str](), True)):
        window = program.first_window(Settings(data_dir=tmp_path, locked=locked))
        qtbot.addWidget(window)
        assert window._languages.isVisibleTo(window) == offered


def test_changing_officer_closes_every_window(
    application: Application, main_window: MainWindow, settle: Settle
) -> None:
    person = main_window
    person.window_asked.emit(application._office.officer.id)
    settle()
    second = application.window
    assert second is not main_window
    second.sign_out_asked.emit()
    settle()
    QApplication.processEvents()
    left = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    assert [type(window) for window in left] == [SignInWindow]
    sign_in(application.window)
    settle()
    assert isinstance(application.window, MainWindow)


def test_the_program_ends_with_the_last_window(
    application: Application, main_window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    main_window.window_asked.emit(application._office.officer.id)
    settle()
    main_window.close()
    settle()
    assert application._office is not None
    application.window.close()
    settle()
    assert application._office is None


@pytest.fixture
def _bokmaal_again(qapp: QApplication) -> Iterator[None]:
    yield
    choose_language("nb")
    teach_qt(qapp)


@pytest.mark.usefixtures("_bokmaal_again")
def test_the_language_chosen_at_sign_in_is_that_of_the_main_window_and_of_the_next_start(
    application: Application, first: SignInWindow, settings: Settings, settle: Settle
) -> None:
    english = next(link for link in first._links if link.text() == "English")
    english.click()
    sign_in(first)
    settle()
    window = application.window
    assert isinstance(window, MainWindow)
    assert "&File" in [action.text() for action in window.menuBar().actions()]
    again = settings_for(Namespace(data_dir=settings.data_dir), {})
    assert again.language == "en"
    assert settings_for(Namespace(data_dir=settings.data_dir, language="nn"), {}).language == "nn"


def test_a_restore_leads_back_to_the_sign_in_of_what_was_restored(
    application: Application,
    main_window: MainWindow,
    settle: Settle,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    kept = tmp_path / "kopi.mulighet"
    main_window.navigator.go(Stop("administration", "backups"))
    settle()
    page = main_window.frame.page
    assert isinstance(page, AdministrationPage)
    tab = page.backups
    tab.ask_file = lambda _there: kept
    tab.making.make_at.click()
    settle()
    assert kept.is_file()
    tab.kept.password.setText(PASSWORD)
    with answer_with(lambda _question: 0):
        tab.kept.other.click()
        qtbot.waitUntil(lambda: isinstance(application.window, SignInWindow), timeout=30_000)
    settle()
    again = application.window
    sign_in(again)
    settle()
    assert isinstance(application.window, MainWindow)


def test_a_restore_that_was_broken_off_is_no_first_start(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "restore.json").write_text('{"stage": "restore-1"}', encoding="utf-8")
    window = program.first_window(Settings(data_dir=tmp_path))
    qtbot.addWidget(window)
    assert isinstance(window.page, SignInForm)
