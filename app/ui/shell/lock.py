"""Locks the screen: nothing of anybody can be seen until the same officer is back."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from app.domain.thresholds import USUAL_LOCK
from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import Button, PrimaryButton
from app.ui.widgets.labels import HeadingLabel, Label, SecondaryLabel

_CENTRE = Qt.AlignmentFlag.AlignCenter
_PASSWORD = QLineEdit.EchoMode.Password
_CONTROL = Qt.KeyboardModifier.ControlModifier
_FIELD_WIDTH = 300
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


class IdleWatch(QObject):
    """Tells when nobody has touched keyboard or mouse for a while.

    It listens to the windows of the system, through which every key and movement passes once: a
    filter on the whole application would slow every repaint down.

    Signals:
        idle: nobody is there.
        lock_asked: Ctrl+L was pressed in a question, which keeps the keys of the window below.
    """

    idle = Signal()
    lock_asked = Signal()

    def __init__(self, seconds: int = USUAL_LOCK, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self.set_seconds(seconds)
        self._timer.timeout.connect(self.idle)
        self._watched: set[QWindow] = set()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.watch)

    def watch(self, window: QWindow | None) -> None:
        """Listen to a window as well."""
        if window is not None and window not in self._watched:
            window.installEventFilter(self)
            self._watched.add(window)
            window.destroyed.connect(lambda: self._watched.discard(window))

    def set_seconds(self, seconds: int) -> None:
        """Count to another number from now on."""
        self._timer.setInterval(seconds * 1000)

    def start(self) -> None:
        """Begin to count."""
        self._timer.start()

    def stop(self) -> None:
        """Count no longer: the screen is locked."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count from the start at every sign of life."""
        if event.type() in _SIGNS_OF_LIFE and self._timer.isActive():
            self._timer.start()
            if isinstance(event, QKeyEvent) and _asks_for_lock(event):
                self.lock_asked.emit()
                return True
        return super().eventFilter(watched, event)


def _asks_for_lock(event: QKeyEvent) -> bool:
    is_key = event.key() == Qt.Key.Key_L and event.modifiers() == _CONTROL
    return is_key and QApplication.activeModalWidget() is not None


class LockView(QWidget):
    """Stands in for everything else in the window. Shows no name of an inmate.

    Signals:
        unlock_asked: with the password that was typed.
        change_asked: another officer wants to sign in.
    """

    unlock_asked = Signal(str)
    change_asked = Signal()

    def __init__(self, officer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setAccessibleName(_("Skjermen er låst"))
        self._password = QLineEdit()
        self._password.setEchoMode(_PASSWORD)
        self._password.setAccessibleName(_("Passord"))
        self._password.setFixedWidth(theme().px(_FIELD_WIDTH))
        self._problem = Label("", "problem", wrap=True)
        self._open = PrimaryButton(_("Lås opp"), self._ask)
        label = Label(_("Passord"))
        label.setBuddy(self._password)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self._open)
        buttons.addWidget(Button(_("Bytt bruker"), self.change_asked.emit))
        buttons.addStretch()
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, 2 * MARGIN)
        column.setSpacing(GAP)
        heading = HeadingLabel(_("Skjermen er låst"))
        for widget in (heading, SecondaryLabel(officer), label, self._password, self._problem):
            column.addWidget(widget)
        column.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(card, 0, _CENTRE)
        layout.addStretch(3)
        self._password.returnPressed.connect(self._ask)

    def open(self) -> None:
        """Be ready for the password."""
        self._password.clear()
        self._problem.setText("")
        self._password.setEnabled(True)
        self._password.setFocus()

    def refuse(self, text: str) -> None:
        """Say why the screen stays locked."""
        self._password.setEnabled(True)
        self._password.clear()
        self._problem.setText(text)
        self._password.setFocus()
        announce(self, text)

    def _ask(self) -> None:
        if not self._password.text():
            self.refuse(_("Skriv passordet ditt."))
            return
        self._password.setEnabled(False)
        self.unlock_asked.emit(self._password.text())


def clear_other_windows(kept: QWidget) -> list[QWidget]:
    """Close menus and questions with their safe answer; hide and return all other windows."""
    while popup := QApplication.activePopupWidget():
        popup.close()
    hidden = []
    for window in QApplication.topLevelWidgets():
        # Other main windows cover themselves.
        if window is kept or not window.isVisible() or isinstance(window, QMainWindow):
            continue
        if isinstance(window, QDialog):
            window.reject()
        else:
            window.hide()
            hidden.append(window)
    return hidden
