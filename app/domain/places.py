"""The prison's places: wings, landings, cells, and how many people they hold."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class PlaceKind(StrEnum):
    """What a place is. People sleep in cells alone; the rest groups them."""

    WING = "wing"
    SPUR = "spur"
    LANDING = "landing"
    CELL = "cell"
    ROOM = "room"
    OTHER = "other"


class PlaceStatus(StrEnum):
    """Whether a place is in use."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    ARCHIVED = "archived"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What is known of one place, as a file or an administrator states it.

    ``path`` is the full path inside the prison (``A-1-001``) and the place's key. Capacities are
    people: maximum, working (in daily use) and certified normal accommodation.
    """

    prison: str
    path: str
    kind: PlaceKind
    parent_path: str | None = None
    code: str = ""
    local_name: str = ""
    status: PlaceStatus = PlaceStatus.ACTIVE
    accommodation: str = ""
    used_for: str = ""
    special_kinds: str = ""
    converted_to: str = ""
    cell_mark: str = ""
    maximum: int = 0
    working: int = 0
    certified: int = 0
    out_of_use_reason: str = ""
    out_of_use_since: date | None = None
    back_in_use_on: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A stored place: its id, its version and its facts."""

    id: UUID
    version: int
    facts: PlaceFacts


def counts_as_cell(kind: PlaceKind, status: PlaceStatus, converted_to: str) -> bool:
    """Tell whether a place adds capacity: a cell, itself active, not converted to another use.

    The parent's status is left out on purpose: an archived landing may still have active cells.
    """
    return kind is PlaceKind.CELL and status is PlaceStatus.ACTIVE and not converted_to


def counts_as_out_of_use(kind: PlaceKind, status: PlaceStatus) -> bool:
    """Tell whether the maximum capacity of a place is missing for now."""
    return kind is PlaceKind.CELL and status is PlaceStatus.INACTIVE


def top_path(path: str) -> str:
    """Return the wing's path: the first part of the full path."""
    return path.partition("-")[0]


def door_name(path: str | None) -> str:
    """Return what a place is called by those who walk past it: ``B208`` of ``B-2-B208``.

    A bare number says too little, so ``A-1-001`` stays as it is.
    """
    last = (path or "").rpartition("-")[2]
    return path if path and last.isdigit() else last
