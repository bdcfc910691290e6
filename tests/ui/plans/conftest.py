"""A real office on SQLCipher and the tab in a window of its own."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.inmates import Inmate
from app.ui.appearance.theme import theme
from app.ui.background.tasks import Tasks
from app.ui.screens.plans.screen import PlanTab
from app.use_cases.office import Office
from tests.helpers.prison import admit
from tests.ui.plans.hand import Hand


@pytest.fixture
def tasks(qapp: QApplication, embedded_office: Office) -> Iterator[Tasks]:
    lanes = Tasks()
    yield lanes
    lanes.close()


@pytest.fixture
def omar(embedded_office: Office) -> Inmate:
    return admit(embedded_office)


@pytest.fixture
def new_tab(qtbot: QtBot, tasks: Tasks, embedded_office: Office) -> Iterator[Callable[[], PlanTab]]:
    windows: list[QWidget] = []

    def make() -> PlanTab:
        theme().dress_for_work()
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        # Without a layout: offscreen windows know no size hints, and say so.
        tab = PlanTab(embedded_office, tasks)
        tab.setParent(window)
        tab.setGeometry(11, 0, 1156, 620)
        window.resize(1178, 640)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        return tab

    yield make
    windows.clear()


@pytest.fixture
def hand(qtbot: QtBot, new_tab: Callable[[], PlanTab], omar: Inmate) -> Hand:
    """The tab with Omar's plan as it is stored when the test begins to use it."""
    return Hand(qtbot, new_tab(), omar.id)
