"""A box to tick, its edge as easy to see as that of every other field, in both palettes."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui.appearance.theme import theme

_ANTIALIASING = QPainter.RenderHint.Antialiasing
_NO_BRUSH = Qt.BrushStyle.NoBrush
_SIDE = 16
_EDGE = 3
_CORNER = 3
# The tick, in parts of the box's side.
_TICK = ((0.22, 0.52), (0.43, 0.72), (0.78, 0.30))


class TickBox(QCheckBox):
    """Only the box; its words stand beside it, and are its accessible name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Leave room for the focus ring."""
        side = theme().px(_SIDE) + 2 * _EDGE
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the one size it has."""
        return self.sizeHint()

    def hitButton(self, _place: QPoint) -> bool:
        """Take a press anywhere on the box."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the tick, and the ring when it has the focus."""
        tokens = theme().tokens
        side = theme().px(_SIDE)
        top = (self.height() - side) / 2
        box = QRectF(_EDGE, top, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        ticked = self.isChecked()
        painter.setPen(QPen(QColor(tokens.primary if ticked else tokens.field), 1))
        painter.setBrush(QColor(tokens.primary if ticked else tokens.surface))
        painter.drawRoundedRect(box, _CORNER, _CORNER)
        painter.setBrush(_NO_BRUSH)
        if ticked:
            painter.setPen(QPen(QColor(tokens.on_primary), 2))
            at = [QPointF(box.x() + x * side, box.y() + y * side) for x, y in _TICK]
            painter.drawPolyline(at)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.primary), theme().ring))
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), _CORNER + 1, _CORNER + 1)
        painter.end()
