"""What was found in a file: errors that stop it, warnings that do not."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.foundation.translation import _, plural

ERRORS_SHOWN = 500
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at in a file.

    ``row`` is the number a spreadsheet shows, None for the whole file. ``column`` is the heading as
    the file writes it, None for a whole row.
    """

    row: int | None
    column: str | None
    message: str


class Findings:
    """Collects findings while a file is read, each warning once.

    Errors beyond ``ERRORS_SHOWN`` are only counted.
    """

    def __init__(self) -> None:
        self._rejected: list[Finding] = []
        self._warnings: dict[Finding, None] = {}
        self._errors = 0

    def reject(self, row: int | None, column: str | None, message: str) -> None:
        """Note an error: nothing of the file may be brought in."""
        self._errors += 1
        if self._errors <= ERRORS_SHOWN:
            self._rejected.append(Finding(row, column, message))

    def warn(self, row: int | None, column: str | None, message: str) -> None:
        """Note something the officer should know; the file still comes in."""
        self._warnings[Finding(row, column, message)] = None

    @property
    def errors(self) -> int:
        """Return how many errors there are, also those that are only counted."""
        return self._errors

    @property
    def rejected(self) -> tuple[Finding, ...]:
        """Return the errors, the last of them the number of those left out."""
        left_out = self._errors - len(self._rejected)
        if not left_out:
            return tuple(self._rejected)
        text = plural("{n} feil til er ikke vist.", "{n} feil til er ikke vist.", left_out)
        return (*self._rejected, Finding(None, None, text))

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Return the warnings in the order of their rows."""
        return in_row_order(self._warnings)


def in_row_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings as the file is read, those on the whole file first."""
    return tuple(sorted(findings, key=lambda finding: finding.row or 0))


def shown(value: str) -> str:
    """Return a value as messages quote it: on one line, in guillemets, not endlessly long."""
    line = " ".join(value.split())
    if len(line) > _LONGEST_SHOWN:
        line = line[: _LONGEST_SHOWN - 1] + "…"
    return _("«{value}»").format(value=line)
