"""Bytes to tables: encodings, separators, quotes, and row numbers as a spreadsheet shows them."""

import pytest

from app.exchange import csv_file, csv_text
from app.exchange.csv_file import Table, read_table
from app.exchange.findings import Finding
from tests.exchange.files import LOCATIONS, NOTES, ROLL, made


def table(data: bytes) -> Table:
    read = read_table(data)
    assert isinstance(read, Table), read
    return read


def refusal(data: bytes) -> Finding:
    read = read_table(data)
    assert isinstance(read, tuple)
    assert len(read) == 1
    return read[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_norwegian_letters_survive_every_encoding_and_separator(encoding, separator):
    lines = [["Etternavn", "Språk", "Celle"], ["Bjørnå", "sørsamisk", "Ø-1"], ["Åse", "", ""]]
    data = made(*(separator.join(line) for line in lines), encoding=encoding)
    read = table(data)
    assert read.separator == separator
    assert read.headings == ("Etternavn", "Språk", "Celle")
    assert [record.values for record in read.records] == [
        ("Bjørnå", "sørsamisk", "Ø-1"),
        ("Åse", "", ""),
    ]


def test_letters_with_separate_accents_are_joined():
    assert table("navn,x\nBjo\u0308rn A\u030ase,1\n".encode()).records[0].values[0] == "Björn Åse"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_ending_is_read(end):
    data = made("a,b", "1,2", "3,4", end=end)
    assert [record.row for record in table(data).records] == [2, 3]


def test_no_final_newline_loses_nothing():
    assert table(b"a,b\n1,2\n3,4").records[-1].values == ("3", "4")


def test_blank_rows_are_skipped_but_counted():
    data = made("", "a,b", ",", "1,2", "   ", " , ", "3,4", ",,,")
    read = table(data)
    assert read.heading_row == 2
    assert [(record.row, record.values) for record in read.records] == [
        (4, ("1", "2")),
        (7, ("3", "4")),
    ]


def test_a_text_of_several_lines_is_one_row():
    data = made("id,tekst", '1,"første', "", 'tredje ""sitat"", komma"', "2,neste")
    read = table(data)
    assert read.records[0].values == ("1", 'første\n\ntredje "sitat", komma')
    assert read.records[1].row == 3


def test_separators_inside_values_do_not_mislead():
    data = made("Navn;Celle;Merknad", "Olsen, Ola;A-1;a, b, c", "Moe, Eva;A-2;d, e, f")
    assert table(data).headings == ("Navn", "Celle", "Merknad")
    quoted = made('"Etternavn, fornavn",Celle', '"Olsen; Ola",A-1', '"Moe; Eva",A-2')
    assert table(quoted).headings == ("Etternavn, fornavn", "Celle")


def test_the_separator_line_of_excel_is_no_row():
    read = table(made("sep=;", "a;b", "1;2"))
    assert (read.heading_row, read.records[0].row) == (1, 2)


def test_one_column_is_enough():
    assert table(made("path", "A", "A-1")).headings == ("path",)


def test_separators_past_the_last_heading_are_no_columns():
    read = table(made("a,b,,", "1,2,,", "3,4"))
    assert read.headings == ("a", "b")
    assert [record.values for record in read.records] == [("1", "2"), ("3", "4")]


def test_every_uneven_row_is_named():
    read = read_table(made("a,b,c", "1,2", "", "1,2,3", "1,2,3,4"))
    assert isinstance(read, tuple)
    assert [finding.row for finding in read] == [2, 5]
    assert read[0].message == (
        "Raden har 2 felt, men overskriftene er 3. "
        "Se etter et skilletegn eller anførselstegn som mangler eller er for mye."
    )


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "tom"),
        (b" \r\n\t \n", "tom"),
        (b"\xef\xbb\xbf", "tom"),
        (b",,\n , \n", "bare tomme rader"),
        ("a,b\n1,2\n".encode("utf-16"), "UTF-16"),
        ("a,b\n1,2\n".encode("utf-16-be"), "ikke en tekstfil"),
        (b"PK\x03\x04\x14\x00\x06\x00", "skadet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "regneark"),
        (b"a,b\n1,\x00\n", "ikke en tekstfil"),
        (b"\xef\xbb\xbfa,b\n1,\xe5\n", "Tegnene i filen"),
        (b"a,b\n1,\x81\n", "Tegnene i filen"),
    ],
)
def test_what_is_no_text_is_said_for_the_whole_file(data, word):
    found = refusal(data)
    assert (found.row, found.column) == (None, None)
    assert word in found.message


@pytest.mark.parametrize("data", [b'a,b\n1,"2\n3,4\n', b'a,b\n1,"2"3\n'])
def test_a_quote_too_few_never_swallows_rows_in_silence(data):
    found = refusal(data)
    assert found.row == 2
    assert "Anførselstegnene" in found.message


def test_a_field_without_end_is_told(monkeypatch):
    assert "32 767 tegn" in refusal(b"a,b\n1," + b"x" * 32_768 + b"\n").message
    assert "32 767 tegn" in refusal(b"a,b\n1," + b"x" * 140_000 + b"\n").message
    assert table(b"a,b\n1," + b"x" * 32_767 + b"\n").records


def test_limits_are_told_with_the_row(monkeypatch):
    monkeypatch.setattr(csv_file, "MOST_ROWS", 3)
    assert refusal(made("a,b", "", "1,2", "1,2")).row == 4
    assert "500 felt" in refusal(made(",".join("a" * 501))).message
    assert "for lang" in refusal(b"a" * 1_000_001).message


def test_a_file_too_large_is_not_read(monkeypatch):
    monkeypatch.setattr(csv_text, "LARGEST_FILE", 10)
    found = csv_text.decode(b"x" * 11, 10)
    assert isinstance(found, Finding)
    assert "MiB" in found.message


@pytest.mark.parametrize(
    ("data", "rows", "columns"), [(LOCATIONS, 273, 25), (ROLL, 75, 19), (NOTES, 72, 11)]
)
def test_the_public_files_are_read_whole(data, rows, columns):
    read = table(data)
    assert (len(read.records), len(read.headings)) == (rows, columns)


def test_a_file_is_read_up_to_the_limit(tmp_path):
    file = tmp_path / "liste.csv"
    file.write_bytes(b"a,b\n")
    assert csv_text.read_file(file) == b"a,b\n"
    found = csv_text.read_file(file, limit=3)
    assert isinstance(found, Finding)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (".", "er en mappe"),
        ("borte.csv", "«borte.csv» finnes ikke"),
        ("x" * 300, "kan ikke leses"),
        ("null\0.csv", "kan ikke leses"),
    ],
)
def test_what_cannot_be_opened_is_told_in_words(tmp_path, name, words):
    found = csv_text.read_file(tmp_path / name)
    assert isinstance(found, Finding)
    assert words in found.message or "finnes ikke" in found.message


def test_a_file_nobody_may_read_is_told(tmp_path, monkeypatch):
    file = tmp_path / "hemmelig.csv"
    file.write_bytes(b"a")

    def refuse(*_args):
        raise PermissionError

    monkeypatch.setattr(type(file), "open", refuse)
    found = csv_text.read_file(file)
    assert isinstance(found, Finding)
    assert found.message == "Du har ikke tilgang til filen «hemmelig.csv»."


def test_a_device_that_never_ends_is_not_opened():
    found = csv_text.read_file(csv_text.Path("/dev/zero"))
    assert isinstance(found, Finding)
    assert "vanlig fil" in found.message
