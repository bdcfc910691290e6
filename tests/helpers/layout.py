"""Looks for what is cut off and what lies over something else in a window that is shown."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QToolButton,
    QWidget,
)

from app.ui.shell.palette import Palette
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.side_panel import PanelGrip, SidePanel
from app.ui.widgets.toast import Toast

LEAVES = (
    QLabel,
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QTextEdit,
    QPlainTextEdit,
)
# They lie over the page, and are meant to.
_OVERLAYS = (SidePanel, Toast, Palette)
# Half a pixel each way is lost in rounding.
_SLACK = 1
_ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def faults(window: QWidget) -> list[str]:
    """Return a line for each text that is cut off and each pair that overlaps."""
    seen = [part for part in window.findChildren(QWidget) if part.isVisible()]
    leaves = [part for part in seen if isinstance(part, LEAVES) and not _is_inside(part)]
    return [*_cut_texts(seen), *_cut_by_parents(window, leaves), *_overlaps(window, leaves)]


def called(part: QWidget) -> str:
    """Return what to call a part in a message."""
    text = part.text() if isinstance(part, QLabel | QAbstractButton | QLineEdit) else ""
    within = next((type(up).__name__ for up in _up(part) if type(up).__module__[:3] == "app"), "")
    return f"{within}/{type(part).__name__} «{text or part.accessibleName()}»"


def _cut_texts(seen: list[QWidget]) -> Iterator[str]:
    for part in seen:
        needed = _needed(part)
        if needed is None:
            continue
        room = part.contentsRect().size()
        if needed.width() > room.width() + _SLACK or needed.height() > room.height() + _SLACK:
            yield (
                f"cut off: {called(part)} needs {needed.width()}x{needed.height()}"
                f" and has {room.width()}x{room.height()}"
            )


def _needed(part: QWidget) -> QSize | None:
    """Return the room the text of a part needs, None for what says nothing or may be shortened."""
    if isinstance(part, QLabel):
        return _needed_by_label(part)
    if isinstance(part, QComboBox | QLineEdit):
        return _needed_by_field(part)
    # The bar of a tab widget has all the width there is, and scrolls.
    if isinstance(part, QTabBar) and not isinstance(part.parentWidget(), QTabWidget):
        return QSize(part.sizeHint().width(), 0)
    return _needed_by_button(part) if isinstance(part, QAbstractButton) else None


def _needed_by_button(button: QAbstractButton) -> QSize | None:
    is_icon = isinstance(button, QToolButton) and button.toolButtonStyle() is _ICON_ONLY
    if not button.text() or is_icon:
        return None
    metrics = QFontMetrics(button.font())
    size = metrics.size(int(Qt.TextFlag.TextShowMnemonic), button.text())
    icon = 0 if button.icon().isNull() else button.iconSize().width()
    if isinstance(button, QCheckBox | QRadioButton):
        icon += metrics.height()
    return QSize(size.width() + icon, metrics.tightBoundingRect(button.text()).height())


def _needed_by_field(field: QComboBox | QLineEdit) -> QSize | None:
    if isinstance(field, QLineEdit):
        return _needed_by_hint(field)
    return None if field.isEditable() else _needed_by_choice(field)


def _needed_by_choice(box: QComboBox) -> QSize:
    metrics = QFontMetrics(box.font())
    beside = box.contentsRect().width() - _field_of(box).width()
    return QSize(metrics.horizontalAdvance(box.currentText()) + beside, metrics.height())


def _needed_by_hint(field: QLineEdit) -> QSize | None:
    """What is typed may be longer than its field; what says what to type may not."""
    if field.text() or not field.placeholderText():
        return None
    metrics, margins = QFontMetrics(field.font()), field.textMargins()
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    inside = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    icons = sum(1 for button in field.findChildren(QToolButton) if button.isVisible())
    beside = field.contentsRect().width() - inside.width() + margins.left() + margins.right()
    beside += icons * field.height() // 2
    return QSize(metrics.horizontalAdvance(field.placeholderText()) + beside, metrics.height())


def _needed_by_label(label: QLabel) -> QSize | None:
    if isinstance(label, ElidedLabel) or not label.text():
        return None
    around = label.size() - label.contentsRect().size()
    if not label.wordWrap():
        return label.sizeHint() - around
    tall = label.heightForWidth(label.width()) - around.height()
    return QSize(_longest_word(label), tall)


def _field_of(box: QComboBox) -> QRect:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    control = QStyle.ComplexControl.CC_ComboBox
    return box.style().subControlRect(control, option, QStyle.SubControl.SC_ComboBoxEditField, box)


def _longest_word(label: QLabel) -> int:
    metrics = QFontMetrics(label.font())
    if label.textFormat() is Qt.TextFormat.RichText:
        return 0
    return max((metrics.horizontalAdvance(word) for word in label.text().split()), default=0)


def _cut_by_parents(window: QWidget, leaves: list[QWidget]) -> Iterator[str]:
    for part in leaves:
        cut = _cut_by(window, part)
        if cut is not None:
            yield f"cut off by {called(cut)}: {called(part)} at {_rect(part, cut).getRect()}"


def _cut_by(window: QWidget, part: QWidget) -> QWidget | None:
    """Return the first widget around a part that does not hold all of it."""
    across = down = True
    for around in _up(part):
        area = (
            around.parentWidget()
            if isinstance(around.parentWidget(), QAbstractScrollArea)
            else None
        )
        inside = _rect(part, around)
        if across and not _holds(around.width(), inside.left(), inside.width()):
            if area is None or area.horizontalScrollBarPolicy() == _NEVER:
                return around
            across = False
        if down and not _holds(around.height(), inside.top(), inside.height()):
            if area is None or area.verticalScrollBarPolicy() == _NEVER:
                return around
            down = False
        if area is not None:
            across = across and area.horizontalScrollBarPolicy() == _NEVER
            down = down and area.verticalScrollBarPolicy() == _NEVER
        if around is window:
            return None
    return None


def _holds(room: int, start: int, length: int) -> bool:
    return start >= -_SLACK and start + length <= room + _SLACK


def _overlaps(window: QWidget, leaves: list[QWidget]) -> Iterator[str]:
    placed = [(part, _overlay(part), _seen_rect(window, part)) for part in leaves]
    placed = [each for each in placed if not each[2].isEmpty()]
    for (one, layer, first), (other, other_layer, second) in combinations(placed, 2):
        if layer is not other_layer or one.isAncestorOf(other) or other.isAncestorOf(one):
            continue
        common = first.intersected(second)
        if common.width() > 2 * _SLACK and common.height() > 2 * _SLACK:
            yield f"overlap: {called(one)} and {called(other)} by {common.size().toTuple()}"


def _seen_rect(window: QWidget, part: QWidget) -> QRect:
    """Return where in the window a part is seen, as far as it is."""
    seen = _rect(part, window)
    for around in _up(part):
        seen = seen.intersected(_rect(around, window))
        if around is window:
            break
    return seen


def _rect(part: QWidget, around: QWidget) -> QRect:
    return QRect(part.mapTo(around, QPoint(0, 0)), part.size())


def _up(part: QWidget) -> Iterator[QWidget]:
    around = part.parentWidget()
    while around is not None:
        yield around
        around = around.parentWidget()


def _overlay(part: QWidget) -> QWidget | None:
    return next((around for around in _up(part) if isinstance(around, _OVERLAYS)), None)


def _is_inside(part: QWidget) -> bool:
    """Tell whether a part belongs to another leaf: the field of a date, the label of a button."""
    if isinstance(part, PanelGrip):
        return True
    return any(isinstance(around, LEAVES) for around in _up(part))
