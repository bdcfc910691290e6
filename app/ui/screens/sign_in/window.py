"""The first window. It knows how to show a page, and nothing else: it must be seen at once."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.foundation.translation import LANGUAGE_NAMES, LANGUAGES, _, chosen_words
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import MARGIN
from app.ui.widgets.labels import TitleLabel
from app.ui.widgets.push_buttons import LinkButton
from app.ui.widgets.scrolling import scrolling

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent

_WIDTH, _HEIGHT = 480, 680
_CARD_WIDTH = 520
_LANGUAGE = "language"


class SignInWindow(QWidget):
    """A card with one page at a time. ``other_languages``: whether another may be chosen.

    Signals:
        painted: the window has been seen for the first time.
        page_shown: with the page that is shown now.
        closed: the window was closed by the officer.
        language_asked: with the language that is to be spoken from now on.
        help_asked: the officer wants the guide (F1).
    """

    painted = Signal()
    page_shown = Signal(object)
    closed = Signal()
    language_asked = Signal(str)
    help_asked = Signal()

    def __init__(self, *, other_languages: bool = True) -> None:
        super().__init__()
        self._offers_languages = other_languages
        self._seen = False
        self._pages = QStackedWidget()
        self._languages = QWidget()
        self._links = [LinkButton("") for _other in LANGUAGES[1:]]
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
        column.addWidget(self._languages)
        self._lay_out_languages()
        self.put_words()
        self._fit()

    @property
    def page(self) -> QWidget | None:
        """Return the page that is shown."""
        return self._pages.currentWidget()

    def put_words(self) -> None:
        """Write the window's own words in the chosen language, and offer the others."""
        self.setWindowTitle(_("Mulighet – logg inn"))
        self._languages.setAccessibleName(_("Språk"))
        spoken = chosen_words().language
        others = [language for language in LANGUAGES if language != spoken]
        for link, language in zip(self._links, others, strict=True):
            link.set_words(LANGUAGE_NAMES[language])
            link.setProperty(_LANGUAGE, language)

    def show_page(self, page: QWidget, focus: QWidget, *, languages: bool = False) -> None:
        """Show a page in the place of the one before, which is not needed any more.

        Other languages are offered below a page on which nothing can be lost.
        """
        self._languages.setVisible(languages and self._offers_languages)
        before = self._pages.currentWidget()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if before is not None:
            self._pages.removeWidget(before)
            before.deleteLater()
        focus.setFocus()
        self.page_shown.emit(page)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Ask for the guide by F1: reading how to sign in needs no sign-in."""
        # Looked up when a key is pressed: the Qt namespace alone takes a tenth of the time to here.
        if event.key() == QtCore.Qt.Key.Key_F1:
            self.help_asked.emit()
        else:
            super().keyPressEvent(event)

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

    def _lay_out_languages(self) -> None:
        row = QHBoxLayout(self._languages)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        for link in self._links:
            link.clicked.connect(partial(self._ask_for_language, link))
            row.addWidget(link)

    def _ask_for_language(self, link: LinkButton) -> None:
        self.language_asked.emit(link.property(_LANGUAGE))

    def _fit(self) -> None:
        room = QGuiApplication.primaryScreen().availableGeometry()
        width, height = theme().px(_WIDTH), theme().px(_HEIGHT)
        self.resize(min(width, room.width()), min(height, room.height()))
        self.move(room.center() - self.rect().center())
