"""The internal note of a goal, opened when it is wanted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.foundation.translation import _
from app.ui.appearance.tokens import SPACE
from app.ui.screens.plans.fields import NoteField
from app.ui.screens.plans.problems import Spot
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.labels import SecondaryLabel
from app.ui.widgets.problem_bar import FieldProblem


class GoalNote(QWidget):
    """Says beside the field that the inmate's copy does not show it.

    ``button`` opens the note; it is placed by whoever uses it.

    Signals:
        edited: the note says something else.
        opened: the field has come.
    """

    edited = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = NoteField(_("Internt notat"))
        self.button = LinkButton(_("Internt notat"), self.open)
        self._problem = FieldProblem(self.field)
        label = SecondaryLabel(_("Internt notat · Vises ikke på den innsattes eksemplar"))
        label.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for part in (label, self.field, self._problem):
            column.addWidget(part)
        self.field.textChanged.connect(self.edited)

    @property
    def text(self) -> str:
        """Return the note."""
        return self.field.toPlainText()

    def show_text(self, text: str) -> None:
        """Show a note; without one only the button."""
        self.field.set_text(text)
        self.setVisible(bool(text))
        self.button.setVisible(not text)

    def spot(self) -> Spot:
        """Return where a problem is shown."""
        return Spot(self.field, self._problem, self.field.toPlainText)

    def open(self) -> None:
        """Let the note be written."""
        self.show()
        self.button.hide()
        self.opened.emit()
        self.field.setFocus()
