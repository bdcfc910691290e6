"""What this machine remembers of its windows: sizes, columns, zoom. Never anything of a person."""

from pathlib import Path

from PySide6.QtCore import QSettings

from app.ui.appearance.look_memory import SECTION
from app.ui.appearance.theme import theme

_INI = QSettings.Format.IniFormat


class _Kept:
    file: Path | None = None
    settings: QSettings | None = None


def remember_in(file: Path) -> None:
    """Keep what is remembered in a file; until then nothing is kept."""
    _Kept.file = file
    _Kept.settings = None


def remembered() -> QSettings | None:
    """Return the machine's memory, None where nothing is to be kept."""
    if _Kept.settings is None and _Kept.file is not None:
        _Kept.settings = QSettings(str(_Kept.file), _INI)
    return _Kept.settings


def forget_file() -> None:
    """Write what is remembered, and let go of the file."""
    if _Kept.settings is not None:
        _Kept.settings.sync()
    _Kept.file = _Kept.settings = None


def remember_look() -> None:
    """Remember the present look; ``look_memory`` takes it up again."""
    memory = remembered()
    if memory is not None:
        memory.setValue(f"{SECTION}/zoom", theme().zoom)
        memory.setValue(f"{SECTION}/scheme", theme().scheme.value)
        memory.setValue(f"{SECTION}/density", theme().density.value)
        contrast = str(theme().system.wants_contrast).lower()
        memory.setValue(f"{SECTION}/system_contrast", contrast)
