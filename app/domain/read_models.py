"""What the page of one person is made of."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.access import Role
from app.domain.cell_blocks import InmateLine
from app.domain.conversations import ConversationKind
from app.domain.inmates import Inmate
from app.domain.plans import Plan, PlanStatus


@dataclass(frozen=True, slots=True)
class ConversationLine:
    """One entry of the log in its newest version (or, in a history, one version of it)."""

    id: UUID
    inmate_id: UUID
    version: int
    kind: ConversationKind
    is_conversation: bool
    occurred_at: datetime
    written_at: datetime
    author_id: UUID | None
    author: str
    text: str
    minutes: int | None
    place: str
    interpreter_used: bool
    next_on: date | None
    correction_reason: str

    @property
    def corrected(self) -> bool:
        """Tell whether there are older versions."""
        return self.version > 1


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A step that waits for somebody."""

    id: UUID
    goal_title: str
    title: str
    due: date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class Peek:
    """Who, when last, what is open, which dates."""

    line: InmateLine
    last: ConversationLine | None
    open_steps: tuple[OpenStep, ...]
    release_date: date | None


@dataclass(frozen=True, slots=True)
class InmatePage:
    """One person with the whole log, newest first, and the plan if there is one."""

    inmate: Inmate
    line: InmateLine
    log: tuple[ConversationLine, ...]
    plan: Plan | None


@dataclass(frozen=True, slots=True)
class OfficerLine:
    """One account."""

    id: UUID
    user_name: str
    display_name: str
    role: Role
    unit: str | None
    active: bool


@dataclass(frozen=True, slots=True)
class PlanVersionLine:
    """One finished version of a plan, frozen: nobody changes it any more."""

    number: int
    status: PlanStatus
    finished_at: datetime
    finished_by: str
    digest: str
