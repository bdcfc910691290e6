"""Restoring: what comes back, what is refused and why, and that nothing is ever half done."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from app.database.backups.making import Source, make_backup, open_backup
from app.database.engine import open_embedded
from app.database.keyring import Keyring
from app.database.opening import DatabasePlace
from app.database.schema import SCHEMA, migrate_embedded
from app.database.sealing import DATABASE_PURPOSE, derived_key
from app.domain.access import Role, Verb
from app.domain.backups import BackupHead
from app.domain.errors import (
    AlreadyThere,
    BackupFailed,
    BackupOlder,
    BackupRejected,
    DatabaseTooNew,
    DatabaseUnavailable,
    NotAllowed,
    WrongPassword,
)
from app.domain.search import Search
from app.foundation.paths import Places, places_for
from app.foundation.progress import Cancelled, Progress
from app.use_cases.administration import NewOfficer, add_officer, officers, reset_password
from app.use_cases.backup import back_up, check_backup
from app.use_cases.conversations import conversation_log
from app.use_cases.office import Office
from app.use_cases.restore import Restore, read_backup_head, restore, restore_here
from app.use_cases.search import search_everything
from app.use_cases.sign_in import (
    FirstOfficer,
    change_password,
    create_prison,
    sign_in,
    sign_out,
)
from tests.helpers.access import access_log
from tests.helpers.prison import PASSWORD, SteppingClock, admit, talk

NEW_PASSWORD = "et helt annet passord"


def texts(office: Office, inmate_id: object) -> set[str]:
    return {line.text for line in conversation_log(office, inmate_id)}


def wish(file: Path, **changes: object) -> Restore:
    return replace(Restore(file, "kari", PASSWORD), **changes)


def test_a_backup_comes_back_whole_in_an_empty_place(
    office: Office,
    shelf: Path,
    new_place: DatabasePlace,
    clock: SteppingClock,
    enter: Callable[..., Office],
) -> None:
    inmate = admit(office)
    talk(office, inmate.id, "Snakket om bolig – og «søknad» \\ \t med\nlinjer.")
    made = back_up(office, shelf / "a.mulighet")
    talk(office, inmate.id, "Etter kopien.")

    done = restore(new_place, wish(made.file), PASSWORD, clock, Progress())
    assert (done.head, done.aside) == (made.head, None)
    restored = enter()
    assert texts(restored, inmate.id) == {"Snakket om bolig – og «søknad» \\ \t med\nlinjer."}
    assert [hit.inmate_id for hit in search_everything(restored, Search("bolig"))] == [inmate.id]
    log = access_log(restored)
    told = {(row.verb, row.reason) for row in log if row.feature == "backup"}
    assert told == {
        (Verb.EXPORT, "by hand"),
        (Verb.ALTER, f"restored, made {made.head.made_at:%Y-%m-%dT%H:%M:%SZ}"),
    }
    talk(restored, inmate.id, "Skrevet etterpå.")
    assert len(texts(restored, inmate.id)) == 2


def test_other_accounts_come_back(
    office: Office,
    shelf: Path,
    new_place: DatabasePlace,
    clock: SteppingClock,
    enter: Callable[..., Office],
) -> None:
    """On a server their passwords are not held: an administrator gives new ones."""
    add_officer(office, NewOfficer("per", "Per Vik", Role.OFFICER, PASSWORD))
    made = back_up(office, shelf / "a.mulighet")
    restore(new_place, wish(made.file), PASSWORD, clock, Progress())
    if new_place.is_server:
        with pytest.raises(WrongPassword):
            enter("per")
        restored = enter()
        per = next(line for line in officers(restored) if line.user_name == "per")
        reset_password(restored, per.id, NEW_PASSWORD)
        assert enter("per", NEW_PASSWORD).officer.display_name == "Per Vik"
    else:
        assert enter("per").officer.display_name == "Per Vik"


def test_a_restored_place_can_be_backed_up(
    office: Office,
    shelf: Path,
    new_place: DatabasePlace,
    clock: SteppingClock,
    enter: Callable[..., Office],
) -> None:
    made = back_up(office, shelf / "a.mulighet")
    restore(new_place, wish(made.file), PASSWORD, clock, Progress())
    again = back_up(enter(), shelf / "b.mulighet")
    assert again.head.prison_id == made.head.prison_id


@pytest.mark.parametrize("name", ["kari", "ola"])
def test_a_wrong_password_or_name_changes_nothing(
    office: Office, shelf: Path, new_place: DatabasePlace, clock: SteppingClock, name: str
) -> None:
    made = back_up(office, shelf / "a.mulighet")
    asked = wish(made.file, user_name=name, password="feil passord")
    with pytest.raises(WrongPassword):
        restore(new_place, asked, PASSWORD, clock, Progress())
    assert not new_place.folders.database_file.exists()


def test_only_an_administrator_of_the_backup_restores_it(
    office: Office, shelf: Path, new_place: DatabasePlace, clock: SteppingClock
) -> None:
    add_officer(office, NewOfficer("per", "Per Vik", Role.OFFICER, PASSWORD))
    made = back_up(office, shelf / "a.mulighet")
    with pytest.raises(NotAllowed):
        restore(new_place, wish(made.file, user_name="per"), PASSWORD, clock, Progress())
    assert not new_place.folders.database_file.exists()


def test_a_damaged_backup_changes_nothing(
    office: Office, shelf: Path, new_place: DatabasePlace, clock: SteppingClock
) -> None:
    made = back_up(office, shelf / "a.mulighet")
    content = bytearray(made.file.read_bytes())
    content[-300] ^= 1
    made.file.write_bytes(content)
    with pytest.raises(BackupRejected) as refused:
        restore(new_place, wish(made.file), PASSWORD, clock, Progress())
    assert refused.value.code == "KO-02"
    if not new_place.is_server:
        assert [path.name for path in new_place.folders.data.glob("*.*")] == []
    # The place is as empty as it was: the next try goes through.
    content[-300] ^= 1
    made.file.write_bytes(content)
    restore(new_place, wish(made.file), PASSWORD, clock, Progress())


def test_any_other_file_is_told_apart(
    new_place: DatabasePlace, shelf: Path, clock: SteppingClock
) -> None:
    file = shelf / "bilde.png"
    file.write_bytes(b"\x89PNG\r\n" * 40)
    with pytest.raises(BackupRejected) as refused:
        restore(new_place, wish(file), PASSWORD, clock, Progress())
    assert refused.value.code == "KO-01"
    with pytest.raises(BackupRejected):
        read_backup_head(shelf / "finnes ikke")


def test_a_server_that_is_not_empty_is_left_alone(
    office: Office, shelf: Path, clock: SteppingClock, request: pytest.FixtureRequest
) -> None:
    if not office.place.is_server:
        return
    made = back_up(office, shelf / "a.mulighet")
    address: str = request.getfixturevalue("server_prison").address
    there = DatabasePlace(office.folders, address)
    with pytest.raises(AlreadyThere):
        restore(there, wish(made.file), PASSWORD, clock, Progress())


def resealed(office: Office, file: Path, **changes: object) -> Path:
    """Write a backup whose head says something else, in good order otherwise."""
    with open_backup(file) as (_stream, found):
        head = replace(found.head, backup_id=uuid4(), **changes)
    target = file.with_name("endret.mulighet")
    ring = Keyring.read(office.folders.keyring_file).to_text()
    source = Source(office.database, office.data_key, head, ring, office.folders.cache)
    make_backup(source, target, Progress())
    return target


def test_a_newer_programs_backup_is_refused(
    embedded_office: Office, shelf: Path, elsewhere: Places, clock: SteppingClock
) -> None:
    made = back_up(embedded_office, shelf / "a.mulighet")
    newer = resealed(embedded_office, made.file, schema=SCHEMA + 1)
    with pytest.raises(DatabaseTooNew):
        restore(DatabasePlace(elsewhere), wish(newer), PASSWORD, clock, Progress())


def test_a_backup_of_another_engine_is_refused(
    embedded_office: Office, shelf: Path, elsewhere: Places, clock: SteppingClock
) -> None:
    made = back_up(embedded_office, shelf / "a.mulighet")
    there = DatabasePlace(elsewhere, "postgresql://a:b@127.0.0.1:1/x")
    with pytest.raises(BackupRejected, match="innebygd"):
        restore(there, wish(made.file), PASSWORD, clock, Progress())


def test_an_older_schema_is_brought_up(
    embedded_place: DatabasePlace,
    clock: SteppingClock,
    shelf: Path,
    elsewhere: Places,
    open_office: Callable[..., Office],
) -> None:
    office = sign_in(embedded_place, "kari", PASSWORD, clock)
    inmate = admit(office)
    talk(office, inmate.id, "Snakket om bolig.")
    data_key, folders = office.data_key, office.folders
    with office.reading() as connection:
        prison_id = connection.exec_driver_sql("SELECT id FROM prison").scalar_one()
    sign_out(office)
    key = derived_key(data_key, DATABASE_PURPOSE)
    database = open_embedded(folders.database_file, key)
    migrate_embedded(database, 3)
    head = BackupHead(uuid4(), clock(), "0.0", 3, "sqlcipher", "", uuid4(), is_example=False)
    ring = Keyring.read(folders.keyring_file).to_text()
    target = shelf / "gammel.mulighet"
    make_backup(Source(database, data_key, head, ring, folders.cache), target, Progress())
    database.close()
    assert prison_id

    restore(DatabasePlace(elsewhere), wish(target), PASSWORD, clock, Progress())
    restored = open_office(DatabasePlace(elsewhere))
    assert [hit.inmate_id for hit in search_everything(restored, Search("bolig"))] == [inmate.id]


def test_the_recovery_code_restores(
    shelf: Path, tmp_path: Path, elsewhere: Places, clock: SteppingClock
) -> None:
    place = DatabasePlace(places_for(tmp_path / "ny"))
    code = create_prison(place, FirstOfficer("kari", "Kari Lunde", PASSWORD), clock).recovery_code
    office = sign_in(place, "kari", PASSWORD, clock)
    made = back_up(office, shelf / "a.mulighet")
    sign_out(office)
    asked = wish(made.file, password=code.lower())
    restore(DatabasePlace(elsewhere), asked, PASSWORD, clock, Progress())
    sign_out(sign_in(DatabasePlace(elsewhere), "kari", PASSWORD, clock))


# --- In the place of a database that is there ---------------------------------------------------


@pytest.fixture
def present(embedded_office: Office, clock: SteppingClock) -> Iterator[Office]:
    yield embedded_office
    if embedded_office.ended:
        embedded_office.database.close()


def restore_over(office: Office, file: Path, **changes: object) -> Path:
    done = restore_here(office, wish(file, **changes), Progress())
    assert done.aside is not None
    return done.aside


def test_an_older_backup_is_explained_and_refused_unless_asked_for(
    present: Office, shelf: Path, clock: SteppingClock
) -> None:
    inmate = admit(present)
    talk(present, inmate.id, "Før.")
    made = back_up(present, shelf / "a.mulighet")
    clock.pass_time(minutes=10)
    talk(present, inmate.id, "Etter.")
    with pytest.raises(BackupOlder) as refused:
        restore_here(present, wish(made.file), Progress())
    assert refused.value.newer == 1
    assert str(refused.value) == (
        "Kopien er fra 23.11.2026 09:41. Databasen har 1 endring som er skrevet etter den."
    )
    assert texts(present, inmate.id) == {"Før.", "Etter."}

    aside = restore_over(present, made.file, discard_newer=True)
    restored = sign_in(present.place, "kari", PASSWORD, clock)
    assert texts(restored, inmate.id) == {"Før."}
    # What was there is a backup of its own, and comes back the same way.
    assert check_backup(restored, aside).prison_id == made.head.prison_id
    restore_over(restored, aside)
    back = sign_in(present.place, "kari", PASSWORD, clock)
    assert texts(back, inmate.id) == {"Før.", "Etter."}
    sign_out(back)
    for office in (present, restored):
        assert office.ended
        office.drafts.close()


def test_what_was_only_looked_at_does_not_count_as_newer(
    present: Office, shelf: Path, clock: SteppingClock
) -> None:
    inmate = admit(present)
    made = back_up(present, shelf / "a.mulighet")
    clock.pass_time(minutes=10)
    conversation_log(present, inmate.id)
    restore_over(present, made.file)


def test_another_prisons_backup_is_refused(
    present: Office,
    shelf: Path,
    tmp_path: Path,
    clock: SteppingClock,
    open_office: Callable[..., Office],
) -> None:
    other = DatabasePlace(places_for(tmp_path / "annet"))
    create_prison(other, FirstOfficer("kari", "Kari Lunde", PASSWORD), clock)
    made = back_up(open_office(other), shelf / "b.mulighet")
    with pytest.raises(BackupRejected) as refused:
        restore_here(present, wish(made.file), Progress())
    assert refused.value.code == "KO-03"
    admit(present)


def test_a_refused_restore_leaves_the_office_at_work(
    present: Office, shelf: Path, open_office: Callable[..., Office]
) -> None:
    """Another window has the database open: it is told, and neither loses anything."""
    inmate = admit(present)
    made = back_up(present, shelf / "a.mulighet")
    other = open_office(present.place)
    with other.reading(), pytest.raises(BackupFailed) as refused:
        restore_here(present, wish(made.file), Progress())
    assert refused.value.code == "KO-05"
    talk(present, inmate.id, "Fra det ene.")
    talk(other, inmate.id, "Fra det andre.")
    assert texts(present, inmate.id) == {"Fra det ene.", "Fra det andre."}


def test_a_cancelled_restore_changes_nothing(present: Office, shelf: Path) -> None:
    inmate = admit(present)
    made = back_up(present, shelf / "a.mulighet")

    def stop(done: int, _total: int) -> None:
        if done >= 70:
            progress.cancel()

    progress = Progress(stop)
    with pytest.raises(Cancelled):
        restore_here(present, wish(made.file), progress)
    talk(present, inmate.id)
    assert [path.name for path in present.folders.data.glob("restore*")] == []


def test_the_password_of_today_does_not_open_an_older_backup(
    present: Office, shelf: Path, clock: SteppingClock
) -> None:
    made = back_up(present, shelf / "a.mulighet")
    change_password(present, PASSWORD, NEW_PASSWORD)
    with pytest.raises(WrongPassword):
        restore_here(present, wish(made.file, password=NEW_PASSWORD), Progress())
    restore_over(present, made.file, discard_newer=True)
    with pytest.raises(WrongPassword):
        sign_in(present.place, "kari", NEW_PASSWORD, clock)
    sign_out(sign_in(present.place, "kari", PASSWORD, clock))


@pytest.mark.parametrize("lost", ["keyring.json", "mulighet.db"])
def test_a_database_that_cannot_be_opened_is_set_aside(
    present: Office, shelf: Path, clock: SteppingClock, lost: str
) -> None:
    inmate = admit(present)
    talk(present, inmate.id, "Før.")
    made = back_up(present, shelf / "a.mulighet")
    present.database.close()
    broken = present.folders.data / lost
    broken.write_bytes(b"\x00" * 5000)
    with pytest.raises(DatabaseUnavailable):
        sign_in(present.place, "kari", PASSWORD, clock)
    done = restore(present.place, wish(made.file), PASSWORD, clock, Progress())
    assert done.aside is not None
    assert done.aside.name.startswith("mulighet-damaged-")
    restored = sign_in(present.place, "kari", PASSWORD, clock)
    assert texts(restored, inmate.id) == {"Før."}
    sign_out(restored)


def test_lost_keys_are_told_and_the_database_is_not_overwritten(
    present: Office, shelf: Path, clock: SteppingClock
) -> None:
    made = back_up(present, shelf / "a.mulighet")
    present.folders.keyring_file.rename(shelf / "keyring.json")
    with pytest.raises(DatabaseUnavailable) as refused:
        sign_in(present.place, "kari", PASSWORD, clock)
    assert refused.value.code == "DB-06"
    with pytest.raises(DatabaseUnavailable):
        create_prison(present.place, FirstOfficer("kari", "Kari Lunde", PASSWORD), clock)
    present.database.close()
    restore(present.place, wish(made.file), PASSWORD, clock, Progress())
    sign_out(sign_in(present.place, "kari", PASSWORD, clock))


def test_someone_else_may_not_restore_over_the_database(
    present: Office, shelf: Path, clock: SteppingClock
) -> None:
    add_officer(present, NewOfficer("per", "Per Vik", Role.OFFICER, PASSWORD))
    made = back_up(present, shelf / "a.mulighet")
    with pytest.raises(NotAllowed):
        restore(present.place, wish(made.file, user_name="per"), PASSWORD, clock, Progress())
    with pytest.raises(WrongPassword):
        restore(present.place, wish(made.file), "feil passord", clock, Progress())
    shutil.rmtree(shelf)
