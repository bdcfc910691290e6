"""Several windows of one officer: each whole, locked and closed together."""

from collections.abc import Callable, Iterator
from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.topics import Topic
from app.ui.appearance.theme import Theme
from app.ui.background.change_watch import ChangeWatch
from app.ui.background.tasks import Tasks
from app.ui.shell.desk import Desk
from app.ui.shell.lock import LockView
from app.ui.shell.window import MainWindow
from app.ui.shell.windows import Windows
from app.ui.widgets.questions import Question, ask
from tests.ui.shell.conftest import (
    BERG,
    HASSAN,
    PASSWORD,
    MadeUpOffice,
    MadeUpPage,
    MadeUpWriter,
    made_up_book,
)

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Settle = Callable[[], None]


@pytest.fixture
def windows(look: Theme, desk: Desk, tasks: Tasks, settle: Settle) -> Iterator[Windows]:
    watch = ChangeWatch(tasks, desk.revisions)

    def make(number: int) -> MainWindow:
        return MainWindow(desk, tasks, made_up_book(MadeUpWriter()), watch, number)

    windows = Windows(make, watch)
    windows.open().activateWindow()
    settle()
    yield windows
    last = windows.front
    windows.close()
    last.deleteLater()
    settle()


def press(window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(window.windowHandle(), key, held)


def page_of(window: MainWindow) -> MadeUpPage:
    page = window.frame.page
    assert isinstance(page, MadeUpPage)
    return page


def lock_of(window: MainWindow) -> LockView:
    view = window.findChild(LockView)
    assert isinstance(view, LockView)
    return view


@pytest.fixture
def two(windows: Windows, settle: Settle) -> tuple[MainWindow, MainWindow]:
    (first,) = windows.all
    page_of(first).chosen = HASSAN
    press(first, KEY.Key_N, CTRL | SHIFT)
    settle()
    _first, second = windows.all
    return first, second


def test_a_person_is_opened_in_a_window_of_the_persons_own(
    two: tuple[MainWindow, MainWindow],
) -> None:
    first, second = two
    assert page_of(first).title == "Celleblokk B"
    assert page_of(second).shown[-1].subject == HASSAN
    assert second.isVisible()
    assert first.isVisible()


def test_the_titles_name_a_cell_and_nobody(two: tuple[MainWindow, MainWindow]) -> None:
    page = page_of(two[1])
    page.cell = "B208"
    page.set_title("Hassan, Omar")
    assert [window.windowTitle() for window in two] == ["Mulighet", "B208 – Mulighet"]


def test_with_nobody_chosen_it_asks_who(windows: Windows, settle: Settle) -> None:
    (first,) = windows.all
    press(first, KEY.Key_N, CTRL | SHIFT)
    settle()
    assert first.search.palette.isVisible()
    QTest.keyClicks(QApplication.focusWidget(), "berg")
    press(first, KEY.Key_Return, Qt.KeyboardModifier.NoModifier)
    settle()
    assert page_of(windows.all[1]).shown[-1].subject == BERG


def test_keys_menus_and_palette_are_each_windows_own(
    two: tuple[MainWindow, MainWindow],
) -> None:
    first, second = two
    second.activateWindow()
    press(second, KEY.Key_2)
    assert page_of(second).title == "Celleblokk B"
    press(second, KEY.Key_K)
    assert second.search.palette.isVisible()
    assert not first.search.palette.isVisible()
    assert [action.text() for action in second.menuBar().actions()] == [
        action.text() for action in first.menuBar().actions()
    ]


def test_the_zoom_is_the_same_in_both(two: tuple[MainWindow, MainWindow], look: Theme) -> None:
    first, second = two
    press(second, KEY.Key_Plus)
    assert look.zoom > 100
    for window in (first, second):
        names = [button.accessibleName() for button in window.findChildren(QPushButton)]
        assert f"Størrelse: {look.zoom} %" in names


def test_both_show_what_another_saved(
    two: tuple[MainWindow, MainWindow], office: MadeUpOffice, qtbot: QtBot
) -> None:
    before = [page_of(window).reloads for window in two]
    office.counters[Topic.INMATES] += 1
    two[0].watch.poke()
    qtbot.waitUntil(
        lambda: all(
            page_of(window).reloads > count for window, count in zip(two, before, strict=True)
        )
    )
    assert two[0].watch is two[1].watch


def test_locking_one_locks_all_and_is_logged_once(
    two: tuple[MainWindow, MainWindow], office: MadeUpOffice, settle: Settle
) -> None:
    press(two[1], KEY.Key_L)
    settle()
    for window in two:
        assert window.locking.is_locked
        assert window.isVisible()
        assert not window.frame.isVisible()
        texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
        assert "Skjermen er låst" in texts
    assert office.calls.count("lock") == 1


def test_the_password_in_one_opens_all_as_they_were(
    two: tuple[MainWindow, MainWindow], office: MadeUpOffice, settle: Settle
) -> None:
    first, second = two
    second.write_conversation(HASSAN)
    panel = second.frame.panel.content
    page_of(first).button.setFocus()
    press(first, KEY.Key_L)
    settle()
    field = lock_of(first).findChild(QLineEdit)
    field.setText(PASSWORD)
    field.returnPressed.emit()
    settle()
    for window in two:
        assert not window.locking.is_locked
        assert window.frame.isVisible()
        assert window.registry["palette"].isEnabled()
    assert second.frame.panel.content is panel
    assert first.focusWidget() is page_of(first).button
    assert second.focusWidget() is panel.first_focus()
    assert office.calls.count("unlock") == 1


def test_nobody_at_one_window_is_there_for_neither(
    two: tuple[MainWindow, MainWindow],
) -> None:
    two[0].locking.idle.idle.emit()
    assert all(window.locking.is_locked for window in two)


def test_whoever_is_busy_in_one_window_is_there_for_all(
    two: tuple[MainWindow, MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = two
    timers = []
    for window in two:
        timer = Mock()
        timer.isActive.return_value = True
        monkeypatch.setattr(window.locking.idle, "_timer", timer)
        timers.append(timer)
    press(second, KEY.Key_A, Qt.KeyboardModifier.NoModifier)
    press(first, KEY.Key_A, Qt.KeyboardModifier.NoModifier)
    assert [timer.start.call_count for timer in timers] == [2, 2]


def test_the_lock_key_works_over_a_question(
    two: tuple[MainWindow, MainWindow], qtbot: QtBot
) -> None:
    question = QDialog(two[0])
    question.setModal(True)
    question.show()
    qtbot.waitExposed(question)
    two[0].locking.idle.watch(question.windowHandle())
    QTest.keyClick(question.windowHandle(), KEY.Key_L, CTRL)
    assert all(window.locking.is_locked for window in two)
    assert not question.isVisible()
    assert question.result() == QDialog.DialogCode.Rejected


def test_a_question_over_which_is_locked_is_answered_safely(
    two: tuple[MainWindow, MainWindow],
) -> None:
    def lock() -> None:
        question = QApplication.activeModalWidget()
        assert question is not None
        two[0].locking.idle.watch(question.windowHandle())
        QTest.keyClick(question.windowHandle(), KEY.Key_L, CTRL)

    QTimer.singleShot(0, lock)
    asked = Question("Gjøre versjonen ferdig?", "Da kan den ikke endres.", ("Ja", "Fortsett"))
    assert ask(two[1], asked) == 1
    assert all(window.locking.is_locked for window in two)


def test_closing_one_leaves_the_other(
    windows: Windows, two: tuple[MainWindow, MainWindow], qtbot: QtBot
) -> None:
    first, second = two
    with qtbot.assertNotEmitted(windows.closed):
        first.close()
    assert windows.all == (second,)
    assert windows.front is second
    page_of(second).chosen = BERG
    press(second, KEY.Key_N, CTRL | SHIFT)
    assert len(windows.all) == 2
    with qtbot.waitSignal(windows.closed):
        windows.close()


def test_leaving_closes_all(
    windows: Windows, two: tuple[MainWindow, MainWindow], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(windows.closed):
        press(two[1], KEY.Key_Q)
    assert windows.all == ()


def test_another_officer_is_asked_for_from_any_window(
    windows: Windows, two: tuple[MainWindow, MainWindow], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(windows.sign_out_asked):
        two[1].registry["change_officer"].trigger()
