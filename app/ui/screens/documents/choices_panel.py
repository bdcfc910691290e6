"""The choices left of the paper: which copy, which printer, how many, and the two ways out."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from app.documents.copies import PaperCopy, copy_name, left_out
from app.foundation.translation import LANGUAGE_NAMES, SOURCE_LANGUAGE, _, chosen_words
from app.ui.actions.entries import entry_of
from app.ui.appearance.tokens import GAP, MARGIN, SPACE
from app.ui.screens.documents.papers import Choices, ListOf, Subject
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import Button, PrimaryButton
from app.ui.widgets.chip import ChoiceChips
from app.ui.widgets.failures import sentence
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.labels import HeadingLabel, Label, SecondaryLabel
from app.use_cases.printing import MOST_COPIES, PrintQueues

EXPORT_KEYS = entry_of("export").keys[0]


class ChoicesPanel(QFrame):
    """Tells the choices; makes none itself.

    Signals:
        chosen: another copy or language is wanted; ``choices`` tells which.
        print_asked, export_asked: the buttons.
    """

    chosen = Signal()
    print_asked = Signal()
    export_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._heading = HeadingLabel()
        self._whose = Label("", wrap=True)
        self.copies_of = ChoiceChips(
            _("Eksemplar"), [(copy, copy_name(copy)) for copy in PaperCopy]
        )
        self.copies_of.choose(PaperCopy.INMATE)
        self.language = ChoiceChips(_("Språk"), LANGUAGE_NAMES.items())
        self.language.choose(chosen_words().language)
        self._copy_label = SecondaryLabel(_("Eksemplar"))
        self._left_out_label = SecondaryLabel(_("Utelatt fra denne kopien"))
        self._left_out = Label("", wrap=True)
        self.printer = QComboBox()
        self.printer.setAccessibleName(_("Skriver"))
        self.number = QSpinBox()
        self.number.setAccessibleName(_("Antall eksemplarer"))
        self.number.setRange(1, MOST_COPIES)
        self._no_printer = _notice()
        self._reprint = Label("", "ok", wrap=True)
        self.problem = Label("", "problem", wrap=True)
        self.busy = SecondaryLabel("")
        self.print_button = PrimaryButton(_("Skriv ut"), self.print_asked.emit)
        self.export_button = Button(_("Lagre som PDF"), self.export_asked.emit)
        keys = QKeySequence(EXPORT_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        self.export_button.setToolTip(keys)
        self._printing = QWidget()
        self._lay_out()
        self.copies_of.chosen.connect(self._on_copy)
        self.language.chosen.connect(lambda _language: self.chosen.emit())
        self._printer_problem = ""

    @property
    def choices(self) -> Choices:
        """Return what is chosen."""
        copy = self.copies_of.value
        return Choices(
            copy if isinstance(copy, PaperCopy) else PaperCopy.INMATE,
            str(self.language.value or SOURCE_LANGUAGE),
        )

    @property
    def chosen_printer(self) -> str:
        """Return the queue's name; empty when there is none."""
        return self.printer.currentText()

    @property
    def printer_problem(self) -> str:
        """Return in words, with the code, why nothing can be printed; empty when it can."""
        return self._printer_problem

    def show_subject(self, subject: Subject, name: str) -> None:
        """Say whose paper it is, and offer the copies there are of it."""
        is_list = isinstance(subject, ListOf)
        self._heading.setText(_("Skriv ut avdelingsliste") if is_list else _("Skriv ut plan"))
        what = _("Avdelingsliste") if is_list else _("Framtidsplan")
        self._whose.setText(f"{what} · {name}" if name else what)
        for part in (self._copy_label, self.copies_of):
            part.setVisible(not is_list)
        self._show_left_out(() if is_list else left_out(self.choices.copy))

    def choose(self, choices: Choices) -> None:
        """Show other choices without telling of them."""
        self.copies_of.choose(choices.copy)
        self.language.choose(choices.language)

    def show_queues(self, queues: PrintQueues) -> None:
        """Offer printers; what was chosen stays chosen while it is there."""
        before = self.chosen_printer
        wanted = before if before in queues.names else queues.chosen
        with QSignalBlocker(self.printer):
            self.printer.clear()
            self.printer.addItems(list(queues.names))
            self.printer.setCurrentIndex(self.printer.findText(wanted or ""))
        problem = queues.problem
        self._printer_problem = "" if problem is None else sentence(problem)
        self._printing.setVisible(problem is None)
        _say(self._no_printer, self._printer_problem)

    def show_reprint(self, text: str) -> None:
        """Say that this is a paper kept from before."""
        self._reprint.setText(text)
        self._reprint.setVisible(bool(text))

    def show_problem(self, text: str) -> None:
        """Say what went wrong, above the buttons."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        announce(self, text)

    def show_busy(self, text: str) -> None:
        """Say what is under way."""
        self.busy.setText(text)
        self.busy.setVisible(bool(text))
        announce(self, text)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(SPACE)
        for group in self._groups():
            for part in group:
                layout.addWidget(part)
            layout.addSpacing(GAP)
        layout.addWidget(self._buttons())
        layout.addWidget(self.busy)
        layout.addStretch()
        for hidden in (self._no_printer, self._reprint, self.problem, self.busy):
            hidden.hide()

    def _groups(self) -> Sequence[Sequence[QWidget]]:
        row = QHBoxLayout(self._printing)
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
        return (
            (self._heading, self._whose, self._reprint),
            (self._copy_label, self.copies_of),
            (SecondaryLabel(_("Språk")), self.language),
            (self._left_out_label, self._left_out),
            (self._printing, self._no_printer, self.problem),
        )

    def _buttons(self) -> QWidget:
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.print_button)
        row.addWidget(self.export_button)
        return buttons

    def _on_copy(self) -> None:
        self._show_left_out(left_out(self.choices.copy))
        self.chosen.emit()

    def _show_left_out(self, what: Sequence[str]) -> None:
        self._left_out.setText("\n".join(f"– {text}" for text in what))
        for part in (self._left_out_label, self._left_out):
            part.setVisible(bool(what))


def _notice() -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "notice")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(GAP, GAP, GAP, GAP)
    layout.addWidget(Label("", wrap=True))
    return frame


def _say(notice: QFrame, text: str) -> None:
    label = notice.findChild(Label)
    assert label is not None
    label.setText(text)
    notice.setVisible(bool(text))
