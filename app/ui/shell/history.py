"""Where the officer has been: Alt+← and Alt+→."""

from dataclasses import dataclass
from uuid import UUID

_LONGEST = 50


@dataclass(frozen=True, slots=True)
class Stop:
    """One place: a page, what it showed, which part of it (``plan`` of a person), which record.

    ``items`` are the records chosen to be printed.
    """

    page: str
    subject: UUID | str | None = None
    part: str = ""
    record: UUID | None = None
    items: tuple[UUID, ...] = ()


class History:
    """A line of stops with the present one somewhere in it."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._here = -1

    @property
    def here(self) -> Stop | None:
        """Return the present stop."""
        return self._stops[self._here] if self._stops else None

    def visit(self, stop: Stop) -> None:
        """Go somewhere new; what lay ahead is forgotten."""
        if stop == self.here:
            return
        self._stops = [*self._stops[: self._here + 1], stop][-_LONGEST:]
        self._here = len(self._stops) - 1

    def step(self, by: int) -> Stop | None:
        """Go back (-1) or forward (1); None when there is nothing there."""
        there = self._here + by
        if not 0 <= there < len(self._stops):
            return None
        self._here = there
        return self.here
