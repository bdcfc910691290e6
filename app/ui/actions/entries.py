"""The one list of what can be done: menus, palette, context menus and key sheets are made of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QKeySequence

from app.foundation.translation import _, mark


class Menu(StrEnum):
    """The menus, in their order. Everything stands in one of them."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    INMATE = "inmate"
    PLAN = "plan"
    HELP = "help"


MENU_WORDS = {
    Menu.FILE: mark("&Fil"),
    Menu.EDIT: mark("&Rediger"),
    Menu.VIEW: mark("&Vis"),
    Menu.INMATE: mark("&Innsatt"),
    Menu.PLAN: mark("&Plan"),
    Menu.HELP: mark("&Hjelp"),
}


class Needs(StrEnum):
    """What must be there for an action to be possible."""

    NOTHING = "nothing"
    FRONT = "front"
    """A page or panel in front that answers to it, with somebody or something chosen."""


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """One thing that can be done.

    Attributes:
        id: what code and crash reports call it; names nobody.
        keys: alternatives; the first is the one shown.
        help: where the guide explains it: ``page.md#heading``.
        needs: whether the window does it, or what is in front.
    """

    id: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    help: str = ""
    needs: Needs = Needs.NOTHING


def _front(
    entry_id: str, text: str, menu: Menu, help_: str, keys: tuple[str, ...] = (), icon: str = ""
) -> ActionEntry:
    return ActionEntry(entry_id, text, menu, keys, icon, help_, Needs.FRONT)


# Where the guide explains things.
_FIND = "finne-fram.md#finne-person-side-eller-handling"
_WAYS = "finne-fram.md#gå-fram-og-tilbake"
_LOOK = "finne-fram.md#større-og-mindre"
_HELP = "finne-fram.md#hjelp"
_HIDE = "finne-fram.md#skjule-navn"
_MOUSE = "finne-fram.md#høyreklikk"
_LOCK = "logge-inn.md#låse"
_BOARD = "se-avdelingen.md#en-rute-på-tavlen"
_TALK = "skrive-samtale.md#skrive-en-samtale"
_CORRECT = "skrive-samtale.md#rette"
_PLAN = "lage-plan.md#lage-en-plan"
_UNDO = "angre.md#angre"
_LEFT_AS = "flere-vinduer.md#slik-du-forlot-det"
_WINDOWS = "flere-vinduer.md#åpne-noen-i-eget-vindu"
_PRINT = "skrive-ut.md#før-du-skriver-ut"

