"""Whose plans will be printed: the cell beside the name, in rows like those of the other lists."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP
from app.ui.appearance.veil import veil
from app.ui.screens.documents.unit_plans import Listed

_DOOR_WIDTH = 64
_INSIDE = 10
_PERSON = int(Qt.ItemDataRole.UserRole)
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_SELECTED = QStyle.StateFlag.State_Selected
Index = QModelIndex | QPersistentModelIndex


class PeopleList(QListWidget):
    """Only to be read; arrow keys walk it, and names are hidden while they are to be."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAlternatingRowColors(True)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_Row(self))
        self._people: Sequence[Listed] = ()
        veil().changed.connect(self._fill)
        theme().changed.connect(self.doItemsLayout)

    def show_people(self, people: Sequence[Listed]) -> None:
        """Show these people."""
        self._people = people
        self._fill()

    def _fill(self) -> None:
        self.clear()
        for person in self._people:
            item = QListWidgetItem(veil().cover(person.text))
            item.setData(_PERSON, (person.door, veil().cover(person.name)))
            self.addItem(item)


class _Row(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, tokens = theme(), theme().tokens
        area: QRect = option.rect
        text, muted = tokens.text, tokens.muted
        if option.state & _SELECTED:
            painter.fillRect(area, QColor(tokens.chosen))
            text = muted = tokens.on_chosen
        elif index.row() % 2:
            painter.fillRect(area, QColor(tokens.background))
        door, name = index.data(_PERSON)
        inside = area.adjusted(look.px(_INSIDE), 0, -look.px(_INSIDE), 0)
        beside = inside.adjusted(_door_width(), 0, 0, 0)
        painter.setFont(look.font())
        for room, colour, words in ((inside, muted, door), (beside, text, name)):
            painter.setPen(QColor(colour))
            painter.drawText(room, _LEFT, words)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        look = theme()
        _door, name = index.data(_PERSON)
        words = QFontMetrics(look.font()).horizontalAdvance(name)
        wide = _door_width() + words + 2 * look.px(_INSIDE) + GAP
        return QSize(wide, look.row)


def _door_width() -> int:
    return theme().px(_DOOR_WIDTH)
