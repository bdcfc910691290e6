"""Something an officer has done and may take back."""

from collections.abc import Callable
from dataclasses import dataclass


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True, eq=False)
class Deed:
    """What takes a thing back, and what does it again.

    Attributes:
        take_back: undoes it; raises ``ChangedByAnother`` or ``RuleBroken`` where it cannot.
        do_again: does it once more; None where that is left to the officer.
        is_stored: both work on the database, so neither may run in the window's thread.
        is_possible: whether it can be taken back, or done again, as things are now.
    """

    take_back: Callable[[], None]
    do_again: Callable[[], None] | None = None
    is_stored: bool = False
    is_possible: Callable[[], bool] = _always
