"""What went wrong, in a sentence an officer can act on, with the code the guide explains."""

from app.domain.errors import (
    AlreadyThere,
    BackupFailed,
    BackupRejected,
    ChangedByAnother,
    DatabaseMissing,
    DatabaseTooNew,
    DatabaseUnavailable,
    ErrorCode,
    NotAllowed,
    NotFound,
    PrintingFailed,
    RuleBroken,
    WrongPassword,
)
from app.foundation.translation import _, mark

_CODED = (DatabaseUnavailable, BackupRejected, BackupFailed, PrintingFailed)
_SENTENCES: tuple[tuple[type[Exception], str, ErrorCode | None], ...] = (
    (WrongPassword, mark("Navn eller passord er feil."), None),
    (NotAllowed, mark("Kontoen din har ikke tilgang til dette."), None),
    (NotFound, mark("Dette finnes ikke lenger."), None),
    (AlreadyThere, mark("Dette finnes allerede."), None),
    (
        ChangedByAnother,
        mark("En annen har lagret i mellomtiden. Ingenting er skrevet over."),
        None,
    ),
    (
        DatabaseMissing,
        mark("Vi fant ingen database der den skulle være."),
        ErrorCode.DATABASE_MISSING,
    ),
    (
        DatabaseTooNew,
        mark("Databasen er laget av en nyere utgave av programmet. Oppdater programmet."),
        ErrorCode.DATABASE_TOO_NEW,
    ),
)


def sentence(fault: Exception) -> str:
    """Return what to tell the officer; for a fault of ours that it was one."""
    if isinstance(fault, RuleBroken):
        return " ".join(problem.message for problem in fault.problems)
    if isinstance(fault, _CODED):
        return with_code(str(fault), fault.code)
    for kind, text, code in _SENTENCES:
        if isinstance(fault, kind):
            return _(text) if code is None else with_code(_(text), code)
    return with_code(
        _("Noe gikk galt hos oss. Det du har skrevet, er ikke borte."), ErrorCode.UNEXPECTED
    )


def with_code(text: str, code: str) -> str:
    """Return a sentence with the code that is found in the guide."""
    return _("{0} (Kode {1})").format(text, str(code))


def is_known(fault: Exception) -> bool:
    """Tell whether the fault is one to explain; any other belongs in the crash report."""
    known = (*(kind for kind, _text, _code in _SENTENCES), RuleBroken, DatabaseUnavailable)
    return isinstance(fault, (*known, *_CODED))
