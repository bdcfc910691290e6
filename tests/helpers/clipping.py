"""Finds words on a window that have too little room."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from app.ui.widgets.elided import ElidedLabel

# Fractions of a letter that fonts round away.
_SLACK = 2


def clipped(root: QWidget) -> list[str]:
    """Return the texts of labels, buttons and tabs that are wider or higher than their place."""
    found: list[str] = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or widget.visibleRegion().isEmpty():
            continue
        found += [f"{type(widget).__name__}: {text}" for text in _cut(widget)]
    return found


def _cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and not isinstance(widget, ElidedLabel):
        yield from _cut_label(widget)
    elif isinstance(widget, QAbstractButton) and not _is_icon(widget):
        # With its edges: Qt paints the text over them, and the style cuts it there.
        if widget.text() and widget.sizeHint().width() > widget.width() + _SLACK:
            yield widget.text().replace("&", "")
    elif isinstance(widget, QTabBar):
        yield from _cut_tabs(widget)
    elif isinstance(widget, QHeaderView):
        yield from _cut_headings(widget)
    else:
        yield from _cut_field(widget)


def _cut_field(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QComboBox) and not widget.isEditable():
        if _width(widget, widget.currentText()) > _field(widget).width() + _SLACK:
            yield widget.currentText()
    elif isinstance(widget, QLineEdit) and _width(widget, _hint(widget)) > widget.width():
        yield _hint(widget)


def _is_icon(button: QAbstractButton) -> bool:
    icon_only = Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(button, QToolButton) and button.toolButtonStyle() is icon_only


def _field(box: QComboBox) -> QRect:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    control = QStyle.ComplexControl.CC_ComboBox
    return box.style().subControlRect(control, option, QStyle.SubControl.SC_ComboBoxEditField, box)


def _hint(field: QLineEdit) -> str:
    return "" if field.text() else field.placeholderText()


def _cut_tabs(bar: QTabBar) -> Iterator[str]:
    for place in range(bar.count()):
        if _width(bar, bar.tabText(place)) > bar.tabRect(place).width() + _SLACK:
            yield bar.tabText(place)


def _cut_headings(header: QHeaderView) -> Iterator[str]:
    across = Qt.Orientation.Horizontal
    if header.orientation() is not across:
        return
    for place in range(header.count()):
        heading = str(header.model().headerData(place, across) or "")
        if header.sectionSize(place) and _width(header, heading) > header.sectionSize(place):
            yield heading


def _cut_label(label: QLabel) -> Iterator[str]:
    plain = label.text()
    if not plain or label.pixmap().width():
        return
    room = label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + _SLACK:
            yield plain
        return
    if "<" in plain:
        return
    size = label.fontMetrics().boundingRect(QRect(0, 0, 10_000, 10_000), 0, plain)
    if size.width() > room.width() + _SLACK or size.height() > room.height() + 2 * _SLACK:
        yield plain


def _width(widget: QWidget, text: str) -> int:
    return widget.fontMetrics().horizontalAdvance(text)
