"""From a workbook's bytes to rows of text."""

from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from app.foundation.translation import _

MOST_ROWS = 50_000
MOST_COLUMNS = 500
MOST_CELLS = 2_500_000
LONGEST_CELL = 32_767

Rows = list[tuple[int, list[str]]]


class UnreadableWorkbook(Exception):
    """The workbook cannot be read; its text is a sentence for the officer."""


def read_rows(data: bytes) -> Rows:
    """Return number and values of each filled row of the first sheet that holds something.

    Raises:
        UnreadableWorkbook: it is damaged, locked or too large.
    """
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        for name in book.sheet_names:
            rows = list(_rows(book.get_sheet_by_name(name)))
            if rows:
                return rows
    except PasswordError as error:
        message = _("Regnearket er låst med passord. Fjern passordet og prøv igjen.")
        raise UnreadableWorkbook(message) from error
    except CalamineError as error:
        message = _("Regnearket er skadet. Åpne det, lagre det på nytt og prøv igjen.")
        raise UnreadableWorkbook(message) from error
    return []


def _rows(sheet: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    if sheet.start is None:
        return
    if sheet.total_height > MOST_ROWS:
        raise UnreadableWorkbook(_("Regnearket har mer enn 50 000 rader. Del det i flere filer."))
    if sheet.total_width > MOST_COLUMNS:
        raise UnreadableWorkbook(_("Regnearket har mer enn 500 kolonner."))
    if sheet.total_height * sheet.total_width > MOST_CELLS:
        raise UnreadableWorkbook(_("Regnearket har for mange celler. Del det i flere filer."))
    for number, cells in enumerate(sheet.to_python(skip_empty_area=False), 1):
        values = [_text(cell).strip() for cell in cells]
        if any(len(value) > LONGEST_CELL for value in values):
            message = _("En celle i rad {row} er lengre enn 32 767 tegn.")
            raise UnreadableWorkbook(message.format(row=number))
        if any(values):
            yield number, values


def _text(cell: object) -> str:
    """Return a cell as a CSV file would have it."""
    match cell:
        case bool():
            text = _("ja") if cell else _("nei")
        case float() if cell.is_integer():
            text = str(int(cell))
        case datetime():
            text = cell.isoformat(" ", "seconds")
        case date() | time():
            text = cell.isoformat()
        case _other:
            text = str(cell)
    return text
