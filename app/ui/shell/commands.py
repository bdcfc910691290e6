"""What each action of the list does in this window."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.topics import Topic
from app.foundation.translation import _
from app.ui.actions.action_menu import ActionMenu
from app.ui.actions.entries import ENTRIES
from app.ui.appearance.remembered import remember_look
from app.ui.appearance.theme import USUAL_ZOOM, Density, Scheme, theme
from app.ui.appearance.veil import veil
from app.ui.background.tasks import Tasks
from app.ui.shell.desk import Desk
from app.ui.shell.frame import Frame
from app.ui.shell.history import Stop
from app.ui.shell.key_sheet import KeySheet
from app.ui.shell.navigator import Navigator
from app.ui.shell.password_panel import PasswordPanel
from app.ui.shell.registry import Actions
from app.ui.shell.search import Search
from app.ui.widgets.failures import is_known

_KEY = QContextMenuEvent.Reason.Keyboard
_PANEL_STEP = 40
_BY_KEY = Qt.FocusReason.OtherFocusReason


class Commands(QObject):
    """Answers to the keys and menus.

    Signals:
        conversation_asked: a conversation is to be written about whoever is chosen.
        window_asked: the person who is chosen is to have a window of his or her own.
        print_asked: with whose plan is to be printed.
        panel_asked: with a ``PanelContent`` and its title.
        lock_asked, sign_out_asked, quit_asked: the officer leaves in one way or another.
    """

    conversation_asked = Signal()
    window_asked = Signal()
    print_asked = Signal(object)
    panel_asked = Signal(object, str)
    lock_asked = Signal()
    sign_out_asked = Signal()
    quit_asked = Signal()

    def __init__(
        self, frame: Frame, navigator: Navigator, search: Search, desk: Desk, tasks: Tasks
    ) -> None:
        super().__init__(frame)
        self._frame = frame
        self._navigator = navigator
        self._search = search
        self._desk = desk
        self._tasks = tasks

    def register(self, actions: Actions, others: Mapping[str, Callable[[], object]]) -> None:
        """Add every action this window can do; ``others`` are those that are not done here."""
        self._actions = actions
        does = {**self._work(), **self._views(), **self._looks(), **others}
        for entry in ENTRIES:
            if entry.id in does:
                actions.add(entry, does[entry.id])
        actions.add_those_of_the_front()

    def _work(self) -> Mapping[str, Callable[[], object]]:
        return {
            "palette": self._search.open,
            "find": self._find,
            "find_next": self._find_next,
            "new_conversation": self.conversation_asked.emit,
            "own_window": self.window_asked.emit,
            "print": self._print,
            "change_password": self._change_password,
            "lock": self.lock_asked.emit,
            "change_officer": self.sign_out_asked.emit,
            "quit": self.quit_asked.emit,
            "keys": self._show_keys,
        }

    def _views(self) -> Mapping[str, Callable[[], object]]:
        return {
            "reload": self.reload,
            "menu": self._open_menu,
            "about": partial(self._navigator.go, Stop("administration", "about")),
            "back": partial(self._navigator.step, -1),
            "forward": partial(self._navigator.step, 1),
            "next_pane": partial(self._step_pane, 1),
            "previous_pane": partial(self._step_pane, -1),
            "panel_wider": partial(self._frame.panel.widen, _PANEL_STEP),
            "panel_narrower": partial(self._frame.panel.widen, -_PANEL_STEP),
        }

    def _looks(self) -> Mapping[str, Callable[[], object]]:
        return {
            "hide_names": _turn_veil,
            "zoom_in": partial(self._zoom, 1),
            "zoom_out": partial(self._zoom, -1),
            "zoom_reset": partial(self._zoom, 0),
            **{f"scheme_{one.value}": partial(self._choose_scheme, one) for one in Scheme},
            **{f"density_{one.value}": partial(self._choose_density, one) for one in Density},
        }

    def reload(self) -> None:
        """Fetch the page in front anew, and the people the palette finds."""
        self._search.forget_people(frozenset(Topic))
        self._navigator.reload()

    def note_lost(self) -> None:
        """Say that the database does not answer, and how many drafts wait for it."""
        self._frame.status.note_lost()
        self._tasks.keep(self._desk.waiting_drafts, self, self._count_drafts, _do_without)

    def _count_drafts(self, number: int) -> None:
        if self._frame.status.is_lost:
            self._frame.status.note_lost(number)

    def open_officer_menu(self) -> None:
        """Offer what the officer can do with the account."""
        menu = QMenu(self._frame)
        for action_id in ("change_password", "change_officer", "lock"):
            menu.addAction(self._actions[action_id])
        corner = self._frame.status.officer_corner()
        above = QPoint(0, menu.sizeHint().height())
        menu.popup(corner.mapToGlobal(corner.rect().topLeft()) - above)

    def _open_menu(self) -> None:
        """Ask what has the focus for its menu, as the menu key does."""
        focus = QApplication.focusWidget() or self._frame
        middle = focus.rect().center()
        event = QContextMenuEvent(_KEY, middle, focus.mapToGlobal(middle))
        QApplication.sendEvent(focus, event)

    def offer_at(self, place: QPoint) -> None:
        """Offer what page and panel in front answer to, where no row has a menu of its own."""
        answers = self._frame.answers()
        if answers:
            ActionMenu(self._frame, answers).open_at(place)

    def _find(self) -> None:
        page = self._frame.page
        if page is None or not page.focus_search():
            self._search.open()

    def _find_next(self) -> None:
        """Go to the next hit; where nothing is looked for yet, to the field."""
        page = self._frame.page
        if page is None or not page.find_next():
            self._find()

    def _print(self) -> None:
        page = self._frame.page
        if page is None:
            return
        inmate_id = page.current_inmate()
        if inmate_id is not None:
            self.print_asked.emit(inmate_id)
        elif page.print_actions():
            page.print_actions()[0].trigger()
        else:
            self._frame.status.say(_("Velg en person først."))

    def _change_password(self) -> None:
        panel = PasswordPanel(self._tasks, self._desk.change_password)
        self.panel_asked.emit(panel, _("Bytt passord"))

    def _show_keys(self) -> None:
        self.panel_asked.emit(KeySheet(self._actions.entries()), _("Alle snarveier"))

    def _step_pane(self, by: int) -> None:
        panes = self._frame.panes()
        focus = QApplication.focusWidget()
        here = 0
        for place, pane in enumerate(self._frame.pane_areas()):
            if focus is not None and (pane is focus or pane.isAncestorOf(focus)):
                here = place
        panes[(here + by) % len(panes)].setFocus(_BY_KEY)

    def _zoom(self, steps: int) -> None:
        look = theme()
        if steps:
            look.step_zoom(steps)
        else:
            look.set_zoom(USUAL_ZOOM)
        remember_look()

    def _choose_scheme(self, scheme: Scheme) -> None:
        theme().choose_scheme(scheme)
        remember_look()

    def _choose_density(self, density: Density) -> None:
        theme().choose_density(density)
        remember_look()


def _do_without(fault: Exception) -> None:
    if not is_known(fault):
        raise fault


def _turn_veil() -> None:
    veil().turn(on=not veil().is_on)
