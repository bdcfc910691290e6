import pytest

from app.domain.spelling import is_known, words_in


def words(text: str) -> list[str]:
    return [place.word for place in words_in(text)]


def test_words_are_found_with_their_places() -> None:
    places = list(words_in("han søker bolig"))
    assert [(place.start, place.word, place.end) for place in places] == [
        (0, "han", 3),
        (4, "søker", 9),
        (10, "bolig", 15),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Han søkte. Deretter ringte vi.", ["Han", "søkte", "Deretter", "ringte", "vi"]),
        ("vi ringte Omar Hassan i dag", ["vi", "ringte", "dag"]),
        ("ja fra NAV", ["ja", "fra"]),
        ("> levere søknad\n- ringe", ["levere", "søknad", "ringe"]),
        ("se kari@example.org og www.nav.no/bolig", ["se", "og"]),
        ("e-post og gjeldsrådgiver", ["e-post", "og", "gjeldsrådgiver"]),
        ("celle B208, 12t, 3x", ["celle"]),
        ("han sa سلام og مرحبا", ["han", "sa", "og"]),
        ("", []),
    ],
)
def test_what_is_looked_at(text: str, found: list[str]) -> None:
    # A single letter is no word that can be wrong.
    assert [word for word in words(text) if len(word) > 1] == found


def test_a_long_text_without_an_end_is_no_word() -> None:
    assert words("x" * 5000) == []


KNOWN = {"samtale", "plan", "bolig", "søknad", "permisjon", "skade", "isolasjon", "og"}


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("samtale", True),
        ("Samtale", True),
        ("smatale", False),
        ("boligsøknad", True),
        ("permisjonssøknad", True),
        ("isolasjonsskade", True),
        ("bolig-plan", True),
        ("bolig-plann", False),
        ("boligsøknd", False),
        ("ogplan", False),
    ],
)
def test_words_of_two_known_parts_are_right(word: str, right: bool) -> None:
    assert is_known(word, KNOWN.__contains__) is right
