"""The file of a backup: a head anybody may read, then sealed parts, the last one the manifest.

The head holds the prison's wrapped keys, as ``keyring.json`` does, and nothing of anybody. Each
part is AES-256-GCM under a key of this backup alone; bound to the whole head, its own number and
its kind, so that no part can be changed, moved, left out or taken from another backup. A file
without its manifest at the end is half a file.
"""

import hashlib
import json
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from cryptography.exceptions import InvalidTag

from app.database.keyring import PASSWORD, RECOVERY, Keyring, secret_of
from app.database.sealing import derived_key, plain_code, seal, unseal
from app.domain.backups import BackupContents, BackupHead
from app.domain.errors import (
    BackupRejected,
    DatabaseTooNew,
    DatabaseUnavailable,
    ErrorCode,
    WrongPassword,
)
from app.foundation.translation import _

PART_SIZE = 1 << 20
_MAGIC = b"MULIGHET BACKUP\n"
_FORMAT = 1
_LENGTH = struct.Struct(">I")
_LONGEST_HEAD = 1 << 24
_LONGEST_PART = PART_SIZE + (1 << 24)
_DATA = b"D"
_MANIFEST = b"M"


@dataclass(frozen=True, slots=True)
class Opening:
    """The head of a backup as read, with what is needed to open the rest."""

    head: BackupHead
    keyring: str
    raw: bytes

    def unlock(self, user_name: str, secret: str) -> tuple[UUID, bytes]:
        """Return the officer's id and the prison's data key, by password or recovery code.

        Raises:
            WrongPassword: neither opens it; the two are not told apart.
            BackupRejected: the keys in the file cannot be read.
        """
        try:
            ring = Keyring.from_text(Path(), self.keyring)
        except DatabaseUnavailable as error:
            raise damaged() from error
        code = plain_code(secret)
        opened = ring.open(secret_of(user_name, secret), PASSWORD)
        if opened is None and code:
            opened = ring.open(secret_of(user_name, code), RECOVERY)
        if opened is None:
            raise WrongPassword
        return opened


class SealedWriter:
    """Writes one backup into a stream, part by part."""

    def __init__(self, stream: BinaryIO, head: BackupHead, keyring: str, data_key: bytes) -> None:
        self._stream = stream
        raw = _head_bytes(head, keyring)
        self._key = _key_of(data_key, head.backup_id)
        self._bound = hashlib.sha256(raw).hexdigest()
        self._number = 0
        self._waiting = bytearray()
        stream.write(_MAGIC + _LENGTH.pack(len(raw)) + raw)

    def write(self, data: bytes) -> None:
        """Add data; full parts are sealed and written."""
        self._waiting += data
        while len(self._waiting) >= PART_SIZE:
            self._seal(_DATA, bytes(self._waiting[:PART_SIZE]))
            del self._waiting[:PART_SIZE]

    def finish(self, contents: BackupContents) -> None:
        """Write what is left and the manifest; only now the file is whole."""
        if self._waiting:
            self._seal(_DATA, bytes(self._waiting))
        self._seal(_MANIFEST, json.dumps(_contents_json(contents), sort_keys=True).encode())

    def _seal(self, kind: bytes, plain: bytes) -> None:
        sealed = seal(plain, self._key, _about(self._bound, self._number, kind))
        self._number += 1
        self._stream.write(kind + _LENGTH.pack(len(sealed)) + sealed)


