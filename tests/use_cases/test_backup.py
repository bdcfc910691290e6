"""Backups of both engines: one state, sealed, proved, all or nothing, and told apart."""

import json
import os
import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from app.database.backups import making
from app.database.opening import DatabasePlace
from app.domain.access import Role, Verb
from app.domain.backups import BackupSchedule
from app.domain.errors import (
    AlreadyThere,
    BackupFailed,
    BackupRejected,
    NotAllowed,
    RuleBroken,
)
from app.foundation.progress import Cancelled, Progress
from app.use_cases.administration import NewOfficer, add_officer
from app.use_cases.backup import back_up, check_backup
from app.use_cases.backup_plan import (
    back_up_if_due,
    back_up_into_folder,
    backup_schedule,
    backup_state,
    set_backup_schedule,
)
from app.use_cases.office import Office
from app.use_cases.sign_in import FirstOfficer, create_prison
from tests.helpers.access import access_log
from tests.helpers.prison import PASSWORD, SteppingClock, admit, talk

SECRET_WORD = "Gjeldsrådgiver"


def everything_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def test_a_backup_is_one_proved_file_for_this_user_alone(office: Office, shelf: Path) -> None:
    talk(office, admit(office).id)
    made = back_up(office, shelf / "a.mulighet")
    assert everything_in(shelf) == ["a.mulighet"]
    assert made.file.stat().st_mode & 0o777 == 0o600
    assert made.size == made.file.stat().st_size
    assert check_backup(office, made.file) == made.head
    assert everything_in(office.folders.cache) == []


def test_nothing_of_anybody_can_be_read_without_the_key(office: Office, shelf: Path) -> None:
    talk(office, admit(office).id, f"{SECRET_WORD} kommer i morgen.")
    made = back_up(office, shelf / "a.mulighet")
    content = made.file.read_bytes()
    for text in (SECRET_WORD, "Hassan", "kari", "Kari Lunde", "conversation"):
        assert text.encode() not in content
    assert str(made.head.prison_id).encode() in content


def test_the_log_tells_of_the_backup_before_it_is_made(office: Office, shelf: Path) -> None:
    made = back_up(office, shelf / "a.mulighet")
    (row,) = (entry for entry in access_log(office) if entry.feature == "backup")
    assert (row.verb, row.feature, row.reason) == (Verb.EXPORT, "backup", "by hand")
    assert row.record_id == made.head.backup_id


def test_a_file_that_is_there_is_not_replaced_unasked(office: Office, shelf: Path) -> None:
    target = shelf / "a.mulighet"
    target.write_text("noe annet", encoding="utf-8")
    with pytest.raises(AlreadyThere):
        back_up(office, target)
    assert target.read_text(encoding="utf-8") == "noe annet"
    back_up(office, target, replace=True)
    check_backup(office, target)


@pytest.fixture
def officer(office: Office, place: DatabasePlace, open_office: Callable[..., Office]) -> Office:
    """Somebody who is no administrator."""
    add_officer(office, NewOfficer("per", "Per Vik", Role.OFFICER, PASSWORD))
    return open_office(place, "per")


def test_only_administrators_make_and_plan_backups(officer: Office, shelf: Path) -> None:
    with pytest.raises(NotAllowed):
        back_up(officer, shelf / "a.mulighet")
    with pytest.raises(NotAllowed):
        set_backup_schedule(officer, BackupSchedule(shelf))
    with pytest.raises(NotAllowed):
        check_backup(officer, shelf / "a.mulighet")
    assert everything_in(shelf) == []


@pytest.mark.parametrize("at", [1, 20, 36, 50, 61])
def test_a_cancelled_backup_leaves_nothing(office: Office, shelf: Path, at: int) -> None:
    def stop(done: int, _total: int) -> None:
        if done >= at:
            progress.cancel()

    progress = Progress(stop)
    with pytest.raises(Cancelled):
        back_up(office, shelf / "a.mulighet", progress)
    assert everything_in(shelf) == []
    assert everything_in(office.folders.cache) == []


