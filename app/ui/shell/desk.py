"""What the shell needs of the office, as plain functions, so that tests can stand in for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from uuid import UUID

from app.domain.access import Officer
from app.domain.places import door_name
from app.domain.shifts import USUAL_SHIFTS, Shifts, read_shifts
from app.domain.thresholds import USUAL_LOCK
from app.domain.topics import Topic
from app.domain.words import word
from app.foundation.clock import Clock
from app.foundation.settings import FORGET, Settings
from app.foundation.translation import _
from app.ui.shell.recent import Recent
from app.use_cases.cell_blocks import cell_block_overview, revisions
from app.use_cases.drafts import drafts
from app.use_cases.office import Office
from app.use_cases.sign_in import change_password, lock, unlock


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the palette can find."""

    id: UUID
    name: str
    detail: str
    sought: str


@dataclass(frozen=True, slots=True)
class Desk:
    """Where one officer sits.

    Every function but ``lock_seconds`` waits for the database, so none is for Qt's thread.

    Attributes:
        lock_seconds: after how long the screen is locked; known already, asks no database.
        waiting_drafts: how many drafts are kept on this machine; answered without the database.
        people: everybody on the roll; told whether they were fetched before (no second log row).
    """

    officer: Officer
    prison: str
    is_example: bool
    clock: Clock
    lock: Callable[[], None]
    unlock: Callable[[str], None]
    change_password: Callable[[str, str], None]
    people: Callable[[bool], Sequence[Person]]
    revisions: Callable[[], Mapping[Topic, int]]
    waiting_drafts: Callable[[], int] = lambda: 0
    shifts: Shifts = USUAL_SHIFTS
    recent: Recent = field(default_factory=Recent)
    lock_seconds: Callable[[], int] = lambda: USUAL_LOCK

    @property
    def place_line(self) -> str:
        """Return where the officer works: the unit, or the whole prison."""
        if self.officer.unit:
            return _("Avdeling {0}").format(self.officer.unit)
        return self.prison or _("Alle avdelinger")

    @property
    def officer_line(self) -> str:
        """Return who sits here and what the account is for."""
        return f"{self.officer.display_name} · {word(self.officer.role).lower()}"


def desk_for(office: Office, settings: Settings | None = None) -> Desk:
    """Return the desk of the officer who is signed in."""
    return Desk(
        officer=office.officer,
        prison=office.prison,
        is_example=office.is_example,
        clock=office.clock,
        lock=partial(lock, office),
        unlock=partial(unlock, office),
        change_password=partial(change_password, office),
        people=partial(_people, office),
        revisions=partial(revisions, office),
        shifts=_shifts(settings),
        recent=Recent(forgets_at_lock=settings is not None and settings.recent_at_lock == FORGET),
        lock_seconds=lambda: office.thresholds.lock_seconds,
        waiting_drafts=lambda: len(drafts(office)),
    )


def _shifts(settings: Settings | None) -> Shifts:
    try:
        return read_shifts(settings.shifts) if settings is not None else USUAL_SHIFTS
    except ValueError:
        return USUAL_SHIFTS


def _people(office: Office, known: bool) -> tuple[Person, ...]:  # noqa: FBT001 - as Desk says
    overview = cell_block_overview(office, refresh=known)
    return tuple(
        Person(line.id, line.name, door_name(path), f"{line.name} {path} {line.prison_number}")
        for line in overview.inmates
        for path in [line.place_path or ""]
    )
