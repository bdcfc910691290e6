"""Finds people, pages and actions by a few typed letters. Plain Python, no windows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from app.foundation.folding import fold

_MOST = 12


class Kind(IntEnum):
    """What a thing is; also the order in which equally good hits are shown."""

    PERSON = 0
    PAGE = 1
    ACTION = 2


@dataclass(frozen=True, slots=True)
class Findable:
    """Something to go to or to do. ``key`` is its shortcut, so that the palette teaches it."""

    kind: Kind
    text: str
    detail: str
    key: str
    act: Callable[[], None]
    sought: str = ""
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


def find(things: Iterable[Findable], typed: str) -> list[Findable]:
    """Return the best hits, best first; people first, and nobody until something is typed."""
    words = fold(typed).split()
    if not words:
        return [thing for thing in things if thing.kind is not Kind.PERSON][:_MOST]
    ranked = [(thing.rank(words), thing) for thing in things]
    hits = [(rank, thing.kind, thing.text, thing) for rank, thing in ranked if rank is not None]
    hits.sort(key=lambda hit: hit[:3])
    return [thing for *_order, thing in hits[:_MOST]]
