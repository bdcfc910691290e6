"""What the fault tests share: a durable server that can be killed, and a clock of their own."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.appearance.theme import theme
from app.ui.background.tasks import Tasks


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    theme().dress_for_work()
    lanes = Tasks()
    yield lanes
    lanes.close()


@pytest.fixture
def settle(qtbot: QtBot, tasks: Tasks) -> Callable[[], None]:
    """Wait until everything that was asked for behind has been answered."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not tasks.running, timeout=20_000)

    return wait
