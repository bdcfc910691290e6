"""Past imports in the window: listed, undone after a question, refused with names."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.access import Role
from app.ui.background.tasks import Tasks
from app.ui.screens.administration.desk import AdministrationDesk, desk_for
from app.ui.screens.administration.past_imports_tab import PastImportsTab
from app.ui.widgets.questions import Question, answer_with
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.imports import ImportKind, ImportOptions, run_import
from app.use_cases.inmates import find_inmate
from app.use_cases.office import Office
from tests.helpers.imports import LOCATIONS
from tests.helpers.prison import talk

Show = Callable[[AdministrationDesk], PastImportsTab]


@pytest.fixture
def show_past(qtbot: QtBot, tasks: Tasks) -> Iterator[Show]:
    windows: list[QWidget] = []

    def make(desk: AdministrationDesk) -> PastImportsTab:
        tab = PastImportsTab(tasks, desk)
        windows.append(tab)
        tab.resize(1178, 640)
        tab.show()
        qtbot.waitExposed(tab)
        tab.reload()
        return tab

    yield make
    for window in windows:
        window.close()


@pytest.fixture
def roll(embedded_office: Office, tmp_path: Path) -> None:
    run_import(embedded_office, ImportKind.PLACES, LOCATIONS, ImportOptions())
    file = tmp_path / "rull.csv"
    file.write_text("Innsattnr;Etternavn;Celle\nT1;Moe;A-1-001\n", encoding="utf-8")
    run_import(embedded_office, ImportKind.ROLL, file, ImportOptions())


def cells(tab: PastImportsTab) -> list[list[str]]:
    model = tab.table.rows
    return [
        [str(model.data(model.index(row, column))) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def choose(tab: PastImportsTab, what: str) -> None:
    tab.table.selectRow([row[2] for row in cells(tab)].index(what))


def test_without_imports_the_page_says_so(
    qtbot: QtBot, show_past: Show, embedded_office: Office
) -> None:
    tab = show_past(desk_for(embedded_office))
    qtbot.waitUntil(lambda: tab._state.message is not None)
    assert tab._state.message.accessibleName() == "Ingenting er hentet inn ennå"


def test_an_import_is_undone_after_a_question(
    qtbot: QtBot, show_past: Show, embedded_office: Office, roll: None
) -> None:
    tab = show_past(desk_for(embedded_office))
    qtbot.waitUntil(lambda: len(cells(tab)) == 2)
    choose(tab, "Innsattliste")
    asked: list[Question] = []

    def answer(question: Question) -> int:
        asked.append(question)
        return len(asked) - 1 == 0

    with answer_with(answer):
        tab.undo_button.click()
        assert cell_block_overview(embedded_office).totals.roll == 1, "the safe answer leaves it"
        with qtbot.waitSignal(tab.undone) as told:
            tab.undo_button.click()
    assert told.args == ["Innhentingen av innsattliste er angret. Alt er som før den."]
    assert "1 som ble lagt til, blir fjernet." in asked[0].consequence
    assert cell_block_overview(embedded_office).totals.roll == 0
    qtbot.waitUntil(lambda: any(row[7] for row in cells(tab)))
    choose(tab, "Innsattliste")
    assert not tab.undo_button.isEnabled()
    choose(tab, "Steder")
    assert tab.undo_button.isEnabled()


def test_what_was_written_since_is_named(
    qtbot: QtBot, show_past: Show, embedded_office: Office, roll: None
) -> None:
    talk(embedded_office, find_inmate(embedded_office, "T1"))
    tab = show_past(desk_for(embedded_office))
    qtbot.waitUntil(lambda: len(cells(tab)) == 2)
    choose(tab, "Innsattliste")
    with answer_with(lambda _question: 0):
        tab.undo_button.click()
    qtbot.waitUntil(lambda: tab.problem.text() != "")
    assert tab.problem.text().splitlines() == [
        "Innhentingen kan ikke angres, for dette er endret etterpå:",
        "Moe: 1 samtale er skrevet.",
    ]
    assert cell_block_overview(embedded_office).totals.roll == 1


def test_who_may_not_import_sees_nothing(show_past: Show, embedded_office: Office) -> None:
    embedded_office.officer = replace(embedded_office.officer, role=Role.OFFICER)
    tab = show_past(desk_for(embedded_office))
    assert tab._state.message is not None
    assert tab._state.message.accessibleName() == "Du har ikke tilgang"
