"""The last things that were done, as ids of the list: what a crash report may tell of them."""

from collections import deque
from functools import cache

_MOST = 20


class Trail:
    """Ids alone: no texts, no persons."""

    def __init__(self) -> None:
        self._ids: deque[str] = deque(maxlen=_MOST)

    def note(self, action_id: str) -> None:
        """Remember that an action was asked for."""
        self._ids.append(action_id)

    def ids(self) -> tuple[str, ...]:
        """Return the last ids, oldest first."""
        return tuple(self._ids)


@cache
def trail() -> Trail:
    """Return the one trail of the program."""
    return Trail()
