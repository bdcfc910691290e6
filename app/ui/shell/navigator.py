"""Goes from page to page, and knows the way back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from app.domain.topics import Topic
from app.ui.shell.frame import Frame
from app.ui.shell.history import History, Stop
from app.ui.shell.page_book import PageBook
from app.ui.widgets.page import Page
from app.ui.widgets.state_view import StateView

_BY_KEY = Qt.FocusReason.OtherFocusReason


class Navigator(QObject):
    """Brings pages to the front, and has them show anew what others changed.

    Pages behind are not reloaded at once, but when they come to the front.

    Signals:
        arrived: with the ``Stop`` that is in front now.
    """

    arrived = Signal(object)

    def __init__(
        self, frame: Frame, book: PageBook, connect: Callable[[Page], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._book = book
        self._connect = connect
        self._history = History()
        self._stale: set[Page] = set()

    @property
    def here(self) -> Stop | None:
        """Return what is in front."""
        return self._history.here

    def go(self, stop: Stop) -> None:
        """Go somewhere, and remember it."""
        if self._book.has(stop.page):
            self._history.visit(stop)
            self._show(stop)

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1)."""
        stop = self._history.step(by)
        if stop is not None:
            self._show(stop)

    def go_back_or_first(self) -> None:
        """Go back, or to the first page when there is nowhere to go back to."""
        stop = self._history.step(-1)
        if stop is not None:
            self._show(stop)
        else:
            self.go(self._book.first)

    def reload(self) -> None:
        """Show the page in front anew."""
        if self._frame.page is not None:
            self._frame.page.reload()

    def reload_for(self, topics: frozenset[Topic]) -> None:
        """Show anew what has changed: at once in front, later behind."""
        for page in self._book.made():
            if not page.topics() & topics:
                continue
            if page is self._frame.page:
                page.reload()
            else:
                self._stale.add(page)

    def _show(self, stop: Stop) -> None:
        page = self._book.page(stop.page, self._take_in)
        self._frame.show_page(page)
        self._frame.navigation.choose(stop.page)
        page.activate()
        if stop.subject is not None:
            self._book.show(page, stop)
        if page in self._stale:
            self._stale.discard(page)
            page.reload()
        _give_focus(page)
        self.arrived.emit(stop)

    def _take_in(self, page: Page) -> None:
        self._frame.add_page(page)
        self._connect(page)


def _give_focus(page: Page) -> None:
    target = page.first_focus()
    target.setFocus(_BY_KEY)
    state = page.findChild(StateView)
    # A window that is being filled is not shown yet.
    if not target.isVisibleTo(page.window()) and isinstance(state, StateView):
        state.hold_focus_for(target)
