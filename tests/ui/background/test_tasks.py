import gc
from collections.abc import Callable
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.foundation.progress import Progress
from app.ui.background.tasks import Lane, Task, Tasks

Settle = Callable[[], None]


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()


def test_work_is_done_elsewhere_and_answered_here(
    tasks: Tasks, owner: QObject, settle: Settle
) -> None:
    threads = []
    answers = []

    def work() -> int:
        threads.append(current_thread())
        return 42

    tasks.read(work, owner, lambda answer: answers.append((answer, current_thread())))
    settle()
    assert threads[0] is not main_thread()
    assert answers == [(42, main_thread())]


def test_a_fault_comes_to_the_one_who_asked(tasks: Tasks, owner: QObject, settle: Settle) -> None:
    faults: list[Exception] = []

    def work() -> None:
        raise ValueError("gal")

    tasks.read(work, owner, None, faults.append)
    settle()
    assert [str(fault) for fault in faults] == ["gal"]


def test_a_fault_nobody_takes_is_told(qapp: object, owner: QObject, qtbot: QtBot) -> None:
    told: list[Exception] = []
    tasks = Tasks(told.append)

    def work() -> None:
        raise ValueError("gal")

    tasks.read(work, owner)
    qtbot.waitUntil(lambda: bool(told))
    tasks.close()


def test_what_is_written_keeps_its_order(tasks: Tasks, owner: QObject, settle: Settle) -> None:
    written: list[int] = []
    for number in range(100):
        tasks.write(lambda number=number: written.append(number), owner)
    settle()
    assert written == list(range(100))


def test_a_closed_screen_hears_nothing(tasks: Tasks, settle: Settle) -> None:
    begun, go_on = Event(), Event()
    heard: list[object] = []
    screen = QWidget()

    def work() -> int:
        begun.set()
        go_on.wait()
        return 1

    tasks.read(work, screen, heard.append)
    begun.wait()
    screen.deleteLater()
    del screen
    gc.collect()
    go_on.set()
    settle()
    assert heard == []


def test_drafts_do_not_wait_for_a_long_save(tasks: Tasks, owner: QObject, qtbot: QtBot) -> None:
    go_on = Event()
    kept: list[object] = []
    tasks.write(go_on.wait, owner)
    tasks.keep(lambda: "kladd", owner, kept.append)
    qtbot.waitUntil(lambda: kept == ["kladd"])
    assert tasks.saving
    go_on.set()


def test_the_last_work_waits_for_saves_and_drafts(
    tasks: Tasks, owner: QObject, settle: Settle
) -> None:
    done: list[str] = []
    held = Event()

    def keep() -> None:
        held.wait()
        done.append("kladd")

    tasks.write(lambda: done.append("lagret"), owner)
    tasks.keep(keep, owner)
    tasks.write_last(lambda: done.append("lukket"), owner)
    held.set()
    settle()
    assert done == ["lagret", "kladd", "lukket"]


def test_progress_arrives_here_and_can_be_cancelled(
    tasks: Tasks, owner: QObject, qtbot: QtBot
) -> None:
    seen: list[tuple[int, int]] = []
    ended: list[str] = []
    go_on = Event()

    def work(progress: Progress) -> None:
        progress.step(1, 3)
        go_on.wait()
        progress.step(2, 3)

    task: Task[None] = Task(owner, work, title="Henter inn")
    task.progressed = lambda done, total: seen.append((done, total))
    task.cancelled = lambda: ended.append("avbrutt")
    task.then = lambda _nothing: ended.append("ferdig")
    tasks.run(task, Lane.WRITE)
    qtbot.waitUntil(lambda: seen == [(1, 3)])
    assert tasks.running == (task,)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == ["avbrutt"]


def test_much_progress_does_not_fill_the_queue(
    tasks: Tasks, owner: QObject, settle: Settle
) -> None:
    seen: list[int] = []

    def work(progress: Progress) -> None:
        for number in range(20_000):
            progress.step(number, 20_000)

    task: Task[None] = Task(owner, work)
    task.progressed = lambda done, _total: seen.append(done)
    tasks.run(task)
    settle()
    assert len(seen) < 2_000
    assert seen == sorted(seen)


def test_closing_lets_saves_end_and_stops_the_rest(qapp: object, owner: QObject) -> None:
    tasks = Tasks()
    written: list[int] = []
    for number in range(50):
        tasks.write(lambda number=number: written.append(number), owner)
        tasks.keep(lambda number=number: written.append(-number), owner)
    tasks.close()
    assert len(written) == 100
    tasks.write(lambda: written.append(1), owner)
    assert not tasks.running


def test_closing_stops_what_reports_progress(qapp: object, owner: QObject) -> None:
    tasks = Tasks()
    begun = Event()

    def work(progress: Progress) -> None:
        while True:
            begun.set()
            progress.step(0, 1)

    tasks.run(Task(owner, work))
    begun.wait()
    tasks.close()


def test_listeners_hear_of_every_change_while_they_live(
    tasks: Tasks, owner: QObject, settle: Settle
) -> None:
    heard: list[int] = []
    tasks.listen(owner, lambda: heard.append(len(tasks.running)))
    tasks.read(lambda: 1, owner)
    settle()
    assert heard == [1, 0]


def test_three_thousand_tasks_with_dying_screens(tasks: Tasks, settle: Settle) -> None:
    """What a QObject for each task did not survive, one bridge must."""
    heard: list[int] = []
    screens = [QObject() for _number in range(300)]
    for number in range(3_000):
        tasks.read(lambda number=number: number, screens[number % 300], heard.append)
        if number % 10 == 9 and len(screens) > 150:
            screens[number % 300].deleteLater()
            screens[number % 300] = QObject()
    settle()
    assert 0 < len(heard) <= 3_000
