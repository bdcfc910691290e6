"""Commands run in this process on a prison of each engine, with what they print."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.command_line.main import run
from app.database.opening import DatabasePlace
from app.foundation.paths import Places
from app.foundation.translation import choose_language
from tests.helpers.prison import PASSWORD, SteppingClock


@dataclass(frozen=True)
class Answer:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


Command = Callable[..., Answer]


@pytest.fixture(autouse=True)
def surroundings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, clock: SteppingClock
) -> Iterator[None]:
    """Nothing of the machine's own settings, a fixed clock, and Kari's password."""
    for name in ("DATA_DIR", "DATABASE", "OFFICER", "LANGUAGE", "NEW_PASSWORD"):
        monkeypatch.delenv(f"MULIGHET_{name}", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "machine"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("MULIGHET_NOW", clock.now.isoformat())
    monkeypatch.setenv("MULIGHET_PASSWORD", PASSWORD)
    yield
    choose_language("nb")


@pytest.fixture
def bare_command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Run exactly the arguments given."""

    def call(*arguments: object) -> Answer:
        code = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        assert "Traceback" not in printed.out + printed.err
        return Answer(code, printed.out, printed.err)

    return call


@pytest.fixture
def empty(bare_command: Command, folders: Places) -> Command:
    """Run in a data folder without a database."""
    return lambda *arguments: bare_command("--data-dir", folders.data, *arguments)


@pytest.fixture
def command(bare_command: Command, place: DatabasePlace) -> Command:
    """Run as Kari on the prison, on each engine in turn."""
    where = ["--data-dir", place.folders.data]
    if place.url is not None:
        where += ["--database", place.url]

    def call(*arguments: object, officer: str | None = "kari") -> Answer:
        who = ["--officer", officer] if officer else []
        return bare_command(*where, *who, *arguments)

    return call
