"""What must be put right: a list above the button, and the same words beside each field."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.errors import Problem
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, SPACE
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.labels import Label
from app.ui.widgets.restyle import restyle


class ProblemBar(QFrame):
    """The list of problems, shown after the press of a button and not before.

    Each problem is a link to its field. It takes the focus when it appears and shrinks as
    problems are put right (``solve``).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "problems")
        self.setAccessibleName(_("Dette må rettes"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(GAP + SPACE, GAP, GAP + SPACE, GAP)
        self._layout.setSpacing(SPACE)
        self._heading = Label(
            _("For å gå videre må du rette opp følgende feil"), "strong", wrap=True
        )
        self._layout.addWidget(self._heading)
        self._fields: Mapping[str, QWidget] = {}
        self._links: dict[str, QWidget] = {}
        self.hide()

    def show_problems(self, problems: Sequence[Problem], fields: Mapping[str, QWidget]) -> None:
        """Show problems; ``fields`` holds the widget of each ``Problem.field``."""
        self.clear()
        self._fields = fields
        for problem in problems:
            self._add(problem)
        self.setVisible(bool(problems))
        if problems:
            told = " ".join(problem.message for problem in problems)
            self.setAccessibleDescription(told)
            announce(self, told)
            self._focus()

    def _focus(self) -> None:
        first = next(iter(self._links.values()))
        (first if isinstance(first, LinkButton) else self).setFocus()

    def solve(self, field: str) -> None:
        """Take a field's problem off the list."""
        link = self._links.pop(field, None)
        if link is not None:
            self._layout.removeWidget(link)
            link.deleteLater()
        self.setVisible(bool(self._links))

    def clear(self) -> None:
        """Show no problem."""
        for field in tuple(self._links):
            self.solve(field)
        self.hide()

    def _add(self, problem: Problem) -> None:
        target = self._fields.get(problem.field)
        link: QWidget
        if target is None:
            link = Label(problem.message, wrap=True)
        else:
            link = LinkButton(problem.message, target.setFocus)
        self._links[problem.field] = link
        self._layout.addWidget(link)


class FieldProblem(Label):
    """The sentence below one field; takes no room while there is no problem."""

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__("", "problem", wrap=True, parent=parent)
        self._field = field
        self.hide()

    def set_problem(self, message: str) -> None:
        """Say what is wrong; an empty sentence takes it back."""
        self.setText(message)
        self.setVisible(bool(message))
        self._field.setProperty("invalid", "true" if message else "false")
        self._field.setAccessibleDescription(message)
        restyle(self._field)
