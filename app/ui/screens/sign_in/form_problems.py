"""What must be put right in a form: in a list above the button, and beside each field."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.domain.errors import Problem
from app.ui.screens.sign_in.form import Form
from app.ui.widgets.problem_bar import FieldProblem, ProblemBar


class FormProblems:
    """Put into a form that is shown already."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._bar = ProblemBar()
        form.column.insertWidget(form.column.indexOf(form.button), self._bar)
        # Where it stands is where Tab finds it, though it was made after all the rest.
        QWidget.setTabOrder(list(form.fields.values())[-1], self._bar)
        QWidget.setTabOrder(self._bar, form.button)
        self._beside: dict[str, FieldProblem] = {}
        for field_id, field in form.fields.items():
            beside = self._beside[field_id] = FieldProblem(field)
            form.column.insertWidget(form.column.indexOf(field) + 1, beside)

    def show(self, problems: Sequence[Problem]) -> None:
        """Say what must be put right; an empty list takes it all back."""
        self._form.set_busy("")
        for field_id, beside in self._beside.items():
            found = (problem.message for problem in problems if problem.field == field_id)
            beside.set_problem(next(found, ""))
        self._bar.show_problems(problems, self._form.fields)
