"""Hides the names of inmates on the screen, when one of them can see it (Ctrl+Shift+H).

Everything that draws words asks it to cover them. While it is off that costs one look at a flag.
"""

import re
from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QObject, Signal

_WORD = re.compile(r"[^\W\d_]+")
_LEAST_LETTERS = 2


class Veil(QObject):
    """Knows the names that have been read, in memory alone, and turns them into initials.

    A word of a name is covered wherever it stands with a capital letter, in what people wrote as
    well: rather a word too many than a name too few.

    Signals:
        changed: names are hidden now, or shown again.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._on = False
        self._sources: dict[str, Iterable[str]] = {}
        self._whole: dict[str, str] = {}
        self._initials: dict[str, str] = {}

    @property
    def is_on(self) -> bool:
        """Tell whether names are hidden."""
        return self._on

    def turn(self, *, on: bool) -> None:
        """Hide names, or show them again."""
        if on != self._on:
            self._on = on
            self._take_in()
            self.changed.emit()

    def learn(self, source: str, names: Iterable[str]) -> None:
        """Take in names that have been read, ``Hassan, Omar``, in place of the source's others.

        They are looked at when they are needed first: four thousand of them take a while.
        """
        self._sources[source] = names
        if self._on:
            self._take_in()

    def forget(self) -> None:
        """Show names again and forget them all: another officer comes."""
        self.turn(on=False)
        self._sources, self._whole, self._initials = {}, {}, {}

    def cover(self, text: str) -> str:
        """Return a text as it may be shown now."""
        if not self._on or not text:
            return text
        whole = self._whole.get(text)
        return whole if whole is not None else _WORD.sub(self._initial, text)

    def hides_in(self, text: str) -> bool:
        """Tell whether a text has something to hide."""
        return self._on and self.cover(text) != text

    def _initial(self, found: re.Match[str]) -> str:
        word = found[0]
        return self._initials.get(word, word)

    def _take_in(self) -> None:
        sources, self._sources = self._sources, {}
        for names in sources.values():
            for name in names:
                self._take_in_one(name)

    def _take_in_one(self, name: str) -> None:
        family, _comma, given = name.partition(",")
        words = [*_WORD.findall(given), *_WORD.findall(family)]
        self._whole[name] = " ".join(f"{word[0]}." for word in words)
        for word in words:
            if len(word) >= _LEAST_LETTERS and word[0].isupper():
                self._initials[word] = self._initials[word.upper()] = f"{word[0]}."


@cache
def veil() -> Veil:
    """Return the one veil of the program."""
    return Veil()
