"""A language nobody speaks: each of our texts in Cyrillic letters, all that is filled in as it is.

Where Latin letters are left on a screen or a paper, a text did not come through the catalogue, or
it is what somebody wrote.
"""

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager

from app.foundation import translation
from app.foundation.translation import Words

_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
_TABLE = str.maketrans(
    _LETTERS + _LETTERS.upper(),
    "".join(chr(0x0430 + place) for place in range(len(_LETTERS)))
    + "".join(chr(0x0410 + place) for place in range(len(_LETTERS))),
)
# Left as they stand: what is filled in, marks of a format, and the names of keys.
_KEPT = re.compile(
    r"\{[^{}]*\}|%\(\w+\)\w|%[sdr]|\*\.\w+|\bCtrl\b|\bShift\b|\bAlt\b|\bEnter\b|\bEsc\b"
)
_WORD = re.compile(r"[A-Za-zÆØÅæøå][A-Za-zÀ-ɏ]+")


def disguised(text: str) -> str:
    """Return the text in the letters of the made-up language."""
    parts: list[str] = []
    end = 0
    for kept in _KEPT.finditer(text):
        parts += [text[end : kept.start()].translate(_TABLE), kept[0]]
        end = kept.end()
    return "".join([*parts, text[end:].translate(_TABLE)])


class _Catalogue(gettext.NullTranslations):
    def __init__(self, asked: set[str]) -> None:
        super().__init__()
        self._asked = asked

    def gettext(self, message: str) -> str:
        self._asked.add(message)
        return disguised(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self._asked.update((msgid1, msgid2))
        return disguised(msgid1 if n == 1 else msgid2)


def made_up_words(asked: set[str] | None = None) -> Words:
    """Return the words of the language, and note what they are asked for.

    Qt goes on in bokmål beside it.
    """
    return Words("nb", _Catalogue(set() if asked is None else asked))


@contextmanager
def made_up_language() -> Iterator[set[str]]:
    """Have all windows speak it; collect the texts they ask for."""
    before = translation._Chosen.words
    asked: set[str] = set()
    translation._Chosen.words = made_up_words(asked)
    try:
        yield asked
    finally:
        translation._Chosen.words = before


def latin_words(text: str) -> set[str]:
    """Return the words of two letters and more that are in nobody's disguise."""
    return {word.casefold() for word in _WORD.findall(text)}
