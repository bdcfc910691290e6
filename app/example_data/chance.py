"""Chance that repeats itself: the same seed and day give the same draws and the same ids."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TypeVar
from uuid import UUID

from app.foundation.clock import OSLO
from app.foundation.identity import uuid_seven

Item = TypeVar("Item")
_TICKS = 4096
_RANDOM_BITS = 62
_SATURDAY, _WEEK = 5, 7


class Chance:
    """Draws and ids of one part of the prison. Parts do not disturb each other's draws."""

    def __init__(self, seed: int, today: date, part: str) -> None:
        # A text as seed is hashed with SHA-512, the same in every process.
        self._random = Random(f"{seed}|{today.isoformat()}|{part}")  # noqa: S311 - no secrets
        self._sequence = 0
        self.today = today

    def pick(self, items: Sequence[Item]) -> Item:
        """Return one of the items."""
        return items[self._random.randrange(len(items))]

    def some(self, items: Sequence[Item], number: int) -> list[Item]:
        """Return so many different items, or all there are, in a new order."""
        return self._random.sample(items, min(number, len(items)))

    def number(self, low: int, high: int) -> int:
        """Return a whole number, both ends included; the low end when there is no room."""
        return self._random.randint(low, max(low, high))

    def share(self) -> float:
        """Return a number from 0 up to 1."""
        return self._random.random()

    def yes(self, per_cent: float) -> bool:
        """Return True so many times of a hundred."""
        return self._random.random() * 100 < per_cent

    def weighted(self, items: Sequence[tuple[Item, int]]) -> Item:
        """Return one of the items, as often as its weight says."""
        at = self._random.randrange(sum(weight for _item, weight in items))
        for item, weight in items:
            if at < weight:
                return item
            at -= weight
        raise AssertionError  # the weights add up

    def new_id(self, moment: datetime) -> UUID:
        """Return a version-7 id of that moment."""
        self._sequence += 1
        tick = int(moment.timestamp() * 1000) * _TICKS + self._sequence % _TICKS
        return uuid_seven(tick, self._random.getrandbits(_RANDOM_BITS))

    def moment(self, days_ago: int, first_hour: int = 8, last_hour: int = 19) -> datetime:
        """Return a moment on that day in Oslo, on a full five minutes, as UTC."""
        hour = self.number(first_hour, last_hour)
        return oslo_moment(self.day(days_ago), time(hour, 5 * self.number(0, 11)))

    def day(self, days_ago: int) -> date:
        """Return the day so many days before today."""
        return self.today - timedelta(days=days_ago)


def oslo_moment(day: date, at: time) -> datetime:
    """Return a time of day in Oslo as UTC."""
    return datetime.combine(day, at, OSLO).astimezone(UTC)


def workday(day: date) -> date:
    """Return the day, or the Monday after it: nobody sets a date on a weekend."""
    is_weekend = day.weekday() >= _SATURDAY
    return day + timedelta(days=_WEEK - day.weekday() if is_weekend else 0)
