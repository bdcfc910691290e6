"""Words in the officer's language: one gettext catalogue for windows, rule messages and paper.

The source text of every message is bokmål (docs/decisions/0004-words.md): a missing translation
shows Norwegian, never English, and bokmål needs no catalogue file at all. The others are compiled
from resources/translations by `make setup`.
"""

import gettext as gettext_library
from functools import lru_cache

from app.foundation.paths import resource

SOURCE_LANGUAGE = "nb"
# Each in its own words, so that whoever reads it finds it.
LANGUAGE_NAMES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
LANGUAGES = tuple(LANGUAGE_NAMES)


class Words:
    """The catalogue of one language. ``words("Lagre")`` answers the text in that language."""

    def __init__(self, language: str, catalogue: gettext_library.NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue

    def __call__(self, text: str) -> str:
        """Return the text in this language; the bokmål text itself where none is given."""
        # Asked for the empty text, gettext answers with the header of the file.
        return self._catalogue.gettext(text) if text else text

    def plural(self, one: str, many: str, count: int) -> str:
        """Return the form that goes with the count; the caller fills in ``{n}``."""
        return self._catalogue.ngettext(one, many, count)


@lru_cache(maxsize=8)
def words_for(language: str) -> Words:
    """Return the words of a language; an unknown or missing catalogue gives the bokmål source."""
    if language == SOURCE_LANGUAGE:
        return Words(language, gettext_library.NullTranslations())
    folder = resource("translations")
    catalogue = gettext_library.translation("mulighet", folder, [language], fallback=True)
    return Words(language, catalogue)


class _Chosen:
    """Holds the language of this process's windows, chosen at sign-in or by ``--language``."""

    words = words_for(SOURCE_LANGUAGE)


def choose_language(language: str) -> None:
    """Set the language that ``_`` and ``plural`` answer in from now on."""
    _Chosen.words = words_for(language)


def chosen_words() -> Words:
    """Return the words of the chosen language."""
    return _Chosen.words


def _(text: str) -> str:
    """Return the text in the chosen language."""
    return _Chosen.words(text)


def plural(one: str, many: str, count: int) -> str:
    """Return the form that goes with the count in the chosen language, ``{n}`` filled in."""
    return _Chosen.words.plural(one, many, count).format(n=count)


def mark(text: str) -> str:
    """Return the text as it is; marks it for the catalogue, to be translated when it is shown."""
    return text
