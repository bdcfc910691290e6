"""Buttons of every kind. The first window makes do with ``push_buttons``, which are lighter."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.appearance.icons import themed
from app.ui.appearance.theme import theme
from app.ui.widgets.push_buttons import (
    Button,
    DangerButton,
    LinkButton,
    PrimaryButton,
    press_on_enter,
)

__all__ = [
    "Button",
    "DangerButton",
    "IconButton",
    "LinkButton",
    "MenuButton",
    "PrimaryButton",
    "press_on_enter",
]


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

    role = "icon"

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
        self.setIcon(themed(self._icon))
        self.setIconSize(QSize(look.px(18), look.px(18)))
