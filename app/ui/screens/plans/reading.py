"""A plan to read: what is frozen, and what an account without the right to write sees."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.plans import Agreement, Declined, Goal, GoalStatus, PlanContent
from app.domain.words import word
from app.foundation.dates import date_text
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, MARGIN, SPACE
from app.ui.screens.plans.texts import (
    goal_details,
    own_words_heading,
    progress_text,
    status_text,
)
from app.ui.widgets.labels import Badge, HeadingLabel, Label, SecondaryLabel, TextLabel

_TOP = Qt.AlignmentFlag.AlignTop
_STEP_COLUMN = 1


class PlanReading(QWidget):
    """Shows a plan's content as words; nothing in it can be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._parts: list[QWidget] = []

    def show_content(self, content: PlanContent, given_name: str) -> None:
        """Show this content and no other."""
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [_goal_card(goal) for goal in content.goals]
        self._parts.append(_answer_card(content, given_name))
        for part in self._parts:
            self._column.addWidget(part)

    def text(self) -> str:
        """Return all that is shown, for tests and for copying."""
        labels = (label for part in self._parts for label in part.findChildren(Label))
        return "\n".join(label.text() for label in labels)


def _goal_card(goal: Goal) -> QWidget:
    card, column = _card()
    head = QHBoxLayout()
    head.setSpacing(GAP)
    head.addWidget(Badge(word(goal.theme)))
    title = HeadingLabel(goal.title)
    title.setWordWrap(True)
    head.addWidget(title, 1)
    if goal.status is not GoalStatus.CURRENT:
        head.addWidget(Badge(word(goal.status)))
    head.addWidget(SecondaryLabel(progress_text(goal.steps)))
    column.addLayout(head)
    if goal.steps:
        column.addLayout(_step_table(goal))
    details = goal_details(goal)
    if details:
        column.addWidget(SecondaryLabel(details, wrap=True))
    if goal.note:
        column.addWidget(SecondaryLabel(_("Internt notat")))
        column.addWidget(TextLabel(goal.note))
    return card


def _step_table(goal: Goal) -> QGridLayout:
    table = QGridLayout()
    table.setHorizontalSpacing(MARGIN)
    table.setVerticalSpacing(SPACE)
    table.setColumnStretch(_STEP_COLUMN, 1)
    headings = ("", _("Steg"), _("Hvem"), _("Med"), _("Frist"), _("Status"))
    for column, text in enumerate(headings):
        table.addWidget(SecondaryLabel(text), 0, column)
    for line, step in enumerate(goal.steps, 1):
        day = date_text(step.due) if step.due else ""
        texts = (str(line), step.title, word(step.who), step.partner, day, status_text(step.status))
        for column, text in enumerate(texts):
            label = TextLabel(text) if column == _STEP_COLUMN else Label(text)
            table.addWidget(label, line, column, _TOP)
    return table


def _answer_card(content: PlanContent, given_name: str) -> QWidget:
    card, column = _card()
    column.addWidget(HeadingLabel(own_words_heading(given_name)))
    column.addWidget(TextLabel(content.own_words or _("Ikke skrevet")))
    for heading, text in _facts(content):
        column.addWidget(SecondaryLabel(heading))
        column.addWidget(TextLabel(text))
    return card


def _facts(content: PlanContent) -> Iterable[tuple[str, str]]:
    yield _("Enig i planen"), agreement_text(content)
    if content.declined:
        yield _("Takket nei til"), "\n".join(declined_text(item) for item in content.declined)
    if content.next_review:
        yield _("Neste gjennomgang"), date_text(content.next_review)
    if content.internal_note:
        yield _("Internt notat"), content.internal_note


def agreement_text(content: PlanContent) -> str:
    """Return the answer with its reason."""
    answer = word(content.agreement)
    needs_reason = content.agreement in (Agreement.NO, Agreement.COULD_NOT_ANSWER)
    return f"{answer}: {content.agreement_reason}" if needs_reason else answer


def declined_text(item: Declined) -> str:
    """Return an offer, the reason it was declined for, and when to ask again."""
    text = f"{item.what} ({item.reason})" if item.reason else item.what
    if item.ask_again_on is None:
        return text
    return _("{0} · spør igjen {1}").format(text, date_text(item.ask_again_on))


def _card() -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(MARGIN, GAP, MARGIN, GAP + SPACE)
    column.setSpacing(SPACE)
    return card, column
