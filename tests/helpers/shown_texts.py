"""Every text a window has: shown, painted, or said by a screen reader."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QMenu,
    QTabBar,
    QWidget,
)

_PROPERTIES = (
    "text",
    "plainText",
    "placeholderText",
    "title",
    "toolTip",
    "accessibleName",
    "accessibleDescription",
    "whatsThis",
    "windowTitle",
)
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_MOST_ROWS = 40


def texts_of(root: QWidget) -> set[str]:
    """Return the texts of a widget that is shown, and of all in it."""
    found: set[str] = set()
    for widget in [root, *root.findChildren(QWidget)]:
        # A menu is made before it is opened, and says the same then.
        if widget.isVisibleTo(root) or isinstance(widget, QMenu):
            found.update(_own(widget))
    return found


def _own(widget: QWidget) -> Iterator[str]:
    for name in _PROPERTIES:
        value = widget.property(name)
        if isinstance(value, str):
            yield value
    for action in widget.actions():
        yield from (action.text(), action.toolTip(), action.statusTip())
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
        yield from (widget.tabToolTip(place) for place in range(widget.count()))
    if isinstance(widget, QAbstractSpinBox):
        yield widget.text()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget.model(), QModelIndex())


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    is_list = isinstance(model, QAbstractListModel)
    rows = min(model.rowCount(parent), _MOST_ROWS)
    columns = 1 if is_list else model.columnCount(parent)
    for role in _ROLES:
        for column in range(columns):
            yield _text(model.headerData(column, Qt.Orientation.Horizontal, role))
    for row in range(rows):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (_text(index.data(role)) for role in _ROLES)
        if not is_list and model.rowCount(model.index(row, 0, parent)):
            yield from _cells(model, model.index(row, 0, parent))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


@contextmanager
def painted(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """Collect what our own code paints with a pen."""
    found: set[str] = set()
    draw = QPainter.drawText

    def note(painter: QPainter, *arguments: object) -> object:
        found.update(argument for argument in arguments if isinstance(argument, str))
        return draw(painter, *arguments)

    with monkeypatch.context() as patched:
        patched.setattr(QPainter, "drawText", note)
        yield found
