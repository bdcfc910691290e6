import os

import pytest

from app.domain.access import Role
from app.use_cases.administration import officers

NEW = "et annet langt passord"


@pytest.fixture
def new_password(monkeypatch) -> str:
    monkeypatch.setenv("MULIGHET_NEW_PASSWORD", NEW)
    return NEW


@pytest.fixture
def ola(command, new_password, monkeypatch):
    """A second officer; commands can be run as him."""
    assert command("officer", "add", "ola", "--role", "officer").code == 0

    def call(*arguments):
        with monkeypatch.context() as patch:
            patch.setenv("MULIGHET_PASSWORD", new_password)
            return command(*arguments, officer="ola")

    return call


def test_add(command, office, new_password):
    answer = command(
        "officer", "add", "ola", "--role", "unit_leader", "--display-name", "Ola Dahl", "--json"
    )
    assert answer.code == 0
    (added,) = (line for line in officers(office) if line.user_name == "ola")
    assert (str(added.id), added.display_name) == (answer.json["id"], "Ola Dahl")
    assert added.role is Role.UNIT_LEADER


def test_the_new_officer_may_sign_in(ola):
    assert ola("overview").code == 0


def test_a_name_that_is_taken_ends_with_1(command, new_password):
    assert command("officer", "add", "KARI", "--role", "officer").code == 1


@pytest.mark.parametrize("name", ["o la", "", "x" * 41])
def test_a_bad_name_ends_with_6(command, new_password, name):
    answer = command("officer", "add", name, "--role", "officer")
    assert (answer.code, "Brukernavnet" in answer.err) == (6, True)


def test_only_an_administrator_adds(ola):
    assert ola("officer", "add", "per", "--role", "officer").code == 5


def test_without_a_new_password_ends_with_2(command):
    answer = command("officer", "add", "ola", "--role", "officer")
    assert (answer.code, "MULIGHET_NEW_PASSWORD" in answer.err) == (2, True)


def test_change_of_password(ola, command, monkeypatch):
    changed = "et tredje langt passord"
    monkeypatch.setenv("MULIGHET_NEW_PASSWORD", changed)
    assert ola("officer", "password").code == 0
    assert ola("overview").code == 5
    monkeypatch.setenv("MULIGHET_PASSWORD", changed)
    assert command("overview", officer="ola").code == 0


def test_the_old_password_again_ends_with_6(ola):
    assert ola("officer", "password").code == 6


def test_an_unknown_officer_and_a_wrong_password_are_told_alike(command, monkeypatch):
    unknown = command("overview", officer="nobody")
    monkeypatch.setenv("MULIGHET_PASSWORD", "feil passord her")
    wrong = command("overview")
    assert (unknown.code, wrong.code) == (5, 5)
    assert unknown.err == wrong.err
    assert unknown.out == wrong.out == ""


def test_no_name_and_no_terminal_ends_with_2(command):
    answer = command("overview", officer=None)
    assert (answer.code, "--officer" in answer.err) == (2, True)


def test_no_password_and_no_terminal_ends_with_2(command, monkeypatch):
    monkeypatch.delenv("MULIGHET_PASSWORD")
    answer = command("overview")
    assert (answer.code, "MULIGHET_PASSWORD" in answer.err) == (2, True)


class Terminal:
    """A terminal with somebody at it."""

    def __init__(self, typed: str) -> None:
        self._typed = typed

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        return self._typed


def test_on_a_terminal_name_and_password_are_asked_for(command, monkeypatch):
    asked = []
    secret = os.environ["MULIGHET_PASSWORD"]
    monkeypatch.delenv("MULIGHET_PASSWORD")
    monkeypatch.setattr("sys.stdin", Terminal("kari\n"))
    monkeypatch.setattr(
        "app.command_line.session.getpass", lambda question: asked.append(question) or secret
    )
    answer = command("overview", officer=None)
    assert (answer.code, asked) == (0, ["Passord: "])
    assert "Brukernavn: " in answer.err


def test_a_new_password_is_typed_twice(command, monkeypatch):
    typed = iter(["et langt nytt passord", "et annet"])
    monkeypatch.setattr("sys.stdin", Terminal(""))
    monkeypatch.setattr("app.command_line.session.getpass", lambda _question: next(typed))
    answer = command("officer", "password")
    assert (answer.code, "ikke like" in answer.err) == (2, True)
