import pytest


def findings(answer):
    return {found["check"]: found["ok"] for found in answer.json}


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch, tmp_path):
    """No print service, no screen, nobody to ask for a password."""
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "MULIGHET_PASSWORD"):
        monkeypatch.delenv(name, raising=False)


def test_a_bare_machine_will_do(empty):
    answer = empty("doctor", "--json")
    assert answer.code == 0
    found = findings(answer)
    assert set(found) == {
        "fonts",
        "printer",
        "database",
        "dictionaries",
        "screen",
        "write_rights",
    }
    assert (found["fonts"], found["write_rights"]) == (True, True)
    assert (found["printer"], found["screen"], found["database"]) == (False, False, False)


def test_looking_leaves_nothing_behind(empty, folders):
    before = sorted(folders.data.rglob("*"))
    empty("doctor")
    assert sorted(folders.data.rglob("*")) == before


def test_a_screen_and_a_database_are_seen(empty, embedded_place, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    found = findings(empty("doctor", "--json"))
    assert (found["screen"], found["database"]) == (True, True)


def test_the_list_is_for_people(empty):
    assert "Fant ingen skriver. Planer kan lagres som PDF." in empty("doctor").out


def test_a_folder_that_cannot_be_written_ends_with_1(bare_command):
    answer = bare_command("--data-dir", "/proc/mulighet", "doctor", "--json")
    assert (answer.code, findings(answer)["write_rights"]) == (1, False)


def test_missing_fonts_end_with_1(empty, monkeypatch, tmp_path):
    monkeypatch.setattr("app.command_line.doctor.resource", lambda *_parts: tmp_path / "no.ttf")
    answer = empty("doctor", "--json")
    assert (answer.code, findings(answer)["fonts"]) == (1, False)


def test_a_server_that_answers(bare_command, server_prison, folders):
    where = ("--data-dir", folders.data, "--database")
    assert findings(bare_command(*where, server_prison.address, "doctor", "--json"))["database"]
    away = bare_command(*where, "postgresql://127.0.0.1:1/mulighet", "doctor", "--json")
    assert (away.code, findings(away)["database"]) == (1, False)