def test_what_is_not_the_same_when_read_back_is_no_backup(
    office: Office, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted fault: the medium changes one bit after it was written."""
    whole = making.new_file

    def failing_medium(file: Path) -> object:
        return _Failing(whole(file), file) if file.suffix == ".part" else whole(file)

    monkeypatch.setattr(making, "new_file", failing_medium)
    with pytest.raises(BackupFailed) as refused:
        back_up(office, shelf / "a.mulighet")
    assert refused.value.code == "KO-07"
    assert everything_in(shelf) == []


class _Failing:
    def __init__(self, inner: object, file: Path) -> None:
        self._inner = inner
        self._file = file

    def __enter__(self) -> object:
        return self._inner.__enter__()

    def __exit__(self, *about: object) -> object:
        done = self._inner.__exit__(*about)
        flip_bit(self._file, self._file.stat().st_size // 2)
        return done


def flip_bit(file: Path, at: int) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)


def test_every_flipped_bit_is_found(office: Office, shelf: Path) -> None:
    made = back_up(office, shelf / "a.mulighet")
    size = made.file.stat().st_size
    whole = made.file.read_bytes()
    for _round in range(40):
        flip_bit(made.file, secrets.randbelow(size))
        with pytest.raises(BackupRejected):
            check_backup(office, made.file)
        made.file.write_bytes(whole)


@pytest.mark.parametrize("kept", [0, 1, 15, 17, 400, -1, -200])
def test_a_cut_file_is_no_backup(office: Office, shelf: Path, kept: int) -> None:
    made = back_up(office, shelf / "a.mulighet")
    made.file.write_bytes(made.file.read_bytes()[:kept])
    with pytest.raises(BackupRejected):
        check_backup(office, made.file)


def test_what_follows_the_end_is_found(office: Office, shelf: Path) -> None:
    made = back_up(office, shelf / "a.mulighet")
    with made.file.open("ab") as stream:
        stream.write(b"mer")
    with pytest.raises(BackupRejected) as refused:
        check_backup(office, made.file)
    assert refused.value.code == "KO-02"


def test_another_prisons_backup_does_not_open(
    office: Office, shelf: Path, tmp_path: Path, clock: SteppingClock, open_office: object
) -> None:
    from_elsewhere = DatabasePlace(replace(office.folders, data=tmp_path / "annet"))
    create_prison(from_elsewhere, FirstOfficer("kari", "Kari Lunde", PASSWORD), clock)
    made = back_up(open_office(from_elsewhere), shelf / "b.mulighet")
    with pytest.raises(BackupRejected):
        check_backup(office, made.file)


def test_no_folder_is_said_in_words(office: Office, tmp_path: Path) -> None:
    with pytest.raises(BackupFailed) as refused:
        back_up(office, tmp_path / "borte" / "a.mulighet")
    assert refused.value.code == "KO-06"
    assert "finnes ikke" in str(refused.value)


def test_left_behind_halves_are_removed_and_young_ones_kept(office: Office, shelf: Path) -> None:
    old, young = shelf / ".a.mulighet.1.part", shelf / ".b.mulighet.2.part"
    for file in (old, young):
        file.write_text("halv", encoding="utf-8")
    os.utime(old, (0, 0))
    back_up(office, shelf / "a.mulighet")
    assert everything_in(shelf) == [".b.mulighet.2.part", "a.mulighet"]


def test_without_a_schedule_nothing_is_made(office: Office) -> None:
    assert backup_schedule(office) == BackupSchedule()
    assert back_up_if_due(office) is None


def test_the_schedule_is_followed_and_missed_ones_are_caught_up(
    office: Office, shelf: Path, clock: SteppingClock
) -> None:
    set_backup_schedule(office, BackupSchedule(shelf, minutes=15, keep=2))
    first = back_up_if_due(office)
    assert first is not None
    clock.pass_time(minutes=14)
    assert back_up_if_due(office) is None
    clock.pass_time(hours=9)
    assert back_up_if_due(office) is not None
    assert back_up_if_due(office) is None
    clock.pass_time(minutes=15)
    third = back_up_if_due(office)
    kept = backup_state(office).kept
    assert len(kept) == 2
    assert kept[0].file == third.file
    assert first.file not in [backup.file for backup in kept]
    reasons = [entry.reason for entry in access_log(office) if entry.feature == "backup"]
    assert reasons == ["schedule", *["scheduled"] * 3]


def test_a_clock_set_back_makes_a_new_backup(
    office: Office, shelf: Path, clock: SteppingClock
) -> None:
    set_backup_schedule(office, BackupSchedule(shelf))
    back_up_if_due(office)
    clock.pass_time(days=-1)
    assert back_up_if_due(office) is not None


def test_old_ones_stay_until_a_newer_one_is_proved(
    office: Office, shelf: Path, clock: SteppingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_backup_schedule(office, BackupSchedule(shelf, minutes=15, keep=1))
    first = back_up_if_due(office)
    clock.pass_time(minutes=15)

    def full(*_about: object) -> object:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(making, "prove", full)
        with pytest.raises(BackupFailed) as refused:
            back_up_if_due(office)
    assert "ikke plass" in str(refused.value)
    assert everything_in(shelf) == [first.file.name]
    second = back_up_into_folder(office)
    assert everything_in(shelf) == [second.file.name]


def test_other_files_in_the_folder_are_never_touched(
    office: Office, shelf: Path, clock: SteppingClock
) -> None:
    (shelf / "mulighet-gammel.mulighet").write_text("noe annet", encoding="utf-8")
    (shelf / "bilde.png").write_bytes(b"x")
    set_backup_schedule(office, BackupSchedule(shelf, keep=1))
    for _round in range(3):
        back_up_into_folder(office)
        clock.pass_time(minutes=1)
    assert len(backup_state(office).kept) == 1
    assert {"mulighet-gammel.mulighet", "bilde.png"} < set(everything_in(shelf))


def test_the_same_disk_is_told(office: Office, shelf: Path) -> None:
    set_backup_schedule(office, BackupSchedule(shelf))
    assert backup_state(office).same_disk is not office.place.is_server


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"folder": Path("/finnes/ikke")}, "folder"),
        ({"minutes": 0}, "minutes"),
        ({"keep": 0}, "keep"),
    ],
)
def test_a_schedule_that_cannot_be_carried_out_is_refused(
    office: Office, shelf: Path, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(RuleBroken) as refused:
        set_backup_schedule(office, replace(BackupSchedule(shelf), **changes))
    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_settings_file_that_cannot_be_read_means_no_schedule(office: Office) -> None:
    (office.folders.data / "backup.json").write_text("{", encoding="utf-8")
    assert backup_schedule(office).folder is None
    (office.folders.data / "backup.json").write_text(json.dumps([1]), encoding="utf-8")
    assert backup_schedule(office).folder is None


def test_an_officer_without_rights_is_backed_up_by_schedule_on_a_file_alone(
    office: Office, officer: Office, shelf: Path
) -> None:
    set_backup_schedule(office, BackupSchedule(shelf))
    assert backup_state(officer).by_administrator_only is office.place.is_server
    made = back_up_if_due(officer)
    assert (made is None) is office.place.is_server


def test_two_windows_make_one_backup(office: Office, shelf: Path) -> None:
    set_backup_schedule(office, BackupSchedule(shelf))
    made: list[object] = []
    threads = [Thread(target=lambda: made.append(back_up_if_due(office))) for _window in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len([backup for backup in made if backup is not None]) == 1
    assert len(everything_in(shelf)) == 1
