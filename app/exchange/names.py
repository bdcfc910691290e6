"""Names as people write them, from rolls that write everything in capitals."""

import re

# Small words inside a family name, written small when the name goes on after them.
_PARTICLES = frozenset(
    ("von", "van", "der", "den", "ter", "de", "du", "da", "dos", "zu", "af", "av", "bin", "ibn")
)
_NUMERALS = frozenset(("II", "III", "IV", "VI", "VII", "VIII"))
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_AFTER_APOSTROPHE = re.compile(r"^(\w['’])(\w)")
_SCOTTISH = re.compile(r"^(Mc)(\w)(?=\w\w)")


def tidy_name(name: str, *, family: bool = False) -> str:
    """Return a name in capitals as it is normally written; any other name as it stands.

    ``O'BRIEN`` becomes O'Brien, ``MCDONALD`` McDonald, ``HARRIS-JONES`` Harris-Jones and, as a
    family name, ``VON TRAPP`` von Trapp. A name of one letter is an initial and stays.
    """
    if not name.isupper():
        return name
    words = name.split(" ")
    return " ".join(
        _tidy_word(word, small=family and position < len(words) - 1)
        for position, word in enumerate(words)
    )


def _tidy_word(word: str, *, small: bool) -> str:
    if word in _NUMERALS:
        return word
    if small and word.lower() in _PARTICLES:
        return word.lower()
    return _WORD.sub(lambda part: _capitalised(part.group()), word)


def _capitalised(part: str) -> str:
    # Lower-case of a dotted capital I is an i with a second dot; one is enough.
    written = part[:1] + part[1:].lower().replace("i\u0307", "i")
    for rule in (_AFTER_APOSTROPHE, _SCOTTISH):
        written = rule.sub(_next_capital, written)
    return written


def _next_capital(found: re.Match[str]) -> str:
    return found.group(1) + found.group(2).upper()


def split_name(full: str) -> tuple[str, str]:
    """Return family and given name of ``Family, Given`` or ``Given Family``."""
    family, comma, given = full.partition(",")
    if comma:
        return family.strip(), given.strip()
    given, _space, family = full.rpartition(" ")
    return family.strip(), given.strip()
