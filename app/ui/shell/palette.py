"""Ctrl+K: one box for people, pages and actions, with the key of each at the right."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, SECONDARY
from app.ui.appearance.veil import veil
from app.ui.shell.finder import Findable, Kind
from app.ui.widgets.announce import announce
from app.ui.widgets.labels import SecondaryLabel
from app.ui.widgets.search_box import SearchBox

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_SELECTED = QStyle.StateFlag.State_Selected
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_KEYS_TO_LIST = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ESCAPE = Qt.Key.Key_Escape
_KEY_PRESS = QEvent.Type.KeyPress
_WIDTH = 560
_ROOM = 4
_TOP = 56
_MOST_ROWS = 12

Index = QModelIndex | QPersistentModelIndex


class _Hits(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._hits: Sequence[Findable] = ()

    def show_hits(self, hits: Sequence[Findable]) -> None:
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def hit(self, row: int) -> Findable | None:
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def rowCount(self, _parent: Index | None = None) -> int:
        return len(self._hits)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        hit = self._hits[index.row()]
        if role == _DISPLAY:
            return veil().cover(hit.text)
        if role == _SPOKEN:
            return ", ".join(part for part in (veil().cover(hit.text), hit.detail, hit.key) if part)
        return None


class _HitDelegate(QStyledItemDelegate):
    def __init__(self, hits: _Hits) -> None:
        super().__init__(hits)
        self._hits = hits

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit = self._hits.hit(index.row())
        if hit is None:
            return
        look, tokens = theme(), theme().tokens
        area: QRect = option.rect
        text, muted = tokens.text, tokens.muted
        if option.state & _SELECTED:
            painter.fillRect(area, QColor(tokens.chosen))
            text = muted = tokens.on_chosen
        inside = area.adjusted(look.px(10), 0, -look.px(10), 0)
        words, small = look.font(), look.font(SECONDARY)
        used = _draw(painter, inside, words, text, veil().cover(hit.text))
        beside = inside.adjusted(used + look.px(GAP), 0, 0, 0)
        _draw(painter, beside, small, muted, hit.detail)
        painter.setFont(small)
        painter.drawText(inside, _RIGHT, hit.key or _kind_word(hit.kind))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(_WIDTH // 2), _row())


def _row() -> int:
    return theme().row + theme().px(_ROOM)


def _draw(painter: QPainter, area: QRect, font: QFont, colour: str, text: str) -> int:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(area, _LEFT, text)
    return painter.fontMetrics().horizontalAdvance(text)


def _kind_word(kind: Kind) -> str:
    words = {Kind.PERSON: _("person"), Kind.PAGE: _("side")}
    return words.get(kind, _("handling"))


class Palette(QFrame):
    """Lies over the window; Enter goes to the chosen hit, Esc leaves.

    Signals:
        closed: it went away.
    """

    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setProperty("role", "palette")
        self._look: Callable[[str], Sequence[Findable]] = lambda _typed: ()
        self._hint = SecondaryLabel("")
        self.box = SearchBox(_("Finn person, side eller handling"))
        self._model = _Hits()
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_HitDelegate(self._model))
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName(_("Treff"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows = layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        for widget in (self.box, self._list, self._hint):
            layout.addWidget(widget)
        self.box.searched.connect(self._search)
        self.box.installEventFilter(self)
        self._list.clicked.connect(lambda index: self._go(index.row()))
        self.hide()

    def open(self, look: Callable[[str], Sequence[Findable]], name: str) -> None:
        """Show the box, empty; ``look`` finds things, ``name`` says what is looked for."""
        self.box.setAccessibleName(name)
        self.box.setPlaceholderText(name)
        self.setAccessibleName(name)
        self._look = look
        self.box.clear()
        self.look_again()
        self.show()
        self.raise_()
        self.box.setFocus()

    def look_again(self) -> None:
        """Look for the same once more: there is more to find now."""
        self._search(self.box.text().strip())

    def close_palette(self) -> None:
        """Go away."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list while the typing goes on in the box."""
        if watched is self.box and event.type() == _KEY_PRESS and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _KEYS_TO_LIST:
            self._step(-1 if key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp) else 1)
        elif key in _ENTER:
            self._go(self._list.currentIndex().row())
        elif key == _ESCAPE:
            self.close_palette()
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        count = self._model.rowCount()
        if count:
            row = (self._list.currentIndex().row() + by) % count
            self._choose(row)

    def _choose(self, row: int) -> None:
        self._list.setCurrentIndex(self._model.index(row, 0))
        hit = self._model.hit(row)
        if hit is not None:
            announce(self._list, veil().cover(hit.text))

    def _search(self, typed: str) -> None:
        hits = self._look(typed)
        self._model.show_hits(hits)
        if hits:
            self._choose(0)
            self._hint.setText(_("↑ ↓ velger · Enter åpner · Esc lukker"))
        else:
            self._hint.setText(_("Ingen treff. Prøv en del av navnet, cellen eller nummeret."))
        self._place(len(hits))

    def _place(self, rows: int) -> None:
        look = theme()
        width = min(look.px(_WIDTH), self._host.width() - 4 * GAP)
        top = look.px(_TOP)
        around = self.box.sizeHint().height() + self._hint.sizeHint().height() + 4 * GAP
        room = (self._host.height() - top - around - GAP) // _row()
        self._list.setFixedHeight(_row() * min(max(rows, 1), _MOST_ROWS, max(room, 1)) + 4)
        self._rows.activate()
        height = self.sizeHint().height()
        self.setGeometry((self._host.width() - width) // 2, top, width, height)

    def _go(self, row: int) -> None:
        hit = self._model.hit(row)
        self.close_palette()
        if hit is not None:
            hit.act()
