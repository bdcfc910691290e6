"""Draws the veil over what is on the screen: every label and button, and every field of text."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.ui.appearance.veil import veil
from app.ui.widgets.labels import Label
from app.ui.widgets.push_buttons import Button

_PAINT = QEvent.Type.Paint
_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_LINES = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
_INSET = 4


class VeilOver(QObject):
    """One for the whole program.

    What can be edited keeps its text: only what is painted is another. A filter on the whole
    application makes every repaint slower, so it is there only while names are hidden.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        veil().changed.connect(self._take_change)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint a field that has a name in it with the name hidden."""
        if event.type() != _PAINT or not isinstance(watched, QWidget):
            return False
        text = _text_of(watched)
        if not text or not veil().hides_in(text):
            return False
        _paint_covered(watched, veil().cover(text))
        return True

    def _take_change(self) -> None:
        if veil().is_on:
            self._application.installEventFilter(self)
        else:
            self._application.removeEventFilter(self)
        for widget in QApplication.allWidgets():
            if isinstance(widget, Label | Button):
                widget.show_veiled()
            widget.update()


def keep_veil() -> None:
    """Have the veil drawn from now on; a second call does nothing."""
    application = QApplication.instance()
    if isinstance(application, QApplication) and application.findChild(VeilOver) is None:
        VeilOver(application)


def _text_of(watched: QWidget) -> str:
    if isinstance(watched, QLineEdit):
        hidden = watched.echoMode() is not QLineEdit.EchoMode.Normal
        return "" if hidden else watched.text()
    around = watched.parentWidget()
    if isinstance(around, QPlainTextEdit | QTextEdit) and around.viewport() is watched:
        return around.toPlainText()
    return ""


def _paint_covered(field: QWidget, text: str) -> None:
    painter = QPainter(field)
    painter.fillRect(field.rect(), field.palette().color(QPalette.ColorRole.Base))
    painter.setPen(field.palette().color(QPalette.ColorRole.Text))
    painter.setFont(field.font())
    inside: QRect = field.rect().adjusted(_INSET, 0, -_INSET, 0)
    painter.drawText(inside, _ONE_LINE if isinstance(field, QLineEdit) else _LINES, text)
    painter.end()
