from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.appearance.theme import theme
from app.ui.background.tasks import Tasks
from app.ui.screens.administration.desk import AdministrationDesk, desk_for
from app.ui.screens.administration.import_tab import ImportTab
from app.use_cases.office import Office
from tests.ui.administration.importing import Show


@pytest.fixture(autouse=True)
def _own_profiles(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    lanes = Tasks()
    yield lanes
    lanes.close()


@pytest.fixture
def show(qtbot: QtBot, tasks: Tasks) -> Iterator[Show]:
    theme().dress_for_work()
    windows: list[QWidget] = []

    def make(desk: AdministrationDesk) -> ImportTab:
        window = QWidget()
        windows.append(window)
        tab = ImportTab(tasks, desk)
        tab.setParent(window)
        tab.setGeometry(0, 0, 1178, 640)
        window.resize(1178, 640)
        window.show()
        qtbot.waitExposed(window)
        return tab

    yield make
    for window in windows:
        window.close()


@pytest.fixture
def tab(show: Show, embedded_office: Office) -> ImportTab:
    return show(desk_for(embedded_office))
