"""Workbooks: xlsx and ods, checked as archives before anything is made of their content."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from app.exchange.workbook_cells import Rows, UnreadableWorkbook, read_rows
from app.foundation.translation import _

MARK = b"PK\x03\x04"
LARGEST_WORKBOOK = 20 * 1024 * 1024
MOST_MEMBERS = 200
MOST_INFLATED = 200 * 1024 * 1024
MOST_RATIO = 100
_PIECE = 256 * 1024


def workbook_rows(data: bytes) -> Rows | str:
    """Return number and values of each filled row, or a sentence on why there are none."""
    refusal = _refusal(data)
    if refusal:
        return refusal
    try:
        return read_rows(data)
    except UnreadableWorkbook as problem:
        return str(problem)


def _refusal(data: bytes) -> str:
    if len(data) > LARGEST_WORKBOOK:
        return _("Regnearket er større enn 20 MiB. Del det i flere filer.")
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _refusal_of_content(archive, len(data))
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError):
        return _("Regnearket er skadet. Åpne det, lagre det på nytt og prøv igjen.")


def _refusal_of_content(archive: ZipFile, packed: int) -> str:
    names = archive.namelist()
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return _("Regnearket har makroer. Lagre det som xlsx uten makroer.")
    if len(names) > MOST_MEMBERS or not _is_small(archive, packed):
        return _("Regnearket er for stort når det pakkes ut. Del det i flere filer.")
    return ""


def _is_small(archive: ZipFile, packed: int) -> bool:
    """Tell whether all of it fits, counted while inflating: the stated sizes may lie."""
    limit = min(MOST_INFLATED, packed * MOST_RATIO)
    total = 0
    for member in archive.infolist():
        with archive.open(member) as file:
            while piece := file.read(_PIECE):
                total += len(piece)
                if total > limit:
                    return False
    return True
