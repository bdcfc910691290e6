"""When a plan may be saved and when it may be finished: every fault at once, at the save.

Source: the acceptance cases of plans elsewhere; KSF 1/02 on what a plan must hold.
"""

from datetime import date

from app.domain.errors import Problem, RuleBroken
from app.domain.plans import (
    Agreement,
    Goal,
    GoalStatus,
    PlanContent,
    Step,
    StopReason,
)
from app.foundation.translation import _

TITLE_LIMIT = 512
TEXT_LIMIT = 4000


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
