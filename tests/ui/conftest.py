"""Windows are tested offscreen, each with its own lanes and the same look to begin with."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.appearance.theme import USUAL_ZOOM, Density, Scheme, Theme, theme
from app.ui.background.tasks import Tasks

_HERE = Path(__file__).parent
# Told by the offscreen platform when the least size of a window that is shown changes.
_NO_SIZE_HINTS = "This plugin does not support propagateSizeHints"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(_NO_SIZE_HINTS))


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    """The program's look, put back afterwards."""
    look = theme()
    look.dress_for_work()
    look.choose_scheme(Scheme.LIGHT)
    yield look
    look.set_zoom(USUAL_ZOOM)
    look.choose_scheme(Scheme.LIGHT)
    look.choose_density(Density.NORMAL)


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    lanes = Tasks()
    yield lanes
    lanes.close()


@pytest.fixture
def settle(qtbot: QtBot, tasks: Tasks) -> Callable[[], None]:
    """Wait until everything that was asked for behind has been answered."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not tasks.running)

    return wait
