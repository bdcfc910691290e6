"""An officer at the keyboard of the whole program, and how many actions each task takes."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.database.opening import DatabasePlace
from app.foundation.clock import system_clock
from app.foundation.paths import Places
from app.foundation.settings import Settings
from app.startup.application import Application
from app.startup.program import first_window
from app.ui.shell import opening
from app.ui.shell.window import MainWindow
from app.use_cases.example_prison import ExampleCreated, ExampleSize, create_example_prison
from app.use_cases.office import Office

NOW = "2026-11-23T08:41:00+00:00"
PATIENCE = 20_000
# Imported before the program is: that it loads late and in a thread has tests of its own.
LOADED_EARLY = (opening,)


class Hands:
    """An officer at the keyboard: types, presses, and waits for what is seen.

    ``actions`` counts what is done by hand; free text counts for nothing.
    """

    def __init__(self, qtbot: QtBot, application: Application) -> None:
        self.actions = 0
        self.qtbot = qtbot
        self.application = application

    @property
    def window(self) -> MainWindow:
        assert isinstance(self.application.window, MainWindow)
        return self.application.window

    @property
    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def type(self, text: str) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                QTest.keyClick(self.focus, Qt.Key.Key_Return)
            QTest.keyClicks(self.focus, line)

    def press(self, keys: str) -> None:
        """One chord, or the Enter that ends a short text: one action."""
        self.actions += 1
        QTest.keySequence(self.focus, QKeySequence(keys))

    def click(self, widget: QWidget) -> None:
        """One click: one action."""
        self.actions += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def count_anew(self) -> None:
        """Begin to count: a task begins here."""
        self.actions = 0

    def see(self, seen: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(seen, timeout=PATIENCE)

    def see_focus_in(self, window: QWidget) -> None:
        window.activateWindow()
        self.see(lambda: window.isAncestorOf(QApplication.focusWidget() or QWidget()))

    def see_idle(self) -> None:
        self.see(lambda: not self.application.tasks.running)


@pytest.fixture
def account(folders: Places, monkeypatch: pytest.MonkeyPatch) -> ExampleCreated:
    monkeypatch.setenv("MULIGHET_NOW", NOW)
    place = DatabasePlace(folders)
    return create_example_prison(place, system_clock, ExampleSize(60, 400))


@pytest.fixture
def hands(
    qtbot: QtBot, qapp: QApplication, folders: Places, account: ExampleCreated
) -> Iterator[Hands]:
    settings = Settings(data_dir=folders.data)
    window = first_window(settings)
    window.closed.connect(qapp.quit)
    window.show()
    application = Application(qapp, settings, window)
    hands = Hands(qtbot, application)
    hands.see_focus_in(window)
    hands.type("demo")
    hands.press("Tab")
    hands.type(account.password)
    hands.press("Return")
    hands.see(lambda: isinstance(application.window, MainWindow))
    hands.see_idle()
    hands.see_focus_in(hands.window)
    yield hands
    if isinstance(application.window, MainWindow):
        application.window.close()
    application.end()


def office_of(hands: Hands) -> Office:
    office = hands.application._office
    assert isinstance(office, Office)
    return office


def go_to_omar(hands: Hands) -> None:
    hands.press("Ctrl+K")
    hands.see_idle()
    hands.type("hassan, omar")
    hands.press("Return")
    hands.see_idle()
