"""The individual plan (framtidsplan): goals with steps, the inmate's own words and answer.

The plan is voluntary and binds nobody: declining costs nothing, is kept with the person's reason,
and comes back as "ask again on". Source: KSF 1/02; kriminalomsorgen.no on the future plan.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Theme(StrEnum):
    """Life areas of a plan (domain facts 1.3)."""

    HOUSING = "housing"
    ECONOMY = "economy"
    WORK_AND_EDUCATION = "work_and_education"
    HEALTH = "health"
    SUBSTANCE_USE = "substance_use"
    FAMILY_AND_NETWORK = "family_and_network"
    LEISURE = "leisure"
    LEGAL = "legal"


class GoalStatus(StrEnum):
    """Where a goal stands. ``FUTURE`` goals may still lack steps."""

    CURRENT = "current"
    FUTURE = "future"
    ACHIEVED = "achieved"
    STOPPED = "stopped"


class StopReason(StrEnum):
    """Why a goal was stopped; ``OTHER`` needs words."""

    NO_LONGER_WANTED = "no_longer_wanted"
    NOT_OFFERED_HERE = "not_offered_here"
    CIRCUMSTANCES_CHANGED = "circumstances_changed"
    OTHER = "other"


class StepStatus(StrEnum):
    """Where a step stands."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANNOT_BE_DONE_YET = "cannot_be_done_yet"
    NO_LONGER_NEEDED = "no_longer_needed"


class Actor(StrEnum):
    """Who does the step. Never a staff name: the paper is for the inmate too."""

    INMATE = "inmate"
    CONTACT_OFFICER = "contact_officer"
    PRISON = "prison"
    PARTNER = "partner"


class Agreement(StrEnum):
    """The inmate's answer to the plan."""

    NOT_ASKED = "not_asked"
    YES = "yes"
    NO = "no"
    COULD_NOT_ANSWER = "could_not_answer"


class PlanStatus(StrEnum):
    """A draft may be edited; a finished version is frozen."""

    DRAFT = "draft"
    FINISHED = "finished"


class PlanPart(StrEnum):
    """Which part of a plan a text is, where single texts are looked for."""

    GOAL = "goal"
    STEP = "step"
    NOTE = "note"
    OWN_WORDS = "own_words"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Step:
    """One step towards a goal. ``partner`` is an agency or a helper, in the officer's words."""

    id: UUID
    title: str
    who: Actor = Actor.INMATE
    due: date | None = None
    partner: str = ""
    status: StepStatus = StepStatus.NOT_STARTED


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal with its steps in order. ``note`` is internal and never on the inmate's copy."""

    id: UUID
    theme: Theme
    title: str
    status: GoalStatus = GoalStatus.CURRENT
    target: date | None = None
    steps: tuple[Step, ...] = ()
    note: str = ""
    stop_reason: StopReason | None = None
    stop_text: str = ""


@dataclass(frozen=True, slots=True)
class Declined:
    """An offer the inmate said no to, the reason if one was given, and when to ask again."""

    what: str
    reason: str = ""
    ask_again_on: date | None = None


@dataclass(frozen=True, slots=True)
class PlanContent:
    """What a plan says. Saved as a whole, frozen as a whole."""

    goals: tuple[Goal, ...] = ()
    own_words: str = ""
    agreement: Agreement = Agreement.NOT_ASKED
    agreement_reason: str = ""
    declined: tuple[Declined, ...] = ()
    next_review: date | None = None
    internal_note: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A stored plan. ``number`` is the version people speak of; ``version`` guards the save.

    ``finished_at`` and ``digest`` (SHA-256 of the frozen content) belong to the version before
    this draft when the status is draft, to this one when it is finished.
    """

    id: UUID
    inmate_id: UUID
    version: int
    number: int
    status: PlanStatus
    content: PlanContent
    changed_at: datetime
    changed_by: str
    finished_at: datetime | None = None
    digest: str = ""


def plan_texts(content: PlanContent) -> Iterator[tuple[PlanPart, str]]:
    """Yield every text a plan holds, in the order of the plan; empty ones are left out."""
    for goal in content.goals:
        yield PlanPart.GOAL, goal.title
        for step in goal.steps:
            yield PlanPart.STEP, " · ".join(filter(None, (step.title, step.partner)))
        if note := "\n".join(filter(None, (goal.note, goal.stop_text))):
            yield PlanPart.NOTE, note
    if content.own_words:
        yield PlanPart.OWN_WORDS, content.own_words
    for declined in content.declined:
        yield PlanPart.DECLINED, " · ".join(filter(None, (declined.what, declined.reason)))
    if note := "\n".join(filter(None, (content.agreement_reason, content.internal_note))):
        yield PlanPart.NOTE, note


def open_steps(content: PlanContent) -> tuple[Step, ...]:
    """Return the steps of current goals that still wait for somebody."""
    waiting = (StepStatus.NOT_STARTED, StepStatus.IN_PROGRESS, StepStatus.CANNOT_BE_DONE_YET)
    return tuple(
        step
        for goal in content.goals
        if goal.status is GoalStatus.CURRENT
        for step in goal.steps
        if step.status in waiting
    )


def is_overdue(step: Step, today: date) -> bool:
    """Tell whether a waiting step's due date has passed; due today is not overdue."""
    finished = step.status in (StepStatus.DONE, StepStatus.NO_LONGER_NEEDED)
    return not finished and step.due is not None and step.due < today


def seems_achieved(goal: Goal) -> bool:
    """Tell whether to ask "is the goal reached?": current, with steps, none of them waiting."""
    finished = (StepStatus.DONE, StepStatus.NO_LONGER_NEEDED)
    return (
        goal.status is GoalStatus.CURRENT
        and any(step.status is StepStatus.DONE for step in goal.steps)
        and all(step.status in finished for step in goal.steps)
    )


def with_finished_steps(content: PlanContent, finished: tuple[UUID, ...]) -> PlanContent:
    """Return the content with the named steps done; unknown ids change nothing."""
    done = set(finished)
    return replace(
        content,
        goals=tuple(
            replace(
                goal,
                steps=tuple(
                    replace(step, status=StepStatus.DONE) if step.id in done else step
                    for step in goal.steps
                ),
            )
            for goal in content.goals
        ),
    )
