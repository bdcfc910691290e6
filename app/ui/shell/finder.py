"""Finds people, pages and actions by a few typed letters. Plain Python, no windows."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from heapq import nsmallest
from uuid import UUID

from app.foundation.folding import fold

_MOST = 12
# Below what is found letter by letter in a row.
_SCATTERED = 10
_LEAST_SCATTERED = 3
_BETWEEN = "[^ ]{0,3}?"


class Kind(IntEnum):
    """What a thing is; also the order in which equally good hits are shown."""

    PERSON = 0
    PAGE = 1
    DEED = 2
    """An action on one person."""
    ACTION = 3


@dataclass(frozen=True, slots=True)
class Findable:
    """Something to go to or to do. ``key`` is its shortcut, so that the palette teaches it.

    ``about`` is the person it is.
    """

    kind: Kind
    text: str
    detail: str
    key: str
    act: Callable[[], None]
    sought: str = ""
    about: UUID | None = None
    _folded: str = field(init=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "_folded", fold(self.sought or self.text))

    def rank(self, words: list[str]) -> int | None:
        """Return how well the folded words fit, low is good; None when one of them does not."""
        worst = 0
        for word in words:
            place = self._folded.find(word)
            if place < 0:
                return None
            begins_a_word = place == 0 or not self._folded[place - 1].isalnum()
            worst += (0 if place == 0 else 1) if begins_a_word else 2
        return worst

    def scattered_rank(self, patterns: Sequence[re.Pattern[str]]) -> int | None:
        """Return how well letters of words fit with others between them, as `hsn` does."""
        worst = _SCATTERED
        for pattern in patterns:
            found = pattern.search(self._folded)
            if found is None:
                return None
            worst += found.end() - found.start()
        return worst


def find(things: Iterable[Findable], typed: str) -> list[Findable]:
    """Return the best hits, best first; people first, and nobody until something is typed.

    What has the words as they were typed comes first; what has their letters in order, after it.
    """
    words = fold(typed).split()
    if not words:
        return [thing for thing in things if thing.kind is not Kind.PERSON][:_MOST]
    everything = tuple(things)
    hits = _best(everything, lambda thing: thing.rank(words))
    if len(hits) < _MOST and max(map(len, words)) >= _LEAST_SCATTERED:
        found = set(map(id, hits))
        others = [thing for thing in everything if id(thing) not in found]
        patterns = [_scattered(word) for word in words]
        hits += _best(others, lambda thing: thing.scattered_rank(patterns))
    return hits[:_MOST]


def _best(things: Iterable[Findable], rank: Callable[[Findable], int | None]) -> list[Findable]:
    hits = (
        (found, thing.kind, thing.text, place, thing)
        for place, thing in enumerate(things)
        if (found := rank(thing)) is not None
    )
    return [hit[-1] for hit in nsmallest(_MOST, hits)]


def _scattered(word: str) -> re.Pattern[str]:
    """Return what finds the letters of a word from the beginning of another, not too far apart."""
    if len(word) < _LEAST_SCATTERED:
        return re.compile(re.escape(word))
    return re.compile(r"\b" + _BETWEEN.join(map(re.escape, word)))
