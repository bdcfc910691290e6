"""Which shift it is by the clock. When shifts change is data: prisons differ."""

from dataclasses import dataclass
from datetime import datetime, time

from app.foundation.translation import mark

DAY = mark("dagvakt")
EVENING = mark("kveldsvakt")
NIGHT = mark("nattvakt")
_NAMES = (DAY, EVENING, NIGHT)


@dataclass(frozen=True, slots=True)
class Shift:
    """One shift: its word, and when it begins and ends, Oslo time."""

    name: str
    begins: time
    ends: time


@dataclass(frozen=True, slots=True)
class Shifts:
    """When day, evening and night shift begin."""

    begins: tuple[time, time, time]

    def at(self, moment: datetime) -> Shift:
        """Return the shift at a moment, Oslo time."""
        clock = moment.time()
        day, evening, night = self.begins
        place = 2
        if day <= clock < evening:
            place = 0
        elif evening <= clock < night:
            place = 1
        return Shift(_NAMES[place], self.begins[place], self.begins[(place + 1) % 3])


def read_shifts(text: str) -> Shifts:
    """Return the shifts written as ``07:00 14:45 21:30``.

    Raises:
        ValueError: these are not three times in their order.
    """
    begins = [time.fromisoformat(part) for part in text.split()]
    if len(begins) != len(_NAMES) or sorted(set(begins)) != begins:
        raise ValueError(f"Invalid shifts: {text}")
    day, evening, night = begins
    return Shifts((day, evening, night))


USUAL_SHIFTS = Shifts((time(7), time(14, 45), time(21, 30)))
