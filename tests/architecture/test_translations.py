"""Nynorsk and English: whole, fresh, and in their own words."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog, Message

from app.foundation.translation import words_for
from tests.architecture import translations
from tests.architecture.catalogue import collect, messages
from tests.architecture.translations import TRANSLATED, catalogue_text, file_of, is_done

# What a text asks to have filled in, and the keys it names.
PLACEHOLDER = re.compile(r"\{\{\d\}\}|\{\w*\}|%\(\w+\)\w|%[sdr1]|\bCtrl\+\w+|\bEsc\b|\*\.\w+")
# One word each of what only bokmål has; a nynorsk text with one of them was forgotten.
BOKMAAL = """
ikke jeg hva hvem hvor hvordan hvorfor hvis hvilke hvilken noe noen bare fra nå også uten mer hver
hvert velg gjør gjøre åpne åpner innsatt innsatte innsattes løslatelse samme kommer dager
timer navn bruker brukere et én ett fengsler samtaler planer filen cellen
avdelingen mappen maskinen listen siden tavlen skriver skrivere ennå skrevet lagret endret hentet
fjernet valgt skrives lagres endres hentes åpnes vises brukes ble vært være si sier følger
følgende forrige annen annet dere hun høyst tegn sted steder tall språkene
opplysninger endringer overskriften bekymring bolig ansvarlig ukjente glemt
skjermbilde sikkerhetskopi utskriften mellomtiden fremdrift fortsett fortsatt rettelsen takket
"""
# Words Norwegian has and English has not, and letters English has not.
NORWEGIAN = """
og ikke av det som til på er har kan skal ikkje ein eit fra med uten hva hvem celle avdeling
innsatt samtale lagre velg skriv dato navn
"""
# Said as they are in every language: names, and what a search finds in Norwegian text.
NAMES = re.compile(r"Bokmål|bokmål|Nynorsk|Æ, ø (?:and|og) å|Søknad|permisjonssøknad")


@pytest.fixture(scope="module")
def texts() -> Catalog:
    return collect()


def pairs(language: str) -> Iterator[tuple[str, str]]:
    """Yield each bokmål form with the form it is given in the language."""
    for message in translations.messages(language):
        yield from zip(_forms(message.id), _forms(message.string), strict=True)


def _forms(text: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def _with_word(words: str, text: str) -> bool:
    spoken = set(re.findall(r"[^\W\d_]+", text.lower()))
    return not spoken.isdisjoint(words.split())


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_file_is_fresh(language: str, texts: Catalog) -> None:
    assert file_of(language).read_text(encoding="utf-8") == catalogue_text(language, texts), (
        "run make words"
    )


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_file_has_each_text_once_and_none_that_is_gone(language: str) -> None:
    assert [message.id for message in translations.messages(language)] == sorted(
        (message.id for message in messages()), key=_forms
    )


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_filled_in_is_the_same(language: str) -> None:
    found = [
        (source, text)
        for source, text in pairs(language)
        if text and sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(text))
    ]
    assert found == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_sentence_stays_a_sentence(language: str) -> None:
    found = [
        (source, text)
        for source, text in pairs(language)
        if text and (_edges(source) != _edges(text) or "!" in text)
    ]
    assert found == []


def _edges(text: str) -> tuple[str, ...]:
    # «12 md.» is a shortened word, not a sentence.
    bare = re.sub(r"( siste 12 md| in the last 12 months| kontaktbetj| contact off)\.?$", "", text)
    end = bare.rstrip()[-1:]
    return (
        bare[: len(bare) - len(bare.lstrip())],
        end if end in ".:?…," else "",
        bare[len(bare.rstrip()) :],
    )


@pytest.mark.parametrize("language", TRANSLATED)
def test_menus_have_one_letter_each(language: str) -> None:
    letters = [
        match.lower()
        for source, text in pairs(language)
        if re.search(r"&\w", source)
        for match in re.findall(r"&(\w)", text)
    ]
    wanted = sum(bool(re.search(r"&\w", source)) for source, _text in pairs(language))
    assert wanted > 4
    assert len(set(letters)) == len(letters) == wanted


def test_nynorsk_has_no_word_of_bokmaal() -> None:
    found = [text for _source, text in pairs("nn") if _with_word(BOKMAAL, text)]
    assert found == []


def test_english_has_no_norwegian_word() -> None:
    found = [
        text
        for _source, text in pairs("en")
        if (bare := NAMES.sub("", text))
        and (_with_word(NORWEGIAN, bare) or re.search("[æøåÆØÅ«»]", bare))
    ]
    assert found == []


def test_most_of_nynorsk_and_nearly_all_of_english_differ_from_bokmaal() -> None:
    for language, share in (("nn", 0.6), ("en", 0.95)):
        both = list(pairs(language))
        same = sum(source == text for source, text in both)
        assert same < (1 - share) * len(both)


def test_the_program_speaks_what_the_files_say() -> None:
    assert words_for("nn")("Ikke lagret") == "Ikkje lagra"
    assert words_for("en")("Ikke lagret") == "Not saved"
    assert words_for("en").plural("{n} dag", "{n} dager", 1) == "{n} day"
    assert words_for("en").plural("{n} dag", "{n} dager", 2) == "{n} days"
    assert words_for("en")("") == ""


def test_a_text_that_is_not_translated_is_found() -> None:
    assert is_done(Message("a", "b"))
    assert not is_done(Message("a", ""))
    assert not is_done(Message(("a", "b"), ("c", "")))
