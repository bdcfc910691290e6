"""The person's own words and answer, first; then the next review and the internal note."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.plans import Agreement, PlanContent
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, MARGIN, SPACE
from app.ui.screens.plans.declined_list import DeclinedList
from app.ui.screens.plans.fields import DayField, NoteField, TextField
from app.ui.screens.plans.problems import Spot
from app.ui.screens.plans.texts import own_words_heading
from app.ui.widgets.chip import ChoiceChips
from app.ui.widgets.labels import HeadingLabel, SecondaryLabel
from app.ui.widgets.problem_bar import FieldProblem

_NEEDS_REASON = (Agreement.NO, Agreement.COULD_NOT_ANSWER)


class AnswerPanel(QWidget):
    """All of a plan but its goals.

    Signals:
        edited: something is said otherwise.
        fields_changed: fields came or went.
        notice: with a ``Notice``.
    """

    edited = Signal()
    fields_changed = Signal()
    notice = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = HeadingLabel()
        self.own_words = NoteField(_("Egne ord"), _("Skriv ordene slik de ble sagt."))
        self.agreement = ChoiceChips(_("Enig i planen"), _agreement_choices())
        self.reason = TextField(_("Hvorfor"))
        self.declined = DeclinedList(today)
        self.next_review = DayField(_("Neste gjennomgang"), today)
        self.note = NoteField(_("Internt notat om planen"))
        self._words_problem = FieldProblem(self.own_words)
        self._agreement_problem = FieldProblem(self.agreement)
        self._reason_problem = FieldProblem(self.reason)
        self._review_problem = FieldProblem(self.next_review)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._answer_card())
        column.addWidget(self._follow_up_card())
        self._connect()

    def content_with(self, content: PlanContent) -> PlanContent:
        """Return the content with what these fields say."""
        value = self.agreement.value
        agreement = value if isinstance(value, Agreement) else Agreement.NOT_ASKED
        return replace(
            content,
            own_words=self.own_words.toPlainText(),
            agreement=agreement,
            agreement_reason=self.reason.text() if agreement in _NEEDS_REASON else "",
            declined=self.declined.items,
            next_review=self.next_review.value,
            internal_note=self.note.toPlainText(),
        )

    def show_content(self, content: PlanContent, given_name: str, owner: object) -> None:
        """Show what a plan says."""
        self.heading.setText(own_words_heading(given_name))
        self.own_words.setAccessibleName(own_words_heading(given_name))
        self.own_words.set_text(content.own_words)
        self.agreement.choose(content.agreement)
        self.reason.show_text(content.agreement_reason)
        self.declined.show_items(content.declined, owner)
        self.next_review.set_value(content.next_review)
        self.note.set_text(content.internal_note)
        self._show_reason()

    def spots(self) -> dict[str, Spot]:
        """Return where problems are shown, by the name of the field."""
        first = self.agreement.chips()[0]
        own = {
            "own_words": Spot(self.own_words, self._words_problem, self.own_words.toPlainText),
            "agreement": Spot(first, self._agreement_problem, lambda: self.agreement.value),
            "agreement_reason": Spot(self.reason, self._reason_problem, self.reason.text),
            "next_review": Spot(self.next_review, self._review_problem, self.next_review.said),
        }
        return own | self.declined.spots()

    def focus_chain(self) -> list[QWidget]:
        """Return the fields as Tab goes through them."""
        first = (self.own_words, *self.agreement.chips(), self.reason)
        return [*first, *self.declined.focus_chain(), self.next_review, self.note]

    def _answer_card(self) -> QFrame:
        card, column = _card()
        column.addWidget(self.heading)
        column.addWidget(self.own_words)
        column.addWidget(self._words_problem)
        column.addWidget(SecondaryLabel(_("Enig i planen")))
        column.addWidget(self.agreement)
        column.addWidget(self._agreement_problem)
        self._reason_label = _label(_("Hvorfor"), self.reason)
        column.addWidget(self._reason_label)
        column.addWidget(self.reason)
        column.addWidget(self._reason_problem)
        column.addWidget(SecondaryLabel(_("Takket nei til")))
        column.addWidget(self.declined)
        return card

    def _follow_up_card(self) -> QFrame:
        card, column = _card()
        column.addWidget(_label(_("Neste gjennomgang"), self.next_review))
        column.addWidget(self.next_review)
        column.addWidget(self._review_problem)
        column.addWidget(_label(_("Internt notat"), self.note))
        column.addWidget(self.note)
        column.addWidget(SecondaryLabel(_("Vises ikke på den innsattes eksemplar"), wrap=True))
        return card

    def _connect(self) -> None:
        for field in (self.own_words, self.reason, self.next_review, self.note):
            field.textChanged.connect(self.edited)
        self.agreement.chosen.connect(self._choose)
        self.declined.edited.connect(self.edited)
        self.declined.rows_changed.connect(self.fields_changed)
        self.declined.notice.connect(self.notice)

    def _choose(self) -> None:
        self._show_reason()
        if self.agreement.value in _NEEDS_REASON:
            self.reason.setFocus()
        self.edited.emit()

    def _show_reason(self) -> None:
        needs_reason = self.agreement.value in _NEEDS_REASON
        self._reason_label.setVisible(needs_reason)
        self.reason.setVisible(needs_reason)


def _agreement_choices() -> tuple[tuple[Agreement, str], ...]:
    return (
        (Agreement.YES, _("Ja")),
        (Agreement.NO, _("Nei, fordi …")),
        (Agreement.COULD_NOT_ANSWER, _("Kunne ikke svare")),
        (Agreement.NOT_ASKED, _("Ikke spurt ennå")),
    )


def _card() -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(MARGIN, GAP, MARGIN, GAP + SPACE)
    column.setSpacing(SPACE)
    return card, column


def _label(text: str, buddy: QWidget) -> SecondaryLabel:
    label = SecondaryLabel(text)
    label.setBuddy(buddy)
    return label
