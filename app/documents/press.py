"""Draws many papers in processes of their own, so that both cores draw and the window is free.

The processes are started anew and hold nothing but what they draw. One that dies or does not
answer is an error within seconds, never a wait without end.
"""

import json
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import wait
from time import monotonic, sleep
from types import TracebackType
from typing import Self

from app.documents.drawing import Rendered
from app.documents.frozen import FrozenDocument
from app.documents.press_worker import ADD, BEGIN, DRAW, DRAWN, FAILED, FINISH, serve, unpacked
from app.domain.errors import PaperNotDrawn
from app.foundation.translation import _

WORKERS = 2

# One paper is drawn in milliseconds; the longest text there may be takes a few seconds.
_PATIENCE = 20.0
_STARTING = 60.0
_BETWEEN_LOOKS = 0.05
# So many wait for each process that none is idle while the others are kept and saved.
_AHEAD = 40
# With more than so many under way a process does not run dry while this one sleeps.
_PLENTY = 20
# A pipe holds a few papers only: to sleep longer would keep them back.
_NAP = 0.01

Check = Callable[[], object]


class _Worker:
    """One process. What it is sent is answered in the same order."""

    def __init__(self) -> None:
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), daemon=True)
        with _deaf_to_interrupts():
            self._process.start()
        theirs.close()
        self.waiting: deque[int] = deque()
        self._patience_ends = monotonic() + _STARTING

    def send(self, number: int, message: bytes) -> None:
        """Send a message, whose answer is known by its number."""
        try:
            self.pipe.send_bytes(message)
        except OSError as gone:
            raise _not_drawn() from gone
        self.waiting.append(number)

    def take(self) -> tuple[int, bytes]:
        """Return the oldest answer with its number."""
        try:
            answer = self.pipe.recv_bytes()
        except (EOFError, OSError) as gone:
            raise _not_drawn() from gone
        if answer[:1] == FAILED:
            raise _not_drawn()
        self._patience_ends = monotonic() + _PATIENCE
        return self.waiting.popleft(), answer

    def take_all(self) -> Iterator[tuple[int, bytes]]:
        """Yield every answer that is there."""
        while self.waiting and self.pipe.poll():
            yield self.take()

    def look(self) -> None:
        """Raise an error if the process is late."""
        if self.waiting and monotonic() > self._patience_ends:
            raise _not_drawn()

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self.pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()


class Press:
    """Some processes that draw papers. Leaving the ``with`` block ends them."""

    def __init__(self, workers: int = WORKERS) -> None:
        self._workers = [_Worker() for _number in range(workers)]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the processes, whatever they are doing."""
        workers, self._workers = self._workers, []
        for worker in workers:
            worker.stop()

    def start(self) -> None:
        """Start one more process; it gets ready while this one goes on."""
        self._workers.append(_Worker())

    @property
    def size(self) -> int:
        """Return how many processes there are."""
        return len(self._workers)

    @property
    def has_room(self) -> bool:
        """Tell whether another paper should be sent before one is waited for."""
        return any(len(worker.waiting) < _AHEAD for worker in self._workers)

    @property
    def is_busy(self) -> bool:
        """Tell whether there is anything to wait for."""
        return any(worker.waiting for worker in self._workers)

    def draw(self, number: int, document: FrozenDocument) -> None:
        """Send a document to be drawn; its answer is known by the number.

        Raises:
            PaperNotDrawn: the process has died.
        """
        worker = min(self._workers, key=lambda each: len(each.waiting))
        worker.send(number, DRAW + document.canonical())

    def finished(self, check: Check) -> list[tuple[int, Rendered]]:
        """Wait until something is drawn, and return all that is; ``check`` may raise meanwhile.

        Raises:
            PaperNotDrawn: a process has died, does not answer, or cannot draw a paper.
        """
        return [
            (number, unpacked(answer[1:]))
            for number, answer in self._answers(check)
            if answer[:1] == DRAWN
        ]

    def combine(self, head: tuple[str, str, str]) -> None:
        """Begin one file of many documents: its language, its title, when it was frozen."""
        self._workers[0].send(0, BEGIN + json.dumps(head).encode())

    def add(self, document: FrozenDocument, bookmark: str, check: Check) -> None:
        """Add a document to the combined file, behind the others."""
        while len(self._workers[0].waiting) >= _AHEAD:
            self._answers(check)
        message = json.dumps([bookmark, document.canonical().decode()])
        self._workers[0].send(0, ADD + message.encode())

    def combined(self, check: Check) -> Rendered:
        """Finish the combined file and return it."""
        self._workers[0].send(0, FINISH)
        while True:
            for _number, answer in self._answers(check):
                if answer[:1] == DRAWN:
                    return unpacked(answer[1:])

    def _answers(self, check: Check) -> list[tuple[int, bytes]]:
        pipes: dict[object, _Worker] = {
            worker.pipe: worker for worker in self._workers if worker.waiting
        }
        if pipes and all(len(worker.waiting) > _PLENTY for worker in pipes.values()):
            # To be woken for each paper would take a core from those that draw.
            sleep(_NAP)
        while True:
            check()
            ready = wait([worker.pipe for worker in pipes.values()], _BETWEEN_LOOKS)
            if ready:
                return [answer for pipe in ready for answer in pipes[pipe].take_all()]
            for worker in pipes.values():
                worker.look()


def _not_drawn() -> PaperNotDrawn:
    return PaperNotDrawn(
        _("Et dokument lot seg ikke tegne. Prøv igjen, eller skriv ut planene én om gangen.")
    )


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Start a process that Ctrl+C does not reach: it is for this one to end the others."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
