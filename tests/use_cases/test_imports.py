from collections.abc import Callable
from pathlib import Path

import pytest

from app.database.opening import DatabasePlace
from app.domain.access import Role, Verb
from app.domain.errors import NotAllowed
from app.use_cases.administration import NewOfficer, add_officer
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.conversations import conversation_log, correct_conversation
from app.use_cases.import_report import ImportReport
from app.use_cases.imports import ImportKind, ImportOptions, preview_import, run_import
from app.use_cases.inmates import find_inmate, open_inmate
from app.use_cases.office import Office
from tests.helpers.access import access_log
from tests.helpers.imports import CASE_NOTES, LOCATIONS, ROLL
from tests.helpers.prison import SteppingClock
from tests.use_cases.test_conversations import correction

LEI = ImportOptions(prison="LEI", create_places=True)


def bring_in(
    office: Office, kind: ImportKind, file: Path, options: ImportOptions | None = None
) -> ImportReport:
    return run_import(office, kind, file, options or ImportOptions())


def counts(report: ImportReport) -> tuple[int, int, int]:
    return report.created, report.changed, report.unchanged


def test_the_demonstration_prison_comes_in_and_twice_changes_nothing(office: Office) -> None:
    first = bring_in(office, ImportKind.PLACES, LOCATIONS)
    assert (counts(first), first.rejected, first.prison) == ((273, 0, 0), (), "MDI")
    assert counts(bring_in(office, ImportKind.PLACES, LOCATIONS)) == (0, 0, 273)
    overview = cell_block_overview(office)
    shown = [unit.unit for unit in overview.units]
    assert "A" in shown
    assert not {"E", "F", "G"} & set(shown)


def test_active_cells_below_an_archived_landing_count(office: Office) -> None:
    bring_in(office, ImportKind.PLACES, LOCATIONS)
    overview = cell_block_overview(office, "D")
    below = [cell for cell in overview.cells if cell.floor == "D-3" and cell.counts]
    assert len(below) == 3
    (unit,) = overview.units
    assert unit.cells == sum(1 for cell in overview.places if cell.counts)


def test_a_preview_writes_nothing_and_says_what_the_import_does(office: Office) -> None:
    looked = preview_import(office, ImportKind.PLACES, LOCATIONS, ImportOptions())
    assert counts(looked) == (273, 0, 0)
    assert not cell_block_overview(office).places
    assert bring_in(office, ImportKind.PLACES, LOCATIONS) == looked


def test_the_roll_of_one_prison_out_of_eleven(office: Office) -> None:
    report = bring_in(office, ImportKind.ROLL, ROLL, LEI)
    assert report.rejected == ()
    assert report.prison == "LEI"
    overview = cell_block_overview(office)
    assert len(overview.inmates) == report.created > 20
    assert overview.totals.roll == overview.totals.placed + overview.totals.without_cell
    assert counts(bring_in(office, ImportKind.ROLL, ROLL, LEI)) == (0, 0, report.created)


def test_people_on_a_landing_count_as_without_cell_and_are_named(office: Office) -> None:
    report = bring_in(office, ImportKind.ROLL, ROLL, LEI)
    on_landing = [
        line for line in cell_block_overview(office).inmates if line.place_path and not line.cell
    ]
    assert on_landing
    assert {line.unit for line in on_landing} <= {"A", "H"}
    named = [finding for finding in report.warnings if "ikke en celle" in finding.message]
    assert len(named) == len(on_landing)
    assert all(finding.row and finding.column == "cell" for finding in named)


def test_a_crowded_cell_is_named_and_shown(office: Office) -> None:
    report = bring_in(office, ImportKind.ROLL, ROLL, LEI)
    crowded = [finding for finding in report.warnings if "har plass til" in finding.message]
    assert [(finding.column, "LEI-A-1-1" in finding.message) for finding in crowded] == [
        ("cell", True)
    ]
    overview = cell_block_overview(office)
    assert sum(unit.overcrowded for unit in overview.units) == 1


def test_without_places_people_come_in_without_a_cell(office: Office) -> None:
    bring_in(office, ImportKind.PLACES, LOCATIONS)
    report = bring_in(office, ImportKind.ROLL, ROLL, ImportOptions(prison="LEI"))
    assert report.rejected == ()
    assert any("finnes ikke" in finding.message for finding in report.warnings)
    assert cell_block_overview(office).totals.roll == report.created


def test_an_unknown_officer_is_a_warning_and_a_known_one_is_appointed(office: Office) -> None:
    report = preview_import(office, ImportKind.ROLL, ROLL, LEI)
    assert any("Ingen konto heter" in finding.message for finding in report.warnings)
    officer = NewOfficer("prison.user", "Prison User", Role.OFFICER, "et langt passord")
    officer_id = add_officer(office, officer)
    report = bring_in(office, ImportKind.ROLL, ROLL, LEI)
    assert not any("USER, PRISON" in finding.message for finding in report.warnings)
    followed = [
        line
        for line in cell_block_overview(office).inmates
        if line.contact_officer_id == officer_id
    ]
    assert followed


