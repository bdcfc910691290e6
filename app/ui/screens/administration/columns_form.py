"""Which column holds what: the guess, and a way to put it right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QWidget

from app.exchange.columns import ColumnGuess
from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, SPACE
from app.ui.widgets.labels import Label, SecondaryLabel

_NO_FRAME = QScrollArea.Shape.NoFrame
_MARK_WIDTH = 70
_NO_BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class _HeadingBox(QComboBox):
    """Offers the file's headings. The wheel scrolls the page and changes nothing by accident."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ColumnsForm(QScrollArea):
    """A line for each field.

    Signals:
        chosen: with the field's name and the heading it is to be read from, empty for none.
    """

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(_NO_FRAME)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(_NO_BAR)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._fields: tuple[str, ...] = ()
        self._headings: tuple[str, ...] = ()
        self._boxes: dict[str, _HeadingBox] = {}
        self._marks: dict[str, SecondaryLabel] = {}

    def box(self, field: str) -> QComboBox:
        """Return where the column of a field is chosen."""
        return self._boxes[field]

    def show_columns(self, guesses: tuple[ColumnGuess, ...], headings: tuple[str, ...]) -> None:
        """Show the guess. The lines stay, with the focus, as long as the file is of one kind."""
        fields = tuple(guess.field for guess in guesses)
        if (fields, headings) != (self._fields, self._headings):
            self._build(guesses, headings)
        for guess in guesses:
            box = self._boxes[guess.field]
            box.setCurrentIndex(0 if guess.heading is None else box.findData(guess.heading))
            self._marks[guess.field].setText(_mark(guess))
            box.setAccessibleDescription(_mark(guess))

    def _build(self, guesses: tuple[ColumnGuess, ...], headings: tuple[str, ...]) -> None:
        self._fields = tuple(guess.field for guess in guesses)
        self._headings = headings
        self._boxes, self._marks = {}, {}
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, GAP, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(1, 1)
        for row, guess in enumerate(guesses):
            box = self._box(guess, headings)
            label = Label(guess.field_word[:1].upper() + guess.field_word[1:])
            label.setBuddy(box)
            mark = SecondaryLabel("")
            for column, part in enumerate((label, box, mark)):
                grid.addWidget(part, row, column)
            self._boxes[guess.field], self._marks[guess.field] = box, mark
        grid.setRowStretch(len(guesses), 1)
        grid.setColumnMinimumWidth(2, theme().px(_MARK_WIDTH))
        self.setWidget(content)
        # Qt gives a scrolled widget a ground of its own; the card's is to be seen.
        content.setAutoFillBackground(False)

    def _box(self, guess: ColumnGuess, headings: tuple[str, ...]) -> _HeadingBox:
        box = _HeadingBox()
        box.setAccessibleName(_("Kolonne for {0}").format(guess.field_word))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.addItem(_("ingen"), "")
        for heading in headings:
            box.addItem(heading, heading)
        box.activated.connect(lambda: self.chosen.emit(guess.field, box.currentData()))
        return box


def _mark(guess: ColumnGuess) -> str:
    if guess.heading is None:
        return _("må velges") if guess.required else ""
    return "" if guess.sure else _("gjettet")
