"""Which column holds what: guessed from the headings, or stated by the officer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.exchange.csv_file import Table
from app.exchange.field import Field
from app.exchange.fields import FIELDS, KEY_GROUP, NEEDED
from app.exchange.findings import Findings, shown
from app.exchange.kinds import ImportKind
from app.exchange.squash import squash
from app.foundation.translation import _

_SAMPLE_ROWS = 50
_HEADINGS_NAMED = 8
# A heading with such a word counts or describes what the rest of it names.
_ABOUT_SOMETHING = ("kapasitet", "capacity", "type", "antall", "count", "description")
_DATA = re.compile(r"-?\d+([.,:/-]\d+)*|.*\d{3}.*|\d.*[:.]\d.*", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """One field and the heading it is read from, None if the file has no such column.

    ``field`` is the name an explicit mapping uses; ``field_word`` is what officers see. A guess is
    sure when the heading is a known one or was stated.
    """

    field: str
    field_word: str
    heading: str | None
    required: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table. ``positions`` has the fields that were found."""

    table: Table
    positions: Mapping[str, int]
    guesses: tuple[ColumnGuess, ...]

    def heading(self, field: str) -> str | None:
        """Return the heading as the file writes it, None if there is no such column."""
        position = self.positions.get(field)
        return None if position is None else self.table.headings[position]

    @property
    def ignored(self) -> tuple[str, ...]:
        """Return the headings that nothing is read from."""
        used = set(self.positions.values())
        return tuple(
            heading
            for position, heading in enumerate(self.table.headings)
            if heading and position not in used
        )


def guess_columns(
    table: Table, kind: ImportKind, stated: Mapping[str, str] | None, findings: Findings
) -> Columns:
    """Return the columns; what is missing of them is in ``findings``.

    ``stated`` maps field names to headings and wins over the guess; an empty heading says that the
    field is not to be read.
    """
    guesser = _Guesser(table, FIELDS[kind])
    for field, heading in (stated or {}).items():
        guesser.state(field, heading, findings)
    guesser.guess()
    guesser.check_twice(findings)
    columns = Columns(table, guesser.positions, _guesses(guesser, kind))
    _tell_missing(columns, kind, findings)
    return columns


def has_key(columns: Columns, kind: ImportKind) -> bool:
    """Tell whether there is a column that tells one row from another."""
    return any(name in columns.positions for name in NEEDED[kind][KEY_GROUP])


class _Guesser:
    """Gives each field at most one column, and each column to at most one guessed field."""

    def __init__(self, table: Table, fields: tuple[Field, ...]) -> None:
        self.table = table
        self.fields = fields
        self.positions: dict[str, int] = {}
        self.unsure: set[str] = set()
        self._stated: set[str] = set()
        self._squashed = [squash(heading) for heading in table.headings]

    def state(self, name: str, heading: str, findings: Findings) -> None:
        """Take the officer's word for a field."""
        field = next((f for f in self.fields if squash(f.name) == squash(name)), None)
        if field is None:
            message = _("Kolonnevalget nevner {field}, som ikke finnes i slike filer.")
            findings.reject(None, None, message.format(field=shown(name)))
            return
        self._stated.add(field.name)
        position = self._find(heading.strip())
        if position is not None:
            self.positions[field.name] = position
        elif heading.strip():
            message = _("Filen har ingen kolonne {heading}. Velg en av kolonnene i filen.")
            findings.reject(self.table.heading_row, heading, message.format(heading=shown(heading)))

    def _find(self, heading: str) -> int | None:
        if heading in self.table.headings:
            return self.table.headings.index(heading)
        plain = squash(heading)
        return self._squashed.index(plain) if plain and plain in self._squashed else None

    def guess(self) -> None:
        """Fill in the fields that were not stated: known headings first, then likely ones."""
        for field in self.fields:
            self._take(field, self._known(field))
        for field in self.fields:
            position = self._likely(field)
            if self._take(field, position):
                self.unsure.add(field.name)

    def _take(self, field: Field, position: int | None) -> bool:
        if position is None or field.name in self.positions or field.name in self._stated:
            return False
        self.positions[field.name] = position
        return True

    def _free(self) -> list[int]:
        taken = set(self.positions.values())
        return [place for place in range(len(self._squashed)) if place not in taken]

    def _known(self, field: Field) -> int | None:
        free = self._free()
        for heading in field.headings:
            for position in free:
                if self._squashed[position] == squash(heading):
                    return position
        shared = {squash(heading) for heading in field.shared}
        return next(
            (
                position
                for position in free
                if self._squashed[position] in shared and self._fits(field, position)
            ),
            None,
        )

    def _fits(self, field: Field, position: int) -> bool:
        values = [record.values[position] for record in self.table.records[:_SAMPLE_ROWS]]
        filled = [value for value in values if value]
        return field.fits is not None and bool(filled) and all(map(field.fits, filled))

    def _likely(self, field: Field) -> int | None:
        words = [squash(word) for word in field.loose]
        for position in self._free():
            heading = self._squashed[position]
            if any(word in heading for word in _ABOUT_SOMETHING):
                continue
            if any(word in heading for word in words):
                return position
        return None

    def check_twice(self, findings: Findings) -> None:
        """Reject a heading that is read from and stands twice."""
        for position in sorted(set(self.positions.values())):
            heading = self.table.headings[position]
            if self.table.headings.count(heading) > 1:
                message = _("Overskriften {heading} står flere ganger. Gi kolonnene ulike navn.")
                findings.reject(
                    self.table.heading_row, heading, message.format(heading=shown(heading))
                )


