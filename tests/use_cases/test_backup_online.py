"""Officers go on writing while a backup is made: what is in it is one state of the prison."""

import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Self

import pytest
from sqlalchemy import text

from app.database.backups import embedded, server
from app.database.opening import DatabasePlace
from app.domain.access import Verb
from app.domain.errors import BackupFailed
from app.foundation.progress import Progress
from app.use_cases.backup import back_up
from app.use_cases.conversations import conversation_log
from app.use_cases.office import Office
from app.use_cases.restore import Restore, restore
from tests.helpers.access import access_log
from tests.helpers.prison import PASSWORD, SteppingClock, admit, talk


class Writer:
    """Saves numbered entries through the use case, as fast as it can, in a thread of its own."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.inmate_id = admit(office).id
        self.saved = 0
        self._stop = Event()
        self._many = Event()
        self._thread = Thread(target=self._write)

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._many.wait(60)
        return self

    def __exit__(self, *_about: object) -> None:
        self._stop.set()
        self._thread.join()

    def _write(self) -> None:
        while not self._stop.is_set():
            talk(self._office, self.inmate_id, f"{self.saved + 1} " + "lang tekst " * 40)
            self.saved += 1
            if self.saved >= 50:
                self._many.set()


def not_one_state(restored: Office, writer: Writer, before: int) -> list[str]:
    """Return what shows that a restored prison never was like that."""
    numbers = sorted(
        int(line.text.partition(" ")[0]) for line in conversation_log(restored, writer.inmate_id)
    )
    logged = [
        row
        for row in access_log(restored)
        if row.feature == "conversations" and row.verb == Verb.COLLECT
    ]
    problems = []
    if numbers != list(range(1, len(numbers) + 1)):
        problems.append("a gap")
    if len(numbers) < before:
        problems.append("an entry that was saved before is missing")
    if len(logged) != len(numbers):
        problems.append("entries and log differ")
    return problems


def test_a_backup_is_one_state(
    office: Office,
    shelf: Path,
    new_place: DatabasePlace,
    clock: SteppingClock,
    enter: Callable[..., Office],
) -> None:
    with Writer(office) as writer:
        before = writer.saved
        made = back_up(office, shelf / "a.mulighet")
        after = writer.saved
    restore(new_place, Restore(made.file, "kari", PASSWORD), PASSWORD, clock, Progress())
    assert not_one_state(enter(), writer, before) == []
    assert after > before, "nobody wrote meanwhile"


def torn_copy(source: object, copy: Path, key: bytes, step: object) -> object:
    """The planted fault of the embedded engine: the file as it lies there, without its log."""
    contents = REAL_COPY(source, copy, key, step)
    file = source.engine.raw_connection()
    path = file.driver_connection.execute("PRAGMA database_list").fetchone()[2]
    file.close()
    shutil.copy(path, copy)
    return contents


def many_states(database: object) -> object:
    """The planted fault of the server: each table as it is when its turn comes."""
    return database.engine.begin()


REAL_COPY = embedded.copy_state


def test_a_torn_copy_is_caught(
    office: Office, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as planted, Writer(office):
        planted.setattr(embedded, "copy_state", torn_copy)
        planted.setattr(server, "one_state", many_states)
        planted.setattr(server, "_count", counted_late)
        assert "KO-07" in {_code_of(office, shelf / f"{number}") for number in range(20)}


def _code_of(office: Office, target: Path) -> str:
    try:
        back_up(office, target)
    except BackupFailed as caught:
        return caught.code
    return ""


def counted_late(connection: object, source: str) -> int:
    return int(connection.execute(text(f"SELECT count(*) FROM {source}")).scalar_one())
