"""What stands on tiles and headings, and that the numbers add up."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.inmates import Whereabouts
from app.domain.places import PlaceKind, PlaceStatus
from app.ui.screens.cell_blocks.board_model import spoken
from app.ui.screens.cell_blocks.filters import Chip, Filters, chip_word
from app.ui.screens.cell_blocks.sections import (
    build_board,
    floor_note,
    shown_sections,
    totals,
    unit_title,
)
from app.ui.screens.cell_blocks.tiles import (
    Moment,
    State,
    Tile,
    TileKind,
    thing_to_know,
    where_text,
)
from tests.ui.cell_blocks.made_up import (
    ARNE,
    KARI,
    NOW,
    TODAY,
    block_b,
    overview,
    person,
    place,
    prison_of,
)

MOMENT = Moment(KARI, TODAY, NOW, block_b().thresholds)


def tile_named(name: str) -> Tile:
    return next(tile for tile in build_board(block_b(), KARI).tiles if tile.name == name)


def test_block_b_has_the_floors_and_notes_of_the_picture():
    sections = build_board(block_b(), KARI).sections
    assert [(section.title, section.note) for section in sections] == [
        ("2. etasje", "8 av 10 plasser · 1 ledig · 1 ute av bruk"),
        ("3. etasje", "9 av 10 plasser · 1 ledig"),
        ("Uten celle", "2"),
    ]


def test_totals_add_up_to_the_roll():
    board = build_board(block_b(), KARI)
    assert totals(board) == (
        ("Rull", 19),
        ("i celle", 17),
        ("uten celle", 2),
        ("ledig", 2),
        ("ute av bruk", 1),
    )
    people = [tile for tile in board.tiles if tile.kind is TileKind.PERSON]
    assert len(people) == board.overview.totals.roll
    assert sum(1 for tile in people if tile.line and tile.line.cell) == 17


def test_every_person_of_a_big_prison_is_on_the_board_once():
    board = build_board(prison_of(392), KARI)
    ids = [tile.id for tile in board.tiles if tile.kind is TileKind.PERSON]
    assert len(ids) == len(set(ids)) == 392


def test_counts_of_the_chips():
    board = build_board(block_b(), KARI)
    assert board.counts == {
        Chip.MINE: 7,
        Chip.NOT_TALKED_TO: 8,
        Chip.OVERDUE: 1,
        Chip.NO_CONTACT_OFFICER: 1,
        Chip.NEW: 1,
    }
    assert build_board(block_b(), ARNE).counts[Chip.MINE] == 6


def test_the_chip_says_the_number_of_days_the_prison_chose():
    thresholds = replace(block_b().thresholds, not_talked_to_days=10)
    assert chip_word(Chip.NOT_TALKED_TO, thresholds) == "Ikke snakket med på 10 dager"
    assert chip_word(Chip.NOT_TALKED_TO, replace(thresholds, not_talked_to_days=1)) == (
        "Ikke snakket med på 1 dag"
    )


@pytest.mark.parametrize(
    ("name", "days", "state", "thing", "worst"),
    [
        ("Haugen, Jonas", "3 d", State.OK, "2 steg", State.OK),
        ("Kowalski, Piotr", "9 d", State.WARNING, "Polsk · tolk", State.WARNING),
        ("Abdi, Yusuf", "17 d", State.DANGER, "Ingen kontaktbetj.", State.DANGER),
        ("Nilsen, Erik", "5 d", State.OK, "1 forfalt", State.DANGER),
        ("Hassan, Omar", "21 d", State.DANGER, "Frist i dag · arabisk", State.DANGER),
        ("Ionescu, Andrei", "8 d", State.WARNING, "Ny 24 t · rumensk", State.WARNING),
        ("Moen, Fredrik", "15 d", State.DANGER, "Ingen plan ennå", State.DANGER),
        ("Hoxha, Arben", "4 d", State.OK, "Albansk", State.OK),
        ("Berg, Tor Arne", "1 d", State.OK, "Gjennomgang 14.12.", State.OK),
    ],
)
def test_tiles_say_the_one_thing_to_know(name, days, state, thing, worst):
    tile = tile_named(name)
    assert (tile.days.text, tile.days.state) == (days, state)
    assert (tile.thing.text, tile.worst) == (thing, worst)


def test_nobody_is_left_out_who_was_never_talked_to():
    never = person(1, "Vik, Per", "B-2-B201", "KL", days=None)
    board = build_board(overview([place("B", PlaceKind.WING)], [never]), KARI)
    tile = next(iter(board.tiles))
    assert (tile.days.text, tile.days.state) == ("aldri", State.DANGER)
    assert Chip.NOT_TALKED_TO in tile.chips
    fresh = replace(never, is_new=True)
    board = build_board(overview([place("B", PlaceKind.WING)], [fresh]), KARI)
    assert next(iter(board.tiles)).days.state is State.WARNING


def test_overdue_goes_before_everything_else():
    line = person(
        1,
        "Vik, Per",
        None,
        "",
        overdue_steps=2,
        next_due=TODAY,
        next_review=TODAY - timedelta(days=1),
        is_new=True,
    )
    assert thing_to_know(line, MOMENT).text == "2 forfalt"
    assert thing_to_know(replace(line, overdue_steps=0), MOMENT).text == "Frist i dag"
    late = replace(line, overdue_steps=0, next_due=None)
    assert thing_to_know(late, MOMENT).text == "Gjennomgå planen"


def test_three_people_in_a_cell_for_two_are_three_tiles_and_marked():
    cell = place("B-2-B201", PlaceKind.CELL, "B201", maximum=2, working=2)
    people = [person(n, f"Navn {n}", cell.path, "KL") for n in range(3)]
    wing = place("B", PlaceKind.WING)
    board = build_board(overview([wing, cell], people), KARI)
    tiles = list(board.tiles)
    assert [tile.crowd for tile in tiles] == ["3 av 2"] * 3
    assert all(tile.crowded and tile.worst is State.DANGER for tile in tiles)
    assert totals(board)[-1] == ("over kapasiteten", 1)
    assert board.sections[0].note == "3 av 2 plasser · 1 over kapasiteten"


def test_a_person_in_an_archived_cell_still_counts():
    gone = place("B-2-B299", PlaceKind.CELL, "B299", status=PlaceStatus.ARCHIVED)
    line = person(1, "Vik, Per", gone.path, "KL")
    board = build_board(overview([place("B", PlaceKind.WING), gone], [line]), KARI)
    assert [(section.title, len(section.tiles)) for section in board.sections] == [
        ("Andre celler", 1)
    ]


def test_converted_rooms_and_drafts_are_no_free_cells():
    wing = place("B", PlaceKind.WING)
    office = place("B-2-B298", PlaceKind.CELL, "B298", converted_to="OFFICE")
    draft = place("B-2-B297", PlaceKind.CELL, "B297", status=PlaceStatus.DRAFT)
    assert build_board(overview([wing, office, draft], []), KARI).sections == ()


def test_a_cell_out_of_use_says_why_and_until_when():
    tile = next(t for t in build_board(block_b(), KARI).tiles if t.kind is TileKind.OUT_OF_USE)
    assert (tile.name, tile.days.text, tile.thing.text) == (
        "Ute av bruk",
        "vannskade",
        "klar 28.11.",
    )


def test_floor_note_counts_places_not_cells():
    cells = [place(f"B-2-{n}", PlaceKind.CELL, maximum=2, working=2) for n in range(3)]
    people = {"B-2-0": [person(1, "Vik, Per", "B-2-0", "KL")]}
    assert floor_note(cells, people) == "1 av 6 plasser · 5 ledige"


def test_where_somebody_without_a_cell_is():
    line = person(1, "Vik, Per", None, "KL")
    assert where_text(line) == "Ikke plassert"
    assert where_text(replace(line, whereabouts=Whereabouts.COURT)) == "Retten"
    assert where_text(replace(line, place_path="B-2")) == "B-2"


def test_headings_name_the_unit_when_there_are_several():
    titles = [section.title for section in build_board(prison_of(60), KARI).sections]
    assert titles[:3] == [
        "Avdeling 000 · 1. etasje",
        "Avdeling 000 · 2. etasje",
        "Avdeling 001 · 1. etasje",
    ]
    assert unit_title("B") == "Celleblokk B"
    assert unit_title("Kvinneavdelingen") == "Kvinneavdelingen"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("hassan", ["Hassan, Omar"]),
        ("b208", ["Hassan, Omar"]),
        ("10007", ["Hassan, Omar"]),
        ("polsk", ["Kowalski, Piotr"]),
        ("rønning arab", ["Hassan, Omar"]),
        ("PÅL", ["Rustad, Pål"]),
        ("sykehus", ["Ali, Said"]),
        ("vannskade", ["Ute av bruk"]),
    ],
)
def test_typing_finds_names_cells_numbers_officers_and_languages(text, names):
    board = build_board(block_b(), KARI)
    shown = shown_sections(board, Filters().typed(text))
    assert [tile.name for part in shown for tile in part.tiles] == names


def test_a_chip_dims_and_hides_when_asked():
    board = build_board(block_b(), KARI)
    filters = Filters().toggled(Chip.NOT_TALKED_TO)
    shown = shown_sections(board, filters)
    dimmed = [one for part in shown for one in part.dimmed]
    assert (len(dimmed), dimmed.count(False)) == (22, 8)
    hidden = shown_sections(board, Filters().hiding(Chip.NOT_TALKED_TO))
    assert sum(len(part.tiles) for part in hidden) == 8
    assert not any(one for part in hidden for one in part.dimmed)


def test_chips_together_ask_for_all_of_them():
    board = build_board(block_b(), KARI)
    filters = Filters().hiding(Chip.MINE).toggled(Chip.NOT_TALKED_TO)
    names = [tile.name for part in shown_sections(board, filters) for tile in part.tiles]
    assert names == ["Kowalski, Piotr", "Strand, Ole", "Eriksen, Jan"]


def test_releasing_the_last_chip_shows_everybody_again():
    filters = Filters().hiding(Chip.MINE).toggled(Chip.MINE)
    assert not filters.hides
    assert Filters().hiding(Chip.MINE).hiding(Chip.MINE).chips == {Chip.MINE}


def test_a_tile_is_spoken_with_everything_that_is_drawn():
    words = spoken(tile_named("Hassan, Omar"))
    for part in (
        "B208",
        "Hassan, Omar",
        "Dom",
        "kontaktbetjent Arne Rønning",
        "21 dager siden samtale",
        "3 åpne steg",
        "arabisk",
        "trenger tolk",
    ):
        assert part in words
    assert "ingen kontaktbetjent" in spoken(tile_named("Abdi, Yusuf"))
    assert spoken(tile_named("Ute av bruk")) == "B209, Ute av bruk, vannskade, klar 28.11."


def test_a_review_that_has_passed_is_a_warning():
    line = person(1, "Vik, Per", None, "KL", next_review=date(2026, 11, 1))
    assert thing_to_know(line, MOMENT).state is State.WARNING