def newer_roll(tmp_path: Path) -> Path:
    """The same roll a day later: one has moved, one has left, one has come."""
    lines = ROLL.read_text(encoding="utf-8").splitlines()
    moved = [line.replace("LEI-H-1-5", "LEI-A-1-2") for line in lines]
    left = [line for line in moved if not line.startswith("-3,")]
    came = next(line for line in lines if line.startswith("-1,"))
    came = came.replace("-1,A1234AA", "9001,A9001AA", 1).replace("ANDERSON", "NYMANN")
    file = tmp_path / "newer.csv"
    file.write_text("\n".join([*left, came]), encoding="utf-8")
    return file


def test_a_newer_roll_shows_moves_arrivals_and_departures(
    office: Office, tmp_path: Path, clock: SteppingClock
) -> None:
    first = bring_in(office, ImportKind.ROLL, ROLL, LEI)
    clock.pass_time(days=1)
    gone = find_inmate(office, "A1234AC")
    report = bring_in(office, ImportKind.ROLL, newer_roll(tmp_path), LEI)
    whats = sorted({change.what.value for change in report.changes})
    assert whats == ["created", "departed", "moved"]
    overview = cell_block_overview(office)
    assert overview.totals.roll == first.created
    assert [line.name for line in overview.inmates if line.is_new] == ["Nymann, Arthur Boris"]
    page = open_inmate(office, gone)
    assert not page.inmate.on_roll


def test_conversations_come_in_once_and_count_as_they_should(office: Office) -> None:
    bring_in(office, ImportKind.ROLL, ROLL, LEI)
    report = bring_in(office, ImportKind.CONVERSATIONS, CASE_NOTES)
    assert report.rejected == ()
    assert report.created > 0
    again = bring_in(office, ImportKind.CONVERSATIONS, CASE_NOTES)
    assert counts(again) == (0, 0, report.created)
    log = conversation_log(office, find_inmate(office, "A1234AB"))
    assert all(line.author == line.author.strip() and line.author for line in log)
    assert any("numme" in finding.message for finding in report.warnings)


def test_a_text_corrected_here_stays_when_the_file_comes_again(office: Office) -> None:
    bring_in(office, ImportKind.ROLL, ROLL, LEI)
    bring_in(office, ImportKind.CONVERSATIONS, CASE_NOTES)
    inmate_id = find_inmate(office, "A1234AB")
    entry = conversation_log(office, inmate_id)[0]
    correct_conversation(office, correction(entry, "Rettet her", reason="Feil"))
    again = bring_in(office, ImportKind.CONVERSATIONS, CASE_NOTES)
    assert again.changed == 0
    assert conversation_log(office, inmate_id)[0].text == "Rettet her"


def test_a_changed_text_in_the_file_is_a_new_version(office: Office, tmp_path: Path) -> None:
    bring_in(office, ImportKind.ROLL, ROLL, LEI)
    bring_in(office, ImportKind.CONVERSATIONS, CASE_NOTES)
    text = CASE_NOTES.read_text(encoding="utf-8").replace("Learn woodworking.", "Lærer snekring.")
    file = tmp_path / "notes.csv"
    file.write_text(text, encoding="utf-8")
    report = bring_in(office, ImportKind.CONVERSATIONS, file)
    assert (report.created, report.changed) == (0, 1)


def test_a_file_with_an_error_changes_nothing(office: Office, tmp_path: Path) -> None:
    text = LOCATIONS.read_text(encoding="utf-8")
    file = tmp_path / "twice.csv"
    file.write_text(text + text.splitlines()[1] + "\n", encoding="utf-8")
    report = bring_in(office, ImportKind.PLACES, file)
    assert counts(report) == (0, 0, 0)
    assert report.rejected[0].row == 275
    assert not cell_block_overview(office).places


def test_only_an_administrator_brings_files_in(
    place: DatabasePlace, office: Office, open_office: Callable[..., Office]
) -> None:
    add_officer(office, NewOfficer("ola", "Ola Moe", Role.OFFICER, "olas passord"))
    ola = open_office(place, "ola", "olas passord")
    with pytest.raises(NotAllowed):
        preview_import(ola, ImportKind.PLACES, LOCATIONS, ImportOptions())


def test_an_import_is_logged_and_a_preview_is_not(office: Office) -> None:
    preview_import(office, ImportKind.PLACES, LOCATIONS, ImportOptions())
    bring_in(office, ImportKind.PLACES, LOCATIONS)
    rows = [row for row in access_log(office) if row.feature == "imports"]
    assert [(row.verb, row.reason) for row in rows] == [(Verb.COLLECT, "places")]
