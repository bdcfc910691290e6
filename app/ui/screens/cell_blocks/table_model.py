"""The same people and cells as on the board, a row each, sorted by any column."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QIcon

from app.domain.cell_blocks import InmateLine
from app.domain.words import language_name
from app.foundation.dates import date_text
from app.foundation.folding import sort_key
from app.foundation.translation import _, mark
from app.ui.appearance.veil import veil
from app.ui.screens.cell_blocks.board_model import spoken
from app.ui.screens.cell_blocks.sections import Shown
from app.ui.screens.cell_blocks.tiles import State, Tile, TileKind

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_HORIZONTAL = Qt.Orientation.Horizontal
_ASCENDING = Qt.SortOrder.AscendingOrder
_DESCENDING = Qt.SortOrder.DescendingOrder
_ROOT = QModelIndex()
_FULL_WORDS = (_ACCESSIBLE, int(Qt.ItemDataRole.ToolTipRole))
_FAR = 10**6

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns from left to right."""

    CELL = 0
    NAME = 1
    LEGAL_STATUS = 2
    CONTACT_OFFICER = 3
    LAST_CONVERSATION = 4
    OPEN_STEPS = 5
    OVERDUE_STEPS = 6
    NEXT_REVIEW = 7
    LANGUAGES = 8


# Short above the column, in full for screen readers, hints and menus.
HEADINGS = {
    Column.CELL: (mark("Celle"), mark("Celle")),
    Column.NAME: (mark("Navn"), mark("Navn")),
    Column.LEGAL_STATUS: (mark("Status"), mark("Juridisk status")),
    Column.CONTACT_OFFICER: (mark("Kontaktbetjent"), mark("Kontaktbetjent")),
    Column.LAST_CONVERSATION: (mark("Sist"), mark("Dager siden siste samtale")),
    Column.OPEN_STEPS: (mark("Åpne"), mark("Åpne steg")),
    Column.OVERDUE_STEPS: (mark("Forfalt"), mark("Forfalte steg")),
    Column.NEXT_REVIEW: (mark("Gjennomgang"), mark("Neste gjennomgang")),
    Column.LANGUAGES: (mark("Språk"), mark("Språk")),
}
_COLUMNS = len(Column)
_NUMBERS = frozenset({int(Column.OPEN_STEPS), int(Column.OVERDUE_STEPS)})
_DAYS = int(Column.LAST_CONVERSATION)
_OVERDUE = int(Column.OVERDUE_STEPS)
_OFFICER = int(Column.CONTACT_OFFICER)


