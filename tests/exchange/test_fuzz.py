"""Every file, however broken, gets an answer, and what it says points into the file."""

import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.parsed import Parsed
from app.exchange.place_choice import choose_places
from app.exchange.reading import read_conversations, read_places, read_roll
from app.exchange.roll_choice import choose_roll
from tests.exchange.files import LOCATIONS, NOTES, ROLL, edge_case

SEEDS = (
    *(b"\n".join(data.splitlines()[:6]) for data in (LOCATIONS, ROLL, NOTES)),
    edge_case("appointment-set-empty-rows.csv"),
    "Innsattnr;Navn;Født;Språk;Celle\n1;Ås, Bo;1.2.1990;polsk;A-1\n".encode("cp1252"),
)
BITS = (
    *(b'"', b'""', b",", b";", b"\t", b"\n", b"\r", b"\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00"),
    *(
        b"\xe5",
        b"\xc3\xa5",
        b"\x81",
        b"-",
        b"31.02.2020",
        b"9999-12-31",
        b"sep=;\n",
        b"{0}",
        b"=1+1",
    ),
    *(b"PREF_WRITE:", b"|", b":", b"x" * 200, b"\xe2\x80\xa8", b"\xed\xa0\x80"),
)
READERS = (read_places, read_roll, read_conversations)


def check(read, data: bytes) -> None:
    parsed: Parsed = read(data)
    rows = data.count(b"\n") + data.count(b"\r") + 1
    for finding in (*parsed.rejected, *parsed.warnings):
        assert finding.message
        assert "{" not in finding.message or b"{" in data
        assert finding.row is None or 1 <= finding.row <= rows
    if read is read_places:
        choose_places(parsed)
        choose_places(parsed, stored="LEI")
    if read is read_roll:
        choose_roll(parsed)
        choose_roll(parsed, "LEI", "MDI")


@pytest.mark.parametrize("read", READERS)
@settings(deadline=None)
@given(data=st.binary(max_size=400))
def test_any_bytes_get_an_answer(read, data):
    check(read, data)


@pytest.mark.parametrize("read", READERS)
@settings(deadline=None)
@given(text=st.text(max_size=300))
def test_any_text_gets_an_answer(read, text):
    check(read, text.encode("utf-8", "surrogatepass"))


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A real file with a few things put in, taken out and turned round."""
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _change in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        length = draw(st.integers(0, 12))
        data[at : at + length] = draw(st.sampled_from((b"", *BITS)))
    return bytes(data)


@pytest.mark.parametrize("read", READERS)
@settings(max_examples=200, deadline=None)
@given(data=damaged())
def test_damaged_files_get_an_answer(read, data):
    check(read, data)


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=12)


@settings(deadline=None)
@given(
    rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8),
    separator=st.sampled_from(",;\t"),
)
def test_rows_are_numbered_as_they_stand_and_none_is_lost(rows, separator):
    written = StringIO(newline="")
    writer = csv.writer(written, delimiter=separator, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(["Innsattnummer", "Etternavn", "Notat"])
    writer.writerows([f"{number}", "Moe", *row[2:]] for number, row in enumerate(rows, 2))
    parsed = read_roll(written.getvalue().encode())
    assert parsed.rejected == ()
    assert [(row.row, row.key) for row in parsed.rows] == [
        (number, f"{number}") for number in range(2, len(rows) + 2)
    ]
