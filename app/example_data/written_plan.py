"""The plan the pictures show, word for word, and the versions that led to it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.domain.plans import (
    Actor,
    Agreement,
    Declined,
    Goal,
    GoalStatus,
    PlanContent,
    Step,
    StepStatus,
    StopReason,
    Theme,
)
from app.example_data.chance import Chance
from app.example_data.lives import Life
from app.example_data.shapes import ExampleOfficer, ExamplePlan, ExamplePlanVersion
from app.example_data.texts import table

_FINISHED = (StepStatus.DONE, StepStatus.NO_LONGER_NEEDED)


def written_plan(life: Life, author: ExampleOfficer, chance: Chance) -> ExamplePlan:
    """Return the draft of the pictures with the finished versions before it."""
    parts = table("unit_b")["hassan_plan"]
    writer = _Writer(parts, chance)
    earlier = tuple(
        ExamplePlanVersion(
            number,
            writer.content(ago, Agreement.YES),
            chance.moment(ago, 16, 18),
            author.id,
        )
        for number, ago in enumerate(parts["finished"], start=1)
    )
    return ExamplePlan(
        id=chance.new_id(earlier[0].finished_at),
        inmate_id=life.person.inmate.id,
        content=writer.content(parts["edited"], Agreement.NOT_ASKED),
        number=len(earlier) + 1,
        finished_at=None,
        changed_at=chance.moment(parts["edited"], 14, 16),
        author_id=author.id,
        earlier=earlier,
    )


class _Writer:
    """Knows the plan of every day: a goal is there from its first day, a step done from its due."""

    def __init__(self, parts: dict[str, Any], chance: Chance) -> None:
        self._parts = parts
        self._chance = chance
        self._goals = [(goal["since"], self._goal(goal)) for goal in parts["goal"]]

    def _goal(self, parts: dict[str, Any]) -> Goal:
        moment = self._chance.moment(parts["since"], 14, 16)
        steps = tuple(
            Step(
                id=self._chance.new_id(moment),
                title=step["title"],
                who=Actor(step["who"]),
                due=self._day(step["due"]),
                partner=step["partner"],
                status=StepStatus(step["status"]),
            )
            for step in parts["steps"]
        )
        stop_reason = parts.get("stop_reason")
        return Goal(
            id=self._chance.new_id(moment),
            theme=Theme(parts["theme"]),
            title=parts["title"],
            status=GoalStatus(parts["status"]),
            steps=steps,
            stop_reason=StopReason(stop_reason) if stop_reason else None,
        )

    def _day(self, days: int) -> date:
        return self._chance.today + timedelta(days=days)

    def content(self, ago: int, agreement: Agreement) -> PlanContent:
        """Return what the plan said so many days ago."""
        goals = [_as_on(goal, self._chance.day(ago)) for since, goal in self._goals if since >= ago]
        parts = self._parts
        declined = tuple(
            Declined(item["what"], item["reason"], self._day(item["ask_again"]))
            for item in parts["declined"]
        )
        return PlanContent(
            goals=tuple(goals),
            own_words=parts["own_words"],
            agreement=agreement,
            declined=declined,
            next_review=self._day(parts["review"]),
            internal_note=parts["internal_note"],
        )


def _as_on(goal: Goal, day: date) -> Goal:
    """Return the goal as it was: what came to be later is taken back."""
    steps = tuple(
        replace(step, status=StepStatus.NOT_STARTED)
        if step.status in _FINISHED and step.due is not None and step.due >= day
        else step
        for step in goal.steps
    )
    closed = goal.status in (GoalStatus.ACHIEVED, GoalStatus.STOPPED)
    if steps == goal.steps or not closed:
        return replace(goal, steps=steps)
    return replace(goal, steps=steps, status=GoalStatus.CURRENT, stop_reason=None)
