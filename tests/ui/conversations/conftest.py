"""A person in cell B202 with a plan of three open steps, on a real database, and real lanes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget

from app.domain.plans import Goal, PlanContent, Step, Theme
from app.ui.appearance.theme import theme
from app.ui.background.tasks import Tasks
from app.ui.screens.conversations.desk import ConversationDesk
from app.ui.screens.conversations.editor import ConversationEditor
from app.ui.widgets.side_panel import SidePanel
from app.use_cases.office import Office
from app.use_cases.plans import save_plan
from tests.helpers.prison import admit, build_places

STEPS = (
    Step(UUID(int=11), "Ringe NAV om gjeld", due=date(2026, 11, 25)),
    Step(UUID(int=12), "Søknad til sveisekurs"),
    Step(UUID(int=13), "Samtykke til kommunen"),
)


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    lanes = Tasks()
    yield lanes
    lanes.close()


@pytest.fixture
def settle(qtbot, tasks) -> Callable[[], None]:
    """Wait until everything that was asked of the database has been answered."""
    return lambda: qtbot.waitUntil(lambda: not tasks.running)


@pytest.fixture
def omar(embedded_office: Office) -> UUID:
    prison = build_places(embedded_office)
    inmate_id = admit(embedded_office, 1, prison.cells["B-2-B202"], interpreter_needed=True).id
    goal = Goal(UUID(int=1), Theme.ECONOMY, "Få oversikt over gjelda", steps=STEPS)
    save_plan(embedded_office, inmate_id, PlanContent(goals=(goal,)), 0)
    return inmate_id


@dataclass
class Room:
    """A window with its side panel, and the desk that writes in it."""

    window: QWidget
    panel: SidePanel
    desk: ConversationDesk
    told: list[tuple[str, object]]

    def write(self, inmate_id: UUID) -> ConversationEditor:
        """Do what Ctrl+N does."""
        self.panel.open(self.desk.new(inmate_id), "Ny samtale")
        return self.editor

    @property
    def editor(self) -> ConversationEditor:
        content = self.panel.content
        assert isinstance(content, ConversationEditor)
        return content

    def last(self, name: str) -> object:
        return next(value for told, value in reversed(self.told) if told == name)


@pytest.fixture
def make_room(qtbot, embedded_office, tasks) -> Callable[[], Room]:
    def make() -> Room:
        theme().dress_for_work()
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(1178, 688)
        panel = SidePanel(window)
        desk = ConversationDesk(embedded_office, tasks, window)
        room = Room(window, panel, desk, [])
        desk.panel_asked.connect(panel.open)
        desk.saved.connect(lambda: room.told.append(("saved", None)))
        desk.notice.connect(lambda notice: room.told.append(("notice", notice)))
        desk.next_asked.connect(lambda inmate_id: room.told.append(("next", inmate_id)))
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return room

    return make


@pytest.fixture
def room(make_room) -> Room:
    return make_room()
