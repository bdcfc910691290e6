"""Bringing places in from a file: by path, added or changed, never removed."""

from dataclasses import fields
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, select, update

from app.database.records.place import PlaceRecord
from app.database.records.prison import PrisonRecord
from app.database.work import Work
from app.domain.places import PlaceFacts, PlaceKind, top_path
from app.domain.topics import Topic
from app.foundation.translation import _
from app.use_cases.import_report import ImportChange, Tally, Verdict

_FACTS = tuple(field.name for field in fields(PlaceFacts))


def write_places(
    work: Work,
    implied: tuple[PlaceFacts, ...],
    places: tuple[PlaceFacts, ...],
    prison: str,
    tally: Tally,
) -> None:
    """Add and change places so that the database says what the file says.

    ``implied`` are places above others that the file leaves out; they are no records of it.
    """
    known = _known(work)
    for facts in implied:
        add_place(work, facts)
        tally.changes.append(ImportChange(Verdict.CREATED, facts.path, _name(facts)))
    for facts in places:
        stored = known.get(facts.path)
        if stored is None:
            add_place(work, facts)
            tally.count(Verdict.CREATED, ImportChange(Verdict.CREATED, facts.path, _name(facts)))
        elif _stored_facts(stored) == _values(facts):
            tally.count(Verdict.UNCHANGED)
        else:
            _change(work, stored, facts)
            tally.count(Verdict.CHANGED, ImportChange(Verdict.CHANGED, facts.path, _name(facts)))
    if tally.wrote:
        work.changed(Topic.PLACES)
    note_prison(work, prison)


def _known(work: Work) -> dict[str, Row[*tuple[Any, ...]]]:
    rows = work.session.execute(select(PlaceRecord.__table__))
    return {row.path: row for row in rows}


def _values(facts: PlaceFacts) -> dict[str, object]:
    return {name: getattr(facts, name) for name in _FACTS}


def _stored_facts(row: Row[*tuple[Any, ...]]) -> dict[str, object]:
    return {name: getattr(row, name) for name in _FACTS}


def _name(facts: PlaceFacts) -> str:
    return facts.local_name or facts.code


def add_place(work: Work, facts: PlaceFacts) -> UUID:
    """Add one place and return its id."""
    place_id = work.new_id()
    work.session.execute(
        insert(PlaceRecord),
        [{"id": place_id, "version": 1, "unit": top_path(facts.path), **_values(facts)}],
    )
    return place_id


def _change(work: Work, stored: Row[*tuple[Any, ...]], facts: PlaceFacts) -> None:
    work.session.execute(
        update(PlaceRecord)
        .where(PlaceRecord.id == stored.id)
        .values(version=PlaceRecord.version + 1, **_values(facts))
    )


def note_prison(work: Work, prison: str, *, only_first: bool = False) -> None:
    """Remember whose prison this is: the places decide, a roll only where there are none yet."""
    record = PrisonRecord
    open_to_change = record.code == "" if only_first else record.code != prison
    changed = work.session.execute(
        update(record).where(open_to_change).values(code=prison).returning(record.id)
    ).first()
    if changed is not None:
        work.changed(Topic.SETTINGS)


def missing_places(path: str, capacity: int, prison: str, known: set[str]) -> list[PlaceFacts]:
    """Return the places a roll names that the database lacks: the wing, the landing, the cell."""
    parts = path.split("-")
    made = []
    for length in range(1, len(parts) + 1):
        here = "-".join(parts[:length])
        if here in known:
            continue
        is_leaf = length == len(parts)
        kind = PlaceKind.WING if length == 1 else PlaceKind.LANDING
        if is_leaf and length > 1:
            kind = PlaceKind.CELL
        room = capacity if kind is PlaceKind.CELL else 0
        made.append(
            PlaceFacts(
                prison=prison,
                path=here,
                kind=kind,
                parent_path="-".join(parts[: length - 1]) or None,
                code=parts[length - 1],
                local_name=_("Avdeling {unit}").format(unit=here) if length == 1 else "",
                maximum=room,
                working=room,
                certified=room,
            )
        )
    return made
