"""The columns of the table as this machine remembers them: widths, order, hidden ones, sorting."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu

from app.foundation.translation import _
from app.ui.appearance.remembered import keep_numbers, kept_numbers
from app.ui.appearance.theme import theme
from app.ui.screens.cell_blocks.table_model import HEADINGS, Column

_WIDTHS, _ORDER, _HIDDEN, _SORTING = (
    f"cell_blocks/{name}" for name in ("widths", "order", "hidden", "sorting")
)
# What a table of people cannot be read without.
_ALWAYS = (Column.CELL, Column.NAME)
_LAST = Column.LANGUAGES
_STEP = 16
_NARROWEST = 24


class Columns(QObject):
    """Lays the header out, and remembers what the officer makes of it.

    ``usual`` are the widths at 100 % zoom. The last column takes what is left, and never less than
    its own. ``menu`` is what can be done with columns, for keyboard and mouse alike.
    """

    def __init__(
        self, header: QHeaderView, usual: Mapping[Column, int], current: Callable[[], int]
    ) -> None:
        super().__init__(header)
        self._header = header
        self._usual = usual
        self._current = current
        self._room = 0
        self._is_fitting = False
        self._shown: dict[Column, QAction] = {}
        self._chosen = dict(zip(*[iter(kept_numbers(_WIDTHS))] * 2, strict=False))
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(True)
        self._take_up()
        header.sectionResized.connect(self._note_width)
        header.sectionMoved.connect(self._note_order)
        header.sortIndicatorChanged.connect(self._note_sorting)
        self.menu = self._make_menu()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda place: self.menu.popup(header.mapToGlobal(place))
        )

    def fit(self, room: int) -> None:
        """Give each column its width in a table as wide as this, in pixels."""
        self._room = room
        self._is_fitting = True
        left = room
        for column in Column:
            if column is not _LAST and not self._header.isSectionHidden(column):
                width = self._width(column)
                self._header.resizeSection(column, width)
                left -= width
        self._header.resizeSection(_LAST, max(left, self._width(_LAST)))
        self._is_fitting = False

    def _make_menu(self) -> QMenu:
        menu = QMenu(_("Kolonner"), self._header)
        for column, heading in HEADINGS.items():
            if column not in _ALWAYS:
                action = menu.addAction(_(heading[1]))
                action.setCheckable(True)
                action.setChecked(not self._header.isSectionHidden(column))
                action.toggled.connect(partial(self._show, column))
                self._shown[column] = action
        menu.addSeparator()
        for text, act in (
            (_("Flytt kolonnen til venstre"), partial(self._move, -1)),
            (_("Flytt kolonnen til høyre"), partial(self._move, 1)),
            (_("Bredere kolonne"), partial(self._widen, _STEP)),
            (_("Smalere kolonne"), partial(self._widen, -_STEP)),
        ):
            menu.addAction(text).triggered.connect(act)
        menu.addSeparator()
        menu.addAction(_("Vanlige kolonner")).triggered.connect(self._put_back)
        return menu

    def _take_up(self) -> None:
        header = self._header
        order = kept_numbers(_ORDER)
        if sorted(order) == list(Column):
            self._arrange(order)
        for column in kept_numbers(_HIDDEN):
            if column in list(Column) and column not in _ALWAYS:
                header.setSectionHidden(column, True)  # noqa: FBT003 - Qt's own
        match kept_numbers(_SORTING):
            case [column, descending] if column in list(Column):
                header.setSortIndicator(column, Qt.SortOrder(min(1, descending)))
            case _:
                header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def _arrange(self, order: list[int]) -> None:
        for place, column in enumerate(order):
            self._header.moveSection(self._header.visualIndex(column), place)

    def _width(self, column: int) -> int:
        return theme().px(self._chosen.get(column, self._usual[Column(column)]))

    def _note_width(self, column: int, _before: int, width: int) -> None:
        if self._is_fitting or not width:
            return
        self._chosen[column] = max(_NARROWEST, round(width / theme().px(100) * 100))
        keep_numbers(_WIDTHS, [number for pair in self._chosen.items() for number in pair])

    def _note_order(self) -> None:
        header = self._header
        keep_numbers(_ORDER, [header.logicalIndex(place) for place in range(header.count())])

    def _note_sorting(self, column: int, order: Qt.SortOrder) -> None:
        is_down = order is Qt.SortOrder.DescendingOrder
        keep_numbers(_SORTING, [column, int(is_down)] if column >= 0 else [])

    def _show(self, column: Column, shown: bool) -> None:  # noqa: FBT001 - as Qt tells it
        self._header.setSectionHidden(column, not shown)
        hidden = [each for each in Column if self._header.isSectionHidden(each)]
        keep_numbers(_HIDDEN, hidden)
        self.fit(self._room)

    def _move(self, by: int) -> None:
        header = self._header
        here = header.visualIndex(max(0, self._current()))
        there = here + by
        while 0 <= there < header.count() and header.isSectionHidden(header.logicalIndex(there)):
            there += by
        if 0 <= there < header.count():
            header.moveSection(here, there)

    def _widen(self, by: int) -> None:
        column = max(0, self._current())
        width = self._header.sectionSize(column) + theme().px(by)
        self._header.resizeSection(column, max(theme().px(_NARROWEST), width))

    def _put_back(self) -> None:
        self._chosen.clear()
        keep_numbers(_WIDTHS, [])
        self._arrange(list(Column))
        for action in self._shown.values():
            action.setChecked(True)
        self.fit(self._room)
        self._header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
