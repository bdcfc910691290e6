from argparse import Namespace
from pathlib import Path

import pytest

from app.command_line.column_profiles import column_profile
from app.command_line.exits import Exit, Stopped
from app.command_line.settings import settings_for, user_folder
from app.foundation.settings import Origin, known_settings

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


def test_each_value_tells_where_it_is_from(machine):
    write(machine, 'language = "nn"\nzoom = 120\nprinter = "b2"\n')
    write(user_folder(), 'language = "en"\n')
    options = Namespace(data_dir=None, database=None, officer="line", language=None)
    settings = settings_for(options, {"MULIGHET_SCHEME": "dark"})
    found = {key: settings.origin(key) for key in ("officer", "scheme", "language", "zoom")}
    assert found == {
        "officer": Origin.COMMAND_LINE,
        "scheme": Origin.ENVIRONMENT,
        "language": Origin.USER_FILE,
        "zoom": Origin.IT_FILE,
    }
    assert settings.zoom == 120
    assert settings.origin("density") is Origin.DEFAULT


def test_what_was_chosen_in_the_windows_comes_before_the_files(tmp_path):
    write(user_folder(), 'density = "tight"\nzoom = 90\n')
    write(tmp_path / "data", "[window]\nzoom=3\n[look]\nzoom=150\ndensity=airy\n", "ui.ini")
    settings = settings_for(Namespace(data_dir=str(tmp_path / "data")), {})
    assert (settings.zoom, settings.density) == (150, "airy")
    assert settings.origin("zoom") is Origin.REMEMBERED


def test_a_remembered_value_that_cannot_be_used_is_left_out(tmp_path):
    write(tmp_path / "data", "[look]\nzoom=9000\nscheme=purple\n", "ui.ini")
    settings = settings_for(Namespace(data_dir=str(tmp_path / "data")), {})
    assert (settings.zoom, settings.scheme) == (0, "system")


def test_what_it_has_locked_holds_over_everything(machine, tmp_path):
    write(machine, 'language = "nn"\nlocked = ["language", "printer"]\n')
    write(user_folder(), 'language = "en"\nprinter = "mine"\n')
    options = Namespace(data_dir=None, database=None, officer=None, language="en")
    settings = settings_for(options, {"MULIGHET_LANGUAGE": "en"})
    assert (settings.language, settings.printer) == ("nn", "")
    assert settings.locked == {"language", "printer"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('scheme = "purple"', "scheme i"),
        ("zoom = 500", "zoom i .* fra 80 til 200"),
        ('locked = "language"', "locked i"),
        ('locked = ["colour"]', "locked i"),
    ],
)
def test_a_value_that_cannot_be_used_is_told(machine, text, message):
    write(machine, text)
    with pytest.raises(Stopped, match=message):
        settings_for(NOTHING, {})


def test_every_setting_says_what_it_is():
    for key, about in known_settings().items():
        assert about.name, key
        assert about.description.endswith("."), key


def test_config_show_tells_values_and_origins(bare_command, machine):
    write(machine, 'printer = "b2"\nlocked = ["printer"]\n')
    lines = bare_command("--officer", "kari", "config", "show", "--origin").out.splitlines()
    assert [line.split()[:2] for line in lines if line.startswith(("officer", "printer"))] == [
        ["officer", "kari"],
        ["printer", "b2"],
    ]
    assert "kommandolinjen" in next(line for line in lines if line.startswith("officer"))


def test_config_show_masks_the_password_of_a_database(bare_command):
    answer = bare_command(
        "--database", "postgresql+psycopg://kari:hemmelig@tjener/db", "config", "show", "--json"
    )
    assert answer.code == 0
    assert "hemmelig" not in answer.out
    shown = {row["setting"]: row for row in answer.json}
    assert shown["database"]["value"] == "postgresql+psycopg://kari:***@tjener/db"
    assert shown["database"]["origin"] == "command_line"
    assert shown["zoom"] == {
        "setting": "zoom",
        "value": "",
        "unit": "prosent",
        "description": shown["zoom"]["description"],
        "origin": "default",
        "locked": False,
    }
