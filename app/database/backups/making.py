"""Making a backup: copy, seal beside its place, prove by a restore, and only then rename.

A reader of the folder sees no backup or a proved one. What is under work is named ``.….part`` and
is removed when the work is cancelled; after a kill, by the next backup made into the folder.
"""

import errno
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from app.database.backups import embedded, server
from app.database.backups.sealed_file import (
    Opening,
    SealedReader,
    SealedWriter,
    damaged,
    read_opening,
)
from app.database.engine import Database
from app.database.failures import in_words
from app.database.keyring import sync_folder
from app.database.sealing import DATABASE_PURPOSE, derived_key
from app.domain.backups import SUFFIX, BackupContents, BackupHead
from app.domain.errors import BackupFailed, BackupRejected, ErrorCode
from app.foundation.progress import Progress
from app.foundation.translation import _

_LEFT_BEHIND_SECONDS = 3600
_WORKSHOP = "backup-"
_WHOLE = 100
_COPIED, _SEALED = 35, 60
_READ_AT_ONCE = 1 << 20
Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Source:
    """What is backed up.

    Attributes:
        keyring: the wrapped keys, as text.
        workshop: a folder of this machine for what is made on the way; all of it is sealed.
    """

    database: Database
    data_key: bytes
    head: BackupHead
    keyring: str
    workshop: Path

    @property
    def key(self) -> bytes:
        """Return the key of the embedded file."""
        return derived_key(self.data_key, DATABASE_PURPOSE)


def make_backup(source: Source, target: Path, progress: Progress) -> BackupContents:
    """Make one proved backup at ``target``; an older file of that name is replaced at the end.

    Raises:
        BackupFailed: it could not be written, or was not the same when read back.
        Cancelled: nothing is left behind.
        DatabaseUnavailable: the database stopped answering.
    """
    part = target.with_name(f".{target.name}.{source.head.backup_id.hex[-8:]}.part")
    with writing_in_words(), workshop(source.workshop) as room:
        remove_left_behind(target.parent)
        try:
            with new_file(part) as stream:
                contents = _write(source, stream, room, progress)
            _prove(source, part, room, progress)
            progress.step(_WHOLE, _WHOLE)
            part.replace(target)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
        sync_folder(target.parent)
    return contents


def _write(source: Source, stream: BinaryIO, room: Path, progress: Progress) -> BackupContents:
    writer = SealedWriter(stream, source.head, source.keyring, source.data_key)
    if source.database.embedded:
        copy = room / "copy.db"
        with in_words():
            contents = embedded.copy_state(
                source.database, copy, source.key, between(progress, 0, _COPIED)
            )
        size, step = copy.stat().st_size, between(progress, _COPIED, _SEALED)
        with copy.open("rb") as pages:
            while data := pages.read(_READ_AT_ONCE):
                writer.write(data)
                step(pages.tell(), size)
        copy.unlink()
    else:
        with in_words(), server.one_state(source.database) as connection:
            server.need_function(connection)
            contents = server.export(connection, writer.write, between(progress, 0, _SEALED))
    writer.finish(contents)
    return contents


def _prove(source: Source, part: Path, room: Path, progress: Progress) -> None:
    """Restore what was written into a temporary place and compare it with what was copied."""
    try:
        with open_backup(part) as (stream, opening):
            reader = SealedReader(stream, opening, source.data_key)
            prove(source, reader, room, between(progress, _SEALED, _WHOLE))
    except BackupRejected as fault:
        raise BackupFailed(
            _("Kopien ble ikke lik databasen da den ble kontrollert. Den er fjernet."),
            ErrorCode.BACKUP_NOT_PROVED,
        ) from fault


def check_file(source: Source, file: Path, progress: Progress) -> BackupHead:
    """Restore a backup into a temporary place and compare it with its own manifest.

    On a server one of an older schema is only unsealed to its end: its tables have another shape.

    Raises:
        BackupRejected: it is not what its manifest says, or another prison's.
    """
    with open_backup(file) as (stream, opening), workshop(source.workshop) as room:
        reader = SealedReader(stream, opening, source.data_key)
        step = between(progress, 0, _WHOLE)
        if source.database.embedded or opening.head.schema == source.head.schema:
            prove(source, reader, room, step)
        else:
            for _data in stepped(reader.parts(), step):
                pass
        return opening.head


