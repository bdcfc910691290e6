"""One run of a command: which database, who signs in, and what the password is asked from."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from getpass import getpass

from app.command_line.exits import Exit, Stopped
from app.command_line.output import say
from app.domain.errors import DatabaseMissing
from app.foundation.clock import Clock
from app.foundation.settings import Settings
from app.foundation.translation import _
from app.use_cases.office import Office
from app.use_cases.sign_in import DatabasePlace, sign_in, sign_out
from app.use_cases.upkeep import has_database


@dataclass(frozen=True, slots=True)
class Call:
    """What every subcommand is handed."""

    options: Namespace
    settings: Settings
    clock: Clock

    @property
    def place(self) -> DatabasePlace:
        """Return where the database is."""
        return DatabasePlace(self.settings.folders, self.settings.database)

    def tell(self, message: str) -> None:
        """Say something only those want to know who asked for more."""
        if self.options.verbose:
            say(message)


@contextmanager
def signed_in(call: Call) -> Iterator[Office]:
    """Sign the officer in, and out again whatever happens.

    Raises:
        Stopped: no name or password, and no terminal to ask on.
        DatabaseMissing, DatabaseTooNew, DatabaseUnavailable, WrongPassword: as signing in does.
    """
    require_database(call.place)
    name = officer_name(call)
    office = sign_in(call.place, name, ask_password(), call.clock)
    call.tell(_("Logget inn som {0}.").format(name))
    try:
        yield office
    finally:
        sign_out(office)


def require_database(place: DatabasePlace) -> None:
    """Go on only if there is a database; whether a server answers is seen at sign-in.

    Raises:
        DatabaseMissing: there is none.
    """
    if not has_database(place):
        raise DatabaseMissing


def officer_name(call: Call) -> str:
    """Return who signs in: by option, environment or settings, else asked on the terminal.

    Raises:
        Stopped: there is no terminal to ask on.
    """
    if call.settings.officer:
        return call.settings.officer
    if not sys.stdin.isatty():
        raise Stopped(Exit.USAGE, _("Oppgi hvem du er med --officer."))
    print(_("Brukernavn: "), end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()


def ask_password() -> str:
    """Return the password: from ``MULIGHET_PASSWORD``, else asked on the terminal."""
    return _secret("MULIGHET_PASSWORD", _("Passord: "))


def backup_password(password: str) -> str:
    """Return what opens a backup: ``MULIGHET_BACKUP_PASSWORD``, else the password of today."""
    return os.environ.get("MULIGHET_BACKUP_PASSWORD") or password


def ask_new_password() -> str:
    """Return the new password: from ``MULIGHET_NEW_PASSWORD``, else asked for twice."""
    return ask_chosen_password("MULIGHET_NEW_PASSWORD")


def ask_chosen_password(variable: str) -> str:
    """Return a password that is being chosen; on the terminal it is asked for twice."""
    chosen = _secret(variable, _("Nytt passord: "))
    if not os.environ.get(variable) and getpass(_("Det nye passordet en gang til: ")) != chosen:
        raise Stopped(Exit.USAGE, _("De to passordene er ikke like. Ingenting er endret."))
    return chosen


def _secret(variable: str, question: str) -> str:
    given = os.environ.get(variable)
    if given:
        return given
    if not sys.stdin.isatty():
        message = _("Passordet mangler. Sett {0}, eller kjør kommandoen i en terminal.")
        raise Stopped(Exit.USAGE, message.format(variable))
    return getpass(question)
