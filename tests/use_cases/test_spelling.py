from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from sqlalchemy import select

from app.database.records.access_entry import AccessEntryRecord
from app.domain.access import Role
from app.domain.errors import DatabaseUnavailable
from app.domain.inmates import InmateFacts, LegalStatus
from app.exchange import dictionaries
from app.use_cases.administration import NewOfficer, add_officer
from app.use_cases.inmates import add_inmate
from app.use_cases.office import Office
from app.use_cases.spelling import Speller, add_word, missing_dictionaries, open_speller
from tests.helpers.prison import PASSWORD


@pytest.fixture
def inmate(office: Office) -> None:
    facts = InmateFacts(
        family_name="Petrauskas",
        given_name="Zygimantas",
        prison_number="70041",
        legal_status=LegalStatus.CONVICTED,
    )
    add_inmate(office, facts, None, office.officer.id)


def opened(office: Office) -> Speller:
    speller = open_speller(office, ["nb", "nn"])
    assert speller is not None
    return speller


def logged(office: Office) -> list[int | None]:
    record = AccessEntryRecord
    with office.reading() as connection:
        found = connection.execute(select(record.count).where(record.feature == "spelling"))
        return list(found.scalars())


@pytest.mark.usefixtures("inmate")
def test_names_of_inmates_and_officers_are_right_and_reading_them_is_logged(
    office: Office,
) -> None:
    with closing(opened(office)) as speller:
        assert speller.unknown(["Petrauskas", "Zygimantas", "Lunde", "Lundes"]) == frozenset()
    if not office.place.is_server:
        assert logged(office) == [1]


@pytest.mark.usefixtures("inmate")
def test_who_may_not_read_of_inmates_gets_no_names(
    office: Office, open_office: Callable[..., Office]
) -> None:
    add_officer(office, NewOfficer("rev", "Rita Ask", Role.AUDITOR, PASSWORD))
    with closing(opened(open_office(office.place, "rev"))) as speller:
        assert speller.unknown(["Petrauskas"]) == {"Petrauskas"}


@pytest.fixture
def word_file(office: Office) -> Iterator[object]:
    file = office.folders.drafts_folder / f"{office.officer.id}.words"
    assert not file.exists()
    yield file
    assert b"Xylofonveien" not in file.read_bytes()


def test_an_officers_own_words_are_right_from_then_on_and_cannot_be_read_on_the_disk(
    office: Office, open_office: Callable[..., Office], word_file: object
) -> None:
    add_word(office, "Xylofonveien")
    add_word(office, "blårasp")
    with closing(opened(open_office(office.place))) as speller:
        assert speller.unknown(["Xylofonveien", "blårasp"]) == frozenset()


def test_another_officer_has_other_words(
    office: Office, open_office: Callable[..., Office]
) -> None:
    add_word(office, "blårasp")
    add_officer(office, NewOfficer("tor", "Tor Lie", Role.OFFICER, PASSWORD))
    with closing(opened(open_office(office.place, "tor"))) as speller:
        assert speller.unknown(["blårasp"]) == {"blårasp"}


def test_a_damaged_list_counts_as_empty(office: Office) -> None:
    add_word(office, "blårasp")
    (office.folders.drafts_folder / f"{office.officer.id}.words").write_bytes(b"rubbish")
    add_word(office, "grønnrasp")
    with closing(opened(office)) as speller:
        assert speller.unknown(["blårasp", "grønnrasp"]) == {"blårasp"}


def test_a_word_that_cannot_be_kept_is_told(office: Office) -> None:
    (office.folders.drafts_folder / f"{office.officer.id}.words.new").mkdir()
    with pytest.raises(DatabaseUnavailable, match="kunne ikke lagres"):
        add_word(office, "blårasp")


def test_without_dictionaries_nothing_is_opened(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dictionaries, "_FOLDERS", ())
    assert missing_dictionaries() == ("nb", "nn")
    assert open_speller(office, ["nb"]) is None
