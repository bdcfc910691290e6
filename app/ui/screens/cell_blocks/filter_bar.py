"""Chips with counts, the totals that add up, and the field that filters."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.foundation.translation import _, plural
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP
from app.ui.screens.cell_blocks.filters import Chip, chip_word
from app.ui.screens.cell_blocks.keys import ERASED
from app.ui.screens.cell_blocks.presenter import Showing
from app.ui.screens.cell_blocks.sections import totals
from app.ui.widgets.buttons import Button, LinkButton
from app.ui.widgets.chip import FilterChip
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.labels import SecondaryLabel
from app.ui.widgets.search_box import SearchBox

_FIELD_WIDTH = 210
_NARROW_FIELD = 130
_DOUBLE_CLICK = QEvent.Type.MouseButtonDblClick
_SHORTCUT_FOCUS = Qt.FocusReason.ShortcutFocusReason


class FilterBar(QWidget):
    """What the officer looks for, above the board.

    Signals:
        text_changed: with what stands in the field.
        chip_pressed, chip_hides: with the ``Chip`` that was pressed, or entered (Enter or a
            double click: hide what does not match).
        hiding_asked: with True to hide what does not match, False to dim it.
        left: the arrow down was pressed in the field.
        entered: Enter was pressed in the field.
        add_asked: somebody is to be put on the roll.
    """

    text_changed = Signal(str)
    chip_pressed = Signal(object)
    chip_hides = Signal(object)
    hiding_asked = Signal(bool)
    left = Signal()
    entered = Signal()
    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[Chip, FilterChip] = {}
        self._hides = False
        self._field = SearchBox(_("Filtrer tavla"))
        self._totals = QLabel()
        self._totals.setProperty("role", "secondary")
        self._totals.setWordWrap(True)
        self._rest = LinkButton("", self._ask_hiding)
        self._rest.hide()
        self._nothing = SecondaryLabel(wrap=True)
        self._nothing.hide()
        self._lay_out()
        self._field.searched.connect(self.text_changed)
        self._field.down_pressed.connect(self.left)
        self._field.returnPressed.connect(self.entered)
        self._fit()
        theme().changed.connect(self._fit)

    def _lay_out(self) -> None:
        chips = QWidget()
        flow = FlowLayout(chips)
        for chip in Chip:
            widget = FilterChip("")
            widget.clicked.connect(partial(self._press, chip))
            widget.entered.connect(partial(self.chip_hides.emit, chip))
            widget.installEventFilter(self)
            self._chips[chip] = widget
            flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        chips.setSizePolicy(policy)
        first = QHBoxLayout()
        first.addWidget(chips, 1)
        add = Button(_("Ny innsatt"), self.add_asked.emit)
        first.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        second = QHBoxLayout()
        second.setSpacing(GAP)
        second.addWidget(self._totals, 3)
        second.addWidget(self._rest)
        second.addWidget(self._field, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP - 2)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addWidget(self._nothing)

    def _press(self, chip: Chip, _checked: object = None) -> None:
        self.chip_pressed.emit(chip)

    def _fit(self) -> None:
        self._field.setMinimumWidth(theme().px(_NARROW_FIELD))
        self._field.setMaximumWidth(theme().px(_FIELD_WIDTH))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a double click on a chip as Enter."""
        if event.type() is _DOUBLE_CLICK:
            for chip, widget in self._chips.items():
                if widget is watched:
                    self.chip_hides.emit(chip)
                    return True
        return super().eventFilter(watched, event)

    def show_state(self, showing: Showing) -> None:
        """Show counts, totals, and what is pressed."""
        thresholds = showing.board.overview.thresholds
        for chip, widget in self._chips.items():
            widget.set_words(f"{chip_word(chip, thresholds)} {showing.board.counts[chip]}")
            widget.setChecked(chip in showing.filters.chips)
        self._show_totals(totals(showing.board))
        self._show_rest(showing)
        missing = showing.filters.text and not showing.hits
        self._nothing.setText(
            _("Ingen treff på «{text}». Esc viser alle.").format(text=showing.filters.text)
            if missing
            else ""
        )
        self._nothing.setVisible(bool(missing))

    def _show_totals(self, parts: Sequence[tuple[str, int]]) -> None:
        """Show our own words, the numbers stressed; nothing anybody wrote is in this line."""
        self._totals.setText(" · ".join(f"{name} <b>{number}</b>" for name, number in parts))
        self._totals.setAccessibleName(", ".join(f"{name} {number}" for name, number in parts))

    def _show_rest(self, showing: Showing) -> None:
        """Offer to hide what is dimmed, or to show what is hidden, with the number of tiles."""
        self._hides = showing.filters.hides
        self._rest.setVisible(bool(showing.others))
        if self._hides:
            text = plural("Vis {n} skjult", "Vis {n} skjulte", showing.others)
        else:
            text = plural("Skjul {n} dempet", "Skjul {n} dempede", showing.others)
        self._rest.set_words(text)

    def _ask_hiding(self) -> None:
        self.hiding_asked.emit(not self._hides)

    def type(self, letters: str) -> None:
        """Go to the field with what was typed on the board."""
        self._field.setFocus(_SHORTCUT_FOCUS)
        self._field.setCursorPosition(len(self._field.text()))
        if letters == ERASED:
            self._field.backspace()
        else:
            self._field.insert(letters)

    def go_to_field(self) -> None:
        """Put the keyboard into the field, what stands there marked."""
        self._field.setFocus(_SHORTCUT_FOCUS)
        self._field.selectAll()

    def clear_text(self) -> None:
        """Empty the field."""
        self._field.clear()
