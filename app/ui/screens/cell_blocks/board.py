"""The board: every tile where it is on the wall, drawn by hand, with a list's keys and voice.

It is a ``QListView`` for the sake of selection, keyboard and screen readers; where things lie and
how they look is its own, because headings run across and drawing must fit in a part of a frame.
"""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.screens.cell_blocks.board_colours import BoardColours
from app.ui.screens.cell_blocks.keys import is_clearing, is_menu, is_opening, typed_text
from app.ui.screens.cell_blocks.sectioned_view import INSET, SectionedView
from app.ui.screens.cell_blocks.sections import Section, Shown
from app.ui.screens.cell_blocks.tile_painter import Placed, TilePainter
from app.ui.screens.cell_blocks.tile_pixmaps import Outline
from app.ui.screens.cell_blocks.tile_texts import PAD_Y
from app.ui.screens.cell_blocks.tiles import Tile

Index = QModelIndex | QPersistentModelIndex
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_NO_INDEX = QModelIndex()
_FOCUS = QAccessible.Event.Focus
_RING = 2
_HEADING_GAP = 10


class BoardView(SectionedView):
    """Shows tiles in sections and tells what the officer does with them."""

    chosen = Signal(object)
    """The current tile is another; carries its id."""
    open_asked = Signal(object)
    """Enter or a double click on a person; carries the id."""
    menu_asked = Signal(object, QPoint)
    """The menu of a tile is wanted; carries its id and where on the screen."""
    typed = Signal(str)
    """Something to look for was typed; carries the letter."""
    clear_asked = Signal()
    """Esc was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        ratio = parent.devicePixelRatioF() if parent is not None else 1.0
        font = QFont()
        self._painter = TilePainter(font, font, BoardColours.neutral(), ratio)
        super().__init__(self._painter.measures, parent)
        self.setAccessibleName(_("Tavle"))
        self.setProperty("role", "board")
        self.doubleClicked.connect(self._open)

    def restyle(self, font: QFont, small: QFont, colours: BoardColours) -> None:
        """Draw with other fonts or colours from now on: zoom, or light and dark."""
        self._painter = TilePainter(
            font, small, colours, self.devicePixelRatioF(), theme().airy(PAD_Y)
        )
        self.set_measures(self._painter.measures)

    def arrange(self) -> None:
        """Lay out, and cut the texts to the new width."""
        super().arrange()
        self._painter.set_width(self.sections_layout.tile_width)

    def show_sections(self, shown: Sequence[Shown], *, anew: bool = True) -> None:
        """Show what is left after filtering; ``anew`` when the tiles themselves are others."""
        if anew:
            self._painter.forget_texts()
        self.board_model.show_sections(shown)

    def select(self, tile_id: UUID | None, *, scroll: bool = True) -> None:
        """Make a tile current without telling it on; one that is not shown clears the mark."""
        row = self.board_model.row_of(tile_id)
        index = _NO_INDEX if row is None else self.board_model.index(row, 0)
        if index == self.currentIndex():
            return
        blocker = QSignalBlocker(self)
        self.selectionModel().setCurrentIndex(index, _SELECT)
        blocker.unblock()
        self.viewport().update()
        if scroll and index.isValid():
            self.scrollTo(index)

    def current_tile(self) -> Tile | None:
        """Return the tile the keyboard is on."""
        return self.board_model.tile(self.currentIndex().row())

    def order(self) -> list[UUID]:
        """Return the ids of the tiles in their order."""
        return self.board_model.order()

    def choose_first(self) -> None:
        """Make the first tile current unless one is."""
        first = self.sections_layout.first_tile()
        if first is not None and not self.currentIndex().isValid():
            self.setCurrentIndex(self.board_model.index(first, 0))

    def sort_menu(self) -> QMenu | None:
        """Return no menu: the board is in the order of the wall."""
        return None

    # Keys and mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let a pulled mouse do nothing: one tile is chosen at a time."""
        event.accept()

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
        tile = self.board_model.tile(index.row())
        if tile is not None and tile.line is not None:
            self.open_asked.emit(tile.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the tile under the mouse, or the current one by the menu key."""
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            self.ask_menu()
            return
        tile = self.board_model.tile(self.indexAt(event.pos()).row())
        if tile is not None:
            self.menu_asked.emit(tile.id, event.globalPos())

    def ask_menu(self) -> None:
        """Ask for the menu of what the keyboard is on."""
        tile = self.current_tile()
        if tile is not None:
            middle = self.visualRect(self.currentIndex()).center()
            self.menu_asked.emit(tile.id, self.viewport().mapToGlobal(middle))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which tile is current."""
        super().currentChanged(current, previous)
        self._tell_reader()
        tile = self.board_model.tile(current.row())
        if tile is not None:
            self.chosen.emit(tile.id)

    def _tell_reader(self) -> None:
        """Say which tile the keyboard is on: a list whose layout is its own names only itself."""
        index = self.currentIndex()
        if QAccessible.isActive() and self.hasFocus() and index.isValid():
            event = QAccessibleEvent(self, _FOCUS)
            event.setChild(index.row())
            QAccessible.updateAccessibility(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is; nobody is chosen, and so read, by coming here."""
        QAbstractScrollArea.focusInEvent(self, event)
        self._tell_reader()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard has gone."""
        super().focusOutEvent(event)
        self.viewport().update()

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the headings and tiles that the exposed part touches."""
        painter = QPainter(self.viewport())
        area = event.rect()
        painter.fillRect(area, self._painter.colours.background)
        offset = self.verticalOffset()
        placed: list[Placed] = []
        headings: list[tuple[int, Section]] = []
        self._collect(offset, area, placed, headings)
        self._painter.paint(painter, placed)
        self._paint_headings(painter, headings)
        if self.hasFocus() and not self.currentIndex().isValid():
            painter.setPen(QPen(self._painter.colours.primary, _RING))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _collect(
        self,
        offset: int,
        area: QRect,
        placed: list[Placed],
        headings: list[tuple[int, Section]],
    ) -> None:
        model = self.board_model
        current = self.currentIndex().row()
        mark = Outline.FOCUSED if self.hasFocus() else Outline.SELECTED
        for row in self.sections_layout.rows_between(area.top() + offset, area.bottom() + offset):
            box = self.sections_layout.box(row)
            entry, dimmed = model.entry(row)
            if isinstance(entry, Section):
                headings.append((box.y - offset, entry))
                continue
            outline = mark if row == current else Outline.NONE
            placed.append(Placed(box.x + INSET, box.y - offset, entry, dimmed, outline))

    def _paint_headings(self, painter: QPainter, headings: list[tuple[int, Section]]) -> None:
        texts, colours = self._painter.texts, self._painter.colours
        height = self.sections_layout.measures.heading_height
        drop = height - texts.name.descent() - _HEADING_GAP // 2
        for top, section in headings:
            painter.setFont(texts.name_font)
            painter.setPen(colours.text)
            painter.drawText(INSET, top + drop, section.title)
            left = INSET + texts.name.horizontalAdvance(section.title) + _HEADING_GAP
            painter.setFont(texts.small_font)
            painter.setPen(colours.muted)
            painter.drawText(left, top + drop, section.note)
