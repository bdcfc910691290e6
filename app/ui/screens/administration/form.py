"""A short form: labels above fields, the problems above the button."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import Problem, RuleBroken
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, MARGIN, SPACE
from app.ui.widgets.buttons import Button, PrimaryButton
from app.ui.widgets.failures import is_known, sentence
from app.ui.widgets.labels import HeadingLabel, SecondaryLabel
from app.ui.widgets.problem_bar import ProblemBar

_PASSWORD = QLineEdit.EchoMode.Password


class Form(QFrame):
    """A card with fields. Enter in a line saves."""

    def __init__(
        self,
        heading: str,
        fields: Mapping[str, tuple[str, QWidget]],
        save: tuple[str, Callable[[], None]],
        *,
        primary: bool = True,
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.heading = HeadingLabel(heading)
        self.problems = ProblemBar()
        self.fields = {name: field for name, (_label, field) in fields.items()}
        verb, act = save
        self.button: Button = PrimaryButton(verb, act) if primary else Button(verb, act)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        layout.setSpacing(SPACE)
        layout.addWidget(self.heading)
        for text, field in fields.values():
            label = SecondaryLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text)
            layout.addWidget(label)
            layout.addWidget(field)
            if isinstance(field, QLineEdit):
                field.returnPressed.connect(act)
        layout.addSpacing(SPACE)
        layout.addWidget(self.problems)
        layout.addWidget(self.button)

    def show_problems(self, *problems: Problem) -> None:
        """Say what must be put right, each a link to its field."""
        self.problems.show_problems(problems, self.fields)

    def explain(self, fault: Exception) -> None:
        """Say beside the fields what a use case refused; hand on a fault of ours."""
        if isinstance(fault, RuleBroken):
            self.show_problems(*fault.problems)
            return
        self.show_problems(Problem("", sentence(fault)))
        if not is_known(fault):
            raise fault

    def clear(self) -> None:
        """Empty the lines and show no problem."""
        self.problems.clear()
        for field in self.fields.values():
            if isinstance(field, QLineEdit):
                field.clear()


def password_line() -> QLineEdit:
    """Return a line that shows dots."""
    line = QLineEdit()
    line.setEchoMode(_PASSWORD)
    return line


def unequal(first: str, second: str) -> Problem | None:
    """Return the problem that a password was not typed twice alike."""
    if first == second:
        return None
    return Problem("again", _("De to passordene er ikke like."))
