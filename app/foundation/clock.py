"""The one source of the present time, so that tests and demonstrations can set it.

``MULIGHET_NOW`` (an ISO time; without a zone it is read as Europe/Oslo) fixes the clock. Times are
kept in UTC and shown in Europe/Oslo everywhere.
"""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Return the present time in UTC, or the fixed time of ``MULIGHET_NOW``."""
    fixed = os.environ.get("MULIGHET_NOW")
    if fixed:
        return parse_time(fixed)
    return datetime.now(UTC)  # noqa: TID251 - the one place that may


def parse_time(text: str) -> datetime:
    """Read an ISO time as UTC; a time without a zone is Oslo time.

    Raises:
        ValueError: the text is no ISO time, or one that night leaves out.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=OSLO)
        if is_left_out(moment):
            raise ValueError(text)
    return moment.astimezone(UTC)


def comes_twice(local: datetime) -> bool:
    """Tell whether a time in Oslo comes twice: the night the clock is set back."""
    return local.replace(fold=0).utcoffset() > local.replace(fold=1).utcoffset()  # type: ignore[operator]


def is_left_out(local: datetime) -> bool:
    """Tell whether a time in Oslo never comes: the night the clock is set forward."""
    return local.replace(fold=0).utcoffset() < local.replace(fold=1).utcoffset()  # type: ignore[operator]


def oslo_date(moment: datetime) -> date:
    """Return the calendar day in Oslo on which the moment falls."""
    return moment.astimezone(OSLO).date()


def start_of_oslo_day(day: date) -> datetime:
    """Return the moment in UTC at which a calendar day begins in Oslo."""
    return datetime.combine(day, time(), OSLO).astimezone(UTC)
