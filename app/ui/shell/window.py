"""The main window: one shell around all pages."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from app.domain.topics import Topic
from app.foundation.translation import _
from app.ui.appearance.veil import veil
from app.ui.background.change_watch import ChangeWatch
from app.ui.background.tasks import Tasks
from app.ui.shell.commands import Commands
from app.ui.shell.desk import Desk
from app.ui.shell.frame import Frame
from app.ui.shell.helping import Helping
from app.ui.shell.history import Stop
from app.ui.shell.locking import Locking
from app.ui.shell.menus import fill_menu_bar
from app.ui.shell.navigator import Navigator
from app.ui.shell.page_book import PageBook
from app.ui.shell.recent_menu import RecentMenu
from app.ui.shell.registry import Actions
from app.ui.shell.search import Search, Ways
from app.ui.shell.undo_commands import undo_commands
from app.ui.shell.undoing import Undoing
from app.ui.shell.window_place import remember_place, restore_place
from app.ui.widgets.page import Notice, Page
from app.ui.widgets.side_panel import PanelContent
from app.ui.widgets.toast import Toast
from app.ui.widgets.veiled import keep_veil

_ESCAPE = Qt.Key.Key_Escape
_NAME = "Mulighet"


class MainWindow(QMainWindow):
    """Shows pages, opens the side panel over them, says what happened.

    ``watch`` looks for changes for several windows; without one the window has its own.
    ``number`` tells which of the windows it is, for what is remembered of it.

    Signals:
        sign_out_asked: another officer wants to sign in.
        quit_asked: the officer leaves; every window is to be closed.
        window_asked: with the UUID of a person to show in another window.
        closed: the window is gone.
    """

    sign_out_asked = Signal()
    quit_asked = Signal()
    window_asked = Signal(object)
    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        book: PageBook,
        watch: ChangeWatch | None = None,
        number: int = 0,
    ) -> None:
        super().__init__()
        self.setWindowTitle(_NAME)
        keep_veil()
        self._book = book
        self._recent = desk.recent
        self._number = number
        places = [(page.id, page.word, page.icon, page.key) for page in book.listed]
        self.frame = Frame(places, tasks, desk.clock)
        stack = QStackedWidget()
        stack.addWidget(self.frame)
        self.setCentralWidget(stack)
        self.helping = Helping(self.frame)
        self.undoing = Undoing(tasks, desk.clock, self)
        self.navigator = Navigator(self.frame, book, self._connect_page, self)
        self.registry = Actions(self, self.frame.answers)
        self.search = Search(self.frame, desk, tasks, self.registry, self._ways())
        self.commands = Commands(self.frame, self.navigator, self.search, desk, tasks)
        self.locking = Locking(self, stack, desk, tasks)
        self.watch = watch or ChangeWatch(tasks, desk.revisions, self)
        for entry in book.listed:
            self.registry.add(entry.action, partial(self.navigator.go, Stop(entry.id)))
        others = undo_commands(self.undoing, self.open_panel)
        self.commands.register(self.registry, {**others, **self.helping.commands()})
        self.recent_menu = RecentMenu(self.search, self)
        fill_menu_bar(self.menuBar(), self.registry, self.recent_menu, is_example=desk.is_example)
        self.frame.status.show_place(desk.place_line, desk.officer_line, desk.shifts)
        self._connect()
        restore_place(self, number)

    def _ways(self) -> Ways:
        return Ways(
            person=self.show_inmate,
            conversation=self.write_conversation,
            plan=self.show_plan,
            paper=self.print_plan,
            chosen=lambda: self.frame.page.current_inmate() if self.frame.page else None,
        )

    def start(self, stop: Stop | None = None) -> None:
        """Show a page, and begin to watch for changes and for nobody being there."""
        is_there = stop is not None and self._book.has(stop.page)
        self.navigator.go(stop if stop is not None and is_there else self._book.first)
        self.watch.start()
        self.locking.idle.watch(self.windowHandle())
        self.locking.idle.start()
        news = self.helping.news()
        if news is not None:
            self.show_notice(news)

    @property
    def toast(self) -> Toast:
        """Return what says what happened."""
        return self.frame.toast

    def show_help(self, place: str) -> None:
        """Show a place in the guide."""
        self.helping.open(place)

    def show_inmate(self, inmate_id: UUID) -> None:
        """Show a person."""
        self.navigator.go(Stop("inmate", inmate_id))

    def open_in_own_window(self, inmate_id: UUID | None = None) -> None:
        """Ask for a window of a person's own; ask who, when nobody is chosen."""
        page = self.frame.page
        if inmate_id is None and page is not None:
            inmate_id = page.current_inmate()
        if inmate_id is None:
            self.search.ask_who(_("Hvem vil du åpne?"), self.open_in_own_window)
        else:
            self.window_asked.emit(inmate_id)

    def show_plan(self, inmate_id: UUID) -> None:
        """Show a person's plan."""
        self.navigator.go(Stop("inmate", inmate_id, "plan"))

    def show_entry(self, inmate_id: UUID, conversation_id: UUID) -> None:
        """Show an entry among a person's others."""
        self.navigator.go(Stop("inmate", inmate_id, "conversations", conversation_id))

    def print_plan(self, inmate_id: UUID) -> None:
        """Show a person's plan as it will be printed."""
        self.frame.panel.close_panel()
        self.navigator.go(Stop("documents", inmate_id))

    def print_entries(self, inmate_id: UUID, entries: tuple[UUID, ...]) -> None:
        """Show some entries of a person's log as they will be printed."""
        self.frame.panel.close_panel()
        self.navigator.go(Stop("documents", inmate_id, "conversations", items=entries))

    def write_conversation(self, inmate_id: UUID | None = None) -> None:
        """Open the side panel to write about somebody; ask who, when nobody is chosen."""
        writing, page = self._book.writing, self.frame.page
        if writing is None:
            return
        if inmate_id is None and page is not None:
            inmate_id = page.current_inmate()
        if inmate_id is None:
            self.search.ask_who(_("Hvem har du snakket med?"), self.write_conversation)
        else:
            self.open_panel(writing.new(inmate_id), _("Ny samtale"))

    def _write(self) -> None:
        self.write_conversation()

    def correct_conversation(self, conversation_id: UUID) -> None:
        """Open the side panel to correct an entry."""
        if self._book.writing is not None:
            self.open_panel(self._book.writing.correction(conversation_id), _("Rett samtalen"))

    def open_panel(self, content: PanelContent, title: str) -> None:
        """Show something in the side panel, and listen to what it tells."""
        content.saved.connect(self.watch.poke)
        content.notice.connect(self.show_notice)
        content.message.connect(self.frame.status.say)
        content.inmate_asked.connect(self.show_inmate)
        content.print_asked.connect(self.print_plan)
        content.entries_print_asked.connect(self.print_entries)
        self.frame.panel.open(content, title)

    def show_notice(self, notice: Notice) -> None:
        """Say what happened, with one way to put it right."""
        if notice.deed is None:
            self.toast.say(notice.text, notice.action, notice.act)
            return
        done = self.undoing.note(notice.text, notice.deed)
        take_back = partial(self.undoing.take_back, done)
        self.toast.say(notice.text, _("Angre"), take_back, hint=_("Ctrl+Z angrer."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close or clear one thing by Esc; never lose text."""
        if event.key() != _ESCAPE or self.locking.is_locked:
            super().keyPressEvent(event)
        elif self.frame.panel.content is not None:
            self.frame.panel.close_panel()
        elif self.frame.page is not None and not self.frame.page.escape():
            self.navigator.step(-1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done in front, where nothing nearer has a menu."""
        if not self.locking.is_locked:
            self.commands.offer_at(event.globalPos())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place; what is written lies in its draft already."""
        self.frame.panel.close_panel()
        self.helping.close()
        remember_place(self, self._number)
        super().closeEvent(event)
        self.closed.emit()

    def _connect(self) -> None:
        frame, commands = self.frame, self.commands
        frame.navigation.page_asked.connect(lambda page: self.navigator.go(Stop(page)))
        frame.navigation.lock_asked.connect(self.locking.lock)
        frame.header.palette_asked.connect(self.search.open)
        frame.header.conversation_asked.connect(self._write)
        frame.status.reload_asked.connect(commands.reload)
        frame.status.unit_asked.connect(lambda: self.navigator.go(self._book.first))
        frame.status.officer_asked.connect(commands.open_officer_menu)
        frame.status.zoom_asked.connect(self.registry["zoom_reset"].trigger)
        commands.conversation_asked.connect(self._write)
        commands.print_asked.connect(self.print_plan)
        commands.panel_asked.connect(self.open_panel)
        commands.lock_asked.connect(self.locking.lock)
        commands.sign_out_asked.connect(self.sign_out_asked)
        commands.quit_asked.connect(self._quit)
        commands.window_asked.connect(self.open_in_own_window)
        frame.header_shown.connect(self._show_title)
        self.undoing.told.connect(self.show_notice)
        self.undoing.saved.connect(self.watch.poke)
        frame.toast_left.connect(self._give_focus_back)
        self.navigator.arrived.connect(self._note_stop)
        self.watch.changed.connect(self._take_changes)
        self.watch.lost.connect(commands.note_lost)
        self.watch.found.connect(frame.status.note_saved)
        self.locking.change_asked.connect(self.sign_out_asked)
        self.locking.locking.connect(self._keep_draft)
        self.locking.guard(self.registry)

    def _connect_page(self, page: Page) -> None:
        page.inmate_asked.connect(self.show_inmate)
        page.plan_asked.connect(self.show_plan)
        page.entry_asked.connect(self.show_entry)
        page.print_asked.connect(self.print_plan)
        page.conversation_asked.connect(self.write_conversation)
        page.correction_asked.connect(self.correct_conversation)
        page.panel_asked.connect(self.open_panel)
        page.message.connect(self.frame.status.say)
        page.notice.connect(self.show_notice)
        page.saved.connect(self.watch.poke)

    def _note_stop(self, stop: Stop) -> None:
        self._recent.note_page(stop.page)
        if isinstance(stop.subject, UUID):
            self._recent.note_person(stop.subject)

    def _take_changes(self, topics: frozenset[Topic]) -> None:
        self.search.forget_people(topics)
        if Topic.SETTINGS in topics:
            self.locking.take_up_time()
        self.navigator.reload_for(topics)

    def _give_focus_back(self) -> None:
        if self.frame.page is not None:
            self.frame.page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_draft(self) -> None:
        veil().turn(on=False)
        self._recent.locked()
        self.recent_menu.clear()
        if self.frame.panel.content is not None:
            self.frame.panel.content.keep_draft()

    def _quit(self) -> None:
        self.quit_asked.emit()
        if self.isVisible():
            self.close()

    def _show_title(self) -> None:
        page = self.frame.page
        place = page.place if page is not None else ""
        self.setWindowTitle(f"{place} – {_NAME}" if place else _NAME)
