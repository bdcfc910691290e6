"""A new password for the officer who is signed in."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import Problem, RuleBroken, WrongPassword
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP
from app.ui.background.tasks import Tasks
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.failures import is_known, sentence
from app.ui.widgets.labels import HeadingLabel, Label, SecondaryLabel
from app.ui.widgets.page import Notice
from app.ui.widgets.problem_bar import ProblemBar
from app.ui.widgets.scrolling import scrolling
from app.ui.widgets.side_panel import PanelContent

_PASSWORD = QLineEdit.EchoMode.Password


class PasswordPanel(PanelContent):
    """Asks for the old password once and the new one twice."""

    def __init__(
        self,
        tasks: Tasks,
        change: Callable[[str, str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._change = change
        self._problems = ProblemBar()
        self._fields = {
            "old": _field(_("Passordet du har nå")),
            "password": _field(_("Nytt passord")),
            "again": _field(_("Nytt passord en gang til")),
        }
        inside = QWidget()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolling(inside))
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(HeadingLabel(_("Bytt passord")))
        layout.addWidget(SecondaryLabel(_("Gjenopprettingskoden er den samme som før."), wrap=True))
        for field in self._fields.values():
            label = Label(field.accessibleName())
            label.setBuddy(field)
            layout.addWidget(label)
            layout.addWidget(field)
            field.returnPressed.connect(self._save)
        layout.addWidget(self._problems)
        layout.addWidget(PrimaryButton(_("Bytt passord"), self._save))
        layout.addStretch()

    def first_focus(self) -> QWidget:
        """Return the first field."""
        return self._fields["old"]

    def _save(self) -> None:
        old, new, again = (field.text() for field in self._fields.values())
        self._problems.clear()
        if new != again:
            problem = Problem("again", _("De to nye passordene er ikke like."))
            self._problems.show_problems([problem], self._fields)
            return
        change = self._change
        self._tasks.write(lambda: change(old, new), self, self._saved, self._explain)

    def _saved(self, _nothing: None) -> None:
        self.notice.emit(Notice(_("Passordet er byttet.")))
        self.close_asked.emit()

    def _explain(self, fault: Exception) -> None:
        if isinstance(fault, RuleBroken):
            self._problems.show_problems(fault.problems, self._fields)
        elif isinstance(fault, WrongPassword):
            problem = Problem("old", _("Passordet du har nå, er ikke riktig."))
            self._problems.show_problems([problem], self._fields)
        elif is_known(fault):
            self._problems.show_problems([Problem("", sentence(fault))], self._fields)
        else:
            raise fault


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(_PASSWORD)
    field.setAccessibleName(name)
    return field
