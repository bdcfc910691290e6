"""Text as search and sorting see it: Norwegian letters kept apart, foreign accents folded."""

import re
import unicodedata

_FOREIGN = re.compile(r"[^\x00-\x7fæøå]")
# ä and ö are how Swedish and German names write æ and ø; a reader looks for them there.
_LETTERS = str.maketrans({"ä": "æ", "ö": "ø", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "ı": "i"})
_ALPHABET = str.maketrans({"æ": "{", "ø": "|", "å": "}"})


def fold(text: str) -> str:
    """Return lower-case text without diacritics, æ ø å kept: what search compares."""
    return _FOREIGN.sub(_bare, unicodedata.normalize("NFC", text).lower())


def _bare(found: re.Match[str]) -> str:
    letter = found[0]
    plain = letter.translate(_LETTERS)
    if plain != letter:
        return plain
    marks_apart = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in marks_apart if not unicodedata.combining(part))


def sort_key(text: str) -> str:
    """Return the key that puts names in Norwegian order: a-z, æ, ø, å, and aa as å.

    Source: domain practice for nb_NO; the aa rule holds for names.
    """
    return fold(text).replace("aa", "å").translate(_ALPHABET)
