"""Leads what the officer does with profiles of columns."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.exchange.columns import ColumnGuess
from app.exchange.kinds import ImportKind
from app.exchange.profile_choice import fitting_profile, profile_kind
from app.exchange.profiles import (
    Profile,
    ProfileFault,
    delete_profile,
    every_profile,
    write_profile,
)
from app.foundation.translation import _
from app.ui.background.tasks import Tasks


class ProfileView(Protocol):
    """What the presenter needs of the bar."""

    def show_profiles(self, names: Sequence[str], chosen: str) -> None:
        """Offer these profiles, one of them chosen, or none."""

    def show_problem(self, text: str) -> None:
        """Say what is wrong with a name, or with the disk."""


class ImportProfiles(QObject):
    """Knows the profiles and which one is chosen.

    Signals:
        told: with a sentence on what was done.
    """

    told = Signal(str)

    def __init__(self, view: ProfileView, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._tasks = tasks
        self._profiles: tuple[Profile, ...] = ()
        self._kind: ImportKind | None = None

    def fit(
        self, profiles: tuple[Profile, ...], headings: Sequence[str], guessed: ImportKind | None
    ) -> tuple[Profile, ImportKind] | None:
        """Take these profiles; return the one that fits the file, and the kind it is for."""
        self._profiles = profiles
        found = fitting_profile(profiles, headings, guessed)
        kind = None if found is None else profile_kind(found, guessed)
        self.show(kind or guessed, "" if found is None else found.name)
        return None if found is None or kind is None else (found, kind)

    def show(self, kind: ImportKind | None, chosen: str = "") -> None:
        """Offer the profiles of a kind of file."""
        self._kind = kind
        names = [one.name for one in self._profiles if profile_kind(one, kind) is kind]
        self._view.show_profiles(names, chosen)

    def named(self, name: str) -> Profile | None:
        """Return a profile, None for none."""
        return next((profile for profile in self._profiles if profile.name == name), None)

    def save(self, name: str, kind: ImportKind, guesses: tuple[ColumnGuess, ...]) -> None:
        """Keep the columns as they are shown."""
        columns = {guess.field: guess.heading or "" for guess in guesses}
        text = _("Profilen {0} er lagret.").format(name)
        self._do(partial(write_profile, Profile(name, kind, columns)), name, text)

    def delete(self, name: str) -> None:
        """Remove a profile."""
        self._do(partial(delete_profile, name), "", _("Profilen {0} er slettet.").format(name))

    def _do(self, act: Callable[[], None], chosen: str, text: str) -> None:
        def work() -> tuple[Profile, ...]:
            act()
            return every_profile()

        def done(profiles: tuple[Profile, ...]) -> None:
            self._profiles = profiles
            self.show(self._kind, chosen)
            self.told.emit(text)

        self._tasks.read(work, self, done, self._fail)

    def _fail(self, fault: Exception) -> None:
        if not isinstance(fault, ProfileFault):
            raise fault
        self._view.show_problem(str(fault))
