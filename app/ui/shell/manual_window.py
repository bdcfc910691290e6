"""The guide in a window of its own (F1): contents and search left, the page right. Offline."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.foundation.translation import _, plural
from app.ui.actions.entries import entry_of
from app.ui.appearance.theme import USUAL_ZOOM, theme
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.shell.manual_page import ManualPage
from app.ui.shell.manual_pages import CONTENTS, NEWS, Guide, newest_part
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import SecondaryLabel
from app.ui.widgets.search_box import SearchBox

_SIZE = (1000, 700)
_LIST_WIDTH = 290
_PLACE = int(Qt.ItemDataRole.UserRole)
_NOT_CHOSEN = Qt.ItemFlag.NoItemFlags
_WEB = ("http", "https")
# The newest part of the news alone.
_NEWEST = "newest"


class ManualWindow(QWidget):
    """Shows one page at a time, with a way back."""

    def __init__(self, guide: Guide | None = None) -> None:
        super().__init__()
        self._guide = guide or Guide()
        self._places: list[str] = []
        self._here = -1
        self.setWindowTitle(_("Mulighet – veiledning"))
        self.setProperty("role", "manual")
        self.setAutoFillBackground(True)
        self.words = SearchBox(_("Søk i veiledningen"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Innhold"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setTabKeyNavigation(False)
        self.count = SecondaryLabel("")
        self.page = ManualPage(self._guide.folder)
        self.back = Button(_("Tilbake"), partial(self.step, -1))
        self.forward = Button(_("Fram"), partial(self.step, 1))
        self._lay_out()
        self._connect()
        self._show_contents()

    def show_place(self, place: str) -> None:
        """Come to the front and show ``page.md#heading``; without a page, the contents."""
        self.go(place or CONTENTS)
        self.show()
        self.raise_()
        self.activateWindow()
        self.page.setFocus()

    def show_changes(self) -> None:
        """Show what is new in this version."""
        self.show_place(_NEWEST)

    def go(self, place: str) -> None:
        """Go to a page, and remember the way."""
        url = QUrl(place)
        if url.scheme() in _WEB:
            QDesktopServices.openUrl(url)
            return
        if place.startswith("#") and self._here >= 0:
            place = self._places[self._here].partition("#")[0] + place
        if self._here < 0 or self._places[self._here] != place:
            self._places = [*self._places[: self._here + 1], place]
            self._here = len(self._places) - 1
        self._show(place)

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1)."""
        if 0 <= self._here + by < len(self._places):
            self._here += by
            self._show(self._places[self._here])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the search by Esc, then close."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.words.text():
            self.words.clear()
            self.words.setFocus()
        else:
            self.close()

    def _show(self, place: str) -> None:
        page, _hash, heading = place.partition("#")
        if page == _NEWEST:
            page, earlier = NEWS, f"[{_('Tidligere versjoner')}]({NEWS})"
            self.page.show_text(f"{newest_part(self._guide.text(NEWS))}\n\n{earlier}")
        else:
            self.page.show_text(self._guide.text(page) or self._guide.text(CONTENTS))
        if heading:
            self.page.go_to(QUrl.fromPercentEncoding(heading.encode()))
        self.back.setEnabled(self._here > 0)
        self.forward.setEnabled(self._here + 1 < len(self._places))
        self._choose(page)

    def _choose(self, page: str) -> None:
        if self.words.text():
            return
        for row in range(self.list.count()):
            if self.list.item(row).data(_PLACE) == page:
                self.list.setCurrentRow(row)

    def _show_contents(self) -> None:
        self.list.clear()
        self.count.setText(_("Innhold"))
        for chapter in self._guide.contents:
            item = QListWidgetItem(chapter.title)
            if chapter.page:
                item.setData(_PLACE, chapter.page)
            else:
                item.setFont(theme().font(strong=True))
                item.setFlags(_NOT_CHOSEN)
            self.list.addItem(item)

    def _search(self, typed: str) -> None:
        if not typed.strip():
            self.page.mark([])
            self._show_contents()
            return
        hits = self._guide.search(typed)
        self.list.clear()
        for hit in hits:
            item = QListWidgetItem(f"{hit.title}\n{hit.snippet}")
            item.setData(_PLACE, hit.place)
            self.list.addItem(item)
        text = plural("{n} treff", "{n} treff", len(hits)) if hits else _("Ingen treff")
        self.count.setText(text)
        announce(self.list, text)

    def _open(self, item: QListWidgetItem) -> None:
        place = item.data(_PLACE)
        if place:
            self.go(place)
            self.page.mark(self.words.text().split())

    def _enter(self) -> None:
        if self.list.count() and self.words.text():
            self.list.setCurrentRow(0)
            self._open(self.list.item(0))
            self.page.setFocus()

    def _next_hit(self) -> None:
        """Open the hit after the one that is open; without a search, begin one."""
        if self.list.count() and self.words.text():
            self.list.setCurrentRow((self.list.currentRow() + 1) % self.list.count())
            self._open(self.list.currentItem())
        else:
            self.words.setFocus()

    def _go_to_list(self) -> None:
        self.list.setFocus()
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for part in (self.words, self.count, self.list):
            column.addWidget(part)
        bar = QHBoxLayout()
        bar.setSpacing(GAP)
        bar.addWidget(self.back)
        bar.addWidget(self.forward)
        bar.addStretch()
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(GAP)
        beside.addLayout(bar)
        beside.addWidget(self.page, 1)
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(MARGIN)
        parts.addWidget(left)
        parts.addWidget(right)
        parts.setStretchFactor(1, 1)
        parts.setSizes([theme().px(_LIST_WIDTH), theme().px(_SIZE[0] - _LIST_WIDTH)])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.addWidget(parts)
        room = QGuiApplication.primaryScreen().availableGeometry().size()
        width, height = (theme().px(part) for part in _SIZE)
        self.resize(min(width, room.width() - 4 * MARGIN), min(height, room.height() - 4 * MARGIN))

    def _connect(self) -> None:
        self.words.searched.connect(self._search)
        self.words.returnPressed.connect(self._enter)
        self.words.down_pressed.connect(self._go_to_list)
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        self.page.place_asked.connect(self.go)
        keyed: dict[str, Callable[[], object]] = {
            "back": partial(self.step, -1),
            "forward": partial(self.step, 1),
            "find": self.words.setFocus,
            "find_next": self._next_hit,
            "zoom_in": partial(theme().step_zoom, 1),
            "zoom_out": partial(theme().step_zoom, -1),
            "zoom_reset": partial(theme().set_zoom, USUAL_ZOOM),
        }
        for action_id, do in keyed.items():
            for keys in entry_of(action_id).keys:
                QShortcut(QKeySequence(keys), self, do)
