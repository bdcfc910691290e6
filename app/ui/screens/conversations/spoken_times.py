"""Times, lengths and days as they stand on chips, and as they are typed."""

import re
from datetime import UTC, date, datetime, time, timedelta

from app.foundation.clock import OSLO, is_left_out, oslo_date
from app.foundation.dates import date_text, short_date_text, time_text, weekday_text
from app.foundation.translation import _

_TIME = re.compile(r"^(\d{1,2})(?:[:. ]?(\d{2}))?$")
_HARD_SPACE = "\u00a0"


def when_text(moment: datetime, now: datetime) -> str:
    """Return ``I dag 09:30``, ``I går 14:10`` or ``20.11. 09:30``."""
    day, today = oslo_date(moment), oslo_date(now)
    return f"{_day_text(day, today)} {time_text(moment)}"


def _day_text(day: date, today: date) -> str:
    if day == today:
        return _("I dag")
    if day == today - timedelta(days=1):
        return _("I går")
    return short_date_text(day) if day.year == today.year else date_text(day)


def clock_text(moment: datetime) -> str:
    """Return the Oslo time to the second, ``09:41:07``."""
    return f"{time_text(moment)}:{moment.second:02d}"


def minutes_text(minutes: int | None) -> str:
    """Return ``20 min``; that no length is stated where none is."""
    return _("Uten varighet") if minutes is None else _("{n} min").format(n=minutes)


def coming_day_text(day: date) -> str:
    """Return ``man. 30.11.``."""
    return f"{weekday_text(day)[:3]}. {short_date_text(day)}"


def number_text(number: int) -> str:
    """Return a number with a hard space between thousands."""
    return f"{number:,}".replace(",", _HARD_SPACE)


def read_time(text: str) -> time:
    """Read a typed time of day: ``09:30``, ``9.30``, ``0930``, ``9``.

    In the hour that comes twice, ``02:30 vintertid`` is the second; the answer's fold tells it.

    Raises:
        ValueError: the text is no time of day.
    """
    words = text.strip().lower()
    second = words.endswith(_("{0} vintertid").format("").strip())
    for word in (_("{0} sommertid"), _("{0} vintertid")):
        words = words.removesuffix(word.format("").strip()).strip()
    found = _TIME.match(words)
    if found is None:
        raise ValueError(text)
    return time(int(found[1]), int(found[2] or 0), fold=int(second))


def oslo_moment(day: date, clock: time) -> datetime:
    """Return the UTC moment of a day and a time in Oslo; the first of the two at the turn back.

    Raises:
        ValueError: the clock is set forward past that time.
    """
    local = datetime.combine(day, clock, OSLO)
    if is_left_out(local):
        raise ValueError(clock)
    return local.astimezone(UTC)
