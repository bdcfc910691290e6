"""The goals of a plan as tables: what, who, when, with whom, how far."""

from collections.abc import Iterator

from app.documents.content import Part, Table, TableRow
from app.documents.framing import column, heading, paragraph, row
from app.domain.plans import Actor, Goal, GoalStatus, PlanContent, Step, StepStatus, StopReason
from app.domain.words import word
from app.foundation.dates import date_text
from app.foundation.translation import Words

_SIGNS = {
    StepStatus.NOT_STARTED: "open",
    StepStatus.IN_PROGRESS: "half",
    StepStatus.DONE: "full",
    StepStatus.CANNOT_BE_DONE_YET: "none",
    StepStatus.NO_LONGER_NEEDED: "none",
}


def goal_parts(content: PlanContent, called: str, words: Words) -> Iterator[Part]:
    """Return the tables of goals; ``called`` is what the inmate is called in them."""
    writer = _GoalWriter(called, words)
    numbered = [
        (str(number), goal)
        for number, goal in enumerate(
            sorted(content.goals, key=lambda goal: _ORDER.index(goal.status)), start=1
        )
    ]
    groups = {
        GoalStatus.CURRENT: words("Mål som gjelder nå"),
        GoalStatus.FUTURE: words("Mål for senere"),
        GoalStatus.ACHIEVED: words("Mål som er nådd"),
        GoalStatus.STOPPED: words("Mål som er stoppet"),
    }
    for status, title in groups.items():
        chosen = [(number, goal) for number, goal in numbered if goal.status is status]
        if chosen:
            yield heading(title)
            yield writer.table(chosen)
        elif status is GoalStatus.CURRENT:
            yield heading(title)
            yield paragraph(words("Planen har ingen mål som gjelder nå."), "muted")


_ORDER = (GoalStatus.CURRENT, GoalStatus.FUTURE, GoalStatus.ACHIEVED, GoalStatus.STOPPED)


class _GoalWriter:
    """Writes goals in one language."""

    def __init__(self, called: str, words: Words) -> None:
        self._called = called
        self._words = words

    def table(self, goals: list[tuple[str, Goal]]) -> Table:
        """Return the table of some goals; its columns only where there are steps."""
        words = self._words
        columns = [
            column(words("Nr."), 28),
            column(words("Steg"), 150),
            column(words("Hvem"), 98),
            column(words("Når"), 62),
            column(words("Sammen med"), 90),
            column(words("Status"), 77, signed=True),
        ]
        rows = [line for number, goal in goals for line in self._goal(number, goal)]
        return {
            "part": "table",
            "continued": words("(fortsetter)"),
            "lead": 2,
            "dense": False,
            "columns": columns if any(goal.steps for _number, goal in goals) else [],
            "rows": rows,
        }

    def _goal(self, number: str, goal: Goal) -> Iterator[TableRow]:
        words = self._words
        about = [word(goal.theme, words)]
        if goal.target is not None:
            about.append(words("mål innen {day}").format(day=date_text(goal.target)))
        yield row("group", f"{number}  {goal.title}", " · ".join(about))
        for place, step in enumerate(goal.steps, start=1):
            yield self._step(f"{number}.{place}", step)
        if goal.stop_reason is not None and goal.status is GoalStatus.STOPPED:
            yield row("empty", words("Stoppet: {reason}").format(reason=self._stopped(goal)))
        if goal.note:
            yield row("note", words("Internt notat: {note}").format(note=goal.note))

    def _step(self, number: str, step: Step) -> TableRow:
        who = self._called if step.who is Actor.INMATE else word(step.who, self._words)
        due = date_text(step.due) if step.due is not None else ""
        status = word(step.status, self._words)
        return row(
            "row", number, step.title, who, due, step.partner, status, sign=_SIGNS[step.status]
        )

    def _stopped(self, goal: Goal) -> str:
        assert goal.stop_reason is not None
        if goal.stop_reason is StopReason.OTHER:
            return goal.stop_text
        reason = word(goal.stop_reason, self._words)
        return f"{reason}. {goal.stop_text}" if goal.stop_text else reason
