"""Sentences of the plan's page that several of its parts say."""

from datetime import date

from app.domain.plans import (
    Goal,
    GoalStatus,
    Plan,
    PlanStatus,
    Step,
    StepStatus,
    is_overdue,
)
from app.domain.undoing import GoalStanding, StatusChange
from app.domain.words import word
from app.foundation.dates import date_text, moment_text
from app.foundation.translation import _, plural

# A mark beside the word, so that a column of statuses is read at a glance.
_MARKS = {
    StepStatus.NOT_STARTED: "○",
    StepStatus.IN_PROGRESS: "◐",
    StepStatus.DONE: "●",
    StepStatus.CANNOT_BE_DONE_YET: "○",
    StepStatus.NO_LONGER_NEEDED: "–",
}
_SOUNDS_LIKE_S = ("s", "x", "z")
_DIGEST_LETTERS = 12


def status_text(status: StepStatus) -> str:
    """Return the status with its mark."""
    return f"{_MARKS[status]} {word(status)}"


def filter_text(status: GoalStatus) -> str:
    """Return what the chip of a goal status says."""
    return {
        GoalStatus.CURRENT: _("Nå"),
        GoalStatus.FUTURE: _("Senere"),
        GoalStatus.ACHIEVED: _("Nådd"),
        GoalStatus.STOPPED: _("Stoppet"),
    }[status]


def progress_text(steps: tuple[Step, ...]) -> str:
    """Return ``2 av 3 steg ferdig``; steps that are no longer needed are not counted."""
    counted = [step for step in steps if step.status is not StepStatus.NO_LONGER_NEEDED]
    if not counted:
        return _("Ingen steg ennå") if not steps else ""
    done = sum(step.status is StepStatus.DONE for step in counted)
    return _("{0} av {1} steg ferdig").format(done, len(counted))


def due_note(step: Step, today: date) -> str:
    """Return what a date alone does not tell: that it is today, or has passed."""
    if is_overdue(step, today):
        return _("over fristen")
    return _("i dag") if step.due == today else ""


def own_words_heading(given_name: str) -> str:
    """Return ``Omars egne ord``, ``Andreas' egne ord``."""
    if not given_name:
        return _("Den innsattes egne ord")
    ending = "'" if given_name.lower().endswith(_SOUNDS_LIKE_S) else "s"
    return _("{0} egne ord").format(given_name + ending)


def version_title(plan: Plan | None, *, is_editing: bool) -> str:
    """Return ``Versjon 4 – kladd``; work on a finished version will be the next one."""
    if plan is None:
        return _("Versjon {0} – ikke lagret").format(1)
    if is_editing and plan.status is PlanStatus.FINISHED:
        return _("Versjon {0} – ikke lagret").format(plan.number + 1)
    return _("Versjon {0} – {1}").format(plan.number, word(plan.status))


def version_facts(plan: Plan | None) -> tuple[str, ...]:
    """Return who changed the plan and when, when it was finished, and its digest."""
    if plan is None:
        return ()
    who = plan.changed_by or _("ukjent")
    facts = [_("Endret {0} av {1}").format(moment_text(plan.changed_at), who)]
    if plan.finished_at is not None:
        facts.append(_finished_text(plan, moment_text(plan.finished_at)))
    if plan.digest:
        facts.append(_("Kontrollsum {0}").format(plan.digest[:_DIGEST_LETTERS]))
    return tuple(facts)


def _finished_text(plan: Plan, moment: str) -> str:
    if plan.status is PlanStatus.FINISHED:
        return _("Gjort ferdig {0}").format(moment)
    return _("Bygger på versjon {0}, ferdig {1}").format(plan.number - 1, moment)


def goal_details(goal: Goal) -> str:
    """Return the goal's date and why it was stopped, on one line."""
    parts = []
    if goal.target is not None:
        parts.append(_("Måldato {0}").format(date_text(goal.target)))
    if goal.stop_reason is not None and goal.status is GoalStatus.STOPPED:
        reason = word(goal.stop_reason)
        parts.append(f"{reason}: {goal.stop_text}" if goal.stop_text else reason)
    return " · ".join(parts)


def turns_text(change: StatusChange) -> str:
    """Return what a save did to the statuses: which one it was, or how many."""
    if len(change.turns) > 1:
        return plural(
            "Planen er lagret med {n} ny status.",
            "Planen er lagret med {n} nye statuser.",
            len(change.turns),
        )
    match change.turns[0].after:
        case GoalStanding(status=status):
            return _("Planen er lagret. Et mål er satt til «{0}».").format(word(status).lower())
        case status:
            return _("Planen er lagret. Et steg er satt til «{0}».").format(word(status).lower())
