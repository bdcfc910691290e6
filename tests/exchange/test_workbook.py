"""Workbooks are read as the same lists in CSV are, in a child process with limits."""

import csv
import json
import socket
import subprocess
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
import xlsxwriter

from app.exchange import table_child
from app.exchange.csv_file import Table, read_table
from app.exchange.reading import read_roll
from app.exchange.table_child import read_table_apart, reading_apart
from app.foundation.progress import Cancelled, Progress
from app.foundation.translation import choose_language
from tests.exchange.bombs import BOMBS, ods, ods_members, xlsx_members, zipped
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


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_in_words(name):
    read = read_table_apart(BOMBS[name]())
    assert isinstance(read, tuple)
    assert read[0].message


@pytest.mark.parametrize("data", [ROLL, b"", "Født;Ås\n1;æ\n".encode("cp1252")])
def test_a_process_of_its_own_reads_the_same(data):
    assert read_table_apart(data) == read_table(data)


@pytest.mark.parametrize("members", [xlsx_members, ods_members])
def test_xml_that_is_not_well_formed_is_refused_before_it_is_read(members):
    """Found by fuzzing: the reader went round for ever in an unended element."""
    for rows in ("<row>", "<table:table-row><table:table-cell><text:p>x</text:"):
        read = read_table(zipped(members(rows)))
        assert isinstance(read, tuple)
        assert "skadet" in read[0].message


def test_a_process_of_its_own_reads_workbooks():
    for data in (workbook([["nr", "født"], [1, date(1990, 2, 1)]]), ods([["nr"], ["æ"]])):
        read = read_table(data)
        assert isinstance(read, Table)
        assert read_table_apart(data) == read


def test_a_file_is_read_in_there_too(tmp_path):
    file = tmp_path / "roll.csv"
    file.write_bytes(ROLL)
    assert read_table_apart(file) == read_table(ROLL)
    gone = read_table_apart(tmp_path / "gone.csv")
    assert isinstance(gone, tuple)
    assert "finnes ikke" in gone[0].message


def test_many_rows_come_over_in_pieces_and_none_is_lost():
    data = b"a,b\n" + b"".join(b"%d,x\n" % number for number in range(4_500))
    steps = []
    with reading_apart(data, lambda done, total: steps.append((done, total))) as table:
        assert isinstance(table, Table)
        assert len(table.records) == 2_000
        assert table.complete() == read_table(data)
    told = [step for step in steps if step[1] > 1]
    assert told == [(2_000, 4_500), (4_000, 4_500), (4_500, 4_500), (4_500, 4_500)]


def test_messages_are_in_the_chosen_language():
    choose_language("en")
    try:
        read = read_table_apart(b"")
    finally:
        choose_language("nb")
    assert read != read_table(b"")


def try_everything(pipe: Connection, *_rest: object) -> None:
    """Break out of the limits in every way, and tell which ways there are."""
    table_child.be_limited()
    ways: list[tuple[str, Callable[[], object]]] = [
        ("socket", socket.socket),
        ("look-up", lambda: socket.getaddrinfo("localhost", 80)),
        ("file", lambda: Path("/etc/hostname").read_bytes()),
        ("process", lambda: subprocess.run(["true"], check=False)),
        ("memory", lambda: bytearray(2 * 1024**3)),
    ]
    out = []
    for name, way in ways:
        try:
            way()
        except (OSError, MemoryError):
            continue
        out.append(name)
    pipe.send_bytes(json.dumps([[None, None, name] for name in out]).encode())


def test_the_reader_has_no_network_no_files_no_processes_and_little_memory(monkeypatch):
    monkeypatch.setattr(table_child, "work", try_everything)
    assert read_table_apart(ROLL) == ()


def test_who_breaks_while_handing_over_is_told_of(monkeypatch):
    monkeypatch.setattr(table_child, "work", end_half_way)
    read = read_table_apart(ROLL)
    assert isinstance(read, tuple)
    assert "for stor" in read[0].message


def end_half_way(pipe: Connection, *_rest: object) -> None:
    head = {"headings": ["a"], "heading_row": 1, "separator": ","}
    piece = {"records": [[2, ["x"]]], "done": 1, "total": 3}
    for message in (head, piece):
        pipe.send_bytes(json.dumps(message).encode())
    raise SystemExit(1)


def test_who_reads_beyond_the_limits_is_ended(monkeypatch):
    """The child ends without an answer, as it does when the memory is at its limit."""
    monkeypatch.setattr(table_child, "work", end_at_once)
    read = read_table_apart(ROLL)
    assert isinstance(read, tuple)
    assert "for stor" in read[0].message


def end_at_once(_pipe: object, *_rest: object) -> None:
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
