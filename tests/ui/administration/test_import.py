"""Bringing a file in through the window, with the real use cases below it."""

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.access import Role
from app.domain.errors import DatabaseUnavailable
from app.exchange.kinds import ImportKind
from app.foundation.progress import Progress
from app.ui.screens.administration import file_field
from app.ui.screens.administration.desk import AdministrationDesk, FirstLook, desk_for
from app.ui.screens.administration.import_tab import ImportTab
from app.ui.screens.administration.report_view import CHANGES, ERRORS, WARNINGS
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.import_report import ImportReport
from app.use_cases.imports import ImportOptions
from app.use_cases.office import Office
from tests.ui.administration.importing import (
    Show,
    bring_in,
    cells,
    choose,
    select,
    summary,
    texts,
    wait_for_report,
)

DATA = Path(__file__).parents[2] / "data"
PLACES = DATA / "demo-prison" / "locations.csv"
ROLL = DATA / "roll" / "roll_75.csv"
BROKEN = DATA / "csv-edge-cases" / "appointment-set-duplicates.csv"
EMPTY = DATA / "csv-edge-cases" / "empty-appointment-set.csv"


def test_places_then_roll_come_in_and_the_same_file_changes_nothing(
    qtbot: QtBot, tab: ImportTab, embedded_office: Office
) -> None:
    choose(qtbot, tab, PLACES)
    assert tab.kinds.value is ImportKind.PLACES
    assert bring_in(qtbot, tab).startswith("Steder er hentet inn: ")

    choose(qtbot, tab, ROLL)
    assert tab.kinds.value is ImportKind.ROLL, "the headings tell what a file holds"
    changes = len(cells(tab))
    assert changes > 0
    assert bring_in(qtbot, tab).startswith("Innsattliste er hentet inn: ")
    assert cell_block_overview(embedded_office).totals.roll == changes

    choose(qtbot, tab, ROLL)
    assert summary(tab).endswith("Samme fil igjen endrer ingenting.")
    assert bring_in(qtbot, tab) == "Filen sier det samme som før. Ingenting er endret."


def test_looking_changes_nothing(qtbot: QtBot, tab: ImportTab, embedded_office: Office) -> None:
    choose(qtbot, tab, PLACES)
    assert len(cells(tab)) > 0
    assert cell_block_overview(embedded_office).places == ()


def test_errors_are_shown_with_row_and_column_and_stop_the_file(
    qtbot: QtBot, tab: ImportTab
) -> None:
    tab.presenter.choose_kind(ImportKind.ROLL)
    choose(qtbot, tab, BROKEN)

    assert tab.report.lists.value == ERRORS
    assert ["4", "Prison number"] in [row[:2] for row in cells(tab)]
    tab.run_button.click()
    assert tab.problem.text() == "Filen har 3 feil. Rett dem i filen, og velg filen på nytt."
    assert QApplication.focusWidget() is tab.report.table


@pytest.mark.parametrize("file", [EMPTY, DATA / "no-such-file.csv", DATA])
def test_what_is_no_table_is_explained(qtbot: QtBot, tab: ImportTab, file: Path) -> None:
    choose(qtbot, tab, file)
    assert summary(tab) == "Filen kan ikke hentes inn slik den er. Ingenting blir endret."
    assert len(cells(tab)) >= 1
    assert not tab._columns_card.isVisible()


def test_warnings_are_listed_and_do_not_stop(qtbot: QtBot, tab: ImportTab) -> None:
    choose(qtbot, tab, ROLL)
    for chip in tab.report.lists.chips():
        if chip.text().startswith("Merknader"):
            chip.click()
    assert tab.report.lists.value == WARNINGS
    assert tab.report.table.accessibleName() == "Merknader"
    assert len(cells(tab)) > 0


def test_a_column_that_was_guessed_wrongly_is_put_right(
    qtbot: QtBot, tab: ImportTab, tmp_path: Path
) -> None:
    file = tmp_path / "rull.csv"
    file.write_text(
        "Innsattnummer;Etternavn;Fornavn;Kallenavn\nA1;Hassan;Omar;Omar H\n", encoding="utf-8"
    )
    choose(qtbot, tab, file)
    assert tab.kinds.value is ImportKind.ROLL
    assert cells(tab) == [["ny", "Hassan, Omar", ""]]

    assert tab.columns.box("Fornavn").currentText() == "Fornavn"
    assert tab.columns.box("Kallenavn").currentText() == "leses ikke"
    assert "Omar H" in texts(tab.columns)
    select(tab.columns.box("Kallenavn"), "Fornavn")
    wait_for_report(qtbot, tab)
    assert cells(tab) == [["ny", "Hassan, Omar H", ""]]
    assert tab.columns.box("Fornavn").currentText() == "leses ikke", "a field has one column"

    select(tab.columns.box("Etternavn"), "leses ikke")
    wait_for_report(qtbot, tab)
    assert tab.report.lists.value == ERRORS
    assert tab.columns.missing_text == "Velg kolonnen for etternavn."


def test_the_boxes_keep_their_place_while_columns_are_corrected(
    qtbot: QtBot, tab: ImportTab
) -> None:
    choose(qtbot, tab, ROLL)
    box = tab.columns.box("first_name")
    select(box, "Mellomnavn")
    wait_for_report(qtbot, tab)
    assert tab.columns.box("first_name") is box


def test_one_prison_of_several_is_chosen(qtbot: QtBot, tab: ImportTab) -> None:
    choose(qtbot, tab, ROLL)
    assert tab.report.prison.isVisible()
    before = cells(tab)
    other = next(
        place
        for place in range(tab.report.prison.count())
        if place != tab.report.prison.currentIndex()
    )
    tab.report.prison.setCurrentIndex(other)
    tab.report.prison.activated.emit(other)
    wait_for_report(qtbot, tab)
    assert cells(tab) != before
    assert tab.report.prison.currentIndex() == other


