"""Ids made by the client: UUID version 7, so that rows sort by when they were made.

Source of the layout: RFC 9562, section 5.7. An id is a name, never a secret.
"""

import secrets
import threading
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

IdMaker = Callable[[], UUID]

_RANDOM_BITS = 62
_SEQUENCE_LIMIT = 1 << 12


class UuidSeven:
    """Makes ascending version-7 ids; several in one millisecond count upwards."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._last_tick = 0

    def begin_after(self, last: UUID | None) -> None:
        """Give only ids greater than one given before, also after the clock was set back."""
        if last is not None:
            milliseconds, sequence = last.int >> 80, last.int >> 64 & (_SEQUENCE_LIMIT - 1)
            self._last_tick = max(self._last_tick, milliseconds * _SEQUENCE_LIMIT + sequence)

    def __call__(self) -> UUID:
        """Return a new id, greater than every id this maker gave before."""
        milliseconds = int(self._now().timestamp() * 1000)
        with self._lock:
            tick = max(milliseconds * _SEQUENCE_LIMIT, self._last_tick + 1)
            self._last_tick = tick
        return uuid_seven(tick, secrets.randbits(_RANDOM_BITS))


def uuid_seven(tick: int, random_bits: int) -> UUID:
    """Lay out a version-7 UUID from a tick (milliseconds * 4096 + sequence) and 62 random bits."""
    milliseconds, sequence = divmod(tick, _SEQUENCE_LIMIT)
    value = (milliseconds & (1 << 48) - 1) << 80
    value |= 0x7 << 76 | sequence << 64
    value |= 0b10 << 62 | random_bits
    return UUID(int=value)
