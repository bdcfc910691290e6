"""Which column holds what: known headings, likely ones, and what the officer says."""

import pytest

from app.exchange.columns import Columns, guess_columns, guess_kind, has_key
from app.exchange.csv_file import Table, read_table
from app.exchange.fields import FIELDS
from app.exchange.findings import Findings
from app.exchange.kinds import ImportKind
from app.exchange.squash import squash
from tests.exchange.files import LOCATIONS, NOTES, ROLL, made


def table(data: bytes) -> Table:
    read = read_table(data)
    assert isinstance(read, Table)
    return read


def guess(data, kind=ImportKind.ROLL, stated=None) -> tuple[Columns | None, Findings]:
    findings = Findings()
    return guess_columns(table(data), kind, stated, findings), findings


def headings(columns: Columns | None) -> dict[str, str]:
    assert columns is not None
    return {guess.field: guess.heading for guess in columns.guesses if guess.heading}


def test_norwegian_headings_are_known_in_any_spelling():
    data = made(
        "INNSATTNUMMER;Etternavn;Fornavn;Foedselsdato;Celle nr.;Avdeling;Kontakt-betjent;Språk;"
        "Løslatelsesdato;Juridisk_status;Merknad",
        "1;Moe;Eva;01.02.1990;A-1;A;Lunde, Kari;norsk;;Dom;ja",
    )
    columns, findings = guess(data)
    assert findings.rejected == ()
    assert headings(columns) == {
        "prison_number": "INNSATTNUMMER",
        "last_name": "Etternavn",
        "first_name": "Fornavn",
        "birth_date": "Foedselsdato",
        "cell": "Celle nr.",
        "unit": "Avdeling",
        "key_worker": "Kontakt-betjent",
        "languages": "Språk",
        "release_date": "Løslatelsesdato",
        "legal_status": "Juridisk_status",
    }
    assert columns is not None
    assert columns.ignored == ("Merknad",)
    assert all(guess.sure for guess in columns.guesses if guess.heading)


def test_a_longer_heading_is_taken_but_not_sure():
    columns, _findings = guess(made("Innsattes etternavn,Innsattnummer (IN)", "Moe,1"))
    assert columns is not None
    taken = {guess.field: guess for guess in columns.guesses}
    assert taken["last_name"].heading == "Innsattes etternavn"
    assert taken["last_name"].field_word == "etternavn"
    assert not taken["last_name"].sure
    assert not taken["prison_number"].sure


def test_a_heading_that_counts_or_describes_is_not_taken_for_the_thing():
    columns, _findings = guess(made("id_nr,Navn,Innsattnummer,Antall språk", "1,Moe,1,2"))
    assert "languages" not in headings(columns)


def test_a_shared_heading_goes_by_its_values():
    columns, _findings = guess(made("Innsattnr,Navn,Status", "1,Moe,Varetekt", "2,Dahl,Dom"))
    assert headings(columns)["legal_status"] == "Status"
    columns, _findings = guess(made("Innsattnr,Navn,Status", "1,Moe,Inne", "2,Dahl,Permisjon"))
    assert headings(columns)["in_out"] == "Status"
    columns, _findings = guess(made("Innsattnr,Navn,Status", "1,Moe,grønn", "2,Dahl,Dom"))
    assert "Status" not in headings(columns).values()


def test_a_cell_type_may_be_a_kind_of_place_or_a_special_cell():
    kind, _findings = guess(made("Celle,Celletype", "A,Avdeling", "A-1,Celle"), ImportKind.PLACES)
    assert headings(kind)["location_type"] == "Celletype"
    special, _findings = guess(made("Celle,Celletype", "A-1,Sikkerhetscelle"), ImportKind.PLACES)
    assert headings(special)["specialist_cell_types"] == "Celletype"


def test_what_the_officer_states_wins_over_the_guess():
    data = made("Etternavn,Kallenavn,Nummer A,Innsattnummer", "Moe,Mo,7,1")
    columns, findings = guess(data, stated={"last_name": "kallenavn", "PRISON_NUMBER": "Nummer A"})
    assert findings.rejected == ()
    assert headings(columns)["last_name"] == "Kallenavn"
    assert headings(columns)["prison_number"] == "Nummer A"


def test_one_column_may_be_stated_for_two_fields():
    data = made("ID,Innsattnummer,Tidspunkt,Tekst", "1,2,01.02.2026 10:00,Hei")
    stated = {"CONTACT_DATE": "Tidspunkt", "CONTACT_TIME": "Tidspunkt"}
    columns, _findings = guess(data, ImportKind.CONVERSATIONS, stated)
    assert columns is not None
    assert columns.heading("CONTACT_DATE") == columns.heading("CONTACT_TIME") == "Tidspunkt"


def test_an_empty_heading_turns_a_field_off():
    columns, _findings = guess(made("Innsattnr,Navn,Språk", "1,Moe,pl"), stated={"languages": ""})
    assert "languages" not in headings(columns)


def test_a_stated_heading_or_field_that_is_not_there_is_an_error():
    _columns, findings = guess(
        made("Innsattnr,Navn", "1,Moe"), stated={"last_name": "Slekt", "shoe_size": "Navn"}
    )
    assert [(found.row, found.column) for found in findings.rejected] == [
        (1, "Slekt"),
        (None, None),
    ]
    assert "«Slekt»" in findings.rejected[0].message
    assert "«shoe_size»" in findings.rejected[1].message


def test_a_heading_that_stands_twice_is_an_error_only_if_it_is_read():
    _columns, findings = guess(made("Innsattnr,Navn,Navn", "1,Moe,Dahl"))
    assert [(found.row, found.column) for found in findings.rejected] == [(1, "Navn")]
    _columns, findings = guess(made("Innsattnr,Navn,Annet,Annet", "1,Moe,a,b"))
    assert findings.rejected == ()


def test_a_missing_key_names_the_column_and_what_there_is():
    columns, findings = guess(made("Navn,Celle", "Moe,A-1"))
    assert not has_key(columns, ImportKind.ROLL)
    assert findings.rejected[0].row == 1
    assert findings.rejected[0].message == (
        "Kolonnen «oppholdsnummer» (booking_id) eller «innsattnummer» (prison_number) mangler. "
        "Filen har kolonnene «Navn», «Celle»."
    )


def test_what_is_required_follows_what_there_is():
    columns, _findings = guess(made("Innsattnr,Navn", "1,Moe"))
    assert columns is not None
    assert {guess.field for guess in columns.guesses if guess.required} == {
        "prison_number",
        "full_name",
    }


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (LOCATIONS, ImportKind.PLACES),
        (ROLL, ImportKind.ROLL),
        (NOTES, ImportKind.CONVERSATIONS),
        (made("Farge,Form", "rød,rund"), None),
    ],
)
def test_the_kind_of_a_file_shows_in_its_headings(data, kind):
    assert guess_kind(table(data)) is kind


@pytest.mark.parametrize("kind", ImportKind)
def test_no_heading_means_two_things_in_one_kind_of_file(kind):
    known = [
        heading for field in FIELDS[kind] for heading in {squash(known) for known in field.headings}
    ]
    assert sorted({heading for heading in known if known.count(heading) > 1}) == []
    assert len({field.name for field in FIELDS[kind]}) == len(FIELDS[kind])


def test_headings_are_compared_without_case_accents_and_signs():
    assert squash("Fødsels-dato ") == squash("FOEDSELSDATO") == squash("fodselsdato")
    assert squash("Språk") == squash("spraak") == squash("SPRAK")
