"""The panel beside the board: who, when last, what is open, which dates, and three actions."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.read_models import Peek
from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import MARGIN, SPACE
from app.ui.screens.cell_blocks.peek_details import PeekDetails, facts_text
from app.ui.screens.cell_blocks.tiles import Tile
from app.ui.widgets.buttons import Button, PrimaryButton
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.labels import Badge, SecondaryLabel, TitleLabel

WIDTH = 318
_ALIGN_TOP = Qt.AlignmentFlag.AlignTop
_NO_FOCUS = Qt.FocusPolicy.NoFocus
_TAB_FOCUS = Qt.FocusPolicy.StrongFocus


class PeekPanel(QFrame):
    """Shows the chosen tile at once, and the rest when it has been read.

    Signals:
        conversation_asked, plan_asked, print_asked: a button was pressed; about whom, the page
            knows.
    """

    conversation_asked = Signal()
    plan_asked = Signal()
    print_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(_("Kort om den valgte"))
        self._tile: Tile | None = None
        self._today: date | None = None
        self._outer = QVBoxLayout(self)
        self._name = TitleLabel()
        self._name.setWordWrap(True)
        self._cell = Badge()
        self._facts = SecondaryLabel(wrap=True)
        self._details = PeekDetails()
        self._actions = self._make_actions()
        self._lay_out()
        self.show_tile(None, None)
        self._fit()
        theme().changed.connect(self._fit)

    def _make_actions(self) -> QWidget:
        actions = QWidget()
        row = QWidget()
        buttons = FlowLayout(row)
        for button in (
            PrimaryButton(_("Ny samtale"), self.conversation_asked.emit),
            Button(_("Plan"), self.plan_asked.emit),
            Button(_("Skriv ut"), self.print_asked.emit, name=_("Skriv ut planen")),
        ):
            buttons.addWidget(button)
        layout = QVBoxLayout(actions)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(row)
        hint = _("Enter åpner · Ctrl+N ny samtale · Ctrl+P skriver ut planen")
        layout.addWidget(SecondaryLabel(hint, wrap=True))
        return actions

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._cell, 0, _ALIGN_TOP)
        layout = self._outer
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(self._facts)
        layout.addWidget(self._scrolling(self._details), 1)
        layout.addWidget(self._actions)

    def _scrolling(self, inside: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(_("Mer om den valgte"))
        area.setFocusPolicy(_NO_FOCUS)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        # The keyboard needs to get here only when there is more than fits.
        area.verticalScrollBar().rangeChanged.connect(
            lambda _least, most: area.setFocusPolicy(_TAB_FOCUS if most else _NO_FOCUS)
        )
        return area

    def _fit(self) -> None:
        look = theme()
        self.setFixedWidth(look.px(WIDTH))
        margin = look.px(MARGIN)
        self._outer.setContentsMargins(margin, margin - SPACE, margin, margin)

    def show_tile(self, tile: Tile | None, today: date | None) -> None:
        """Show who is chosen; what must be read of the person is blank until it comes."""
        same = tile is not None and self._tile is not None and tile.id == self._tile.id
        self._tile, self._today = tile, today
        line = tile.line if tile else None
        self._actions.setVisible(line is not None)
        if tile is None:
            self._show_head(_("Ingen valgt"), "", _("Velg noen på tavla for å se mer."))
        elif line is None:
            facts = " · ".join(part for part in (tile.days.text, tile.thing.text) if part)
            self._show_head(tile.name, tile.place, facts)
        else:
            self._show_head(line.name, tile.place, facts_text(line, today))
        if not same:
            self._details.clear()

    def _show_head(self, name: str, cell: str, facts: str) -> None:
        self._name.setText(name)
        self._cell.setText(cell)
        self._cell.setVisible(bool(cell))
        self._facts.setText(facts)

    def show_peek(self, peek: Peek) -> None:
        """Show what was read of the chosen person."""
        if self._tile is not None and self._tile.id == peek.line.id:
            self._details.show_peek(peek, self._tile, self._today)

    def show_message(self, text: str) -> None:
        """Show a sentence where the details would stand."""
        self._details.show_message(text)
