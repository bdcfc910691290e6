"""Chance that repeats itself: the same seed and day give the same draws and the same ids."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TypeVar
from uuid import UUID

from app.foundation.clock import OSLO
from app.foundation.identity import uuid_seven

Item = TypeVar("Item")
_TICKS = 4096
_RANDOM_BITS = 62


class Chance:
    """Draws and ids of one part of the prison. Parts do not disturb each other's draws."""

    def __init__(self, seed: int, today: date, part: str) -> None:
        self._random = Random(f"{seed}|{today.isoformat()}|{part}")  # noqa: S311 - no secrets
        self._sequence = 0
        self.today = today

    def pick(self, items: Sequence[Item]) -> Item:
        """Return one of the items."""
        return items[self._random.randrange(len(items))]

    def some(self, items: Sequence[Item], number: int) -> list[Item]:
        """Return different items, in a new order."""
        return self._random.sample(items, min(number, len(items)))

    def number(self, low: int, high: int) -> int:
        """Return a whole number, both ends included."""
        return self._random.randint(low, high)

    def yes(self, per_cent: int) -> bool:
        """Return True so many times of a hundred."""
        return self._random.randrange(100) < per_cent

    def weighted(self, items: Sequence[tuple[Item, int]]) -> Item:
        """Return one of the items, as often as its weight says."""
        return self._random.choices([item for item, _weight in items], [w for _i, w in items])[0]

    def new_id(self, moment: datetime) -> UUID:
        """Return a version-7 id of that moment."""
        self._sequence += 1
        tick = int(moment.timestamp() * 1000) * _TICKS + self._sequence % _TICKS
        return uuid_seven(tick, self._random.getrandbits(_RANDOM_BITS))

    def moment(self, days_ago: int, first_hour: int = 8, last_hour: int = 19) -> datetime:
        """Return a moment on that day in Oslo, on a full five minutes; today early."""
        day = self.today - timedelta(days=days_ago)
        hour = 6 if days_ago == 0 else self.number(first_hour, last_hour)
        at = time(hour, 5 * self.number(0, 11), tzinfo=OSLO)
        return datetime.combine(day, at)
