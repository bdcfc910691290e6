"""One person: the facts, the overview's line, and what is open."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, Select, or_, select

from app.database.records.inmate import InmateRecord
from app.database.records.officer import OfficerRecord
from app.database.records.place import PlaceRecord
from app.database.records.plan import PlanStepRecord
from app.domain.inmates import Inmate, InmateFacts
from app.domain.places import PlaceKind
from app.domain.read_models import OfficerLine, OpenStep
from app.foundation.folding import sort_key


def inmate_facts_select(condition: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Return the statement for all that is known of people."""
    return (
        select(
            *InmateRecord.__table__.columns,
            PlaceRecord.path.label("place_path"),
            PlaceRecord.kind.label("place_kind"),
            OfficerRecord.display_name.label("contact_officer_name"),
        )
        .outerjoin(PlaceRecord, PlaceRecord.id == InmateRecord.place_id)
        .outerjoin(OfficerRecord, OfficerRecord.id == InmateRecord.contact_officer_id)
        .where(condition)
    )


def read_inmate(connection: Connection, inmate_id: UUID) -> Inmate | None:
    """Read one person with place and contact officer."""
    row = connection.execute(inmate_facts_select(InmateRecord.id == inmate_id)).first()
    return None if row is None else inmate_of(row)


def inmate_of(row: Row[*tuple[Any, ...]]) -> Inmate:
    """Turn a row of ``inmate_facts_select`` into a person."""
    return Inmate(
        id=row.id,
        version=row.version,
        facts=InmateFacts(
            prison_number=row.prison_number,
            family_name=row.family_name,
            given_name=row.given_name,
            birth_date=row.birth_date,
            legal_status=row.legal_status,
            languages=row.languages,
            interpreter_needed=row.interpreter_needed,
            arrived_at=row.arrived_at,
            release_date=row.release_date,
            whereabouts=row.whereabouts,
            booking_id=row.booking_id or "",
        ),
        on_roll=row.on_roll,
        unit=row.unit,
        place_id=row.place_id,
        place_path=row.place_path,
        in_cell=row.place_kind is PlaceKind.CELL,
        contact_officer_id=row.contact_officer_id,
        contact_officer_name=row.contact_officer_name,
    )


def find_by_reference(connection: Connection, prison_number: str) -> tuple[UUID, ...]:
    """Find people by prison number; those on the roll first."""
    rows = connection.execute(
        select(InmateRecord.id)
        .where(InmateRecord.prison_number == prison_number)
        .order_by(InmateRecord.on_roll.desc(), InmateRecord.id.desc())
    )
    return tuple(rows.scalars())


def read_open_steps(connection: Connection, inmate_id: UUID, today: date) -> tuple[OpenStep, ...]:
    """Read the steps that wait for somebody, in the order of the plan."""
    step = PlanStepRecord
    rows = connection.execute(
        select(step.id, step.goal_title, step.title, step.due)
        .where(step.inmate_id == inmate_id)
        .order_by(step.position)
    )
    return tuple(
        OpenStep(
            row.id, row.goal_title, row.title, row.due, row.due is not None and row.due < today
        )
        for row in rows
    )


def read_officers(connection: Connection) -> tuple[OfficerLine, ...]:
    """Read the accounts in the order of their names."""
    record = OfficerRecord
    rows = connection.execute(
        select(
            record.id,
            record.user_name,
            record.display_name,
            record.role,
            record.unit,
            record.active,
        )
    )
    lines = (OfficerLine(*row) for row in rows)
    return tuple(sorted(lines, key=lambda line: sort_key(line.display_name)))


def read_names(connection: Connection) -> tuple[str, ...]:
    """Read the names of everybody on the roll, family and given name in one text."""
    record = InmateRecord
    rows = connection.execute(
        select(record.family_name, record.given_name).where(record.on_roll.is_(True))
    )
    return tuple(f"{row.family_name} {row.given_name}" for row in rows)


def is_person(inmate_id: UUID) -> ColumnElement[bool]:
    """Return the condition for one person, on the roll or not."""
    return InmateRecord.id == inmate_id


def named(folded_words: tuple[str, ...]) -> ColumnElement[bool]:
    """Return the condition for people whose name or number holds one of the words."""
    return or_(*(InmateRecord.folded.contains(word, autoescape=True) for word in folded_words))
