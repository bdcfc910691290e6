"""Workbooks are read as the same lists in CSV are, in a child process with limits."""

import csv
from datetime import date
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from app.exchange import table_child
from app.exchange.csv_file import Table, read_table
from app.exchange.reading import read_roll
from app.exchange.table_child import read_table_apart
from app.foundation.progress import Cancelled, Progress
from tests.exchange.files import ROLL


def workbook(rows: list[list[object]], first_row: int = 0) -> bytes:
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"default_date_format": "dd.mm.yyyy"}) as book:
        book.add_worksheet("Tom")
        sheet = book.add_worksheet("Liste")
        for number, row in enumerate(rows, first_row):
            sheet.write_row(number, 0, row)
    return target.getvalue()


def test_the_roll_says_the_same_as_in_csv():
    rows: list[list[object]] = [list(row) for row in csv.reader(StringIO(ROLL.decode()))]
    assert read_roll(workbook(rows)) == read_roll(ROLL)


def test_cells_become_text_and_rows_keep_their_numbers():
    read = read_table(workbook([["nr", "født", "tolk"], [12.0, date(1990, 2, 1), True]], 3))
    assert isinstance(read, Table)
    assert read.heading_row == 4
    assert [(r.row, r.values) for r in read.records] == [(5, ("12", "1990-02-01", "ja"))]


def test_a_sheet_that_claims_to_be_vast_ends_in_words():
    target = BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "a")
        sheet.write(1_048_575, 16_383, "b")
    read = read_table_apart(target.getvalue())
    assert isinstance(read, tuple)
    assert "for stor" in read[0].message or "rader" in read[0].message


def test_a_bomb_is_not_unpacked():
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 20_000_000)
    read = read_table(target.getvalue())
    assert isinstance(read, tuple)
    assert "pakkes ut" in read[0].message


def test_a_process_of_its_own_reads_the_same():
    assert read_table_apart(ROLL) == read_table(ROLL)
    assert read_table_apart(b"") == read_table(b"")


def test_who_reads_beyond_the_limits_is_ended(monkeypatch):
    """The child ends without an answer, as it does when the memory is at its limit."""
    monkeypatch.setattr(table_child, "work", end_at_once)
    read = read_table_apart(ROLL)
    assert isinstance(read, tuple)
    assert "for stor" in read[0].message


def end_at_once(_pipe: object) -> None:
    raise SystemExit(1)


def test_reading_can_be_cancelled():
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        read_table_apart(ROLL, progress.check)


def test_an_old_workbook_and_a_locked_one_are_refused_in_words():
    for data in (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"PK\x03\x04" + bytes(60)):
        read = read_table(data)
        assert isinstance(read, tuple)
        assert "regneark" in read[0].message.lower()