def test_missing_cells_are_made_when_asked_for(qtbot: QtBot, tab: ImportTab) -> None:
    choose(qtbot, tab, ROLL)
    warned = len(tab.presenter._report.warnings)
    tab.report.create_places.click()
    wait_for_report(qtbot, tab)
    assert len(tab.presenter._report.warnings) < warned
    assert tab.report.create_places.isChecked()


def test_without_a_file_the_press_says_what_to_do(tab: ImportTab) -> None:
    tab.run_button.click()
    assert tab.problem.text() == "Velg en fil først."
    assert QApplication.focusWidget() is tab.file.button


def test_a_dropped_file_is_looked_at(qtbot: QtBot, tab: ImportTab) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(ROLL))])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    tab.file.dropEvent(event)
    wait_for_report(qtbot, tab)
    assert event.isAccepted()
    assert tab.file._name.text() == "roll_75.csv"


def test_giving_up_the_dialog_keeps_everything(tab: ImportTab) -> None:
    with file_field.choose_with(lambda: None):
        tab.file.button.click()
    assert tab.file._name.text() == "Ingen fil er valgt"


def test_the_dialog_speaks_norwegian(qtbot: QtBot, tab: ImportTab, tmp_path: Path) -> None:
    dialog = file_field.open_dialog(tab, tmp_path)
    qtbot.addWidget(dialog)
    assert dialog.labelText(dialog.DialogLabel.Accept) == "Velg filen"


def report(kind: ImportKind) -> ImportReport:
    return ImportReport(kind, "TST", 1, 0, 0, (), (), (), ())


class SlowImport:
    """An import that goes on until it is cancelled."""

    def __init__(self) -> None:
        self.began = Event()
        self.may_go_on = Event()

    def __call__(
        self, kind: ImportKind, _file: Path, _options: ImportOptions, progress: Progress
    ) -> ImportReport:
        progress.step(1, 3)
        self.began.set()
        assert self.may_go_on.wait(10)
        progress.step(2, 3)
        return report(kind)


def stand_in(office: Office, **changes: object) -> AdministrationDesk:
    real = desk_for(office)
    return replace(
        real,
        look_at=lambda _file, _progress: FirstLook(("Navn",), ImportKind.PLACES),
        profiles=lambda: (),
        preview=lambda kind, _file, _options, _progress: report(kind),
        **changes,
    )


def test_an_import_can_be_stopped(qtbot: QtBot, show: Show, embedded_office: Office) -> None:
    slow = SlowImport()
    tab = show(stand_in(embedded_office, bring_in=slow))
    choose(qtbot, tab, PLACES)
    tab.run_button.click()
    qtbot.waitUntil(lambda: tab._progress.value() == 1)
    assert tab.cancel_button.isVisible()
    assert not tab.file.isEnabled()

    tab.cancel_button.click()
    slow.may_go_on.set()
    qtbot.waitUntil(lambda: tab.result.text() != "")
    assert tab.result.text() == "Avbrutt. Ingenting er endret."
    assert not tab.cancel_button.isVisible()
    assert tab.file.isEnabled()


def test_a_lost_database_is_explained_with_its_code(
    qtbot: QtBot, show: Show, embedded_office: Office
) -> None:
    def lose(*_rest: object) -> ImportReport:
        raise DatabaseUnavailable("Vi fikk ikke kontakt med databasen.")

    tab = show(stand_in(embedded_office, bring_in=lose))
    choose(qtbot, tab, PLACES)
    tab.run_button.click()
    qtbot.waitUntil(lambda: tab.problem.text() != "")
    assert tab.problem.text() == "Vi fikk ikke kontakt med databasen. (Kode DB-02)"


def test_an_older_answer_never_replaces_a_newer_one(
    qtbot: QtBot, show: Show, embedded_office: Office
) -> None:
    held = Event()
    asked: list[ImportKind] = []

    def preview(
        kind: ImportKind, _file: Path, _options: ImportOptions, _progress: Progress
    ) -> ImportReport:
        asked.append(kind)
        assert held.wait(10)
        return report(kind)

    tab = show(replace(stand_in(embedded_office), preview=preview))
    with file_field.choose_with(lambda: PLACES):
        tab.file.button.click()
    qtbot.waitUntil(lambda: asked == [ImportKind.PLACES])
    tab.kinds.chips()[1].click()
    tab.run_button.click()
    assert tab.problem.text() == "Vent til filen er lest."
    held.set()
    wait_for_report(qtbot, tab)
    assert tab.presenter._report.kind is ImportKind.ROLL


def test_who_may_not_import_is_told_so(qtbot: QtBot, show: Show, embedded_office: Office) -> None:
    desk = desk_for(embedded_office)
    embedded_office.officer = replace(embedded_office.officer, role=Role.OFFICER)
    tab = show(desk)
    with file_field.choose_with(lambda: PLACES):
        tab.file.button.click()
    qtbot.waitUntil(lambda: tab._state.message is not None)
    assert tab._state.message.accessibleName() == "Du har ikke tilgang"


def test_a_row_is_heard_as_one_sentence(qtbot: QtBot, tab: ImportTab) -> None:
    choose(qtbot, tab, ROLL)
    model = tab.report.table.rows
    tab.report.lists.choose(CHANGES)
    spoken = model.data(model.index(0, 0), int(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == ", ".join(part for part in cells(tab)[0] if part)
