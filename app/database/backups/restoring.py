"""Putting a restored database in the place of the present one: all of it or nothing.

The restored files lie ready beside the present ones, on the disk to the last byte, before one
small file is renamed: ``restore.json``. That rename is the moment. Before it a kill leaves the
old database; after it, the next opening finishes the two renames that are left.
"""

import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from uuid import UUID

from sqlcipher3 import dbapi2

from app.database.keyring import sync_folder
from app.domain.errors import BackupFailed, ErrorCode
from app.foundation.paths import Places
from app.foundation.translation import _

_STAGE = "restore-"
_PATIENCE_SECONDS = 5.0
_LOOK_AGAIN_SECONDS = 0.05
_LEFT_BEHIND_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Stage:
    """The folder beside the database in which the restored one is made ready."""

    folder: Path

    @property
    def database_file(self) -> Path:
        """The restored database."""
        return self.folder / "mulighet.db"

    @property
    def keyring_file(self) -> Path:
        """The restored keys."""
        return self.folder / "keyring.json"


@contextmanager
def staged(folders: Places, backup_id: UUID) -> Iterator[Stage]:
    """Make the folder; on leaving it is gone, unless its files were put in place."""
    folders.make()
    _remove_left_behind(folders.data)
    stage = Stage(folders.data / f"{_STAGE}{backup_id.hex[-8:]}")
    shutil.rmtree(stage.folder, ignore_errors=True)
    stage.folder.mkdir(mode=0o700)
    try:
        yield stage
    finally:
        if not folders.restore_file.exists():
            shutil.rmtree(stage.folder, ignore_errors=True)


def _remove_left_behind(data: Path) -> None:
    for left in data.glob(f"{_STAGE}*"):
        if left.is_dir() and time.time() - left.stat().st_mtime > _LEFT_BEHIND_SECONDS:
            shutil.rmtree(left, ignore_errors=True)


@contextmanager
def alone_with(file: Path, key: bytes, log_count: int) -> Iterator[None]:
    """Hold the embedded file so that nobody else, in any process, has it open or opens it.

    All that was written is in the one file then; there is no second one beside it. ``log_count``
    is how many rows the access log has in the backup that was just made of it.

    Raises:
        BackupFailed: another window or program has it open, or wrote since that backup.
    """
    with closing(_alone(file, key)) as holding:
        if holding.execute("SELECT count(*) FROM access_entry").fetchone() != (log_count,):
            raise BackupFailed(
                _("Noen skrev mens kopien ble hentet. Ingenting er endret. Prøv igjen."),
                ErrorCode.DATABASE_IN_USE,
            )
        if os.name == "nt":
            # Windows renames nothing over a file that is open.
            holding.close()
        yield


def _alone(file: Path, key: bytes) -> dbapi2.Connection:
    until = time.monotonic() + _PATIENCE_SECONDS
    while True:
        connection = dbapi2.connect(str(file), isolation_level=None)
        try:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            if connection.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",):
                return connection
        except dbapi2.OperationalError:
            pass
        connection.close()
        if time.monotonic() > until:
            raise BackupFailed(
                _("Databasen er åpen i et annet vindu på maskinen. Lukk det, og prøv igjen."),
                ErrorCode.DATABASE_IN_USE,
            )
        Event().wait(_LOOK_AGAIN_SECONDS)


def put_in_place(folders: Places, stage: Stage) -> None:
    """Let the staged files take the place of the present ones."""
    for file in (stage.database_file, stage.keyring_file):
        _on_disk(file)
    sync_folder(stage.folder)
    sync_folder(folders.data)
    marker = folders.restore_file
    beside = marker.with_suffix(".new")
    beside.write_text(json.dumps({"stage": stage.folder.name}), encoding="utf-8")
    _on_disk(beside)
    beside.replace(marker)
    sync_folder(folders.data)
    finish_restore(folders)


def finish_restore(folders: Places) -> None:
    """Finish what a kill broke off; does nothing where nothing was begun."""
    marker = folders.restore_file
    try:
        name = json.loads(marker.read_text(encoding="utf-8"))["stage"]
    except FileNotFoundError:
        return
    stage = Stage(folders.data / Path(name).name)
    file = folders.database_file
    with suppress(FileNotFoundError):
        if stage.database_file.exists():
            file.with_name(f"{file.name}-journal").unlink(missing_ok=True)
            stage.database_file.replace(file)
    with suppress(FileNotFoundError):
        stage.keyring_file.replace(folders.keyring_file)
    sync_folder(folders.data)
    marker.unlink(missing_ok=True)
    sync_folder(folders.data)
    shutil.rmtree(stage.folder, ignore_errors=True)


def set_damaged_aside(folders: Places, stamp: str) -> Path | None:
    """Give what cannot be opened a second name, so that it can be looked into later.

    Returns:
        The second name of the database file; None if there is none.
    """
    file = folders.database_file
    aside = file.with_name(f"mulighet-damaged-{stamp}.db")
    kept = None
    for end in ("", "-wal"):
        part = file.with_name(file.name + end)
        if part.exists():
            _second_name(part, aside.with_name(aside.name + end))
            kept = aside
    if folders.keyring_file.exists():
        _second_name(folders.keyring_file, aside.with_suffix(".keyring.json"))
    # Of a database that is damaged; SQLite would read them into the restored one.
    for end in ("-wal", "-shm"):
        file.with_name(file.name + end).unlink(missing_ok=True)
    return kept


def _second_name(file: Path, name: Path) -> None:
    try:
        os.link(file, name)
    except OSError:
        shutil.copy2(file, name)


def _on_disk(file: Path) -> None:
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())
