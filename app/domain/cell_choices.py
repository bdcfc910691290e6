"""What an officer chooses from: units, and cells with the room that is left. Names nobody."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """One unit whose overview can be opened."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class CellChoice:
    """One cell in use and how many people are in it."""

    id: UUID
    path: str
    label: str
    unit: str
    working: int
    maximum: int
    occupied: int

    @property
    def free(self) -> int:
        """Return the places left before the cell holds more than it does in daily use."""
        return max(0, self.working - self.occupied)

    @property
    def is_full(self) -> bool:
        """Tell whether one more person would be above the maximum."""
        return self.occupied >= self.maximum
