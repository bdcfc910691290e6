"""Nothing is cut off and nothing overlaps at any zoom on the smallest wing screen, 1366 x 768.

A page may scroll. First the looking itself is tried on what was cut and laid over on purpose.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.cell_blocks import InmateLine
from app.ui.appearance.theme import Theme
from app.ui.background.tasks import Tasks
from app.ui.screens.inmates.change_panels import CellPanel, ContactOfficerPanel, TakeOutPanel
from app.ui.screens.inmates.form import InmateForm
from app.ui.screens.sign_in.form import SignInForm
from app.ui.screens.sign_in.pages import (
    ExamplePage,
    NewPrisonForm,
    RecoveryForm,
    SecretPage,
    WelcomePage,
)
from app.ui.screens.sign_in.window import SignInWindow
from app.ui.shell.history import Stop
from app.ui.shell.opening import open_window
from app.ui.shell.window import MainWindow
from app.ui.widgets.deeds import Deed
from app.ui.widgets.page import Notice
from app.ui.widgets.questions import Question, ask
from app.use_cases.inmates import open_inmate, set_contact_officer
from app.use_cases.office import Office
from app.use_cases.plans import save_plan
from tests.helpers.layout import faults
from tests.helpers.prison import admit, build_places, talk
from tests.ui.plans.scenes import full_plan

ZOOMS = (80, 100, 150, 200)
SCREEN = QSize(1366, 768)
Settle = Callable[[], None]


# The looking itself


@pytest.fixture
def sheet(look: Theme, qtbot: QtBot) -> QWidget:
    sheet = QWidget()
    qtbot.addWidget(sheet)
    sheet.resize(400, 300)
    return sheet


def show(sheet: QWidget) -> list[str]:
    sheet.show()
    QApplication.processEvents()
    return faults(sheet)


def test_a_label_that_is_cut_off_is_found(sheet: QWidget) -> None:
    label = QLabel("Neste gjennomgang", sheet)
    label.setGeometry(10, 10, 60, 20)
    (fault,) = show(sheet)
    assert fault.startswith("cut off: ")
    assert "Neste gjennomgang" in fault


def test_lines_that_have_no_room_are_found(sheet: QWidget) -> None:
    label = QLabel("Du ser hva som vil bli endret, før noe blir det.", sheet)
    label.setWordWrap(True)
    label.setGeometry(10, 10, 120, 20)
    assert any("cut off" in fault for fault in show(sheet))


def test_a_button_that_is_cut_off_is_found(sheet: QWidget) -> None:
    button = QPushButton("Lagre samtalen", sheet)
    button.setGeometry(10, 10, 50, 30)
    assert any("Lagre samtalen" in fault for fault in show(sheet))


def test_a_hint_that_is_cut_off_is_found_and_a_long_text_is_none(sheet: QWidget) -> None:
    field = QLineEdit(sheet)
    field.setPlaceholderText("Hva skal gjøres før neste gang")
    field.setGeometry(10, 10, 90, 30)
    assert any("cut off" in fault for fault in show(sheet))
    field.setText("Noe som er skrevet og er lengre enn feltet selv")
    assert faults(sheet) == []


def test_a_choice_that_is_cut_off_is_found(sheet: QWidget) -> None:
    box = QComboBox(sheet)
    box.addItem("Kontaktbetjenten på avdelingen")
    box.setGeometry(10, 10, 90, 30)
    assert any("cut off" in fault for fault in show(sheet))


def test_what_lies_over_something_else_is_found(sheet: QWidget) -> None:
    for x, text in ((10, "Tavle"), (40, "Tabell")):
        QPushButton(text, sheet).setGeometry(x, 10, 100, 30)
    (fault,) = show(sheet)
    assert fault.startswith("overlap: ")
    assert "Tavle" in fault
    assert "Tabell" in fault


def test_what_sticks_out_of_its_parent_is_found(sheet: QWidget) -> None:
    frame = QWidget(sheet)
    frame.setGeometry(0, 0, 200, 100)
    QPushButton("Skriv ut", frame).setGeometry(150, 10, 100, 30)
    (fault,) = show(sheet)
    assert "cut off by" in fault


def test_what_scrolls_is_no_fault(sheet: QWidget) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    for number in range(40):
        column.addWidget(QLabel(f"Linje {number}"))
    area = QScrollArea(sheet)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setGeometry(0, 0, 400, 300)
    assert show(sheet) == []
    inside.setMinimumWidth(900)
    column.insertWidget(0, QLabel("Helt til høyre"), 0, Qt.AlignmentFlag.AlignRight)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    QApplication.processEvents()
    assert any("Helt til høyre" in fault for fault in faults(sheet))


def test_a_layout_with_room_has_no_fault(sheet: QWidget) -> None:
    row = QHBoxLayout(sheet)
    for text in ("Lagre", "Avbryt"):
        row.addWidget(QPushButton(text))
    assert show(sheet) == []


# The program


@dataclass
class Scene:
    """The main window on a tiny prison where one person has everything."""

    window: MainWindow
    office: Office
    tasks: Tasks
    inmate_id: UUID
    conversation_id: UUID
    settle: Settle

    @property
    def line(self) -> InmateLine:
        return open_inmate(self.office, self.inmate_id, refresh=True).line

    def faults(self) -> list[str]:
        for _twice in range(2):
            self.settle()
            QApplication.processEvents()
        self.window.resize(SCREEN)
        QApplication.processEvents()
        self.settle()
        QApplication.processEvents()
        size = self.window.size()
        too_large = [] if size == SCREEN else [f"the window has grown to {size.toTuple()}"]
        return [*too_large, *faults(self.window)]


@pytest.fixture
def scene(
    look: Theme, embedded_office: Office, tasks: Tasks, settle: Settle, qtbot: QtBot
) -> Iterator[Scene]:
    office = embedded_office
    cells = build_places(office).cells
    omar = admit(
        office,
        1,
        cells["B-2-B201"],
        family_name="Abdirahman-Hassan",
        given_name="Mohammed Omar",
        interpreter_needed=True,
    )
    admit(office, 2, cells["B-2-B202"])
    admit(office, 3)
    set_contact_officer(office, omar.id, omar.version, office.officer.id)
    save_plan(office, omar.id, full_plan(office), 0)
    entry = talk(office, omar.id, "Vi snakket om bolig og jobb. " * 20, days_ago=20)
    window = open_window(office, tasks)
    qtbot.addWidget(window)
    window.resize(SCREEN)
    settle()
    yield Scene(window, office, tasks, omar.id, entry.id, settle)
    window.watch.stop()
    window.locking.idle.stop()
    window.close()


def stops_of(scene: Scene) -> dict[str, Stop]:
    who = scene.inmate_id
    return {
        "cell_blocks": Stop("cell_blocks"),
        "nobody": Stop("inmate"),
        "conversations": Stop("inmate", who, "conversations"),
        "plan": Stop("inmate", who, "plan"),
        "search": Stop("search"),
        "documents": Stop("documents", who),
        "unit_list": Stop("documents", "B"),
        "unit_plans": Stop("unit_plans", "B"),
        "administration": Stop("administration"),
        "settings": Stop("settings"),
    }


def test_every_page_is_looked_at(scene: Scene) -> None:
    """A page that comes later must be taken in here."""
    seen = {stop.page for stop in stops_of(scene).values()}
    assert {entry.id for entry in scene.window._book.entries} - {"help"} == seen


@pytest.mark.parametrize("zoom", ZOOMS)
def test_nothing_is_cut_off_on_any_page(scene: Scene, look: Theme, zoom: int) -> None:
    look.set_zoom(zoom)
    found: list[str] = []
    for name, stop in stops_of(scene).items():
        scene.window.navigator.go(stop)
        scene.settle()
        page = scene.window.frame.page
        tabs = page.findChild(QTabWidget)
        for tab in range(tabs.count() if tabs is not None else 1):
            if tabs is not None:
                tabs.setCurrentIndex(tab)
            found += [f"{name} {tab}: {fault}" for fault in scene.faults()]
    scene.window.navigator.go(Stop("cell_blocks"))
    scene.window.frame.page.show_view(1)
    found += [f"table: {fault}" for fault in scene.faults()]
    assert found == []


@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_window_is_never_larger_than_the_screen(scene: Scene, look: Theme, zoom: int) -> None:
    for stop in stops_of(scene).values():
        scene.window.navigator.go(stop)
        scene.settle()
    look.set_zoom(zoom)
    QApplication.processEvents()
    least = scene.window.minimumSizeHint()
    assert least.width() <= SCREEN.width()
    assert least.height() <= SCREEN.height()


def open_panels(scene: Scene) -> Iterator[tuple[str, Callable[[], object]]]:
    window, office, tasks, line = scene.window, scene.office, scene.tasks, scene.line

    def panel(make: Callable[[], object]) -> Callable[[], object]:
        return lambda: window.open_panel(make(), "Panel")

    yield "conversation", lambda: window.write_conversation(scene.inmate_id)
    yield "correction", lambda: window.correct_conversation(scene.conversation_id)
    yield "new inmate", panel(lambda: InmateForm(office, tasks))
    yield (
        "correct inmate",
        panel(lambda: InmateForm(office, tasks, open_inmate(office, scene.inmate_id).inmate)),
    )
    yield "cell", panel(lambda: CellPanel(office, tasks, line))
    yield "out of cell", panel(lambda: TakeOutPanel(office, tasks, line))
    yield "officer", panel(lambda: ContactOfficerPanel(office, tasks, line))
    for action in ("keys", "change_password", "recently_done"):
        yield action, window.registry[action].trigger


@pytest.mark.parametrize("zoom", ZOOMS)
def test_nothing_is_cut_off_in_any_panel(scene: Scene, look: Theme, zoom: int) -> None:
    look.set_zoom(zoom)
    window = scene.window
    window.navigator.go(Stop("cell_blocks"))
    window.show_notice(
        Notice("Abdirahman-Hassan, Mohammed Omar er satt i B201.", deed=Deed(lambda: None))
    )
    found: list[str] = []
    for name, open_panel in open_panels(scene):
        open_panel()
        found += [f"{name}: {fault}" for fault in scene.faults()]
        window.frame.panel.close_panel()
    assert found == []


@pytest.mark.parametrize("zoom", ZOOMS)
def test_nothing_is_cut_off_over_the_page(scene: Scene, look: Theme, zoom: int) -> None:
    look.set_zoom(zoom)
    window = scene.window
    text = "Kan ikke angres: det er endret i mellomtiden. Ingenting er skrevet over."
    window.show_notice(Notice(text, "Prøv igjen", lambda: None))
    found = [f"toast: {fault}" for fault in scene.faults()]
    window.search.open()
    found += [f"palette: {fault}" for fault in scene.faults()]
    window.search.palette.close()
    window.locking.lock()
    found += [f"lock: {fault}" for fault in scene.faults()]
    assert found == []


@pytest.mark.parametrize("zoom", ZOOMS)
def test_nothing_is_cut_off_in_a_question(
    scene: Scene, look: Theme, zoom: int, qtbot: QtBot
) -> None:
    look.set_zoom(zoom)
    found: list[str] = []

    def look_at_it() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QDialog)
        assert box.width() <= SCREEN.width()
        found.extend(faults(box))
        box.reject()

    QTimer.singleShot(0, look_at_it)
    asked = Question(
        "Gjøre versjonen ferdig?",
        "Da kan den ikke endres. Neste endring åpner en ny kladd.",
        ("Gjør ferdig", "Fortsett å redigere"),
    )
    assert ask(scene.window, asked) == 1
    assert found == []


@pytest.mark.parametrize("zoom", ZOOMS)
def test_nothing_is_cut_off_in_the_first_window(look: Theme, zoom: int, qtbot: QtBot) -> None:
    look.set_zoom(zoom)
    window = SignInWindow()
    qtbot.addWidget(window)
    window.show()
    found: list[str] = []
    pages: list[QWidget] = [
        SignInForm(),
        WelcomePage(),
        NewPrisonForm(),
        RecoveryForm(),
        ExamplePage(lambda: None),
        SecretPage(
            "Skriv ned koden",
            [("Gjenopprettingskode", "ABCD-EFGH-JKLM")],
            "Gå videre",
            lambda: None,
        ),
    ]
    for page in pages:
        window.show_page(page, page)
        window.resize(window.size().boundedTo(SCREEN))
        QApplication.processEvents()
        assert window.width() <= SCREEN.width()
        assert window.height() <= SCREEN.height()
        found += [f"{type(page).__name__}: {fault}" for fault in faults(window)]
    assert found == []
