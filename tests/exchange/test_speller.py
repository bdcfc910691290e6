"""The dictionaries of the machine, asked in a process of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.exchange import dictionaries
from app.exchange.dictionaries import dictionary, field_words
from app.exchange.speller import Speller, SpellerLost

RIGHT = ["samtale", "gjeldsrådgiver", "permisjonssøknad", "kontaktbetjent", "Vi", "boligsøknaden"]
WRONG = ["smatale", "rådgivver", "søknnad"]


@pytest.fixture(scope="module")
def speller() -> Iterator[Speller]:
    found = [path for path in (dictionary("nb"), dictionary("nn")) if path is not None]
    assert len(found) == 2
    made = Speller(found, [*field_words(), "Hassan"])
    yield made
    made.close()


def test_right_words_are_known_and_wrong_ones_are_not(speller: Speller) -> None:
    assert speller.unknown([*RIGHT, *WRONG]) == set(WRONG)


def test_both_forms_of_norwegian_are_right(speller: Speller) -> None:
    assert speller.unknown(["hjemme", "heime", "ikke", "ikkje"]) == frozenset()


@pytest.mark.parametrize("word", sorted(field_words()))
def test_the_words_of_the_field_are_known(speller: Speller, word: str) -> None:
    assert speller.unknown([word, word.capitalize()]) == frozenset()


def test_names_are_known_and_more_can_be_learnt(speller: Speller) -> None:
    assert speller.unknown(["Hassan", "Petrauskas"]) == {"Petrauskas"}
    speller.learn("Petrauskas")
    assert speller.unknown(["Petrauskas"]) == frozenset()


def test_what_a_word_may_have_meant(speller: Speller) -> None:
    assert "samtale" in speller.suggestions("smatale")


def test_a_process_that_dies_is_started_anew(speller: Speller) -> None:
    assert speller.unknown(["samtale"]) == frozenset()
    process = speller._process
    assert process is not None
    process.kill()
    process.join()
    assert speller.unknown(["smatale"]) == {"smatale"}


def test_nobody_answers_when_it_is_closed_or_has_no_dictionary(tmp_path: Path) -> None:
    lost = Speller([tmp_path / "nb_NO"], [])
    lost.close()
    with pytest.raises(SpellerLost):
        lost.unknown(["samtale"])


def test_a_machine_without_dictionaries_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionaries, "_FOLDERS", ())
    assert dictionary("nb") is None
