"""A column of named fields with their problems, and the button below."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import Problem
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, SPACE
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.labels import HeadingLabel, Label, SecondaryLabel
from app.ui.widgets.problem_bar import FieldProblem, ProblemBar

_PASSWORD = QLineEdit.EchoMode.Password


class Form(QWidget):
    """Enter in any field presses the button."""

    def __init__(self, heading: str, verb: str, submit: Callable[[], None]) -> None:
        super().__init__()
        self.setAccessibleName(heading)
        self._submit = submit
        self.fields: dict[str, QLineEdit] = {}
        self._beside: dict[str, FieldProblem] = {}
        self.problems = ProblemBar()
        self.button = PrimaryButton(verb, self._press)
        self.working = SecondaryLabel("")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE)
        self.column.addWidget(HeadingLabel(heading))
        self.column.addSpacing(GAP)

    def add_field(self, field_id: str, label: str, hint: str = "", *, secret: bool = False) -> None:
        """Add a field with its label above and its problem below."""
        field = QLineEdit()
        field.setAccessibleName(label)
        if secret:
            field.setEchoMode(_PASSWORD)
        words = Label(label)
        words.setBuddy(field)
        beside = FieldProblem(field)
        self.fields[field_id], self._beside[field_id] = field, beside
        self.column.addWidget(words)
        if hint:
            field.setAccessibleDescription(hint)
            self.column.addWidget(SecondaryLabel(hint, wrap=True))
        self.column.addWidget(field)
        self.column.addWidget(beside)
        self.column.addSpacing(SPACE)
        field.returnPressed.connect(self._press)

    def finish(self, *below: QWidget) -> None:
        """Put the problems and the button last, and what stands below them."""
        self.column.addWidget(self.problems)
        self.column.addWidget(self.button)
        self.column.addWidget(self.working)
        self.column.addSpacing(theme().px(GAP))
        for widget in below:
            self.column.addWidget(widget)
        self.column.addStretch()

    def text(self, field_id: str) -> str:
        """Return what is typed in a field."""
        return self.fields[field_id].text()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what must be put right, in a list and beside each field."""
        self.set_busy("")
        fields: Mapping[str, QWidget] = self.fields
        for field_id, beside in self._beside.items():
            beside.set_problem(next((one.message for one in problems if one.field == field_id), ""))
        self.problems.show_problems(problems, fields)

    def set_busy(self, text: str) -> None:
        """Say what is going on, and take no more presses until it is done."""
        self.working.setText(text)
        self.button.setEnabled(not text)
        for field in self.fields.values():
            field.setReadOnly(bool(text))

    def empty_secrets(self) -> None:
        """Forget what was typed in the secret fields."""
        for field in self.fields.values():
            if field.echoMode() == _PASSWORD:
                field.clear()

    def _press(self) -> None:
        if self.button.isEnabled():
            self._submit()
