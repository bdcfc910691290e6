"""Thresholds an administrator may change: data with a source and a date, never constants.

The values here are what a new database is filled with.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Threshold:
    """One number the overview is coloured by, where it comes from and since when."""

    key: str
    value: int
    source: str
    since: date


# How long nobody touches anything before the screen is locked, in seconds. A prison that has chosen
# no time of its own has no row for it.
LOCK_SECONDS = "lock.idle_seconds"
SHORTEST_LOCK, USUAL_LOCK, LONGEST_LOCK = 30, 120, 300

FIRST_THRESHOLDS = (
    Threshold("conversation.not_talked_to_days", 7, "Produktets forslag", date(2026, 11, 23)),
    Threshold("conversation.warning_days", 8, "Produktets forslag", date(2026, 11, 23)),
    Threshold("conversation.alarm_days", 15, "Produktets forslag", date(2026, 11, 23)),
    Threshold("arrival.new_hours", 72, "Produktets forslag", date(2026, 11, 23)),
    Threshold(
        "review.days_without_date",
        90,
        "Produktets forslag, jf. KSF 1/02 om oppfølging og evaluering",
        date(2026, 11, 23),
    ),
)


@dataclass(frozen=True, slots=True)
class OverviewThresholds:
    """The numbers the overview and the lock need, read from the database."""

    not_talked_to_days: int = 7
    warning_days: int = 8
    alarm_days: int = 15
    new_hours: int = 72
    lock_seconds: int = USUAL_LOCK
