"""Chips for the kind of an entry: the usual ones at hand, the others behind *Flere*."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.conversations import ConversationKind
from app.domain.words import word
from app.foundation.translation import _
from app.ui.appearance.tokens import SPACE
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow_layout import FlowLayout

AT_HAND = (
    ConversationKind.CONTACT_OFFICER,
    ConversationKind.NOTE,
    ConversationKind.PLAN_MEETING,
)
BEHIND_MORE = tuple(kind for kind in ConversationKind if kind not in AT_HAND)


class KindChips(QWidget):
    """One kind is chosen, always.

    Signals:
        chosen: the officer has chosen another kind.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Hva slags oppføring"))
        self._value = AT_HAND[0]
        layout = FlowLayout(self, gap=SPACE)
        self._chips = {kind: self._chip(kind) for kind in AT_HAND}
        self.more = Chip(_("Flere ▾"), _("Flere slag"), self)
        self.menu = QMenu(self.more)
        self.menu.setAccessibleName(_("Flere slag"))
        for kind in BEHIND_MORE:
            self.menu.addAction(self._action(kind))
        self.more.clicked.connect(self._open_menu)
        for chip in self.chips():
            layout.addWidget(chip)
        self.choose(self._value)

    @property
    def value(self) -> ConversationKind:
        """Return the kind that is chosen."""
        return self._value

    def choose(self, kind: ConversationKind) -> None:
        """Choose a kind without telling of it."""
        self._value = kind
        for at_hand, chip in self._chips.items():
            chip.setChecked(at_hand is kind)
        hidden = kind in BEHIND_MORE
        self.more.setChecked(hidden)
        self.more.set_words(f"{word(kind)} ▾" if hidden else _("Flere ▾"), _("Flere slag"))

    def chips(self) -> list[Chip]:
        """Return the chips in their order."""
        return [*self._chips.values(), self.more]

    def _chip(self, kind: ConversationKind) -> Chip:
        chip = Chip(word(kind), parent=self)
        chip.clicked.connect(lambda: self._take(kind))
        return chip

    def _action(self, kind: ConversationKind) -> QAction:
        action = QAction(word(kind), self.menu)
        action.triggered.connect(lambda: self._take(kind))
        return action

    def _take(self, kind: ConversationKind) -> None:
        self.choose(kind)
        self.chosen.emit()

    def _open_menu(self) -> None:
        # A press toggles the chip; it is on for a chosen kind alone.
        self.choose(self._value)
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
