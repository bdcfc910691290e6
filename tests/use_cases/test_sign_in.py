import json
from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.database.opening import DatabasePlace
from app.database.records.access_entry import AccessEntryRecord
from app.domain.access import Right, Role, Verb
from app.domain.errors import (
    AlreadyThere,
    DatabaseMissing,
    DatabaseTooNew,
    NotAllowed,
    RuleBroken,
    WrongPassword,
)
from app.foundation.paths import Places
from app.use_cases.administration import (
    NewOfficer,
    add_officer,
    officers,
    reset_password,
    set_threshold,
    thresholds,
)
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.office import Office
from app.use_cases.sign_in import (
    FirstOfficer,
    change_password,
    create_prison,
    lock,
    sign_in,
    sign_in_with_recovery_code,
    sign_out,
    unlock,
)
from tests.conftest import FIRST, PASSWORD
from tests.helpers.access import access_log
from tests.helpers.prison import SteppingClock

NEW_PASSWORD = "et annet langt passord"
OLA = NewOfficer("ola", "Ola Moe", Role.OFFICER, "olas passord")


def test_the_first_officer_is_administrator(office: Office) -> None:
    assert office.officer.display_name == "Kari Lunde"
    assert office.officer.role is Role.ADMINISTRATOR


def test_a_user_name_may_be_typed_in_any_case(
    place: DatabasePlace, open_office: Callable[..., Office]
) -> None:
    assert open_office(place, " KARI ").officer.user_name == "kari"


@pytest.mark.parametrize(("name", "password"), [("kari", "feil"), ("nobody", PASSWORD), ("", "")])
def test_name_and_password_are_refused_alike(
    place: DatabasePlace, clock: SteppingClock, name: str, password: str
) -> None:
    with pytest.raises(WrongPassword) as refused:
        sign_in(place, name, password, clock)
    assert str(refused.value) == ""


def test_there_is_one_prison_in_one_place(place: DatabasePlace, clock: SteppingClock) -> None:
    address = place
    if place.is_server:
        address = DatabasePlace(place.folders, _administrator_address(place))
    with pytest.raises(AlreadyThere):
        create_prison(address, FIRST, clock)


def _administrator_address(place: DatabasePlace) -> str:
    return place.address.replace("://", "://prison_dba:dba-password@")


def test_without_a_database_nothing_is_made(folders: Places, clock: SteppingClock) -> None:
    with pytest.raises(DatabaseMissing):
        sign_in(DatabasePlace(folders), "kari", PASSWORD, clock)
    assert not folders.database_file.exists()


def test_a_changed_password_is_the_only_one_that_opens(
    place: DatabasePlace, office: Office, clock: SteppingClock
) -> None:
    change_password(office, PASSWORD, NEW_PASSWORD)
    with pytest.raises(WrongPassword):
        sign_in(place, "kari", PASSWORD, clock)
    sign_out(sign_in(place, "kari", NEW_PASSWORD, clock))


def test_a_password_is_changed_by_its_owner_alone(office: Office) -> None:
    with pytest.raises(WrongPassword):
        change_password(office, "feil passord", NEW_PASSWORD)
    with pytest.raises(RuleBroken):
        change_password(office, PASSWORD, "kort")
    with pytest.raises(RuleBroken):
        change_password(office, PASSWORD, PASSWORD)


def test_the_recovery_code_opens_and_sets_a_new_password(
    folders: Places, clock: SteppingClock
) -> None:
    place = DatabasePlace(folders)
    code = create_prison(place, FIRST, clock).recovery_code
    typed = code.lower().replace("-", " ")
    sign_out(sign_in_with_recovery_code(place, "kari", typed, NEW_PASSWORD, clock))
    sign_out(sign_in(place, "kari", NEW_PASSWORD, clock))
    with pytest.raises(WrongPassword):
        sign_in_with_recovery_code(place, "kari", "AAAAA-BBBBB", NEW_PASSWORD, clock)


def test_the_keyring_holds_no_names_and_no_bare_key(folders: Places, clock: SteppingClock) -> None:
    place = DatabasePlace(folders)
    create_prison(place, FIRST, clock)
    text = folders.keyring_file.read_text(encoding="utf-8")
    office = sign_in(place, "kari", PASSWORD, clock)
    assert "kari" not in text.lower()
    assert office.data_key.hex() not in text
    assert set(json.loads(text)["wraps"][0]) == {"officer_id", "kind", "salt", "cost", "sealed"}
    assert b"Kari" not in folders.database_file.read_bytes()
    assert folders.keyring_file.stat().st_mode & 0o077 == 0
    sign_out(office)


