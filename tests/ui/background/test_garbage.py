"""Garbage is found on the window's thread, whoever makes the objects that call for a search."""

import gc
import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.ui.background.garbage import GarbageCollection
from app.ui.background.tasks import Tasks

MANY = 200_000


class Knot:
    """Refers to itself, so that only a search for garbage ends it; tells which thread did."""

    def __init__(self, ended_on: list[int]) -> None:
        self.itself = self
        self.ended_on = ended_on

    def __del__(self) -> None:
        self.ended_on.append(threading.get_ident())


@pytest.fixture
def collection() -> Iterator[GarbageCollection]:
    collection = GarbageCollection()
    yield collection
    collection.stop()
    gc.disable()


def make_much(tasks: Tasks, settle: Callable[[], None], owner: GarbageCollection) -> list[object]:
    made: list[object] = []
    tasks.read(lambda: [[number] for number in range(MANY)], owner, made.append)
    settle()
    return made


def test_a_task_that_makes_much_ends_no_widget(
    collection: GarbageCollection, tasks: Tasks, settle: Callable[[], None], qtbot: QtBot
) -> None:
    ended_on: list[int] = []
    Knot(ended_on)
    made = make_much(tasks, settle, collection)
    qtbot.waitUntil(lambda: bool(ended_on))
    assert set(ended_on) == {threading.get_ident()}
    assert made


def test_pythons_own_search_is_caught_in_the_act(
    collection: GarbageCollection, tasks: Tasks, settle: Callable[[], None]
) -> None:
    collection.stop()
    ended_on: list[int] = []
    Knot(ended_on)
    make_much(tasks, settle, collection)
    assert ended_on
    assert set(ended_on) != {threading.get_ident()}


def test_nothing_is_looked_for_before_the_program_is_read_in(qapp: object) -> None:
    ready: list[bool] = []
    ended_on: list[int] = []
    collection = GarbageCollection(ready=lambda: bool(ready))
    Knot(ended_on)
    objects = [[number] for number in range(MANY)]
    collection.look()
    assert ended_on == []
    ready.append(True)
    collection.look()
    assert len(ended_on) == 1
    assert objects
    collection.stop()
    gc.disable()
