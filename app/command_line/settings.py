"""Where a value comes from: the command line, then the environment, then a file, then our own.

The files are ``config.toml`` in the user's folder and in the one IT fills for the whole machine.
Reads no other module of weight, so that the first window is not held up.
"""

from argparse import Namespace
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import platformdirs

from app.command_line.exits import Exit, Stopped
from app.foundation.paths import Places, places_for
from app.foundation.translation import LANGUAGES, SOURCE_LANGUAGE, _

_APPLICATION = "mulighet"
_KEYS = ("data_dir", "database", "officer", "language")


@dataclass(frozen=True, slots=True)
class Settings:
    """What one run of the program goes by.

    ``database`` is the address of a PostgreSQL database, None for the embedded one in
    ``data_dir``; ``data_dir`` None stands for the platform's own folder.
    """

    data_dir: Path | None = None
    database: str | None = None
    officer: str | None = None
    language: str = SOURCE_LANGUAGE

    @property
    def folders(self) -> Places:
        """Return the folders this run may write to."""
        return places_for(self.data_dir)


def user_folder() -> Path:
    """Return the folder of the user's own config.toml and import profiles."""
    return Path(platformdirs.user_config_dir(_APPLICATION, appauthor=False))


def settings_for(options: Namespace, environment: Mapping[str, str]) -> Settings:
    """Return the settings by the order of precedence.

    Raises:
        Stopped: a file cannot be read, or holds what is no setting.
    """
    machine = Path(platformdirs.site_config_dir(_APPLICATION, appauthor=False))
    sources: list[Mapping[str, object]] = [
        {key: getattr(options, key, None) for key in _KEYS},
        {key: environment.get(f"MULIGHET_{key.upper()}") or None for key in _KEYS},
        *(_from_file(folder / "config.toml") for folder in (user_folder(), machine)),
    ]
    folder = _first("data_dir", sources)
    language = _first("language", sources) or SOURCE_LANGUAGE
    if language not in LANGUAGES:
        raise Stopped(Exit.USAGE, _("Språket må være nb, nn eller en: {0}").format(language))
    return Settings(
        data_dir=Path(folder) if folder else None,
        database=_first("database", sources),
        officer=_first("officer", sources),
        language=language,
    )


def _first(key: str, sources: Iterable[Mapping[str, object]]) -> str | None:
    for source in sources:
        value = source.get(key)
        if value is not None:
            return str(value)
    return None


def _from_file(file: Path) -> Mapping[str, object]:
    try:
        content = _read_toml(file)
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return {}
    except (OSError, ValueError) as fault:
        message = _("Innstillingene i {0} kan ikke leses: {1}").format(file, fault)
        raise Stopped(Exit.USAGE, message) from fault
    for key in _KEYS:
        if not isinstance(content.get(key, ""), str):
            message = _("{0} i {1} må være tekst i anførselstegn.").format(key, file)
            raise Stopped(Exit.USAGE, message)
    return content


def _read_toml(file: Path) -> dict[str, Any]:
    text = file.read_text(encoding="utf-8")
    # Imported when there is a file to read: most machines have none, and the first window waits.
    content: dict[str, Any] = import_module("tomllib").loads(text)
    return content


def column_profile(name: str) -> Mapping[str, str]:
    """Return the column headings of a named profile: field = heading.

    Raises:
        Stopped: there is no such profile, or it cannot be read.
    """
    if not name.replace("-", "").replace("_", "").isalnum():
        message = _("Navnet på profilen kan bare ha bokstaver, tall, - og _: {0}").format(name)
        raise Stopped(Exit.USAGE, message)
    file = user_folder() / "profiles" / f"{name}.toml"
    if not file.is_file():
        raise Stopped(Exit.USAGE, _("Fant ikke profilen {0}.").format(file))
    try:
        content = _read_toml(file)
    except (OSError, ValueError) as fault:
        message = _("Profilen {0} kan ikke leses: {1}").format(file, fault)
        raise Stopped(Exit.USAGE, message) from fault
    return {field: str(heading) for field, heading in content.items()}
