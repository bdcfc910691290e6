"""The one list of what can be done by key, menu and palette, and the list of keys."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.foundation.translation import _, mark
from app.ui.appearance.icons import themed
from app.ui.appearance.theme import theme


class Menu(StrEnum):
    """The menus, in their order. What stands in none is done by key on a page."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    INMATE = "inmate"
    HELP = "help"
    NONE = "none"


MENU_WORDS = {
    Menu.FILE: mark("&Fil"),
    Menu.EDIT: mark("&Rediger"),
    Menu.VIEW: mark("&Vis"),
    Menu.INMATE: mark("&Innsatt"),
    Menu.HELP: mark("&Hjelp"),
}


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """One thing that can be done. ``keys`` are alternatives; the first is the one shown.

    ``on_page`` marks a key that the page in front answers to, listed so that it can be found and
    so that nothing else takes it.
    """

    id: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    on_page: bool = False


ENTRIES: tuple[ActionEntry, ...] = (
    ActionEntry(
        "palette",
        mark("Finn person, side eller handling"),
        Menu.EDIT,
        ("Ctrl+K", "Ctrl+Shift+P"),
        "search",
    ),
    ActionEntry("undo", mark("Angre"), Menu.EDIT, ("Ctrl+Z",)),
    ActionEntry("redo", mark("Gjør om"), Menu.EDIT, ("Ctrl+Y",)),
    ActionEntry("recently_done", mark("Nylig gjort"), Menu.EDIT),
    ActionEntry("find", mark("Søk på siden"), Menu.EDIT, ("Ctrl+F", "F3"), "search"),
    ActionEntry("new_conversation", mark("Ny samtale"), Menu.INMATE, ("Ctrl+N",), "conversation"),
    ActionEntry("print", mark("Skriv ut"), Menu.FILE, ("Ctrl+P",), "print"),
    ActionEntry("change_password", mark("Bytt passord"), Menu.FILE),
    ActionEntry("lock", mark("Lås"), Menu.FILE, ("Ctrl+L",), "lock"),
    ActionEntry("change_officer", mark("Bytt bruker"), Menu.FILE, (), "officer"),
    ActionEntry("quit", mark("Avslutt"), Menu.FILE, ("Ctrl+Q",)),
    ActionEntry("reload", mark("Hent på nytt"), Menu.VIEW, ("F5",), "refresh"),
    ActionEntry("back", mark("Tilbake"), Menu.VIEW, ("Alt+Left",), "back"),
    ActionEntry("forward", mark("Fram"), Menu.VIEW, ("Alt+Right",), "forward"),
    ActionEntry("next_pane", mark("Neste del av vinduet"), Menu.VIEW, ("F6",)),
    ActionEntry("previous_pane", mark("Forrige del av vinduet"), Menu.VIEW, ("Shift+F6",)),
    ActionEntry("zoom_in", mark("Større"), Menu.VIEW, ("Ctrl++", "Ctrl+="), "zoom"),
    ActionEntry("zoom_out", mark("Mindre"), Menu.VIEW, ("Ctrl+-",)),
    ActionEntry("zoom_reset", mark("Vanlig størrelse"), Menu.VIEW, ("Ctrl+0",)),
    ActionEntry("scheme_system", mark("Lys eller mørk som systemet"), Menu.VIEW),
    ActionEntry("scheme_light", mark("Lys"), Menu.VIEW),
    ActionEntry("scheme_dark", mark("Mørk"), Menu.VIEW),
    ActionEntry("scheme_black_on_white", mark("Høy kontrast, svart på hvitt"), Menu.VIEW),
    ActionEntry("scheme_white_on_black", mark("Høy kontrast, hvitt på svart"), Menu.VIEW),
    ActionEntry("density_tight", mark("Tette linjer"), Menu.VIEW),
    ActionEntry("density_normal", mark("Vanlige linjer"), Menu.VIEW),
    ActionEntry("density_airy", mark("Luftige linjer"), Menu.VIEW),
    ActionEntry("keys", mark("Alle snarveier"), Menu.HELP, ("Ctrl+/",), "keyboard"),
    ActionEntry("about", mark("Om Mulighet"), Menu.HELP),
    ActionEntry(
        "save_conversation", mark("Lagre samtalen"), Menu.NONE, ("Ctrl+Return",), on_page=True
    ),
    ActionEntry(
        "new_goal", mark("Nytt mål eller steg i planen"), Menu.NONE, ("Ctrl+G",), on_page=True
    ),
    ActionEntry("export", mark("Lagre som PDF"), Menu.NONE, ("Ctrl+Shift+E",), on_page=True),
    ActionEntry("open", mark("Åpne det som er valgt"), Menu.NONE, ("Return",), on_page=True),
    ActionEntry("close", mark("Lukk eller gå tilbake"), Menu.NONE, ("Esc",), on_page=True),
)


class Actions(QObject):
    """The QActions of one window, made from the list and from its pages."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._entries: dict[str, ActionEntry] = {}
        self._actions: dict[str, QAction] = {}
        theme().changed.connect(self._draw)

    def add(self, entry: ActionEntry, do: Callable[[], object]) -> QAction:
        """Make an action that does something when its key is pressed or it is chosen."""
        action = QAction(_(entry.text), self._window)
        action.setObjectName(entry.id)
        action.setShortcuts([QKeySequence(key) for key in entry.keys])
        action.triggered.connect(lambda: do())  # noqa: PLW0108 - Qt would hand `checked` over
        self._window.addAction(action)
        self._entries[entry.id] = entry
        self._actions[entry.id] = action
        self._draw_one(entry.id)
        return action

    def __getitem__(self, action_id: str) -> QAction:
        """Return an action by its id."""
        return self._actions[action_id]

    def in_menu(self, menu: Menu) -> Iterable[QAction]:
        """Return the actions of a menu, in the order they were added."""
        return [self._actions[entry.id] for entry in self._entries.values() if entry.menu is menu]

    def all(self) -> Iterable[QAction]:
        """Return every action."""
        return tuple(self._actions.values())

    def with_keys(self) -> Iterable[ActionEntry]:
        """Return what has a key here, and the keys pages answer to themselves."""
        own = [entry for entry in self._entries.values() if entry.keys]
        return [*own, *(entry for entry in ENTRIES if entry.on_page)]

    def allow(self, *, yes: bool) -> None:
        """Let actions be used, or none of them, while the window is locked."""
        for action in self._actions.values():
            action.setEnabled(yes)

    def _draw(self) -> None:
        for action_id in self._actions:
            self._draw_one(action_id)

    def _draw_one(self, action_id: str) -> None:
        name = self._entries[action_id].icon
        if name:
            self._actions[action_id].setIcon(themed(name))


def key_text(key: str) -> str:
    """Return how a key is written for Norwegian readers."""
    words = {"Return": _("Enter"), "Left": "←", "Right": "→"}
    return "+".join(words.get(part, part) for part in key.split("+")) if key != "Ctrl++" else key


def shared_keys(entries: Iterable[ActionEntry]) -> tuple[str, ...]:
    """Return the keys that more than one entry claims; a test wants none."""
    seen: set[str] = set()
    twice: list[str] = []
    for entry in entries:
        for key in entry.keys:
            plain = QKeySequence(key).toString()
            if plain in seen:
                twice.append(plain)
            seen.add(plain)
    return tuple(twice)
