"""What a release must not go out without: each text in each language, as the program reads it."""

import pytest
from babel.messages.catalog import Message

from app.foundation.translation import LANGUAGES, Words, words_for
from tests.architecture.catalogue import messages
from tests.architecture.translations import TRANSLATED, file_of, is_done
from tests.architecture.translations import messages as translated


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_translated(language: str) -> None:
    left = [message.id for message in translated(language) if not is_done(message)]
    assert left == [], f"to be written in {file_of(language)}"
    assert len(translated(language)) == len(messages())


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_program_speaks_every_text(language: str) -> None:
    words = words_for(language)
    found = [message.id for message in translated(language) if not _spoken(message, words)]
    assert found == [], "run make translations"


def _spoken(message: Message, words: Words) -> bool:
    if isinstance(message.id, str):
        return words(message.id) == message.string
    one, many = message.id
    return [words.plural(one, many, count) for count in (1, 2, 0, 21)] == [
        message.string[0],
        *[message.string[1]] * 3,
    ]


def test_bokmaal_speaks_the_source_itself() -> None:
    assert LANGUAGES[0] == "nb"
    assert words_for("nb")("Lagre planen") == "Lagre planen"
    assert words_for("nb").plural("{n} dag", "{n} dager", 1) == "{n} dag"
    assert words_for("nb").plural("{n} dag", "{n} dager", 21) == "{n} dager"
