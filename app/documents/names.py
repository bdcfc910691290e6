"""Keep the names of others off the inmate's copy: the role stands where a known name stood.

Only names the program knows can be found. A relative or a neighbour written into a step stays,
and so do partner agencies, who are part of what was agreed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.foundation.folding import fold

_WORD = re.compile(r"\w+")
# As many names as the largest prison has, in both orders.
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Hidden:
    """A name to keep off a paper, and what stands in its place."""

    name: str
    stand_in: str


class NameKeeper:
    """Replaces whole names, in both orders: ``Kari Lunde`` and ``Lunde, Kari``.

    A text is searched only for names of which it holds the first word: there may be hundreds.
    """

    def __init__(self, hidden: Iterable[Hidden]) -> None:
        self._by_word: dict[str, list[tuple[str, str]]] = {}
        for entry in hidden:
            for form, word in _forms(entry.name):
                self._by_word.setdefault(word, []).append((form, entry.stand_in))

    def __call__(self, text: str) -> str:
        """Return the text without the names."""
        if not text or not self._by_word:
            return text
        words = {"", *_WORD.findall(fold(text))}
        forms = [form for word in words for form in self._by_word.get(word, ())]
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
def _forms(name: str) -> tuple[tuple[str, str], ...]:
    """Return the ways in which a full name is written, each with its first word as folded.

    A single word is too common to search for.
    """
    name = " ".join(name.split())
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma and given:
        return (_found_by(name), _found_by(f"{given} {family}"))
    *given_names, family = name.split(" ")
    if not given_names:
        return ()
    return (_found_by(name), _found_by(f"{family}, {' '.join(given_names)}"))


def _found_by(form: str) -> tuple[str, str]:
    words = _WORD.findall(fold(form))
    return form, words[0] if words else ""
