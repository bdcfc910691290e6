"""What the first window asks of the rest, which is still being imported while it is shown."""

from dataclasses import dataclass
from typing import Protocol

from app.foundation.progress import Progress


@dataclass(frozen=True, slots=True)
class NewPrison:
    """The first account of an empty prison."""

    user_name: str
    display_name: str
    password: str


@dataclass(frozen=True, slots=True)
class NewExample:
    """How to get into the example prison: shown once."""

    user_name: str
    password: str
    recovery_code: str


class Backend(Protocol):
    """Every method but ``has_prison`` may wait; none of those is for the window's own thread.

    They raise the errors of ``domain.errors``.
    """

    @property
    def has_prison(self) -> bool:
        """Tell whether there is something to sign in to."""

    @property
    def is_server(self) -> bool:
        """Tell whether the data are on a server."""

    def create(self, prison: NewPrison) -> str:
        """Make an empty prison and return the recovery code; none on a server."""

    def create_example(self, progress: Progress) -> NewExample:
        """Make the example prison."""

    def sign_in(self, user_name: str, password: str) -> object:
        """Return what the main window is opened with."""

    def recover(self, user_name: str, code: str, new_password: str) -> object:
        """Set a new password by the recovery code and return as ``sign_in`` does."""

    def print_code(self, user_name: str, code: str) -> bool:
        """Print the recovery code on the usual printer; False where there is none."""
