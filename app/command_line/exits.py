"""How a command ends: the exit codes of the contract, and the ways to stop before the end."""

from enum import IntEnum


class Exit(IntEnum):
    """What the exit code tells the caller."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NO_DATABASE = 3
    DATABASE_TOO_NEW = 4
    REFUSED = 5
    REJECTED = 6
    INTERRUPTED = 130


class Stopped(Exception):
    """The command cannot go on. ``message`` is one sentence for stderr."""

    def __init__(self, code: Exit, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
