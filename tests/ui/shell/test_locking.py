from collections.abc import Callable
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import DatabaseUnavailable
from app.domain.thresholds import USUAL_LOCK
from app.ui.shell.lock import LockView
from app.ui.shell.window import MainWindow
from app.ui.widgets.page import Notice
from tests.ui.shell.conftest import HASSAN, PASSWORD, MadeUpOffice, MadeUpPage, MadeUpWriter

Settle = Callable[[], None]
InFront = Callable[[], MadeUpPage]


def lock(window: MainWindow) -> LockView:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    view = window.findChild(LockView)
    assert isinstance(view, LockView)
    return view


def type_password(view: LockView, password: str) -> None:
    view.findChild(QLineEdit).setText(password)
    view.findChild(QLineEdit).returnPressed.emit()


def test_the_lock_hides_everything(
    window: MainWindow, page: InFront, office: MadeUpOffice, settle: Settle
) -> None:
    page().set_title("Hassan, Omar")
    page().notice.emit(Notice("Samtalen med Omar er lagret."))
    window.search.open()
    settle()
    view = lock(window)
    settle()
    assert window.locking.is_locked
    shown = [part for part in window.findChildren(QWidget) if part.isVisible()]
    allowed = {view, *view.findChildren(QWidget), window.centralWidget()}
    assert [part for part in shown if part not in allowed] == []
    texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert not any("Hassan" in text or "Omar" in text for text in texts)
    assert "lock" in office.calls


def test_nothing_is_done_by_key_while_locked(window: MainWindow, page: InFront) -> None:
    before = page()
    lock(window)
    for key in (Qt.Key.Key_3, Qt.Key.Key_N, Qt.Key.Key_K, Qt.Key.Key_P):
        QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert page() is before
    assert window.frame.panel.content is None
    assert window.search.palette.isHidden()


def test_tab_stays_on_the_lock(window: MainWindow) -> None:
    view = lock(window)
    for _number in range(12):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert view.isAncestorOf(focus)
        assert focus.accessibleName()


def test_the_right_password_brings_all_back_as_it_was(
    window: MainWindow, page: InFront, writer: MadeUpWriter, settle: Settle, qtbot: QtBot
) -> None:
    window.write_conversation(HASSAN)
    panel = writer.panels[0]
    panel.box.setText("Vil søke om plass")
    qtbot.waitUntil(panel.box.hasFocus)
    view = lock(window)
    assert panel.kept == 1
    type_password(view, PASSWORD)
    settle()
    assert not window.locking.is_locked
    assert window.menuBar().isVisible()
    assert panel.box.text() == "Vil søke om plass"
    qtbot.waitUntil(panel.box.hasFocus)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert page().title == "Innsatt"


@pytest.mark.parametrize(
    ("fault", "told"),
    [(None, "Passordet er feil."), (DatabaseUnavailable("Vi fikk ikke kontakt."), "DB-02")],
)
def test_the_lock_stays_and_says_why(
    window: MainWindow, office: MadeUpOffice, settle: Settle, fault: Exception | None, told: str
) -> None:
    view = lock(window)
    settle()
    office.fault = fault
    type_password(view, "feil")
    settle()
    assert window.locking.is_locked
    assert any(told in label.text() for label in view.findChildren(QLabel))
    assert view.findChild(QLineEdit).text() == ""


def test_an_empty_password_is_not_tried(
    window: MainWindow, office: MadeUpOffice, settle: Settle
) -> None:
    view = lock(window)
    type_password(view, "")
    settle()
    assert "unlock" not in office.calls


def test_a_lost_network_does_not_keep_the_screen_open(
    window: MainWindow, office: MadeUpOffice, settle: Settle
) -> None:
    office.fault = DatabaseUnavailable("borte")
    lock(window)
    settle()
    assert window.locking.is_locked


def test_a_fault_while_unlocking_keeps_the_lock(
    window: MainWindow, office: MadeUpOffice, settle: Settle, qtbot: QtBot
) -> None:
    view = lock(window)
    settle()
    office.fault = KeyError("feil")
    with qtbot.captureExceptions() as faults:
        type_password(view, PASSWORD)
        settle()
    assert len(faults) == 1
    assert window.locking.is_locked


def test_questions_are_answered_safely_and_other_windows_hidden(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    dialog, other, menu = QDialog(window), QWidget(), QMenu()
    for widget in (dialog, other):
        qtbot.addWidget(widget)
        widget.show()
    menu.addAction("Hassan, Omar")
    menu.popup(window.pos())
    view = lock(window) if window.registry["lock"].trigger() is None else None
    assert view is not None
    assert not menu.isVisible()
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not other.isVisible()
    type_password(view, PASSWORD)
    settle()
    assert other.isVisible()
    assert not dialog.isVisible()


def test_another_officer_may_sign_in_from_the_lock(window: MainWindow, qtbot: QtBot) -> None:
    view = lock(window)
    change = next(
        button for button in view.findChildren(QPushButton) if button.text() == "Bytt bruker"
    )
    with qtbot.waitSignal(window.sign_out_asked):
        change.click()


def test_the_idle_time_is_two_minutes() -> None:
    assert USUAL_LOCK == 120


def test_nobody_there_locks(window: MainWindow) -> None:
    window.locking.idle.idle.emit()
    assert window.locking.is_locked


@pytest.fixture
def timer(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Mock:
    timer = Mock()
    timer.isActive.return_value = True
    monkeypatch.setattr(window.locking.idle, "_timer", timer)
    return timer


def test_signs_of_life_begin_the_time_anew(window: MainWindow, timer: Mock) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert timer.start.call_count == 1
    QTest.mouseMove(window.windowHandle(), QPoint(300, 300))
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
    assert timer.start.call_count > 1


def test_painting_is_no_sign_of_life(window: MainWindow, timer: Mock) -> None:
    QApplication.sendEvent(window.windowHandle(), QEvent(QEvent.Type.UpdateRequest))
    assert timer.start.call_count == 0


def test_a_locked_screen_counts_no_longer(window: MainWindow, timer: Mock) -> None:
    timer.isActive.return_value = False
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert timer.start.call_count == 0


def test_new_windows_are_watched_when_they_have_the_keyboard(
    window: MainWindow, timer: Mock, qtbot: QtBot
) -> None:
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    window.locking.idle.watch(other.windowHandle())
    QTest.keyClick(other.windowHandle(), Qt.Key.Key_A)
    assert timer.start.call_count == 1
    window.locking.idle.watch(None)
