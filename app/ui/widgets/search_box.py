"""A field that filters as one types. Esc empties it before it closes anything."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.appearance.icons import themed
from app.ui.appearance.theme import theme

_LEADING = QLineEdit.ActionPosition.LeadingPosition
_ESCAPE = Qt.Key.Key_Escape
_DOWN = Qt.Key.Key_Down


class SearchBox(QLineEdit):
    """Named, with a magnifier.

    Signals:
        searched: with the text, stripped, at every change.
        down_pressed: the officer wants to go into the list.
    """

    searched = Signal(str)
    down_pressed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self._magnifier = self.addAction(QIcon(), _LEADING)
        self._magnifier.setText(name)
        self._draw()
        theme().changed.connect(self._draw)
        self.textChanged.connect(lambda text: self.searched.emit(text.strip()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field by Esc, and leave it downwards by the arrow."""
        if event.key() == _ESCAPE and self.text():
            self.clear()
        elif event.key() == _DOWN:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        self._magnifier.setIcon(themed("search", "muted"))
