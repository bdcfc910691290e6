"""Keep the names of others off the inmate's copy: the role stands where a known name stood.

Only names the program knows can be found. A relative or a neighbour written into a step stays,
and so do partner agencies, who are part of what was agreed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hidden:
    """A name to keep off a paper, and what stands in its place."""

    name: str
    stand_in: str


class NameKeeper:
    """Replaces whole names, in both orders: ``Kari Lunde`` and ``Lunde, Kari``."""

    def __init__(self, hidden: Iterable[Hidden]) -> None:
        forms = [(form, entry.stand_in) for entry in hidden for form in _forms(entry.name)]
        forms.sort(key=lambda form: len(form[0]), reverse=True)
        self._stand_ins = [stand_in for _form, stand_in in forms]
        either = "|".join(f"({_spaced(form)})" for form, _stand_in in forms)
        self._pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE) if either else None

    def __call__(self, text: str) -> str:
        """Return the text without the names."""
        return self._pattern.sub(self._stand_in, text) if self._pattern else text

    def _stand_in(self, match: re.Match[str]) -> str:
        assert match.lastindex is not None
        return self._stand_ins[match.lastindex - 1]


def _spaced(form: str) -> str:
    return r"\s+".join(re.escape(part) for part in form.split())


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
