"""Buttons: a verb on each, always enabled; what is missing is said after the press."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from app.ui.appearance.theme import theme

_NO_BRUSH = Qt.BrushStyle.NoBrush
_ANTIALIASING = QPainter.RenderHint.Antialiasing
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
        super().__init__(text, parent)
        self.setProperty("role", self.role)
        self.setAccessibleName(name or text)
        # Enter presses the button that has the focus, and never one elsewhere.
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if pressed is not None:
            # Not connected directly: Qt would hand `checked` over to it.
            self.clicked.connect(lambda: pressed())  # noqa: PLW0108

    def set_words(self, text: str) -> None:
        """Change the text and the name together."""
        self.setText(text)
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press, as Space does."""
        press_on_enter(self, event)


def press_on_enter(button: QPushButton, event: QKeyEvent) -> None:
    """Press a button by Enter; hand any other key to Qt."""
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if event.key() in keys and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        button.click()
        return
    QPushButton.keyPressEvent(button, event)


class PrimaryButton(Button):
    """The one thing to do on a page. Its focus ring lies inside, where it can be seen."""

    role = "primary"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, and a ring in the colour of its text when it has the focus."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        painter.setBrush(_NO_BRUSH)
        painter.setPen(QPen(QColor(theme().tokens.on_primary), 2))
        inside = self.rect().adjusted(_RING, _RING, -_RING, -_RING)
        painter.drawRoundedRect(inside, _RING, _RING)
        painter.end()


class DangerButton(Button):
    """Does what cannot be taken back."""

    role = "danger"


class LinkButton(Button):
    """Looks like a link: leads on, changes nothing."""

    role = "link"


class MenuButton(Button):
    """Opens a menu of actions, `Skriv ut ▾`."""

    def __init__(
        self, text: str, actions: Iterable[QAction] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(f"{text} ▾", name=text, parent=parent)
        self._menu = QMenu(self)
        self._menu.setAccessibleName(text)
        self.set_actions(actions)
        self.clicked.connect(self._open)

    def set_actions(self, actions: Iterable[QAction]) -> None:
        """Offer these actions from now on."""
        self._menu.clear()
        self._menu.addActions(list(actions))

    def actions_offered(self) -> tuple[QAction, ...]:
        """Return what the menu holds."""
        return tuple(self._menu.actions())

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class IconButton(Button):
    """An icon alone; so it must be given a name, which is shown as a hint as well."""

    def __init__(
        self,
        icon: str,
        name: str,
        pressed: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", pressed, name=name, parent=parent)
        self.setToolTip(name)
        self._icon = icon
        self._draw()
        theme().changed.connect(self._draw)

    def _draw(self) -> None:
        look = theme()
        self.setIcon(look.icon(self._icon))
        self.setIconSize(QSize(look.px(18), look.px(18)))
