"""The first window. It knows how to show a page, and nothing else: it must be seen at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import MARGIN
from app.ui.widgets.labels import TitleLabel
from app.ui.widgets.scrolling import scrolling

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

_WIDTH, _HEIGHT = 480, 680
_CARD_WIDTH = 520


class SignInWindow(QWidget):
    """A card with one page at a time.

    Signals:
        painted: the window has been seen for the first time.
        page_shown: with the page that is shown now.
        closed: the window was closed by the officer.
    """

    painted = Signal()
    page_shown = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._seen = False
        self.setWindowTitle(_("Mulighet – logg inn"))
        self._pages = QStackedWidget()
        edge = theme().px(2 * MARGIN)
        card = QFrame()
        card.setProperty("role", "card")
        card.setMaximumWidth(theme().px(_CARD_WIDTH))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(edge, edge, edge, edge)
        inside.addWidget(self._pages)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(0)
        row.addWidget(card, 1)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme().px(MARGIN))
        column.addWidget(TitleLabel("Mulighet"))
        column.addWidget(scrolling(middle), 1)
        self._fit()

    @property
    def page(self) -> QWidget | None:
        """Return the page that is shown."""
        return self._pages.currentWidget()

    def show_page(self, page: QWidget, focus: QWidget) -> None:
        """Show a page in the place of the one before, which is not needed any more."""
        before = self._pages.currentWidget()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if before is not None:
            self._pages.removeWidget(before)
            before.deleteLater()
        focus.setFocus()
        self.page_shown.emit(page)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Tell once that the window is seen."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Tell that the officer is gone."""
        super().closeEvent(event)
        self.closed.emit()

    def _fit(self) -> None:
        room = QGuiApplication.primaryScreen().availableGeometry()
        width, height = theme().px(_WIDTH), theme().px(_HEIGHT)
        self.resize(min(width, room.width()), min(height, room.height()))
        self.move(room.center() - self.rect().center())
