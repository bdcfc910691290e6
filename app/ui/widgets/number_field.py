"""A number to type, with arrows to step by."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from app.ui.appearance.tokens import GAP


class NumberField(QSpinBox):
    """Turning the wheel over it changes nothing by accident."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        # The style sheet's padding does not reach the field inside.
        self.lineEdit().setTextMargins(GAP - 2, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead."""
        event.ignore()
