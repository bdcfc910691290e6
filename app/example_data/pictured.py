"""The nineteen of unit B, as the program's pictures show them."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from app.domain.conversations import ConversationKind
from app.domain.inmates import LegalStatus, Whereabouts
from app.example_data.texts import table


@dataclass(frozen=True, slots=True)
class PicturedEntry:
    """An entry whose words are given. ``author`` is a user name."""

    days_ago: int
    hour: int
    minute: int
    kind: ConversationKind
    text: str
    author: str
    minutes: int | None
    interpreter: bool


@dataclass(frozen=True, slots=True)
class PicturedPlan:
    """What a pictured plan must show; None is left to chance. ``written``: word for word."""

    none: bool = False
    written: bool = False
    number: int | None = None
    open_steps: int | None = None
    overdue: int | None = None
    review: int | None = None


@dataclass(frozen=True, slots=True)
class Pictured:
    """One person. Days are counted from today; ``here_before`` is an earlier stay's arrival."""

    cell: str
    family: str
    given: str
    status: LegalStatus
    officer: str
    talked: int
    languages: tuple[str, ...]
    interpreter: bool
    age: int
    arrived: int
    here_before: int | None
    released: int | None
    whereabouts: Whereabouts
    plan: PicturedPlan
    slots: dict[str, str]
    entries: tuple[PicturedEntry, ...]


@cache
def pictured_people() -> tuple[Pictured, ...]:
    """Return the people of unit B, the one of most pictures first."""
    return tuple(_person(parts) for parts in table("unit_b")["person"])


def _person(parts: dict[str, Any]) -> Pictured:
    return Pictured(
        cell=parts["cell"],
        family=parts["family"],
        given=parts["given"],
        status=LegalStatus(parts["status"]),
        officer=parts["officer"],
        talked=parts["talked"],
        languages=tuple(parts["languages"]),
        interpreter=parts.get("interpreter", False),
        age=parts["age"],
        arrived=parts["arrived"],
        here_before=parts.get("here_before"),
        released=parts.get("released"),
        whereabouts=Whereabouts(parts.get("whereabouts", Whereabouts.INSIDE)),
        plan=_plan(parts["plan"]),
        slots=parts.get("slots", {}),
        entries=tuple(_entry(entry) for entry in parts.get("entry", ())),
    )


def _plan(parts: dict[str, Any]) -> PicturedPlan:
    return PicturedPlan(
        none=parts.get("none", False),
        written=parts.get("written", False),
        number=parts.get("number"),
        open_steps=parts.get("open"),
        overdue=parts.get("overdue"),
        review=parts.get("review"),
    )


def _entry(parts: dict[str, Any]) -> PicturedEntry:
    hour, _colon, minute = parts["time"].partition(":")
    return PicturedEntry(
        days_ago=parts["days"],
        hour=int(hour),
        minute=int(minute),
        kind=ConversationKind(parts["kind"]),
        text=parts["text"],
        author=parts["author"],
        minutes=parts.get("minutes"),
        interpreter=parts.get("interpreter", False),
    )
