"""The line above every page: its title, what belongs to it, the search, and two actions."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, HEADER_HEIGHT, MARGIN
from app.ui.widgets.buttons import MenuButton, PrimaryButton
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.labels import Label

_SEARCH_WIDTH = 330
_NARROW_SEARCH_WIDTH = 180
_LEAST_SEARCH_WIDTH = 96
_SECOND_LINE = 36
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
        self._is_narrow = False
        self._lay_out()
        # Not while the window is being laid out: a height set then is passed over.
        self._heightening = QTimer(self)
        self._heightening.setSingleShot(True)
        self._heightening.timeout.connect(self._set_height)
        theme().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        self._line = QHBoxLayout()
        self._line.setSpacing(GAP + 2)
        self._line.addWidget(self._title)
        self._line.addLayout(self._beside)
        self._line.addStretch(1)
        for widget in (self._search, self._print, self._new):
            self._line.addWidget(widget)
        self._second = QWidget()
        self._below = QHBoxLayout(self._second)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(GAP)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(MARGIN, 0, MARGIN, 0)
        lines.setSpacing(0)
        lines.addLayout(self._line, 1)
        lines.addWidget(self._second)
        self._second.hide()

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
        self._fit()

    def set_title(self, title: str) -> None:
        """Change the title alone."""
        # A label asks for its least width at least: without this it would only ever grow.
        self._title.setMinimumWidth(0)
        self._title.setText(title)
        self._fit()

    def offer_conversation(self, *, yes: bool) -> None:
        """Show `Ny samtale`, or not while one is being written."""
        self._new.setVisible(yes)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for the title, the search and the buttons alone: the rest has a line of its own."""
        look = theme()
        title = self._title.minimumSizeHint().width()
        return QSize(self._line_width(title, _LEAST_SEARCH_WIDTH), look.px(HEADER_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what stands beside the title below it where there is too little room."""
        super().resizeEvent(event)
        self._arrange()
        if self.height() != self._wanted_height():
            self._heightening.start(0)

    def first_focus(self) -> QWidget:
        """Return the search."""
        return self._search

    def _fit(self) -> None:
        self._search.setMaximumWidth(theme().px(_SEARCH_WIDTH))
        self._arrange()
        self._set_height()

    def _arrange(self) -> None:
        self._turn(is_narrow=self._is_too_narrow(self.width()))
        search = _LEAST_SEARCH_WIDTH if self._is_narrow else _NARROW_SEARCH_WIDTH
        self._search.setMinimumWidth(theme().px(search))
        # What stands beside the title gives way first: a name is no hint.
        title = self._title_width()
        if self._is_narrow:
            title = min(title, self.width() - self._line_width(0, search))
        self._title.setMinimumWidth(max(title, self._title.minimumSizeHint().width()))

    def _set_height(self) -> None:
        self._second.setFixedHeight(theme().px(_SECOND_LINE))
        self._second.setVisible(self._has_second())
        self.setFixedHeight(self._wanted_height())

    def _wanted_height(self) -> int:
        return theme().px(HEADER_HEIGHT + (_SECOND_LINE if self._has_second() else 0))

    def _has_second(self) -> bool:
        return self._is_narrow and bool(self._widgets)

    def _title_width(self) -> int:
        return min(self._title.sizeHint().width(), theme().px(_WIDEST_TITLE))

    def _is_too_narrow(self, width: int) -> bool:
        beside = sum(widget.minimumSizeHint().width() + GAP for widget in self._widgets)
        return self._line_width(self._title_width(), _NARROW_SEARCH_WIDTH) + beside > width

    def _line_width(self, title: int, search: int) -> int:
        """Return the width of the first line with so much room for the title and the search."""
        buttons = [button for button in (self._print, self._new) if not button.isHidden()]
        wide = sum(button.sizeHint().width() for button in buttons)
        gaps = self._line.spacing() * (len(buttons) + 3) + 2 * MARGIN
        return title + theme().px(search) + wide + gaps

    def _turn(self, *, is_narrow: bool) -> None:
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        if is_narrow:
            self._line.removeItem(self._beside)
            self._below.addLayout(self._beside)
            self._below.addStretch(1)
        else:
            self._below.removeItem(self._beside)
            self._below.takeAt(0)
            self._line.insertLayout(1, self._beside)
