"""Where a window stands on the screens, remembered for each number of window on this machine."""

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QMainWindow

from app.ui.appearance.remembered import remembered

_FIRST_SIZE = (1366, 768)
_BESIDE = 40
# As much of a window's upper edge must be in sight that it can be taken hold of.
_GRIP = 80


def remember_place(window: QMainWindow, number: int) -> None:
    """Remember where a window is, and whether it fills the screen."""
    memory = remembered()
    if memory is not None:
        memory.setValue(_key(number), window.saveGeometry())


def restore_place(window: QMainWindow, number: int) -> None:
    """Put a window where it was; onto a screen that is there, when its own is gone."""
    memory = remembered()
    kept = memory.value(_key(number)) if memory is not None else None
    if not isinstance(kept, QByteArray) or not window.restoreGeometry(kept):
        window.setGeometry(_first_place(number))
    _bring_into_sight(window)


def _key(number: int) -> str:
    return f"window{number}/geometry"


def _first_place(number: int) -> QRect:
    """Return room on the first screen; for another window, on a screen that has none yet."""
    screen = _free_screen(number)
    room = screen.availableGeometry()
    place = QRect(room.topLeft(), QSize(*_FIRST_SIZE).boundedTo(room.size()))
    if number and screen is QGuiApplication.primaryScreen():
        # Beside the one below it, so that both are seen to be there.
        place.translate(_BESIDE, _BESIDE)
    return place


def _free_screen(number: int) -> QScreen:
    first = QGuiApplication.primaryScreen()
    if not number:
        return first
    taken = {
        window.screen()
        for window in QApplication.topLevelWidgets()
        if isinstance(window, QMainWindow) and window.isVisible()
    }
    return next((screen for screen in QGuiApplication.screens() if screen not in taken), first)


def _bring_into_sight(window: QMainWindow) -> None:
    frame = window.geometry()
    edge = QRect(frame.topLeft(), frame.size())
    edge.setHeight(_GRIP)
    for screen in QGuiApplication.screens():
        seen = screen.availableGeometry().intersected(edge)
        if seen.width() >= _GRIP and seen.height() >= min(_GRIP, edge.height()) // 2:
            return
    room = QGuiApplication.primaryScreen().availableGeometry()
    size = frame.size().boundedTo(room.size())
    window.setGeometry(QRect(QPoint(room.x(), room.y()), size))
