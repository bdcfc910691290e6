"""Which printer and how many; or why there is none."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, SPACE
from app.ui.widgets.failures import sentence
from app.ui.widgets.labels import Label, SecondaryLabel
from app.ui.widgets.number_field import NumberField
from app.use_cases.printing import MOST_COPIES, PrintQueues


class PrinterChoice(QWidget):
    """Offers the queues of this machine."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.printer = QComboBox()
        self.printer.setAccessibleName(_("Skriver"))
        self.number = NumberField(_("Antall eksemplarer"))
        self.number.setRange(1, MOST_COPIES)
        self._fields = QWidget()
        self._missing = NoticeFrame()
        self._problem = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._fields)
        layout.addWidget(self._missing)
        self._lay_out_fields()

    @property
    def chosen(self) -> str:
        """Return the queue's name; empty when there is none."""
        return self.printer.currentText()

    @property
    def problem(self) -> str:
        """Return in words, with the code, why nothing can be printed; empty when it can."""
        return self._problem

    def show_queues(self, queues: PrintQueues) -> None:
        """Offer printers; what was chosen stays chosen while it is there."""
        before = self.chosen
        wanted = before if before in queues.names else queues.chosen
        with QSignalBlocker(self.printer):
            self.printer.clear()
            self.printer.addItems(list(queues.names))
            self.printer.setCurrentIndex(self.printer.findText(wanted or ""))
        problem = queues.problem
        self._problem = "" if problem is None else sentence(problem)
        self._fields.setVisible(problem is None)
        self._missing.say(self._problem)

    def _lay_out_fields(self) -> None:
        row = QHBoxLayout(self._fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for label, field, stretch in (
            (_("Skriver"), self.printer, 1),
            (_("Antall"), self.number, 0),
        ):
            column = QVBoxLayout()
            column.setSpacing(SPACE)
            named = SecondaryLabel(label)
            named.setBuddy(field)
            column.addWidget(named)
            column.addWidget(field)
            row.addLayout(column, stretch)


class NoticeFrame(QFrame):
    """A sentence to be noticed; takes no room while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.label = Label("", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.addWidget(self.label)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence, or nothing."""
        self.label.setText(text)
        self.setVisible(bool(text))
