"""The tabs of a person's page: pages of other screens, handed in from outside."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.domain.topics import Topic
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP
from app.ui.widgets.page import Page


@dataclass(frozen=True, slots=True)
class TabEntry:
    """One tab.

    Attributes:
        id: what ``show_tab`` calls it: ``plan``.
        word: what stands on it.
        make: makes the page; called when the tab is first looked at.
        show: makes the page show a person.
    """

    id: str
    word: str
    make: Callable[[], Page]
    show: Callable[[Page, UUID], None]


class Tabs(QWidget):
    """Shows one tab of one person; the others learn of the person when they are looked at.

    Signals:
        made: with a ``Page`` that has just been made.
        turned: another tab is in front.
    """

    made = Signal(object)
    turned = Signal()

    def __init__(self, beside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[TabEntry] = []
        self._pages: dict[str, Page] = {}
        self._shown: dict[str, UUID] = {}
        self._stale: set[str] = set()
        self._inmate_id: UUID | None = None
        self.bar = QTabBar()
        self.bar.setAccessibleName(_("Faner"))
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        # The chosen one is written bolder; arrows to scroll by would take its room.
        self.bar.setUsesScrollButtons(False)
        self._stack = QStackedWidget()
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.bar)
        row.addStretch(1)
        row.addWidget(beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(row)
        layout.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self._turn)

    def add(self, entry: TabEntry) -> None:
        """Add a tab to the right of the others."""
        self._entries.append(entry)
        self.bar.addTab(entry.word)

    @property
    def page(self) -> Page | None:
        """Return the page in front."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    def topics(self) -> frozenset[Topic]:
        """Return what any of the pages made so far shows."""
        return frozenset[Topic]().union(*(page.topics() for page in self._pages.values()))

    def show_inmate(self, inmate_id: UUID) -> None:
        """Show a person in the tab that is in front."""
        self._inmate_id = inmate_id
        self._bring_up_to_date(self.bar.currentIndex())

    def choose(self, tab_id: str) -> None:
        """Bring a tab to the front; an unknown one changes nothing."""
        for place, entry in enumerate(self._entries):
            if entry.id == tab_id:
                self.bar.setCurrentIndex(place)

    def step(self, by: int) -> None:
        """Go to the next tab (1) or the one before (-1), round and round."""
        if self._entries:
            self.bar.setCurrentIndex((self.bar.currentIndex() + by) % len(self._entries))

    def reload(self) -> None:
        """Show the tab in front anew, and the others when they are looked at."""
        self._stale = set(self._pages)
        self._bring_up_to_date(self.bar.currentIndex())

    def _turn(self, place: int) -> None:
        # The word in front is bolder than it was, and so wider.
        self.bar.updateGeometry()
        self._bring_up_to_date(place)
        self.turned.emit()

    def _bring_up_to_date(self, place: int) -> None:
        inmate_id = self._inmate_id
        if inmate_id is None or not 0 <= place < len(self._entries):
            return
        entry = self._entries[place]
        page = self._page_of(entry)
        self._stack.setCurrentWidget(page)
        if self._shown.get(entry.id) != inmate_id:
            self._shown[entry.id] = inmate_id
            entry.show(page, inmate_id)
        elif entry.id in self._stale:
            page.reload()
        self._stale.discard(entry.id)

    def _page_of(self, entry: TabEntry) -> Page:
        page = self._pages.get(entry.id)
        if page is None:
            page = self._pages[entry.id] = entry.make()
            self._stack.addWidget(page)
            self.made.emit(page)
            page.activate()
        return page
