"""What the administration asks for. Everything here waits for the database or for a disk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from uuid import UUID

from app.domain.access import Officer
from app.domain.cell_choices import UnitChoice
from app.domain.read_models import OfficerLine
from app.domain.thresholds import Threshold
from app.exchange.columns import guess_kind
from app.exchange.csv_file import Table
from app.exchange.kinds import ImportKind
from app.exchange.profiles import Profile, every_profile
from app.exchange.table_child import reading_apart
from app.foundation.progress import Progress
from app.foundation.translation import _
from app.ui.screens.administration.backup_desk import BackupDesk, backup_desk_for
from app.use_cases.administration import (
    NewOfficer,
    add_officer,
    officers,
    reset_password,
    set_threshold,
    thresholds,
)
from app.use_cases.cell_choices import unit_choices
from app.use_cases.import_report import ImportReport
from app.use_cases.imports import ImportOptions, preview_import, run_import
from app.use_cases.office import Office
from app.use_cases.past_imports import PastImport, past_imports, undo_import

_SAMPLES = 3
_ROWS_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The headings of a file, each with some of its values, and what it seems to hold.

    Nothing for a file that is no table.
    """

    headings: tuple[str, ...] = ()
    kind: ImportKind | None = None
    samples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AdministrationDesk:
    """The use cases behind the page, so that tests can stand in for them.

    ``place`` tells where the data are.
    """

    officer: Officer
    place: str
    look_at: Callable[[Path, Progress], FirstLook]
    profiles: Callable[[], tuple[Profile, ...]]
    preview: Callable[[ImportKind, Path, ImportOptions, Progress], ImportReport]
    bring_in: Callable[[ImportKind, Path, ImportOptions, Progress], ImportReport]
    past_imports: Callable[[], Sequence[PastImport]]
    undo_import: Callable[[UUID, Progress], None]
    officers: Callable[[], Sequence[OfficerLine]]
    units: Callable[[], Sequence[UnitChoice]]
    add_officer: Callable[[NewOfficer], UUID]
    reset_password: Callable[[UUID, str], None]
    thresholds: Callable[[], Sequence[Threshold]]
    set_threshold: Callable[[str, int, str], None]
    backups: BackupDesk


def desk_for(office: Office) -> AdministrationDesk:
    """Return the real ones, for the officer who is signed in."""
    return AdministrationDesk(
        officer=office.officer,
        place=_place_text(office),
        look_at=first_look,
        profiles=every_profile,
        preview=partial(preview_import, office),
        bring_in=partial(run_import, office),
        past_imports=partial(past_imports, office),
        undo_import=partial(undo_import, office),
        officers=partial(officers, office),
        units=partial(unit_choices, office),
        add_officer=partial(add_officer, office),
        reset_password=partial(reset_password, office),
        thresholds=partial(thresholds, office),
        set_threshold=partial(set_threshold, office),
        backups=backup_desk_for(office),
    )


def _place_text(office: Office) -> str:
    if office.place.is_server:
        return _("PostgreSQL på fengselets nett")
    return str(office.folders.database_file)


def first_look(file: Path, progress: Progress) -> FirstLook:
    """Read a file's headings; what is wrong with it is for the preview to say."""
    with reading_apart(file, progress.part(0, 100)) as table:
        if not isinstance(table, Table):
            return FirstLook()
        headings = tuple(dict.fromkeys(heading for heading in table.headings if heading))
        samples = {heading: _samples(table, table.headings.index(heading)) for heading in headings}
        return FirstLook(headings, guess_kind(table), samples)


def _samples(table: Table, position: int) -> tuple[str, ...]:
    """Return the first values of a column that differ."""
    values = (record.values[position] for record in table.records[:_ROWS_LOOKED_AT])
    return tuple(dict.fromkeys(value for value in values if value))[:_SAMPLES]
