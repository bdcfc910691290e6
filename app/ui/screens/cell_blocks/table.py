"""The table: the same people, keys and menus as on the board."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.screens.cell_blocks.board_colours import BoardColours
from app.ui.screens.cell_blocks.columns import Columns
from app.ui.screens.cell_blocks.keys import is_clearing, is_menu, is_opening, typed_text
from app.ui.screens.cell_blocks.sections import Shown
from app.ui.screens.cell_blocks.table_model import HEADINGS, Column, TableModel
from app.ui.screens.cell_blocks.tile_pixmaps import TilePixmaps
from app.ui.screens.cell_blocks.tiles import State, Tile

_SELECTED = QIcon.Mode.Selected
Index = QModelIndex | QPersistentModelIndex
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_NO_INDEX = QModelIndex()
# At 100 % zoom; the languages take what is left, but never less than their own.
_WIDTHS = {
    Column.CELL: 64,
    Column.NAME: 148,
    Column.LEGAL_STATUS: 86,
    Column.CONTACT_OFFICER: 116,
    Column.LAST_CONVERSATION: 62,
    Column.OPEN_STEPS: 52,
    Column.OVERDUE_STEPS: 72,
    Column.NEXT_REVIEW: 110,
    Column.LANGUAGES: 84,
}


class OverviewTable(QTableView):
    """Shows a row a person or empty cell; signals as the board's."""

    chosen = Signal(object)
    """The current row is another; carries its id."""
    open_asked = Signal(object)
    """Enter or a double click on a person; carries the id."""
    menu_asked = Signal(object, QPoint)
    """The menu of a row is wanted; carries its id and where on the screen."""
    typed = Signal(str)
    """Something to look for was typed; carries the letter."""
    clear_asked = Signal()
    """Esc was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table_model = TableModel(self)
        self.setModel(self.table_model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setMinimumSectionSize(24)
        self._columns = Columns(header, _WIDTHS, lambda: self.currentIndex().column())
        self.setSortingEnabled(True)
        self.setAccessibleName(_("Tabell"))
        self._chosen: UUID | None = None
        self._sorting = self._make_sort_menu()
        self.doubleClicked.connect(self._open)
        self.table_model.modelReset.connect(self._restore)

    def restyle(self, font: QFont, small: QFont, colours: BoardColours) -> None:
        """Draw with other fonts or colours from now on: zoom, or light and dark."""
        least = QFontMetrics(font).height() + 2
        self.verticalHeader().setDefaultSectionSize(max(least, theme().row))
        self._fit_columns()
        pixmaps = TilePixmaps(colours, self.devicePixelRatioF())
        side = QFontMetrics(small).capHeight() + 1
        inks = (colours.text, colours.ok, colours.warning, colours.danger)
        faint = (colours.muted, *list(colours.dimmed_inks())[2:5])
        on_chosen = QColor(theme().tokens.on_chosen)
        brushes, icons = {}, {}
        for dimmed, palette in ((False, inks), (True, faint)):
            for state, ink in zip(State, palette, strict=True):
                brushes[state, dimmed] = QBrush(ink)
                icon = icons[state, dimmed] = QIcon(pixmaps.icon(side, state, ink))
                seen = on_chosen if colours.bold else ink
                icon.addPixmap(pixmaps.icon(side, state, seen), _SELECTED)
        self.table_model.set_style(brushes, icons)
        self.viewport().update()

    def _fit_columns(self) -> None:
        self._columns.fit(self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the languages what is left."""
        super().resizeEvent(event)
        self._fit_columns()

    def show_sections(self, shown: Sequence[Shown], *, anew: bool = True) -> None:
        """Show what is left after filtering; ``anew`` when the tiles themselves are others."""
        self.table_model.show_sections(shown, anew=anew)

    def select(self, tile_id: UUID | None, *, scroll: bool = True) -> None:
        """Make a row current without telling it on; one that is not shown clears the mark."""
        self._chosen = tile_id
        row = self.table_model.row_of(tile_id)
        column = max(0, self.currentIndex().column())
        index = _NO_INDEX if row is None else self.table_model.index(row, column)
        if index == self.currentIndex():
            return
        blocker = QSignalBlocker(self)
        self.selectionModel().setCurrentIndex(index, _SELECT)
        blocker.unblock()
        if scroll and index.isValid():
            self.scrollTo(index)

    def current_tile(self) -> Tile | None:
        """Return the person or cell the keyboard is on."""
        return self.table_model.tile(self.currentIndex().row())

    def order(self) -> list[UUID]:
        """Return the ids of the rows in their order."""
        return self.table_model.order()

    def choose_first(self) -> None:
        """Make the first row current unless one is."""
        if self.table_model.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(self.table_model.index(0, 0))

    def sort_menu(self) -> QMenu:
        """Return the columns to sort by and to show, for the keyboard; a mouse has the heading."""
        return self._sorting

    def _make_sort_menu(self) -> QMenu:
        menu = QMenu(_("Sorter etter"), self)
        for column, heading in HEADINGS.items():
            action = menu.addAction(_(heading[1]))
            action.triggered.connect(partial(self._sort_by, column))
        menu.addSeparator()
        menu.addMenu(self._columns.menu)
        return menu

    def _sort_by(self, column: Column, _checked: object = None) -> None:
        header = self.horizontalHeader()
        again = header.sortIndicatorSection() == column
        down = again and header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.sortByColumn(column, order)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is; nobody is chosen, and so read, by coming here."""
        QAbstractScrollArea.focusInEvent(self, event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, clear on Esc, search for what is typed; arrows move."""
        text = typed_text(event)
        if text:
            self.typed.emit(text)
        elif is_opening(event):
            self._open(self.currentIndex())
        elif is_clearing(event):
            self.clear_asked.emit()
        elif is_menu(event):
            self.ask_menu()
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        tile = self.table_model.tile(index.row())
        if tile is not None and tile.line is not None:
            self.open_asked.emit(tile.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the mouse, or the current one by the menu key."""
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            self.ask_menu()
            return
        tile = self.table_model.tile(self.indexAt(event.pos()).row())
        if tile is not None:
            self.menu_asked.emit(tile.id, event.globalPos())

    def ask_menu(self) -> None:
        """Ask for the menu of what the keyboard is on."""
        tile = self.current_tile()
        if tile is not None:
            below = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_asked.emit(tile.id, self.viewport().mapToGlobal(below))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is current."""
        super().currentChanged(current, previous)
        tile = self.table_model.tile(current.row())
        if tile is not None and current.row() != previous.row():
            self._chosen = tile.id
            self.chosen.emit(tile.id)

    def _restore(self) -> None:
        self.select(self._chosen, scroll=False)
