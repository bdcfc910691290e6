"""A plan's content as canonical JSON: the same content is always the same text.

It is what is stored, what a digest is taken of, and what a draft on this workstation holds.
"""

import json
from dataclasses import fields
from datetime import date
from typing import Any
from uuid import UUID

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


def plan_to_json(content: PlanContent) -> str:
    """Return the content as JSON with sorted keys and no spaces."""
    return json.dumps(_plain(content), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Goal | Step | Declined | PlanContent):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    # A date as 2026-11-23, an id with its hyphens; what JSON knows stays.
    return str(value) if isinstance(value, date | UUID) else value


def plan_from_json(text: str) -> PlanContent:
    """Read what ``plan_to_json`` wrote.

    Raises:
        ValueError: the text is no plan.
    """
    try:
        parts = json.loads(text)
        return PlanContent(
            goals=tuple(_goal(goal) for goal in parts["goals"]),
            own_words=parts["own_words"],
            agreement=Agreement(parts["agreement"]),
            agreement_reason=parts["agreement_reason"],
            declined=tuple(_declined(item) for item in parts["declined"]),
            next_review=_date(parts["next_review"]),
            internal_note=parts["internal_note"],
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("no plan") from error


def _goal(parts: dict[str, Any]) -> Goal:
    return Goal(
        id=UUID(parts["id"]),
        theme=Theme(parts["theme"]),
        title=parts["title"],
        status=GoalStatus(parts["status"]),
        target=_date(parts["target"]),
        steps=tuple(_step(step) for step in parts["steps"]),
        note=parts["note"],
        stop_reason=StopReason(parts["stop_reason"]) if parts["stop_reason"] else None,
        stop_text=parts["stop_text"],
    )


def _step(parts: dict[str, Any]) -> Step:
    return Step(
        id=UUID(parts["id"]),
        title=parts["title"],
        who=Actor(parts["who"]),
        due=_date(parts["due"]),
        partner=parts["partner"],
        status=StepStatus(parts["status"]),
    )


def _declined(parts: dict[str, Any]) -> Declined:
    return Declined(parts["what"], parts["reason"], _date(parts["ask_again_on"]))


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
