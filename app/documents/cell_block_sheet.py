"""Freeze the unit list: who lives in which cell, when they were last talked with, what waits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.documents.content import Content, Part, TableRow
from app.documents.file_names import safe_file_name
from app.documents.framing import (
    FORM,
    Origin,
    column,
    example_bands,
    foot,
    in_large_print,
    paragraph,
    row,
    unit_text,
)
from app.documents.frozen import FrozenDocument, freeze
from app.domain.inmates import LegalStatus, Whereabouts
from app.domain.thresholds import OverviewThresholds
from app.domain.words import language_name, word
from app.foundation.clock import oslo_date
from app.foundation.dates import date_text, moment_text
from app.foundation.translation import Words

KIND = "unit_list"


@dataclass(frozen=True, slots=True)
class SheetPerson:
    """A person on the list. ``place`` is where one without a cell is placed, such as a landing."""

    name: str
    legal_status: LegalStatus
    contact_officer: str | None
    days_since_conversation: int | None
    open_steps: int
    overdue_steps: int
    next_review: date | None
    languages: tuple[str, ...]
    interpreter_needed: bool
    whereabouts: Whereabouts = Whereabouts.INSIDE
    place: str = ""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell with the people in it. ``note`` says why it is out of use, in the unit's words."""

    floor: str
    label: str
    places: int
    in_use: bool
    people: tuple[SheetPerson, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class UnitListSource:
    """What a unit list is frozen from: cells in the order of the floors, then who has none.

    ``chosen_of`` is how many people the unit has, where only some of them are on the list.
    """

    origin: Origin
    unit: str
    cells: tuple[SheetCell, ...]
    without_cell: tuple[SheetPerson, ...]
    thresholds: OverviewThresholds
    chosen_of: int | None = None


def freeze_unit_list(
    source: UnitListSource, words: Words, *, large_print: bool = False
) -> FrozenDocument:
    """Freeze the list of one unit in one language, in large print or not."""
    content = _ListWriter(source, words).content()
    return freeze(KIND, in_large_print(content, words, wanted=large_print))


class _ListWriter:
    """Writes the list of one unit."""

    def __init__(self, source: UnitListSource, words: Words) -> None:
        self._source = source
        self._words = words
        self._unit = unit_text(source.unit, words)

    def content(self) -> Content:
        """Return everything the paper shows."""
        words, origin = self._words, self._source.origin
        day = oslo_date(origin.frozen_at)
        stem = f"{words('avdelingsliste')}-{self._source.unit}"
        return {
            "form": FORM,
            "language": words.language,
            "document_id": str(origin.document_id),
            "frozen_at": origin.frozen_text,
            "file_name": safe_file_name(stem, origin.document_id, day),
            "title": f"{words('Avdelingsliste')}, {self._unit}",
            "landscape": True,
            "bands": example_bands(origin, words),
            "head": {
                "left": origin.prison,
                "name": self._unit,
                "behind_name": "",
                "right": words("Avdelingsliste"),
                "right_below": f"{words('Internt – taushetsbelagt')} · {date_text(day)}",
            },
            "foot": foot(origin, "", words),
            "parts": list(self._parts()),
        }

    def _parts(self) -> Iterator[Part]:
        words = self._words
        moment = moment_text(self._source.origin.frozen_at)
        yield {
            "part": "title",
            "text": self._unit,
            "below": words("Slik avdelingen var {moment}").format(moment=moment),
        }
        yield {"part": "facts", "columns": 5, "facts": self._totals()}
        yield paragraph(self._legend(), "muted")
        yield {
            "part": "table",
            "continued": words("(fortsetter)"),
            "lead": 2,
            "dense": True,
            "columns": [
                column(words("Celle"), 76),
                column(words("Navn"), 170),
                column(words("Status"), 66),
                column(words("Kontaktbetjent"), 112),
                column(words("Siste samtale"), 88, signed=True),
                column(words("Steg"), 96),
                column(words("Gjennomgang"), 70),
                column(words("Språk"), 74),
            ],
            "rows": list(self._rows()),
        }

    def _totals(self) -> list[list[str]]:
        words, cells = self._words, self._source.cells
        placed = sum(len(cell.people) for cell in cells)
        without = len(self._source.without_cell)
        if self._source.chosen_of is not None:
            # Nothing is said of cells: those of people who were not chosen are not on the list.
            of = words("{n} av {total} innsatte")
            return [[words("Utvalg"), of.format(n=placed + without, total=self._source.chosen_of)]]
        free = sum(max(0, cell.places - len(cell.people)) for cell in cells if cell.in_use)
        closed = sum(1 for cell in cells if not cell.in_use)
        return [
            [words("På listen"), str(placed + without)],
            [words("I celle"), str(placed)],
            [words("Uten celle"), str(without)],
            [words("Ledige plasser"), str(free)],
            [words("Celler ute av bruk"), str(closed)],
        ]

    def _legend(self) -> str:
        warning, alarm = self._source.thresholds.warning_days, self._source.thresholds.alarm_days
        return self._words(
            "Dager siden siste samtale: halv sirkel fra {warning} dager, hel sirkel fra {alarm}"
            " dager og der det aldri har vært noen samtale."
        ).format(warning=warning, alarm=alarm)

    def _rows(self) -> Iterator[TableRow]:
        for floor, cells in groupby(self._source.cells, key=lambda cell: cell.floor):
            yield from self._floor(floor, list(cells))
        words = self._words
        people = self._source.without_cell
        if self._source.chosen_of is not None and not people:
            return
        yield row("group", words("Uten celle"), self._people_text(len(people)))
        if not people:
            yield row("empty", words("Alle på listen har en celle."))
        for person in people:
            yield self._person(person.place or word(person.whereabouts, words), person)

    def _floor(self, floor: str, cells: list[SheetCell]) -> Iterator[TableRow]:
        words = self._words
        count = words.plural("{n} celle", "{n} celler", len(cells)).format(n=len(cells))
        people = sum(len(cell.people) for cell in cells)
        yield row("group", floor or self._unit, f"{count} · {self._people_text(people)}")
        for cell in cells:
            yield from self._cell(cell)

    def _cell(self, cell: SheetCell) -> Iterator[TableRow]:
        words = self._words
        for place, person in enumerate(cell.people):
            yield self._person(cell.label if place == 0 else "", person)
        if not cell.in_use:
            note = words("ute av bruk")
            yield self._vacant(cell.label, f"{note}: {cell.note}" if cell.note else note)
        elif not cell.people:
            yield self._vacant(cell.label, words("ledig"))

    def _vacant(self, label: str, text: str) -> TableRow:
        return row("muted", label, text, "", "", "", "", "", "")

    def _person(self, where: str, person: SheetPerson) -> TableRow:
        words = self._words
        languages = [language_name(code, words) for code in person.languages[:1]]
        if person.interpreter_needed:
            languages.append(words("tolk"))
        review = date_text(person.next_review) if person.next_review else ""
        return row(
            "row",
            where,
            person.name,
            word(person.legal_status, words),
            person.contact_officer or words("ingen"),
            self._days_text(person.days_since_conversation),
            self._steps_text(person),
            review,
            ", ".join(languages),
            sign=self._days_sign(person.days_since_conversation),
        )

    def _days_text(self, days: int | None) -> str:
        if days is None:
            return self._words("aldri")
        if days == 0:
            return self._words("i dag")
        return self._words.plural("{n} dag", "{n} dager", days).format(n=days)

    def _days_sign(self, days: int | None) -> str:
        if days is None or days >= self._source.thresholds.alarm_days:
            return "full"
        return "half" if days >= self._source.thresholds.warning_days else "open"

    def _steps_text(self, person: SheetPerson) -> str:
        words = self._words
        if not person.open_steps:
            return ""
        text = words.plural("{n} åpent", "{n} åpne", person.open_steps).format(n=person.open_steps)
        if person.overdue_steps:
            text += ", " + words("{n} over frist").format(n=person.overdue_steps)
        return text

    def _people_text(self, people: int) -> str:
        return self._words.plural("{n} innsatt", "{n} innsatte", people).format(n=people)
