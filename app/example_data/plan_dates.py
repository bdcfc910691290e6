"""When the versions of a plan were made, and the dates in the newest as they stand today."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from app.domain.plans import Goal, GoalStatus, PlanContent, Step, StepStatus, open_steps
from app.example_data.chance import Chance, workday
from app.example_data.people import Person
from app.example_data.pictured import PicturedPlan

_MOST_VERSIONS = 4
_DAYS_BETWEEN = 60
_SETTLING_IN = 8
_NEWEST_AT_MOST = 60
_FIRST_DRAFT, _NEXT_DRAFT = 20, 35  # of a hundred plans
_OVERDUE = ((0, 72), (1, 20), (2, 8))
_LATE_REVIEW = 13  # of a hundred
_WAITING = (StepStatus.NOT_STARTED, StepStatus.IN_PROGRESS, StepStatus.CANNOT_BE_DONE_YET)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Days back from today: the finished versions, the oldest first, and the draft's last edit."""

    finished: tuple[int, ...]
    draft: int | None


def make_timeline(person: Person, wish: PicturedPlan, chance: Chance) -> Timeline | None:
    """Draw when versions were finished; None where there was no time for a plan.

    A version is finished with the person, so never after the last conversation.
    """
    newest = person.talked
    oldest = person.known_since - chance.number(4, _SETTLING_IN + 12)
    if newest is None or oldest < newest:
        return None
    versions, has_draft = _versions(oldest - newest, wish, chance)
    last = chance.number(newest, max(newest, min(oldest, _NEWEST_AT_MOST)))
    finished = _spread(oldest, last, versions)
    draft = None
    if has_draft:
        draft = chance.number(1, max(1, min(finished[-1] - 1 if finished else oldest, 40)))
    return Timeline(finished, draft)


def _versions(days: int, wish: PicturedPlan, chance: Chance) -> tuple[int, bool]:
    """Return how many finished versions there are, and whether a draft follows."""
    if wish.number is not None:
        has_draft = wish.number == 1 or chance.yes(40)
        return wish.number - has_draft, has_draft
    kind = chance.number(0, 99)
    if kind < _FIRST_DRAFT:
        return 0, True
    has_draft = kind < _FIRST_DRAFT + _NEXT_DRAFT
    room = min(_MOST_VERSIONS - has_draft, 1 + days // _DAYS_BETWEEN)
    return chance.number(1, room), has_draft


def _spread(oldest: int, newest: int, number: int) -> tuple[int, ...]:
    """Return so many days from the oldest to the newest."""
    if number == 0:
        return ()
    if number == 1:
        return (newest,)
    step = (oldest - newest) / (number - 1)
    return tuple(round(oldest - step * index) for index in range(number))


def settle(content: PlanContent, ago: int, wish: PicturedPlan, chance: Chance) -> PlanContent:
    """Return the newest state with dates as they are met: most ahead, some overdue."""
    if wish.open_steps is not None:
        content = _trimmed(content, wish.open_steps)
    overdue = chance.weighted(_OVERDUE) if wish.overdue is None else wish.overdue
    late = [step.id for step in _first_waiting(content)][:overdue]
    day = chance.day(ago)
    goals = tuple(_dated(goal, late, ago, chance) for goal in content.goals)
    return replace(content, goals=goals, next_review=_review(day, ago, wish, chance))


def _dated(goal: Goal, late: list[UUID], ago: int, chance: Chance) -> Goal:
    if goal.status not in (GoalStatus.CURRENT, GoalStatus.FUTURE):
        return goal
    ahead, steps = chance.today, []
    for step in goal.steps:
        if step.status not in _WAITING:
            steps.append(step)
        elif step.id in late:
            steps.append(replace(step, due=chance.day(chance.number(1, min(ago, 25)))))
        else:
            ahead = workday(ahead + timedelta(days=chance.number(2, 30)))
            steps.append(replace(step, due=ahead if step.due else None))
    return replace(goal, steps=tuple(steps))


def _review(day: date, ago: int, wish: PicturedPlan, chance: Chance) -> date:
    if wish.review is not None:
        return chance.today + timedelta(days=wish.review)
    if wish.number is None and chance.yes(_LATE_REVIEW):
        return max(day, chance.day(chance.number(1, ago)))
    return workday(chance.today + timedelta(days=chance.number(3, 75)))


def _first_waiting(content: PlanContent) -> list[Step]:
    """Return the first waiting step of each goal that is worked on."""
    firsts = []
    for goal in content.goals:
        waiting = [step for step in goal.steps if step.status in _WAITING]
        if goal.status is GoalStatus.CURRENT and waiting:
            firsts.append(waiting[0])
    return firsts


def _trimmed(content: PlanContent, wanted: int) -> PlanContent:
    """Take away the last goals and steps until so many wait; a goal keeps at least one step."""
    while _last_can_go(content, wanted):
        content = replace(content, goals=content.goals[:-1])
    while len(open_steps(content)) > wanted:
        goals = list(content.goals)
        at = max(range(len(goals)), key=lambda index: (_waiting_in(goals[index]), index))
        goal = goals[at]
        if _waiting_in(goal) > 1 or len(goal.steps) > _waiting_in(goal):
            goals[at] = replace(goal, steps=goal.steps[:-1])
        else:
            del goals[at]
        content = replace(content, goals=tuple(goals))
    return content


def _last_can_go(content: PlanContent, wanted: int) -> bool:
    """Tell whether enough steps wait without the last goal."""
    rest = replace(content, goals=content.goals[:-1])
    return bool(rest.goals) and len(open_steps(rest)) >= wanted


def _waiting_in(goal: Goal) -> int:
    if goal.status is not GoalStatus.CURRENT:
        return 0
    return sum(step.status in _WAITING for step in goal.steps)
