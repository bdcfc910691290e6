"""The overview's behaviour without a window: reading, filtering, choosing, looking closer."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from app.domain.access import Officer, Role
from app.domain.cell_choices import UnitChoice
from app.domain.errors import DatabaseUnavailable, NotAllowed
from app.domain.topics import Topic
from app.ui.screens.cell_blocks.filters import Chip
from app.ui.screens.cell_blocks.presenter import OverviewPresenter
from tests.ui.cell_blocks.doubles import Remembering
from tests.ui.cell_blocks.made_up import KARI, overview


@pytest.fixture
def view():
    return Remembering()


def start(tasks, view, unit="B"):
    officer = Officer(KARI, "kari", "Kari Lunde", Role.OFFICER, unit)
    presenter = OverviewPresenter(SimpleNamespace(officer=officer), tasks, view)
    presenter.load()
    return presenter


def id_of(core, name):
    return next(line.id for line in core.overview.inmates if line.name == name)


def test_it_begins_with_the_officers_own_unit(qapp, core, tasks, view):
    start(tasks, view)
    assert core.asked == [("B", False)]
    assert view.names[:2] == ["show_loading", "show_board"]
    assert view.last("show_units") == (UnitChoice("B", "B"), UnitChoice("C", "C"))


def test_a_unit_that_is_gone_gives_the_whole_prison(qapp, core, tasks, view):
    start(tasks, view, unit="X")
    assert core.asked == [("X", False), (None, False)]


def test_a_refresh_is_not_logged_again_and_keeps_filter_and_selection(qapp, core, tasks, view):
    presenter = start(tasks, view)
    who = id_of(core, "Hassan, Omar")
    presenter.choose(who)
    presenter.toggle(Chip.MINE)
    presenter.look_for("b2")
    presenter.reload(frozenset({Topic.INMATES}))
    showing = view.last("show_board")
    assert core.asked[-1] == ("B", True)
    assert presenter.selected.id == who
    assert (showing.filters.text, showing.filters.chips) == ("b2", {Chip.MINE})


def test_somebody_who_left_is_no_longer_chosen(qapp, core, tasks, view):
    presenter = start(tasks, view)
    who = id_of(core, "Hassan, Omar")
    presenter.choose(who)
    kept = tuple(line for line in core.overview.inmates if line.id != who)
    core.overview = overview(core.overview.places, kept)
    presenter.reload()
    assert presenter.selected is None
    assert view.last("show_selected") is None


def test_a_late_answer_to_an_old_question_is_thrown_away(qapp, core, tasks, view):
    tasks.hold = True
    presenter = start(tasks, view)
    presenter.choose_unit("C")
    tasks.release(newest_first=True)
    assert core.asked == [("C", False), ("B", False)]
    assert view.names.count("show_board") == 1


def test_fast_arrowing_reads_only_the_person_it_stops_at(qtbot, core, tasks, view):
    presenter = start(tasks, view)
    ids = [line.id for line in core.overview.inmates[:5]]
    for one in ids:
        presenter.choose(one)
    qtbot.waitUntil(lambda: "show_peek" in view.names)
    assert core.peeked == [(ids[-1], False)]
    assert view.last("show_selected").id == ids[-1]


def test_an_empty_cell_is_chosen_but_nobody_is_read(qtbot, core, tasks, view):
    presenter = start(tasks, view)
    free = next(cell.id for cell in core.overview.places if cell.label == "B205")
    presenter.choose(free)
    qtbot.wait(5)
    assert core.peeked == []
    assert view.last("show_selected").name == "Ledig"


def test_the_panel_is_read_again_after_a_change_without_a_log_row(qtbot, core, tasks, view):
    presenter = start(tasks, view)
    who = id_of(core, "Hassan, Omar")
    presenter.choose(who)
    qtbot.waitUntil(lambda: bool(core.peeked))
    presenter.reload()
    assert core.peeked == [(who, False), (who, True)]


def test_no_places_yet(qapp, core, tasks, view):
    core.overview = overview([], [])
    start(tasks, view)
    assert "show_empty" in view.names
    assert "show_board" not in view.names


def test_people_without_places_are_shown_all_the_same(qapp, core, tasks, view):
    lines = tuple(replace(line, cell=None, place_path=None) for line in core.overview.inmates[:2])
    core.overview = overview([], lines)
    start(tasks, view, unit=None)
    assert view.last("show_board").hits == 2


@pytest.mark.parametrize(
    ("error", "shown"),
    [(NotAllowed(), "show_refused"), (DatabaseUnavailable("borte"), "show_failure")],
)
def test_errors_have_a_state_of_their_own(qapp, core, tasks, view, error, shown):
    core.error = error
    start(tasks, view)
    assert view.names[-2:] == [shown, "show_units"]


def test_chips_filter_without_reading_again(qapp, core, tasks, view):
    presenter = start(tasks, view)
    before = tasks.reads
    presenter.toggle(Chip.NOT_TALKED_TO)
    assert view.last("show_board").hits == 8
    presenter.hide_by(Chip.NOT_TALKED_TO)
    assert sum(len(part.tiles) for part in view.last("show_board").shown) == 8
    presenter.set_hiding(hides=False)
    assert sum(len(part.tiles) for part in view.last("show_board").shown) == 22
    assert presenter.clear_filters()
    assert not presenter.clear_filters()
    assert tasks.reads == before
