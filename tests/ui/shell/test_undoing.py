"""Taking back in the window: the toast, Ctrl+Z and Ctrl+Y, and the list of what was done."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.errors import ChangedByAnother, DatabaseUnavailable, Problem, RuleBroken
from app.ui.background.tasks import Tasks
from app.ui.shell.recently_done import RecentlyDone
from app.ui.shell.window import MainWindow
from app.ui.widgets import toast as toast_module
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.deeds import Deed
from app.ui.widgets.page import Notice
from tests.ui.shell.conftest import MadeUpPage

InFront = Callable[[], MadeUpPage]
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Moves:
    """Where somebody is, and deeds that move the person about."""

    cell: str = "B201"
    fault: Exception | None = None
    log: list[str] = field(default_factory=list)

    def go(self, cell: str) -> None:
        if self.fault is not None:
            raise self.fault
        self.cell = cell
        self.log.append(cell)

    def deed(self, before: str, after: str, *, is_stored: bool = True) -> Deed:
        self.cell = after
        return Deed(lambda: self.go(before), lambda: self.go(after), is_stored=is_stored)


@pytest.fixture
def moves() -> Moves:
    return Moves()


@pytest.fixture
def say(window: MainWindow, page: InFront) -> Callable[[str, Deed], None]:
    def tell(text: str, deed: Deed) -> None:
        page().notice.emit(Notice(text, deed=deed))

    return tell


def said(window: MainWindow) -> str:
    labels = window.toast.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def press(window: MainWindow, key: Qt.Key) -> None:
    window.frame.page.button.setFocus()
    QTest.keyClick(window.windowHandle(), key, CTRL)


def test_control_z_takes_the_last_thing_back_and_control_y_does_it_again(
    window: MainWindow, say, moves: Moves, tasks: Tasks, qtbot: QtBot
) -> None:
    say("Hassan er satt i B204.", moves.deed("B201", "B204"))
    press(window, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: said(window) == "Angret: Hassan er satt i B204.")
    assert moves.cell == "B201"
    press(window, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: said(window) == "Hassan er satt i B204.")
    assert moves.cell == "B204"
    press(window, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: moves.cell == "B201")


def test_the_link_of_the_toast_takes_back(
    window: MainWindow, say, moves: Moves, qtbot: QtBot
) -> None:
    say("Hassan er satt i B204.", moves.deed("B201", "B204"))
    link = window.toast.findChild(LinkButton)
    assert link.text() == "Angre"
    link.click()
    qtbot.waitUntil(lambda: moves.cell == "B201")


def test_several_things_are_taken_back_newest_first(
    window: MainWindow, say, moves: Moves, qtbot: QtBot
) -> None:
    say("Til B204.", moves.deed("B201", "B204"))
    say("Til B205.", moves.deed("B204", "B205"))
    press(window, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: moves.cell == "B204")
    qtbot.waitUntil(lambda: "Angret" in said(window))
    press(window, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: moves.cell == "B201")


def test_what_somebody_changed_since_is_refused_and_not_offered_again(
    window: MainWindow, say, moves: Moves, qtbot: QtBot
) -> None:
    say("Til B204.", moves.deed("B201", "B204"))
    moves.fault = ChangedByAnother("B206", "B204")
    press(window, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: said(window).startswith("Kan ikke angres: det er endret"))
    assert moves.cell == "B204"
    assert not window.undoing.possible


def test_a_rule_that_stands_in_the_way_is_said(
    window: MainWindow, say, moves: Moves, qtbot: QtBot
) -> None:
    say("Til B204.", moves.deed("B201", "B204"))
    moves.fault = RuleBroken(Problem("place", "Cella er ikke i bruk lenger."))
    press(window, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: said(window) == "Cella er ikke i bruk lenger.")


def test_without_contact_it_can_be_tried_again(
    window: MainWindow, say, moves: Moves, qtbot: QtBot
) -> None:
    say("Til B204.", moves.deed("B201", "B204"))
    moves.fault = DatabaseUnavailable("Vi fikk ikke kontakt med databasen.")
    press(window, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: "kontakt" in said(window))
    moves.fault = None
    press(window, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: moves.cell == "B201")


def test_control_z_in_a_text_is_about_the_text(
    window: MainWindow, page: InFront, say, moves: Moves, tasks: Tasks
) -> None:
    say("Til B204.", moves.deed("B201", "B204"))
    box = page().field
    box.setFocus()
    box.clear()
    QTest.keyClicks(box, "abc")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, CTRL)
    assert box.text() != "abc"
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Y, CTRL)
    assert box.text() == "abc"
    assert (moves.cell, tasks.running) == ("B204", ())


def test_nothing_to_take_back_is_said(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Z)
    assert said(window) == "Det er ingenting å angre."
    press(window, Qt.Key.Key_Y)
    assert said(window) == "Det er ingenting å gjøre om."


def test_what_can_no_longer_be_taken_back_is_passed_over(
    window: MainWindow, say, moves: Moves, qtbot: QtBot
) -> None:
    say("Til B204.", moves.deed("B201", "B204"))
    say("Steg 1 er satt til «ferdig».", Deed(lambda: None, is_possible=lambda: False))
    press(window, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: moves.cell == "B201")


def test_the_list_takes_back_an_earlier_thing(
    window: MainWindow, say, moves: Moves, qtbot: QtBot
) -> None:
    officer = Moves("Kari")
    say("Ola følger opp.", officer.deed("Kari", "Ola"))
    say("Til B204.", moves.deed("B201", "B204"))
    window.registry["recently_done"].trigger()
    panel = window.frame.panel.content
    assert isinstance(panel, RecentlyDone)
    names = [link.accessibleName() for link in panel.links]
    assert names == ["Angre: Til B204.", "Angre: Ola følger opp."]
    assert panel.links[0].hasFocus()
    panel.links[1].click()
    qtbot.waitUntil(lambda: officer.cell == "Kari")
    qtbot.waitUntil(lambda: len(panel.links) == 1)
    assert moves.cell == "B204"
    panel.links[0].click()
    qtbot.waitUntil(lambda: not panel.links)
    texts = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert "Det er ingenting å angre." in texts


def test_the_toast_stays_as_long_as_the_mouse_or_the_focus_is_on_it(
    window: MainWindow, say, moves: Moves, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    say("Til B204.", moves.deed("B201", "B204"))
    timer = window.toast.findChild(QTimer)
    assert timer.interval() == toast_module._SHOWN_MS == 8000
    nowhere = QPointF(0, 0)
    QApplication.sendEvent(window.toast, QEnterEvent(nowhere, nowhere, nowhere))
    assert not timer.isActive()
    QApplication.sendEvent(window.toast, QEvent(QEvent.Type.Leave))
    assert timer.isActive()
    window.toast.first_focus().setFocus()
    timer.timeout.emit()
    assert window.toast.isVisible()
    assert timer.isActive()
    window.frame.page.button.setFocus()
    timer.timeout.emit()
    assert not window.toast.isVisible()


def test_the_keyboard_reaches_the_toast_and_comes_back(
    window: MainWindow, page: InFront, say, moves: Moves, qtbot: QtBot
) -> None:
    say("Til B204.", moves.deed("B201", "B204"))
    page().field.setFocus()
    for _part in range(6):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_F6)
        if window.toast.first_focus().hasFocus():
            break
    assert window.toast.first_focus().hasFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: moves.cell == "B201")
    assert page().field.hasFocus()


def test_what_was_done_is_read_aloud(
    window: MainWindow, say, moves: Moves, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(toast_module, "announce", lambda _toast, text: heard.append(text))
    say("Til B204.", moves.deed("B201", "B204"))
    assert heard == ["Til B204. Ctrl+Z angrer."]
