"""Rolls: the public one with all its traps, and small ones of other shapes."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from app.domain.inmates import InmateFacts, LegalStatus, Whereabouts
from app.exchange.reading import read_roll
from app.exchange.roll import RollRow
from app.exchange.roll_choice import choose_prison, choose_roll
from tests.exchange.files import ROLL, about, made, places_at

PUBLIC = read_roll(ROLL)
LEI = choose_roll(PUBLIC, "LEI")


def stay(booking: str) -> RollRow:
    return next(row for row in PUBLIC.rows if row.facts.booking_id == booking)


def one(*lines: str) -> RollRow:
    parsed = read_roll(made(*lines))
    assert parsed.rejected == ()
    return parsed.rows[0]


def test_every_row_is_read_without_an_error():
    assert PUBLIC.rejected == ()
    assert len(PUBLIC.rows) == 75
    assert sum(row.active for row in PUBLIC.rows) == 55
    assert len({row.prison for row in PUBLIC.rows}) == 11
    assert Counter(row.prison for row in PUBLIC.rows)["LEI"] == 29
    assert "incentive_level" in PUBLIC.ignored_columns


def test_a_person_has_all_the_file_says():
    assert stay("-2") == RollRow(
        row=3,
        facts=InmateFacts(
            prison_number="A1234AB",
            family_name="Anderson",
            given_name="Gillian Eve",
            birth_date=date(1998, 8, 28),
            languages=("pl", "en"),
            release_date=date(2018, 4, 19),
            booking_id="-2",
        ),
        prison="LEI",
        cell="H-1-5",
        cell_as_written="LEI-H-1-5",
        cell_capacity=1,
        key_worker="USER, PRISON",
    )
    assert stay("-2").key == "-2"


def test_two_of_one_surname_are_told_apart_by_the_given_name():
    names = [row.facts.display_name for row in PUBLIC.rows[:2]]
    assert names == ["Anderson, Arthur Boris", "Anderson, Gillian Eve"]


def test_one_prison_is_chosen_and_every_other_row_is_named():
    assert LEI.prison == "LEI"
    assert len(LEI.rows) == 28
    skipped = [found for found in LEI.warnings if "hoppet over" in found.message]
    assert len(skipped) == 75 - 28
    assert about(LEI.warnings, 17) == ["Raden gjelder «MUL», ikke «LEI». Den er hoppet over."]
    assert about(LEI.warnings, 51) == ["Oppholdet er ikke aktivt. Raden er hoppet over."]
    assert (17, "prison") in places_at(LEI.warnings)
    assert (51, "active") in places_at(LEI.warnings)


@pytest.mark.parametrize(
    ("asked", "places", "chosen"),
    [(None, None, "LEI"), (None, "MDI", "MDI"), ("lei", "MDI", "LEI"), ("MUL", None, "MUL")],
)
def test_the_prison_is_the_asked_one_else_that_of_the_places_else_the_commonest(
    asked, places, chosen
):
    assert choose_prison(PUBLIC, asked, places).prison == chosen


def test_places_of_a_prison_without_rows_give_way_with_a_warning():
    chosen = choose_roll(PUBLIC, None, "OSL")
    assert chosen.prison == "LEI"
    assert about(chosen.warnings, None) == [
        "Ingen aktive opphold i filen gjelder for «OSL». «LEI» er valgt."
    ]


@pytest.mark.parametrize("asked", ["OSL", "OUT", "TRN"])
def test_a_prison_without_active_stays_never_empties_the_roll(asked):
    chosen = choose_roll(read_roll(made("Innsattnr,Navn,Fengsel,Aktiv", "1,Moe,OUT,N")), asked)
    assert chosen.rows == ()
    assert places_at(chosen.rejected) == [(None, "Fengsel")]


def test_a_number_that_recurs_under_another_name_is_told():
    assert about(LEI.warnings, 13) == [
        "Innsattnummeret «A1234AL» har et annet navn i rad 14: «Smiley, Danny»."
    ]
    assert len(about(LEI.warnings, 10)) == 2


def test_two_active_stays_of_one_number_are_told_and_both_come_in():
    chosen = choose_roll(
        read_roll(made("booking_id,Innsattnr,Navn", "1,A1,Moe", "2,A1,Moe", "3,A2,Dahl"))
    )
    assert len(chosen.rows) == 3
    assert places_at(chosen.warnings) == [(3, "Innsattnr")]
    assert "i rad 2" in chosen.warnings[0].message


def test_one_name_and_birth_date_under_two_numbers_is_told():
    chosen = choose_roll(
        read_roll(made("Innsattnr,Navn,Født", "A1,Moe,01.01.1990", "A2,MOE,1990-01-01"))
    )
    assert places_at(chosen.warnings) == [(3, "Født")]


def test_people_on_a_landing_and_in_crowded_cells_keep_their_place():
    cells = Counter(row.cell for row in LEI.rows)
    assert cells["A-1-1"] == 3
    assert cells["H-1"] == 12
    assert cells["A-1"] == 1
    assert cells["H-1-1"] == 1


def test_people_without_a_cell_are_told():
    for booking, row in (("16048", 61), ("-114", 76)):
        assert stay(booking).cell is None
        assert about(LEI.warnings, row) == ["Cellen mangler. Personen kommer inn uten celle."]
    assert sum(not row.cell_as_written for row in PUBLIC.rows) == 39
    assert sum(not row.cell_as_written for row in PUBLIC.rows if row.active) == 19


def test_people_who_are_out_are_told_and_keep_their_unit():
    for booking, row in (("-24", 25), ("-25", 26)):
        assert stay(booking).facts.whereabouts is Whereabouts.OUT
        assert stay(booking).cell == "H-1"
        assert (row, "in_out") in places_at(LEI.warnings)


def test_a_cell_in_another_prison_is_left_out():
    assert stay("-46").cell is None
    assert about(choose_roll(PUBLIC, "MDI").warnings, 46) == [
        "Cellen «LEI-CARP» ligger i et annet fengsel. Personen kommer inn uten celle."
    ]


@pytest.mark.parametrize(
    ("cell", "in_out", "path", "where"),
    [
        ("LEI-A-1", "IN", "A-1", Whereabouts.INSIDE),
        ("lei-A-1", "", "A-1", Whereabouts.INSIDE),
        ("A-1", "IN", "A-1", Whereabouts.INSIDE),
        ("LEI-RECP", "IN", None, Whereabouts.RECEPTION),
        ("RECP", "IN", None, Whereabouts.RECEPTION),
        ("LEI-COURT", "", None, Whereabouts.COURT),
        ("TAP", "", None, Whereabouts.LEAVE),
        ("LEI-CSWAP", "", None, Whereabouts.INSIDE),
        ("Sykehus", "", None, Whereabouts.HOSPITAL),
        ("LEI-A-1", "TRN", "A-1", Whereabouts.OUT),
        ("LEI-A-1", "Permisjon", "A-1", Whereabouts.LEAVE),
        ("LEI", "", None, Whereabouts.INSIDE),
    ],
)
def test_where_a_person_is(cell, in_out, path, where):
    row = one("booking_id,prisoner_no,Navn,prison,in_out,cell", f"1,A,Moe,LEI,{in_out},{cell}")
    assert (row.cell, row.facts.whereabouts) == (path, where)


def test_a_cell_that_is_no_path_is_left_out_and_told():
    parsed = read_roll(made("Innsattnr,Navn,Celle", "1,Moe,A--1"))
    assert parsed.rows[0].cell is None
    assert places_at(parsed.warnings) == [(2, "Celle")]


def test_a_norwegian_roll_in_cp1252_with_semicolons():
    parsed = read_roll(
        made(
            "Innsattnummer;Etternavn;Fornavn;Fødselsdato;Avdeling;Celle;Kontaktbetjent;Språk;"
            "Løslatelsesdato;Juridisk status;Tolk;Innkomst",
            "2026-0001;Bjørnås;Åge;01.02.1990;A;101;Lunde, Kari;norsk, engelsk;1.12.2026;Dom;nei;"
            "20.11.2026 14:00",
            "2026-0002;Ærlig;Øyvind;;B;;;polsk;;Varetekt;ja;",
            "2026-0003;Dahl;Li;;B;B-2;;;;Forvaring;;",
            encoding="cp1252",
            end="\r\n",
        )
    )
    assert parsed.rejected == ()
    first, second, third = parsed.rows
    assert first.facts == InmateFacts(
        prison_number="2026-0001",
        family_name="Bjørnås",
        given_name="Åge",
        birth_date=date(1990, 2, 1),
        legal_status=LegalStatus.CONVICTED,
        languages=("nb", "en"),
        arrived_at=datetime(2026, 11, 20, 13, 0, tzinfo=UTC),
        release_date=date(2026, 12, 1),
    )
    assert (first.cell, first.unit, first.key_worker) == ("A-101", "A", "Lunde, Kari")
    assert first.key == "2026-0001"
    assert (second.cell, second.unit) == (None, "B")
    assert second.facts.interpreter_needed
    assert second.facts.legal_status is LegalStatus.REMAND
    assert third.facts.legal_status is LegalStatus.PREVENTIVE_DETENTION
    chosen = choose_roll(parsed, None, "OSL")
    assert chosen.prison == "OSL"
    assert {row.prison for row in chosen.rows} == {"OSL"}


def test_names_in_one_column():
    parsed = read_roll(made("Innsattnr;Navn", "1;Moe, Eva", "2;Eva Moe"))
    assert {row.facts.display_name for row in parsed.rows} == {"Moe, Eva"}


def test_a_missing_name_is_a_warning_and_never_an_empty_one():
    parsed = read_roll(made("Innsattnr;Etternavn;Fornavn", "1;;EVA", "2;;"))
    assert [row.facts.family_name for row in parsed.rows] == ["Eva", "2"]
    assert places_at(parsed.warnings) == [(2, "Etternavn"), (3, "Etternavn")]


def test_the_key_is_the_booking_else_the_number():
    both = read_roll(made("booking_id,prisoner_no,Navn", "1,A,Moe", ",B,Dahl", "1,C,Li"))
    assert places_at(both.rejected) == [(3, "booking_id"), (4, "booking_id")]
    empty = read_roll(made("booking_id,prisoner_no,Navn", ",A,Moe", ",A,Moe", ",,Li"))
    assert places_at(empty.rejected) == [(3, "prisoner_no"), (4, "prisoner_no")]
    alone = read_roll(made("booking_id,Navn", "1,Moe"))
    assert alone.rejected == ()
    assert alone.rows[0].facts.prison_number == "1"
    assert places_at(alone.warnings) == [(None, None)]


def test_an_empty_number_beside_a_booking_is_a_warning():
    parsed = read_roll(made("booking_id,prisoner_no,Navn", "1,,Moe", "2,B,Li"))
    assert parsed.rows[0].facts.prison_number == "1"
    assert places_at(parsed.warnings) == [(2, "prisoner_no")]


@pytest.mark.parametrize(
    ("heading", "value"),
    [("Fødselsdato", "31.02.1990"), ("Løslatelsesdato", "snart"), ("Innkomst", "2026-01-01 25:00")],
)
def test_a_bad_date_stops_the_file(heading, value):
    parsed = read_roll(made(f"Innsattnr,Navn,{heading}", "1,Moe,", f"2,Li,{value}"))
    assert places_at(parsed.rejected) == [(3, heading)]
    assert choose_roll(parsed).rows == ()


def test_a_birth_date_to_come_stops_the_file():
    data = made("Innsattnr,Navn,Født", "1,Moe,24.11.2026")
    now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    assert read_roll(data).rejected == ()
    assert places_at(read_roll(data, now=now).rejected) == [(2, "Født")]


def test_words_nobody_knows_are_warnings():
    parsed = read_roll(
        made(
            "Innsattnr,Navn,Juridisk status,Aktiv,Inne ute,Tolk,Fengsel",
            "1,Moe,løslatt,kanskje,månen,vet ikke,",
        )
    )
    row = parsed.rows[0]
    assert row.active
    assert row.facts.legal_status is LegalStatus.UNKNOWN
    assert row.facts.whereabouts is Whereabouts.INSIDE
    assert not row.facts.interpreter_needed
    assert {found.column for found in parsed.warnings} == {
        "Juridisk status",
        "Aktiv",
        "Inne ute",
        "Tolk",
        "Fengsel",
    }


def test_warnings_of_skipped_rows_are_not_repeated():
    parsed = read_roll(made("Innsattnr,Navn,Fengsel,Språk", "1,Moe,A,xx", "2,Li,A,", "3,Bo,B,yy"))
    warnings = choose_roll(parsed, "A").warnings
    assert places_at(warnings) == [(2, "Språk"), (4, "Fengsel")]


def test_the_public_names_are_readable():
    names = {row.facts.family_name for row in PUBLIC.rows}
    assert {"O'Vaughan", "Harris Jones", "Old Last Name"} <= names
