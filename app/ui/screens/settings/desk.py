"""What the page of settings asks for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from app.domain.access import Right
from app.domain.thresholds import Threshold
from app.foundation.settings import Settings
from app.use_cases.administration import thresholds
from app.use_cases.lock_time import set_lock_seconds
from app.use_cases.office import Office
from app.use_cases.printing import printers


@dataclass(frozen=True, slots=True)
class SettingsDesk:
    """The use cases behind the page, so that tests can stand in for them.

    ``lock_seconds`` is known already; the others wait for the database or the print service.
    """

    settings: Settings
    may_set_lock: bool
    lock_seconds: Callable[[], int]
    set_lock_seconds: Callable[[int], None]
    thresholds: Callable[[], Sequence[Threshold]]
    printers: Callable[[], Sequence[str]]


def desk_for(office: Office, settings: Settings) -> SettingsDesk:
    """Return the real ones, for the officer who is signed in."""
    return SettingsDesk(
        settings=settings,
        may_set_lock=office.may(Right.SET_LOCK_TIME),
        lock_seconds=lambda: office.thresholds.lock_seconds,
        set_lock_seconds=partial(set_lock_seconds, office),
        thresholds=partial(thresholds, office),
        printers=printers,
    )
