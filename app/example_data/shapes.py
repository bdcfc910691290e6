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


@dataclass(frozen=True, slots=True)
class ExamplePlace:
    """A wing, a floor or a cell."""

    id: UUID
    facts: PlaceFacts


@dataclass(frozen=True, slots=True)
class ExampleInmate:
    """Somebody on the roll. ``last_talk_days`` is how long ago the last conversation was."""

    id: UUID
    facts: InmateFacts
    place_path: str | None
    unit: str
    contact_officer_id: UUID | None
    placed_at: datetime
    last_talk_days: int | None


@dataclass(frozen=True, slots=True)
class ExampleConversation:
    """An entry of the log."""

    entry: NewConversation
    author_id: UUID
    written_at: datetime


@dataclass(frozen=True, slots=True)
class ExamplePlan:
    """A plan; ``finished_at`` is None for a draft."""

    id: UUID
    inmate_id: UUID
    content: PlanContent
    number: int
    finished_at: datetime | None
    changed_at: datetime
    author_id: UUID


@dataclass(frozen=True, slots=True)
class ExamplePrison:
    """Everything. ``conversations`` is made while it is read, once."""

    prison_code: str
    prison_name: str
    officers: tuple[ExampleOfficer, ...]
    places: tuple[ExamplePlace, ...]
    inmates: tuple[ExampleInmate, ...]
    conversations: Iterable[ExampleConversation]
    plans: tuple[ExamplePlan, ...]
