"""What the shell knows of a page. Every screen's page is one of these."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.domain.topics import Topic
from app.ui.widgets.deeds import Deed


@dataclass(frozen=True, slots=True)
class Notice:
    """What happened, in a toast: ``Samtalen med A12 er lagret.`` with ``Rett`` beside it.

    What has a ``deed`` can be taken back instead: ``Angre`` stands beside it, Ctrl+Z does it, and
    the window's list of what was done keeps it.
    """

    text: str
    action: str = ""
    act: Callable[[], None] | None = None
    deed: Deed | None = None


class Page(QWidget):
    """One page of the main window, made once and kept.

    Signals:
        title_changed: the page's title is another now.
        header_changed: ``header_widgets`` or ``print_actions`` answer otherwise now.
        inmate_asked, plan_asked, print_asked: with the UUID of a person to show, whose plan to
            show, or whose plan to print.
        entry_asked: with the UUIDs of a person and of the conversation to show among the others.
        conversation_asked: with the UUID of a person to write about, None for nobody yet.
        correction_asked: with the UUID of a conversation to correct.
        panel_asked: with a ``PanelContent`` to open in the side panel, and its title.
        message: with a sentence for the status line.
        notice: with a ``Notice`` to show as a toast and say to screen readers.
        saved: something was saved, so that other pages look for changes at once.
    """

    title_changed = Signal(str)
    header_changed = Signal()
    inmate_asked = Signal(object)
    plan_asked = Signal(object)
    print_asked = Signal(object)
    entry_asked = Signal(object, object)
    conversation_asked = Signal(object)
    correction_asked = Signal(object)
    panel_asked = Signal(object, str)
    message = Signal(str)
    notice = Signal(object)
    saved = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.setAccessibleName(title)

    @property
    def title(self) -> str:
        """Return what stands at the top of the page."""
        return self._title

    @property
    def place(self) -> str:
        """Return what the title of the window may say of what is shown: a cell, never a name."""
        return ""

    def set_title(self, title: str) -> None:
        """Change what stands at the top."""
        if title != self._title:
            self._title = title
            self.setAccessibleName(title)
            self.title_changed.emit(title)

    def header_widgets(self) -> Sequence[QWidget]:
        """Return what stands beside the title: a switch, badges. Made once, kept by the page."""
        return ()

    def print_actions(self) -> Sequence[QAction]:
        """Return what `Skriv ut` offers here; without any, the button is not shown."""
        return ()

    def topics(self) -> frozenset[Topic]:
        """Return which kinds of changes make the page reload."""
        return frozenset()

    def activate(self) -> None:
        """Do what is to be done each time the page is brought to the front."""

    def reload(self) -> None:
        """Show anew what the page shows, quietly, keeping place and selection."""

    def first_focus(self) -> QWidget:
        """Return what has the focus when the page is brought to the front."""
        return self

    def focus_search(self) -> bool:
        """Move the focus to the page's own search field, if it has one (Ctrl+F)."""
        return False

    def find_next(self) -> bool:
        """Go to the next hit (F3). Return False while nothing is looked for on the page."""
        return False

    def current_inmate(self) -> UUID | None:
        """Return the person who is chosen or open: whom Ctrl+N and Ctrl+P are about."""
        return None

    def show_record(self, record_id: UUID) -> None:
        """Bring one record of the page into view and focus: an entry that a search found."""

    def answers(self) -> Mapping[str, Callable[[], object]]:
        """Return what can be done here now, by the ids of the list of actions."""
        return {}

    def help(self) -> str:
        """Return where the guide tells of what is shown: ``page.md#heading``."""
        return ""

    def makes_room_for_panel(self) -> bool:
        """Tell whether the page grows narrower beside a side panel, rather than lie below it."""
        return False

    def escape(self) -> bool:
        """Close or clear one thing (Esc). Return False when there is nothing left to close."""
        return False
