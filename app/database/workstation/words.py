"""An officer's own words for the spelling, sealed on this workstation: words may be names."""

import json
import os
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidTag

from app.database.sealing import derived_key, seal, unseal
from app.foundation.paths import Places

_ABOUT = "own words"


class WordList:
    """One officer's words. A file that cannot be read counts as empty, and is written anew."""

    def __init__(self, folders: Places, officer_id: UUID, data_key: bytes) -> None:
        self._file = folders.drafts_folder / f"{officer_id}.words"
        self._key = derived_key(data_key, f"words|{officer_id}")

    def read(self) -> frozenset[str]:
        """Return the words."""
        try:
            plain = unseal(self._file.read_bytes(), self._key, _ABOUT)
        except (OSError, InvalidTag, ValueError):
            return frozenset()
        return frozenset(map(str, json.loads(plain)))

    def add(self, word: str) -> None:
        """Keep one more word; on return it is on the disk.

        Raises:
            OSError: the file cannot be written.
        """
        words = sorted(self.read() | {word})
        new = Path(f"{self._file}.new")
        new.touch(mode=0o600)
        with new.open("wb") as file:
            file.write(seal(json.dumps(words).encode(), self._key, _ABOUT))
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._file)