def _guesses(guesser: _Guesser, kind: ImportKind) -> tuple[ColumnGuess, ...]:
    headings = guesser.table.headings
    return tuple(
        ColumnGuess(
            field=field.name,
            field_word=_(field.word),
            heading=headings[position] if position is not None else None,
            required=_is_required(field.name, guesser.positions, kind),
            sure=position is not None and field.name not in guesser.unsure,
        )
        for field in guesser.fields
        for position in (guesser.positions.get(field.name),)
    )


def _is_required(field: str, found: Mapping[str, int], kind: ImportKind) -> bool:
    """Tell whether a field is needed: the only one of its group, or the one that stands in."""
    for group in NEEDED[kind]:
        if field in group:
            return next((name for name in group if name in found), group[0]) == field
    return False


def _tell_missing(columns: Columns, kind: ImportKind, findings: Findings) -> None:
    """Note each needed column that is missing."""
    lacking = [
        group for group in NEEDED[kind] if not any(name in columns.positions for name in group)
    ]
    row = columns.table.heading_row
    is_data = _looks_like_data(columns)
    if lacking and is_data:
        message = _(
            "Rad {row} er ikke overskrifter, men data. Sett inn en rad med overskrifter over."
        )
        findings.reject(row, None, message.format(row=row))
    there = "" if is_data else _there(columns.table)
    for group in lacking:
        message = _("Kolonnen {what} mangler.").format(what=_needed_words(group, kind))
        findings.reject(row, None, f"{message} {there}".strip())


def _there(table: Table) -> str:
    named = [shown(heading) for heading in table.headings if heading]
    listed = ", ".join(named[:_HEADINGS_NAMED])
    if len(named) > _HEADINGS_NAMED:
        return _("Filen har blant annet kolonnene {there}.").format(there=listed)
    return _("Filen har kolonnene {there}.").format(there=listed)


def _looks_like_data(columns: Columns) -> bool:
    headings = [heading for heading in columns.table.headings if heading]
    return not columns.positions and any(_DATA.fullmatch(heading) for heading in headings)


def _needed_words(group: tuple[str, ...], kind: ImportKind) -> str:
    words = {field.name: _(field.word) for field in FIELDS[kind]}
    named = [_("{word} ({name})").format(word=shown(words[name]), name=name) for name in group]
    return _(" eller ").join(named)


def guess_kind(table: Table) -> ImportKind | None:
    """Return what a file holds by its headings, None if it lacks what every kind needs."""
    found = {kind: _matches(table, kind) for kind in ImportKind}
    best = max(found, key=lambda kind: found[kind])
    return best if found[best] else None


def _matches(table: Table, kind: ImportKind) -> int:
    guesser = _Guesser(table, FIELDS[kind])
    guesser.guess()
    positions = guesser.positions
    complete = all(any(name in positions for name in group) for group in NEEDED[kind])
    return len(positions) - len(guesser.unsure) if complete else 0
