"""How a question is read, and what is shown around a hit."""

from app.domain.search import snippet, terms_of


def test_words_and_phrases_are_folded_and_each_asked_once() -> None:
    assert terms_of('Søknad "Ny  jobb" SØKNAD café') == ("søknad", "ny jobb", "cafe")
    assert terms_of('"aldri lukket') == ("aldri lukket",)


def test_an_excerpt_begins_and_ends_with_whole_words() -> None:
    text = " ".join(f"ord{number}" for number in range(60))
    excerpt = snippet(text, ("ord30",))
    inner = excerpt.text.removeprefix("… ").removesuffix(" …").split()
    assert set(inner) <= set(text.split())
    assert "ord30" in inner
    assert len(excerpt.text) < 140


def test_a_word_longer_than_the_excerpt_is_cut() -> None:
    excerpt = snippet("x" * 300 + "gjeld" + "y" * 300, ("gjeld",))
    (start, length) = excerpt.marks[0]
    assert excerpt.text[start : start + length] == "gjeld"
    assert len(excerpt.text) < 140
