"""Where the value of each setting is from: the sources in their order, and the files of them."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import platformdirs

from app.foundation.paths import places_for
from app.foundation.settings import (
    LARGEST_ZOOM,
    SMALLEST_ZOOM,
    Origin,
    Settings,
    known_settings,
)
from app.foundation.translation import _

_APPLICATION = "mulighet"
_LOCKED = "locked"
_VARIABLE = "MULIGHET_{0}"
# The sections of ui.ini that hold settings; the rest of it is the places of windows.
MEMORY_SECTIONS = ("look", "settings")


class SettingFault(ValueError):
    """A value that cannot be used. The text tells which, and where it stands."""


@dataclass(frozen=True, slots=True)
class Source:
    """One place values are read from. ``where`` names it when a value there cannot be used."""

    origin: Origin
    values: Mapping[str, object]
    where: str


def user_file() -> Path:
    """Return the user's own config.toml."""
    return Path(platformdirs.user_config_dir(_APPLICATION, appauthor=False)) / "config.toml"


def it_file() -> Path:
    """Return the config.toml IT fills for the whole machine."""
    return Path(platformdirs.site_config_dir(_APPLICATION, appauthor=False)) / "config.toml"


def settings_from(options: Mapping[str, object], environment: Mapping[str, str]) -> Settings:
    """Return the settings by the order of precedence; what IT locked holds over everything.

    Raises:
        SettingFault: a file cannot be read, or a value cannot be used. A value this machine
            remembers that cannot be used is left out instead: nobody typed it.
    """
    keys = known_settings()
    variables = {key: environment.get(_VARIABLE.format(key.upper())) or None for key in keys}
    given = [
        Source(Origin.COMMAND_LINE, options, _("kommandolinjen")),
        Source(Origin.ENVIRONMENT, variables, _("miljøvariablene")),
        _from_file(Origin.USER_FILE, user_file()),
        _from_file(Origin.IT_FILE, it_file()),
    ]
    locked = _locked(given[-1])
    folder = _first("data_dir", given, locked)[0]
    memory = places_for(folder).interface_file
    remembered = remembered_values(memory)
    given.insert(2, Source(Origin.REMEMBERED, remembered, str(memory)))
    values: dict[str, Any] = {}
    origins: dict[str, Origin] = {}
    for key in keys:
        value, origin = _first(key, given, locked)
        if origin is not Origin.DEFAULT:
            values[key], origins[key] = value, origin
    return Settings(**values, origins=origins, locked=locked, remembered=remembered)


def remembered_values(file: Path) -> dict[str, str]:
    """Return what was chosen in the windows of this machine, as it was written down.

    Read without Qt's own settings: those would take two milliseconds of the first window's time.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    values: dict[str, str] = {}
    section = ""
    for line in lines:
        if line.startswith("["):
            section = line.strip("[]")
        elif section in MEMORY_SECTIONS:
            key, _equals, value = line.partition("=")
            values[key] = value.strip('"').replace("\\\\", "\\")
    return values


def forget_layout(file: Path) -> None:
    """Forget where windows stood and how tables were laid out; what was chosen is kept.

    A file that cannot be read or written is left as it is.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    except (OSError, UnicodeDecodeError):
        return
    kept, section = [], ""
    for line in lines:
        if line.startswith("["):
            section = line.strip().strip("[]")
        if section in MEMORY_SECTIONS:
            kept.append(line)
    with suppress(OSError):
        file.write_text("".join(kept), encoding="utf-8")


def read_toml(file: Path) -> dict[str, Any]:
    """Return what a file of settings holds.

    Raises:
        OSError, ValueError: it is not there, cannot be read, or is no TOML.
    """
    text = file.read_text(encoding="utf-8")
    # Imported when there is a file to read: most machines have none, and the first window waits.
    content: dict[str, Any] = import_module("tomllib").loads(text)
    return content


def _from_file(origin: Origin, file: Path) -> Source:
    try:
        return Source(origin, read_toml(file), str(file))
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return Source(origin, {}, str(file))
    except (OSError, ValueError) as fault:
        message = _("Innstillingene i {0} kan ikke leses: {1}").format(file, fault)
        raise SettingFault(message) from fault


def _locked(source: Source) -> frozenset[str]:
    names = source.values.get(_LOCKED, [])
    if not isinstance(names, list) or not set(map(str, names)) <= set(known_settings()):
        message = _("{0} i {1} må være en liste med navn på innstillinger.")
        raise SettingFault(message.format(_LOCKED, source.where))
    return frozenset(map(str, names))


def _first(key: str, given: Sequence[Source], locked: frozenset[str]) -> tuple[Any, Origin]:
    for source in given:
        if key in locked and source.origin is not Origin.IT_FILE:
            continue
        value = source.values.get(key)
        if value is None:
            continue
        try:
            return _read(key, value, source), source.origin
        except SettingFault:
            if source.origin is not Origin.REMEMBERED:
                raise
    return None, Origin.DEFAULT


def _read(key: str, value: object, source: Source) -> object:
    if key == "zoom":
        return _percent(value, source)
    if key == "data_dir" and isinstance(value, Path):
        return value
    if not isinstance(value, str):
        raise SettingFault(_("{0} i {1} må være tekst i anførselstegn.").format(key, source.where))
    allowed = known_settings()[key].allowed
    if allowed and value not in allowed:
        raise SettingFault(_refusal(key, value, allowed, source))
    return Path(value) if key == "data_dir" else value


def _refusal(key: str, value: str, allowed: Sequence[str], source: Source) -> str:
    if key == "language":
        return _("Språket må være nb, nn eller en: {0}").format(value)
    message = _("{0} i {1} må være en av {2}: {3}")
    return message.format(key, source.where, ", ".join(allowed), value)


def _percent(value: object, source: Source) -> int:
    text = str(value)
    if text == "0":
        return 0
    if text.isascii() and text.isdigit() and SMALLEST_ZOOM <= int(text) <= LARGEST_ZOOM:
        return int(text)
    message = _("zoom i {0} må være et tall fra {1} til {2}.")
    raise SettingFault(message.format(source.where, SMALLEST_ZOOM, LARGEST_ZOOM))
