"""Whom and what the officer has been at lately. In memory alone: it names people."""

from collections.abc import Iterable, Sequence
from typing import TypeVar
from uuid import UUID

_MOST = 10
T = TypeVar("T")


class Recent:
    """The last people and pages of one officer, newest first, whichever window they were seen in.

    ``forgets_at_lock`` is the policy of the place: whether a lock empties it.
    """

    def __init__(self, *, forgets_at_lock: bool = False) -> None:
        self._forgets_at_lock = forgets_at_lock
        self._people: list[UUID] = []
        self._pages: list[str] = []

    @property
    def people(self) -> Sequence[UUID]:
        """Return the last people."""
        return tuple(self._people)

    @property
    def pages(self) -> Sequence[str]:
        """Return the ids of the last pages."""
        return tuple(self._pages)

    def note_person(self, inmate_id: UUID) -> None:
        """Remember that somebody was looked at."""
        self._people = _first(inmate_id, self._people)

    def note_page(self, page: str) -> None:
        """Remember that a page was looked at."""
        self._pages = _first(page, self._pages)

    def locked(self) -> None:
        """Forget, if that is the policy here."""
        if self._forgets_at_lock:
            self._people, self._pages = [], []


def _first(newest: T, rest: Iterable[T]) -> list[T]:
    return [newest, *(one for one in rest if one != newest)][:_MOST]
