from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import DatabaseUnavailable
from app.domain.topics import Topic
from app.ui.background.change_watch import ChangeWatch
from app.ui.background.tasks import Tasks

Settle = Callable[[], None]


class Counters:
    def __init__(self) -> None:
        self.now = dict.fromkeys(Topic, 0)
        self.fault: Exception | None = None
        self.asked = 0

    def __call__(self) -> dict[Topic, int]:
        self.asked += 1
        if self.fault is not None:
            raise self.fault
        return dict(self.now)


@pytest.fixture
def counters() -> Counters:
    return Counters()


@pytest.fixture
def watch(tasks: Tasks, counters: Counters, settle: Settle) -> Iterator[ChangeWatch]:
    watch = ChangeWatch(tasks, counters)
    watch.start()
    settle()
    yield watch
    watch.stop()


def test_the_first_look_tells_nothing(watch: ChangeWatch, counters: Counters) -> None:
    assert counters.asked == 1


def test_an_own_save_is_seen_at_once(watch: ChangeWatch, counters: Counters, qtbot: QtBot) -> None:
    counters.now[Topic.CONVERSATIONS] += 1
    with qtbot.waitSignal(watch.changed, timeout=500) as changed:
        watch.poke()
    assert changed.args == [frozenset({Topic.CONVERSATIONS})]


def test_what_others_save_is_seen_within_two_seconds(
    watch: ChangeWatch, counters: Counters, qtbot: QtBot
) -> None:
    counters.now[Topic.PLACES] += 1
    with qtbot.waitSignal(watch.changed, timeout=2000) as changed:
        pass
    assert changed.args == [frozenset({Topic.PLACES})]


def test_pokes_while_it_looks_are_one_more_look(
    watch: ChangeWatch, counters: Counters, settle: Settle
) -> None:
    for _number in range(5):
        watch.poke()
    settle()
    assert counters.asked == 3


def test_a_lost_database_is_told_once_and_found_again(
    watch: ChangeWatch, counters: Counters, settle: Settle
) -> None:
    told: list[str] = []
    watch.lost.connect(lambda: told.append("borte"))
    watch.found.connect(lambda: told.append("der"))
    counters.fault = DatabaseUnavailable("borte")
    watch.poke()
    settle()
    watch.poke()
    settle()
    counters.fault = None
    watch.poke()
    settle()
    assert told == ["borte", "der"]


def test_changes_while_it_was_lost_are_told(
    watch: ChangeWatch, counters: Counters, settle: Settle, qtbot: QtBot
) -> None:
    counters.fault = DatabaseUnavailable("borte")
    watch.poke()
    settle()
    counters.now[Topic.PLANS] += 1
    counters.fault = None
    with qtbot.waitSignal(watch.changed, timeout=500) as changed:
        watch.poke()
    assert changed.args == [frozenset({Topic.PLANS})]


def test_a_fault_of_ours_is_not_hidden(
    watch: ChangeWatch, counters: Counters, settle: Settle, qtbot: QtBot
) -> None:
    counters.fault = KeyError("feil")
    with qtbot.captureExceptions() as faults:
        watch.poke()
        settle()
    assert [kind for kind, *_rest in faults] == [KeyError]
