"""A line that ends in … when there is no room, and says the whole of it when asked."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.widgets.labels import Label

_RIGHT = Qt.TextElideMode.ElideRight
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_LEAST_LETTERS = 8


class ElidedLabel(Label):
    """Gives way to its neighbours; the hint and the screen reader have the whole text."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Ask for a few letters only."""
        whole = super().minimumSizeHint()
        least = self.fontMetrics().averageCharWidth() * _LEAST_LETTERS
        return QSize(min(whole.width(), least), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what there is room for."""
        text = self.fontMetrics().elidedText(self.text(), _RIGHT, self.width())
        self.setToolTip("" if text == self.text() else self.text())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), _MIDDLE_LEFT, text)
        painter.end()
