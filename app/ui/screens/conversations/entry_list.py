"""The entries below each other, fifty at a time; arrow keys go from one to the next."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.read_models import ConversationLine
from app.foundation.translation import _
from app.ui.screens.conversations.entry_card import EntryCard
from app.ui.widgets.buttons import Button

PAGE = 50
_CORRECT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NO_FRAME = QFrame.Shape.NoFrame
_NEVER_BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_NO_FOCUS = Qt.FocusPolicy.NoFocus
_BY_KEY = Qt.FocusReason.ShortcutFocusReason
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}


class EntryList(QScrollArea):
    """One entry is the current one: Tab stops there, and nowhere else in the list.

    Signals:
        correct_asked, versions_asked: with the UUID of an entry.
    """

    correct_asked = Signal(object)
    versions_asked = Signal(object)

    def __init__(self, *, may_correct: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_correct = may_correct
        self.setAccessibleName(_("Samtaler og notater"))
        self.setFrameShape(_NO_FRAME)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(_NEVER_BAR)
        self.setFocusPolicy(_NO_FOCUS)
        self._lines: Sequence[ConversationLine] = ()
        self._limit = PAGE
        self._current = 0
        self.cards: list[EntryCard] = []
        content = QWidget()
        self._layout = QVBoxLayout(content)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.more = Button(_("Vis flere"), self.show_more)
        self._layout.addWidget(self.more)
        self._layout.addStretch()
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    def show_lines(self, lines: Sequence[ConversationLine], *, anew: bool) -> None:
        """Show entries; ``anew`` for another person, otherwise place and current entry stay."""
        if tuple(lines) == tuple(self._lines) and self.cards and not anew:
            return
        had_focus = self._has_focus_inside()
        current = None if anew else self.current_id
        place = 0 if anew else self.verticalScrollBar().value()
        self._lines = lines
        if anew:
            self._limit = PAGE
        self._fill()
        ids = [line.id for line in lines[: self._limit]]
        self._set_current(ids.index(current) if current in ids else 0)
        self.verticalScrollBar().setValue(place)
        if had_focus:
            self.focus_current()

    @property
    def current_id(self) -> UUID | None:
        """Return the current entry."""
        return self.cards[self._current].line.id if self.cards else None

    def current_card(self) -> EntryCard | None:
        """Return the card of the current entry."""
        return self.cards[self._current] if self.cards else None

    def card_of(self, conversation_id: UUID) -> EntryCard | None:
        """Return the card of an entry, if it is shown."""
        return next((card for card in self.cards if card.line.id == conversation_id), None)

    def focus_current(self) -> bool:
        """Give the current entry the focus; return False if there is none."""
        if not self.cards:
            return False
        self.cards[self._current].setFocus(_BY_KEY)
        return True

    def focus_next(self) -> bool:
        """Go to the entry after the one with the focus, after the last to the first.

        Returns:
            False when there is none.
        """
        card = self.current_card()
        if card is None:
            return False
        # From the field the way leads to the current entry first: it has not been visited.
        step = 1 if self._has_focus_inside() else 0
        place = (self._current + step) % len(self._lines)
        return self.go_to(self._lines[place].id)

    def go_to(self, conversation_id: UUID) -> bool:
        """Bring an entry into view and give it the focus; return False if it is not listed."""
        ids = [line.id for line in self._lines]
        if conversation_id not in ids:
            return False
        place = ids.index(conversation_id)
        if place >= len(self.cards):
            self._limit = (place // PAGE + 1) * PAGE
            self._add_cards(self._lines[len(self.cards) : self._limit])
        self._set_current(place)
        self._layout.activate()
        self.focus_current()
        self.ensureWidgetVisible(self.cards[place])
        return True

    def show_more(self) -> None:
        """Show the next fifty, and go to the first of them."""
        first_new = len(self.cards)
        self._limit += PAGE
        self._add_cards(self._lines[first_new : self._limit])
        self._set_current(min(first_new, len(self.cards) - 1))
        self.focus_current()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the current entry, once there is one."""
        super().focusInEvent(event)
        self.focus_current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another entry, or correct the current one."""
        if event.key() in _STEPS and self.cards:
            self._go(_STEPS[Qt.Key(event.key())])
        elif self._is_correct_key(event) and self.cards:
            self.correct_asked.emit(self.cards[self._current].line.id)
        else:
            super().keyPressEvent(event)

    def _is_correct_key(self, event: QKeyEvent) -> bool:
        pressed = event.key() in _CORRECT_KEYS and not event.modifiers() & _CONTROL
        return pressed and self._may_correct

    def _go(self, steps: int) -> None:
        self._set_current(max(0, min(len(self.cards) - 1, self._current + steps)))
        self.focus_current()
        self.ensureWidgetVisible(self.cards[self._current])

    def _set_current(self, place: int) -> None:
        self._current = max(0, place)
        for number, card in enumerate(self.cards):
            card.set_current(current=number == self._current)

    def _take_focus(self, card: EntryCard) -> None:
        if card in self.cards:
            self._set_current(self.cards.index(card))

    def _fill(self) -> None:
        for card in self.cards:
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        self._add_cards(self._lines[: self._limit])

    def _add_cards(self, lines: Sequence[ConversationLine]) -> None:
        for line in lines:
            card = EntryCard(line, may_correct=self._may_correct)
            self._layout.insertWidget(len(self.cards), card)
            # Only what is shown can take the focus; the layout would show it a moment later.
            card.show()
            self.cards.append(card)
            card.correct_asked.connect(lambda card=card: self.correct_asked.emit(card.line.id))
            card.versions_asked.connect(lambda card=card: self.versions_asked.emit(card.line.id))
            card.focused.connect(lambda card=card: self._take_focus(card))
        left = len(self._lines) - len(self.cards)
        self.more.setVisible(left > 0)

    def _has_focus_inside(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))
