"""Every window, page, panel and dialog: nothing nameless, rows that say who they are."""

import pytest

from tests.accessibility.officer import Officer
from tests.accessibility.rounds import tab_round, tab_to

# What is opened by which keys, and what has the keyboard or is seen when it is there.
WAYS = {
    "Celleblokk, tavle": ((), "Tavle"),
    "Innsatt": (("ctrl+3",), "Innsatt"),
    "Oppsett": (("ctrl+7",), "Hent inn"),
    "Søk": (("ctrl+5",), "Søk"),
    "innstillinger": (("ctrl+comma",), "Farger"),
    "finner": (("ctrl+k",), "Finn person, side eller handling"),
    "alle snarveier": (("ctrl+slash",), "Alle snarveier"),
    "ny samtale": (("Right", "ctrl+n"), "Hva dere snakket om"),
    "samtaleloggen": (("Right", "Return"), "Søk i samtalene"),
    "planen": (("Right", "Return", "ctrl+Tab"), "Åpne ny kladd"),
    "utskrift": (("Right", "ctrl+p"), "Forhåndsvisning"),
    "menyen": (("alt+f",), "Avslutt"),
}


@pytest.mark.parametrize("place", WAYS)
def test_nothing_is_nameless(signed_in: Officer, place: str) -> None:
    keys, seen = WAYS[place]
    for key in keys:
        signed_in.press(key)
    signed_in.reader.wait_for(seen)
    assert signed_in.nameless() == []


def test_sign_in_has_no_nameless_part(officer: Officer) -> None:
    officer.reader.wait_focus("Brukernavn", "text")
    assert officer.nameless() == []


def test_a_tile_of_the_board_speaks_a_summary(signed_in: Officer) -> None:
    signed_in.press("Right")
    tile = signed_in.reader.wait_focus("B201", "list item")
    for part in ("Haugen, Jonas", "kontaktbetjent Kari Lunde", "dager siden samtale"):
        assert part in tile.name


def test_the_menu_of_a_tile_is_heard(signed_in: Officer) -> None:
    signed_in.press("Right", "shift+F10")
    signed_in.reader.wait_focus("Åpne personen", "menu item")


def test_a_row_of_the_table_speaks_a_summary(signed_in: Officer) -> None:
    reader = signed_in.reader
    tab_to(signed_in.desktop, "Visning: Tavle")
    signed_in.press("Right", "space")
    tab_to(signed_in.desktop, "Tabell")
    signed_in.press("Down")
    row = reader.wait_focus("B20", "table cell")
    for part in ("kontaktbetjent", "siden samtale"):
        assert part in row.name


def test_tab_goes_round_the_overview(signed_in: Officer) -> None:
    heard = {stop.name for stop in tab_round(signed_in.desktop, most=40)}
    assert {"Tavle", "Filtrer tavla", "Ny samtale", "Lås"} <= heard
