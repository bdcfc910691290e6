"""What can go wrong in words an officer can act on. Everything else is a fault of ours."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right: which field, and the sentence to show beside it."""

    field: str
    message: str


class RuleBroken(Exception):
    """What was asked breaks a rule; nothing was changed. Carries every problem at once."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


class ChangedByAnother(Exception):
    """The record has a newer version than the one edited; nothing was overwritten.

    Attributes:
        theirs: the newer state, of the same type as what was to be saved.
        mine: what was to be saved.
    """

    def __init__(self, theirs: object, mine: object) -> None:
        super().__init__("changed by another")
        self.theirs = theirs
        self.mine = mine


class NotFound(Exception):
    """No such record, or not one this officer may know of."""


class AlreadyThere(Exception):
    """What was to be made exists."""


class NotAllowed(Exception):
    """The officer may not do this; the attempt is logged."""


class WrongPassword(Exception):
    """Name or password is wrong; the two are never told apart."""


class DatabaseMissing(Exception):
    """There is no database where one was expected."""


class DatabaseUnavailable(Exception):
    """The database cannot be reached or has refused to answer. ``code`` is found in the guide."""

    def __init__(self, message: str, code: str = "DB-02") -> None:
        super().__init__(message)
        self.code = code


class DatabaseTooNew(Exception):
    """The database was made by a newer version of the program."""


class BackupRejected(Exception):
    """A file is no backup to restore here; nothing was changed. ``code`` is found in the guide."""

    def __init__(self, message: str, code: str = "KO-01") -> None:
        super().__init__(message)
        self.code = code


class BackupOlder(BackupRejected):
    """The present data have changes the backup lacks; restoring it must be asked for by name.

    Attributes:
        newer: how many changes would be gone.
    """

    def __init__(self, message: str, newer: int) -> None:
        super().__init__(message, "KO-04")
        self.newer = newer


class BackupFailed(Exception):
    """No backup was made, or none restored; what was there is as it was. ``code`` as above."""

    def __init__(self, message: str, code: str = "KO-06") -> None:
        super().__init__(message)
        self.code = code


class PrintingFailed(Exception):
    """The paper did not reach a print queue. The message tells why; ``code`` is in the guide."""

    def __init__(self, message: str, code: str = "PR-02") -> None:
        super().__init__(message)
        self.code = code


class PrinterMissing(PrintingFailed):
    """No such print queue on this machine, or none at all; the paper can be exported instead."""

    def __init__(self, message: str) -> None:
        super().__init__(message, "PR-01")


class PaperNotDrawn(PrintingFailed):
    """A process that draws papers has died or does not answer; what was finished is whole."""

    def __init__(self, message: str) -> None:
        super().__init__(message, "PR-04")


class FontsMissing(PrintingFailed):
    """The faces of paper are not on this machine: no paper rather than one with empty boxes."""

    def __init__(self, message: str) -> None:
        super().__init__(message, "PR-05")


class ErrorCode(StrEnum):
    """Codes shown to officers beside a message, explained in the guide."""

    DATABASE_MISSING = "DB-01"
    DATABASE_UNREACHABLE = "DB-02"
    DATABASE_TOO_NEW = "DB-03"
    DATABASE_DAMAGED = "DB-04"
    DISK_FULL = "DB-05"
    KEYRING_UNREADABLE = "DB-06"
    DISK_FAILING = "DB-07"
    READ_ONLY = "DB-08"
    NOT_A_BACKUP = "KO-01"
    BACKUP_DAMAGED = "KO-02"
    OTHER_PRISON = "KO-03"
    BACKUP_OLDER = "KO-04"
    DATABASE_IN_USE = "KO-05"
    BACKUP_NOT_WRITTEN = "KO-06"
    BACKUP_NOT_PROVED = "KO-07"
    PRINTER_MISSING = "PR-01"
    PRINT_SERVICE_SILENT = "PR-02"
    PRINT_REFUSED = "PR-03"
    PAPER_NOT_DRAWN = "PR-04"
    FONTS_MISSING = "PR-05"
    UNEXPECTED = "MU-01"
    CLOCK_WRONG = "MU-02"
    NO_DISPLAY = "MU-03"
