"""What must be put right before a plan can be saved: above, and beside each field."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import shiboken6
from PySide6.QtWidgets import QWidget

from app.domain.errors import Problem
from app.foundation.translation import _
from app.ui.screens.plans.fields import DayField
from app.ui.widgets.problem_bar import FieldProblem, ProblemBar


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a sentence may stand: the field, the label beside it, and what the field says now."""

    field: QWidget
    label: FieldProblem
    says: Callable[[], object]


Spots = Mapping[str, Spot]


def wrong_dates(spots: Spots) -> tuple[Problem, ...]:
    """Return a problem for each date that cannot be read; rules never see those."""
    message = _("Skriv datoen som 23.11.2026, i dag eller +3.")
    return tuple(
        Problem(path, message)
        for path, spot in spots.items()
        if isinstance(spot.field, DayField) and spot.field.is_wrong
    )


class ProblemWatch:
    """Shows problems, and takes each away as soon as its field says something else."""

    def __init__(self, bar: ProblemBar) -> None:
        self._bar = bar
        self._open: dict[str, tuple[Spot, object]] = {}

    def show(self, problems: Sequence[Problem], spots: Spots) -> None:
        """Show these problems and no others."""
        self.clear()
        joined = _one_a_field(problems)
        for problem in joined:
            spot = spots.get(problem.field)
            if spot is not None:
                spot.label.set_problem(problem.message)
                self._open[problem.field] = (spot, spot.says())
        self._bar.show_problems(joined, {path: spot.field for path, spot in spots.items()})

    def look(self) -> None:
        """Take away the problems of fields that were changed or are gone."""
        for path, (spot, said) in tuple(self._open.items()):
            if not shiboken6.isValid(spot.field):
                del self._open[path]
                self._bar.solve(path)
            elif spot.says() != said:
                del self._open[path]
                spot.label.set_problem("")
                self._bar.solve(path)

    def clear(self) -> None:
        """Show no problem."""
        for spot, _said in self._open.values():
            if shiboken6.isValid(spot.field):
                spot.label.set_problem("")
        self._open = {}
        self._bar.clear()


def _one_a_field(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    messages: dict[str, list[str]] = {}
    for problem in problems:
        said = messages.setdefault(problem.field, [])
        if problem.message not in said:
            said.append(problem.message)
    return tuple(Problem(field, " ".join(said)) for field, said in messages.items())
