"""The choices for all plans of a unit: which unit, how, in one file or many, and where to."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QProgressBar, QVBoxLayout, QWidget

from app.domain.cell_choices import UnitChoice
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, MARGIN, SPACE
from app.ui.screens.documents.form_choices import FormChoices
from app.ui.screens.documents.papers import Choices
from app.ui.screens.documents.printer_choice import PrinterChoice
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import Button, PrimaryButton
from app.ui.widgets.chip import ChoiceChips
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.labels import HeadingLabel, Label, SecondaryLabel
from app.use_cases.printing import PrintQueues


class UnitPlansPanel(QFrame):
    """Tells the choices; makes none itself. While a job runs, it can be cancelled here.

    Signals:
        unit_chosen: with the path of another unit.
        print_asked, save_asked, cancel_asked: the buttons.
    """

    unit_chosen = Signal(str)
    print_asked = Signal()
    save_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.units = QComboBox()
        self.units.setAccessibleName(_("Avdeling"))
        self.form = FormChoices()
        self.files = ChoiceChips(_("Filer"), [(False, _("Hver for seg")), (True, _("Samlet i én"))])
        self.files.choose(False)  # noqa: FBT003 - the value of the chip
        self._printing = PrinterChoice()
        self.printer = self._printing.printer
        self.number = self._printing.number
        self.problem = Label("", "problem", wrap=True)
        self.print_button = PrimaryButton(_("Skriv ut"), self.print_asked.emit)
        self.save_button = Button(_("Lagre som PDF"), self.save_asked.emit)
        self.cancel_button = Button(_("Avbryt"), self.cancel_asked.emit)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Framdrift"))
        self.count = SecondaryLabel("")
        self._buttons = QWidget()
        self._running = QWidget()
        self._lay_out()
        self.units.activated.connect(lambda at: self.unit_chosen.emit(self.units.itemData(at)))

    @property
    def choices(self) -> Choices:
        """Return how the papers are to be."""
        return self.form.choices

    @property
    def combined(self) -> bool:
        """Tell whether all are to be one file, or one job of the printer."""
        return bool(self.files.value)

    @property
    def chosen_printer(self) -> str:
        """Return the queue's name; empty when there is none."""
        return self._printing.chosen

    @property
    def printer_problem(self) -> str:
        """Return in words, with the code, why nothing can be printed; empty when it can."""
        return self._printing.problem

    def show_units(self, units: Sequence[UnitChoice], chosen: str | None) -> None:
        """Offer the units."""
        with QSignalBlocker(self.units):
            self.units.clear()
            for unit in units:
                self.units.addItem(unit.name, unit.path)
            self.units.setCurrentIndex(self.units.findData(chosen))

    def show_queues(self, queues: PrintQueues) -> None:
        """Offer printers, or say why there are none."""
        self._printing.show_queues(queues)

    def allow(self, *, yes: bool) -> None:
        """Let the buttons be pressed, or not where there is nothing to print."""
        for button in (self.print_button, self.save_button):
            button.setEnabled(yes)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the job has come, in place of the buttons."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.count.setText(_("{0} av {1}").format(done, total) if total else _("Begynner …"))
        self.progress.setAccessibleDescription(self.count.text())
        if self._running.isHidden():
            had_focus = self.print_button.hasFocus() or self.save_button.hasFocus()
            self._buttons.hide()
            self._running.show()
            announce(self, _("Lager planene …"))
            if had_focus:
                self.cancel_button.setFocus()

    def show_rest(self) -> None:
        """Show the buttons again."""
        had_focus = self.cancel_button.hasFocus()
        self._running.hide()
        self._buttons.show()
        if had_focus:
            self.print_button.setFocus()

    def show_problem(self, text: str) -> None:
        """Say what went wrong, above the buttons."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        announce(self, text)

    def _lay_out(self) -> None:
        row = FlowLayout(self._buttons)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        running = QVBoxLayout(self._running)
        running.setContentsMargins(0, 0, 0, 0)
        running.setSpacing(SPACE)
        running.addWidget(SecondaryLabel(_("Du kan arbeide videre imens."), wrap=True))
        running.addWidget(self.progress)
        running.addWidget(self.count)
        running.addWidget(self.cancel_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(SPACE)
        unit = SecondaryLabel(_("Avdeling"))
        unit.setBuddy(self.units)
        for group in (
            (HeadingLabel(_("Skriv ut alle planene")),),
            (unit, self.units),
            (self.form,),
            (SecondaryLabel(_("Filer")), self.files),
            (self._printing, self.problem),
        ):
            for part in group:
                layout.addWidget(part)
            layout.addSpacing(GAP)
        layout.addWidget(self._buttons)
        layout.addWidget(self._running)
        layout.addStretch()
        for hidden in (self.problem, self._running):
            hidden.hide()
