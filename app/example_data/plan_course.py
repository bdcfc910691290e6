"""The course of one plan: from version to version steps get done, goals are reached or stopped.

Each state keeps the rules of the domain on the day it was made: dates that are set anew lie ahead,
dates that have passed since stay as they were.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

from app.domain.plans import (
    Agreement,
    Declined,
    Goal,
    GoalStatus,
    PlanContent,
    Step,
    StepStatus,
    StopReason,
    open_steps,
)
from app.example_data.chance import Chance, workday
from app.example_data.goals import GoalText, answer, goals_for, own_words
from app.example_data.lives import Life
from app.example_data.texts import fill, table

_FINISHED = (StepStatus.DONE, StepStatus.NO_LONGER_NEEDED)
_FEWEST_CURRENT, _MOST_GOALS = 2, 6
_SOON = 21  # days
_DONE_SOON = ((0, 70), (1, 30))
_DONE_LATER = ((0, 25), (1, 45), (2, 22), (3, 8))


class PlanCourse:
    """Writes the states of one person's plan, the oldest first."""

    def __init__(self, life: Life, chance: Chance) -> None:
        self._life = life
        self._chance = chance
        self._left = goals_for(life, chance)
        self.content = PlanContent()
        self._is_soon = False

    def begin(self, moment: datetime, day: date) -> None:
        """Write the first goals."""
        goals = [self._goal(moment, day) for _goal in range(self._chance.number(2, 3))]
        if self._chance.yes(35):
            goals.append(self._later(moment, day))
        self.content = replace(self.content, goals=tuple(goals))
        self._new_words(day)

    def go_on(self, moment: datetime, day: date, since: int) -> None:
        """Bring the plan up to date after so many days: what has happened, what is new."""
        self._is_soon = since < _SOON
        goals = [self._moved(goal) for goal in self.content.goals]
        current = sum(goal.status is GoalStatus.CURRENT for goal in goals)
        if len(goals) < _MOST_GOALS and (current < _FEWEST_CURRENT or self._chance.yes(30)):
            goals.append(self._goal(moment, day))
        goals = [self._dated(goal, day) for goal in goals]
        self.content = replace(self.content, goals=tuple(goals))
        self._new_words(day)

    def add_until(self, open_wanted: int, moment: datetime, day: date) -> None:
        """Add goals until so many steps wait."""
        while len(open_steps(self.content)) < open_wanted:
            goals = (*self.content.goals, self._goal(moment, day))
            self.content = replace(self.content, goals=goals)

    def answered(self) -> None:
        """Note whether the person agrees; without an answer no version is finished."""
        agreement, reason = answer(self._life, self._chance)
        self.content = replace(self.content, agreement=agreement, agreement_reason=reason)

    def _goal(self, moment: datetime, day: date) -> Goal:
        return self._dated(self._filled(self._left.pop(0), moment), day)

    def _later(self, moment: datetime, day: date) -> Goal:
        """Return a goal for later; it may still lack steps."""
        goal = replace(self._filled(self._left.pop(0), moment), status=GoalStatus.FUTURE)
        return replace(goal, steps=()) if self._chance.yes(40) else self._dated(goal, day)

    def _filled(self, text: GoalText, moment: datetime) -> Goal:
        slots, chance = self._life.slots, self._chance
        steps = tuple(
            Step(
                id=chance.new_id(moment),
                title=fill(step.title, slots),
                who=step.who,
                partner=fill(step.partner, slots),
            )
            for step in text.steps
        )
        note = chance.pick(table("plans")["internal"]["goal"]) if chance.yes(12) else ""
        title = fill(text.title, slots)
        return Goal(chance.new_id(moment), text.theme, title, steps=steps, note=note)

    def _moved(self, goal: Goal) -> Goal:
        """Return the goal as it stands some weeks later."""
        if goal.status is GoalStatus.FUTURE and goal.steps and self._chance.yes(50):
            return replace(goal, status=GoalStatus.CURRENT)
        if goal.status is not GoalStatus.CURRENT:
            return goal
        if not self._is_soon and self._chance.yes(6):
            return self._stopped(goal)
        goal = replace(goal, steps=self._further(goal.steps))
        all_done = all(step.status in _FINISHED for step in goal.steps)
        return replace(goal, status=GoalStatus.ACHIEVED) if all_done else goal

    def _stopped(self, goal: Goal) -> Goal:
        reason = self._chance.pick(tuple(StopReason))
        text = ""
        if reason is StopReason.OTHER:
            others = table("plans")["stopped"]["other"]
            text = fill(self._chance.pick(others), self._life.slots)
        return replace(goal, status=GoalStatus.STOPPED, stop_reason=reason, stop_text=text)

    def _further(self, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        """Return the steps with the next few done, and perhaps one under way."""
        done_now = self._chance.weighted(_DONE_SOON if self._is_soon else _DONE_LATER)
        moved = []
        for step in steps:
            if step.status in _FINISHED:
                moved.append(step)
            elif done_now > 0:
                done_now -= 1
                status = StepStatus.NO_LONGER_NEEDED if self._chance.yes(5) else StepStatus.DONE
                moved.append(replace(step, status=status))
            else:
                moved.append(replace(step, status=self._waiting(step.status)))
                done_now = -1
        return tuple(moved)

    def _waiting(self, status: StepStatus) -> StepStatus:
        if status is StepStatus.NOT_STARTED and self._chance.yes(45):
            return StepStatus.IN_PROGRESS
        return StepStatus.CANNOT_BE_DONE_YET if self._chance.yes(5) else status

    def _dated(self, goal: Goal, day: date) -> Goal:
        """Give the waiting steps new dates, in their order."""
        if goal.status not in (GoalStatus.CURRENT, GoalStatus.FUTURE):
            return goal
        due, steps = day, []
        for step in goal.steps:
            if step.status in _FINISHED:
                steps.append(step)
                continue
            due = workday(due + timedelta(days=self._chance.number(6, 28)))
            steps.append(replace(step, due=None if self._chance.yes(10) else due))
        target = goal.target
        if target is None and goal.status is GoalStatus.CURRENT and self._chance.yes(30):
            target = due + timedelta(days=self._chance.number(20, 120))
        return replace(goal, steps=tuple(steps), target=target)

    def _new_words(self, day: date) -> None:
        chance, internal = self._chance, table("plans")["internal"]
        themes = [goal.theme for goal in self.content.goals if goal.status is GoalStatus.CURRENT]
        words, note = self.content.own_words, self.content.internal_note
        if themes and (not words or chance.yes(30)):
            words = own_words(self._life, list(dict.fromkeys(themes)), chance)
        if not note and chance.yes(25):
            notes = internal["notes"] + (internal["abroad"] if self._life.abroad else [])
            note = fill(chance.pick(notes), self._life.slots)
        self.content = replace(
            self.content,
            own_words=words,
            internal_note=note,
            agreement=Agreement.NOT_ASKED,
            agreement_reason="",
            declined=self._declined(day),
            next_review=workday(day + timedelta(days=chance.number(40, 90))),
        )

    def _declined(self, day: date) -> tuple[Declined, ...]:
        chance, texts = self._chance, table("plans")["declined"]
        kept = tuple(item for item in self.content.declined if _still_ahead(item, day))
        if kept or not chance.yes(25):
            return kept
        again = workday(day + timedelta(days=chance.number(30, 120)))
        what = fill(self._declinable(texts["what"]), self._life.slots)
        reason = fill(chance.pick(texts["reason"]), self._life.slots)
        return (Declined(what, reason, again if chance.yes(80) else None),)

    def _declinable(self, offers: list[str]) -> str:
        life = self._life
        fitting = [
            offer
            for offer in offers
            if (life.abroad or offer != "Norskkurs") and (life.children or offer != "Pappagruppe")
        ]
        return self._chance.pick(fitting)


def _still_ahead(item: Declined, day: date) -> bool:
    return item.ask_again_on is None or item.ask_again_on >= day
