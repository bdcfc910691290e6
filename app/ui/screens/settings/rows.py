"""One setting on the page: its name, what it does, its value, and where the value is from."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.widgets.labels import HeadingLabel, Label, SecondaryLabel, TextLabel
from app.ui.widgets.number_field import NumberField

_VALUE_WIDTH = 280


class Options(QComboBox):
    """A list of values to choose from; turning the wheel over it changes nothing by accident."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead."""
        event.ignore()


class SettingRow:
    """The widgets of one setting. ``value`` is a control, or a text where nothing can be chosen."""

    def __init__(self, name: str, description: str, value: QWidget, unit: str = "") -> None:
        self.name = Label(name, "strong", wrap=True)
        self.description = SecondaryLabel(description, wrap=True)
        self.value = value
        self.unit = SecondaryLabel(unit)
        self.origin = SecondaryLabel("", wrap=True)
        self.problem = Label("", "problem", wrap=True)
        self.problem.hide()
        if isinstance(value, TextLabel):
            self.show_text(value.text())
        else:
            self.name.setBuddy(value)
            value.setAccessibleName(name)
            value.setAccessibleDescription(description)

    def show_text(self, text: str) -> None:
        """Show a value that cannot be changed; a screen reader hears what it is the value of."""
        if isinstance(self.value, TextLabel):
            self.value.setText(text)
            self.value.setAccessibleName(f"{self.name.text()}: {text}")

    def show_origin(self, text: str) -> None:
        """Tell where the value is from; a screen reader hears it with the value."""
        self.origin.setText(_("Kommer fra: {0}").format(text))
        if not isinstance(self.value, TextLabel):
            told = f"{self.description.text()} {self.origin.text()}"
            self.value.setAccessibleDescription(told)

    def show_problem(self, text: str) -> None:
        """Say what is wrong with the value; nothing hides it."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))


class Section(QFrame):
    """A card of settings under a heading."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(HeadingLabel(heading))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(MARGIN)
        self._grid.setVerticalSpacing(GAP)
        self._grid.setColumnStretch(0, 1)
        column.addLayout(self._grid)
        self._fit()
        theme().changed.connect(self._fit)

    def add(self, row: SettingRow) -> None:
        """Take a setting in, below the others."""
        line = self._grid.rowCount()
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(row.name)
        words.addWidget(row.description)
        words.addStretch()
        value = QHBoxLayout()
        value.setSpacing(GAP)
        value.addWidget(row.value)
        if row.unit.text():
            value.addWidget(row.unit)
            value.addStretch()
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(value)
        column.addWidget(row.origin)
        column.addWidget(row.problem)
        column.addStretch()
        self._grid.addLayout(words, line, 0)
        self._grid.addLayout(column, line, 1)

    def _fit(self) -> None:
        self._grid.setColumnMinimumWidth(1, theme().px(_VALUE_WIDTH))


def options(values: Sequence[tuple[str, str]], chosen: Callable[[str], object]) -> Options:
    """Return a list of (value, word) that tells which value was chosen by hand."""
    box = Options()
    for value, word in values:
        box.addItem(word, value)
    box.activated.connect(lambda _place: chosen(str(box.currentData())))
    return box


def choose(box: QWidget, value: str | int) -> None:
    """Show a value without telling of it."""
    with QSignalBlocker(box):
        if isinstance(box, Options):
            box.setCurrentIndex(box.findData(value))
        elif isinstance(box, NumberField):
            box.setValue(int(value))
