"""Every text of every window comes through the catalogue, and fits in every language."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import MetaData, select

from app.database.opening import DatabasePlace
from app.domain.cell_blocks import InmateLine
from app.foundation.paths import Places
from app.foundation.translation import LANGUAGES, choose_language
from app.ui.appearance.qt_words import teach_qt
from app.ui.appearance.theme import Theme
from app.ui.background.tasks import Tasks
from app.ui.shell.opening import open_window
from app.ui.shell.window import MainWindow
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.example_prison import ExampleSize, create_example_prison
from app.use_cases.office import Office
from tests.architecture.catalogue import known_texts
from tests.helpers.clipping import clipped
from tests.helpers.every_window import ROLL, Walk, first_pages
from tests.helpers.made_up_language import latin_words, made_up_language
from tests.helpers.prison import SteppingClock
from tests.helpers.qt_asks import unanswered
from tests.helpers.shown_texts import painted, texts_of

SIZE = (1366, 768)
# What is no word: markup, what is cut short, the address of a file, initials, the code of an error.
NO_WORD = re.compile(r"<[^>]+>|\w+…|&\w+;|/[\w/.-]+|\b\w+\.csv\b|^[A-ZÆØÅ]{2}$|\b[A-Z]{2}-\d\d\b")
# Names and signs that are the same in every language.
EVERYWHERE = latin_words(
    "Mulighet Ctrl Shift Alt Enter Esc PgUp PgDown Home End Tab Space Del PDF CSV UTF PostgreSQL "
    "EUPL Noto Sans SIL Open Font License Python Qt Bokmål Nynorsk English SQLCipher NAV zzxxqq"
)


@pytest.fixture
def office(folders: Places, clock: SteppingClock, open_office: Callable[..., Office]) -> Office:
    place = DatabasePlace(folders)
    made = create_example_prison(place, clock, ExampleSize(30, 200))
    return open_office(place, made.user_name, made.password)


@pytest.fixture
def line(office: Office) -> InmateLine:
    lines = cell_block_overview(office).inmates
    return next(line for line in lines if line.cell and line.open_steps and line.unit == "B")


@pytest.fixture
def written(office: Office) -> set[str]:
    """Every word that stands in the database or in the file that is brought in."""
    found = latin_words(ROLL.read_text(encoding="utf-8"))
    with office.reading() as connection:
        tables = MetaData()
        tables.reflect(connection)
        for table in tables.sorted_tables:
            for row in connection.execute(select(table)):
                found |= latin_words(" ".join(one for one in row if isinstance(one, str)))
    return found


@pytest.fixture
def open_walk(
    look: Theme, office: Office, line: InmateLine, tasks: Tasks, qtbot: QtBot
) -> Iterator[Callable[[], Walk]]:
    opened: list[MainWindow] = []

    def settle() -> None:
        qtbot.waitUntil(lambda: not tasks.running, timeout=30_000)

    def start() -> Walk:
        window = open_window(office, tasks)
        opened.append(window)
        qtbot.addWidget(window)
        window.resize(*SIZE)
        settle()
        return Walk(window, settle, line)

    yield start
    for window in opened:
        window.watch.stop()
        window.locking.idle.stop()
        window.close()


@pytest.fixture
def _bokmaal_again(qapp: QApplication) -> Iterator[None]:
    yield
    choose_language("nb")
    teach_qt(qapp)


def left_over(texts: set[str], known: set[str]) -> set[str]:
    """Return the texts with a word that is neither disguised nor known."""
    return {text for text in texts if latin_words(NO_WORD.sub(" ", text)) - known - EVERYWHERE}


@pytest.mark.journey
def test_every_text_of_a_window_comes_through_the_catalogue(
    open_walk: Callable[[], Walk], written: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found: dict[str, str] = {}
    with made_up_language() as asked, painted(monkeypatch) as drawn:
        walk = open_walk()
        for name in walk.sights():
            walk.window.grab()
            for text in left_over(texts_of(walk.window) | drawn, written):
                found.setdefault(text, name)
            drawn.clear()
    # An action may be named by a word that is translated already, and asks once more.
    assert {text for text in asked - known_texts() if latin_words(text)} == set()
    assert not found, "\n".join(f"{name}: {text!r}" for text, name in found.items())


def test_every_text_of_the_first_window_comes_through_the_catalogue(
    look: Theme, qtbot: QtBot
) -> None:
    with made_up_language():
        found = {
            text: name
            for name, window in first_pages()
            for text in left_over(texts_of(window), set())
        }
    assert not found, "\n".join(f"{name}: {text!r}" for text, name in found.items())


def test_a_text_that_went_past_the_catalogue_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    row.addWidget(QLabel("Hassan, Omar"))
    planted = QLabel("Aldri oversatt")
    planted.setAccessibleName("Lagre")
    row.addWidget(planted)
    window.show()
    assert left_over(texts_of(window), {"hassan", "omar"}) == {"Aldri oversatt", "Lagre"}


@pytest.mark.journey
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("_bokmaal_again")
def test_nothing_is_clipped_and_qt_speaks_the_language(
    qapp: QApplication, open_walk: Callable[[], Walk], language: str
) -> None:
    choose_language(language)
    found: dict[str, str] = {}
    with unanswered(qapp) as english:
        walk = open_walk()
        for name in walk.sights():
            for text in clipped(walk.window):
                found.setdefault(text, name)
            assert (walk.window.width(), walk.window.height()) == SIZE, name
    # Reading a key, Qt asks for the name of every key there is.
    left = {text for context, text in english if context not in {"QShortcut", "QGuiApplication"}}
    assert language == "en" or left == set()
    assert not found, "\n".join(f"{name}: {text!r}" for text, name in found.items())


def test_what_is_clipped_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label, button = QLabel("Et langt ord i en smal rute", window), QPushButton("Lagre alt", window)
    label.resize(40, 20)
    button.setGeometry(0, 30, 20, 20)
    box = QComboBox(window)
    box.addItem("Kontaktbetjenten")
    box.setGeometry(0, 60, 60, 24)
    window.show()
    assert clipped(window) == [
        "QLabel: Et langt ord i en smal rute",
        "QPushButton: Lagre alt",
        "QComboBox: Kontaktbetjenten",
    ]