class TableModel(QAbstractTableModel):
    """Rows in the board's order until a column is chosen; empty cells always come last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unsorted: list[tuple[Tile, bool]] = []
        self._rows: list[tuple[Tile, bool]] = []
        self._texts: dict[UUID, tuple[str, ...]] = {}
        self._row_of: dict[UUID, int] = {}
        self._sorting: tuple[int, Qt.SortOrder] = (-1, _ASCENDING)
        self._brushes: dict[tuple[State, bool], QBrush] = {}
        self._icons: dict[tuple[State, bool], QIcon] = {}

    def set_style(
        self,
        brushes: dict[tuple[State, bool], QBrush],
        icons: dict[tuple[State, bool], QIcon],
    ) -> None:
        """Take over colours and day icons, by state and whether dimmed."""
        self._brushes, self._icons = brushes, icons

    def show_sections(self, shown: Sequence[Shown], *, anew: bool = True) -> None:
        """Take over what is to be seen now."""
        self.beginResetModel()
        if anew:
            self._texts.clear()
        self._unsorted = [
            pair for part in shown for pair in zip(part.tiles, part.dimmed, strict=True)
        ]
        self._sort()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = _ASCENDING) -> None:
        """Sort by a column; -1 gives the board's order back."""
        self._sorting = (column, order)
        self.beginResetModel()
        self._sort()
        self.endResetModel()

    def _sort(self) -> None:
        column, order = self._sorting
        rows = list(self._unsorted)
        key = _SORT_KEYS.get(column)
        if key is not None:
            people = [pair for pair in rows if pair[0].line is not None]
            empty = [pair for pair in rows if pair[0].line is None]
            people.sort(key=lambda pair: key(pair[0]), reverse=order is _DESCENDING)
            rows = people + empty
        elif order is _DESCENDING:
            rows.reverse()
        self._rows = rows
        self._row_of = {tile.id: row for row, (tile, _dimmed) in enumerate(rows)}

    def tile(self, row: int) -> Tile | None:
        """Return the tile in a row, None when there is no such row."""
        return self._rows[row][0] if 0 <= row < len(self._rows) else None

    def order(self) -> list[UUID]:
        """Return the ids of the rows in their order."""
        return list(self._row_of)

    def row_of(self, tile_id: UUID | None) -> int | None:
        """Return the row of a person or an empty cell, None when it is not shown."""
        return None if tile_id is None else self._row_of.get(tile_id)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of people and empty cells."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else _COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Return a column's heading."""
        if orientation is not _HORIZONTAL or not 0 <= section < _COLUMNS:
            return None
        short, full = HEADINGS[Column(section)]
        if role == _DISPLAY:
            return _(short)
        if role in _FULL_WORDS:
            return _(full)
        alignment = _RIGHT if section in _NUMBERS else _LEFT
        return alignment if role == _ALIGNMENT else None

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return a text, its colour, its icon, or the whole row in words in column 0."""
        tile, dimmed = self._rows[index.row()]
        column = index.column()
        if role == _DISPLAY:
            return self._text(tile)[column]
        if role == _FOREGROUND:
            return self._brushes.get((_state(tile, column), dimmed))
        if role == _ALIGNMENT:
            return _RIGHT if column in _NUMBERS else _LEFT
        return self._extra(tile, column, role, dimmed=dimmed)

    def _extra(self, tile: Tile, column: int, role: int, *, dimmed: bool) -> object:
        if role == _DECORATION and column == _DAYS and tile.line is not None:
            return self._icons.get((tile.days.state, dimmed))
        return spoken(tile) if role == _ACCESSIBLE and column == 0 else None

    def forget_texts(self) -> None:
        """Write every row anew: names are hidden, or shown again."""
        self._texts.clear()

    def _text(self, tile: Tile) -> tuple[str, ...]:
        texts = self._texts.get(tile.id)
        if texts is None:
            texts = self._texts[tile.id] = row_texts(tile)
        return texts


def row_texts(tile: Tile) -> tuple[str, ...]:
    """Return what stands in each column."""
    line = tile.line
    place = f"{tile.place}  {tile.crowd}" if tile.crowd else tile.place
    if line is None:
        notes = [tile.days.text, tile.thing.text]
        # Why a cell is out of use is longer than when it is ready, and has the wider column.
        notes = notes[::-1] if tile.kind is TileKind.OUT_OF_USE else notes
        return (place, tile.name, *notes, *[""] * (_COLUMNS - 4))
    return (
        place,
        veil().cover(line.name),
        tile.legal,
        line.contact_officer or _("ingen"),
        tile.days.text,
        str(line.open_steps) if line.open_steps else "",
        str(line.overdue_steps) if line.overdue_steps else "",
        date_text(line.next_review) if line.next_review else "",
        languages_text(line),
    )


def languages_text(line: InmateLine) -> str:
    """Return the languages, an interpreter beside the first: ``polsk (tolk), norsk``."""
    names = [language_name(code) for code in line.languages]
    if line.interpreter_needed:
        names[:1] = [_("{language} (tolk)").format(language=names[0]) if names else _("tolk")]
    return ", ".join(names)


def _state(tile: Tile, column: int) -> State:
    if tile.line is None:
        return State.PLAIN
    if column == _DAYS:
        return tile.days.state
    missing = column == _OFFICER and not tile.has_officer
    late = column == _OVERDUE and tile.line.overdue_steps > 0
    return State.DANGER if missing or late else State.PLAIN


def _days(tile: Tile) -> int:
    days = tile.line.days_since_conversation if tile.line else None
    return _FAR if days is None else days


def _review(tile: Tile) -> int:
    day = tile.line.next_review if tile.line else None
    return _FAR if day is None else day.toordinal()


_SORT_KEYS: dict[int, Callable[[Tile], int | str]] = {
    Column.NAME: lambda tile: sort_key(tile.name),
    Column.LEGAL_STATUS: lambda tile: sort_key(tile.legal),
    Column.CONTACT_OFFICER: lambda tile: sort_key((tile.line and tile.line.contact_officer) or ""),
    Column.LAST_CONVERSATION: _days,
    Column.OPEN_STEPS: lambda tile: tile.line.open_steps if tile.line else 0,
    Column.OVERDUE_STEPS: lambda tile: tile.line.overdue_steps if tile.line else 0,
    Column.NEXT_REVIEW: _review,
    Column.LANGUAGES: lambda tile: row_texts(tile)[Column.LANGUAGES],
}
