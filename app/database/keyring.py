"""The wrapped keys of the embedded database: a small file beside it, without names.

A wrap is found by trying, not by name: the user name is part of what is hashed, so one round of
Argon2id is enough, and the file tells nobody who works here.
"""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from app.database.sealing import (
    KdfCost,
    Salted,
    Wrap,
    new_salt,
    password_key,
    unwrap_key,
    wrap_key,
)
from app.domain.errors import DatabaseMissing, DatabaseUnavailable, ErrorCode
from app.foundation.folding import fold
from app.foundation.translation import _

PASSWORD = "password"  # noqa: S105 - the kind of a wrap
RECOVERY = "recovery"
_FORMAT = 1
NEW_COST = KdfCost()


def secret_of(user_name: str, password: str) -> str:
    """Return what is hashed: the folded user name and the password as typed."""
    return f"{fold(user_name.strip())}\x00{password}"


class Keyring:
    """The wraps of one database file, read and written as a whole."""

    def __init__(self, file: Path, wraps: tuple[Wrap, ...], salted: Salted) -> None:
        self._file = file
        self._wraps = wraps
        self._salted = salted

    @staticmethod
    def new(file: Path, cost: KdfCost | None = None) -> "Keyring":
        """Return an empty ring with a salt of its own; nothing is written yet."""
        return Keyring(file, (), Salted(new_salt(), cost or NEW_COST))

    @staticmethod
    def read(file: Path) -> "Keyring":
        """Read the ring.

        Raises:
            DatabaseMissing: there is no such file.
            DatabaseUnavailable: the file is damaged.
        """
        try:
            text = file.read_text(encoding="utf-8")
        except FileNotFoundError as error:
            raise DatabaseMissing from error
        except (OSError, ValueError) as error:
            raise unreadable() from error
        return Keyring.from_text(file, text)

    @staticmethod
    def from_text(file: Path, text: str) -> "Keyring":
        """Return the ring that ``to_text`` wrote, as the one of ``file``.

        Raises:
            DatabaseUnavailable: the text is damaged.
        """
        try:
            parts = json.loads(text)
            wraps = tuple(Wrap.from_json(json.dumps(wrap)) for wrap in parts["wraps"])
            if any(not wrap.cost.is_bearable for wrap in wraps):
                raise unreadable()
            return Keyring(file, wraps, Salted(parts["salt"], KdfCost(**parts["cost"])))
        except (ValueError, KeyError, TypeError) as error:
            raise unreadable() from error

    @property
    def size(self) -> int:
        """Return how many wraps there are."""
        return len(self._wraps)

    def of_wraps(self, wraps: Iterable[Wrap]) -> "Keyring":
        """Return a ring of these wraps instead, each with the salt it was made with."""
        return Keyring(self._file, tuple(wraps), self._salted)

    def to_text(self) -> str:
        """Return the ring as JSON text, without a name of anybody."""
        return json.dumps(
            {
                "format": _FORMAT,
                "salt": self._salted.salt,
                "cost": _plain_cost(self._salted.cost),
                "wraps": [json.loads(wrap.to_json()) for wrap in self._wraps],
            },
            indent=1,
        )

    def open(self, secret: str, kind: str = PASSWORD) -> tuple[UUID, bytes] | None:
        """Return the officer's id and the data key, or None if the secret opens nothing."""
        keys: dict[Salted, bytes] = {}
        for wrap in self._wraps:
            if wrap.kind != kind:
                continue
            salted = Salted(wrap.salt, wrap.cost)
            if salted not in keys:
                keys[salted] = password_key(secret, wrap.salt, wrap.cost)
            data_key = unwrap_key(wrap, keys[salted])
            if data_key is not None:
                return UUID(wrap.officer_id), data_key
        return None

    def with_secret(self, officer_id: UUID, data_key: bytes, secret: str, kind: str) -> "Keyring":
        """Return the ring with this officer's wrap of that kind made anew."""
        wrap = wrap_key(data_key, secret, officer_id, kind, self._salted)
        kept = tuple(
            old for old in self._wraps if (old.officer_id, old.kind) != (str(officer_id), kind)
        )
        return Keyring(self._file, (*kept, wrap), self._salted)

    def write(self) -> None:
        """Replace the file in one step: a power cut leaves the old ring or the new one."""
        text = self.to_text()
        beside = self._file.with_suffix(".new")
        with suppress(FileNotFoundError):
            beside.unlink()
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(self._file)
        sync_folder(self._file.parent)


def unreadable() -> DatabaseUnavailable:
    """Return what is said where the keys cannot be read or are gone."""
    return DatabaseUnavailable(
        _("Nøkkelfilen ved siden av databasen kan ikke leses. Hent en sikkerhetskopi."),
        ErrorCode.KEYRING_UNREADABLE,
    )


def keys_missing() -> DatabaseUnavailable:
    """Return what is said of a database that is there, but without its keys."""
    return DatabaseUnavailable(
        _("Nøkkelfilen ved siden av databasen er borte. Hent en sikkerhetskopi."),
        ErrorCode.KEYRING_UNREADABLE,
    )


def _plain_cost(cost: KdfCost) -> dict[str, int]:
    return {"passes": cost.passes, "memory_kib": cost.memory_kib, "lanes": cost.lanes}


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk: a rename that was done survives a power cut."""
    if not hasattr(os, "O_DIRECTORY"):
        return  # Windows writes names through and opens no folders.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
