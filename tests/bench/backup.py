"""Backup with its proof, and restore, of 200,000 conversations, beside a plain copy; on record.

The floor of the file is a copy of it and an fsync, and SQLite's own backup interface; that of the
server is every table copied out and thrown away.
"""

import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.database.backups import embedded, server
from app.database.opening import DatabasePlace
from app.database.sealing import DATABASE_PURPOSE, derived_key
from app.foundation.clock import system_clock
from app.foundation.paths import places_for
from app.foundation.progress import Progress
from app.use_cases.backup import back_up
from app.use_cases.office import Office
from app.use_cases.restore import Restore, restore
from tests.bench.prisons import CONVERSATIONS, measured_offices
from tests.bench.timing import figure

_NO_GOAL = 0.0


def measure(conversations: int = CONVERSATIONS) -> list[dict[str, object]]:
    """Return the figures of each engine."""
    with (
        measured_offices(conversations) as offices,
        tempfile.TemporaryDirectory(prefix="backup-") as name,
    ):
        folder = Path(name)
        return [
            *_embedded(offices["sqlcipher"], folder),
            *_server(offices["postgresql"], folder),
        ]


def _embedded(office: Office, folder: Path) -> list[dict[str, object]]:
    file, target = office.folders.database_file, folder / "a.mulighet"
    copy = _milliseconds(lambda: _plain_copy(file, folder / "copy.db"))
    bare = _milliseconds(lambda: _bare_backup(office, folder / "bare.db"))
    made = _milliseconds(lambda: back_up(office, target))
    back = _milliseconds(lambda: _restored(office, target))
    size = {"megabytes": round(target.stat().st_size / 1e6, 1)}
    return [
        {**_line("backup and proof beside a plain copy, sqlcipher", made, copy), **size},
        {**_line("backup and proof beside SQLite's own backup, sqlcipher", made, bare), **size},
        {**_line("restore beside a plain copy, sqlcipher", back, copy), **size},
    ]


def _server(office: Office, folder: Path) -> list[dict[str, object]]:
    target = folder / "b.mulighet"
    bare = _milliseconds(lambda: _copied_out(office))
    made = _milliseconds(lambda: back_up(office, target))
    size = {"megabytes": round(target.stat().st_size / 1e6, 1)}
    return [{**_line("backup and proof beside bare COPY, postgresql", made, bare), **size}]


def _line(name: str, ours: float, floor: float) -> dict[str, object]:
    return {**figure(name, ours, floor, _NO_GOAL), "goal": "on record"}


def _milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _plain_copy(file: Path, target: Path) -> None:
    shutil.copyfile(file, target)
    with target.open("rb+") as stream:
        os.fsync(stream.fileno())


def _bare_backup(office: Office, target: Path) -> None:
    key = derived_key(office.data_key, DATABASE_PURPOSE)
    raw = office.database.engine.raw_connection()
    with closing(raw), closing(embedded._keyed(target, key)) as copy:
        raw.driver_connection.backup(copy)


def _restored(office: Office, file: Path) -> None:
    """Restore into an empty folder: unsealed, every page and row compared, brought up."""
    account = (office.folders.data / "account.json").read_text(encoding="utf-8")
    user_name, password = json.loads(account)
    empty = DatabasePlace(places_for(file.parent / "restored"))
    restore(empty, Restore(file, user_name, password), password, system_clock, Progress())


def _copied_out(office: Office) -> None:
    with server.one_state(office.database) as connection:
        server.export(connection, lambda _data: None, lambda _done, _total: None)
