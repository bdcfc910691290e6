"""A main window with made-up pages, whose office answers without a database."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.access import Officer, Role
from app.domain.errors import WrongPassword
from app.domain.topics import Topic
from app.ui.appearance.theme import Theme
from app.ui.background.tasks import Tasks
from app.ui.shell.desk import Desk, Person
from app.ui.shell.history import Stop
from app.ui.shell.page_book import PageBook, PageEntry
from app.ui.shell.window import MainWindow
from app.ui.widgets.page import Page
from app.ui.widgets.side_panel import PanelContent

HASSAN, BERG = uuid4(), uuid4()
PASSWORD = "riktig hest batteri"


class MadeUpPage(Page):
    def __init__(self, title: str, topics: frozenset[Topic] = frozenset()) -> None:
        super().__init__(title)
        self.field = QLineEdit(title)
        self.field.setAccessibleName(title)
        self.button = QPushButton("Rett")
        self.button.setAccessibleName("Rett")
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.button)
        self.shown: list[Stop] = []
        self.reloads = 0
        self.chosen: UUID | None = None
        self.filtered = False
        self.cell = ""
        self.printing: list[QAction] = []
        self.guide = ""
        self.can: dict[str, Callable[[], object]] = {}
        self._topics = topics

    def topics(self) -> frozenset[Topic]:
        return self._topics

    def reload(self) -> None:
        self.reloads += 1

    def first_focus(self) -> QWidget:
        return self.field

    def current_inmate(self) -> UUID | None:
        return self.chosen

    @property
    def place(self) -> str:
        return self.cell

    def print_actions(self) -> list[QAction]:
        return self.printing

    def answers(self) -> dict[str, Callable[[], object]]:
        return self.can

    def help(self) -> str:
        return self.guide

    def escape(self) -> bool:
        filtered, self.filtered = self.filtered, False
        return filtered


class MadeUpPanel(PanelContent):
    def __init__(self, subject: object) -> None:
        super().__init__()
        self.subject = subject
        self.kept = 0
        self.box = QLineEdit(self)
        self.box.setAccessibleName("Hva snakket dere om")

    def first_focus(self) -> QWidget:
        return self.box

    def keep_draft(self) -> None:
        self.kept += 1


class MadeUpWriter:
    def __init__(self) -> None:
        self.panels: list[MadeUpPanel] = []

    def new(self, inmate_id: UUID) -> MadeUpPanel:
        self.panels.append(MadeUpPanel(inmate_id))
        return self.panels[-1]

    def correction(self, conversation_id: UUID) -> MadeUpPanel:
        return self.new(conversation_id)


@dataclass
class MadeUpOffice:
    calls: list[str] = field(default_factory=list)
    fault: Exception | None = None
    counters: dict[Topic, int] = field(default_factory=lambda: dict.fromkeys(Topic, 0))

    def lock(self) -> None:
        self.calls.append("lock")
        if self.fault is not None:
            raise self.fault

    def unlock(self, password: str) -> None:
        self.calls.append("unlock")
        if self.fault is not None:
            raise self.fault
        if password != PASSWORD:
            raise WrongPassword

    def change_password(self, old: str, new: str) -> None:
        self.calls.append(f"password {new}")
        if self.fault is not None:
            raise self.fault
        if old != PASSWORD:
            raise WrongPassword

    def people(self, _known: object) -> tuple[Person, ...]:
        self.calls.append("people")
        if self.fault is not None:
            raise self.fault
        return (
            Person(HASSAN, "Hassan, Omar", "B208", "Hassan, Omar B208 70041"),
            Person(BERG, "Berg, Tor Arne", "B204", "Berg, Tor Arne B204 70042"),
        )


@pytest.fixture
def office() -> MadeUpOffice:
    return MadeUpOffice()


@pytest.fixture
def desk(office: MadeUpOffice) -> Desk:
    return made_up_desk(office)


def made_up_desk(office: MadeUpOffice) -> Desk:
    return Desk(
        officer=Officer(uuid4(), "kari", "Kari Lunde", Role.OFFICER, "B"),
        prison="OSL",
        is_example=True,
        clock=lambda: datetime(2026, 11, 23, 8, 41, tzinfo=UTC),
        lock=office.lock,
        unlock=office.unlock,
        change_password=office.change_password,
        people=office.people,
        revisions=lambda: dict(office.counters),
    )


@pytest.fixture
def writer() -> MadeUpWriter:
    return MadeUpWriter()


def _show(page: Page, stop: Stop) -> None:
    assert isinstance(page, MadeUpPage)
    page.shown.append(stop)


def made_up_book(writer: MadeUpWriter) -> PageBook:
    watched = frozenset({Topic.INMATES})
    return PageBook(
        (
            PageEntry(
                "cell_blocks",
                "Celleblokk",
                "cell-block",
                "Ctrl+2",
                lambda: MadeUpPage("Celleblokk B", watched),
            ),
            PageEntry(
                "inmate",
                "Innsatt",
                "inmate",
                "Ctrl+3",
                lambda: MadeUpPage("Innsatt", watched),
                _show,
            ),
            PageEntry("documents", "Skriv ut", "print", "", lambda: MadeUpPage("Skriv ut"), _show),
        ),
        writer,
    )


@pytest.fixture
def window(
    look: Theme, desk: Desk, tasks: Tasks, writer: MadeUpWriter, qtbot: QtBot
) -> Iterator[MainWindow]:
    window = MainWindow(desk, tasks, made_up_book(writer))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.start()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(lambda: not tasks.running)
    yield window
    window.watch.stop()
    window.locking.idle.stop()
    window.helping.close()


@pytest.fixture
def page(window: MainWindow) -> Callable[[], MadeUpPage]:
    def in_front() -> MadeUpPage:
        page = window.frame.page
        assert isinstance(page, MadeUpPage)
        return page

    return in_front