def prove(source: Source, reader: SealedReader, room: Path, step: Step) -> BackupContents:
    """Restore a backup into a temporary place and compare it with its own manifest.

    Raises:
        BackupRejected: it is not what its manifest says.
    """
    if source.database.embedded:
        return prove_embedded(reader, room / "proof.db", source.key, step)
    with in_words(), server.one_state(source.database) as connection:
        found = server.prove(connection, stepped(reader.parts(), step), step)
        connection.rollback()
    if found != reader.contents:
        raise damaged()
    return found


def prove_embedded(reader: SealedReader, file: Path, key: bytes, step: Step) -> BackupContents:
    """Write the database of a backup into a new file and compare it with the manifest.

    Raises:
        BackupRejected: it is not what its manifest says.
    """
    with new_file(file) as copy:
        for data in stepped(reader.parts(), step):
            copy.write(data)
    embedded.prove_copy(file, key, reader.contents)
    return reader.contents


def stepped(parts: Iterator[bytes], step: Step) -> Iterator[bytes]:
    """Yield the parts, and tell of each."""
    # How many parts there are stands nowhere; each makes the rest look half as long.
    for number, data in enumerate(parts, start=1):
        step(number, number + 8)
        yield data


@contextmanager
def open_backup(file: Path) -> Iterator[tuple[BinaryIO, Opening]]:
    """Open a backup and read its head; the stream stands at the first part.

    Raises:
        BackupRejected: no backup, or it cannot be read.
        DatabaseTooNew: its form is that of a newer program.
    """
    try:
        stream = file.open("rb")
        opening = _begun(stream)
    except OSError as error:
        raise BackupRejected(
            _("Sikkerhetskopien kan ikke leses: {0}").format(_reason(error)),
            ErrorCode.NOT_A_BACKUP,
        ) from error
    with stream:
        yield stream, opening


def _begun(stream: BinaryIO) -> Opening:
    try:
        if hasattr(os, "posix_fadvise"):
            # What was just written is to come back from the medium, not from memory.
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return read_opening(stream)
    except BaseException:
        stream.close()
        raise


def between(progress: Progress, first: int, last: int) -> Step:
    """Return a step that moves the progress from one share of the whole to another."""

    def step(done: int, total: int) -> None:
        share = min(done, total) / max(1, total)
        progress.step(first + int((last - first) * share), _WHOLE)

    return step


@contextmanager
def new_file(file: Path) -> Iterator[BinaryIO]:
    """Make a file for this user alone; on leaving it is on the disk."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def workshop(parent: Path) -> Iterator[Path]:
    """Make a folder for what is made on the way; it is gone on leaving."""
    parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in parent.glob(f"{_WORKSHOP}*"):
        if _is_left_behind(left):
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_WORKSHOP, dir=parent) as room:
        yield Path(room)


def remove_left_behind(folder: Path) -> None:
    """Remove what killed backups left in a folder; what is being written now is younger."""
    for left in folder.glob(f".*{SUFFIX}.*.part"):
        if _is_left_behind(left):
            with suppress(OSError):
                left.unlink()


def _is_left_behind(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > _LEFT_BEHIND_SECONDS
    except OSError:
        return False


@contextmanager
def writing_in_words() -> Iterator[None]:
    """Turn what the disk says into words.

    Raises:
        BackupFailed: no room, no right to write, no such folder, a failing disk.
    """
    try:
        yield
    except OSError as error:
        raise BackupFailed(_reason(error)) from error
    except (dbapi2.Error, DBAPIError) as error:
        raise BackupFailed(_("Kopien kunne ikke lages. Databasen er som før.")) from error


def _reason(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return _("Det er ikke plass til kopien. Velg en annen mappe, eller frigjør plass.")
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return _("Programmet får ikke skrive i mappen. Velg en annen.")
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return _("Mappen finnes ikke. Er disken koblet til?")
    return _("Disken svarer med feil. Velg en annen mappe.")
