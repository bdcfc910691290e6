"""When a conversation was, and when it was written down."""

from dataclasses import replace
from datetime import datetime, time

from app.exchange.rows import Row
from app.exchange.times import (
    Stated,
    has_digits,
    in_utc,
    is_left_out,
    oslo_day,
    read_clock,
    read_date_or_time,
)
from app.foundation.translation import _

# Oracle and spreadsheets write such a year when they mean a time of day alone.
_NO_REAL_YEAR = 1970


def occurred(row: Row) -> datetime | None:
    """Return when it was, in UTC; None, and an error, if the row does not say so.

    The date column gives the day. The time column gives the time of day, and the day too where
    the date column is empty or missing.
    """
    day = row.reading("CONTACT_DATE", read_date_or_time)
    clock = row.reading("CONTACT_TIME", read_clock)
    if (row.says("CONTACT_DATE") and day is None) or (row.says("CONTACT_TIME") and clock is None):
        # What cannot be read has been noted.
        return None
    stated = _joined(row, day, clock)
    if stated is None:
        field = "CONTACT_DATE" if row.has("CONTACT_DATE") else "CONTACT_TIME"
        row.reject(field, _("Datoen mangler. Skriv den som 2020-02-28 eller 28.02.2020."))
        return None
    if is_left_out(stated):
        field = "CONTACT_TIME" if row.has("CONTACT_TIME") else "CONTACT_DATE"
        message = _("Klokken ble stilt fram forbi dette den natten. En time senere er brukt.")
        row.warn(field, message)
    return in_utc(stated)


def _joined(row: Row, day: Stated | None, clock: Stated | time | None) -> Stated | None:
    if day is None:
        return clock if isinstance(clock, Stated) else None
    if isinstance(clock, Stated):
        return _both(row, day, clock)
    return day if clock is None else replace(day, clock=clock)


def _both(row: Row, day: Stated, clock: Stated) -> Stated:
    """Take the day from the date column and the time of day from the time column."""
    is_same_day = oslo_day(clock) == oslo_day(day)
    if not is_same_day and clock.day.year > _NO_REAL_YEAR:
        message = _("Datoen her er en annen enn i datokolonnen. Datoen i datokolonnen er brukt.")
        row.warn("CONTACT_TIME", message)
    if is_same_day and clock.clock is not None:
        return clock
    return Stated(day.day, clock.clock or day.clock, clock.zone or day.zone)


def written(row: Row) -> datetime | None:
    """Return when it was written, in UTC; None if the row does not say so.

    Some exports have a word such as ``SYSDATE`` where the time was to be; then the time of the
    last change is the next best, and a warning says so.
    """
    for field in ("CREATE_DATETIME", "AUDIT_TIMESTAMP"):
        text = row.text(field)
        if text and has_digits(text):
            return row.moment(field)
        if text:
            message = _("{value} er ikke et tidspunkt. Et annet tidspunkt i raden er brukt.")
            row.warn(field, message, value=text)
    return None
