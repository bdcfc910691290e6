"""Imports that were made: seen in a list, and taken back whole or not at all."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from app.database.records.import_run import ImportRunRecord
from app.database.work import Work
from app.domain.access import Access, Right, Verb
from app.domain.errors import NotFound, Problem, RuleBroken
from app.domain.topics import Topic
from app.exchange.kinds import ImportKind
from app.foundation.progress import Progress
from app.foundation.translation import _
from app.overviews.prison import read_prison
from app.use_cases.import_conflicts import find_conflicts, find_newer
from app.use_cases.import_removal import remove_made, restore_changed
from app.use_cases.office import Office

_FEATURE = "imports"
_READ = 50
_RESTORED = 90
_TOPICS = {
    ImportKind.PLACES: (Topic.PLACES, Topic.SETTINGS),
    ImportKind.ROLL: (Topic.INMATES, Topic.PLACES, Topic.SETTINGS),
    ImportKind.CONVERSATIONS: (Topic.CONVERSATIONS,),
}


@dataclass(frozen=True, slots=True)
class PastImport:
    """One import that changed something: when, by whom, what, how much, and if it was undone."""

    id: UUID
    at: datetime
    officer: str
    kind: ImportKind
    file_name: str
    prison: str
    created: int
    changed: int
    unchanged: int
    moved: int
    departed: int
    undone_at: datetime | None
    undone_by: str


def past_imports(office: Office) -> tuple[PastImport, ...]:
    """Return the imports that changed something, newest first. Administrators may.

    Raises:
        NotAllowed: the role may not import.
    """
    office.demand(Right.IMPORT, _FEATURE)
    record = ImportRunRecord
    with office.reading() as connection:
        rows = connection.execute(
            select(record.__table__).order_by(record.at.desc(), record.id.desc())
        ).mappings()
        return tuple(_past(dict(row)) for row in rows)


def _past(row: dict[str, object]) -> PastImport:
    row.pop("officer_id")
    return PastImport(**{**row, "kind": ImportKind(str(row["kind"]))})  # type: ignore[arg-type]


def undo_import(office: Office, import_id: UUID, progress: Progress | None = None) -> None:
    """Take an import back: what it made is removed, what it changed is as before. Logged.

    Administrators may. Either all of it is taken back or nothing.

    Raises:
        NotAllowed: the role may not import.
        NotFound: no such import.
        RuleBroken: it is undone already, or something was changed since; one problem for each.
        Cancelled: the officer changed his mind; nothing was written.
    """
    progress = progress or Progress()
    with office.work(Right.IMPORT, _FEATURE) as work:
        run = work.session.get(ImportRunRecord, import_id, with_for_update=True)
        if run is None:
            raise NotFound(str(import_id))
        if run.undone_at is not None:
            raise RuleBroken(Problem("import", _("Innhentingen er angret fra før.")))
        _refuse_if(find_conflicts(work, run.id, progress.part(0, _READ)))
        restore_changed(work, run.id)
        _refuse_if(find_newer(work, run.id))
        progress.step(_RESTORED, 100)
        _mark_undone(work, run)
        removed = remove_made(work, run.id)
        reason = run.kind
        work.log(Access(Verb.ERASE, _FEATURE, record_id=run.id, count=removed, reason=reason))
        work.changed(*_TOPICS[ImportKind(run.kind)])
        progress.step(100, 100)
    with office.reading() as connection:
        office.about_prison = read_prison(connection)


def _mark_undone(work: Work, run: ImportRunRecord) -> None:
    run.undone_at = work.now
    run.undone_by = work.officer.display_name if work.officer else ""
    work.session.flush()


def _refuse_if(changed_since: tuple[str, ...]) -> None:
    if not changed_since:
        return
    head = _("Innhentingen kan ikke angres, for dette er endret etterpå:")
    raise RuleBroken(*(Problem("import", text) for text in (head, *changed_since)))
