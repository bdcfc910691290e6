"""The dark column on the left: an icon, a word and a key for each page that is built."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.foundation.translation import _
from app.ui.appearance.icons import pixmap
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, NAVIGATION_WIDTH
from app.ui.widgets.labels import Label

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

_NARROW_WIDTH = 132


class PlaceButton(QPushButton):
    """One place to go: icon and word left, key right."""

    def __init__(self, word: str, icon: str, key: str) -> None:
        super().__init__(word)
        self._icon = icon
        self.setProperty("role", "place")
        self.setAutoDefault(False)
        self.setAccessibleName(word)
        self.setAccessibleDescription(key)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, GAP, 0)
        layout.addStretch()
        self._key = Label(key, "place-key")
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout.addWidget(self._key, 0, _RIGHT)
        self.draw()

    def show_key(self, *, yes: bool) -> None:
        """Show the key beside the word, or as a hint alone."""
        self._key.setVisible(yes)
        self.setToolTip("" if yes else self._key.text())

    def draw(self) -> None:
        """Draw the icon at the present zoom."""
        look = theme()
        size, after = look.px(17), look.px(7)
        self.setIcon(QIcon(pixmap(self._icon, look.tokens.navigation_text, size, after)))
        self.setIconSize(QSize(size + after, size))


class Navigation(QFrame):
    """Pages with a number at the top; at the bottom the others, and the lock.

    Signals:
        page_asked: with the id of a page.
        lock_asked: the officer leaves.
    """

    page_asked = Signal(str)
    lock_asked = Signal()

    def __init__(
        self, places: Sequence[tuple[str, str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "navigation")
        self.setAccessibleName(_("Sider"))
        self._buttons: dict[str, PlaceButton] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP + 2, GAP, GAP + 2)
        layout.setSpacing(2)
        for is_numbered in (True, False):
            for page, word, icon, key in places:
                if key[-1:].isdigit() is is_numbered:
                    layout.addWidget(self._place(page, word, icon, key))
            if is_numbered:
                layout.addStretch()
        self._lock = self._add(_("Lås"), "lock", "Ctrl+L")
        self._lock.clicked.connect(self.lock_asked)
        layout.addWidget(self._lock)
        self._is_narrow = False
        theme().changed.connect(self._draw)
        self._draw()

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Leave the keys out, so that the page has more room."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._draw()

    def choose(self, page: str) -> None:
        """Mark the page that is in front."""
        button = self._buttons.get(page)
        if button is not None:
            button.setChecked(True)
            return
        checked = self._group.checkedButton()
        if checked is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

    def first_focus(self) -> QWidget:
        """Return the chosen place, or the first."""
        checked = self._group.checkedButton()
        return checked or next(iter(self._buttons.values()), self._lock)

    def _place(self, page: str, word: str, icon: str, key: str) -> PlaceButton:
        button = self._add(word, icon, key)
        button.setCheckable(True)
        button.clicked.connect(lambda _on=False: self.page_asked.emit(page))
        self._group.addButton(button)
        self._buttons[page] = button
        return button

    def _add(self, word: str, icon: str, key: str) -> PlaceButton:
        return PlaceButton(word, icon, key)

    def _draw(self) -> None:
        self.setFixedWidth(theme().px(_NARROW_WIDTH if self._is_narrow else NAVIGATION_WIDTH))
        for button in (*self._buttons.values(), self._lock):
            button.show_key(yes=not self._is_narrow)
            button.draw()