def test_a_newer_database_is_refused_untouched(
    embedded_place: DatabasePlace, embedded_office: Office, clock: SteppingClock
) -> None:
    with embedded_office.database.engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA user_version = 99")
    with pytest.raises(DatabaseTooNew):
        sign_in(embedded_place, "kari", PASSWORD, clock)


def test_an_account_made_by_the_administrator_signs_in_as_itself(
    place: DatabasePlace, office: Office, open_office: Callable[..., Office]
) -> None:
    add_officer(office, OLA)
    other = open_office(place, "ola", "olas passord")
    assert (other.officer.display_name, other.officer.role) == ("Ola Moe", Role.OFFICER)
    assert other.data_key == office.data_key
    assert [line.user_name for line in officers(office)] == ["kari", "ola"]


def test_only_an_administrator_makes_accounts(
    place: DatabasePlace, office: Office, open_office: Callable[..., Office]
) -> None:
    add_officer(office, OLA)
    ola = open_office(place, "ola", "olas passord")
    with pytest.raises(NotAllowed):
        add_officer(ola, NewOfficer("per", "Per Li", Role.ADMINISTRATOR, "pers passord"))
    denied = [row for row in access_log(office) if row.verb is Verb.DENIED]
    assert [(row.officer, row.reason) for row in denied] == [
        ("Ola Moe", Right.MANAGE_OFFICERS.value)
    ]


def test_a_user_name_is_taken_once(office: Office) -> None:
    add_officer(office, OLA)
    with pytest.raises(AlreadyThere):
        add_officer(office, NewOfficer("OLA", "Ola Ås", Role.OFFICER, "et passord til"))
    with pytest.raises(RuleBroken):
        add_officer(office, NewOfficer("o la/", "", Role.OFFICER, "et passord til"))


def test_an_administrator_sets_a_forgotten_password(
    place: DatabasePlace, office: Office, open_office: Callable[..., Office]
) -> None:
    officer_id = add_officer(office, OLA)
    reset_password(office, officer_id, NEW_PASSWORD)
    assert open_office(place, "ola", NEW_PASSWORD).data_key == office.data_key
    with pytest.raises(WrongPassword):
        open_office(place, "ola", "olas passord")


def test_an_auditor_does_not_see_people(
    place: DatabasePlace, office: Office, open_office: Callable[..., Office]
) -> None:
    add_officer(office, NewOfficer("rev", "Rev Isor", Role.AUDITOR, "revisors passord"))
    auditor = open_office(place, "rev", "revisors passord")
    with pytest.raises(NotAllowed):
        cell_block_overview(auditor)


def test_locking_and_coming_back_are_logged(office: Office, clock: SteppingClock) -> None:
    clock.pass_time(seconds=1)
    lock(office)
    with pytest.raises(WrongPassword):
        unlock(office, "feil")
    unlock(office, PASSWORD)
    verbs = [row.verb for row in access_log(office)]
    assert verbs[-3:] == [Verb.LOCK, Verb.DENIED, Verb.SIGN_IN]


def test_a_threshold_changes_with_its_source_and_date(
    place: DatabasePlace, office: Office, open_office: Callable[..., Office]
) -> None:
    set_threshold(office, "conversation.alarm_days", 20, "Vedtak i ledermøtet")
    changed = {line.key: line for line in thresholds(office)}["conversation.alarm_days"]
    assert (changed.value, changed.source) == (20, "Vedtak i ledermøtet")
    assert changed.since == office.today()
    assert open_office(place).thresholds.alarm_days == 20
    with pytest.raises(RuleBroken):
        set_threshold(office, "conversation.alarm_days", 0, "x")


def test_every_row_of_the_access_log_stays(embedded_office: Office) -> None:
    with (
        embedded_office.database.engine.connect() as connection,
        pytest.raises(Exception, match="kept as they are"),
    ):
        connection.exec_driver_sql("DELETE FROM access_entry")
    with embedded_office.reading() as connection:
        assert connection.execute(select(AccessEntryRecord.id)).all()


def test_short_passwords_start_no_prison(folders: Places, clock: SteppingClock) -> None:
    with pytest.raises(RuleBroken):
        create_prison(DatabasePlace(folders), FirstOfficer("kari", "Kari", "kort"), clock)
    assert not folders.database_file.exists()
