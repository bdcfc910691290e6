"""Files of places: the public one with all its traps, and small ones of other shapes."""

from collections import Counter
from datetime import date

import pytest

from app.domain.places import PlaceFacts, PlaceKind, PlaceStatus
from app.exchange.place_choice import choose_places
from app.exchange.reading import read_places
from tests.exchange.files import LOCATIONS, about, made, places_at

DEMO = read_places(LOCATIONS)


def place(path: str) -> PlaceFacts:
    return next(row.facts for row in DEMO.rows if row.facts.path == path)


def one(*lines: str) -> PlaceFacts:
    parsed = read_places(made(*lines))
    assert parsed.rejected == ()
    return parsed.rows[0].facts


def test_the_demo_prison_comes_in_whole():
    assert DEMO.rejected == ()
    assert len(DEMO.rows) == 273
    assert Counter(row.facts.kind for row in DEMO.rows) == {
        PlaceKind.WING: 9,
        PlaceKind.LANDING: 20,
        PlaceKind.CELL: 244,
    }
    assert {row.facts.prison for row in DEMO.rows} == {"MDI"}
    assert "planet_fm_reference" in DEMO.ignored_columns


def test_a_cell_has_all_the_file_says():
    assert place("A-1-010") == PlaceFacts(
        prison="MDI",
        path="A-1-010",
        kind=PlaceKind.CELL,
        parent_path="A-1",
        code="010",
        accommodation="NORMAL_ACCOMMODATION",
        used_for="STANDARD_ACCOMMODATION",
        special_kinds="LISTENER_CRISIS",
        cell_mark="A-1010",
        maximum=2,
        working=1,
        certified=2,
    )
    assert place("H").local_name == "Healthcare"
    assert place("A").parent_path is None


def test_cells_out_of_use_say_why_and_until_when():
    pest, damp = place("A-1-005"), place("B-2-003")
    assert pest.status is PlaceStatus.INACTIVE
    assert pest.out_of_use_reason == "skadedyr: Bed bugs"
    assert damp.out_of_use_reason == "fukt"
    assert (pest.out_of_use_since, pest.back_in_use_on) == (date(2026, 11, 23), date(2027, 1, 12))
    assert about(DEMO.warnings, 8) == [
        "Cellen er ute av bruk. Plassene i den regnes ikke med.",
        "Cellen er planlagt tilbake i bruk 12.01.2027.",
    ]


def test_working_capacity_nought_is_told():
    told = [found for found in DEMO.warnings if found.column == "working_capacity"]
    nought = [
        row.row
        for row in DEMO.rows
        if row.facts.kind is PlaceKind.CELL
        and row.facts.status is PlaceStatus.ACTIVE
        and not row.facts.working
        and not row.facts.converted_to
    ]
    assert [found.row for found in told] == nought
    assert len(nought) == 35


def test_active_cells_below_an_archived_landing_are_told():
    below = [row.row for row in DEMO.rows if row.facts.parent_path == "D-3"]
    assert len(below) == 3
    for row in below:
        told = "Stedet er i bruk, men «D-3», som det ligger under, er det ikke."
        assert told in about(DEMO.warnings, row)


def test_draft_wings_are_told():
    drafts = [
        row.facts.path for row in DEMO.rows if (row.row, "status") in places_at(DEMO.warnings)
    ]
    assert {"E", "F", "G"} <= set(drafts)


def test_converted_rooms_are_no_beds():
    converted = {row.facts.path: row for row in DEMO.rows if row.facts.converted_to}
    assert {path: row.facts.converted_to for path, row in converted.items()} == {
        "A-1-007": "kontor",
        "B-1-002": "lager",
        "C-2-001": "dusj",
    }
    for row in converted.values():
        assert row.facts.maximum == 0
        assert (row.row, "converted_cell_type") in places_at(DEMO.warnings)


def test_archived_cells_say_why():
    assert place("B-3-013").out_of_use_reason == "Duplicate"
    assert place("C-3-014").status is PlaceStatus.ARCHIVED


def test_norwegian_headings_and_words():
    facts = one(
        "Celle;Avdeling;Type;Status;Plasser;Årsak;Ute av bruk fra;Tilbake i bruk",
        "A-1-01;A;Celle;Ute av bruk;2;vannskade;01.02.2026;1.3.2026",
    )
    assert facts.kind is PlaceKind.CELL
    assert facts.status is PlaceStatus.INACTIVE
    assert (facts.maximum, facts.working, facts.certified) == (2, 2, 2)
    assert facts.out_of_use_reason == "vannskade"
    assert facts.back_in_use_on == date(2026, 3, 1)


def test_kinds_are_worked_out_from_the_paths():
    parsed = read_places(made("sti", "A", "A-1", "A-1-1", "B"))
    assert [row.facts.kind for row in parsed.rows] == [
        PlaceKind.WING,
        PlaceKind.LANDING,
        PlaceKind.CELL,
        PlaceKind.WING,
    ]
    assert parsed.rows[2].facts.parent_path == "A-1"
    assert parsed.rows[2].facts.maximum == 1
    assert about(parsed.warnings, None) == [
        "Filen sier ikke hvor mange plasser cellene har. Hver celle får én plass."
    ]


