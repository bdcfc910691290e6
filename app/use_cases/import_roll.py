"""Bringing the roll in: arrivals, moves, departures. Nobody is ever deleted."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select

from app.database.records.inmate import InmateRecord
from app.database.records.officer import OfficerRecord
from app.database.records.place import PlaceRecord
from app.database.work import Work
from app.domain.inmates import InmateFacts, LegalStatus, Whereabouts, display_name
from app.domain.places import PlaceKind, PlaceStatus, top_path
from app.domain.topics import Topic
from app.exchange.roll import RollRow
from app.foundation.folding import fold
from app.foundation.progress import Step, no_steps
from app.foundation.translation import _
from app.use_cases.import_places import add_place, missing_places, note_prison
from app.use_cases.import_report import FactChange, ImportChange, Tally, Verdict, fact_changes
from app.use_cases.inmates import write_facts
from app.use_cases.placing import appoint, note_stay


@dataclass(frozen=True, slots=True)
class RollColumns:
    """The headings findings point at; None where the file has no such column."""

    cell: str | None
    officer: str | None


@dataclass(frozen=True, slots=True)
class _Cell:
    """A place people may be put in, as the roll sees it."""

    id: UUID
    path: str
    unit: str
    kind: PlaceKind
    status: PlaceStatus
    maximum: int


class RollWriter:
    """Makes the roll in the database what the file says, person by person."""

    def __init__(self, work: Work, columns: RollColumns, tally: Tally) -> None:
        self._work = work
        self._columns = columns
        self._tally = tally
        self._cells = _cells(work)
        self._paths = {cell.id: cell.path for cell in self._cells.values()}
        officers = _officers(work)
        self._officers = {_name_key(line.display_name): line.id for line in officers if line.active}
        self._officer_names = {line.id: line.display_name for line in officers}
        records = work.session.execute(select(InmateRecord)).scalars().all()
        self._by_booking = {record.booking_id: record for record in records if record.booking_id}
        self._by_number = {
            record.prison_number: record
            for record in records
            if record.on_roll and not record.booking_id
        }
        self._before = [record for record in records if record.on_roll]
        self._occupants: Counter[UUID] = Counter()

    def write(
        self,
        rows: tuple[RollRow, ...],
        prison: str,
        *,
        create_places: bool,
        step: Step = no_steps,
    ) -> None:
        """Write every row, then take off the roll who is missing."""
        if create_places:
            self._create_places(rows, prison)
        seen = set()
        for number, row in enumerate(rows, 1):
            seen.add(self._write_row(row))
            step(number, len(rows))
        for record in self._before:
            if record.id not in seen:
                self._depart(record)
        if self._tally.wrote:
            self._work.changed(Topic.INMATES)
        note_prison(self._work, prison, only_first=True)

    def _create_places(self, rows: tuple[RollRow, ...], prison: str) -> None:
        named = {row.cell: row.cell_capacity for row in rows if row.cell}
        parents = {path.rpartition("-")[0] for path in named}
        for path in sorted(named):
            if path in parents:
                continue
            for facts in missing_places(path, named[path] or 1, prison, set(self._cells)):
                place_id = add_place(self._work, facts)
                self._cells[facts.path] = _Cell(
                    place_id,
                    facts.path,
                    top_path(facts.path),
                    facts.kind,
                    facts.status,
                    facts.maximum,
                )
                self._paths[place_id] = facts.path
                self._tally.note(ImportChange(Verdict.CREATED, facts.path, after=_("nytt sted")))
                self._work.changed(Topic.PLACES)
        self._work.session.flush()

    def _write_row(self, row: RollRow) -> UUID:
        record = self._find(row)
        if record is None:
            return self._add(row)
        return self._update(record, row)

    def _find(self, row: RollRow) -> InmateRecord | None:
        facts = row.facts
        if facts.booking_id and facts.booking_id in self._by_booking:
            return self._by_booking[facts.booking_id]
        return self._by_number.get(facts.prison_number)

    def _add(self, row: RollRow) -> UUID:
        facts = row.facts
        if self._before and facts.arrived_at is None:
            # A first roll says nothing of when people came; a newer one does.
            facts = replace(facts, arrived_at=self._work.now)
        record = InmateRecord(
            id=self._work.new_id(),
            booking_id=facts.booking_id or None,
            on_roll=True,
            unit=None,
            place_id=None,
            contact_officer_id=None,
        )
        write_facts(record, facts)
        self._work.session.add(record)
        self._work.session.flush()
        self._put(record, row)
        self._tally.count(
            Verdict.CREATED,
            ImportChange(Verdict.CREATED, facts.display_name, after=self._path_of(record)),
        )
        return record.id

    def _update(self, record: InmateRecord, row: RollRow) -> UUID:
        before, old_path = _state(record), self._path_of(record)
        write_facts(record, _merged(record, row.facts))
        record.booking_id = row.facts.booking_id or record.booking_id
        record.on_roll = True
        self._put(record, row)
        after, name = _state(record), row.facts.display_name
        if after == before:
            change = ImportChange(Verdict.UNCHANGED, name, after=old_path)
            self._tally.count(Verdict.UNCHANGED, change)
            return record.id
        changes = []
        new_path = self._path_of(record)
        if new_path != old_path:
            changes.append(ImportChange(Verdict.MOVED, name, old_path, new_path))
        facts = self._facts(before, after)
        if facts or not changes:
            changes.append(ImportChange(Verdict.CHANGED, name, facts=facts))
        self._tally.count(Verdict.CHANGED, *changes)
        return record.id

    def _facts(self, before: dict[str, Any], after: dict[str, Any]) -> tuple[FactChange, ...]:
        """Return what changed but the cell and its unit, a move; an officer is shown by name."""
        named = [
            {**state, "contact_officer_id": self._officer_names.get(state["contact_officer_id"])}
            for state in (before, after)
        ]
        left_out = {"place_id"} if before["place_id"] == after["place_id"] else {"place_id", "unit"}
        return tuple(fact for fact in fact_changes(*named) if fact.field not in left_out)

    def _path_of(self, record: InmateRecord) -> str:
        return self._paths.get(record.place_id, "") if record.place_id else ""

    def _put(self, record: InmateRecord, row: RollRow) -> None:
        place = self._place(row)
        record.place_id = place.id if place else None
        record.whereabouts = row.facts.whereabouts
        if place is not None:
            record.unit = place.unit
            self._warn_if_crowded(place, row)
        else:
            record.unit = self._known_unit(row) or record.unit
        self._work.session.flush()
        note_stay(self._work, record, place.path if place else "", self._work.now)
        self._appoint(record, row)

    def _known_unit(self, row: RollRow) -> str | None:
        """Return the unit of somebody without a cell, so that it is known who follows up."""
        named = top_path(row.cell) if row.cell else row.unit
        known = {cell.unit for cell in self._cells.values()}
        return named if named in known else None

    def _place(self, row: RollRow) -> _Cell | None:
        if not row.cell or row.facts.whereabouts is not Whereabouts.INSIDE:
            return None
        place = self._cells.get(row.cell)
        if place is None:
            self._tally.warn(
                row.row,
                self._columns.cell,
                _("Cellen «{cell}» finnes ikke. Personen kommer inn uten celle.").format(
                    cell=row.cell_as_written
                ),
            )
            return None
        if place.kind is not PlaceKind.CELL:
            self._tally.warn(
                row.row,
                self._columns.cell,
                _("«{cell}» er ikke en celle. Personen teller som uten celle.").format(
                    cell=row.cell_as_written
                ),
            )
        return place

    def _warn_if_crowded(self, place: _Cell, row: RollRow) -> None:
        if place.kind is not PlaceKind.CELL:
            return
        self._occupants[place.id] += 1
        if self._occupants[place.id] > place.maximum:
            self._tally.warn(
                row.row,
                self._columns.cell,
                _("Cellen «{cell}» har plass til {room}, men dette er person {number}.").format(
                    cell=row.cell_as_written,
                    room=place.maximum,
                    number=self._occupants[place.id],
                ),
            )

    def _appoint(self, record: InmateRecord, row: RollRow) -> None:
        if not row.key_worker:
            return
        officer_id = self._officers.get(_name_key(row.key_worker))
        if officer_id is None:
            self._tally.warn(
                row.row,
                self._columns.officer,
                _("Ingen konto heter «{name}». Kontaktbetjenten er ikke satt.").format(
                    name=row.key_worker
                ),
            )
            return
        appoint(self._work, record, officer_id)

    def _depart(self, record: InmateRecord) -> None:
        path = self._path_of(record)
        record.on_roll = False
        record.place_id = None
        record.whereabouts = Whereabouts.OUT
        note_stay(self._work, record, "", self._work.now)
        name = display_name(record.family_name, record.given_name)
        self._tally.note(ImportChange(Verdict.DEPARTED, name, before=path))


def _cells(work: Work) -> dict[str, _Cell]:
    place = PlaceRecord
    rows = work.session.execute(
        select(place.id, place.path, place.unit, place.kind, place.status, place.maximum)
    )
    return {row.path: _Cell(*row) for row in rows}


def _officers(work: Work) -> list[Row[tuple[str, UUID, bool]]]:
    return list(
        work.session.execute(
            select(OfficerRecord.display_name, OfficerRecord.id, OfficerRecord.active)
        )
    )


def _name_key(name: str) -> tuple[str, ...]:
    """Compare ``LUNDE, KARI`` and ``Kari Lunde`` as the same name."""
    return tuple(sorted(fold(name).replace(",", " ").split()))


def _state(record: InmateRecord) -> dict[str, Any]:
    return {
        column.key: getattr(record, column.key)
        for column in InmateRecord.__table__.columns
        if column.key != "version"
    }


def _merged(record: InmateRecord, facts: InmateFacts) -> InmateFacts:
    """Keep what the file is silent about: an officer may have written it here."""
    silent_status = facts.legal_status is LegalStatus.UNKNOWN
    return replace(
        facts,
        birth_date=facts.birth_date or record.birth_date,
        legal_status=record.legal_status if silent_status else facts.legal_status,
        languages=facts.languages or record.languages,
        interpreter_needed=facts.interpreter_needed or record.interpreter_needed,
        arrived_at=facts.arrived_at or record.arrived_at,
        release_date=facts.release_date or record.release_date,
    )
