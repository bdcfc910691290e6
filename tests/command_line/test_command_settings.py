from argparse import Namespace
from pathlib import Path

import pytest

from app.command_line.exits import Exit, Stopped
from app.command_line.settings import column_profile, settings_for, user_folder

NOTHING = Namespace(data_dir=None, database=None, officer=None, language=None)


def write(folder: Path, text: str, name: str = "config.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    return tmp_path / "machine" / "mulighet"


def test_nothing_given_is_the_embedded_database_in_bokmal():
    settings = settings_for(NOTHING, {})
    assert (settings.data_dir, settings.database, settings.officer) == (None, None, None)
    assert settings.language == "nb"
    assert settings.folders.database_file.name == "mulighet.db"


def test_the_order_is_command_line_environment_user_machine(machine):
    write(machine, 'officer = "machine"\ndatabase = "machine"\nlanguage = "nn"\ndata_dir = "m"\n')
    write(user_folder(), 'officer = "user"\ndatabase = "user"\nlanguage = "en"\n')
    environment = {"MULIGHET_OFFICER": "environment", "MULIGHET_DATABASE": "environment"}
    options = Namespace(data_dir=None, database=None, officer="line", language=None)
    settings = settings_for(options, environment)
    assert settings.officer == "line"
    assert settings.database == "environment"
    assert settings.language == "en"
    assert settings.data_dir == Path("m")


def test_an_empty_variable_is_no_value():
    assert settings_for(NOTHING, {"MULIGHET_DATABASE": ""}).database is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("database = ", "kan ikke leses"),
        ("database = 5", "database i"),
        ('language = "de"', "Språket må være"),
    ],
)
def test_a_bad_file_is_told_with_its_name(text, message):
    file = write(user_folder(), text)
    with pytest.raises(Stopped, match=message) as stopped:
        settings_for(NOTHING, {})
    assert stopped.value.code is Exit.USAGE
    assert "language" in text or str(file) in stopped.value.message


def test_a_bad_file_ends_the_command_with_2(bare_command):
    write(user_folder(), "database = 5")
    assert bare_command("overview").code == 2


def test_a_bad_clock_ends_the_command_with_2(bare_command, monkeypatch):
    monkeypatch.setenv("MULIGHET_NOW", "i dag")
    answer = bare_command("overview")
    assert (answer.code, "MULIGHET_NOW" in answer.err) == (2, True)


def test_a_profile_names_columns():
    write(user_folder() / "profiles", 'prison_number = "Fangenr"\n', "kompis.toml")
    assert column_profile("kompis") == {"prison_number": "Fangenr"}


@pytest.mark.parametrize("name", ["missing", "../config", "a/b", "", "broken"])
def test_a_profile_that_is_not_there_is_told(name):
    write(user_folder() / "profiles", "nonsense", "broken.toml")
    with pytest.raises(Stopped) as stopped:
        column_profile(name)
    assert stopped.value.code is Exit.USAGE