ENTRIES: tuple[ActionEntry, ...] = (
    ActionEntry(
        "palette",
        mark("Finn person, side eller handling"),
        Menu.EDIT,
        ("Ctrl+K", "Ctrl+Shift+P"),
        "search",
        _FIND,
    ),
    ActionEntry("undo", mark("Angre"), Menu.EDIT, ("Ctrl+Z",), help=_UNDO),
    ActionEntry("redo", mark("Gjør om"), Menu.EDIT, ("Ctrl+Y",), help=_UNDO),
    ActionEntry("recently_done", mark("Nylig gjort"), Menu.EDIT, help=_UNDO),
    ActionEntry("find", mark("Søk på siden"), Menu.EDIT, ("Ctrl+F",), "search", _FIND),
    ActionEntry("find_next", mark("Neste treff"), Menu.EDIT, ("F3",), help=_FIND),
    ActionEntry(
        "new_conversation", mark("Ny samtale"), Menu.INMATE, ("Ctrl+N",), "conversation", _TALK
    ),
    ActionEntry(
        "own_window",
        mark("Åpne i eget vindu"),
        Menu.INMATE,
        ("Ctrl+Shift+N",),
        "inmate",
        _WINDOWS,
    ),
    ActionEntry("print", mark("Skriv ut"), Menu.FILE, ("Ctrl+P",), "print", _PRINT),
    _front(
        "export", mark("Lagre som PDF"), Menu.FILE, "skrive-ut.md#lagre-som-pdf", ("Ctrl+Shift+E",)
    ),
    _front(
        "print_unit_list",
        mark("Skriv ut avdelingslista"),
        Menu.FILE,
        "skrive-ut.md#avdelingslisten",
    ),
    _front(
        "print_unit_plans",
        mark("Skriv ut alle planene"),
        Menu.FILE,
        "skrive-ut.md#alle-planene-på-en-avdeling",
    ),
    _front(
        "print_conversations",
        mark("Skriv ut samtaler …"),
        Menu.FILE,
        "skrive-ut.md#samtaler",
    ),
    ActionEntry(
        "change_password", mark("Bytt passord"), Menu.FILE, help="logge-inn.md#bytte-passord"
    ),
    _front(
        "reset_password",
        mark("Gi nytt passord"),
        Menu.FILE,
        "brukere.md#legge-til-en-bruker",
    ),
    ActionEntry("lock", mark("Lås"), Menu.FILE, ("Ctrl+L",), "lock", _LOCK),
    ActionEntry("change_officer", mark("Bytt bruker"), Menu.FILE, (), "officer", _LOCK),
    ActionEntry("quit", mark("Avslutt"), Menu.FILE, ("Ctrl+Q",), help=_LOCK),
    ActionEntry("reload", mark("Hent på nytt"), Menu.VIEW, ("F5",), "refresh", _WAYS),
    ActionEntry("back", mark("Tilbake"), Menu.VIEW, ("Alt+Left",), "back", _WAYS),
    ActionEntry("forward", mark("Fram"), Menu.VIEW, ("Alt+Right",), "forward", _WAYS),
    ActionEntry("next_pane", mark("Neste del av vinduet"), Menu.VIEW, ("F6",), help=_WAYS),
    ActionEntry(
        "previous_pane", mark("Forrige del av vinduet"), Menu.VIEW, ("Shift+F6",), help=_WAYS
    ),
    _front("open", mark("Åpne det som er valgt"), Menu.VIEW, _WAYS, ("Return",)),
    _front("close", mark("Lukk eller gå tilbake"), Menu.VIEW, _WAYS, ("Esc",)),
    ActionEntry(
        "menu", mark("Vis handlinger for det valgte"), Menu.VIEW, ("Shift+F10",), help=_MOUSE
    ),
    _front("next_tab", mark("Neste fane"), Menu.VIEW, _WAYS, ("Ctrl+Tab",)),
    _front("previous_tab", mark("Forrige fane"), Menu.VIEW, _WAYS, ("Ctrl+Shift+Tab",)),
    ActionEntry("panel_wider", mark("Bredere sidepanel"), Menu.VIEW, help=_LEFT_AS),
    ActionEntry("panel_narrower", mark("Smalere sidepanel"), Menu.VIEW, help=_LEFT_AS),
    ActionEntry("zoom_in", mark("Større"), Menu.VIEW, ("Ctrl++", "Ctrl+="), "zoom", _LOOK),
    ActionEntry("zoom_out", mark("Mindre"), Menu.VIEW, ("Ctrl+-",), help=_LOOK),
    ActionEntry("zoom_reset", mark("Vanlig størrelse"), Menu.VIEW, ("Ctrl+0",), help=_LOOK),
    ActionEntry("scheme_system", mark("Lys eller mørk som systemet"), Menu.VIEW, help=_LOOK),
    ActionEntry("scheme_light", mark("Lys"), Menu.VIEW, help=_LOOK),
    ActionEntry("scheme_dark", mark("Mørk"), Menu.VIEW, help=_LOOK),
    ActionEntry(
        "scheme_black_on_white", mark("Høy kontrast, svart på hvitt"), Menu.VIEW, help=_LOOK
    ),
    ActionEntry(
        "scheme_white_on_black", mark("Høy kontrast, hvitt på svart"), Menu.VIEW, help=_LOOK
    ),
    ActionEntry("density_tight", mark("Tette linjer"), Menu.VIEW, help=_LOOK),
    ActionEntry("density_normal", mark("Vanlige linjer"), Menu.VIEW, help=_LOOK),
    ActionEntry("density_airy", mark("Luftige linjer"), Menu.VIEW, help=_LOOK),
    ActionEntry(
        "hide_names", mark("Skjul eller vis navn"), Menu.VIEW, ("Ctrl+Shift+H",), "", _HIDE
    ),
    _front("open_person", mark("Åpne personen"), Menu.INMATE, _BOARD),
    _front("open_plan", mark("Åpne planen"), Menu.INMATE, _PLAN),
    _front("print_plan", mark("Skriv ut planen"), Menu.INMATE, _PRINT),
    _front("correct_person", mark("Rett opplysninger"), Menu.INMATE, _BOARD),
    _front("place", mark("Sett i celle"), Menu.INMATE, _BOARD),
    _front("take_out", mark("Ta ut av celle"), Menu.INMATE, _BOARD),
    _front("contact_officer", mark("Sett kontaktbetjent"), Menu.INMATE, _BOARD),
    _front("add_person", mark("Ny innsatt"), Menu.INMATE, _BOARD),
    _front("save_conversation", mark("Lagre samtalen"), Menu.INMATE, _TALK, ("Ctrl+Return",)),
    _front(
        "save_and_next",
        mark("Lagre og gå til neste"),
        Menu.INMATE,
        _TALK,
        ("Ctrl+Shift+Return",),
    ),
    _front(
        "press_chip",
        mark("Velg brikke nummer 1 til 9"),
        Menu.INMATE,
        _TALK,
        tuple(f"Alt+{number}" for number in range(1, 10)),
    ),
    _front("correct_entry", mark("Rett samtalen"), Menu.INMATE, _CORRECT, ("F2",)),
    _front("older_versions", mark("Vis tidligere versjoner"), Menu.INMATE, _CORRECT),
    _front("copy_text", mark("Kopier teksten"), Menu.EDIT, _MOUSE),
    _front("new_goal", mark("Nytt mål"), Menu.PLAN, _PLAN, ("Ctrl+G",)),
    _front("new_step", mark("Nytt steg"), Menu.PLAN, _PLAN, ("Ctrl+Shift+G",)),
    _front("save_plan", mark("Lagre planen"), Menu.PLAN, _PLAN, ("Ctrl+S",)),
    _front("goal_take_up", mark("Ta opp nå"), Menu.PLAN, _PLAN),
    _front("goal_wait", mark("Vent til senere"), Menu.PLAN, _PLAN),
    _front("goal_achieved", mark("Målet er nådd"), Menu.PLAN, _PLAN),
    _front("goal_stop", mark("Stopp målet …"), Menu.PLAN, _PLAN),
    _front("step_waits", mark("Steget er ikke startet"), Menu.PLAN, _PLAN),
    _front("step_runs", mark("Steget er i gang"), Menu.PLAN, _PLAN),
    _front("step_done", mark("Steget er ferdig"), Menu.PLAN, _PLAN),
    _front("move_up", mark("Flytt målet opp"), Menu.PLAN, _PLAN, ("Alt+Up",)),
    _front("move_down", mark("Flytt målet ned"), Menu.PLAN, _PLAN, ("Alt+Down",)),
    _front("remove_step", mark("Fjern steget"), Menu.PLAN, _PLAN),
    _front("remove_goal", mark("Fjern målet"), Menu.PLAN, _PLAN),
    ActionEntry("help", mark("Hjelp til det du ser"), Menu.HELP, ("F1",), help=_HELP),
    ActionEntry("manual", mark("Veiledning"), Menu.HELP, help=_HELP),
    ActionEntry("whats_new", mark("Hva er nytt"), Menu.HELP, help=_HELP),
    ActionEntry("keys", mark("Alle snarveier"), Menu.HELP, ("Ctrl+/",), "keyboard", _HELP),
    ActionEntry("about", mark("Om Mulighet"), Menu.HELP, help=_HELP),
)

_BY_ID = {entry.id: entry for entry in ENTRIES}
_MOST_KEYS_SHOWN = 3


def entry_of(action_id: str) -> ActionEntry:
    """Return the entry of an action."""
    return _BY_ID[action_id]


def keys_text(entry: ActionEntry) -> str:
    """Return all keys of an entry; of a long row, the first and the last."""
    if len(entry.keys) > _MOST_KEYS_SHOWN:
        return f"{key_text(entry.keys[0])} … {key_text(entry.keys[-1])}"
    return " · ".join(key_text(key) for key in entry.keys)


def key_text(key: str) -> str:
    """Return how a key is written for Norwegian readers."""
    words = {"Return": _("Enter"), "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
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
