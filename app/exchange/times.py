"""Dates and times as files write them: ISO, or Norwegian with the day first."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from app.exchange.findings import shown
from app.foundation.clock import OSLO
from app.foundation.clock import is_left_out as never_comes
from app.foundation.translation import _

# Before the oldest person, and a year before the calendar ends: a zone may move a moment over it.
EARLIEST_YEAR = 1800
LATEST_YEAR = 9998
_DAY = r"(?:(?P<iso>\d{4}-\d{1,2}-\d{1,2})|(?P<nb>\d{1,2}[./]\d{1,2}[./]\d{4}))"
_CLOCK = r"(?:kl\.?\s*)?(?P<clock>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)(?:[.,]\d+)?"
_ZONE = r"(?:\s*(?P<zone>Z|[+-]\d{2}(?::?\d{2})?))?"
_MOMENT = re.compile(rf"{_DAY}(?:(?:T|,?\s+){_CLOCK}{_ZONE})?", re.ASCII | re.IGNORECASE)
_TIME = re.compile(_CLOCK, re.ASCII | re.IGNORECASE)
_SHORT_YEAR = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}(?!\d)", re.ASCII)
_ANY_DIGIT = re.compile(r"\d")


class BadDate(Exception):
    """A date or time that cannot be read; its text is a sentence for the officer."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as a file states it, with the time of day and the zone if the file gives them."""

    day: date
    clock: time | None = None
    zone: tzinfo | None = None


def read_date_or_time(text: str) -> Stated:
    """Read ``2017-03-25``, ``25.03.2017`` or ``25/03/2017``, with or without a time after it.

    Raises:
        BadDate: there is no such date or time.
    """
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise BadDate(_shape_text(text).format(value=shown(text)))
    clock = found["clock"]
    return Stated(
        _day_of(found, text), _clock_of(clock) if clock else None, _zone_of(found["zone"], text)
    )


def read_clock(text: str) -> Stated | time:
    """Read ``14:35`` as a time of day, or a whole moment as what it states.

    Raises:
        BadDate: there is no such time.
    """
    found = _TIME.fullmatch(text)
    if found is not None:
        return _clock_of(found["clock"])
    if _MOMENT.fullmatch(text):
        return read_date_or_time(text)
    raise BadDate(_no_clock(text))


def in_utc(stated: Stated) -> datetime:
    """Return the moment in UTC; without a zone it is Oslo time, without a time midnight."""
    moment = datetime.combine(stated.day, stated.clock or time(), stated.zone or OSLO)
    return moment.astimezone(UTC)


def is_left_out(stated: Stated) -> bool:
    """Tell whether the clock in Oslo is set forward past it; ``in_utc`` is an hour later then."""
    if stated.zone is not None or stated.clock is None:
        return False
    return never_comes(datetime.combine(stated.day, stated.clock, OSLO))


def oslo_day(stated: Stated) -> date:
    """Return the calendar day in Oslo."""
    return stated.day if stated.zone is None else in_utc(stated).astimezone(OSLO).date()


def has_digits(text: str) -> bool:
    """Tell whether a text can be meant as a date at all; ``SYSDATE`` cannot."""
    return _ANY_DIGIT.search(text) is not None


def _shape_text(text: str) -> str:
    if _SHORT_YEAR.match(text):
        return _("Datoen {value} har bare to sifre i året. Skriv den som 28.02.2020.")
    return _("{value} er ikke en dato. Skriv den som 2020-02-28 eller 28.02.2020.")


def _day_of(found: re.Match[str], text: str) -> date:
    if found["iso"]:
        year, month, day = (int(part) for part in found["iso"].split("-"))
    else:
        day, month, year = (int(part) for part in re.split(r"[./]", found["nb"]))
    try:
        read = date(year, month, day)
    except ValueError as error:
        raise BadDate(_no_such_date(text)) from error
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        message = _("Året i datoen {value} kan ikke stemme. Skriv den som 28.02.2020.")
        raise BadDate(message.format(value=shown(text)))
    return read


def _clock_of(text: str) -> time:
    try:
        hour, minute, second, *_rest = (*(int(part) for part in re.split(r"[:.]", text)), 0)
        return time(hour, minute, second)
    except ValueError as error:
        raise BadDate(_no_clock(text)) from error


def _zone_of(zone: str | None, text: str) -> tzinfo | None:
    if zone is None or zone in "Zz":
        return UTC if zone else None
    digits = zone[1:].replace(":", "").ljust(4, "0")
    apart = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    try:
        return timezone(-apart if zone.startswith("-") else apart)
    except ValueError as error:
        raise BadDate(_no_clock(text)) from error


def _no_such_date(text: str) -> str:
    message = _("Datoen {value} finnes ikke. Skriv den som 2020-02-28 eller 28.02.2020.")
    return message.format(value=shown(text))


def _no_clock(text: str) -> str:
    return _("Klokkeslettet {value} finnes ikke. Skriv det som 14:35.").format(value=shown(text))
