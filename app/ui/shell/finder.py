"""Finds people, pages and actions by a few typed letters. Plain Python, no windows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from uuid import UUID

from app.foundation.folding import fold

_MOST = 12
# Below what is found letter by letter in a row.
_SCATTERED = 10
_LEAST_SCATTERED = 3


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

    def scattered_rank(self, words: list[str]) -> int | None:
        """Return how well the letters of the words fit with others between them, as `hsn` does."""
        worst = _SCATTERED
        for word in words:
            gaps = _gaps(self._folded, word)
            if gaps is None:
                return None
            worst += gaps
        return worst


def find(things: Iterable[Findable], typed: str) -> list[Findable]:
    """Return the best hits, best first; people first, and nobody until something is typed.

    What has the words as they were typed comes first; what has their letters in order, after it.
    """
    words = fold(typed).split()
    if not words:
        return [thing for thing in things if thing.kind is not Kind.PERSON][:_MOST]
    everything = tuple(things)
    hits = _ranked(everything, Findable.rank, words)
    if len(hits) < _MOST and max(map(len, words)) >= _LEAST_SCATTERED:
        found = set(map(id, hits))
        others = [thing for thing in everything if id(thing) not in found]
        hits += _ranked(others, Findable.scattered_rank, words)
    return hits[:_MOST]


def _ranked(
    things: Sequence[Findable],
    rank: Callable[[Findable, list[str]], int | None],
    words: list[str],
) -> list[Findable]:
    ranked = [(rank(thing, words), thing) for thing in things]
    hits = [(found, thing.kind, thing.text, thing) for found, thing in ranked if found is not None]
    hits.sort(key=lambda hit: hit[:3])
    return [thing for *_order, thing in hits]


def _gaps(text: str, word: str) -> int | None:
    """Return how many letters stand between those of a word; the first begins a word of the text.

    None when they are not all there, or lie so far apart that nobody meant it.
    """
    if len(word) < _LEAST_SCATTERED:
        return 0 if word in text else None
    best: int | None = None
    start = text.find(word[0])
    while start >= 0:
        if start == 0 or not text[start - 1].isalnum():
            end = _end_of(text, word, start)
            gaps = None if end is None else end - start - len(word)
            if gaps is not None and gaps <= 2 * len(word) and (best is None or gaps < best):
                best = gaps
        start = text.find(word[0], start + 1)
    return best


def _end_of(text: str, word: str, start: int) -> int | None:
    place = start - 1
    for letter in word:
        place = text.find(letter, place + 1)
        if place < 0:
            return None
    return place + 1
