"""What the page of a unit's plans asks for. Everything here may take a while and runs in a lane."""

from dataclasses import dataclass
from typing import Protocol

from app.domain.cell_choices import UnitChoice
from app.domain.places import door_name
from app.foundation.progress import Progress
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.cell_choices import unit_choices
from app.use_cases.office import Office
from app.use_cases.plan_batch import BatchWish
from app.use_cases.plan_jobs import BatchResult, PrintOn, SaveTo, print_plans, save_plans
from app.use_cases.printing import PrintQueues, print_queues


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody of the unit, and behind which door."""

    door: str
    name: str

    @property
    def text(self) -> str:
        """Return both in one line."""
        return f"{self.door} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class UnitPeople:
    """Who of a unit has a plan to print, and who has none yet: cell and name.

    ``names`` are the names alone, to be hidden when names are.
    """

    unit: str
    name: str
    with_plan: tuple[Listed, ...]
    without: tuple[Listed, ...]
    names: tuple[str, ...] = ()


class UnitPlans(Protocol):
    """The use cases behind the page, so that tests can stand in for them."""

    def units(self) -> tuple[UnitChoice, ...]:
        """Return the units to choose from."""

    def own_unit(self) -> str | None:
        """Return where the officer works."""

    def people(self, unit: str) -> UnitPeople:
        """Return who has a plan."""

    def queues(self) -> PrintQueues:
        """Return the print queues of this machine."""

    def save(self, wish: BatchWish, to: SaveTo, progress: Progress) -> BatchResult:
        """Write all plans of a unit."""

    def send(self, wish: BatchWish, on: PrintOn, progress: Progress) -> BatchResult:
        """Print all plans of a unit."""


class OfficeUnitPlans:
    """The real ones, for the officer who is signed in."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def units(self) -> tuple[UnitChoice, ...]:
        """Return the units to choose from."""
        return unit_choices(self._office)

    def own_unit(self) -> str | None:
        """Return where the officer works."""
        return self._office.officer.unit

    def people(self, unit: str) -> UnitPeople:
        """Return who has a plan."""
        overview = cell_block_overview(self._office, unit)
        name = overview.units[0].name if overview.units else unit
        lines = [
            (line.has_plan, Listed(door_name(line.cell), line.name)) for line in overview.inmates
        ]
        return UnitPeople(
            unit,
            name,
            tuple(who for has_plan, who in lines if has_plan),
            tuple(who for has_plan, who in lines if not has_plan),
            tuple(line.name for line in overview.inmates),
        )

    def queues(self) -> PrintQueues:
        """Return the print queues of this machine."""
        return print_queues()

    def save(self, wish: BatchWish, to: SaveTo, progress: Progress) -> BatchResult:
        """Write all plans of a unit."""
        return save_plans(self._office, wish, to, progress)

    def send(self, wish: BatchWish, on: PrintOn, progress: Progress) -> BatchResult:
        """Print all plans of a unit."""
        return print_plans(self._office, wish, on, progress)
