"""What the fictional prison is made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.access import Role
from app.domain.conversations import NewConversation
from app.domain.inmates import InmateFacts
from app.domain.places import PlaceFacts
from app.domain.plans import PlanContent


@dataclass(frozen=True, slots=True)
class ExampleOfficer:
    """Somebody who works here. Only the first can sign in."""

    id: UUID
    user_name: str
    display_name: str
    role: Role
    unit: str | None
    on_leave: bool = False

    @property
    def given_name(self) -> str:
        """Return the name colleagues and inmates use."""
        return self.display_name.split()[0]


@dataclass(frozen=True, slots=True)
class ExamplePlace:
    """A wing, a landing or a cell."""

    id: UUID
    facts: PlaceFacts


@dataclass(frozen=True, slots=True)
class ExampleInmate:
    """Somebody on the roll. ``place_path`` is None for people who are not in a cell."""

    id: UUID
    facts: InmateFacts
    place_path: str | None
    unit: str
    contact_officer_id: UUID | None
    placed_at: datetime


@dataclass(frozen=True, slots=True)
class ExampleConversation:
    """An entry of the log with its author."""

    entry: NewConversation
    author_id: UUID
    written_at: datetime


@dataclass(frozen=True, slots=True)
class ExamplePlanVersion:
    """A version that was finished and is frozen."""

    number: int
    content: PlanContent
    finished_at: datetime
    author_id: UUID


@dataclass(frozen=True, slots=True)
class ExamplePlan:
    """The plan as it stands; ``finished_at`` is None for a draft.

    ``earlier`` holds the finished versions before this one, the oldest first.
    """

    id: UUID
    inmate_id: UUID
    content: PlanContent
    number: int
    finished_at: datetime | None
    changed_at: datetime
    author_id: UUID
    earlier: tuple[ExamplePlanVersion, ...] = ()

    @property
    def versions(self) -> tuple[ExamplePlanVersion, ...]:
        """Return every finished version, the oldest first, this one too if it is finished."""
        if self.finished_at is None:
            return self.earlier
        this = ExamplePlanVersion(self.number, self.content, self.finished_at, self.author_id)
        return (*self.earlier, this)


@dataclass(frozen=True, slots=True)
class ExamplePrison:
    """Everything. ``conversations`` are made anew each time they are read, person by person."""

    prison_code: str
    prison_name: str
    officers: tuple[ExampleOfficer, ...]
    places: tuple[ExamplePlace, ...]
    inmates: tuple[ExampleInmate, ...]
    conversations: Iterable[ExampleConversation]
    plans: tuple[ExamplePlan, ...]
