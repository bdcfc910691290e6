"""The last people, in the menu `Fil`: the same memory as the palette's, made anew when it opens."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from app.foundation.translation import _
from app.ui.appearance.veil import veil
from app.ui.shell.finder import Findable
from app.ui.shell.search import Search


class RecentMenu(QMenu):
    """Holds names only while it is open, and as they may be shown now."""

    def __init__(self, search: Search, parent: QWidget) -> None:
        super().__init__(_("Sist åpnet"), parent)
        self.setAccessibleName(self.title())
        self._search = search
        self.aboutToShow.connect(self._open)
        search.people_known.connect(self._fill)

    def offer(self) -> None:
        """Let the menu be opened if anybody has been looked at."""
        self.menuAction().setEnabled(self._search.has_recent)

    def _open(self) -> None:
        self._search.know_people()
        self._fill()

    def _fill(self) -> None:
        self.clear()
        if not self._search.has_recent:
            return
        for person in self._search.recent_people():
            self._add(person)
        if self.isEmpty():
            self.addAction(_("Henter navnene …")).setEnabled(False)

    def _add(self, person: Findable) -> None:
        words = " · ".join(part for part in (veil().cover(person.text), person.detail) if part)
        self.addAction(words.replace("&", "&&")).triggered.connect(_only(person.act))


def _only(act: Callable[[], None]) -> Callable[[object], None]:
    return lambda _checked: act()
