"""R5 of the reliability goals, a share of it in every run; `make campaign` reads a million each."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.database.opening import DatabasePlace
from app.exchange.csv_file import Table, read_table
from app.exchange.kinds import ImportKind
from app.exchange.place_choice import choose_places
from app.exchange.reading import read_conversations, read_places, read_roll
from app.exchange.roll_choice import choose_roll
from app.exchange.table_child import Answer
from app.use_cases import imports
from app.use_cases.import_roll import RollWriter
from app.use_cases.imports import ImportOptions, run_import
from app.use_cases.office import Office
from app.use_cases.past_imports import undo_import
from tests.harness.fuzzing import FuzzTally, fuzz
from tests.harness.judging import ACCEPTED, REJECTED, UNREADABLE, judged
from tests.harness.mutating import FORMATS, ROWS, mutated, sound
from tests.use_cases.test_past_imports import state

INPUTS = 20_000
BROUGHT_IN = 40
MOST_MIB = 300


@pytest.mark.parametrize(
    ("judge", "what"),
    [
        ("crashing", "IndexError"),
        ("dying", "the process ended"),
        ("hanging", "hang"),
        ("losing", "Unsound: lost rows"),
    ],
)
def test_a_planted_fault_is_caught(judge, what):
    tally = fuzz("csv", 2_000, judge, most_faults=1)
    ((_number, said),) = tally.faults
    assert said.startswith(what)
    assert tally.inputs < 2_000


@pytest.mark.parametrize("name", FORMATS)
def test_a_sound_file_is_accepted_and_a_number_always_makes_the_same(name):
    assert {judged(kind, data) for kind, data in sound(name)} == {ACCEPTED}
    assert mutated(name, 7) == mutated(name, 7)
    assert mutated(name, 7) != mutated(name, 8)


@pytest.mark.timeout(240)
@pytest.mark.parametrize("name", FORMATS)
def test_broken_files_get_an_answer(name):
    tally: FuzzTally = fuzz(name, INPUTS)
    assert tally.faults == []
    assert tally.inputs == INPUTS
    assert tally.peak_mib < MOST_MIB
    assert min(tally.ends[end] for end in (ACCEPTED, REJECTED, UNREADABLE)) > INPUTS // 50


@contextmanager
def reading_here(file: Path, *_rest: object, **_more: object) -> Iterator[Answer]:
    """Read in this process: what is looked at here is what is written."""
    yield read_table(file.read_bytes())


def expected(kind: ImportKind, data: bytes) -> int | None:
    """How many records a file brings; None if nothing of it may come in."""
    table = read_table(data)
    if not isinstance(table, Table):
        return None
    if kind is ImportKind.PLACES:
        places = choose_places(read_places(table), None, "TST", ("B",))
        return None if places.rejected else len(places.rows)
    if kind is ImportKind.ROLL:
        roll = choose_roll(read_roll(table), None, "TST")
        return None if roll.rejected else len(roll.rows)
    notes = read_conversations(table)
    known = [row for row in notes.rows if (row.booking_id or row.prison_number) in ("T1", "T2")]
    return None if notes.rejected else len(known)


def whole_or_nothing(office: Office, name: str, folder: Path, count: int) -> list[int]:
    """Bring broken files in and take them back; return the numbers of those that did so by half."""
    by_half = []
    for number in range(count):
        kind, data = mutated(name, number)
        file = folder / f"{number}.{name}"
        file.write_bytes(data)
        before = state(office)
        wanted = expected(kind, data)
        report = run_import(office, kind, file, ImportOptions())
        written = report.created + report.changed + report.unchanged
        if written != (wanted or 0) or (wanted is None and state(office) != before):
            by_half.append(number)
        if report.import_id is not None:
            undo_import(office, report.import_id)
        if state(office) != before:
            by_half.append(number)
    return by_half


@pytest.fixture
def filled(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A unit and two people, as the sound files have them."""
    monkeypatch.setattr(imports, "reading_apart", reading_here)
    for kind in (ImportKind.PLACES, ImportKind.ROLL):
        file = tmp_path / f"{kind.value}.csv"
        rows = [";".join(row) for row in ROWS[kind]]
        file.write_text("\n".join(rows), encoding="utf-8")
        assert run_import(office, kind, file, ImportOptions()).rejected == ()
    return office


@pytest.mark.parametrize("name", FORMATS)
def test_a_broken_file_comes_in_whole_or_not_at_all_and_can_be_taken_back(
    place: DatabasePlace, filled: Office, tmp_path: Path, name: str
) -> None:
    assert whole_or_nothing(filled, name, tmp_path, BROUGHT_IN) == []


def test_a_planted_half_import_is_caught(
    filled: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = RollWriter.write

    def half(writer: RollWriter, rows: tuple[object, ...], *rest: object, **more: object) -> None:
        whole(writer, rows[:1], *rest, **more)

    monkeypatch.setattr(RollWriter, "write", half)
    assert whole_or_nothing(filled, "csv", tmp_path, BROUGHT_IN)
