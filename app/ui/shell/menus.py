"""The menu bar: the program's name, the menus, and the yellow band of an example prison."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QWidget

from app.foundation.translation import _
from app.ui.actions.entries import MENU_WORDS, Menu
from app.ui.appearance.tokens import MARGIN
from app.ui.shell.recent_menu import RecentMenu
from app.ui.shell.registry import Actions
from app.ui.widgets.banner import ExampleBanner
from app.ui.widgets.labels import Label

_AFTER_RECENT = "change_password"
_LEFT = Qt.Corner.TopLeftCorner
_RIGHT = Qt.Corner.TopRightCorner


def fill_menu_bar(bar: QMenuBar, actions: Actions, recent: RecentMenu, *, is_example: bool) -> None:
    """Put every action into its menu, and the last people before the account's in `Fil`."""
    bar.setAccessibleName(_("Menylinje"))
    bar.setNativeMenuBar(False)
    _put(bar, Label("Mulighet", "strong"), _LEFT)
    if is_example:
        _put(bar, ExampleBanner(), _RIGHT)
    for menu, word in MENU_WORDS.items():
        offered = list(actions.in_menu(menu))
        if offered:
            submenu = bar.addMenu(_(word))
            submenu.setAccessibleName(_(word).replace("&", ""))
            submenu.addActions(offered)
            submenu.aboutToShow.connect(actions.look_at_front)
            if menu is Menu.FILE:
                submenu.insertMenu(actions[_AFTER_RECENT], recent)
                submenu.aboutToShow.connect(recent.offer)


def _put(bar: QMenuBar, widget: QWidget, place: Qt.Corner) -> None:
    corner = QWidget(bar)
    row = QHBoxLayout(corner)
    row.setContentsMargins(MARGIN - 2, 3, MARGIN, 3)
    row.addWidget(widget)
    bar.setCornerWidget(corner, place)
    corner.show()
