"""The individual plan (framtidsplan): goals with steps, the inmate's own words and answer.

The plan is voluntary and binds nobody: declining costs nothing, is kept with the person's reason,
and comes back as "ask again on". Source: KSF 1/02; kriminalomsorgen.no on the future plan.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from app.domain.errors import Problem, RuleBroken
from app.foundation.translation import _

TITLE_LIMIT = 512
TEXT_LIMIT = 4000


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


def check_plan(content: PlanContent, before: PlanContent, today: date) -> PlanContent:
    """Return the content if it may be saved as a draft.

    Validation comes at the save, never while goals and steps are put together.

    Raises:
        RuleBroken: one problem a fault; the field says which goal and step (``goals.0.steps.1``).
    """
    problems = [
        *_goals_problems(content, before, today),
        *_answer_problems(content),
        *_declined_problems(content, before, today),
    ]
    if problems:
        raise RuleBroken(*problems)
    return content


def check_finished(content: PlanContent, before: PlanContent, today: date) -> PlanContent:
    """Return the content if it may be finished: agreed or not, it must be a plan.

    Raises:
        RuleBroken: as for a draft, and when there is no answer, no goal, or a goal lacks steps.
    """
    problems: list[Problem] = []
    if content.agreement is Agreement.NOT_ASKED:
        problems.append(
            Problem("agreement", _("Skriv om den innsatte er enig før versjonen gjøres ferdig."))
        )
        problems.extend(_agreement_problems(content))
    try:
        check_plan(content, before, today)
    except RuleBroken as broken:
        problems.extend(broken.problems)
    if problems:
        raise RuleBroken(*problems)
    return content


def _goals_problems(content: PlanContent, before: PlanContent, today: date) -> list[Problem]:
    known = {goal.id: goal for goal in before.goals}
    problems: list[Problem] = []
    for index, goal in enumerate(content.goals):
        place = f"goals.{index}"
        problems += _goal_problems(place, goal, known.get(goal.id), today)
        known_steps = {step.id: step for step in known[goal.id].steps} if goal.id in known else {}
        for order, step in enumerate(goal.steps):
            problems += _step_problems(
                f"{place}.steps.{order}", step, known_steps.get(step.id), today
            )
    return problems


def _goal_problems(place: str, goal: Goal, before: Goal | None, today: date) -> list[Problem]:
    problems = _title_problems(place, goal.title, _("Skriv hva målet er."))
    if goal.status is GoalStatus.CURRENT and not goal.steps:
        problems.append(
            Problem(f"{place}.steps", _("Et mål som gjelder nå, må ha minst ett steg."))
        )
    if _newly_past(goal.target, before.target if before else None, today):
        problems.append(Problem(f"{place}.target", _("Måldatoen må være i dag eller senere.")))
    if len(goal.note) > TEXT_LIMIT:
        problems.append(Problem(f"{place}.note", _("Notatet kan ha høyst 4 000 tegn.")))
    return problems + _stop_problems(place, goal, before)


def _stop_problems(place: str, goal: Goal, before: Goal | None) -> list[Problem]:
    problems = []
    if goal.status is GoalStatus.STOPPED:
        if goal.stop_reason is None:
            problems.append(Problem(f"{place}.stop_reason", _("Velg hvorfor målet stoppes.")))
        if goal.stop_reason is StopReason.OTHER and not goal.stop_text.strip():
            problems.append(Problem(f"{place}.stop_text", _("Skriv hvorfor målet stoppes.")))
    if before is not None and not may_change_goal(before.status, goal.status):
        problems.append(
            Problem(
                f"{place}.status",
                _("Et mål som er nådd eller stoppet, må tas opp igjen før det kan endres."),
            )
        )
    return problems


def may_change_goal(old: GoalStatus, new: GoalStatus) -> bool:
    """Tell whether a goal may go from one status to another.

    Only a goal in play can be stopped or achieved; a stopped or achieved one is taken up first.
    """
    closed = (GoalStatus.STOPPED, GoalStatus.ACHIEVED)
    return not (old in closed and new in closed and old is not new)


def _step_problems(place: str, step: Step, before: Step | None, today: date) -> list[Problem]:
    problems = _title_problems(place, step.title, _("Skriv hva steget er."))
    if _newly_past(step.due, before.due if before else None, today):
        problems.append(Problem(f"{place}.due", _("Fristen må være i dag eller senere.")))
    if len(step.partner) > TITLE_LIMIT:
        problems.append(Problem(f"{place}.partner", _("Feltet kan ha høyst 512 tegn.")))
    return problems


def _title_problems(place: str, title: str, empty_message: str) -> list[Problem]:
    if not title.strip():
        return [Problem(f"{place}.title", empty_message)]
    if len(title) > TITLE_LIMIT:
        return [Problem(f"{place}.title", _("Teksten kan ha høyst 512 tegn."))]
    return []


def _newly_past(day: date | None, before: date | None, today: date) -> bool:
    """Tell whether a date set now is past; one that passes while the plan lives stays."""
    return day is not None and day != before and day < today


def _answer_problems(content: PlanContent) -> list[Problem]:
    problems = []
    if content.agreement is not Agreement.NOT_ASKED:
        problems += _agreement_problems(content)
    needs_reason = content.agreement in (Agreement.NO, Agreement.COULD_NOT_ANSWER)
    if needs_reason and not content.agreement_reason.strip():
        problems.append(Problem("agreement_reason", _("Skriv hvorfor.")))
    if max(len(content.own_words), len(content.internal_note)) > TEXT_LIMIT:
        problems.append(Problem("own_words", _("Teksten kan ha høyst 4 000 tegn.")))
    return problems


def _agreement_problems(content: PlanContent) -> list[Problem]:
    current = [goal for goal in content.goals if goal.status is GoalStatus.CURRENT]
    if not content.goals:
        return [Problem("agreement", _("Planen må ha minst ett mål før den kan avtales."))]
    if any(not goal.steps for goal in current):
        return [
            Problem("agreement", _("Hvert mål som gjelder nå, må ha steg før planen kan avtales."))
        ]
    return []


def _declined_problems(content: PlanContent, before: PlanContent, today: date) -> list[Problem]:
    known = {item.what: item.ask_again_on for item in before.declined}
    problems = []
    for index, item in enumerate(content.declined):
        place = f"declined.{index}"
        if not item.what.strip():
            problems.append(Problem(f"{place}.what", _("Skriv hva det er takket nei til.")))
        if _newly_past(item.ask_again_on, known.get(item.what), today):
            problems.append(
                Problem(f"{place}.ask_again_on", _("Datoen må være i dag eller senere."))
            )
    if _newly_past(content.next_review, before.next_review, today):
        problems.append(
            Problem("next_review", _("Datoen for gjennomgang må være i dag eller senere."))
        )
    return problems


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
