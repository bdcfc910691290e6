"""What this machine remembers of its windows: sizes, columns, zoom. Never anything of a person."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings

from app.foundation.setting_sources import MEMORY_SECTIONS
from app.foundation.settings import Settings
from app.ui.appearance.theme import theme

_INI = QSettings.Format.IniFormat
_LOOK, _SETTINGS = MEMORY_SECTIONS


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
    """Remember the present look; the next start takes it up again."""
    memory = remembered()
    if memory is not None:
        look = theme()
        present = {"zoom": look.zoom, "scheme": look.scheme.value, "density": look.density.value}
        for key in look.changed_by_hand:
            memory.setValue(f"{_LOOK}/{key}", present[key])
        contrast = str(theme().system.wants_contrast).lower()
        memory.setValue(f"{_LOOK}/system_contrast", contrast)


def remember_setting(key: str, value: str) -> None:
    """Remember what was chosen for a setting, and write it at once."""
    memory = remembered()
    if memory is not None:
        memory.setValue(f"{_SETTINGS}/{key}", value)
        memory.sync()


def remembered_setting(key: str) -> str:
    """Return what was chosen for a setting on this machine, empty when nothing was."""
    memory = remembered()
    if memory is None:
        return ""
    return str(memory.value(f"{_SETTINGS}/{key}") or memory.value(f"{_LOOK}/{key}") or "")


def setting_in_force(settings: Settings, key: str) -> str:
    """Return what holds for a setting by now: what was chosen here, unless IT has locked it."""
    chosen = "" if key in settings.locked else remembered_setting(key)
    return chosen or str(getattr(settings, key))


def keep_numbers(key: str, numbers: Sequence[int]) -> None:
    """Remember whole numbers: widths, places. Nothing that points to a person."""
    memory = remembered()
    if memory is not None:
        memory.setValue(key, " ".join(str(int(number)) for number in numbers))


def kept_numbers(key: str) -> list[int]:
    """Return remembered numbers; none where nothing, or nothing sensible, was remembered."""
    memory = remembered()
    words = str(memory.value(key) or "").split() if memory is not None else []
    return [int(word) for word in words] if all(word.isdecimal() for word in words) else []


def keep_words(key: str, words: Sequence[str]) -> None:
    """Remember the program's own words: pages, views. Nothing that points to a person."""
    memory = remembered()
    if memory is not None:
        memory.setValue(key, " ".join(words))


def kept_words(key: str) -> list[str]:
    """Return remembered words."""
    memory = remembered()
    return str(memory.value(key) or "").split() if memory is not None else []
