"""How a goal stands: why it was stopped, and whether it is reached."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.plans import StopReason
from app.domain.words import word
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, SPACE
from app.ui.screens.plans.fields import TextField
from app.ui.screens.plans.problems import Spot
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.chip import ChoiceChips
from app.ui.widgets.labels import Label, SecondaryLabel
from app.ui.widgets.problem_bar import FieldProblem


class StopReasons(QWidget):
    """Why a goal is stopped: one of four reasons, and words for the last.

    Signals:
        edited: the reason is another.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = _("Hvorfor stoppes målet")
        self.reasons = ChoiceChips(name, [(reason, word(reason)) for reason in StopReason])
        self.words = TextField(_("Hvorfor målet stoppes, med egne ord"))
        self._reason_problem = FieldProblem(self.reasons)
        self._words_problem = FieldProblem(self.words)
        self._label = SecondaryLabel(_("Skriv hvorfor"))
        self._label.setBuddy(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(SecondaryLabel(name))
        column.addWidget(self.reasons)
        column.addWidget(self._reason_problem)
        column.addWidget(self._label)
        column.addWidget(self.words)
        column.addWidget(self._words_problem)
        self.reasons.chosen.connect(self._choose)
        self.words.textChanged.connect(self.edited)
        self._show_words()

    @property
    def reason(self) -> StopReason | None:
        """Return the reason; None while none is chosen."""
        value = self.reasons.value
        return value if isinstance(value, StopReason) else None

    @property
    def text(self) -> str:
        """Return the words, where the reason asks for some."""
        return self.words.text() if self.reason is StopReason.OTHER else ""

    def show_reason(self, reason: StopReason | None, text: str) -> None:
        """Show a reason."""
        self.reasons.choose(reason)
        self.words.setText(text)
        self._show_words()

    def spots(self) -> dict[str, Spot]:
        """Return where problems are shown."""
        first = self.reasons.chips()[0]
        return {
            "stop_reason": Spot(first, self._reason_problem, lambda: self.reason),
            "stop_text": Spot(self.words, self._words_problem, self.words.text),
        }

    def focus_chain(self) -> list[QWidget]:
        """Return the fields as Tab goes through them."""
        return [*self.reasons.chips(), self.words]

    def _choose(self) -> None:
        self._show_words()
        if self.reason is StopReason.OTHER:
            self.words.setFocus()
        self.edited.emit()

    def _show_words(self) -> None:
        is_other = self.reason is StopReason.OTHER
        self._label.setVisible(is_other)
        self.words.setVisible(is_other)


class AchievedQuestion(QWidget):
    """Asks whether the goal is reached, when every step is done.

    Signals:
        achieved, not_yet: a button was pressed.
    """

    achieved = Signal()
    not_yet = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        question = _("Er målet nådd?")
        self.yes = LinkButton(_("Ja"), self.achieved.emit, name=_("Er målet nådd? Ja"))
        self.later = LinkButton(
            _("Ikke ennå"), self.not_yet.emit, name=_("Er målet nådd? Ikke ennå")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(Label(question, "muted"))
        row.addWidget(self.yes)
        row.addWidget(self.later)
