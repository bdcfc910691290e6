"""The choices left of the paper: how it is to be, which printer, and the two ways out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.documents.copies import left_out, left_out_of_conversations
from app.foundation.translation import _
from app.ui.actions.entries import entry_of
from app.ui.appearance.tokens import GAP, MARGIN, SPACE
from app.ui.screens.documents.form_choices import FormChoices
from app.ui.screens.documents.papers import Choices, ConversationsOf, ListOf, Subject
from app.ui.screens.documents.printer_choice import NoticeFrame, PrinterChoice
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import Button, PrimaryButton
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.labels import HeadingLabel, Label, SecondaryLabel
from app.use_cases.printing import PrintQueues

EXPORT_KEYS = entry_of("export").keys[0]


class ChoicesPanel(QFrame):
    """Tells the choices; makes none itself.

    Signals:
        chosen: another copy, language or size is wanted; ``choices`` tells which.
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
        self.form = FormChoices()
        self.copies_of = self.form.copies_of
        self.language = self.form.language
        self.print_size = self.form.print_size
        self._printing = PrinterChoice()
        self.printer = self._printing.printer
        self.number = self._printing.number
        self._reprint = Label("", "ok", wrap=True)
        self.lacking = NoticeFrame()
        self.problem = Label("", "problem", wrap=True)
        self.busy = SecondaryLabel("")
        self.print_button = PrimaryButton(_("Skriv ut"), self.print_asked.emit)
        self.export_button = Button(_("Lagre som PDF"), self.export_asked.emit)
        keys = QKeySequence(EXPORT_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        self.export_button.setToolTip(keys)
        self._lay_out()
        self.form.chosen.connect(self.chosen)

    @property
    def choices(self) -> Choices:
        """Return what is chosen."""
        return self.form.choices

    @property
    def chosen_printer(self) -> str:
        """Return the queue's name; empty when there is none."""
        return self._printing.chosen

    @property
    def printer_problem(self) -> str:
        """Return in words, with the code, why nothing can be printed; empty when it can."""
        return self._printing.problem

    def show_subject(self, subject: Subject, name: str) -> None:
        """Say whose paper it is, and offer the copies there are of it."""
        if isinstance(subject, ListOf):
            words = (_("Skriv ut avdelingsliste"), _("Avdelingsliste"))
            self.form.offer_copies(None)
        elif isinstance(subject, ConversationsOf):
            words = (_("Skriv ut samtaler"), _("Samtaler"))
            self.form.offer_copies(left_out_of_conversations)
        else:
            words = (_("Skriv ut plan"), _("Framtidsplan"))
            self.form.offer_copies(left_out)
        heading, what = words
        self._heading.setText(heading)
        self._whose.setText(f"{what} · {name}" if name else what)

    def choose(self, choices: Choices) -> None:
        """Show other choices without telling of them."""
        self.form.choose(choices)

    def show_queues(self, queues: PrintQueues) -> None:
        """Offer printers; what was chosen stays chosen while it is there."""
        self._printing.show_queues(queues)

    def show_reprint(self, text: str) -> None:
        """Say that this is a paper kept from before."""
        self._reprint.setText(text)
        self._reprint.setVisible(bool(text))

    def show_lacking(self, letters: str) -> None:
        """Name the letters of the text that the paper cannot show."""
        before = self.lacking.label.text()
        text = lacking_text(letters)
        self.lacking.say(text)
        if text and text != before:
            announce(self, text)

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
        for hidden in (self._reprint, self.problem, self.busy):
            hidden.hide()

    def _groups(self) -> Sequence[Sequence[QWidget]]:
        return (
            (self._heading, self._whose, self._reprint),
            (self.form,),
            (self._printing, self.lacking, self.problem),
        )

    def _buttons(self) -> QWidget:
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.print_button)
        row.addWidget(self.export_button)
        return buttons


def lacking_text(letters: str) -> str:
    """Return the sentence that names letters no paper can show; empty where there are none."""
    if not letters:
        return ""
    text = _("Disse tegnene kan ikke skrives ut: {0}. På papiret står � i stedet.")
    return text.format(" ".join(letters))
