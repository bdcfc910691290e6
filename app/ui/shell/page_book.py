"""The pages of the window: which there are, each made when it is first wanted."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from app.ui.actions.entries import ActionEntry, Menu
from app.ui.shell.history import Stop
from app.ui.widgets.page import Page
from app.ui.widgets.side_panel import PanelContent


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page. Without a ``key`` it is reached from other pages and not listed at the left.

    Attributes:
        make: makes the page; called once.
        show: makes the page show what a stop is about.
        help: where the guide tells of the page.
    """

    id: str
    word: str
    icon: str
    key: str
    make: Callable[[], Page]
    show: Callable[[Page, Stop], None] = lambda _page, _stop: None
    help: str = ""

    @property
    def action(self) -> ActionEntry:
        """Return the action that goes to the page."""
        return ActionEntry(
            f"page_{self.id}", self.word, Menu.VIEW, (self.key,), self.icon, self.help
        )


class Writer(Protocol):
    """Makes the panels in which conversations are written and corrected, over any page."""

    def new(self, inmate_id: UUID) -> PanelContent:
        """Return the panel for an entry about a person."""

    def correction(self, conversation_id: UUID) -> PanelContent:
        """Return the panel in which a saved entry is corrected."""


class PageBook:
    """Hands out pages by their id; the first is the one the officer begins at."""

    def __init__(self, entries: Sequence[PageEntry], writing: Writer | None = None) -> None:
        self.entries = entries
        self.writing = writing
        self._by_id = {entry.id: entry for entry in entries}
        self._made: dict[str, Page] = {}
        self._attendant: Callable[[Page], None] = lambda _page: None

    def attend(self, attendant: Callable[[Page], None]) -> None:
        """Have each page, made already or later, listened to for what it alone wishes."""
        self._attendant = attendant
        for page in self._made.values():
            attendant(page)

    @property
    def listed(self) -> list[PageEntry]:
        """Return the pages that stand at the left."""
        return [entry for entry in self.entries if entry.key]

    @property
    def first(self) -> Stop:
        """Return where the officer begins."""
        return Stop(self.entries[0].id)

    def has(self, page_id: str) -> bool:
        """Tell whether there is such a page."""
        return page_id in self._by_id

    def made(self) -> Iterable[Page]:
        """Return the pages made so far."""
        return tuple(self._made.values())

    def page(self, page_id: str, connect: Callable[[Page], None]) -> Page:
        """Return a page, made and connected at the first call."""
        page = self._made.get(page_id)
        if page is None:
            page = self._made[page_id] = self._by_id[page_id].make()
            connect(page)
            self._attendant(page)
        return page

    def show(self, page: Page, stop: Stop) -> None:
        """Have a page show what a stop is about."""
        self._by_id[stop.page].show(page, stop)
