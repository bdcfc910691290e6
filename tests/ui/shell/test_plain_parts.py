"""What the shell is made of that needs no window."""

import re
from collections.abc import Iterable
from uuid import uuid4

import pytest

from app.ui.actions.entries import ENTRIES, MENU_WORDS, ActionEntry, Menu, key_text, shared_keys
from app.ui.actions.key_page import key_page
from app.ui.shell.finder import Findable, Kind, find
from app.ui.shell.history import History, Stop
from tests.helpers.key_page import FILE, entries

GUIDE = FILE.parent
PAGE_KEYS = tuple(
    ActionEntry(f"page_{number}", "Side", Menu.VIEW, (f"Ctrl+{number}",)) for number in range(1, 8)
)


def test_no_key_is_shared() -> None:
    assert shared_keys((*ENTRIES, *PAGE_KEYS)) == ()


def test_a_shared_key_is_found() -> None:
    twice = ActionEntry("x", "X", Menu.FILE, ("Ctrl+n",))
    assert shared_keys((*ENTRIES, twice)) == ("Ctrl+N",)


def test_every_action_has_a_menu_and_a_name_of_its_own() -> None:
    assert all(entry.menu in MENU_WORDS for entry in ENTRIES)
    assert len({entry.id for entry in ENTRIES}) == len(ENTRIES)
    assert len({entry.text for entry in ENTRIES}) == len(ENTRIES)


def unexplained(entries: Iterable[ActionEntry]) -> list[str]:
    """Return the actions whose page or heading is not in the guide."""
    return [entry.id for entry in entries if not _is_heading(entry.help)]


def _is_heading(place: str) -> bool:
    page, _hash, heading = place.partition("#")
    file = GUIDE / page
    if not page or not file.is_file():
        return False
    lines = file.read_text(encoding="utf-8").splitlines()
    slugs = {slug(line.lstrip("# ")) for line in lines if line.startswith("#")}
    return not heading or heading in slugs


def slug(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_the_guide_explains_every_action() -> None:
    assert unexplained(entries()) == []


def test_what_the_guide_does_not_explain_is_found() -> None:
    lost = ActionEntry("x", "X", Menu.FILE, help="se-avdelingen.md#finnes-ikke")
    assert unexplained([lost, ActionEntry("y", "Y", Menu.FILE)]) == ["x", "y"]


def test_the_page_of_keys_is_fresh() -> None:
    """`make keys` writes it anew."""
    assert FILE.read_text(encoding="utf-8") == key_page(entries())


@pytest.mark.parametrize(
    ("key", "text"),
    [("Ctrl+Return", "Ctrl+Enter"), ("Alt+Left", "Alt+←"), ("Ctrl++", "Ctrl++"), ("F6", "F6")],
)
def test_keys_are_written_for_norwegian_readers(key: str, text: str) -> None:
    assert key_text(key) == text


def test_history_goes_back_and_forward() -> None:
    history, person = History(), uuid4()
    history.visit(Stop("cell_blocks"))
    history.visit(Stop("inmate", person))
    history.visit(Stop("inmate", person))
    assert history.step(-1) == Stop("cell_blocks")
    assert history.step(-1) is None
    assert history.step(1) == Stop("inmate", person)
    assert history.step(1) is None


def test_a_new_way_forgets_what_lay_ahead() -> None:
    history = History()
    for page in ("a", "b", "c"):
        history.visit(Stop(page))
    history.step(-1)
    history.visit(Stop("d"))
    assert history.step(1) is None
    assert history.step(-1) == Stop("b")


def test_history_does_not_grow_for_ever() -> None:
    history = History()
    for number in range(200):
        history.visit(Stop(str(number)))
    steps = 0
    while history.step(-1):
        steps += 1
    assert steps == 49


def findable(text: str, kind: Kind = Kind.PERSON, sought: str = "") -> Findable:
    return Findable(kind, text, "", "", lambda: None, sought)


PEOPLE = [
    findable("Hassan, Omar", sought="Hassan, Omar B208 70041"),
    findable("Berg, Tor Arne", sought="Berg, Tor Arne B204 70042"),
    findable("Åsen, Jonas", sought="Åsen, Jonas C101 70043"),
]
ACTION = findable("Skriv ut", Kind.ACTION)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("omar", ["Hassan, Omar"]),
        ("b208", ["Hassan, Omar"]),
        ("70042", ["Berg, Tor Arne"]),
        ("tor be", ["Berg, Tor Arne"]),
        ("åse", ["Åsen, Jonas"]),
        ("ÅSE", ["Åsen, Jonas"]),
        ("finnes ikke", []),
        ("hsn", ["Hassan, Omar"]),
        ("åsn", ["Åsen, Jonas"]),
        ("asn", []),
        ("b20", ["Berg, Tor Arne", "Hassan, Omar"]),
    ],
)
def test_people_are_found_by_name_cell_and_number(typed: str, names: list[str]) -> None:
    assert [hit.text for hit in find(PEOPLE, typed)] == names


def test_nobody_is_shown_before_something_is_typed() -> None:
    assert [hit.text for hit in find([*PEOPLE, ACTION], "")] == ["Skriv ut"]


def test_the_beginning_of_a_word_counts_more_than_its_middle() -> None:
    things = [findable("Karlsen, Per"), findable("Larsen, Ole"), findable("Arne, Jan")]
    assert next(hit.text for hit in find(things, "ar")) == "Arne, Jan"


def test_four_thousand_people_are_searched_within_a_frame() -> None:
    many = [findable(f"Person, Nummer {number}") for number in range(4_000)]
    assert len(find(many, "nummer 39")) == 12
