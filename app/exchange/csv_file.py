"""From the text of a CSV file to a table whose row numbers are those a spreadsheet shows."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import StringIO
from itertools import chain, islice

from app.exchange.csv_text import decode
from app.exchange.findings import Finding, Findings
from app.exchange.workbook import MARK, workbook_rows
from app.exchange.workbook_cells import LONGEST_CELL
from app.foundation.translation import _

SEPARATORS = (",", ";", "\t")
# A prison's whole log of conversations. Lists of places and people have a lower limit.
MOST_RECORDS = 200_000
MOST_ROWS = 1_000_000
MOST_COLUMNS = 500
MOST_CELLS = 10_000_000
# So many uneven rows are enough to see that the file is not what it was taken for.
MOST_UNEVEN = 100
# As much as a spreadsheet has room for.
LONGEST_FIELD = LONGEST_CELL
LONGEST_LINE = 1_000_000
_SAMPLE_LENGTH = 64 * 1024
_SAMPLE_ROWS = 50
# A first line for Excel alone, which Excel does not count as a row.
_EXCEL_LINE = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """One row that holds something. As many values as the table has headings, ends trimmed."""

    row: int
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A file as rows under headings. ``heading_row`` is 1 unless blank rows come first.

    ``records`` are all of them, or the first, if the ``rest`` is handed over while it is read.
    """

    headings: tuple[str, ...]
    heading_row: int
    records: tuple[Record, ...]
    separator: str
    rest: Iterator[Record] = field(default_factory=lambda: iter(()), compare=False, repr=False)

    def every_record(self) -> Iterator[Record]:
        """Yield all records; those that ``rest`` has still to hand over only this once."""
        return chain(self.records, self.rest)

    def complete(self) -> "Table":
        """Return the same with all its records at hand."""
        return replace(self, records=tuple(self.every_record()), rest=iter(()))


class _Unreadable(Exception):
    """The file cannot be read past a certain row."""

    def __init__(self, row: int, message: str) -> None:
        super().__init__(message)
        self.row = row
        self.message = message


def read_table(data: bytes) -> Table | tuple[Finding, ...]:
    """Return the table in a file, or the errors that make it unreadable. Never raises."""
    if data.startswith(MARK):
        return _workbook_table(data)
    text = decode(data)
    if isinstance(text, Finding):
        return (text,)
    text, separator = _separated(text)
    findings = Findings()
    try:
        table = _table(_rows(text, separator), separator, findings)
    except _Unreadable as problem:
        findings.reject(problem.row, None, problem.message)
        table = None
    if table is None or findings.errors:
        return findings.rejected
    return table


def _workbook_table(data: bytes) -> Table | tuple[Finding, ...]:
    rows = workbook_rows(data)
    if isinstance(rows, str):
        return (Finding(None, None, rows),)
    findings = Findings()
    table = _table(iter(rows), "", findings)
    return findings.rejected if table is None or findings.errors else table


def _table(
    rows: Iterator[tuple[int, list[str]]], separator: str, findings: Findings
) -> Table | None:
    heading = next(rows, None)
    if heading is None:
        findings.reject(None, None, _("Filen har bare tomme rader."))
        return None
    number, headings = heading
    while headings and not headings[-1]:
        headings.pop()
    records = []
    for row, values in rows:
        if _fits(row, values, headings, findings):
            records.append(Record(row, tuple(values)))
        if len(records) > min(MOST_RECORDS, MOST_CELLS // len(headings)):
            raise _Unreadable(row, _too_many_rows())
        if findings.errors > MOST_UNEVEN:
            break
    return Table(tuple(headings), number, tuple(records), separator)


def _fits(row: int, values: list[str], headings: list[str], findings: Findings) -> bool:
    """Cut empty values past the last heading; note a row that is too short or too long."""
    width = len(headings)
    while len(values) > width and not values[-1]:
        values.pop()
    if len(values) == width:
        return True
    text = _(
        "Raden har {found} felt, men overskriftene er {expected}. "
        "Se etter et skilletegn eller anførselstegn som mangler eller er for mye."
    )
    findings.reject(row, None, text.format(found=len(values), expected=width))
    return False


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield number and trimmed values of every row that is not blank."""
    number = 0
    reader = csv.reader(_lines(text), delimiter=separator, strict=True)
    while True:
        number += 1
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _Unreadable(number, _fault(str(error))) from error
        except _LineTooLong as error:
            raise _Unreadable(number, _("Raden er for lang. Er dette en CSV-fil?")) from error
        if number > MOST_ROWS:
            raise _Unreadable(number, _too_many_rows())
        trimmed = [value.strip() for value in values]
        if any(trimmed):
            _check_size(number, trimmed)
            yield number, trimmed


def _fault(error: str) -> str:
    if "field limit" in error:
        return _field_too_long()
    return _('Anførselstegnene i raden går ikke opp. Et felt mangler et «"» til slutt.')


def _too_many_rows() -> str:
    return _("Filen har for mange rader. Del den i flere filer.")


def _field_too_long() -> str:
    return _(
        'Et felt i raden er lengre enn 32 767 tegn. Se etter et anførselstegn («"») som mangler.'
    )


def _check_size(row: int, values: list[str]) -> None:
    if len(values) > MOST_COLUMNS:
        raise _Unreadable(row, _("Raden har mer enn 500 felt. Er dette en CSV-fil?"))
    if any(len(value) > LONGEST_FIELD for value in values):
        raise _Unreadable(row, _field_too_long())


class _LineTooLong(Exception):
    """A line is so long that splitting it would fill the memory."""


def _lines(text: str) -> Iterator[str]:
    for line in StringIO(text, newline=""):
        if len(line) > LONGEST_LINE:
            raise _LineTooLong
        yield line


def _separated(text: str) -> tuple[str, str]:
    """Return the text without Excel's own first line, and the separator."""
    stated = _EXCEL_LINE.match(text)
    if stated is not None:
        return text[stated.end() :], stated.group(1)
    return text, max(SEPARATORS, key=lambda separator: _likeness(text, separator))


def _likeness(text: str, separator: str) -> float:
    """Return how much the first rows look like a table with this separator; 0 is not at all.

    A separator is right when all rows are as wide as the headings; of two such, the one that
    makes more columns, as «Olsen, Ola» makes two of one.
    """
    sample = text[:_SAMPLE_LENGTH]
    widths = []
    try:
        reader = csv.reader(_lines(sample), delimiter=separator)
        widths = [len(row) for row in islice(reader, _SAMPLE_ROWS) if any(map(str.strip, row))]
    except (csv.Error, _LineTooLong):
        return 0
    if len(sample) < len(text) and len(widths) > 1:
        widths.pop()
    if not widths or widths[0] == 1:
        return 0
    return widths[0] * sum(1 for width in widths if width == widths[0]) / len(widths)
