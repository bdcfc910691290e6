"""Where things lie: the program's own resources, and the folders of this user on this machine."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs

_ROOT = Path(__file__).resolve().parents[2]
_APPLICATION = "mulighet"


def resource(*parts: str) -> Path:
    """Return the path of a file the program brings with it, from source and frozen alike."""
    return _ROOT.joinpath("resources", *parts)


def package_file(*parts: str) -> Path:
    """Return the path of a file that lies among the source, from source and frozen alike."""
    return _ROOT.joinpath(*parts)


@dataclass(frozen=True, slots=True)
class Places:
    """The folders one run of the program may write to."""

    data: Path
    state: Path
    cache: Path

    @property
    def database_file(self) -> Path:
        """The embedded database."""
        return self.data / "mulighet.db"

    @property
    def keyring_file(self) -> Path:
        """The wrapped keys that belong to the embedded database; holds no names."""
        return self.data / "keyring.json"

    @property
    def restore_file(self) -> Path:
        """Tells that a restore was begun and is to be finished; see ``database.backups``."""
        return self.data / "restore.json"

    @property
    def holds_database(self) -> bool:
        """Tell whether there is a database, or one that a restore has still to put in place."""
        return self.database_file.exists() or self.restore_file.exists()

    @property
    def drafts_folder(self) -> Path:
        """Return the workstation's own encrypted files, one an officer."""
        return self.data / "drafts"

    @property
    def interface_file(self) -> Path:
        """Window geometry and column widths of this machine."""
        return self.data / "ui.ini"

    def make(self) -> None:
        """Create the folders, readable by this user alone."""
        for folder in (self.data, self.state, self.cache, self.drafts_folder):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def places_for(data_folder: Path | None = None) -> Places:
    """Return the platform's folders, or all of them below a given data folder."""
    if data_folder is not None:
        root = data_folder.expanduser().absolute()
        return Places(root, root / "state", root / "cache")
    return Places(
        Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False)),
        Path(platformdirs.user_state_dir(_APPLICATION, appauthor=False)),
        Path(platformdirs.user_cache_dir(_APPLICATION, appauthor=False)),
    )
