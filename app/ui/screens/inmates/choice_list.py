"""One of many: a field that filters, and a list that says beside each what there is to know."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from app.foundation.folding import fold
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import SPACE
from app.ui.widgets.search_box import SearchBox

_ROOM_AROUND = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """A value, what it is called, what is found by, and a warning that goes with choosing it."""

    value: Hashable
    text: str
    sought: str = ""
    warning: str = ""


class ChoiceList(QWidget):
    """Offers choices; what is typed chooses the first that is found.

    Signals:
        chosen: with the ``Choice`` that is current now.
        entered: Enter or a double click on one.
    """

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, name: str, filter_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: list[Choice] = []
        self._found: list[Choice] = []
        self._value: Hashable = None
        self.field = SearchBox(filter_name)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(_ROOM_AROUND)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.field)
        self.field.searched.connect(self._fill)
        self.field.down_pressed.connect(self.list.setFocus)
        self.field.returnPressed.connect(self.entered)
        self.list.currentItemChanged.connect(self._take)
        self.list.itemActivated.connect(lambda _item: self.entered.emit())

    def show_lines(self, count: int) -> None:
        """Be so many lines high, and no higher."""
        self.list.setFixedHeight(theme().row * count)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; what was chosen stays chosen if it is among them."""
        self._choices = list(choices)
        self._fill(self.field.text())

    @property
    def value(self) -> Hashable:
        """Return the value that is chosen, None when there is none."""
        return self._value

    @property
    def choice(self) -> Choice | None:
        """Return the choice that is current."""
        row = self.list.currentRow()
        return self._found[row] if row >= 0 else None

    def choose(self, value: Hashable) -> None:
        """Choose a value; it is taken up when it is offered later."""
        self._value = value
        self._fill(self.field.text())

    def _fill(self, text: str) -> None:
        words = fold(text).split()
        self._found = [
            choice
            for choice in self._choices
            if all(word in fold(choice.sought or choice.text) for word in words)
        ]
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own setter
        self.list.clear()
        self.list.addItems([choice.text for choice in self._found])
        rows = [row for row, choice in enumerate(self._found) if choice.value == self._value]
        # The first hit is chosen when something is typed, never by itself.
        first = 0 if words and self._found else -1
        self.list.setCurrentRow(rows[0] if rows else first)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own setter
        if self._choices:
            self._take()

    def _take(self) -> None:
        choice = self.choice
        if choice is None:
            return
        self._value = choice.value
        self.chosen.emit(choice)
