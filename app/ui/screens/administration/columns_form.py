"""Every column of the file with some of its values, and which field it is read as."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.exchange.columns import ColumnGuess
from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, SPACE
from app.ui.widgets.labels import Label, SecondaryLabel

_NO_FRAME = QScrollArea.Shape.NoFrame
_MARK_WIDTH = 48
_NO_BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_TOP = Qt.AlignmentFlag.AlignTop
_LEAST_HEIGHT = 240
_LONGEST_SAMPLE = 22
_LONGEST_SAMPLES = 60


class _FieldBox(QComboBox):
    """Offers the fields. The wheel scrolls the page and changes nothing by accident."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ColumnsForm(QScrollArea):
    """A line for each column.

    Signals:
        chosen: with a heading and the name of the field it is to be read as, empty for none.
    """

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(_NO_FRAME)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(_NO_BAR)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._shown: tuple[object, ...] = ()
        self._boxes: dict[str, _FieldBox] = {}
        self._marks: dict[str, SecondaryLabel] = {}
        self._missing = Label("", "problem", wrap=True)
        theme().changed.connect(self._follow_zoom)
        self._follow_zoom()

    def _follow_zoom(self) -> None:
        self.setMinimumHeight(theme().px(_LEAST_HEIGHT))

    def box(self, heading: str) -> QComboBox:
        """Return where the field of a column is chosen."""
        return self._boxes[heading]

    @property
    def missing_text(self) -> str:
        """Return which fields the file must have and has no column for."""
        return self._missing.text()

    def show_columns(
        self, guesses: tuple[ColumnGuess, ...], samples: Mapping[str, tuple[str, ...]]
    ) -> None:
        """Show the guess. The lines stay, with the focus, as long as the file is of one kind."""
        shown = (tuple(guess.field for guess in guesses), dict(samples))
        if shown != self._shown:
            self._shown = shown
            self._build(guesses, samples)
        read_as: dict[str, ColumnGuess] = {}
        for guess in guesses:
            if guess.heading is not None:
                read_as.setdefault(guess.heading, guess)
        for heading, box in self._boxes.items():
            self._show(heading, box, read_as.get(heading))
        missing = [guess.field_word for guess in guesses if guess.required and not guess.heading]
        text = _("Velg kolonnen for {0}.").format(", ".join(missing)) if missing else ""
        self._missing.setText(text)
        self._missing.setVisible(bool(text))

    def _show(self, heading: str, box: _FieldBox, guess: ColumnGuess | None) -> None:
        mark = _("gjettet") if guess is not None and not guess.sure else ""
        box.setCurrentIndex(0 if guess is None else box.findData(guess.field))
        self._marks[heading].setText(mark)
        box.setAccessibleDescription(mark)

    def _build(
        self, guesses: tuple[ColumnGuess, ...], samples: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._boxes, self._marks = {}, {}
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        # Taken out of the old content, which is deleted.
        self._missing.setParent(content)
        column.addWidget(self._missing)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(2, theme().px(_MARK_WIDTH))
        for row, (heading, values) in enumerate(samples.items()):
            self._add_line(grid, row, heading, values)
            self._boxes[heading] = self._box(heading, guesses)
            grid.addWidget(self._boxes[heading], row, 1, _TOP)
        column.addLayout(grid)
        column.addStretch()
        self.setWidget(content)
        # Qt gives a scrolled widget a ground of its own; the card's is to be seen.
        content.setAutoFillBackground(False)

    def _add_line(self, grid: QGridLayout, row: int, heading: str, values: tuple[str, ...]) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(SPACE // 2)
        lines.addWidget(Label(heading, "strong", wrap=True))
        lines.addWidget(SecondaryLabel(_samples_text(values), wrap=True))
        grid.addLayout(lines, row, 0)
        self._marks[heading] = SecondaryLabel("")
        grid.addWidget(self._marks[heading], row, 2, _TOP)

    def _box(self, heading: str, guesses: tuple[ColumnGuess, ...]) -> _FieldBox:
        box = _FieldBox()
        box.setAccessibleName(_("Kolonnen {0} leses som").format(heading))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.addItem(_("leses ikke"), "")
        for guess in guesses:
            word = guess.field_word[:1].upper() + guess.field_word[1:]
            text = _("{0} (må finnes)").format(word) if guess.required else word
            box.addItem(text, guess.field)
        box.activated.connect(lambda: self.chosen.emit(heading, box.currentData()))
        return box


def _samples_text(values: tuple[str, ...]) -> str:
    if not values:
        return _("tom")
    return _shortened(" · ".join(_shortened(value, _LONGEST_SAMPLE) for value in values))


def _shortened(text: str, limit: int = _LONGEST_SAMPLES) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
