"""How a paper is to be: which copy, in which language, how large; and what the copy leaves out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.documents.copies import PaperCopy, copy_name, left_out
from app.foundation.translation import LANGUAGE_NAMES, SOURCE_LANGUAGE, _, chosen_words
from app.ui.appearance.tokens import GAP, SPACE
from app.ui.screens.documents.papers import Choices
from app.ui.widgets.chip import ChoiceChips
from app.ui.widgets.labels import Label, SecondaryLabel

LeftOut = Callable[[PaperCopy], Sequence[str]]


class FormChoices(QWidget):
    """Tells the choices; makes none itself.

    Signals:
        chosen: another copy, language or size is wanted; ``choices`` tells which.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copies_of = ChoiceChips(
            _("Eksemplar"), [(copy, copy_name(copy)) for copy in PaperCopy]
        )
        self.language = ChoiceChips(_("Språk"), LANGUAGE_NAMES.items())
        self.print_size = ChoiceChips(_("Skrift"), [(False, _("Vanlig")), (True, _("Stor skrift"))])
        self._copy_label = SecondaryLabel(_("Eksemplar"))
        self._left_out_label = SecondaryLabel(_("Utelatt fra denne kopien"))
        self._left_out = Label("", wrap=True)
        self._what_is_left_out: LeftOut = left_out
        self._lay_out()
        self.choose(Choices(language=chosen_words().language))
        for chips in (self.copies_of, self.language, self.print_size):
            chips.chosen.connect(self._tell)

    @property
    def choices(self) -> Choices:
        """Return what is chosen."""
        copy = self.copies_of.value
        return Choices(
            copy if isinstance(copy, PaperCopy) else PaperCopy.INMATE,
            str(self.language.value or SOURCE_LANGUAGE),
            bool(self.print_size.value),
        )

    def choose(self, choices: Choices) -> None:
        """Show other choices without telling of them."""
        self.copies_of.choose(choices.copy)
        self.language.choose(choices.language)
        self.print_size.choose(choices.large_print)
        self._show_left_out()

    def offer_copies(self, what_is_left_out: LeftOut | None) -> None:
        """Offer both copies and say what each leaves out; None for a paper of one copy."""
        for part in (self._copy_label, self.copies_of):
            part.setVisible(what_is_left_out is not None)
        self._what_is_left_out = what_is_left_out or _nothing
        self._show_left_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        groups = (
            (self._copy_label, self.copies_of),
            (SecondaryLabel(_("Språk")), self.language),
            (SecondaryLabel(_("Skrift")), self.print_size),
            (self._left_out_label, self._left_out),
        )
        for number, group in enumerate(groups):
            if number:
                layout.addSpacing(GAP)
            for part in group:
                layout.addWidget(part)

    def _tell(self) -> None:
        self._show_left_out()
        self.chosen.emit()

    def _show_left_out(self) -> None:
        what = self._what_is_left_out(self.choices.copy)
        self._left_out.setText("\n".join(f"– {text}" for text in what))
        for part in (self._left_out_label, self._left_out):
            part.setVisible(bool(what))


def _nothing(_copy: PaperCopy) -> Sequence[str]:
    return ()
