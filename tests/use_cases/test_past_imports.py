"""An import is taken back whole: everything is as before, or nothing is touched."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text

from app.database.base import Record
from app.database.opening import DatabasePlace
from app.domain.access import Role, Verb
from app.domain.errors import NotAllowed, NotFound, RuleBroken
from app.domain.inmates import Whereabouts
from app.domain.search import Search
from app.foundation.progress import Cancelled, Progress
from app.use_cases.administration import NewOfficer, add_officer
from app.use_cases.conversations import conversation_log, correct_conversation
from app.use_cases.import_report import Verdict
from app.use_cases.imports import ImportKind, ImportOptions, ImportReport, run_import
from app.use_cases.inmates import correct_inmate, find_inmate, open_inmate, take_out_of_cell
from app.use_cases.office import Office
from app.use_cases.past_imports import past_imports, undo_import
from app.use_cases.search import search_everything
from tests.helpers.access import access_log
from tests.helpers.imports import CASE_NOTES, LOCATIONS, ROLL
from tests.helpers.prison import SteppingClock, talk
from tests.use_cases.test_conversations import correction

LEI = ImportOptions(prison="LEI", create_places=True)
KEPT = (
    "place",
    "inmate",
    "stay",
    "contact_officer_period",
    "conversation",
    "conversation_version",
    "prison",
)


def bring_in(
    office: Office, kind: ImportKind, file: Path, options: ImportOptions | None = None
) -> ImportReport:
    report = run_import(office, kind, file, options or ImportOptions())
    assert report.rejected == ()
    return report


def state(office: Office) -> dict[str, list[tuple[Any, ...]]]:
    """Everything an import may touch, but for the guards against lost updates."""
    with office.reading() as connection:
        return {name: rows(connection, name) for name in KEPT}


def rows(connection: Connection, name: str) -> list[tuple[Any, ...]]:
    table = Record.metadata.tables[name]
    columns = [c for c in table.columns if c.key != "version" or c.primary_key]
    found = connection.execute(table.select().with_only_columns(*columns))
    return sorted(map(tuple, found), key=str)


def undo(office: Office, report: ImportReport) -> None:
    assert report.import_id is not None
    undo_import(office, report.import_id)


def refused(office: Office, report: ImportReport) -> str:
    """What stands in the way, with the proof that nothing was touched."""
    before = state(office)
    with pytest.raises(RuleBroken) as problem:
        undo(office, report)
    assert state(office) == before
    assert past_imports(office)[0].undone_at is None
    return "\n".join(found.message for found in problem.value.problems)


def changed_roll(tmp_path: Path) -> Path:
    """The same roll a day later: moved, left, come, a name and a date corrected."""
    lines = ROLL.read_text(encoding="utf-8").splitlines()
    lines = [line.replace("LEI-H-1-5", "LEI-A-1-2") for line in lines if not line.startswith("-3,")]
    came = next(line for line in lines if line.startswith("-1,"))
    lines.append(came.replace("-1,A1234AA", "9001,A9001AA", 1).replace("ANDERSON", "NYMANN"))
    file = tmp_path / "changed.csv"
    file.write_text("\n".join(lines).replace("1969-12-30", "1969-12-31"), encoding="utf-8")
    return file


def changed_notes(tmp_path: Path) -> Path:
    changed = CASE_NOTES.read_text(encoding="utf-8").replace("Learn woodworking.", "Snekring.")
    file = tmp_path / "notes.csv"
    file.write_text(changed, encoding="utf-8")
    return file


def test_each_import_is_taken_back_in_turn(
    office: Office, tmp_path: Path, clock: SteppingClock
) -> None:
    """Five imports on top of each other, undone from the newest to the first."""
    add_officer(office, NewOfficer("prison.user", "Prison User", Role.OFFICER, "et langt passord"))
    steps = (
        (ImportKind.PLACES, LOCATIONS, ImportOptions()),
        (ImportKind.ROLL, ROLL, LEI),
        (ImportKind.CONVERSATIONS, CASE_NOTES, ImportOptions()),
        (ImportKind.ROLL, changed_roll(tmp_path), LEI),
        (ImportKind.CONVERSATIONS, changed_notes(tmp_path), ImportOptions()),
    )
    states, reports = [], []
    for kind, file, options in steps:
        states.append(state(office))
        reports.append(bring_in(office, kind, file, options))
        clock.pass_time(days=1)
    assert reports[3].moved > 0
    assert reports[3].departed == 1
    assert reports[4].changed == 1
    for report in reversed(reports):
        undo(office, report)
        assert state(office) == states.pop()
    for kind, file, options in steps:
        again = bring_in(office, kind, file, options)
        assert again.changes == reports.pop(0).changes


@pytest.mark.parametrize(
    ("kind", "file"), [(ImportKind.PLACES, LOCATIONS), (ImportKind.ROLL, ROLL)]
)
def test_progress_is_told_in_small_steps_and_never_goes_back(
    office: Office, kind: ImportKind, file: Path
) -> None:
    told: list[tuple[int, int]] = []
    progress = Progress(lambda done, total: told.append((done, total)))
    run_import(office, kind, file, LEI if kind is ImportKind.ROLL else ImportOptions(), progress)
    assert {total for _done, total in told} == {100}
    done = [done for done, _total in told]
    assert done == sorted(set(done))
    assert done[-1] == 100
    assert len(done) > 25


class CancelAt:
    """Gives up at the first step that is so far."""

    def __init__(self, percent: int) -> None:
        self.percent = percent
        self.progress = Progress(self.look)

    def look(self, done: int, _total: int) -> None:
        if done >= self.percent:
            self.progress.cancel()


@pytest.mark.parametrize("percent", [0, 20, 36, 60, 94])
def test_an_import_cancelled_at_any_step_leaves_nothing(
    office: Office, tmp_path: Path, percent: int
) -> None:
    bring_in(office, ImportKind.ROLL, ROLL, LEI)
    before, imports = state(office), past_imports(office)
    file, cancelling = changed_roll(tmp_path), CancelAt(percent).progress
    with pytest.raises(Cancelled):
        run_import(office, ImportKind.ROLL, file, LEI, cancelling)
    assert state(office) == before
    assert past_imports(office) == imports


def test_the_list_tells_when_who_what_and_how_much(office: Office, clock: SteppingClock) -> None:
    report = bring_in(office, ImportKind.PLACES, LOCATIONS)
    at = clock.now
    clock.pass_time(days=1)
    bring_in(office, ImportKind.PLACES, LOCATIONS)
    (past,) = past_imports(office)
    assert (past.id, past.at, past.officer) == (report.import_id, at, "Kari Lunde")
    assert (past.kind, past.file_name, past.prison) == (ImportKind.PLACES, "locations.csv", "MDI")
    assert (past.created, past.changed, past.unchanged) == (273, 0, 0)
    undo(office, report)
    (past,) = past_imports(office)
    assert (past.undone_at, past.undone_by) == (clock.now, "Kari Lunde")
    with pytest.raises(RuleBroken, match="angret fra før"):
        undo(office, report)


def test_undone_texts_are_not_found_by_search(office: Office) -> None:
    bring_in(office, ImportKind.ROLL, ROLL, LEI)
    report = bring_in(office, ImportKind.CONVERSATIONS, CASE_NOTES)
    assert search_everything(office, Search("woodworking"))
    undo(office, report)
    assert not search_everything(office, Search("woodworking"))


def test_who_was_moved_or_corrected_since_is_named(office: Office) -> None:
    report = bring_in(office, ImportKind.ROLL, ROLL, LEI)
    inmate = open_inmate(office, find_inmate(office, "A1234AB")).inmate
    take_out_of_cell(office, inmate.id, inmate.version, Whereabouts.COURT)
    said = refused(office, report)
    assert said.startswith("Innhentingen kan ikke angres, for dette er endret etterpå:")
    assert inmate.facts.display_name in said


def test_what_was_changed_of_a_newer_roll_is_named_with_the_field(
    office: Office, tmp_path: Path, clock: SteppingClock
) -> None:
    bring_in(office, ImportKind.ROLL, ROLL, LEI)
    clock.pass_time(days=1)
    report = bring_in(office, ImportKind.ROLL, changed_roll(tmp_path), LEI)
    (moved, *_more) = report.of(Verdict.MOVED)
    number = next(
        line.split(",")[1]
        for line in ROLL.read_text(encoding="utf-8").splitlines()
        if "LEI-H-1-5" in line
    )
    inmate = open_inmate(office, find_inmate(office, number)).inmate
    assert inmate.facts.display_name == moved.subject
    take_out_of_cell(office, inmate.id, inmate.version, Whereabouts.HOSPITAL)
    assert f"{moved.subject} er endret: celle" in refused(office, report)


def test_a_fact_the_import_left_alone_may_change(
    office: Office, tmp_path: Path, clock: SteppingClock
) -> None:
    bring_in(office, ImportKind.ROLL, ROLL, LEI)
    before = open_inmate(office, find_inmate(office, "A1234AB")).inmate
    report = bring_in(office, ImportKind.ROLL, changed_roll(tmp_path), LEI)
    inmate = open_inmate(office, before.id).inmate
    correct_inmate(office, inmate.id, inmate.version, replace(inmate.facts, languages=("so",)))
    undo(office, report)
    assert open_inmate(office, before.id).inmate.facts.languages == ("so",)


def test_what_was_written_since_is_named_and_kept(office: Office) -> None:
    report = bring_in(office, ImportKind.ROLL, ROLL, LEI)
    inmate_id = find_inmate(office, "A1234AB")
    talk(office, inmate_id, "Skrevet etterpå.")
    assert "1 samtale er skrevet" in refused(office, report)
    assert [entry.text for entry in conversation_log(office, inmate_id)] == ["Skrevet etterpå."]


def test_a_corrected_note_stops_the_undo(office: Office) -> None:
    bring_in(office, ImportKind.ROLL, ROLL, LEI)
    report = bring_in(office, ImportKind.CONVERSATIONS, CASE_NOTES)
    entry = conversation_log(office, find_inmate(office, "A1234AB"))[0]
    correct_conversation(office, correction(entry, "Rettet her", reason="Feil"))
    assert "er endret" in refused(office, report)


def test_places_with_people_in_them_stay(office: Office, tmp_path: Path) -> None:
    places = bring_in(office, ImportKind.PLACES, LOCATIONS)
    file = tmp_path / "roll.csv"
    file.write_text("Innsattnr;Etternavn;Celle\nT1;Moe;A-1-001\n", encoding="utf-8")
    roll = bring_in(office, ImportKind.ROLL, file)
    with pytest.raises(RuleBroken, match=r"A-1-001: 1 person er plassert her"):
        undo(office, places)
    undo(office, roll)
    undo(office, places)
    assert not state(office)["place"]


def test_cancelling_leaves_everything(office: Office) -> None:
    report = bring_in(office, ImportKind.PLACES, LOCATIONS)
    before = state(office)
    progress = Progress()
    progress.cancel()
    assert report.import_id is not None
    with pytest.raises(Cancelled):
        undo_import(office, report.import_id, progress)
    assert state(office) == before


def test_an_undo_is_logged_with_the_import_and_the_count(office: Office) -> None:
    report = bring_in(office, ImportKind.PLACES, LOCATIONS)
    undo(office, report)
    logged = [row for row in access_log(office) if row.feature == "imports"]
    assert [(row.verb, row.record_id, row.count) for row in logged] == [
        (Verb.COLLECT, report.import_id, 273),
        (Verb.ERASE, report.import_id, 273),
    ]


def test_only_an_administrator_sees_and_undoes_imports(
    place: DatabasePlace, office: Office, open_office: Callable[..., Office]
) -> None:
    report = bring_in(office, ImportKind.PLACES, LOCATIONS)
    add_officer(office, NewOfficer("ola", "Ola Moe", Role.OFFICER, "olas passord"))
    ola = open_office(place, "ola", "olas passord")
    with pytest.raises(NotAllowed):
        past_imports(ola)
    with pytest.raises(NotAllowed):
        undo(ola, report)
    with pytest.raises(NotFound):
        undo_import(office, office.new_id())


def test_the_server_removes_for_administrators_and_undone_imports_alone(
    place: DatabasePlace, office: Office, open_office: Callable[..., Office]
) -> None:
    if not place.is_server:
        return
    report = bring_in(office, ImportKind.PLACES, LOCATIONS)
    add_officer(office, NewOfficer("ola", "Ola Moe", Role.OFFICER, "olas passord"))
    call = text("SELECT remove_imported(:id)").bindparams(id=report.import_id)
    for who, why in (
        (office, "no such import"),
        (open_office(place, "ola", "olas passord"), "only an administrator"),
    ):
        with (
            who.database.engine.connect() as connection,
            pytest.raises(Exception, match=why),
        ):
            connection.execute(call)


def test_kept_versions_are_removed_by_an_undone_import_alone(
    embedded_office: Office, tmp_path: Path
) -> None:
    office = embedded_office
    bring_in(office, ImportKind.ROLL, ROLL, LEI)
    bring_in(office, ImportKind.CONVERSATIONS, CASE_NOTES)
    bring_in(office, ImportKind.CONVERSATIONS, changed_notes(tmp_path))
    with (
        office.database.engine.connect() as connection,
        pytest.raises(Exception, match="kept as they are"),
    ):
        connection.execute(text("DELETE FROM conversation_version"))
