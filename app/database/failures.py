"""What the drivers say, in words an officer can act on."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlcipher3 import dbapi2

from app.domain.errors import DatabaseUnavailable, ErrorCode, NotAllowed, WrongPassword
from app.foundation.translation import _

_WRONG_PASSWORD = ("28P01", "28000")
_NOT_ALLOWED = "42501"


@contextmanager
def in_words() -> Iterator[None]:
    """Turn driver errors into our own; a broken constraint stays what it is, a fault of ours.

    Raises:
        DatabaseUnavailable: disk full, damaged, locked, or no contact.
        WrongPassword: the server refused the role.
        NotAllowed: the server refused the statement.
    """
    try:
        yield
    except DBAPIError as error:
        translated = _translated(error)
        if translated is None:
            raise
        raise translated from error
    except PoolTimeoutError as error:
        raise _unreachable() from error
    except dbapi2.Error as error:
        raise _from_text(str(error)) from error


def _translated(error: DBAPIError) -> Exception | None:
    state = _state_of(error)
    text = str(error.orig)
    if state in _WRONG_PASSWORD or "password authentication failed" in text:
        return WrongPassword()
    if state == _NOT_ALLOWED:
        return NotAllowed(text.splitlines()[0])
    return _from_text(text) if _is_trouble(error, text) else None


def _is_trouble(error: DBAPIError, text: str) -> bool:
    """Tell trouble with the disk or the link from a fault of ours."""
    return (
        error.connection_invalidated
        or isinstance(error, OperationalError)
        or "not a database" in text
        or "malformed" in text
    )


def _state_of(error: SQLAlchemyError) -> str | None:
    return getattr(getattr(error, "orig", None), "sqlstate", None)


def _from_text(text: str) -> DatabaseUnavailable:
    for signs, what in _TROUBLES:
        if any(sign in text for sign in signs):
            return what()
    return _unreachable()


def _full() -> DatabaseUnavailable:
    return DatabaseUnavailable(
        _("Disken er full. Ingenting er lagret. Frigjør plass og lagre på nytt."),
        ErrorCode.DISK_FULL,
    )


def _failing() -> DatabaseUnavailable:
    return DatabaseUnavailable(
        _("Disken svarer med feil. Det siste er ikke lagret. Meld fra til drift."),
        ErrorCode.DISK_FAILING,
    )


def _damaged() -> DatabaseUnavailable:
    return DatabaseUnavailable(
        _("Databasefilen er skadet eller hører til en annen nøkkel. Hent en sikkerhetskopi."),
        ErrorCode.DATABASE_DAMAGED,
    )


def read_only() -> DatabaseUnavailable:
    """Return what is said where nothing can be written: no log, so nothing may be shown either."""
    return DatabaseUnavailable(
        _("Databasen kan bare leses, og da kan den ikke åpnes. Be drift om skriverett til mappen."),
        ErrorCode.READ_ONLY,
    )


def _unreachable() -> DatabaseUnavailable:
    return DatabaseUnavailable(
        _("Vi fikk ikke kontakt med databasen. Ingenting er lagret. Prøv igjen om litt."),
        ErrorCode.DATABASE_UNREACHABLE,
    )


# What the engines say, in part, and what we make of it; the first that fits.
_TROUBLES = (
    (("full",), _full),
    (("disk I/O",), _failing),
    (("malformed", "not a database"), _damaged),
    (("readonly",), read_only),
)
