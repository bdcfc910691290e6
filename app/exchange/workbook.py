"""Workbooks: xlsx and ods, checked as archives before anything is made of their content."""

import zlib
from collections.abc import Callable
from io import BytesIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from app.exchange.workbook_cells import Rows, UnreadableWorkbook, read_rows
from app.foundation.translation import _

MARK = b"PK\x03\x04"
LARGEST_WORKBOOK = 20 * 1024 * 1024
MOST_MEMBERS = 200
MOST_INFLATED = 200 * 1024 * 1024
MOST_RATIO = 100
_PIECE = 256 * 1024
_THE_END = b""
_XML = (".xml", ".rels")
_BROKEN = (
    BadZipFile,
    zlib.error,
    expat.ExpatError,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    LookupError,
)


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
    except _BROKEN:
        return _("Regnearket er skadet. Åpne det, lagre det på nytt og prøv igjen.")


def _refusal_of_content(archive: ZipFile, packed: int) -> str:
    names = archive.namelist()
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return _("Regnearket har makroer. Lagre det som xlsx uten makroer.")
    if len(names) > MOST_MEMBERS or not _is_small(archive, packed):
        return _("Regnearket er for stort når det pakkes ut. Del det i flere filer.")
    return ""


def _is_small(archive: ZipFile, packed: int) -> bool:
    """Tell whether all of it fits, counted while inflating: the stated sizes may lie.

    XML is looked through on the way. What is not well-formed made the reader go round for ever,
    and a document type could name what lies outside.
    """
    limit = min(MOST_INFLATED, packed * MOST_RATIO)
    total = 0
    for member in archive.infolist():
        look = _look_through if member.filename.lower().endswith(_XML) else _look_at_nothing
        with archive.open(member) as file:
            more = look()
            while piece := file.read(_PIECE):
                total += len(piece)
                if total > limit:
                    return False
                more(piece)
            more(_THE_END)
    return True


_Look = Callable[[bytes], object]


def _look_through() -> _Look:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_document_type
    return lambda piece: parser.Parse(piece, piece is _THE_END)


def _refuse_document_type(*_what: object) -> None:
    raise ValueError


def _look_at_nothing() -> _Look:
    return lambda _piece: None
