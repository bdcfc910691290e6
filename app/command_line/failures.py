"""What went wrong, in one sentence and one exit code."""

from app.command_line.exits import Exit, Stopped
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

# Wrong name, wrong password: never told apart.
_KNOWN: dict[type[Exception], tuple[Exit, str, ErrorCode | None]] = {
    NotFound: (Exit.FAILED, mark("Fant det ikke. Se etter om id-en er riktig."), None),
    AlreadyThere: (Exit.FAILED, mark("Det finnes fra før. Ingenting er endret."), None),
    ChangedByAnother: (
        Exit.FAILED,
        mark("En annen har endret det samme. Ingenting er lagret."),
        None,
    ),
    DatabaseMissing: (
        Exit.NO_DATABASE,
        mark("Fant ingen database. Lag en med db create, eller prøv demo create."),
        ErrorCode.DATABASE_MISSING,
    ),
    DatabaseTooNew: (
        Exit.DATABASE_TOO_NEW,
        mark("Databasen er laget av en nyere utgave av programmet. Ingenting er endret."),
        ErrorCode.DATABASE_TOO_NEW,
    ),
    WrongPassword: (Exit.REFUSED, mark("Brukernavnet eller passordet er feil."), None),
    NotAllowed: (Exit.REFUSED, mark("Du har ikke tilgang til å gjøre dette."), None),
}

# Those that bring their own sentence.
_CODED: dict[type, Exit] = {
    DatabaseUnavailable: Exit.NO_DATABASE,
    BackupRejected: Exit.REJECTED,
    BackupFailed: Exit.FAILED,
    PrintingFailed: Exit.FAILED,
}


def explain(fault: Exception) -> Stopped | None:
    """Return how the command ends, or None for what must be a fault of ours."""
    if isinstance(fault, Stopped):
        return fault
    if isinstance(fault, RuleBroken):
        return Stopped(Exit.REJECTED, "\n".join(problem.message for problem in fault.problems))
    if isinstance(fault, DatabaseUnavailable | BackupRejected | BackupFailed | PrintingFailed):
        code = next(_CODED[kind] for kind in type(fault).__mro__ if kind in _CODED)
        return Stopped(code, _with_code(str(fault), fault.code))
    known = next((_KNOWN[kind] for kind in type(fault).__mro__ if kind in _KNOWN), None)
    return known and Stopped(known[0], _with_code(_(known[1]), known[2]))


def _with_code(message: str, code: str | None) -> str:
    return _("{0} (Kode {1})").format(message, str(code)) if code else message
