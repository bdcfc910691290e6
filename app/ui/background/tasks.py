"""Work away from the window's thread: one writes, three read, one keeps drafts.

One permanent bridge with one queued signal carries every answer back. A task is plain Python: a
QObject for each task, dropped when the task is done, crashes Qt.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from enum import StrEnum
from functools import partial
from threading import Lock
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.foundation.progress import Cancelled, Progress

T = TypeVar("T")

_READERS = 3
_QUEUED = Qt.ConnectionType.QueuedConnection


class Lane(StrEnum):
    """Which queue a task waits in. What is written keeps its order.

    Drafts have a lane of their own: they are on the disk in time while an import fills the other.
    """

    READ = "read"
    WRITE = "write"
    KEEP = "keep"


class Task(Generic[T]):
    """One piece of work, and who hears of it. Nobody is called once ``owner`` is gone.

    Set ``progressed`` and ``cancelled`` before the task is run. ``title`` is what the list of jobs
    calls it; without one it is not shown there. ``done`` of ``total`` is how far it has come.
    """

    def __init__(
        self,
        owner: QObject,
        work: Callable[[Progress], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        title: str = "",
    ) -> None:
        self.owner = owner
        self.work = work
        self.then = then
        self.failed = failed
        self.title = title
        self.progressed: Callable[[int, int], None] | None = None
        self.cancelled: Callable[[], None] | None = None
        self.done = 0
        self.total = 0
        self.progress = Progress(self._note)
        self._tell: Callable[[], None] | None = None
        self._news = Lock()
        self._told = False

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self.progress.cancel()

    def on_progress(self, tell: Callable[[], None]) -> None:
        """Call ``tell``, in the working thread, when there is progress nobody was told of."""
        self._tell = tell

    def heard(self) -> None:
        """Note that the progress so far has been taken in."""
        with self._news:
            self._told = False

    def _note(self, done: int, total: int) -> None:
        # However often work reports, at most one call waits in the window's queue.
        with self._news:
            self.done, self.total = done, total
            told, self._told = self._told, True
        if not told and self._tell is not None:
            self._tell()


AnyTask = Task[Any]


class _Bridge(QObject):
    """Lives in the window's thread as long as the program; calls what the lanes hand it."""

    called = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.called.connect(self._call, _QUEUED)

    @Slot(object)
    def _call(self, call: Callable[[], None]) -> None:
        call()


class Tasks:
    """Runs tasks in their lanes; every answer and all progress arrive in the window's thread.

    ``unexpected`` is called with a fault that a task has no ``failed`` for; without one the fault
    is raised in the window's thread and ends in the crash report.
    """

    def __init__(self, unexpected: Callable[[Exception], None] | None = None) -> None:
        self._unexpected = unexpected or _raise
        self._bridge = _Bridge()
        self._lanes = {
            Lane.READ: ThreadPoolExecutor(_READERS, "read"),
            Lane.WRITE: ThreadPoolExecutor(1, "write"),
            Lane.KEEP: ThreadPoolExecutor(1, "keep"),
        }
        self._waiting: dict[AnyTask, tuple[Lane, Future[None]]] = {}
        self._listeners: list[tuple[QObject, Callable[[], None]]] = []
        self._closed = False

    def read(
        self,
        work: Callable[[], T],
        owner: QObject,
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Task[T]:
        """Run work that only reads; ``then`` gets its result."""
        return self.run(Task(owner, _without_progress(work), then, failed))

    def write(
        self,
        work: Callable[[], T],
        owner: QObject,
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Task[T]:
        """Run work that saves, after all that was asked for before it."""
        return self.run(Task(owner, _without_progress(work), then, failed), Lane.WRITE)

    def keep(
        self,
        work: Callable[[], T],
        owner: QObject,
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Task[T]:
        """Run work on the drafts, after all that was asked of them before it."""
        return self.run(Task(owner, _without_progress(work), then, failed), Lane.KEEP)

    def write_last(
        self,
        work: Callable[[], T],
        owner: QObject,
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Task[T]:
        """Run work after every save and every draft that was asked for: closing the office.

        Jobs that read for long, as those that print many papers, are cancelled before.
        """
        drafts_kept = self._lanes[Lane.KEEP].submit(lambda: None)
        ending: list[Future[None]] = []
        for task, (lane, future) in self._waiting.items():
            if task.title and lane is Lane.READ:
                task.cancel()
                ending.append(future)

        def wait_and_work() -> T:
            drafts_kept.result()
            wait(ending)
            return work()

        return self.write(wait_and_work, owner, then, failed)

    def run(self, task: Task[T], lane: Lane = Lane.READ) -> Task[T]:
        """Run a task that reports progress and can be cancelled. After ``close``: do nothing."""
        if self._closed:
            return task
        task.on_progress(partial(self._bridge.called.emit, partial(self._show_progress, task)))
        self._waiting[task] = (lane, self._lanes[lane].submit(self._carry_out, task))
        self._tell_listeners()
        return task

    @property
    def running(self) -> tuple[AnyTask, ...]:
        """Return the tasks that are not done, oldest first."""
        return tuple(self._waiting)

    @property
    def saving(self) -> bool:
        """Tell whether anything waits to be written."""
        return any(lane is Lane.WRITE for lane, _future in self._waiting.values())

    def listen(self, owner: QObject, changed: Callable[[], None]) -> None:
        """Call ``changed`` whenever ``running`` or its progress is another, while owner lives."""
        self._listeners.append((owner, changed))

    def close(self) -> None:
        """Stop reading, let every save and draft that was asked for end, and take no more."""
        self._closed = True
        for task, (lane, future) in self._waiting.items():
            if lane is Lane.READ and not future.cancel():
                task.cancel()
        self._lanes[Lane.WRITE].shutdown(wait=True)
        self._lanes[Lane.KEEP].shutdown(wait=True)
        self._lanes[Lane.READ].shutdown(wait=True, cancel_futures=True)
        self._waiting.clear()

    def _carry_out(self, task: AnyTask) -> None:
        answer: Callable[[], None] | None = None
        try:
            result = task.work(task.progress)
        except Cancelled:
            answer = task.cancelled
        except Exception as fault:  # noqa: BLE001 - it is handed on to the window's thread
            answer = partial(task.failed or self._unexpected, fault)
        else:
            if task.then is not None:
                answer = partial(task.then, result)
        self._bridge.called.emit(partial(self._arrive, task, answer))

    def _arrive(self, task: AnyTask, answer: Callable[[], None] | None) -> None:
        self._waiting.pop(task, None)
        self._tell_listeners()
        if answer is not None and shiboken6.isValid(task.owner):
            answer()

    def _show_progress(self, task: AnyTask) -> None:
        task.heard()
        self._tell_listeners()
        if task.progressed is not None and shiboken6.isValid(task.owner):
            task.progressed(task.done, task.total)

    def _tell_listeners(self) -> None:
        self._listeners = [pair for pair in self._listeners if shiboken6.isValid(pair[0])]
        for _owner, changed in self._listeners:
            changed()


def _without_progress(work: Callable[[], T]) -> Callable[[Progress], T]:
    return lambda _progress: work()


def _raise(fault: Exception) -> None:
    raise fault
