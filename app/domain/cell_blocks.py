"""The cell-block overview: who is where, and totals that add up to the roll."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.inmates import LegalStatus, Whereabouts
from app.domain.places import (
    PlaceKind,
    PlaceStatus,
    counts_as_cell,
    counts_as_out_of_use,
    top_path,
)
from app.domain.thresholds import OverviewThresholds


@dataclass(frozen=True, slots=True)
class CellLine:
    """One place as the overview shows it. ``floor`` is the path of the place above it."""

    id: UUID
    path: str
    unit: str
    floor: str
    label: str
    kind: PlaceKind
    status: PlaceStatus
    maximum: int
    working: int
    certified: int
    converted_to: str
    out_of_use_reason: str
    back_in_use_on: date | None

    @property
    def counts(self) -> bool:
        """Tell whether the place adds capacity."""
        return counts_as_cell(self.kind, self.status, self.converted_to)

    @property
    def is_out_of_use(self) -> bool:
        """Tell whether the place is a cell that cannot be used for now."""
        return counts_as_out_of_use(self.kind, self.status)


@dataclass(frozen=True, slots=True)
class InmateLine:
    """One person as the overview shows it.

    ``cell`` is the full path when the person is in a cell; ``place_path`` any place, a landing
    too. ``next_due`` is the earliest due date of an open step.
    """

    id: UUID
    version: int
    name: str
    prison_number: str
    unit: str | None
    place_path: str | None
    cell: str | None
    whereabouts: Whereabouts
    legal_status: LegalStatus
    languages: tuple[str, ...]
    interpreter_needed: bool
    birth_date: date | None
    arrived_at: datetime | None
    contact_officer_id: UUID | None
    contact_officer: str | None
    last_conversation_at: datetime | None
    days_since_conversation: int | None
    open_steps: int
    overdue_steps: int
    next_due: date | None
    next_review: date | None
    has_plan: bool
    is_new: bool


@dataclass(frozen=True, slots=True)
class UnitLine:
    """Capacity and occupation of one unit; people, not cells, but for ``cells``."""

    unit: str
    name: str
    cells: int
    max_capacity: int
    working_capacity: int
    certified_capacity: int
    occupied: int
    free: int
    out_of_use: int
    overcrowded: int


@dataclass(frozen=True, slots=True)
class RollTotals:
    """``roll`` is always ``placed`` and ``without_cell`` together."""

    roll: int
    placed: int
    without_cell: int


@dataclass(frozen=True, slots=True)
class CellBlockOverview:
    """All that the board, the table and the unit list show. Units in the order of their path."""

    prison: str
    is_example: bool
    units: tuple[UnitLine, ...]
    totals: RollTotals
    places: tuple[CellLine, ...]
    inmates: tuple[InmateLine, ...]
    thresholds: OverviewThresholds
    today: date
    taken_at: datetime

    @property
    def cells(self) -> tuple[CellLine, ...]:
        """Return the places that are cells of the shown units, in the order of their path."""
        shown = {unit.unit for unit in self.units}
        return tuple(
            place
            for place in self.places
            if place.kind is PlaceKind.CELL
            and place.unit in shown
            and place.status in (PlaceStatus.ACTIVE, PlaceStatus.INACTIVE)
        )


def unit_lines(places: Sequence[CellLine], inmates: Iterable[InmateLine]) -> tuple[UnitLine, ...]:
    """Return one line for each top place in use; draft and archived wings are left out.

    A cell counts by its own status alone, whatever its parent's.
    """
    occupants = Counter(line.cell for line in inmates if line.cell)
    wings = [
        place
        for place in places
        if "-" not in place.path and place.status in (PlaceStatus.ACTIVE, PlaceStatus.INACTIVE)
    ]
    below: dict[str, list[CellLine]] = {wing.path: [] for wing in wings}
    for place in places:
        if place.unit in below:
            below[place.unit].append(place)
    return tuple(_unit_line(wing, below[wing.path], occupants) for wing in wings)


def _unit_line(wing: CellLine, below: Sequence[CellLine], occupants: Mapping[str, int]) -> UnitLine:
    cells = [place for place in below if place.counts]
    taken = {place.path: occupants[place.path] for place in below if place.path in occupants}
    limits = {place.path: place.maximum for place in cells}
    return UnitLine(
        unit=wing.path,
        name=wing.label,
        cells=len(cells),
        max_capacity=sum(cell.maximum for cell in cells),
        working_capacity=sum(cell.working for cell in cells),
        certified_capacity=sum(cell.certified for cell in cells),
        occupied=sum(taken.values()),
        free=sum(max(0, cell.working - taken.get(cell.path, 0)) for cell in cells),
        out_of_use=sum(place.maximum for place in below if place.is_out_of_use),
        overcrowded=sum(max(0, number - limits.get(path, 0)) for path, number in taken.items()),
    )


def roll_totals(inmates: Sequence[InmateLine]) -> RollTotals:
    """Count the people; a person on a landing, in reception, at court or out has no cell."""
    placed = sum(1 for line in inmates if line.cell is not None)
    return RollTotals(len(inmates), placed, len(inmates) - placed)


def unit_of(path: str) -> str:
    """Return the unit a place belongs to: its top place."""
    return top_path(path)
