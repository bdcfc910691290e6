"""Take out of a plan what its owner's copy must not carry."""

from collections.abc import Callable
from dataclasses import replace

from app.documents.names import NameKeeper
from app.domain.plans import Goal, PlanContent


def for_inmate(plan: PlanContent, keep: NameKeeper) -> PlanContent:
    """Return the plan without internal notes and without the names of others, wherever they are."""
    return replace(
        plan,
        goals=tuple(_goal(goal, keep) for goal in plan.goals),
        own_words=keep(plan.own_words),
        agreement_reason=keep(plan.agreement_reason),
        declined=tuple(
            replace(item, what=keep(item.what), reason=keep(item.reason)) for item in plan.declined
        ),
        internal_note="",
    )


def _goal(goal: Goal, keep: Callable[[str], str]) -> Goal:
    return replace(
        goal,
        title=keep(goal.title),
        steps=tuple(
            replace(step, title=keep(step.title), partner=keep(step.partner)) for step in goal.steps
        ),
        note="",
        stop_text=keep(goal.stop_text),
    )
