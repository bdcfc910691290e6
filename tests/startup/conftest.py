"""The program put together, on an embedded database of one administrator."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.database.opening import DatabasePlace
from app.foundation.settings import Settings
from app.startup import program
from app.startup.application import Application
from app.ui.screens.sign_in.window import SignInWindow

_NO_SIZE_HINTS = "This plugin does not support propagateSizeHints"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(_NO_SIZE_HINTS))


@pytest.fixture
def settings(embedded_place: DatabasePlace) -> Settings:
    return Settings(data_dir=embedded_place.folders.data)


@pytest.fixture
def first(qapp: QApplication, settings: Settings) -> SignInWindow:
    """The first window; the application closes it when somebody has signed in."""
    window = program.first_window(settings)
    window.closed.connect(qapp.quit)
    window.show()
    return window


@pytest.fixture
def application(
    qapp: QApplication, settings: Settings, first: SignInWindow
) -> Iterator[Application]:
    application = Application(qapp, settings, first)
    yield application
    window = application.window
    window.close()
    application.end()
    window.deleteLater()


@pytest.fixture
def settle(qtbot: QtBot, application: Application) -> Callable[[], None]:
    def wait() -> None:
        qtbot.waitUntil(lambda: not application.tasks.running, timeout=20_000)

    return wait