class SealedReader:
    """Reads one backup from its beginning: ``parts`` to the end, then ``contents``."""

    def __init__(self, stream: BinaryIO, opening: Opening, data_key: bytes) -> None:
        self._stream = stream
        self._key = _key_of(data_key, opening.head.backup_id)
        self._bound = hashlib.sha256(opening.raw).hexdigest()
        self._contents: BackupContents | None = None

    @property
    def contents(self) -> BackupContents:
        """Return the manifest; only after all parts were read."""
        if self._contents is None:
            raise damaged()
        return self._contents

    def parts(self) -> Iterator[bytes]:
        """Yield the data.

        Raises:
            BackupRejected: a part is changed, missing or cut.
        """
        number = 0
        while self._contents is None:
            kind = self._stream.read(1)
            if kind not in {_DATA, _MANIFEST}:
                raise damaged()
            plain = self._open(number, kind)
            number += 1
            if kind == _DATA:
                yield plain
            else:
                self._contents = _contents_of(plain)
        if self._stream.read(1):
            raise damaged()

    def _open(self, number: int, kind: bytes) -> bytes:
        sealed = self._stream.read(_length(self._stream, _LONGEST_PART))
        try:
            return unseal(sealed, self._key, _about(self._bound, number, kind))
        except (InvalidTag, ValueError) as error:
            raise damaged() from error


def read_opening(stream: BinaryIO) -> Opening:
    """Read the head of a backup and stop before its first part.

    Raises:
        BackupRejected: the file is no backup, or its head is cut.
        DatabaseTooNew: a newer program wrote it in a form this one does not know.
    """
    if stream.read(len(_MAGIC)) != _MAGIC:
        raise BackupRejected(
            _("Filen er ikke en sikkerhetskopi fra Mulighet."), ErrorCode.NOT_A_BACKUP
        )
    length = _length(stream, _LONGEST_HEAD)
    raw = stream.read(length)
    try:
        parts = json.loads(raw)
        if parts["format"] > _FORMAT:
            raise DatabaseTooNew
        head = BackupHead(
            UUID(parts["backup_id"]),
            datetime.fromisoformat(parts["made_at"]),
            str(parts["program"]),
            int(parts["schema"]),
            str(parts["engine"]),
            str(parts["prison"]),
            UUID(parts["prison_id"]),
            bool(parts["is_example"]),
        )
        return Opening(head, json.dumps(parts["keyring"]), raw)
    except (ValueError, KeyError, TypeError) as error:
        raise damaged() from error


def damaged() -> BackupRejected:
    """Return what is said of a backup that is not as it was written."""
    return BackupRejected(
        _("Sikkerhetskopien er skadet eller ikke hel. Velg en annen."), ErrorCode.BACKUP_DAMAGED
    )


def _length(stream: BinaryIO, longest: int) -> int:
    raw = stream.read(_LENGTH.size)
    if len(raw) != _LENGTH.size:
        raise damaged()
    length = int(_LENGTH.unpack(raw)[0])
    if length > longest:
        raise damaged()
    return length


def _key_of(data_key: bytes, backup_id: UUID) -> bytes:
    return derived_key(data_key, f"backup|{backup_id}")


def _about(bound: str, number: int, kind: bytes) -> str:
    return f"backup|{bound}|{number}|{kind.decode()}"


def _head_bytes(head: BackupHead, keyring: str) -> bytes:
    parts = {
        "format": _FORMAT,
        "backup_id": str(head.backup_id),
        "made_at": head.made_at.isoformat(),
        "program": head.program,
        "schema": head.schema,
        "engine": head.engine,
        "prison": head.prison,
        "prison_id": str(head.prison_id),
        "is_example": head.is_example,
        "keyring": json.loads(keyring),
    }
    return json.dumps(parts).encode()


def _contents_json(contents: BackupContents) -> dict[str, object]:
    last_id, last_at = contents.log_last_id, contents.log_last_at
    return {
        "counts": contents.counts,
        "digests": contents.digests,
        "log_count": contents.log_count,
        "log_last_id": str(last_id) if last_id else None,
        "log_last_at": last_at.isoformat() if last_at else None,
    }


def _contents_of(plain: bytes) -> BackupContents:
    try:
        parts = json.loads(plain)
        last_id, last_at = parts["log_last_id"], parts["log_last_at"]
        return BackupContents(
            dict(parts["counts"]),
            dict(parts["digests"]),
            int(parts["log_count"]),
            UUID(last_id) if last_id else None,
            datetime.fromisoformat(last_at) if last_at else None,
        )
    except (ValueError, KeyError, TypeError) as error:
        raise damaged() from error
