"""Every window in every palette, density and size on the smallest screen: nothing is clipped."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.database.opening import DatabasePlace
from app.foundation.paths import Places
from app.ui.appearance.theme import Density, Scheme, Theme
from app.ui.background.tasks import Tasks
from app.ui.shell.opening import open_window
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.example_prison import ExampleSize, create_example_prison
from app.use_cases.office import Office
from tests.helpers.clipping import clipped
from tests.helpers.every_window import Walk, first_pages
from tests.helpers.prison import SteppingClock

SIZE = (1366, 768)
LOOKS = {
    "black on white, tight": (Scheme.BLACK_ON_WHITE, Density.TIGHT, 100),
    "white on black, airy": (Scheme.WHITE_ON_BLACK, Density.AIRY, 100),
    "light, tight, 150 %": (Scheme.LIGHT, Density.TIGHT, 150),
    "dark, normal, 200 %": (Scheme.DARK, Density.NORMAL, 200),
    "black on white, airy, 80 %": (Scheme.BLACK_ON_WHITE, Density.AIRY, 80),
}


@pytest.fixture
def office(folders: Places, clock: SteppingClock, open_office: Callable[..., Office]) -> Office:
    place = DatabasePlace(folders)
    made = create_example_prison(place, clock, ExampleSize(30, 200))
    return open_office(place, made.user_name, made.password)


@pytest.fixture(params=LOOKS.values(), ids=LOOKS)
def dressed(request: pytest.FixtureRequest, look: Theme) -> Theme:
    scheme, density, zoom = request.param
    look.choose_scheme(scheme)
    look.choose_density(density)
    look.set_zoom(zoom)
    return look


@pytest.fixture
def walk(dressed: Theme, office: Office, tasks: Tasks, qtbot: QtBot) -> Iterator[Walk]:
    lines = cell_block_overview(office).inmates
    line = next(one for one in lines if one.cell and one.open_steps and one.unit == "B")

    def settle() -> None:
        qtbot.waitUntil(lambda: not tasks.running, timeout=30_000)

    window = open_window(office, tasks)
    qtbot.addWidget(window)
    window.resize(*SIZE)
    settle()
    yield Walk(window, settle, line)
    window.watch.stop()
    window.locking.idle.stop()
    window.close()


@pytest.mark.journey
def test_nothing_is_clipped_in_any_look(walk: Walk) -> None:
    found: dict[str, str] = {}
    for name in walk.sights():
        for text in clipped(walk.window):
            found.setdefault(text, name)
        assert (walk.window.width(), walk.window.height()) == SIZE, name
    assert not found, "\n".join(f"{name}: {text!r}" for text, name in found.items())


@pytest.mark.usefixtures("dressed")
def test_nothing_is_clipped_on_the_first_window() -> None:
    found: dict[str, str] = {}
    for name, window in first_pages():
        QApplication.processEvents()
        found |= dict.fromkeys(clipped(window), name)
    assert found == {}
