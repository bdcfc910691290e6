"""Chips: small words that can be pressed in. One filters, or one of several is chosen."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.ui.widgets.buttons import press_on_enter
from app.ui.widgets.flow_layout import FlowLayout


class Chip(QPushButton):
    """A word that is on or off."""

    def __init__(self, text: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("role", "chip")
        self.setAccessibleName(name or text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str, name: str = "") -> None:
        """Change the text and the name together."""
        self.setText(text)
        self.setAccessibleName(name or text)

    def sizeHint(self) -> QSize:
        """Return the size of the stressed text, so that nothing is cut or moves when pressed."""
        stressed = QFont(self.font())
        stressed.setWeight(QFont.Weight.DemiBold)
        plain = self.fontMetrics().horizontalAdvance(self.text())
        wider = max(0, QFontMetrics(stressed).horizontalAdvance(self.text()) - plain)
        return super().sizeHint() + QSize(wider, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press, as Space does."""
        press_on_enter(self, event)


class FilterChip(Chip):
    """Filters a list; shows how many it would leave.

    Signals:
        entered: Enter was pressed on it (hide what does not match, rather than dim it).
    """

    entered = Signal()

    def __init__(self, text: str, count: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self._text = text
        self.set_count(count)

    def set_count(self, count: int | None) -> None:
        """Show how many match."""
        self.set_words(self._text if count is None else f"{self._text} {count}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter apart from Space."""
        if event.text() == "\r":
            self.entered.emit()
            return
        super().keyPressEvent(event)


class ChoiceChips(QWidget):
    """One of several is chosen, like radio buttons; wraps onto more lines.

    Signals:
        chosen: with the value of the chip that was pressed.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        choices: Iterable[tuple[object, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._name = name
        self._group = QButtonGroup(self)
        self._values: list[object] = []
        self._layout = FlowLayout(self)
        self.set_choices(choices)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._values[place]))

    def set_choices(self, choices: Iterable[tuple[object, str]]) -> None:
        """Offer these values, each with its word; none is chosen yet."""
        for chip in self.chips():
            self._group.removeButton(chip)
            self._layout.removeWidget(chip)
            chip.deleteLater()
        self._values = []
        for value, text in choices:
            chip = Chip(text, f"{self._name}: {text}", self)
            self._group.addButton(chip, len(self._values))
            self._values.append(value)
            self._layout.addWidget(chip)

    def chips(self) -> Sequence[Chip]:
        """Return the chips in their order."""
        return [chip for chip in self._group.buttons() if isinstance(chip, Chip)]

    @property
    def value(self) -> object | None:
        """Return the chosen value; None while nothing is chosen."""
        place = self._group.checkedId()
        return self._values[place] if place >= 0 else None

    def choose(self, value: object | None) -> None:
        """Choose a value without telling of it; None, or an unknown one, chooses nothing."""
        self._group.setExclusive(False)
        for place, chip in enumerate(self.chips()):
            chip.setChecked(self._values[place] == value)
        self._group.setExclusive(True)


class Segments(QWidget):
    """Two or three ways to see the same, joined: Tavle | Tabell.

    Signals:
        chosen: with the place (0, 1, …) of the one pressed.
    """

    chosen = Signal(int)

    def __init__(self, name: str, texts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for place, text in enumerate(texts):
            button = Chip(text, f"{name}: {text}", self)
            button.setProperty("role", "segment")
            edge = "first" if place == 0 else "last" if place == len(texts) - 1 else "none"
            button.setProperty("edge", edge)
            self._group.addButton(button, place)
            layout.addWidget(button)
        self._group.idClicked.connect(self.chosen)

    def choose(self, place: int) -> None:
        """Press one in without telling of it."""
        self._group.button(place).setChecked(True)
