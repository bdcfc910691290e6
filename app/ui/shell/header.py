"""The line above every page: its title, what belongs to it, the search, and two actions."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, HEADER_HEIGHT, MARGIN
from app.ui.widgets.buttons import MenuButton, PrimaryButton
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.labels import Label

_SEARCH_WIDTH = 330
_NARROW_SEARCH_WIDTH = 180
_WIDEST_TITLE = 300
_THROUGH = Qt.WidgetAttribute.WA_TransparentForMouseEvents


class _SearchButton(QPushButton):
    """Looks like a field; opens the palette, where the typing is done."""

    def __init__(self) -> None:
        super().__init__()
        name = _("Finn person, side eller handling")
        self.setProperty("role", "finder")
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP + 2, 0, GAP, 0)
        for label in (ElidedLabel(name, "muted"), Label("Ctrl+K", "key")):
            label.setAttribute(_THROUGH)
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
            layout.addWidget(label)
        layout.insertStretch(1)

    def sizeHint(self) -> QSize:
        """Ask for the room of the whole text."""
        return QSize(theme().px(_SEARCH_WIDTH), super().sizeHint().height())


class Header(QFrame):
    """Stays where it is when the page changes.

    Signals:
        palette_asked, conversation_asked: the search, or `Ny samtale`, was pressed.
    """

    palette_asked = Signal()
    conversation_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self.setAccessibleName(_("Toppfelt"))
        self._title = ElidedLabel("", "title")
        self._beside = QHBoxLayout()
        self._beside.setSpacing(GAP)
        self._widgets: list[QWidget] = []
        self._search = _SearchButton()
        self._search.clicked.connect(self.palette_asked)
        self._print = MenuButton(_("Skriv ut"))
        self._new = PrimaryButton(_("Ny samtale"), self.conversation_asked.emit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 0, MARGIN, 0)
        layout.setSpacing(GAP + 2)
        layout.addWidget(self._title)
        layout.addLayout(self._beside)
        layout.addStretch(1)
        layout.addWidget(self._search)
        layout.addWidget(self._print)
        layout.addWidget(self._new)
        theme().changed.connect(self._fit)
        self._fit()

    def show_page(
        self, title: str, widgets: Sequence[QWidget], printing: Sequence[QAction]
    ) -> None:
        """Show a page's title, what stands beside it, and what it can print."""
        self.set_title(title)
        for widget in self._widgets:
            self._beside.removeWidget(widget)
            widget.hide()
        self._widgets = list(widgets)
        for widget in self._widgets:
            self._beside.addWidget(widget)
            widget.show()
        self._print.set_actions(printing)
        self._print.setVisible(bool(printing))

    def set_title(self, title: str) -> None:
        """Change the title alone. What stands beside it gives way first: a name is no hint."""
        self._title.setText(title)
        room = min(self._title.sizeHint().width(), theme().px(_WIDEST_TITLE))
        self._title.setMinimumWidth(room)

    def offer_conversation(self, *, yes: bool) -> None:
        """Show `Ny samtale`, or not while one is being written."""
        self._new.setVisible(yes)

    def first_focus(self) -> QWidget:
        """Return the search."""
        return self._search

    def _fit(self) -> None:
        look = theme()
        self.setFixedHeight(look.px(HEADER_HEIGHT))
        self._search.setMinimumWidth(look.px(_NARROW_SEARCH_WIDTH))
        self._search.setMaximumWidth(look.px(_SEARCH_WIDTH))
