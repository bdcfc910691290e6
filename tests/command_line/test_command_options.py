import argparse
import subprocess
import sys
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from app.command_line.options import asked_language, read_options
from app.command_line.settings import user_folder
from app.foundation.translation import LANGUAGES

GLOBAL = [
    (["--data-dir", "d"], "data_dir", "d"),
    (["--database", "u"], "database", "u"),
    (["--officer", "kari"], "officer", "kari"),
    (["--language", "nn"], "language", "nn"),
    (["--json"], "json", True),
    (["--verbose"], "verbose", True),
    (["--version"], "version", True),
]
PLACES = {
    "before": lambda option: [*option, "plan", "show", "--inmate", "1"],
    "between": lambda option: ["plan", *option, "show", "--inmate", "1"],
    "after": lambda option: ["plan", "show", "--inmate", "1", *option],
}


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize(("option", "name", "value"), GLOBAL)
def test_a_global_option_counts_wherever_it_stands(where, option, name, value):
    options = read_options(PLACES[where](option))
    assert getattr(options, name) == value
    assert options.command == "plan show"


@pytest.mark.parametrize(("one", "two"), list(pairwise(GLOBAL)))
def test_an_option_before_and_one_after_count_both(one, two):
    options = read_options([*one[0], "overview", *two[0]])
    assert getattr(options, one[1]) == one[2]
    assert getattr(options, two[1]) == two[2]


def test_what_is_not_given_has_its_default():
    options = read_options(["overview"])
    assert {name: getattr(options, name) for _option, name, _value in GLOBAL} == {
        "data_dir": None,
        "database": None,
        "officer": None,
        "language": None,
        "json": False,
        "verbose": False,
        "version": False,
    }


def test_without_a_command_the_options_are_read_for_the_window():
    options = read_options(["--data-dir", "d"])
    assert (options.command, options.data_dir) == (None, "d")


def test_values_are_read():
    day = read_options(["demo", "create", "--today", "2026-11-23"]).today
    moment = read_options(
        ["conversations", "add", "--inmate", "1", "--text", "t", "--at", "2026-07-01T12:00"]
    ).at
    assert (day, moment) == (date(2026, 11, 23), datetime(2026, 7, 1, 10, tzinfo=UTC))


WRONG = [
    ([], "Oppgi en kommando"),
    (["--lang", "nb", "overview"], "går ikke"),
    (["overview", "--js"], "ukjent: --js"),
    (["plan"], "dette mangler: KOMMANDO"),
    (["plan", "show"], "dette mangler: --inmate"),
    (["nothing"], "'nothing' går ikke"),
    (["--language", "de", "overview"], "'de' går ikke"),
    (["plan", "pdf", "--inmate", "1", "--unit", "B"], "kan ikke brukes sammen med"),
    (["plan", "pdf"], "velg én av"),
    (["officer", "add", "ola", "--role", "king"], "'king' går ikke"),
    (["demo", "create", "--inmates", "0"], "0 er ikke et helt tall over null"),
    (["demo", "create", "--inmates", "²"], "² er ikke et helt tall over null"),
    (["demo", "create", "--today", "23.11.2026"], "23.11.2026 er ingen dato"),
    (
        ["conversations", "add", "--inmate", "1", "--text", "t", "--at", "i går"],
        "i går er ikke et tidspunkt",
    ),
    (["plan", "pdf", "--inmate", "1"], "--out"),
    (["plan", "pdf", "--unit", "B"], "--out-dir"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_wrong_use_ends_with_2_and_a_norwegian_sentence(bare_command, arguments, message):
    answer = bare_command(*arguments)
    assert answer.code == 2
    assert message in answer.err
    assert answer.out == ""
    assert "usage" not in answer.err


def test_help_is_norwegian(bare_command):
    answer = bare_command("plan", "pdf", "--help")
    assert answer.code == 0
    assert answer.out.startswith("bruk: python -m app plan pdf")
    for english in ("usage", "options", "positional", "show this help"):
        assert english not in answer.out


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["--language", "nn", "overview"], "nn"),
        (["overview", "--language=en"], "en"),
        (["overview", "--language"], None),
        (["overview", "--language", "de"], None),
        (["overview"], None),
    ],
)
def test_the_language_is_read_ahead(arguments, language):
    assert asked_language(arguments) == language


def test_every_language_can_be_asked_for(bare_command):
    assert [bare_command("--version", "--language", name).code for name in LANGUAGES] == [0, 0, 0]


COMMANDS = (
    [],
    ["db", "create"],
    ["demo", "create"],
    ["officer", "add"],
    ["import", "places"],
    ["overview"],
    ["conversations", "add"],
    ["conversations", "search"],
    ["plan", "pdf"],
    ["doctor"],
)
HELP = {"nb": "vis denne hjelpen", "nn": "vis denne hjelpa", "en": "show this help"}


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_in_the_language_that_was_asked_for(bare_command, language, command):
    answer = bare_command(*command, "--help", "--language", language)
    assert answer.code == 0
    assert HELP[language] in answer.out
    others = [text for name, text in HELP.items() if name != language]
    assert not any(text in answer.out for text in others)
    # argparse's own words, none of which is left in a Norwegian help.
    english = any(word in answer.out for word in ("usage:", "options:", "arguments"))
    assert english == (language == "en")


def test_help_follows_the_environment_and_the_users_file(bare_command, monkeypatch):
    folder = user_folder()
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('language = "nn"\n', encoding="utf-8")
    assert HELP["nn"] in bare_command("--help").out
    monkeypatch.setenv("MULIGHET_LANGUAGE", "en")
    assert HELP["en"] in bare_command("--help").out
    assert HELP["nb"] in bare_command("--help", "--language", "nb").out


def test_help_is_bokmaal_where_no_known_language_is_set(bare_command, monkeypatch):
    monkeypatch.setenv("MULIGHET_LANGUAGE", "de")
    assert HELP["nb"] in bare_command("--help").out


def test_the_version_is_told(bare_command):
    answer = bare_command("--version", "--json")
    assert set(answer.json) == {"program", "schema", "qt", "python"}
    assert answer.json["qt"] == "6.11.3"
    lines = bare_command("--version").out.splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["program", "schema", "qt", "python"]


def test_no_command_needs_qt():
    script = (
        "import sys\n"
        "from app.command_line.main import run\n"
        "assert run(['--version']) == 0\n"
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))]\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, stdout=subprocess.DEVNULL)


def test_reading_options_is_light():
    script = (
        "import sys\n"
        "from app.command_line.options import read_options\n"
        "read_options(['--data-dir', 'd'])\n"
        "heavy = {'sqlalchemy', 'alembic', 'reportlab', 'psycopg', 'babel', 'PySide6'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_argparse_speaks_our_words_only_where_we_gave_it_some():
    assert vars(argparse)["_"]("never said") == "never said"
