"""The rows of the board: headings, which nobody can select, and tiles."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.cell_blocks import InmateLine
from app.domain.words import language_name
from app.foundation.dates import date_text, days_text
from app.foundation.translation import _, plural
from app.ui.appearance.veil import veil
from app.ui.screens.cell_blocks.sections import Section, Shown
from app.ui.screens.cell_blocks.tiles import Tile, where_text

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_HEADING_FLAGS = Qt.ItemFlag.ItemIsEnabled
_TILE_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_NO_FLAGS = Qt.ItemFlag.NoItemFlags
_ROOT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class BoardModel(QAbstractListModel):
    """Headings and tiles in the board's order, what is hidden left out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.counts: list[int] = []
        self._shown: Sequence[Shown] = ()
        # The row of each section's heading; its tiles are the rows after it.
        self._headings: list[int] = []
        self._rows = 0

    def show_sections(self, shown: Sequence[Shown]) -> None:
        """Take over what is to be seen now."""
        self.beginResetModel()
        self._shown = shown
        self.counts = [len(part.tiles) for part in shown]
        starts = list(accumulate((count + 1 for count in self.counts), initial=0))
        self._rows = starts.pop()
        self._headings = starts
        self.endResetModel()

    def entry(self, row: int) -> tuple[Section | Tile, bool]:
        """Return the heading or tile in a row, and whether it is dimmed."""
        place = bisect_right(self._headings, row) - 1
        part, inside = self._shown[place], row - self._headings[place] - 1
        return (part.section, False) if inside < 0 else (part.tiles[inside], part.dimmed[inside])

    def tile(self, row: int) -> Tile | None:
        """Return the tile in a row, None for a heading or no row."""
        entry = self.entry(row)[0] if 0 <= row < self._rows else None
        return entry if isinstance(entry, Tile) else None

    def order(self) -> list[UUID]:
        """Return the ids of the tiles in their order."""
        return [tile.id for part in self._shown for tile in part.tiles]

    def row_of(self, tile_id: UUID | None) -> int | None:
        """Return the row of a person or an empty cell, None when it is not shown."""
        if tile_id is None:
            return None
        for heading, part in zip(self._headings, self._shown, strict=True):
            if tile_id in part.section.ids:
                places = (place for place, tile in enumerate(part.tiles, 1) if tile.id == tile_id)
                place = next(places, None)
                return None if place is None else heading + place
        return None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of headings and tiles."""
        return 0 if parent.isValid() else self._rows

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that tiles can be selected and headings cannot."""
        if not index.isValid():
            return _NO_FLAGS
        return _TILE_FLAGS if self.tile(index.row()) is not None else _HEADING_FLAGS

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return the name on the tile, or all of it in words for a screen reader."""
        if not index.isValid():
            return None
        entry = self.entry(index.row())[0]
        if isinstance(entry, Section):
            return f"{entry.title}  {entry.note}" if role in (_DISPLAY, _ACCESSIBLE) else None
        if role == _DISPLAY:
            return veil().cover(entry.name)
        return spoken(entry) if role in (_ACCESSIBLE, _TOOL_TIP) else None


def spoken(tile: Tile) -> str:
    """Return the whole tile in words, the cell first, as one looks for it on the wall."""
    if tile.line is None:
        parts = [tile.place, tile.name, tile.days.text, tile.thing.text]
        return ", ".join(part for part in parts if part)
    crowd = _("{crowd} i cella").format(crowd=tile.crowd) if tile.crowd else ""
    parts = [tile.place, crowd, veil().cover(tile.name), tile.legal, *_follow_up(tile.line)]
    return ", ".join(part for part in parts if part)


def _follow_up(line: InmateLine) -> list[str]:
    officer = line.contact_officer
    days = line.days_since_conversation
    parts = [
        _("kontaktbetjent {name}").format(name=officer) if officer else _("ingen kontaktbetjent"),
        _("aldri snakket med")
        if days is None
        else _("{days} siden samtale").format(days=days_text(days)),
    ]
    if line.cell is None:
        parts.append(where_text(line))
    if line.open_steps:
        parts.append(plural("{n} åpent steg", "{n} åpne steg", line.open_steps))
    if line.overdue_steps:
        parts.append(_("{n} forfalt").format(n=line.overdue_steps))
    if line.next_review is not None:
        parts.append(_("neste gjennomgang {date}").format(date=date_text(line.next_review)))
    parts += [language_name(code) for code in line.languages]
    if line.interpreter_needed:
        parts.append(_("trenger tolk"))
    if line.is_new:
        parts.append(_("ny"))
    return parts
