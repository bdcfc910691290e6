"""Two plans line by line, so that what differs can be seen."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.plans import Goal, PlanContent, Step
from app.domain.words import word
from app.foundation.dates import date_text
from app.foundation.translation import _
from app.ui.screens.plans.reading import agreement_text, declined_text
from app.ui.screens.plans.texts import goal_details, status_text


@dataclass(frozen=True, slots=True)
class Pair:
    """The same line of both plans; empty where one has none."""

    what: str
    theirs: str
    mine: str

    @property
    def differs(self) -> bool:
        """Tell whether the two say different things."""
        return self.theirs != self.mine


def pairs(theirs: PlanContent, mine: PlanContent) -> tuple[Pair, ...]:
    """Return every line of either plan beside its counterpart, in the order of the first."""
    left, right = dict(_lines(theirs)), dict(_lines(mine))
    keys = [*left, *(key for key in right if key not in left)]
    return tuple(
        Pair((left.get(key) or right[key])[0], _text(left, key), _text(right, key)) for key in keys
    )


_Lines = dict[str, tuple[str, str]]


def _text(lines: _Lines, key: str) -> str:
    return lines[key][1] if key in lines else ""


def _lines(content: PlanContent) -> Iterator[tuple[str, tuple[str, str]]]:
    for place, goal in enumerate(content.goals, 1):
        yield f"{goal.id}", (_("Mål"), _goal_text(goal, place))
        for number, step in enumerate(goal.steps, 1):
            yield f"{step.id}", (_("Steg"), _step_text(step, number))
        if goal.note:
            yield f"{goal.id}.note", (_("Internt notat"), goal.note)
    yield "own_words", (_("Egne ord"), content.own_words)
    yield "agreement", (_("Enig i planen"), agreement_text(content))
    declined = "\n".join(declined_text(item) for item in content.declined)
    yield "declined", (_("Takket nei til"), declined)
    review = date_text(content.next_review) if content.next_review else ""
    yield "next_review", (_("Neste gjennomgang"), review)
    yield "internal_note", (_("Internt notat om planen"), content.internal_note)


def _goal_text(goal: Goal, place: int) -> str:
    details = goal_details(goal)
    head = f"{place}. {goal.title} · {word(goal.theme)} · {word(goal.status)}"
    return f"{head} · {details}" if details else head


def _step_text(step: Step, number: int) -> str:
    due = date_text(step.due) if step.due else ""
    parts = (step.title, word(step.who), step.partner, due, status_text(step.status))
    return f"{number}. " + " · ".join(part for part in parts if part)
