import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.escape import escape
from app.documents.styles import BODY
from app.documents.wrapping import clip, text_width, wrap

ANY_TEXT = st.text(st.characters(codec=None), max_size=400)
# The first text drawn loads the faces, which may take a moment.
UNHURRIED = settings(deadline=None)
WIDTHS = st.floats(min_value=20, max_value=500)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("<b>fet", "<b>fet"),
        ("&amp; </para>", "&amp; </para>"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("en\r\nto\rtre\u2028fire", "en\nto\ntre\nfire"),
        ("en\n\n\n \n\nto", "en\n\nto"),
        ("\ttekst", " tekst"),
        ("gnp.\u202egpj.exe\u202c", "gnp.gpj.exe"),
        ("\ufeffA\u030a", "Å"),
        ("halv\ud83d", "halv"),
    ],
)
def test_what_hides_or_reorders_goes_and_the_rest_stays(written, kept):
    assert escape(written) == kept


@UNHURRIED
@given(ANY_TEXT)
def test_escaping_twice_changes_nothing_more(text):
    assert escape(escape(text)) == escape(text)


@UNHURRIED
@given(ANY_TEXT)
def test_what_is_left_can_be_stored_and_read_from_left_to_right(text):
    kept = escape(text)
    kept.encode("utf-8")
    assert not any(unicodedata.category(letter) == "Cc" for letter in kept if letter != "\n")
    assert not any(
        unicodedata.bidirectional(letter) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI"}
        for letter in kept
    )


@UNHURRIED
@given(st.text(st.characters(blacklist_categories=["C"]), max_size=400))
def test_text_without_control_signs_stays_as_it_is(text):
    composed = unicodedata.normalize("NFC", text)
    if not set(text) & set("\u2028\u2029\u200b"):
        assert escape(text) == composed


@UNHURRIED
@given(ANY_TEXT, WIDTHS)
def test_every_line_fits_its_column(text, width):
    for _style, line in wrap(escape(text), BODY, width):
        assert text_width(line, BODY) <= width + 0.01 or len(line.strip()) <= 1 or _one_wide(line)


def _one_wide(line: str) -> bool:
    """One letter wider than the column stands alone, with the marks that belong to it."""
    return sum(1 for letter in line if text_width(letter, BODY) > 0) <= 1


@UNHURRIED
@given(st.text("abcæøå -/\n.", max_size=300), WIDTHS)
def test_wrapping_loses_no_letter(text, width):
    lines = wrap(escape(text), BODY, width)
    whole = "".join(line for _style, line in lines)
    assert "".join(whole.split()) == "".join(escape(text).split())


@UNHURRIED
@given(st.text(max_size=200), WIDTHS)
def test_a_clipped_line_fits(text, width):
    assert text_width(clip(escape(text), BODY, width), BODY) <= width + 0.01


def test_a_long_word_breaks_behind_a_dash_where_there_is_one():
    lines = [line for _style, line in wrap("ungdoms-/opplæringssenteret", BODY, 100)]
    assert lines == ["ungdoms-/", "opplæringssenteret"]
