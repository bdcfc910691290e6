"""Stand-ins: tasks that run at once or when the test says so, and a view that remembers."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.cell_choices import UnitChoice
from app.domain.conversations import ConversationKind
from app.domain.read_models import ConversationLine, OpenStep, Peek
from tests.ui.cell_blocks.made_up import TODAY, block_b


class HeldTasks:
    """Runs work in the test's thread; with ``hold`` set, only when it is released."""

    def __init__(self) -> None:
        self.hold = False
        self.waiting: list[Callable[[], None]] = []
        self.reads = 0
        self.writes = 0

    def read(self, work, owner, then, failed=None) -> None:
        self.reads += 1
        self._take(work, then, failed)

    def write(self, work, owner, then, failed=None) -> None:
        self.writes += 1
        self._take(work, then, failed)

    def keep(self, work, owner, then=None, failed=None) -> None:
        self._take(work, then or (lambda _answer: None), failed)

    def _take(self, work, then, failed) -> None:
        def run() -> None:
            try:
                result = work()
            except Exception as error:
                if failed is None:
                    raise
                failed(error)
                return
            then(result)

        if self.hold:
            self.waiting.append(run)
        else:
            run()

    def release(self, *, newest_first: bool = False) -> None:
        waiting, self.waiting = self.waiting, []
        for run in reversed(waiting) if newest_first else waiting:
            run()


class Remembering:
    """Takes every call and keeps its name and arguments, newest last."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        def take(*args: Any, **named: Any) -> None:
            self.calls.append((name, args, named))

        return take

    @property
    def names(self) -> list[str]:
        return [name for name, _args, _named in self.calls]

    def last(self, name: str) -> Any:
        """Return the only argument of the newest call of that name."""
        return next(args[0] for called, args, _named in reversed(self.calls) if called == name)


class Core:
    """What the use cases answer, and what they were asked."""

    def __init__(self) -> None:
        self.overview = block_b()
        self.error: Exception | None = None
        self.asked: list[tuple[str | None, bool]] = []
        self.peeked: list[tuple[UUID, bool]] = []

    def read(self, office, unit=None, *, refresh=False):
        self.asked.append((unit, refresh))
        if self.error is not None:
            raise self.error
        return self.overview

    def units(self, office):
        return (UnitChoice("B", "B"), UnitChoice("C", "C"))

    def peek(self, office, inmate_id, *, refresh=False):
        self.peeked.append((inmate_id, refresh))
        line = next(line for line in self.overview.inmates if line.id == inmate_id)
        last = ConversationLine(
            id=UUID(int=9),
            inmate_id=inmate_id,
            version=1,
            kind=ConversationKind.CONTACT_OFFICER,
            is_conversation=True,
            occurred_at=line.last_conversation_at,
            written_at=line.last_conversation_at,
            author_id=None,
            author="Arne Rønning",
            text="Vil søke om plass på sveisekurset.",
            minutes=20,
            place="",
            interpreter_used=False,
            next_on=None,
            correction_reason="",
        )
        steps = (
            OpenStep(UUID(int=1), "Arbeid", "Søknad til sveisekurs", TODAY, False),
            OpenStep(UUID(int=2), "Økonomi", "Ringe NAV om gjeld", date(2026, 11, 18), True),
        )
        return Peek(line, last, steps, date(2028, 6, 20))
