"""A list whose rows lie in sections: headings across, tiles beside each other below them.

It stays a ``QListView`` for the sake of selection, keyboard and screen readers.
"""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from app.ui.screens.cell_blocks.board_layout import BoardLayout, Measures, Step
from app.ui.screens.cell_blocks.board_model import BoardModel

Index = QModelIndex | QPersistentModelIndex
_Cursor = QAbstractItemView.CursorAction
_ScrollHint = QAbstractItemView.ScrollHint
_ENSURE_VISIBLE = _ScrollHint.EnsureVisible
# Room around the tiles for the ring that shows where the keyboard is.
INSET = 4
_STEPS = {
    _Cursor.MoveLeft: Step.LEFT,
    _Cursor.MoveRight: Step.RIGHT,
    _Cursor.MoveUp: Step.UP,
    _Cursor.MoveDown: Step.DOWN,
    _Cursor.MovePageUp: Step.PAGE_UP,
    _Cursor.MovePageDown: Step.PAGE_DOWN,
    _Cursor.MoveHome: Step.FIRST,
    _Cursor.MoveEnd: Step.LAST,
}


class SectionedView(QListView):
    """Lays the rows of a board out and moves from tile to tile; what draws them comes on top."""

    def __init__(self, measures: Measures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board_model = BoardModel(self)
        self.sections_layout = BoardLayout(measures)
        self.setModel(self.board_model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)

    def set_measures(self, measures: Measures) -> None:
        """Lay out for another size of font from now on."""
        self.sections_layout = BoardLayout(measures)
        self.arrange()

    def arrange(self) -> None:
        """Lay out for the width of the moment."""
        width = self.viewport().width() - 2 * INSET
        self.sections_layout.arrange(self.board_model.counts, width)
        self.updateGeometries()
        self.viewport().update()

    def reset(self) -> None:
        """Lay out anew at once, so that nothing is asked about rows that are gone."""
        super().reset()
        self.arrange()

    def doItemsLayout(self) -> None:
        """Lay out by sections, not as a list does."""
        self.arrange()
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Set how far the board scrolls."""
        bar = self.verticalScrollBar()
        seen = self.viewport().height()
        bar.setRange(0, max(0, self.sections_layout.height + INSET - seen))
        bar.setPageStep(seen)
        bar.setSingleStep(max(1, self.sections_layout.measures.tile_height // 3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tiles reflow."""
        QAbstractItemView.resizeEvent(self, event)
        self.arrange()

    def horizontalOffset(self) -> int:
        """Return that the board never scrolls sideways."""
        return 0

    def verticalOffset(self) -> int:
        """Return how far the board is scrolled."""
        return self.verticalScrollBar().value()

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        """Move what is drawn and draw the rest."""
        self.viewport().scroll(0, dy)

    def visualRect(self, index: Index) -> QRect:
        """Return where a heading or tile is on the viewport."""
        if not index.isValid() or index.row() >= self.board_model.rowCount():
            return QRect()
        box = self.sections_layout.box(index.row())
        return QRect(box.x + INSET, box.y - self.verticalOffset(), box.width, box.height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the tile under a point; a heading cannot be pointed at."""
        row = self.sections_layout.row_at(point.x() - INSET, point.y() + self.verticalOffset())
        if row is None or self.board_model.tile(row) is None:
            return QModelIndex()
        return self.board_model.index(row, 0)

    def scrollTo(self, index: Index, _hint: _ScrollHint = _ENSURE_VISIBLE) -> None:
        """Bring a tile into sight, with its heading when it is in the first line below it."""
        if not index.isValid():
            return
        box = self.sections_layout.box(index.row())
        heading = self.sections_layout.measures.heading_height
        first_line = index.row() == 0 or self.sections_layout.is_in_first_line(index.row())
        top = box.y - (heading if first_line else self.sections_layout.measures.gap)
        bottom = box.y + box.height + self.sections_layout.measures.gap
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + seen:
            bar.setValue(bottom - seen)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return what must be drawn again when the selection changes."""
        region = QRegion()
        for index in selection.indexes():
            region += QRegion(self.visualRect(index))
        return region

    def moveCursor(self, action: _Cursor, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the tile a key leads to: headings are skipped."""
        step = _STEPS.get(action)
        current = self.currentIndex()
        row = self.sections_layout.first_tile()
        if current.isValid() and step is not None:
            row = self.sections_layout.step(current.row(), step, self.viewport().height())
        return QModelIndex() if row is None else self.board_model.index(row, 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the tile under the mouse or the keyboard."""
        index = self.indexAt(rect.center())
        if index.isValid():
            self.selectionModel().select(index, command)
