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
    def gettext(self, message: str) -> str:
        return disguised(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return disguised(msgid1 if n == 1 else msgid2)


def made_up_words() -> Words:
    """Return the words of the language; Qt goes on in bokmål beside it."""
    return Words("nb", _Catalogue())


@contextmanager
def made_up_language() -> Iterator[None]:
    """Have all windows speak it."""
    before = translation._Chosen.words
    translation._Chosen.words = made_up_words()
    try:
        yield
    finally:
        translation._Chosen.words = before


def latin_words(text: str) -> set[str]:
    """Return the words of two letters and more that are in nobody's disguise."""
    return {word.casefold() for word in _WORD.findall(text)}