def test_a_bare_cell_number_is_put_in_its_unit():
    assert one("Celle,Avdeling,Plasser", "101,A,1").path == "A-101"
    assert one("Celle,Avdeling,Plasser", "A101,A,1").path == "A101"


def test_the_prison_before_every_path_is_taken_off():
    parsed = read_places(made("prison,path,parent", "MDI,MDI-A,", "MDI,MDI-A-1,MDI-A"))
    assert [(row.facts.path, row.facts.parent_path) for row in parsed.rows] == [
        ("A", None),
        ("A-1", "A"),
    ]
    parsed = read_places(made("prison,path", "A,A", "A,A-1"))
    assert [row.facts.path for row in parsed.rows] == ["A", "A-1"]


@pytest.mark.parametrize("value", ["to", "-1", "1.5", "99999", "²"])
def test_a_capacity_that_is_no_number_is_a_warning(value):
    parsed = read_places(made("path,max_capacity,location_type", f"A-1,{value},LANDING"))
    assert parsed.rejected == ()
    assert places_at(parsed.warnings) == [(2, "max_capacity")]
    assert f"«{value}»" in parsed.warnings[0].message
    assert parsed.rows[0].facts.maximum == 0


def test_more_daily_places_than_room_is_a_warning():
    parsed = read_places(made("path,max_capacity,working_capacity", "A-1,1,2"))
    assert places_at(parsed.warnings) == [(2, "working_capacity")]


def test_unknown_kind_and_status_are_warnings():
    parsed = read_places(made("path,location_type,status", "A,KIOSK,MAYBE"))
    assert places_at(parsed.warnings) == [(2, "location_type"), (2, "status")]
    assert parsed.rows[0].facts.kind is PlaceKind.OTHER


def test_errors_name_row_and_column():
    parsed = read_places(
        made(
            "prison,path_hierarchy,deactivated_date",
            "MDI,A,",
            "MDI,,",
            "MDI,A,",
            "MDI,B,31.02.2020",
            "MDI,C--1,",
            f"MDI,{'D' * 121},",
        )
    )
    assert places_at(parsed.rejected) == [
        (3, "path_hierarchy"),
        (7, "path_hierarchy"),
        (4, "path_hierarchy"),
        (6, "path_hierarchy"),
        (5, "deactivated_date"),
    ]
    assert about(parsed.rejected, 4) == ["«A» står også i rad 2. Fjern den ene."]
    assert about(parsed.rejected, 5) == [
        "Datoen «31.02.2020» finnes ikke. Skriv den som 2020-02-28 eller 28.02.2020."
    ]


def test_a_value_too_long_is_cut_and_told():
    parsed = read_places(made("path,local_name", f"A,{'x' * 130}"))
    assert places_at(parsed.warnings) == [(2, "local_name")]
    assert len(parsed.rows[0].facts.local_name) == 120


def test_places_above_that_are_missing_are_added_and_told():
    parsed = read_places(made("path,max_capacity", "A-1-1,1", "A-1-2,1", "B,0"))
    chosen = choose_places(parsed, "OSL", known_paths=("X",))
    assert [(facts.path, facts.kind, facts.parent_path) for facts in chosen.implied] == [
        ("A-1", PlaceKind.LANDING, "A"),
        ("A", PlaceKind.WING, None),
    ]
    assert {row.facts.prison for row in chosen.rows} == {"OSL"}
    assert about(chosen.warnings, 2) == [
        "Stedet «A-1» ligger over dette, men står ikke i filen. Det legges til.",
        "Stedet «A» ligger over dette, men står ikke i filen. Det legges til.",
    ]
    assert choose_places(parsed, "OSL", known_paths=("A", "A-1")).implied == ()


TWO_PRISONS = made("prison,path", "MDI,A", "LEI,A", "LEI,B", ",C")


def test_the_same_path_in_two_prisons_is_no_duplicate():
    parsed = read_places(TWO_PRISONS)
    assert parsed.rejected == ()
    chosen = choose_places(parsed)
    assert chosen.prison == "LEI"
    assert [row.facts.path for row in chosen.rows] == ["A", "B", "C"]
    assert about(chosen.warnings, 2) == ["Raden gjelder «MDI», ikke «LEI». Den er hoppet over."]


def test_the_stored_prison_comes_before_the_commonest():
    assert choose_places(read_places(TWO_PRISONS), stored="MDI").prison == "MDI"
    assert choose_places(read_places(TWO_PRISONS), asked="lei", stored="MDI").prison == "LEI"


def test_places_of_another_prison_do_not_overwrite_the_stored_ones():
    chosen = choose_places(DEMO, stored="LEI")
    assert chosen.rows == ()
    assert places_at(chosen.rejected) == [(None, "prison_id")]
    assert choose_places(DEMO, asked="MDI", stored="LEI").rejected == ()


def test_a_prison_the_file_does_not_have_is_an_error_that_names_those_it_has():
    chosen = choose_places(read_places(TWO_PRISONS), asked="XXX")
    assert [found.message for found in chosen.rejected] == [
        "Filen har ingen rader som gjelder for «XXX». Den har «LEI» (2), «MDI» (1)."
    ]
