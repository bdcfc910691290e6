"""Every page in every weather: slow, no database, not allowed, nothing there yet, and again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.errors import DatabaseUnavailable, NotAllowed
from app.ui.appearance.theme import Theme
from app.ui.background.tasks import Tasks
from app.ui.shell.history import Stop
from app.ui.shell.opening import open_window
from app.ui.shell.window import MainWindow
from app.ui.widgets.state_view import Message, StateView
from app.use_cases.office import Office
from tests.helpers.prison import admit, build_places, talk

Settle = Callable[[], None]


class Weather:
    """What the database does at the moment; hung before the use cases."""

    def __init__(self) -> None:
        self.fault: Exception | None = None
        self.calm = Event()
        self.calm.set()

    def blow(self) -> None:
        assert self.calm.wait(20)
        if self.fault is not None:
            raise self.fault


@pytest.fixture
def weather(monkeypatch: pytest.MonkeyPatch) -> Iterator[Weather]:
    weather = Weather()
    work, reading = Office.work, Office.reading

    @contextmanager
    def worked(self: Office, *arguments: object) -> Iterator[object]:
        weather.blow()
        with work(self, *arguments) as opened:
            yield opened

    @contextmanager
    def read(self: Office) -> Iterator[object]:
        weather.blow()
        with reading(self) as opened:
            yield opened

    monkeypatch.setattr(Office, "work", worked)
    monkeypatch.setattr(Office, "reading", read)
    yield weather
    weather.calm.set()


@pytest.fixture
def inmate_id(embedded_office: Office) -> UUID:
    build_places(embedded_office)
    inmate = admit(embedded_office)
    talk(embedded_office, inmate.id, "Snakket om bolig.", 1)
    return inmate.id


@pytest.fixture
def window(
    look: Theme,
    embedded_office: Office,
    inmate_id: UUID,
    weather: Weather,
    tasks: Tasks,
    qtbot: QtBot,
) -> Iterator[MainWindow]:
    window = open_window(embedded_office, tasks)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: not tasks.running, timeout=20_000)
    # Only what is asked for is read here: no look for changes in between.
    window.watch.stop()
    yield window
    weather.fault = None
    weather.calm.set()
    window.locking.idle.stop()
    window.close()


def person(window: MainWindow, who: UUID) -> None:
    window.show_inmate(who)


def plan(window: MainWindow, who: UUID) -> None:
    window.show_plan(who)


def paper(window: MainWindow, who: UUID) -> None:
    window.print_plan(who)


def search(window: MainWindow, _who: UUID) -> None:
    window.navigator.go(Stop("search"))
    window.frame.page.words.setText("bolig")
    window.frame.page.presenter.look()


def officers(window: MainWindow, _who: UUID) -> None:
    window.navigator.go(Stop("administration"))
    window.frame.page.tabs.setCurrentWidget(window.frame.page.officers)


def thresholds(window: MainWindow, _who: UUID) -> None:
    window.navigator.go(Stop("administration"))
    window.frame.page.tabs.setCurrentWidget(window.frame.page.thresholds)


def past_imports(window: MainWindow, _who: UUID) -> None:
    window.navigator.go(Stop("administration"))
    window.frame.page.tabs.setCurrentWidget(window.frame.page.past)


PLACES = (person, plan, paper, search, officers, thresholds, past_imports)
Place = Callable[[MainWindow, UUID], None]


def messages(window: MainWindow) -> list[list[str]]:
    """Return the words of every message that stands in for something, button last."""
    found = []
    for message in window.frame.page.findChildren(Message):
        if message.isVisible():
            labels = [label.text() for label in message.findChildren(QLabel)]
            found.append([*labels, *(one.text() for one in message.findChildren(QPushButton))])
    return found


def rest(settle: Settle) -> None:
    for _round in range(3):
        settle()
        QApplication.processEvents()


@pytest.mark.parametrize("place", PLACES)
def test_without_the_database_the_page_says_so_and_tries_again(
    window: MainWindow, inmate_id: UUID, weather: Weather, settle: Settle, place: Place
) -> None:
    weather.fault = DatabaseUnavailable("Vi fikk ikke kontakt med databasen.")
    place(window, inmate_id)
    rest(settle)
    told = messages(window)
    assert told
    assert all("Dette gikk ikke" in words and "Prøv igjen" in words for words in told)
    assert all(any("(Kode DB-02)" in word for word in words) for words in told)
    assert all("Les om DB-02" in words for words in told)
    weather.fault = None
    for message in window.frame.page.findChildren(Message):
        if message.isVisible() and message.button is not None:
            message.button.click()
    rest(settle)
    assert not any("Dette gikk ikke" in words for words in messages(window))


@pytest.mark.parametrize("place", PLACES)
def test_what_an_account_may_not_see_is_said(
    window: MainWindow, inmate_id: UUID, weather: Weather, settle: Settle, place: Place
) -> None:
    weather.fault = NotAllowed("read")
    place(window, inmate_id)
    rest(settle)
    told = messages(window)
    assert told
    assert all("Du har ikke tilgang" in words for words in told), told


@pytest.mark.parametrize("place", PLACES)
def test_a_slow_answer_is_waited_for_and_nothing_jumps(
    window: MainWindow,
    inmate_id: UUID,
    weather: Weather,
    settle: Settle,
    place: Place,
    qtbot: QtBot,
) -> None:
    weather.calm.clear()
    place(window, inmate_id)
    qtbot.waitUntil(lambda: any("Henter …" in words for words in messages(window)))
    page = window.frame.page
    states = [state for state in page.findChildren(StateView) if state.isVisible()]
    before = [state.geometry() for state in states[:1]]
    weather.calm.set()
    rest(settle)
    qtbot.waitUntil(lambda: not any("Henter …" in words for words in messages(window)))
    assert [state.geometry() for state in states[:1]] == before


def test_a_board_that_is_there_stays_and_the_fault_is_said_beside_it(
    window: MainWindow, weather: Weather, settle: Settle
) -> None:
    weather.fault = DatabaseUnavailable("Vi fikk ikke kontakt med databasen.")
    window.registry["reload"].trigger()
    rest(settle)
    assert messages(window) == []
    assert "DB-02" in " ".join(label.text() for label in window.toast.findChildren(QLabel))


@pytest.mark.parametrize(
    ("place", "heading", "act"),
    [
        (plan, "Ingen plan ennå", "Nytt mål"),
        (paper, "Ingen plan ennå", "Åpne planen"),
        (past_imports, "Ingenting er hentet inn ennå", ""),
    ],
)
def test_an_empty_page_says_why_and_offers_one_thing(
    window: MainWindow, inmate_id: UUID, settle: Settle, place: Place, heading: str, act: str
) -> None:
    place(window, inmate_id)
    rest(settle)
    told = [words for words in messages(window) if heading in words]
    assert told, messages(window)
    assert not act or told[0][-1] == act


def test_the_first_page_too(
    look: Theme,
    embedded_office: Office,
    inmate_id: UUID,
    weather: Weather,
    tasks: Tasks,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    weather.fault = DatabaseUnavailable("Vi fikk ikke kontakt med databasen.")
    window = open_window(embedded_office, tasks)
    qtbot.addWidget(window)
    window.watch.stop()
    rest(settle)
    assert any("Dette gikk ikke" in words for words in messages(window))
    weather.fault = None
    window.locking.idle.stop()
    window.close()
