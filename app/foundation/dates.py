"""Dates and times as Norwegian readers write them. Needs no Babel, so the first window is quick."""

import re
from datetime import date, datetime, timedelta

from app.foundation.clock import OSLO, comes_twice, oslo_date
from app.foundation.translation import _, plural

_NUMERIC = re.compile(r"^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?\.?$")
_RUN_TOGETHER = re.compile(r"^(\d{2})(\d{2})(\d{4}|\d{2})$")
_CENTURY_LOOKS_AHEAD = 20
# The clock is set back from three to two.
_HOUR_TWICE = 2


def date_text(day: date) -> str:
    """Return ``23.11.2026``."""
    return f"{day.day:02d}.{day.month:02d}.{day.year:04d}"


def short_date_text(day: date) -> str:
    """Return ``23.11.``, for narrow places in which the year is plain."""
    return f"{day.day:02d}.{day.month:02d}."


def time_text(moment: datetime) -> str:
    """Return the Oslo time as ``09:41``; in the hour that comes twice, which of the two it is."""
    local = moment.astimezone(OSLO)
    text = f"{local.hour:02d}:{local.minute:02d}"
    if local.hour == _HOUR_TWICE and comes_twice(local):
        return _("{0} vintertid").format(text) if local.fold else _("{0} sommertid").format(text)
    return text


def moment_text(moment: datetime) -> str:
    """Return ``23.11.2026 09:41`` in Oslo time."""
    return f"{date_text(oslo_date(moment))} {time_text(moment)}"


def weekday_text(day: date) -> str:
    """Return the weekday's name in the chosen language, lower case."""
    names = (
        _("mandag"),
        _("tirsdag"),
        _("onsdag"),
        _("torsdag"),
        _("fredag"),
        _("lørdag"),
        _("søndag"),
    )
    return names[day.weekday()]


def days_text(days: int) -> str:
    """Return ``1 dag`` or ``9 dager``."""
    return plural("{n} dag", "{n} dager", days)


def read_date(text: str, today: date) -> date:
    """Read a typed date: ``23.11.2026``, ``231126``, ``23/11``, ``i dag``, ``i går``, ``-30``.

    Two-digit years up to 20 years ahead are read as this century.

    Raises:
        ValueError: the text is no date.
    """
    typed = text.strip().lower()
    relative = {_("i dag"): 0, _("i går"): -1, _("i morgen"): 1}
    if typed in relative:
        return today + timedelta(days=relative[typed])
    if re.fullmatch(r"[+-]\d{1,3}", typed):
        return today + timedelta(days=int(typed))
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", typed):
        return date.fromisoformat(typed)
    match = _NUMERIC.match(typed) or _RUN_TOGETHER.match(typed)
    if match is None:
        raise ValueError(text)
    day, month, year = match.groups()
    return date(_full_year(year, today), int(month), int(day))


def _full_year(year: str | None, today: date) -> int:
    if year is None:
        return today.year
    if len(year) == 4:  # noqa: PLR2004 - a year is written with two digits or four
        return int(year)
    century = today.year // 100 * 100
    full = century + int(year)
    return full if full <= today.year + _CENTURY_LOOKS_AHEAD else full - 100
