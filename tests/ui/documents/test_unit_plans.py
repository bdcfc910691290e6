"""The page that prints or saves all plans of a unit, and goes on while the officer works."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.documents.copies import PaperCopy
from app.domain.cell_choices import UnitChoice
from app.domain.errors import AlreadyThere, NotAllowed, PaperNotDrawn
from app.foundation.progress import Cancelled, Progress
from app.ui.appearance.theme import Theme
from app.ui.appearance.veil import veil
from app.ui.background.tasks import Tasks
from app.ui.screens.documents.save_dialog import choose_with, folder_dialog
from app.ui.screens.documents.unit_plans import Listed, UnitPeople
from app.ui.screens.documents.unit_plans_page import UnitPlansPage
from app.ui.widgets.questions import Question, answer_with
from app.use_cases.plan_batch import BatchWish
from app.use_cases.plan_jobs import BatchResult, MadePaper, PrintOn, SaveTo
from app.use_cases.printing import PrintQueues
from tests.ui.documents.stand_ins import TWO_PRINTERS

UNITS = (UnitChoice("A", "Avdeling A"), UnitChoice("B", "Avdeling B"), UnitChoice("C", "C"))
PEOPLE = {
    "A": UnitPeople("A", "Avdeling A", (Listed("A101", "Berg, Tor"),), ()),
    "B": UnitPeople(
        "B",
        "Avdeling B",
        (Listed("B201", "Hassan, Omar"), Listed("B202", "Lie, Per")),
        (Listed("B203", "Ås, Jo"),),
        ("Hassan, Omar",),
    ),
    "C": UnitPeople("C", "C", (), ()),
}


def made(lacking: str = "") -> MadePaper:
    return MadePaper(UUID(int=1), 1, "", 2, None, lacking)


@dataclass
class FakePlans:
    """Makes two plans, the second when it may."""

    fault: Exception | None = None
    lacking: str = ""
    queues_there: PrintQueues = TWO_PRINTERS
    go_on: Event = field(default_factory=Event)
    asked: list[tuple[BatchWish, object]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.go_on.set()

    def units(self) -> tuple[UnitChoice, ...]:
        if isinstance(self.fault, NotAllowed):
            raise self.fault
        return UNITS

    def own_unit(self) -> str | None:
        return "B"

    def people(self, unit: str) -> UnitPeople:
        return PEOPLE[unit]

    def queues(self) -> PrintQueues:
        return self.queues_there

    def save(self, wish: BatchWish, to: SaveTo, progress: Progress) -> BatchResult:
        self.asked.append((wish, to))
        if isinstance(self.fault, AlreadyThere) and to.replace:
            self.fault = None
        return self._make(progress)

    def send(self, wish: BatchWish, on: PrintOn, progress: Progress) -> BatchResult:
        self.asked.append((wish, on))
        if self.lacking and not on.anyway:
            return BatchResult((made(self.lacking), made()), 2, held=True)
        return self._make(progress)

    def _make(self, progress: Progress) -> BatchResult:
        if self.fault is not None:
            raise self.fault
        try:
            progress.step(1, 2)
            while not self.go_on.wait(0.01):
                progress.check()
            progress.step(2, 2)
        except Cancelled:
            return BatchResult((made(),), 2, cancelled=True)
        return BatchResult((made(self.lacking), made()), 2)


@pytest.fixture
def plans() -> FakePlans:
    return FakePlans()


@pytest.fixture
def page(look: Theme, qtbot: QtBot, tasks: Tasks, plans: FakePlans) -> Iterator[UnitPlansPage]:
    window = QWidget()
    qtbot.addWidget(window)
    page = UnitPlansPage(None, tasks, plans)
    page.setParent(window)
    page.setGeometry(0, 0, 1178, 688)
    window.resize(1178, 688)
    window.show()
    qtbot.waitExposed(window)
    yield page
    plans.go_on.set()
    window.close()


@pytest.fixture
def notices(page: UnitPlansPage) -> list[str]:
    heard: list[str] = []
    page.notice.connect(lambda notice: heard.append(notice.text))
    return heard


def show(qtbot: QtBot, page: UnitPlansPage, unit: str | None = None) -> None:
    page.show_unit(unit)
    qtbot.waitUntil(lambda: page.people.count() > 0 and page.panel.chosen_printer != "")


def test_it_begins_with_the_officers_own_unit_and_tells_whose_plans(
    qtbot: QtBot, page: UnitPlansPage
) -> None:
    show(qtbot, page)
    assert page.panel.units.currentText() == "Avdeling B"
    assert page.title == "Planer, Avdeling B"
    shown = [page.people.item(at).text() for at in range(2)]
    assert shown == ["B201 Hassan, Omar", "B202 Lie, Per"]
    assert "B203 Ås, Jo" in page._without.text()


def test_names_are_hidden_when_names_are(qtbot: QtBot, page: UnitPlansPage) -> None:
    show(qtbot, page)
    veil().turn(on=True)
    assert page.people.item(0).text() == "B201 H., O."
    veil().forget()
    assert page.people.item(0).text() == "B201 Hassan, Omar"


def test_another_unit_is_chosen_on_the_page(qtbot: QtBot, page: UnitPlansPage) -> None:
    show(qtbot, page, "B")
    page.panel.unit_chosen.emit("A")
    qtbot.waitUntil(lambda: page.people.count() == 1)
    assert page.presenter.unit == "A"


def test_a_unit_without_plans_says_so_and_offers_no_button(
    qtbot: QtBot, page: UnitPlansPage
) -> None:
    show(qtbot, page)
    page.panel.unit_chosen.emit("C")
    qtbot.waitUntil(lambda: page.state.message is not None)
    assert not page.panel.print_button.isEnabled()


def test_every_choice_reaches_the_job(
    qtbot: QtBot, page: UnitPlansPage, plans: FakePlans, notices: list[str]
) -> None:
    show(qtbot, page)
    panel = page.panel
    panel.form.copies_of.chips()[1].click()
    panel.form.language.chips()[2].click()
    panel.form.print_size.chips()[1].click()
    panel.files.chips()[1].click()
    panel.number.setValue(3)
    with qtbot.waitSignal(page.notice):
        panel.print_button.click()
    wish, on = plans.asked[0]
    assert (wish.unit, wish.form.copy, wish.form.language, wish.form.large_print) == (
        "B",
        PaperCopy.INTERNAL,
        "en",
        True,
    )
    assert on == PrintOn("Vaktrom", 3, combined=True)
    assert notices == ["2 planer er sendt til Vaktrom."]


def test_single_files_go_into_a_folder_and_one_file_where_it_is_named(
    qtbot: QtBot, page: UnitPlansPage, plans: FakePlans, notices: list[str], tmp_path: Path
) -> None:
    show(qtbot, page)
    with choose_with(lambda _name: tmp_path), qtbot.waitSignal(page.notice):
        page.panel.save_button.click()
    page.panel.files.chips()[1].click()
    suggested: list[str] = []

    def choose(name: str) -> Path:
        suggested.append(name)
        return tmp_path / "samlet.pdf"

    with choose_with(choose), qtbot.waitSignal(page.notice):
        page.panel.save_button.click()
    assert [to for _wish, to in plans.asked] == [
        SaveTo(tmp_path),
        SaveTo(None, tmp_path / "samlet.pdf"),
    ]
    assert suggested == ["framtidsplaner-b.pdf"]
    assert notices == ["2 planer er lagret.", "2 planer er lagret som samlet.pdf."]


def test_the_job_is_listed_while_it_runs_and_cancel_says_how_many(
    qtbot: QtBot, page: UnitPlansPage, plans: FakePlans, tasks: Tasks, notices: list[str]
) -> None:
    show(qtbot, page)
    plans.go_on.clear()
    page.panel.print_button.setFocus()
    page.panel.print_button.click()
    qtbot.waitUntil(lambda: page.panel.count.text() == "1 av 2")
    assert [task.title for task in tasks.running] == ["Planer, Avdeling B"]
    assert page.panel.cancel_button.hasFocus()
    with qtbot.waitSignal(page.notice):
        page.panel.cancel_button.click()
    assert notices == ["Avbrutt. 1 av 2 planer er sendt til Vaktrom."]
    assert page.panel.print_button.isVisible()
    assert page.panel.print_button.hasFocus()


def test_letters_that_cannot_be_printed_are_named_and_asked_about(
    qtbot: QtBot, page: UnitPlansPage, plans: FakePlans, notices: list[str]
) -> None:
    plans.lacking = "王"
    show(qtbot, page)
    asked: list[Question] = []

    def answer(question: Question) -> int:
        asked.append(question)
        return 0

    with answer_with(answer), qtbot.waitSignal(page.notice):
        page.panel.print_button.click()
    assert "王" in asked[0].consequence
    assert [on.anyway for _wish, on in plans.asked] == [False, True]
    assert notices == ["2 planer er sendt til Vaktrom."]


def test_files_in_the_way_are_asked_about(
    qtbot: QtBot, page: UnitPlansPage, plans: FakePlans, tmp_path: Path
) -> None:
    plans.fault = AlreadyThere(str(tmp_path / "plan.pdf"))
    show(qtbot, page)
    with (
        choose_with(lambda _name: tmp_path),
        answer_with(lambda _question: 0),
        qtbot.waitSignal(page.notice),
    ):
        page.panel.save_button.click()
    assert [to.replace for _wish, to in plans.asked] == [False, True]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (PaperNotDrawn("Et dokument lot seg ikke tegne."), "PR-04"),
        (PermissionError(13, "Ikke lov"), "Ikke lov"),
    ],
)
def test_what_went_wrong_is_said_beside_the_buttons(
    qtbot: QtBot, page: UnitPlansPage, plans: FakePlans, fault: Exception, said: str
) -> None:
    show(qtbot, page)
    plans.fault = fault
    page.panel.print_button.click()
    qtbot.waitUntil(lambda: said in page.panel.problem.text())
    assert page.panel.print_button.isVisible()


def test_whoever_may_not_print_is_told(qtbot: QtBot, page: UnitPlansPage, plans: FakePlans) -> None:
    plans.fault = NotAllowed("print")
    page.show_unit(None)
    qtbot.waitUntil(lambda: page._everything.message is not None)


def test_the_folder_dialog_speaks_our_language(page: UnitPlansPage, tmp_path: Path) -> None:
    dialog = folder_dialog(page, tmp_path)
    assert dialog.labelText(dialog.DialogLabel.Accept) == "Lagre her"
    dialog.deleteLater()
