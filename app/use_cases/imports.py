"""Bringing files in: look first, then all or nothing. The same file twice changes nothing.

A preview does the very work of an import in a transaction that is taken back, so that it cannot
promise anything else than what the import then does.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from app.database.records.place import PlaceRecord
from app.database.work import Work
from app.domain.access import Access, Right, Verb
from app.exchange.columns import ColumnGuess
from app.exchange.csv_text import LARGEST_FILE, LARGEST_LIST
from app.exchange.findings import Finding
from app.exchange.kinds import ImportKind
from app.exchange.parsed import Source
from app.exchange.place_choice import choose_places
from app.exchange.reading import read_conversations, read_places, read_roll
from app.exchange.roll_choice import choose_roll
from app.exchange.table_child import ReadingEnded, ended_finding, reading_apart
from app.foundation.progress import Progress, Step
from app.overviews.prison import read_prison
from app.use_cases.import_changes import ChangeSet
from app.use_cases.import_conversations import ConversationWriter
from app.use_cases.import_places import note_prison, write_places
from app.use_cases.import_report import ImportReport, Tally, Verdict
from app.use_cases.import_roll import RollColumns, RollWriter
from app.use_cases.office import Office

__all__ = ["ImportKind", "ImportReport"]
_FEATURE = "imports"
# How much of the whole, in per cent, is done when the file is read and when it is written.
_READ = 35
_WRITTEN = 95
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the officer chose. ``columns`` maps fields to headings where the guess was wrong."""

    prison: str | None = None
    create_places: bool = False
    columns: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A file as read, and how to write it."""

    prison: str
    prisons: tuple[str, ...]
    rejected: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    columns: tuple[ColumnGuess, ...]
    write: Callable[[Work, Tally, ChangeSet, Step], None]


class _TakenBack(Exception):
    """Ends a preview: the transaction is rolled back."""


def preview_import(
    office: Office,
    kind: ImportKind,
    file: Path,
    options: ImportOptions,
    progress: Progress | None = None,
) -> ImportReport:
    """Tell what an import would change; nothing is written. Administrators may.

    Raises:
        NotAllowed: the role may not import.
    """
    office.demand(Right.IMPORT, _FEATURE)
    progress = progress or Progress()
    parsed = _parse(office, kind, file, options, progress)
    tally = Tally()
    if not parsed.rejected:
        try:
            with office.work(Right.IMPORT, _FEATURE) as work:
                _write(work, parsed, tally, ChangeSet(work, kind, file.name), progress)
                raise _TakenBack
        except _TakenBack:
            pass
    return _report(kind, parsed, tally)


def run_import(
    office: Office,
    kind: ImportKind,
    file: Path,
    options: ImportOptions,
    progress: Progress | None = None,
) -> ImportReport:
    """Bring a file in, all or nothing: with ``rejected`` in the report nothing was written.

    Raises:
        NotAllowed: the role may not import.
        Cancelled: the officer changed his mind; nothing was written.
    """
    office.demand(Right.IMPORT, _FEATURE)
    progress = progress or Progress()
    parsed = _parse(office, kind, file, options, progress)
    tally = Tally()
    if parsed.rejected:
        return _report(kind, parsed, tally)
    with office.work(Right.IMPORT, _FEATURE) as work:
        changes = ChangeSet(work, kind, file.name)
        import_id = _write(work, parsed, tally, changes, progress)
        count = sum(tally.counts.values()) - tally.counts[Verdict.UNCHANGED]
        reason = kind.value
        work.log(Access(Verb.COLLECT, _FEATURE, record_id=import_id, count=count, reason=reason))
        progress.step(_WHOLE, _WHOLE)
    with office.reading() as connection:
        office.about_prison = read_prison(connection)
    return _report(kind, parsed, tally, import_id)


def _write(
    work: Work, parsed: _Parsed, tally: Tally, changes: ChangeSet, progress: Progress
) -> UUID | None:
    """Write what was read, and what it changes; return the id to undo it by."""
    with changes.watching():
        parsed.write(work, tally, changes, progress.part(_READ, _WRITTEN))
    counts = {verdict.value: tally.counts[verdict] for verdict in Verdict}
    return changes.finish({"prison": parsed.prison, **counts})


def _report(
    kind: ImportKind, parsed: _Parsed, tally: Tally, import_id: UUID | None = None
) -> ImportReport:
    return ImportReport(
        kind=kind,
        prison=parsed.prison,
        created=tally.counts[Verdict.CREATED],
        changed=tally.counts[Verdict.CHANGED],
        unchanged=tally.counts[Verdict.UNCHANGED],
        rejected=parsed.rejected,
        warnings=(*parsed.warnings, *tally.warnings),
        changes=tuple(tally.changes),
        columns=parsed.columns,
        prisons=parsed.prisons,
        moved=tally.counts[Verdict.MOVED],
        departed=tally.counts[Verdict.DEPARTED],
        same=tuple(tally.same),
        import_id=import_id,
    )


def _parse(
    office: Office, kind: ImportKind, file: Path, options: ImportOptions, progress: Progress
) -> _Parsed:
    parse = {
        ImportKind.PLACES: _parse_places,
        ImportKind.ROLL: _parse_roll,
        ImportKind.CONVERSATIONS: _parse_conversations,
    }[kind]
    limit = LARGEST_FILE if kind is ImportKind.CONVERSATIONS else LARGEST_LIST
    try:
        with reading_apart(file, progress.part(0, _READ), limit=limit) as source:
            return parse(office, source, options)
    except ReadingEnded:
        return _Parsed(office.prison, (), (ended_finding(),), (), (), _write_nothing)


def _write_nothing(_work: Work, _tally: Tally, _changes: ChangeSet, _step: Step) -> None:
    """Write nothing: the file has errors."""


def _stored_places(office: Office) -> tuple[str | None, tuple[str, ...]]:
    """Return the prison of the places, if there are any, and their paths."""
    with office.reading() as connection:
        rows = connection.execute(select(PlaceRecord.prison, PlaceRecord.path)).all()
    prisons = Counter(row.prison for row in rows if row.prison)
    prison = prisons.most_common(1)[0][0] if prisons else None
    return prison, tuple(row.path for row in rows)


def _parse_places(office: Office, source: Source, options: ImportOptions) -> _Parsed:
    parsed = read_places(source, options.columns)
    stored, paths = _stored_places(office)
    chosen = choose_places(parsed, options.prison, stored, paths)

    def write(work: Work, tally: Tally, _changes: ChangeSet, step: Step) -> None:
        facts = tuple(row.facts for row in chosen.rows)
        write_places(work, chosen.implied, facts, tally, step)
        note_prison(work, chosen.prison)

    return _Parsed(
        chosen.prison,
        _named({row.facts.prison for row in parsed.rows}),
        chosen.rejected,
        chosen.warnings,
        parsed.columns,
        write,
    )


def _parse_roll(office: Office, source: Source, options: ImportOptions) -> _Parsed:
    parsed = read_roll(source, options.columns, office.clock())
    stored, _paths = _stored_places(office)
    chosen = choose_roll(parsed, options.prison, stored)
    columns = RollColumns(parsed.heading("cell"), parsed.heading("key_worker"))

    def write(work: Work, tally: Tally, _changes: ChangeSet, step: Step) -> None:
        writer = RollWriter(work, columns, tally)
        create = options.create_places
        writer.write(chosen.rows, chosen.prison, create_places=create, step=step)

    return _Parsed(
        chosen.prison,
        _named({row.prison for row in parsed.rows}),
        chosen.rejected,
        chosen.warnings,
        parsed.columns,
        write,
    )


def _parse_conversations(office: Office, source: Source, options: ImportOptions) -> _Parsed:
    parsed = read_conversations(source, options.columns, office.clock())
    column = parsed.heading("booking_id") or parsed.heading("prison_number")

    def write(work: Work, tally: Tally, changes: ChangeSet, step: Step) -> None:
        ConversationWriter(work, column, tally, changes).write(parsed.rows, step)

    return _Parsed(office.prison, (), parsed.rejected, parsed.warnings, parsed.columns, write)


def _named(prisons: set[str]) -> tuple[str, ...]:
    return tuple(sorted(prison for prison in prisons if prison))
