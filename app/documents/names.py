"""Keep the names of others off the inmate's copy: the role stands where a known name stood.

Only names the program knows can be found. A relative or a neighbour written into a step stays,
and so do partner agencies, who are part of what was agreed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.foundation.folding import fold

_WORD = re.compile(r"\w+")
# The staff of a prison, the people of each unit, and some single names.
_REMEMBERED = 500


@dataclass(frozen=True, slots=True)
class Hidden:
    """Names to keep off a paper, and what stands in their place."""

    names: tuple[str, ...]
    stand_in: str


class NameKeeper:
    """Replaces whole names, in both orders: ``Kari Lunde`` and ``Lunde, Kari``.

    A text is searched only for names of which it holds the first word: there may be hundreds.
    ``spared`` are names that stay, though they are among the hidden ones.
    """

    def __init__(self, hidden: Iterable[Hidden], spared: Iterable[str] = ()) -> None:
        self._groups = [(_by_first_word(entry.names), entry.stand_in) for entry in hidden]
        self._spared = frozenset(spared)

    def __call__(self, text: str) -> str:
        """Return the text without the names."""
        if not text or not self._groups:
            return text
        words = {"", *_WORD.findall(fold(text))}
        forms = [
            (form, stand_in)
            for by_word, stand_in in self._groups
            for word in words
            for form, name in by_word.get(word, ())
            if name not in self._spared
        ]
        return _replaced(text, forms) if forms else text


def _replaced(text: str, forms: list[tuple[str, str]]) -> str:
    # The longest first; of two that are the same, the one that was claimed first.
    forms.sort(key=lambda form: len(form[0]), reverse=True)
    either = "|".join(f"({_spaced(form)})" for form, _stand_in in forms)

    def stand_in(match: re.Match[str]) -> str:
        assert match.lastindex is not None
        return forms[match.lastindex - 1][1]

    return re.sub(rf"(?<!\w)(?:{either})(?!\w)", stand_in, text, flags=re.IGNORECASE)


def _spaced(form: str) -> str:
    return r"\s+".join(re.escape(part) for part in form.split())


@lru_cache(maxsize=_REMEMBERED)
def _by_first_word(names: tuple[str, ...]) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return every way in which a name is written, with the name, by its first word as folded."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name in names:
        for form in _forms(name):
            words = _WORD.findall(fold(form))
            found.setdefault(words[0] if words else "", []).append((form, name))
    return found


def _forms(name: str) -> tuple[str, ...]:
    """Return the ways in which a full name is written; a single word is too common to search."""
    name = " ".join(name.split())
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma and given:
        return (name, f"{given} {family}")
    *given_names, family = name.split(" ")
    if not given_names:
        return ()
    return (name, f"{family}, {' '.join(given_names)}")
