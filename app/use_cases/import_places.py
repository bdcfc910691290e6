"""Bringing places in from a file: by path, added or changed, never removed."""

from dataclasses import fields
from uuid import UUID

from sqlalchemy import select

from app.database.records.place import PlaceRecord
from app.database.records.prison import PrisonRecord
from app.database.work import Work
from app.domain.places import PlaceFacts, PlaceKind, top_path
from app.domain.topics import Topic
from app.foundation.progress import Step, no_steps
from app.foundation.translation import _
from app.use_cases.import_report import ImportChange, Tally, Verdict, fact_changes

_FACTS = tuple(field.name for field in fields(PlaceFacts))


def write_places(
    work: Work,
    implied: tuple[PlaceFacts, ...],
    places: tuple[PlaceFacts, ...],
    tally: Tally,
    step: Step = no_steps,
) -> None:
    """Add and change places so that the database says what the file says.

    ``implied`` are places above others that the file leaves out; they are no records of it.
    """
    known = {record.path: record for record in work.session.execute(select(PlaceRecord)).scalars()}
    for facts in implied:
        add_place(work, facts)
        tally.note(ImportChange(Verdict.CREATED, facts.path, after=_name(facts)))
    for number, facts in enumerate(places, 1):
        _write(work, known.get(facts.path), facts, tally)
        step(number, len(places))
    work.session.flush()
    if tally.wrote:
        work.changed(Topic.PLACES)


def _write(work: Work, stored: PlaceRecord | None, facts: PlaceFacts, tally: Tally) -> None:
    if stored is None:
        add_place(work, facts)
        change = ImportChange(Verdict.CREATED, facts.path, after=_name(facts))
        tally.count(Verdict.CREATED, change)
        return
    before = {name: getattr(stored, name) for name in _FACTS}
    after = {name: getattr(facts, name) for name in _FACTS}
    if before == after:
        change = ImportChange(Verdict.UNCHANGED, facts.path, after=_name(facts))
        tally.count(Verdict.UNCHANGED, change)
        return
    for name, value in after.items():
        setattr(stored, name, value)
    change = ImportChange(Verdict.CHANGED, facts.path, facts=fact_changes(before, after))
    tally.count(Verdict.CHANGED, change)


def _name(facts: PlaceFacts) -> str:
    return facts.local_name or facts.code


def add_place(work: Work, facts: PlaceFacts) -> UUID:
    """Add one place and return its id."""
    place_id = work.new_id()
    values = {name: getattr(facts, name) for name in _FACTS}
    work.session.add(PlaceRecord(id=place_id, unit=top_path(facts.path), **values))
    return place_id


def note_prison(work: Work, prison: str, *, only_first: bool = False) -> None:
    """Remember whose prison this is: the places decide, a roll only where there are none yet."""
    record = work.session.execute(select(PrisonRecord)).scalar_one()
    if record.code == prison or (only_first and record.code):
        return
    record.code = prison
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
