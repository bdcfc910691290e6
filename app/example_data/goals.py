"""Goals a plan can hold, with their steps and the words around them."""

from dataclasses import dataclass
from functools import cache

from app.domain.plans import Actor, Agreement, Theme
from app.example_data.chance import Chance
from app.example_data.lives import Life
from app.example_data.texts import fill, table


@dataclass(frozen=True, slots=True)
class StepText:
    """One step before its blanks are filled."""

    title: str
    who: Actor
    partner: str


@dataclass(frozen=True, slots=True)
class GoalText:
    """One goal before its blanks are filled, and whom it fits."""

    theme: Theme
    audience: str
    needs: str
    title: str
    steps: tuple[StepText, ...]


@cache
def all_goals() -> tuple[GoalText, ...]:
    """Return every goal there is a text for."""
    return tuple(
        GoalText(
            theme=Theme(goal["theme"]),
            audience=goal["for"],
            needs=goal.get("needs", ""),
            title=goal["title"],
            steps=tuple(StepText(what, Actor(who), whom) for what, who, whom in goal["steps"]),
        )
        for goal in table("plans")["goal"]
    )


def goals_for(life: Life, chance: Chance) -> list[GoalText]:
    """Return the goals that fit a person, mixed, neighbours of different themes."""
    fitting = [goal for goal in all_goals() if life.fits(goal.audience, goal.needs)]
    mixed = chance.some(fitting, len(fitting))
    seen: list[Theme] = []
    for goal in mixed:
        if goal.theme not in seen:
            seen.append(goal.theme)
    ranks: dict[Theme, int] = dict.fromkeys(seen, 0)
    ranked = []
    for goal in mixed:
        ranked.append((ranks[goal.theme], seen.index(goal.theme), goal))
        ranks[goal.theme] += 1
    ranked.sort(key=lambda one: one[:2])
    return [goal for _rank, _theme, goal in ranked]


def own_words(life: Life, themes: list[Theme], chance: Chance) -> str:
    """Return one or two sentences in the first person on what the plan is about."""
    words = table("plans")["own_words"]
    chosen = chance.some(themes, 2 if chance.yes(65) else 1)
    return " ".join(fill(chance.pick(words[theme.value]), life.slots) for theme in chosen)


def answer(life: Life, chance: Chance) -> tuple[Agreement, str]:
    """Return whether the person agrees, and why when he does not."""
    given = chance.weighted(
        ((Agreement.YES, 87), (Agreement.NO, 6), (Agreement.COULD_NOT_ANSWER, 7))
    )
    if given is Agreement.YES:
        return given, ""
    reasons = table("plans")["answers"][given.value]
    if given is Agreement.COULD_NOT_ANSWER and not life.person.inmate.facts.interpreter_needed:
        reasons = reasons[1:]  # the first is about an interpreter
    return given, fill(chance.pick(reasons), life.slots)
