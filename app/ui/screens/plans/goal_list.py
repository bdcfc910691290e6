"""All goals as cards; chips show those of one status."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.plans import Goal, GoalStatus, Theme
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP
from app.ui.screens.plans.goal_card import GoalCard
from app.ui.screens.plans.problems import Spot
from app.ui.screens.plans.step_list import Makers
from app.ui.widgets.deeds import Deed
from app.ui.widgets.labels import Label
from app.ui.widgets.page import Notice


class GoalList(QWidget):
    """Cards that are added to, moved and removed; a removed one can be brought back.

    A card whose status changes stays in sight until other goals are chosen, so that nothing
    vanishes under the officer's hands.

    Signals:
        edited: the goals say something else.
        cards_changed: cards came, went, moved, or changed status.
        notice: with a ``Notice`` that offers to bring back what was removed.
    """

    edited = Signal()
    cards_changed = Signal()
    notice = Signal(object)

    def __init__(self, makers: Makers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers = makers
        self._cards: list[GoalCard] = []
        self._shown = GoalStatus.CURRENT
        self._held: set[UUID] = set()
        self._owner: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._none = Label(_("Ingen mål her."), "muted")
        self._column.addWidget(self._none)
        self._column.addStretch()

    @property
    def goals(self) -> tuple[Goal, ...]:
        """Return the goals as the fields say them."""
        return tuple(card.goal for card in self._cards)

    @property
    def cards(self) -> Sequence[GoalCard]:
        """Return the cards in their order."""
        return tuple(self._cards)

    @property
    def shown(self) -> GoalStatus:
        """Return the status whose goals are in sight."""
        return self._shown

    def show_goals(self, goals: Sequence[Goal], owner: object) -> None:
        """Show these goals and no others; ``owner`` is whose they are."""
        for card in tuple(self._cards):
            self._take_out(card)
        self._owner = owner
        self._held.clear()
        for goal in goals:
            self._put_in(goal, len(self._cards))
        self._refresh()

    def show_status(self, status: GoalStatus) -> None:
        """Show the goals of one status."""
        self._shown = status
        self._held.clear()
        self._refresh()

    def reveal(self, fields: Sequence[QWidget]) -> None:
        """Bring the cards that hold these fields into sight."""
        for card in self._cards:
            if any(card.isAncestorOf(field) for field in fields):
                self._held.add(card.goal.id)
        self._refresh()

    def count(self, status: GoalStatus) -> int:
        """Return how many goals have a status."""
        return sum(goal.status is status for goal in self.goals)

    def add(self) -> GoalCard:
        """Begin a goal of the status in sight (one that is not closed), and move the focus there.

        A goal that was begun and has no title yet is used instead of another one.
        """
        is_later = self._shown is GoalStatus.FUTURE
        status = GoalStatus.FUTURE if is_later else GoalStatus.CURRENT
        last = self._cards[-1] if self._cards else None
        if last is not None and not last.title.text().strip() and not last.goal.steps:
            card = last
        else:
            goal = Goal(self._makers.new_id(), Theme.HOUSING, "", status)
            card = self._put_in(goal, len(self._cards))
        self._held.add(card.goal.id)
        self._refresh()
        self.edited.emit()
        card.title.setFocus()
        return card

    def add_step(self) -> None:
        """Begin a step in the goal that has the focus, after the step that has it."""
        card = self._with_focus(self._cards)
        if isinstance(card, GoalCard):
            row = self._with_focus(card.steps.rows)
            card.steps.add(next((each for each in card.steps.rows if each is row), None))

    def spots(self) -> dict[str, Spot]:
        """Return where problems are shown, by ``goals.<place>.<field>``."""
        return {
            f"goals.{place}.{name}": spot
            for place, card in enumerate(self._cards)
            for name, spot in card.spots().items()
        }

    def focus_chain(self) -> list[QWidget]:
        """Return the fields as Tab goes through them."""
        return [field for card in self._cards for field in card.focus_chain()]

    def _with_focus(self, widgets: Sequence[QWidget]) -> QWidget | None:
        focused = QApplication.focusWidget()
        holders = (each for each in widgets if focused is not None and each.isAncestorOf(focused))
        return next(holders, None)

    def _put_in(self, goal: Goal, place: int) -> GoalCard:
        card = GoalCard(goal, self._makers)
        self._cards.insert(place, card)
        self._column.insertWidget(place, card)
        card.edited.connect(self.edited)
        card.fields_changed.connect(self.cards_changed)
        card.notice.connect(self.notice)
        card.status_changed.connect(lambda: self._hold(card))
        card.moved.connect(lambda by: self._move(card, by))
        card.removed.connect(lambda: self._remove(card))
        return card

    def _take_out(self, card: GoalCard) -> None:
        self._cards.remove(card)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _hold(self, card: GoalCard) -> None:
        self._held.add(card.goal.id)
        self._refresh()

    def _move(self, card: GoalCard, by: int) -> None:
        in_sight = [each for each in self._cards if not each.isHidden()]
        place = in_sight.index(card) + by
        if not 0 <= place < len(in_sight):
            return
        target = self._cards.index(in_sight[place])
        self._cards.remove(card)
        self._cards.insert(target, card)
        self._column.removeWidget(card)
        self._column.insertWidget(target, card)
        self._refresh()
        self.edited.emit()

    def _remove(self, card: GoalCard) -> None:
        place, goal, owner = self._cards.index(card), card.goal, self._owner
        self._take_out(card)
        self._refresh()
        self.edited.emit()
        if self._cards:
            self._cards[min(place, len(self._cards) - 1)].title.setFocus()
        bring_back = Deed(partial(self._bring_back, goal, place, owner))
        self.notice.emit(Notice(_("Målet er fjernet."), deed=bring_back))

    def _bring_back(self, goal: Goal, place: int, owner: object) -> None:
        is_other = not shiboken6.isValid(self) or owner != self._owner
        if is_other or any(card.goal.id == goal.id for card in self._cards):
            return
        card = self._put_in(goal, min(place, len(self._cards)))
        self._hold(card)
        self.edited.emit()
        card.title.setFocus()

    def _refresh(self) -> None:
        for number, card in enumerate(self._cards, 1):
            goal = card.goal
            card.set_place(number)
            card.setVisible(goal.status is self._shown or goal.id in self._held)
        self._none.setVisible(all(card.isHidden() for card in self._cards))
        self.cards_changed.emit()
