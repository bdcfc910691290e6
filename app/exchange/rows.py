"""One row of a file, asked field by field; what is wrong is noted with its row and column."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

from app.exchange.columns import Columns
from app.exchange.csv_file import Record
from app.exchange.findings import Findings, shown
from app.exchange.roll_words import yes_or_no
from app.exchange.times import BadDate, in_utc, oslo_day, read_date_or_time
from app.foundation.translation import _

_MOST_DIGITS = 4
# Signs that take no room and would make two names differ that look the same.
_UNSEEN = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")

Read = TypeVar("Read")


class Row:
    """A row and the findings it adds to."""

    __slots__ = ("_columns", "_findings", "_values", "number")

    def __init__(self, record: Record, columns: Columns, findings: Findings) -> None:
        self.number = record.row
        self._values = record.values
        self._columns = columns
        self._findings = findings

    def has(self, field: str) -> bool:
        """Tell whether the file has a column for the field."""
        return field in self._columns.positions

    def text(self, field: str) -> str:
        """Return the value as it stands, empty if there is no such column."""
        position = self._columns.positions.get(field)
        return "" if position is None else self._values[position]

    def says(self, field: str) -> bool:
        """Tell whether the value holds anything that can be seen."""
        return bool(one_line(self.text(field)))

    def line(self, field: str, limit: int) -> str:
        """Return the value on one line without control characters, cut to a length."""
        kept = one_line(self.text(field))
        if len(kept) <= limit:
            return kept
        message = _("{value} er for lang. Bare de første {limit} tegnene er tatt med.")
        self.warn(field, message, value=kept, limit=limit)
        return kept[:limit].strip()

    def key(self, field: str, limit: int) -> str | None:
        """Return a value that identifies the row; None, and an error, if it is empty or long."""
        kept = one_line(self.text(field))
        if not kept:
            self.reject(field, _("Feltet er tomt. Uten det vet vi ikke hva raden gjelder."))
            return None
        if len(kept) > limit:
            message = _("{value} er for lang. Her er det plass til {limit} tegn.")
            self.reject(field, message, value=kept, limit=limit)
            return None
        return kept

    def reading(self, field: str, how: Callable[[str], Read]) -> Read | None:
        """Return what a date or time says; an impossible one is an error, an empty one None."""
        text = one_line(self.text(field))
        try:
            return how(text) if text else None
        except BadDate as problem:
            self.reject(field, str(problem))
            return None

    def day(self, field: str) -> date | None:
        """Return a calendar day; an impossible one is an error, an empty one None."""
        return self.reading(field, _day)

    def moment(self, field: str) -> datetime | None:
        """Return a moment in UTC; an impossible one is an error, an empty one None."""
        return self.reading(field, _moment)

    def whole_number(self, field: str) -> int:
        """Return a number from 0 to 9999; anything else is 0 and a warning, empty is 0."""
        text = self.text(field)
        if not text:
            return 0
        plain = text.removesuffix(".0").removesuffix(",0")
        if plain.isascii() and plain.isdigit() and len(plain) <= _MOST_DIGITS:
            return int(plain)
        message = _("{value} er ikke et helt tall fra 0 til 9999. Det er satt til 0.")
        self.warn(field, message, value=text)
        return 0

    def yes(self, field: str, *, otherwise: bool) -> bool:
        """Return a yes or no; empty, and with a warning any other word, is ``otherwise``."""
        text = self.text(field)
        answer = yes_or_no(text)
        if answer is not None:
            return answer
        if text:
            message = (
                _("{value} er verken ja eller nei. Det er lest som ja.")
                if otherwise
                else _("{value} er verken ja eller nei. Det er lest som nei.")
            )
            self.warn(field, message, value=text)
        return otherwise

    def reject(self, field: str | None, message: str, **values: object) -> None:
        """Note an error in a field, or in the whole row; values fill in the message."""
        self._findings.reject(self.number, self._heading(field), _filled(message, values))

    def warn(self, field: str | None, message: str, **values: object) -> None:
        """Note a warning about a field, or the whole row; values fill in the message."""
        self._findings.warn(self.number, self._heading(field), _filled(message, values))

    def _heading(self, field: str | None) -> str | None:
        return None if field is None else self._columns.heading(field)


def one_line(text: str) -> str:
    """Return a text on one line, control characters and odd spaces gone."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    kept = "".join(
        letter if letter.isprintable() else " " for letter in text if letter not in _UNSEEN
    )
    return " ".join(kept.split())


def _day(text: str) -> date:
    return oslo_day(read_date_or_time(text))


def _moment(text: str) -> datetime:
    return in_utc(read_date_or_time(text))


def _filled(message: str, values: dict[str, object]) -> str:
    """Fill in a message, if there is anything to fill in; texts are quoted, numbers are not."""
    if not values:
        return message
    quoted = {
        name: shown(value) if isinstance(value, str) else value for name, value in values.items()
    }
    return message.format(**quoted)
