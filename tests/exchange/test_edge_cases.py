"""Uploads made for another program: each is refused with a message that says what is wrong."""

import pytest

from app.exchange.findings import Finding
from app.exchange.reading import read_conversations, read_places, read_roll
from tests.exchange.files import LOCATIONS, NOTES, ROLL, edge_case, made, places_at

THERE = "Filen har kolonnene «Prison number», «Start time», «End time»."
NO_PATH = Finding(1, None, f"Kolonnen «sti» (path_hierarchy) mangler. {THERE}")
NO_NAME = Finding(
    1, None, f"Kolonnen «etternavn» (last_name) eller «navn» (full_name) mangler. {THERE}"
)
NO_NOTE = Finding(1, None, f"Kolonnen «oppføringsnummer» (CASE_NOTE_ID) mangler. {THERE}")
UPLOADS = (
    "appointment-set.csv",
    "appointment-set-duplicates.csv",
    "appointment-set-empty-rows.csv",
)


@pytest.mark.parametrize("name", UPLOADS)
def test_a_file_without_the_needed_columns_names_them_and_row_1(name):
    data = edge_case(name)
    assert read_places(data).rejected == (NO_PATH,)
    assert read_roll(data).rejected[0] == NO_NAME
    assert read_conversations(data).rejected[0] == NO_NOTE


def test_duplicates_are_named_with_row_and_column():
    rejected = read_roll(edge_case("appointment-set-duplicates.csv")).rejected
    assert rejected[1:] == (
        Finding(4, "Prison number", "«A1234BC» står også i rad 2. Fjern den ene."),
        Finding(5, "Prison number", "«B2345CD» står også i rad 3. Fjern den ene."),
    )


def test_blank_rows_shift_no_row_number():
    data = edge_case("appointment-set-empty-rows.csv").replace(b"Start time", b"Etternavn")
    parsed = read_roll(data)
    assert parsed.rejected == ()
    assert [(row.row, row.facts.prison_number) for row in parsed.rows] == [
        (3, "A1234BC"),
        (6, "B2345CD"),
    ]


@pytest.mark.parametrize("read", [read_places, read_roll, read_conversations])
def test_a_file_without_headings_says_so(read):
    rejected = read(edge_case("appointment-set-no-header.csv")).rejected
    assert rejected[0] == Finding(
        1, None, "Rad 1 er ikke overskrifter, men data. Sett inn en rad med overskrifter over."
    )
    assert all(found.row == 1 for found in rejected)


@pytest.mark.parametrize("read", [read_places, read_roll, read_conversations])
def test_an_empty_file_says_so(read):
    assert read(edge_case("empty-appointment-set.csv")).rejected == (
        Finding(None, None, "Filen er tom. Velg en fil med overskrifter i første rad."),
    )


@pytest.mark.parametrize(
    ("read", "data"),
    [(read_places, LOCATIONS), (read_roll, ROLL), (read_conversations, NOTES)],
)
def test_headings_alone_are_refused(read, data):
    parsed = read(data.splitlines(keepends=True)[0])
    assert parsed.rejected == (
        Finding(1, None, "Filen har overskrifter, men ingen rader. Det er ingenting å hente inn."),
    )
    assert parsed.columns


@pytest.mark.parametrize(
    ("read", "data", "word"),
    [
        (read_places, ROLL, "innsattliste"),
        (read_roll, LOCATIONS, "steder"),
        (read_conversations, ROLL, "innsattliste"),
        (read_roll, NOTES, "samtaler"),
    ],
)
def test_a_file_of_another_kind_is_told_to_be_one(read, data, word):
    first = read(data).rejected[0]
    assert (first.row, first.column) == (None, None)
    assert word in first.message


@pytest.mark.parametrize(
    ("read", "data"),
    [(read_places, LOCATIONS), (read_roll, ROLL), (read_conversations, NOTES)],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_the_public_files_say_the_same_however_they_are_stored(read, data, encoding):
    text = data.decode("utf-8")
    assert read(text.replace("\r\n", "\n").encode(encoding)) == read(data)


def test_the_public_roll_with_tabs_and_semicolons_says_the_same():
    # No value of these rows holds a separator but the quoted names.
    text = ROLL.decode("utf-8").replace('"USER, ', '"USER# ')
    for separator in ("\t", ";"):
        data = text.replace(",", separator).replace("#", ",").encode()
        assert read_roll(data).rows == read_roll(ROLL).rows


def test_every_heading_may_be_renamed_by_a_mapping():
    renamed = made(
        *(
            line if number else "a,b,c,d,e,f"
            for number, line in enumerate(["", "1,A,MOE,EVA,A-1,1990-02-01"])
        )
    )
    columns = {
        "booking_id": "a",
        "prison_number": "b",
        "last_name": "c",
        "first_name": "d",
        "cell": "e",
        "birth_date": "f",
    }
    parsed = read_roll(renamed, columns)
    assert parsed.rejected == ()
    assert parsed.rows[0].facts.display_name == "Moe, Eva"
    assert parsed.heading("cell") == "e"


def test_errors_after_a_mapping_name_the_files_own_heading():
    parsed = read_roll(
        made("a,b,c", "1,MOE,i går"), {"prison_number": "a", "last_name": "b", "birth_date": "c"}
    )
    assert places_at(parsed.rejected) == [(2, "c")]
