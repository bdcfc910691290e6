import re

import pytest

from app.domain.conversations import ConversationKind

SIZE = ("--inmates", "40", "--conversations", "200", "--today", "2026-11-23")
LAST_LINE = re.compile(r"officer=demo password=(\S+)")


def password_of(answer) -> str:
    match = LAST_LINE.fullmatch(answer.out.splitlines()[-1])
    assert match, answer.out
    return match[1]


@pytest.fixture
def demo(bare_command, monkeypatch, tmp_path):
    """Make an example prison in a folder and return a function that runs commands on it."""

    def make(name: str, *more: str):
        folder = tmp_path / name
        made = bare_command("--data-dir", folder, "demo", "create", *SIZE, *more)
        assert made.code == 0
        monkeypatch.setenv("MULIGHET_PASSWORD", password_of(made))

        def call(*arguments):
            return bare_command("--data-dir", folder, "--officer", "demo", *arguments)

        return made, call

    return make


def content(call):
    overview = call("overview", "--json").json
    logs = [
        call("conversations", "list", "--inmate", line["id"], "--json").json
        for line in overview["inmates"][:5]
    ]
    plans = [
        call("plan", "show", "--inmate", line["id"], "--json").out
        for line in overview["inmates"][:5]
    ]
    return overview, logs, plans


def test_the_example_prison_has_the_size_asked_for(demo):
    made, call = demo("one")
    overview, logs, _plans = content(call)
    assert overview["totals"]["roll"] == 40
    assert call("db", "info", "--json").json["conversations"] == 200
    assert {line["type"] for log in logs for line in log} <= {
        kind.value for kind in ConversationKind
    }
    assert "oppdiktet" in made.err
    assert "200 av 200" in made.err


def test_the_same_seed_and_day_give_the_same_ids_and_content(demo):
    first_made, first = demo("one")
    first_content = content(first)
    second_made, second = demo("two")
    assert content(second) == first_content
    assert password_of(first_made) != password_of(second_made)
    _third_made, third = demo("three", "--seed", "2")
    assert content(third) != first_content


def test_json_too_ends_with_the_line(demo):
    made, _call = demo("one", "--json")
    assert "recovery_code" in made.out
    password_of(made)


def test_a_database_that_is_there_is_left_alone(command, bare_command, place, request):
    before = command("db", "info", "--json").json
    where = ["--data-dir", place.folders.data]
    if place.is_server:
        where += ["--database", request.getfixturevalue("server_prison").address]
    answer = bare_command(*where, "demo", "create", *SIZE)
    assert (answer.code, answer.out) == (1, "")
    assert command("db", "info", "--json").json == before
