"""Board and table on top of each other: one is seen, both know who is chosen."""

from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import SECONDARY
from app.ui.appearance.veil import veil
from app.ui.screens.cell_blocks.board import BoardView
from app.ui.screens.cell_blocks.board_colours import BoardColours
from app.ui.screens.cell_blocks.presenter import Showing
from app.ui.screens.cell_blocks.table import OverviewTable

_TAB = Qt.FocusReason.TabFocusReason


class Views(QStackedWidget):
    """Fills the view that is seen; the other one waits until it is, and the table is made then.

    Signals:
        chosen, open_asked, menu_asked, typed, clear_asked: as those of board and table.
    """

    chosen = Signal(object)
    open_asked = Signal(object)
    menu_asked = Signal(object, QPoint)
    typed = Signal(str)
    clear_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing: Showing | None = None
        self._selected: UUID | None = None
        self._drawn: dict[BoardView | OverviewTable, Showing] = {}
        self.board = BoardView()
        self._table: OverviewTable | None = None
        self._take_in(self.board)
        theme().changed.connect(self._restyle)
        veil().changed.connect(self._show_veiled)

    @property
    def table(self) -> OverviewTable:
        """Return the table, made when it is first wanted: most days begin at the board."""
        if self._table is None:
            self._table = OverviewTable()
            self._take_in(self._table)
            self._table.select(self._selected)
        return self._table

    @property
    def _made(self) -> tuple[BoardView | OverviewTable, ...]:
        return (self.board,) if self._table is None else (self.board, self._table)

    def _take_in(self, view: BoardView | OverviewTable) -> None:
        self.addWidget(view)
        view.chosen.connect(self.chosen)
        view.open_asked.connect(self.open_asked)
        view.menu_asked.connect(self.menu_asked)
        view.typed.connect(self.typed)
        view.clear_asked.connect(self.clear_asked)
        self._restyle_one(view)

    def _restyle(self) -> None:
        for view in self._made:
            self._restyle_one(view)

    def _restyle_one(self, view: BoardView | OverviewTable) -> None:
        look = theme()
        view.restyle(look.font(), look.font(SECONDARY), BoardColours.of(look.tokens))

    def _show_veiled(self) -> None:
        if self._table is not None:
            self._table.table_model.forget_texts()
        self._restyle()

    @property
    def view(self) -> BoardView | OverviewTable:
        """Return the view that is seen."""
        is_board = self._table is None or self.currentWidget() is self.board
        return self.board if is_board else self.table

    def turn_to(self, place: int) -> None:
        """Show the board (0) or the table (1)."""
        self.setCurrentWidget(self.table if place else self.board)
        self._fill()

    def show_board(self, showing: Showing) -> None:
        """Show what is left after filtering."""
        self._showing = showing
        self._fill()

    def select(self, tile_id: UUID | None) -> None:
        """Mark a tile in both views."""
        self._selected = tile_id
        for view in self._made:
            view.select(tile_id)

    def _fill(self) -> None:
        showing, view = self._showing, self.view
        before = self._drawn.get(view)
        if showing is None or before is showing:
            return
        anew = before is None or before.board is not showing.board
        self._drawn[view] = showing
        view.show_sections(showing.shown, anew=anew)
        view.select(self._selected, scroll=not anew)
        sought = showing.filters.text
        if before is not None and sought != before.filters.text and self._is_out_of_sight():
            view.scrollToTop()

    def _is_out_of_sight(self) -> bool:
        view = self.view
        model = view.board_model if isinstance(view, BoardView) else view.table_model
        return model.row_of(self._selected) is None

    def enter(self) -> None:
        """Take the keyboard, and choose the first tile unless one is chosen."""
        self.view.setFocus(_TAB)
        self.view.choose_first()

    def next_after(self, inmate_id: UUID) -> UUID | None:
        """Return who comes after a person among those who are looked for, None after the last."""
        showing = self._showing
        if showing is None:
            return None
        order = self.view.order()
        if inmate_id not in order:
            # Talked with, and so hidden by now: go on from where the person is on the wall.
            order = list(showing.board.by_id)
        place = order.index(inmate_id) if inmate_id in order else -1
        found = {tile.id for tile in showing.found}
        return next((one for one in order[place + 1 :] if one in found), None)

    def ask_menu(self) -> None:
        """Ask for the menu of the current tile or row."""
        self.view.ask_menu()

    def sort_menu(self) -> QMenu | None:
        """Return the columns to sort by, if the view has columns."""
        return self.view.sort_menu()
