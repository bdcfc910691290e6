"""Words as headings and code words are compared: no case, accents, spaces or signs."""

from functools import lru_cache

from app.foundation.folding import fold

_NORWEGIAN = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})


@lru_cache(maxsize=4096)
def squash(text: str) -> str:
    """Return the letters and digits alone, so that ``Fødsels-dato`` equals ``foedselsdato``."""
    plain = fold(text).translate(_NORWEGIAN).replace("aa", "a").replace("oe", "o")
    return "".join(letter for letter in plain if letter.isalnum())
