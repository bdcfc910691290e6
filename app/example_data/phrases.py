"""Days and deadlines in words, as officers write them."""

from datetime import date, datetime, timedelta

from app.example_data.chance import Chance, workday
from app.foundation.clock import OSLO

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_THURSDAY = 3
_LONGEST_DUE = 11


def short_day(day: date) -> str:
    """Return ``3.11.``."""
    return f"{day.day}.{day.month}."


def clock(moment: datetime) -> str:
    """Return the time in Oslo as ``14.30``."""
    local = moment.astimezone(OSLO)
    return f"{local.hour:02d}.{local.minute:02d}"


def weekday(day: date) -> str:
    """Return the day's name."""
    return WEEKDAYS[day.weekday()]


def lately(day: date, chance: Chance) -> str:
    """Return when something happened that is told on that day."""
    ago = chance.number(1, 6)
    if ago == 1:
        return "i går"
    if day.weekday() <= 2 and ago > day.weekday():  # noqa: PLR2004 - until Wednesday
        return "i helga"
    return weekday(day - timedelta(days=ago))


def deadline(day: date, chance: Chance) -> str:
    """Return by when something agreed on that day is to be done."""
    due = workday(day + timedelta(days=chance.number(1, _LONGEST_DUE)))
    ahead = (due - day).days
    ways = [f"innen {weekday(due)}" if ahead < 7 else f"innen {short_day(due)}"]  # noqa: PLR2004
    ways.append(f"{weekday(due)} {short_day(due)}")
    if ahead == 1:
        ways.append("i morgen")
    elif day.weekday() <= _THURSDAY:
        ways.append("før helga")
    return chance.pick(ways)


def arrival(days: int, day: date) -> str:
    """Return when somebody came who has been here for so many days."""
    if days == 0:
        return "i dag"
    return "i går" if days == 1 else weekday(day - timedelta(days=days))


def listed(words: list[str]) -> str:
    """Return ``bolig, økonomi og helse``."""
    if len(words) < 2:  # noqa: PLR2004 - one word needs no "og"
        return "".join(words)
    return f"{', '.join(words[:-1])} og {words[-1]}"
