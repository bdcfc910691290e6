"""The main window as the officer gets it, on a small prison: names, keys, and the way round."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.inmates import InmateFacts, LegalStatus
from app.ui.actions.entries import ENTRIES
from app.ui.appearance.theme import Theme
from app.ui.background.tasks import Tasks
from app.ui.shell.history import Stop
from app.ui.shell.opening import open_window
from app.ui.shell.window import MainWindow
from app.use_cases.inmates import add_inmate
from app.use_cases.office import Office

MOST_STOPS = 120


@pytest.fixture
def inmate_id(embedded_office: Office) -> object:
    facts = InmateFacts(
        family_name="Hassan",
        given_name="Omar",
        prison_number="70041",
        legal_status=LegalStatus.CONVICTED,
    )
    return add_inmate(embedded_office, facts, None, embedded_office.officer.id).id


@pytest.fixture
def window(
    look: Theme, embedded_office: Office, inmate_id: object, tasks: Tasks, qtbot: QtBot
) -> Iterator[MainWindow]:
    window = open_window(embedded_office, tasks)
    qtbot.addWidget(window)
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(lambda: not tasks.running, timeout=20_000)
    yield window
    window.watch.stop()
    window.locking.idle.stop()
    window.close()


def stops(inmate_id: object) -> list[Stop]:
    return [
        Stop("cell_blocks"),
        Stop("inmate"),
        Stop("inmate", inmate_id),
        Stop("inmate", inmate_id, "plan"),
        Stop("search"),
        Stop("documents", inmate_id),
        Stop("unit_plans", "B"),
        Stop("administration"),
        Stop("settings"),
    ]


def go(window: MainWindow, stop: Stop, settle: Callable[[], None]) -> None:
    window.navigator.go(stop)
    settle()
    QApplication.processEvents()
    settle()


def test_nothing_that_takes_the_focus_is_nameless(
    window: MainWindow, inmate_id: object, settle: Callable[[], None]
) -> None:
    nameless: list[str] = []
    for stop in stops(inmate_id):
        go(window, stop, settle)
        nameless += [
            f"{stop.page} {stop.part}: {type(part).__name__}"
            for part in window.findChildren(QWidget)
            if part.isVisible()
            and part.focusPolicy() != Qt.FocusPolicy.NoFocus
            and not part.accessibleName()
            and part.focusProxy() is None
        ]
    assert sorted(set(nameless)) == []


@pytest.mark.parametrize("number", range(8))
def test_tab_gets_round_every_page(
    window: MainWindow, inmate_id: object, settle: Callable[[], None], number: int
) -> None:
    go(window, stops(inmate_id)[number], settle)
    order: list[QWidget] = []
    while len(order) < MOST_STOPS:
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in order:
            break
        order.append(focus)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    round_trip = order[order.index(QApplication.focusWidget()) :]
    for part in (window.frame.navigation, window.frame.header, window.frame.status):
        assert any(part.isAncestorOf(focus) for focus in round_trip)
    page = window.frame.page
    assert page is not None
    assert any(page.isAncestorOf(focus) for focus in round_trip)
    assert [
        f"{type(focus).__name__} {focus.accessibleName()}"
        for focus in order
        if focus not in round_trip
    ] == []


def test_no_key_means_two_things_on_any_page(
    window: MainWindow, inmate_id: object, settle: Callable[[], None]
) -> None:
    """A key of a page may repeat one of the window's only where it takes its place."""
    everywhere = {
        key.toString() for action in window.registry.everywhere() for key in action.shortcuts()
    }
    known = {QKeySequence(key).toString() for entry in ENTRIES for key in entry.keys}
    for stop in stops(inmate_id):
        go(window, stop, settle)
        page = window.frame.page
        assert page is not None
        local = [key for action in page.findChildren(QAction) for key in action.shortcuts()]
        local += [shortcut.key() for shortcut in page.findChildren(QShortcut)]
        texts = [QKeySequence(key).toString() for key in local]
        assert sorted(set(texts) & everywhere) == [], stop
        assert sorted(text for text in set(texts) - known if text) == [], stop


def test_the_lock_leaves_no_name_on_the_screen(
    window: MainWindow, inmate_id: object, settle: Callable[[], None]
) -> None:
    go(window, Stop("inmate", inmate_id), settle)
    window.locking.lock()
    settle()
    visible = [part for part in window.findChildren(QWidget) if part.isVisible()]
    told = [f"{part.accessibleName()} {part.property('text') or ''}" for part in visible]
    assert not any("Hassan" in text for text in told)


def test_the_title_of_a_persons_window_is_the_cell_alone(
    window: MainWindow, inmate_id: object, settle: Callable[[], None]
) -> None:
    go(window, Stop("inmate", inmate_id), settle)
    assert window.windowTitle() == "Innsatt – Mulighet"
    go(window, Stop("cell_blocks"), settle)
    assert window.windowTitle() == "Mulighet"
