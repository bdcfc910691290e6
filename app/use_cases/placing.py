"""Where a person is and who follows up: moved and appointed inside a unit of work."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database.records.inmate import (
    ContactOfficerPeriodRecord,
    InmateRecord,
    StayRecord,
)
from app.database.records.officer import OfficerRecord
from app.database.records.place import PlaceRecord
from app.database.work import Work
from app.domain.errors import NotFound, Problem, RuleBroken
from app.domain.inmates import Whereabouts
from app.domain.places import PlaceKind, PlaceStatus
from app.foundation.translation import _


def move(work: Work, record: InmateRecord, place_id: UUID | None, where: Whereabouts) -> None:
    """Move a person, close the last stay and open the next. Does nothing if nothing changes.

    Raises:
        RuleBroken: the place is no cell in use.
    """
    place = None if place_id is None else _cell(work.session, place_id)
    record.whereabouts = Whereabouts.INSIDE if place else where
    record.place_id = place_id
    if place is not None:
        record.unit = place.unit
    note_stay(work, record, place.path if place else "", work.now)


def _cell(session: Session, place_id: UUID) -> PlaceRecord:
    place = session.get(PlaceRecord, place_id)
    if place is None:
        raise NotFound(str(place_id))
    if place.kind is not PlaceKind.CELL or place.status is not PlaceStatus.ACTIVE:
        raise RuleBroken(Problem("place", _("Velg en celle som er i bruk.")))
    return place


def note_stay(work: Work, record: InmateRecord, path: str, since: datetime) -> None:
    """Close the open stay and add the next, unless the person stays where he or she is."""
    last = work.session.execute(
        select(StayRecord).where(StayRecord.inmate_id == record.id, StayRecord.until.is_(None))
    ).scalar()
    if last is not None:
        same = (last.place_id, last.whereabouts, last.on_roll) == (
            record.place_id,
            record.whereabouts,
            record.on_roll,
        )
        if same:
            return
        last.until = since
    work.session.add(
        StayRecord(
            id=work.new_id(),
            inmate_id=record.id,
            place_id=record.place_id,
            place_path=path,
            whereabouts=record.whereabouts,
            on_roll=record.on_roll,
            since=since,
        )
    )


def appoint(work: Work, record: InmateRecord, officer_id: UUID | None) -> None:
    """Set the contact officer and keep the history.

    Raises:
        NotFound: no such account.
    """
    if record.contact_officer_id == officer_id:
        return
    if officer_id is not None and work.session.get(OfficerRecord, officer_id) is None:
        raise NotFound(str(officer_id))
    period = ContactOfficerPeriodRecord
    open_periods = work.session.execute(
        select(period).where(period.inmate_id == record.id, period.until.is_(None))
    ).scalars()
    for last in open_periods:
        last.until = work.now
    record.contact_officer_id = officer_id
    if officer_id is not None:
        work.session.add(
            period(id=work.new_id(), inmate_id=record.id, officer_id=officer_id, since=work.now)
        )
