"""``db backup`` and ``db restore`` as scripts call them."""

from pathlib import Path

import pytest

from app.use_cases.backup import back_up
from tests.helpers.prison import admit, talk

RESTORE = ("--officer", "kari", "db", "restore")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kopi.mulighet"


def test_backup_names_the_file_and_what_it_is_of(command, office, engine_name, file):
    answer = command("db", "backup", file, "--json")
    assert answer.code == 0
    assert answer.json["file"] == str(file)
    assert answer.json["engine"] == engine_name
    assert answer.json["made_at"] == "2026-11-23T08:41:00Z"
    assert answer.json["size"] == file.stat().st_size
    assert "kontrollert" in answer.err


def test_backup_replaces_nothing_unasked(command, file):
    assert command("db", "backup", file).code == 0
    assert command("db", "backup", file).code == 1
    assert command("db", "backup", file, "--force").code == 0


def test_backup_into_a_folder_that_is_not_there_ends_with_1(command, file):
    answer = command("db", "backup", file.parent / "borte" / file.name)
    assert (answer.code, answer.out) == (1, "")
    assert "KO-06" in answer.err


def test_only_administrators_back_up(command, file, monkeypatch):
    monkeypatch.setenv("MULIGHET_NEW_PASSWORD", "et langt passord")
    command("officer", "add", "per", "--role", "officer")
    assert command("db", "backup", file, officer="per").code == 5
    assert not file.exists()


def test_restore_into_an_empty_folder(embedded_office, bare_command, file, tmp_path):
    talk(embedded_office, admit(embedded_office).id)
    back_up(embedded_office, file)
    there = ("--data-dir", tmp_path / "ny")
    answer = bare_command(*there, *RESTORE, file, "--json")
    assert answer.code == 0
    assert answer.json["aside"] is None
    facts = bare_command(*there, "--officer", "kari", "db", "info", "--json").json
    assert facts["conversations"] == 1
    assert bare_command(*there, "--officer", "kari", "db", "check").code == 0


def test_restore_asks_before_it_discards_what_is_newer(embedded_office, empty, file, clock):
    back_up(embedded_office, file)
    clock.pass_time(minutes=1)
    admit(embedded_office)
    refused = empty(*RESTORE, file)
    assert refused.code == 6
    assert "KO-04" in refused.err
    assert "--discard-newer" in refused.err
    embedded_office.database.close()
    done = empty(*RESTORE, file, "--discard-newer", "--json")
    assert done.code == 0
    assert Path(done.json["aside"]).is_file()


def test_restore_takes_the_backups_own_password(embedded_office, empty, file, monkeypatch):
    back_up(embedded_office, file)
    monkeypatch.setenv("MULIGHET_NEW_PASSWORD", "et annet langt passord")
    assert empty("--officer", "kari", "officer", "password").code == 0
    embedded_office.database.close()
    monkeypatch.setenv("MULIGHET_PASSWORD", "et annet langt passord")
    assert empty(*RESTORE, file, "--discard-newer").code == 5
    monkeypatch.setenv("MULIGHET_BACKUP_PASSWORD", "et langt passord")
    assert empty(*RESTORE, file, "--discard-newer").code == 0


def test_what_is_no_backup_ends_with_6(empty, file):
    file.write_text("noe annet", encoding="utf-8")
    answer = empty(*RESTORE, file)
    assert (answer.code, answer.out) == (6, "")
    assert "KO-01" in answer.err


def test_a_wrong_password_ends_with_5(embedded_office, bare_command, file, tmp_path, monkeypatch):
    back_up(embedded_office, file)
    monkeypatch.setenv("MULIGHET_PASSWORD", "feil passord")
    assert bare_command("--data-dir", tmp_path / "ny", *RESTORE, file).code == 5


def test_a_server_that_is_not_empty_ends_with_1(command, place, file, request, bare_command):
    if not place.is_server:
        return
    command("db", "backup", file)
    address = request.getfixturevalue("server_prison").address
    answer = bare_command("--data-dir", place.folders.data, "--database", address, *RESTORE, file)
    assert answer.code == 1
    assert "tom" in answer.err
