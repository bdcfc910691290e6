"""The QActions of one window, made from the list of actions and from the window's pages."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.foundation.translation import _
from app.ui.actions.action_menu import Answers
from app.ui.actions.entries import ENTRIES, ActionEntry, Menu, Needs, key_text
from app.ui.actions.trail import trail
from app.ui.appearance.icons import themed_in_menu
from app.ui.appearance.theme import theme


class Actions(QObject):
    """What this window, its pages and its panels can do.

    ``front`` returns what page and panel in front answer to at this moment.
    """

    def __init__(self, window: QWidget, front: Callable[[], Answers]) -> None:
        super().__init__(window)
        self._window = window
        self._front = front
        self._entries: dict[str, ActionEntry] = {}
        self._actions: dict[str, QAction] = {}
        theme().changed.connect(self._draw)

    def add(self, entry: ActionEntry, do: Callable[[], object]) -> QAction:
        """Make an action that does something when its key is pressed or it is chosen."""
        action = QAction(_(entry.text), self._window)
        action.setObjectName(entry.id)
        if entry.needs is Needs.NOTHING:
            action.setShortcuts([QKeySequence(key) for key in entry.keys])
        elif entry.keys:
            # What is in front answers to its keys itself; here they are shown only.
            action.setText(f"{_(entry.text)}\t{key_text(entry.keys[0])}")
        self._entries[entry.id] = entry
        self._actions[entry.id] = action

        def run() -> None:
            trail().note(entry.id)
            do()

        action.triggered.connect(run)
        self._window.addAction(action)
        self._draw_one(entry.id)
        return action

    def add_those_of_the_front(self) -> None:
        """Make the actions that page and panel in front answer to."""
        for entry in ENTRIES:
            if entry.needs is Needs.FRONT:
                self.add(entry, partial(self._ask_front, entry.id))

    def __getitem__(self, action_id: str) -> QAction:
        """Return an action by its id."""
        return self._actions[action_id]

    def in_menu(self, menu: Menu) -> Iterable[QAction]:
        """Return the actions of a menu: the window's pages, then the order of the list."""
        order = {entry.id: place for place, entry in enumerate(ENTRIES)}
        entries = [entry for entry in self._entries.values() if entry.menu is menu]
        entries.sort(key=lambda entry: order.get(entry.id, -1))
        return [self._actions[entry.id] for entry in entries]

    def everywhere(self) -> Iterable[QAction]:
        """Return what works on every page, with its keys."""
        return [
            self._actions[entry.id]
            for entry in self._entries.values()
            if entry.needs is Needs.NOTHING
        ]

    def entries(self) -> Iterable[ActionEntry]:
        """Return everything this window knows of."""
        return tuple(self._entries.values())

    def possible(self) -> Iterable[ActionEntry]:
        """Return what can be done at this moment."""
        answered = self._front()
        return [
            entry
            for entry in self._entries.values()
            if entry.needs is Needs.NOTHING or entry.id in answered
        ]

    def look_at_front(self) -> None:
        """Let what nobody in front answers to be seen, and not be chosen."""
        answered = self._front()
        for entry in self._entries.values():
            if entry.needs is Needs.FRONT:
                self._actions[entry.id].setEnabled(entry.id in answered)

    def allow(self, *, yes: bool) -> None:
        """Let actions be used, or none of them, while the window is locked."""
        for action in self._actions.values():
            action.setEnabled(yes)

    def _ask_front(self, action_id: str) -> None:
        do = self._front().get(action_id)
        if do is not None:
            do()

    def _draw(self) -> None:
        for action_id in self._actions:
            self._draw_one(action_id)

    def _draw_one(self, action_id: str) -> None:
        name = self._entries[action_id].icon
        if name:
            self._actions[action_id].setIcon(themed_in_menu(name))
