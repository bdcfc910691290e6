"""The rows of the board: headings, which nobody can select, and tiles."""

from collections.abc import Sequence
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
        self.entries: list[Section | Tile] = []
        self.dimmed: list[bool] = []
        self.counts: list[int] = []
        self._row_of: dict[UUID, int] = {}

    def show_sections(self, shown: Sequence[Shown]) -> None:
        """Take over what is to be seen now."""
        self.beginResetModel()
        entries: list[Section | Tile] = []
        dimmed: list[bool] = []
        for part in shown:
            entries.append(part.section)
            dimmed.append(False)
            entries.extend(part.tiles)
            dimmed.extend(part.dimmed)
        self.entries, self.dimmed = entries, dimmed
        self.counts = [len(part.tiles) for part in shown]
        self._row_of = {
            entry.id: row for row, entry in enumerate(entries) if isinstance(entry, Tile)
        }
        self.endResetModel()

    def tile(self, row: int) -> Tile | None:
        """Return the tile in a row, None for a heading or no row."""
        entry = self.entries[row] if 0 <= row < len(self.entries) else None
        return entry if isinstance(entry, Tile) else None

    def order(self) -> list[UUID]:
        """Return the ids of the tiles in their order."""
        return list(self._row_of)

    def row_of(self, tile_id: UUID | None) -> int | None:
        """Return the row of a person or an empty cell, None when it is not shown."""
        return None if tile_id is None else self._row_of.get(tile_id)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of headings and tiles."""
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that tiles can be selected and headings cannot."""
        if not index.isValid():
            return _NO_FLAGS
        return _TILE_FLAGS if isinstance(self.entries[index.row()], Tile) else _HEADING_FLAGS

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return the name on the tile, or all of it in words for a screen reader."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
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
