"""What all kinds of files have in common once they are read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from app.exchange.columns import ColumnGuess, Columns, guess_columns, guess_kind, has_key
from app.exchange.csv_file import Table, read_table
from app.exchange.findings import Finding, Findings
from app.exchange.kinds import ImportKind
from app.exchange.rows import Row
from app.foundation.translation import _

MOST_LISTED = 50_000
Outcome = TypeVar("Outcome", bound="Parsed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What was found in a file. With anything ``rejected``, nothing of it may be brought in."""

    columns: tuple[ColumnGuess, ...] = ()
    ignored_columns: tuple[str, ...] = ()
    rejected: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()

    def heading(self, field: str) -> str | None:
        """Return the heading a field was read from, for findings made later."""
        return next((guess.heading for guess in self.columns if guess.field == field), None)


class Sheet:
    """The rows of one file and the findings they add to.

    Rows that another process still hands over can be gone through once; conversations are so.
    """

    def __init__(self, columns: Columns, findings: Findings) -> None:
        self.columns = columns
        self.findings = findings

    def __iter__(self) -> Iterator[Row]:
        records = self.columns.table.every_record()
        return (Row(record, self.columns, self.findings) for record in records)

    def has(self, field: str) -> bool:
        """Tell whether the file has a column for the field."""
        return field in self.columns.positions

    def is_filled(self, field: str) -> bool:
        """Tell whether any row has a value for the field."""
        return any(row.text(field) for row in self)


Source = bytes | Table | tuple[Finding, ...]
"""The bytes of a file, or what another process read of them."""


def read_sheet(
    source: Source,
    kind: ImportKind,
    stated: Mapping[str, str] | None,
    take: Callable[[Sheet], Outcome],
    nothing: type[Outcome],
) -> Outcome:
    """Read a file and hand its rows to ``take``; a file without rows answers ``nothing``.

    A file with errors that looks like another kind of file is told to be one.
    """
    table = read_table(source) if isinstance(source, bytes) else source
    if isinstance(table, tuple):
        return nothing(rejected=table)
    findings = Findings()
    columns = guess_columns(table, kind, stated, findings)
    if not has_key(columns, kind):
        outcome = nothing(
            columns=columns.guesses,
            ignored_columns=columns.ignored,
            rejected=findings.rejected,
        )
    else:
        if kind is not ImportKind.CONVERSATIONS:
            table, columns = _all_at_hand(columns, findings)
        if not table.records:
            message = _("Filen har overskrifter, men ingen rader. Det er ingenting å hente inn.")
            findings.reject(table.heading_row, None, message)
        outcome = take(Sheet(columns, findings))
    if not outcome.rejected:
        return outcome
    return replace(outcome, rejected=(*_other_kind(table, kind), *outcome.rejected))


def _all_at_hand(columns: Columns, findings: Findings) -> tuple[Table, Columns]:
    """Return all rows of a list of places or people; there are never very many."""
    table = columns.table.complete()
    if len(table.records) > MOST_LISTED:
        findings.reject(None, None, _("Filen har mer enn 50 000 rader. Del den i flere filer."))
        table = replace(table, records=table.records[:1])
    return table, replace(columns, table=table)


def _other_kind(table: Table, kind: ImportKind) -> Iterator[Finding]:
    other = guess_kind(table)
    if other is not None and other is not kind:
        message = {
            ImportKind.PLACES: _("Filen ser ut som en liste over steder. Hent den inn som det."),
            ImportKind.ROLL: _("Filen ser ut som en innsattliste. Hent den inn som det."),
            ImportKind.CONVERSATIONS: _("Filen ser ut som samtaler. Hent den inn som det."),
        }
        yield Finding(None, None, message[other])


class Seen:
    """Notes which row had which key first, and rejects the second."""

    def __init__(self) -> None:
        self._rows: dict[object, int] = {}

    def is_new(self, key: object, row: Row, field: str) -> bool:
        """Tell whether the key is new; if not, note a duplicate in the row."""
        first = self._rows.setdefault(key, row.number)
        if first == row.number:
            return True
        message = _("{value} står også i rad {first}. Fjern den ene.")
        row.reject(field, message, value=row.text(field), first=first)
        return False
