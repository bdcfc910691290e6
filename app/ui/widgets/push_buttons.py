"""Buttons that are pressed: a verb on each; what is missing is said after the press."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.appearance.theme import theme
from app.ui.appearance.veil import veil

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

# Names are looked up in QtCore and QtGui when they are needed: PySide6 makes each class at the
# first look, and the Qt namespace alone takes a tenth of the time to the first window.
_RING = 3


class Button(QPushButton):
    """The usual button. ``name`` is what a screen reader says where the text is not enough."""

    role = "secondary"

    def __init__(
        self,
        text: str,
        pressed: Callable[[], object] | None = None,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        # Not in one call: that might take an icon instead, and so makes the class of icons first.
        super().__init__(parent)
        super().setText(veil().cover(text))
        self._said = text
        self.setProperty("role", self.role)
        self.setAccessibleName(name or text)
        # Enter presses the button that has the focus, and never one elsewhere.
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if pressed is not None:
            # Not connected directly: Qt would hand `checked` over to it.
            self.clicked.connect(lambda: pressed())  # noqa: PLW0108

    def setText(self, text: str) -> None:
        """Say something else; names in it are hidden on wish."""
        self._said = text
        super().setText(veil().cover(text))

    def show_veiled(self) -> None:
        """Say the same, names hidden or shown."""
        super().setText(veil().cover(self._said))

    def set_words(self, text: str) -> None:
        """Change the text and the name together."""
        self.setText(text)
        self.setAccessibleName(text)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Let Enter press, as Space does."""
        press_on_enter(self, event)


def press_on_enter(button: QPushButton, event: "QKeyEvent") -> None:
    """Press a button by Enter; hand any other key to Qt."""
    keys = (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)
    if event.key() in keys and not event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
        button.click()
        return
    QPushButton.keyPressEvent(button, event)


class PrimaryButton(Button):
    """The one thing to do on a page. Its focus ring lies inside, where it can be seen."""

    role = "primary"

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw the button, and a ring in the colour of its text when it has the focus."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.setPen(QtGui.QPen(QtGui.QColor(theme().tokens.on_primary), theme().ring))
        inside = self.rect().adjusted(_RING, _RING, -_RING, -_RING)
        painter.drawRoundedRect(inside, _RING, _RING)
        painter.end()


class DangerButton(Button):
    """Does what cannot be taken back."""

    role = "danger"


class LinkButton(Button):
    """Looks like a link: leads on, changes nothing."""

    role = "link"
