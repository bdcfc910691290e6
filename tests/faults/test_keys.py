"""The file of wrapped keys: missing, cut, not to be read, another database's."""

import shutil
from pathlib import Path

import pytest

from app.command_line.main import run
from app.database.opening import DatabasePlace
from app.domain.errors import DatabaseUnavailable
from app.foundation.paths import Places, places_for
from app.use_cases.sign_in import FirstOfficer, create_prison, sign_in, sign_out
from tests.faults.disks import closed_folder
from tests.helpers.prison import PASSWORD, SteppingClock

KARI = FirstOfficer("kari", "Kari Lunde", PASSWORD)


@pytest.fixture
def folders(embedded_place: DatabasePlace) -> Places:
    return embedded_place.folders


def refused(folders: Places, clock: SteppingClock) -> DatabaseUnavailable:
    with pytest.raises(DatabaseUnavailable) as fault:
        sign_in(DatabasePlace(folders), "kari", PASSWORD, clock)
    return fault.value


def restore_and_enter(folders: Places, kept: Path, clock: SteppingClock) -> None:
    """The keys come back, and with them everything else."""
    shutil.copy(kept, folders.keyring_file)
    sign_out(sign_in(DatabasePlace(folders), "kari", PASSWORD, clock))


@pytest.fixture
def kept(folders: Places, tmp_path: Path) -> Path:
    return Path(shutil.copy(folders.keyring_file, tmp_path / "keyring.json"))


def test_missing_keys_are_said_and_the_database_is_never_made_anew(
    folders: Places, kept: Path, clock: SteppingClock, capsys: pytest.CaptureFixture[str]
) -> None:
    folders.keyring_file.unlink()
    before = folders.database_file.read_bytes()
    said = refused(folders, clock)
    assert (said.code, "borte" in str(said)) == ("DB-06", True)
    with pytest.raises(DatabaseUnavailable):
        create_prison(DatabasePlace(folders), KARI, clock)
    assert folders.database_file.read_bytes() == before
    restore_and_enter(folders, kept, clock)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"wraps": [1]}', b"[]"])
def test_cut_keys_are_said(
    folders: Places, kept: Path, clock: SteppingClock, content: bytes
) -> None:
    folders.keyring_file.write_bytes(content)
    assert refused(folders, clock).code == "DB-06"
    restore_and_enter(folders, kept, clock)


def test_keys_cut_anywhere_are_said(folders: Places, kept: Path, clock: SteppingClock) -> None:
    whole = kept.read_bytes()
    for length in range(0, len(whole) - 2, 97):
        folders.keyring_file.write_bytes(whole[:length])
        assert refused(folders, clock).code == "DB-06"
    restore_and_enter(folders, kept, clock)


def test_keys_that_may_not_be_read_are_said(
    folders: Places, kept: Path, clock: SteppingClock
) -> None:
    with closed_folder(folders.data):
        folders_closed = folders.keyring_file
        assert folders_closed.exists()
    folders.keyring_file.unlink()
    folders.keyring_file.mkdir()
    assert refused(folders, clock).code == "DB-06"
    folders.keyring_file.rmdir()
    restore_and_enter(folders, kept, clock)


def test_another_databases_keys_open_nothing(
    folders: Places, kept: Path, clock: SteppingClock, tmp_path: Path
) -> None:
    """The password is right, the key it gives is another prison's."""
    other = places_for(tmp_path / "annet")
    create_prison(DatabasePlace(other), KARI, clock)
    shutil.copy(other.keyring_file, folders.keyring_file)
    said = refused(folders, clock)
    assert (said.code, "annen nøkkel" in str(said)) == ("DB-04", True)
    restore_and_enter(folders, kept, clock)


def test_a_key_file_that_asks_for_all_memory_is_refused(
    folders: Places, kept: Path, clock: SteppingClock
) -> None:
    text = kept.read_text(encoding="utf-8").replace('"memory_kib": 8', '"memory_kib": 99999999')
    folders.keyring_file.write_text(text, encoding="utf-8")
    assert refused(folders, clock).code == "DB-06"


def test_the_command_line_says_the_same(
    folders: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MULIGHET_PASSWORD", PASSWORD)
    folders.keyring_file.unlink()
    assert run(["--data-dir", str(folders.data), "--officer", "kari", "db", "info"]) == 3
    assert "DB-06" in capsys.readouterr().err


def test_a_first_start_that_was_broken_off_is_begun_anew(
    tmp_path: Path, clock: SteppingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = DatabasePlace(places_for(tmp_path / "ny"))

    def killed(*_about: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr("app.database.keyring.Keyring.write", killed)
        with pytest.raises(KeyboardInterrupt):
            create_prison(place, KARI, clock)
    assert not place.folders.database_file.exists()
    create_prison(place, KARI, clock)
    sign_out(sign_in(place, "kari", PASSWORD, clock))
