"""``doctor``: does this machine have what the program needs? Asks nobody to sign in."""

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.command_line.exits import Exit
from app.command_line.output import print_json
from app.command_line.session import Call
from app.domain.errors import DatabaseUnavailable, WrongPassword
from app.foundation.paths import resource
from app.foundation.translation import LANGUAGE_NAMES, _
from app.use_cases.printing import default_printer, printers
from app.use_cases.spelling import missing_dictionaries
from app.use_cases.upkeep import has_database, server_answers

_FACES = ("NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf", "NotoSans-Italic.ttf")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. ``needed`` tells whether the program can do without."""

    check: str
    ok: bool
    needed: bool
    message: str


def show(call: Call) -> Exit:
    """Print one line for each thing looked at; fails if something needed is missing."""
    findings = list(_findings(call))
    if call.options.json:
        print_json(
            [{"check": found.check, "ok": found.ok, "message": found.message} for found in findings]
        )
    else:
        for found in findings:
            print(f"{_mark(found):<8}  {found.message}")
    return Exit.DONE if all(found.ok for found in findings if found.needed) else Exit.FAILED


def _mark(found: Finding) -> str:
    if found.ok:
        return _("i orden")
    return _("mangler") if found.needed else _("merk")


def _findings(call: Call) -> Iterator[Finding]:
    yield _fonts()
    yield _printer()
    yield _database(call)
    yield _dictionaries()
    yield _screen()
    for folder in (call.settings.folders.data, call.settings.folders.cache):
        yield _writable(folder)


def _fonts() -> Finding:
    missing = [face for face in _FACES if not resource("fonts", face).is_file()]
    if missing:
        message = _("Skriftene mangler: {0}. Kjør make setup.").format(", ".join(missing))
    else:
        message = _("Skriftene Noto Sans er på plass.")
    return Finding("fonts", not missing, needed=True, message=message)


def _printer() -> Finding:
    chosen = default_printer()
    if chosen is not None:
        message = _("Skriver: {0}").format(chosen)
    elif found := printers():
        message = _("Ingen skriver er valgt som standard. Funnet: {0}").format(", ".join(found))
    else:
        message = _("Fant ingen skriver. Planer kan lagres som PDF.")
    return Finding("printer", bool(chosen or printers()), needed=False, message=message)


def _database(call: Call) -> Finding:
    place = call.place
    if place.is_server:
        return _server(call)
    file = place.folders.database_file
    if has_database(place):
        return Finding("database", ok=True, needed=False, message=_("Database: {0}").format(file))
    message = _("Det er ingen database i {0} ennå.").format(file.parent)
    return Finding("database", ok=False, needed=False, message=message)


def _server(call: Call) -> Finding:
    try:
        server_answers(call.place)
    except WrongPassword:
        pass
    except DatabaseUnavailable as fault:
        return Finding("database", ok=False, needed=True, message=str(fault))
    return Finding("database", ok=True, needed=True, message=_("Databasetjeneren svarer."))


def _dictionaries() -> Finding:
    missing = missing_dictionaries()
    names = ", ".join(LANGUAGE_NAMES[language].lower() for language in missing)
    message = _("Ordlistene for bokmål og nynorsk er på plass.")
    if missing:
        message = _("Stavekontrollen mangler ordliste for {0}. Installer hunspell-no.")
    return Finding("dictionaries", not missing, needed=False, message=message.format(names))


def _screen() -> Finding:
    linux = sys.platform.startswith("linux")
    name = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
    if not linux or name:
        return Finding("screen", ok=True, needed=False, message=_("Det er en skjerm."))
    message = _("Det er ingen skjerm. Vinduet kan åpnes med xvfb-run.")
    return Finding("screen", ok=False, needed=False, message=message)


def _writable(folder: Path) -> Finding:
    nearest = next(place for place in (folder, *folder.parents) if place.is_dir())
    try:
        with tempfile.TemporaryFile(dir=nearest) as handle:
            handle.write(b"mulighet")
    except OSError as fault:
        message = _("Kan ikke skrive i {0}: {1}").format(folder, fault.strerror)
        return Finding("write_rights", ok=False, needed=True, message=message)
    message = _("Kan skrive i {0}.").format(folder)
    return Finding("write_rights", ok=True, needed=True, message=message)
