"""Changes that can be taken back: what was before, and what was made of it.

A conversation is not among them: it is corrected by a new version, never undone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from app.domain.inmates import Inmate, Whereabouts
from app.domain.plans import Goal, GoalStatus, PlanContent, Step, StepStatus, StopReason


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person is and who follows up."""

    place_id: UUID | None
    whereabouts: Whereabouts
    unit: str | None
    contact_officer_id: UUID | None

    @property
    def placement(self) -> tuple[UUID | None, Whereabouts]:
        """Return where the person is; the unit goes with it."""
        return self.place_id, self.whereabouts


@dataclass(frozen=True, slots=True)
class StandingChange:
    """A person was moved, or given another contact officer."""

    inmate_id: UUID
    before: Standing
    after: Standing

    @property
    def reversed(self) -> "StandingChange":
        """Return the change the other way."""
        return StandingChange(self.inmate_id, self.after, self.before)

    @property
    def is_move(self) -> bool:
        """Tell whether the person was moved."""
        return self.before.placement != self.after.placement

    @property
    def is_appointment(self) -> bool:
        """Tell whether another follows up."""
        return self.before.contact_officer_id != self.after.contact_officer_id


@dataclass(frozen=True, slots=True)
class GoalStanding:
    """How a goal stands, and why it was stopped if it was."""

    status: GoalStatus
    stop_reason: StopReason | None = None
    stop_text: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One goal or step whose status is another."""

    id: UUID
    before: GoalStanding | StepStatus
    after: GoalStanding | StepStatus


@dataclass(frozen=True, slots=True)
class StatusChange:
    """Goals or steps of a plan that were given another status by one save."""

    inmate_id: UUID
    turns: tuple[Turn, ...]

    @property
    def reversed(self) -> "StatusChange":
        """Return the change the other way."""
        turns = tuple(replace(turn, before=turn.after, after=turn.before) for turn in self.turns)
        return StatusChange(self.inmate_id, turns)


Change = StandingChange | StatusChange


def standing_of(inmate: Inmate) -> Standing:
    """Return where a person is and who follows up."""
    return Standing(
        inmate.place_id, inmate.facts.whereabouts, inmate.unit, inmate.contact_officer_id
    )


def goal_standing(goal: Goal) -> GoalStanding:
    """Return how a goal stands."""
    return GoalStanding(goal.status, goal.stop_reason, goal.stop_text)


def status_change(inmate_id: UUID, before: PlanContent, after: PlanContent) -> StatusChange | None:
    """Return which goals and steps have another status, None where none has.

    What is new or gone is no change of status.
    """
    old, new = _standings(before), _standings(after)
    turns = tuple(
        Turn(item, old[item], standing)
        for item, standing in new.items()
        if item in old and old[item] != standing
    )
    return StatusChange(inmate_id, turns) if turns else None


def still_stands(content: PlanContent, change: StatusChange) -> bool:
    """Tell whether every goal and step of the change is as the change left it."""
    standings = _standings(content)
    return all(standings.get(turn.id) == turn.after for turn in change.turns)


def with_statuses_before(content: PlanContent, change: StatusChange) -> PlanContent:
    """Return the content with each status as it was before the change; the rest is left."""
    before = {turn.id: turn.before for turn in change.turns}
    return replace(content, goals=tuple(_goal_before(goal, before) for goal in content.goals))


def _goal_before(goal: Goal, before: dict[UUID, GoalStanding | StepStatus]) -> Goal:
    goal = replace(goal, steps=tuple(_step_before(step, before) for step in goal.steps))
    match before.get(goal.id):
        case GoalStanding() as standing:
            return replace(
                goal,
                status=standing.status,
                stop_reason=standing.stop_reason,
                stop_text=standing.stop_text,
            )
        case _:
            return goal


def _step_before(step: Step, before: dict[UUID, GoalStanding | StepStatus]) -> Step:
    match before.get(step.id):
        case StepStatus() as status:
            return replace(step, status=status)
        case _:
            return step


def _standings(content: PlanContent) -> dict[UUID, GoalStanding | StepStatus]:
    return dict(_each_standing(content))


def _each_standing(content: PlanContent) -> Iterator[tuple[UUID, GoalStanding | StepStatus]]:
    for goal in content.goals:
        yield goal.id, goal_standing(goal)
        for step in goal.steps:
            yield step.id, step.status
