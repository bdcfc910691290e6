"""What never moves: navigation left, header above, status line below, and the page between."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.foundation.clock import Clock
from app.ui.actions.action_menu import Answers
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import MARGIN
from app.ui.background.tasks import Tasks
from app.ui.shell.header import Header
from app.ui.shell.navigation import Navigation
from app.ui.shell.status_line import StatusLine
from app.ui.widgets.page import Page
from app.ui.widgets.side_panel import SidePanel
from app.ui.widgets.toast import Toast

_NARROWEST_PAGE = 560
_ROOM_FOR_KEYS = 840


class Frame(QWidget):
    """Holds the page in front, and the side panel over it.

    Signals:
        page_shown: another page is in front.
        header_shown: the page in front, or what it shows, is another.
        toast_left: the toast went away while it had the focus.
    """

    page_shown = Signal()
    header_shown = Signal()
    toast_left = Signal()

    def __init__(
        self,
        places: Sequence[tuple[str, str, str, str]],
        tasks: Tasks,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.navigation = Navigation(places)
        self.header = Header()
        self.status = StatusLine(tasks, clock)
        self._pages = QStackedWidget()
        self._area = QWidget()
        self.panel = SidePanel(self._area)
        self.panel.opened.connect(self._make_room)
        self.panel.closed.connect(self._make_room)
        self.panel.widened.connect(self._make_room)
        self._build()
        self._toast: Toast | None = None

    def _build(self) -> None:
        self._above = QVBoxLayout()
        self._above.setContentsMargins(theme().px(MARGIN), 0, theme().px(MARGIN), 0)
        area = QHBoxLayout(self._area)
        area.setContentsMargins(0, 0, 0, 0)
        area.addWidget(self._pages)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addLayout(self._above)
        right.addWidget(self._area, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addWidget(self.status)
        theme().changed.connect(self._fit)

    @property
    def page(self) -> Page | None:
        """Return the page in front."""
        page = self._pages.currentWidget()
        return page if isinstance(page, Page) else None

    @property
    def toast(self) -> Toast:
        """Return what says what happened, made when there is something to say."""
        if self._toast is None:
            # Inside the frame, so that the lock hides it with all the rest.
            self._toast = Toast(self)
            self._toast.left.connect(self.toast_left)
        return self._toast

    @property
    def _shown_toast(self) -> Toast | None:
        return self._toast if self._toast is not None and not self._toast.isHidden() else None

    def put_above(self, widget: QWidget) -> None:
        """Let something be said above every page; it takes no room while it is hidden."""
        self._above.addWidget(widget)

    def add_page(self, page: Page) -> None:
        """Take a page in, behind the others."""
        self._pages.addWidget(page)
        page.title_changed.connect(lambda: self.show_header(page))
        page.header_changed.connect(lambda: self.show_header(page))

    def show_page(self, page: Page) -> None:
        """Bring a page to the front."""
        self._pages.setCurrentWidget(page)
        self._make_room()
        self.show_header(page)
        self.page_shown.emit()

    def show_header(self, page: Page) -> None:
        """Show what the page in front wants above itself."""
        if page is self.page:
            self.header.show_page(page.title, page.header_widgets(), page.print_actions())
            self.header_shown.emit()

    def answers(self) -> Answers:
        """Return what the panel and the page in front answer to now."""
        content, page = self.panel.content, self.page
        of_page = page.answers() if page is not None else {}
        of_panel = content.answers() if content is not None else {}
        return {**of_page, **of_panel}

    def pane_areas(self) -> list[QWidget]:
        """Return the parts of the window, in the order of ``panes``."""
        parts: list[QWidget] = [self.navigation, self.header, self._pages]
        if self.panel.content is not None:
            parts.append(self.panel)
        if self._shown_toast is not None:
            parts.append(self._shown_toast)
        return [*parts, self.status]

    def panes(self) -> list[QWidget]:
        """Return where F6 stops, in order: what takes the focus in each part of the window."""
        page = self.page.first_focus() if self.page is not None else self._pages
        panes = [self.navigation.first_focus(), self.header.first_focus(), page]
        if self.panel.content is not None:
            panes.append(self.panel.content.first_focus())
        if self._shown_toast is not None:
            panes.append(self._shown_toast.first_focus())
        return [*panes, self.status.first_focus()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give page and panel their room anew, and keep the toast where it belongs."""
        super().resizeEvent(event)
        self._fit()
        if self._toast is not None:
            self._toast.place()

    def _fit(self) -> None:
        self.navigation.set_narrow(is_narrow=self.width() < theme().px(_ROOM_FOR_KEYS))
        self._make_room()

    def _make_room(self) -> None:
        page = self.page
        beside = self.panel.content is not None and page is not None and page.makes_room_for_panel()
        width = self.panel.wanted_width + theme().px(MARGIN)
        # Where there is no room for both, the panel lies over the page.
        if not beside or self._area.width() - width < theme().px(_NARROWEST_PAGE):
            width = 0
        self._pages.setContentsMargins(0, 0, width, 0)
        self.header.offer_conversation(yes=self.panel.content is None)
