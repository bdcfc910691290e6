"""Tables of plain text: what will change, and what was found."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.ui.actions.action_menu import ActionMenu, Answers, copy_text
from app.ui.appearance.theme import theme

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_HORIZONTAL = Qt.Orientation.Horizontal
# Measuring the height of every row takes its time; beyond this many, long texts end in dots.
_FEW = 500
_ALL_ALIKE = QHeaderView.ResizeMode.Fixed
_AS_HIGH_AS_NEEDED = QHeaderView.ResizeMode.ResizeToContents


class RowsModel(QAbstractTableModel):
    """Rows of text under headings; a screen reader hears a row as one sentence."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._rows: Sequence[Sequence[str]] = ()

    def show_rows(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show other rows, perhaps under other headings."""
        self.beginResetModel()
        self._headings = tuple(headings)
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return the text of a cell; in the first column, the whole row for screen readers."""
        row = self._rows[index.row()]
        if role in (_DISPLAY, _TOOL_TIP):
            return row[index.column()]
        if role == _SPOKEN:
            return ", ".join(part for part in row if part) if index.column() == 0 else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a heading."""
        if role == _DISPLAY and orientation == _HORIZONTAL:
            return self._headings[section]
        return None


class RowsTable(QTableView):
    """Shows rows. Arrow keys move inside, Tab leaves; the last column takes what room is left."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.rows = RowsModel((), self)
        self.setModel(self.rows)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(_ALL_ALIKE)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self._widths: Sequence[int] = ()
        self.row_answers: Callable[[int], Answers] = lambda _row: {}
        theme().changed.connect(self._fit)

    def show_rows(
        self, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]
    ) -> None:
        """Show rows; ``widths`` are those of all columns but the last, at 100 % zoom."""
        self._widths = widths
        self.rows.show_rows(headings, rows)
        self._fit()
        few = len(rows) <= _FEW
        self.setWordWrap(few)
        self.verticalHeader().setSectionResizeMode(_AS_HIGH_AS_NEEDED if few else _ALL_ALIKE)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the row under the mouse, or the chosen one by the key."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            row, place = self.indexAt(event.pos()).row(), event.globalPos()
        else:
            row = self.currentIndex().row()
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        if row >= 0:
            self.selectRow(row)
            ActionMenu(
                self, {**self.row_answers(row), "copy_text": partial(self._copy, row)}
            ).open_at(place)

    def _copy(self, row: int) -> None:
        texts = [self.rows.index(row, column).data() for column in range(self.rows.columnCount())]
        copy_text("\t".join(texts))

    @property
    def chosen_row(self) -> int | None:
        """Return the number of the chosen row."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def _fit(self) -> None:
        self.verticalHeader().setMinimumSectionSize(theme().row)
        self.verticalHeader().setDefaultSectionSize(theme().row)
        for column, width in enumerate(self._widths):
            self.setColumnWidth(column, theme().px(width))
