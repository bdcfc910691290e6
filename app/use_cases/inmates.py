"""One person: look, add, correct, place, and choose who follows up."""

from contextlib import suppress
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database.records.inmate import (
    InmateRecord,
)
from app.database.work import Work
from app.domain.access import Access, Right, Verb
from app.domain.errors import ChangedByAnother, NotFound, Problem, RuleBroken
from app.domain.inmates import Inmate, InmateFacts, Whereabouts, check_inmate
from app.domain.read_models import InmatePage, Peek
from app.domain.topics import Topic
from app.foundation.folding import fold
from app.foundation.translation import _
from app.overviews.cell_blocks import Moment, read_inmate_lines
from app.overviews.conversations import read_last_conversation, read_log
from app.overviews.inmates import (
    find_by_reference,
    is_person,
    read_inmate,
    read_open_steps,
)
from app.overviews.plans import read_plan
from app.use_cases.office import Office
from app.use_cases.placing import appoint, move

_FEATURE = "inmates"


def find_inmate(office: Office, reference: str) -> UUID:
    """Return the id of the person named by an id or a prison number.

    Raises:
        NotFound: nobody, or nobody this officer may know of.
    """
    office.demand(Right.READ_INMATES, _FEATURE)
    with office.reading() as connection:
        with suppress(ValueError):
            inmate_id = UUID(reference)
            if read_inmate(connection, inmate_id) is not None:
                return inmate_id
        found = find_by_reference(connection, reference.strip())
    if not found:
        raise NotFound(reference)
    return found[0]


def peek(office: Office, inmate_id: UUID, *, refresh: bool = False) -> Peek:
    """Read who it is, when last, what is open, which dates. Logged before it is shown.

    Raises:
        NotFound: nobody.
    """
    office.demand(Right.READ_INMATES, _FEATURE, inmate_id)
    moment = Moment(office.clock(), office.thresholds)
    with office.reading() as connection:
        inmate = read_inmate(connection, inmate_id)
        lines = read_inmate_lines(connection, moment, is_person(inmate_id))
        if inmate is None or not lines:
            raise NotFound(str(inmate_id))
        last = read_last_conversation(connection, inmate_id)
        steps = read_open_steps(connection, inmate_id, moment.today)
    if not refresh:
        office.note(Access(Verb.CONSULT, "peek", inmate_id=inmate_id))
    return Peek(lines[0], last, steps, inmate.facts.release_date)


def open_inmate(office: Office, inmate_id: UUID, *, refresh: bool = False) -> InmatePage:
    """Read the whole page of a person. Logged before it is shown.

    Raises:
        NotFound: nobody.
    """
    office.demand(Right.READ_INMATES, _FEATURE, inmate_id)
    moment = Moment(office.clock(), office.thresholds)
    with office.reading() as connection:
        inmate = read_inmate(connection, inmate_id)
        lines = read_inmate_lines(connection, moment, is_person(inmate_id))
        if inmate is None or not lines:
            raise NotFound(str(inmate_id))
        log = read_log(connection, inmate_id)
        plan = read_plan(connection, inmate_id)
    if not refresh:
        office.note(Access(Verb.CONSULT, _FEATURE, inmate_id=inmate_id))
    return InmatePage(inmate, lines[0], log, plan)


def add_inmate(
    office: Office,
    facts: InmateFacts,
    place_id: UUID | None = None,
    contact_officer_id: UUID | None = None,
) -> Inmate:
    """Put a person on the roll by hand.

    Raises:
        RuleBroken: what must be put right, field by field.
    """
    check_inmate(facts, office.today())
    inmate_id = office.new_id()
    with office.work(Right.WRITE_INMATES, _FEATURE) as work:
        _refuse_taken_number(work.session, facts, None)
        record = InmateRecord(
            id=inmate_id,
            booking_id=facts.booking_id or None,
            on_roll=True,
            unit=None,
            place_id=None,
            contact_officer_id=None,
        )
        write_facts(record, facts)
        work.session.add(record)
        work.session.flush()
        move(work, record, place_id, facts.whereabouts)
        appoint(work, record, contact_officer_id)
        work.log(Access(Verb.COLLECT, _FEATURE, inmate_id=inmate_id))
        work.changed(Topic.INMATES)
    return _read(office, inmate_id)


def _refuse_taken_number(session: Session, facts: InmateFacts, own_id: UUID | None) -> None:
    holder = session.execute(
        select(InmateRecord.id).where(
            InmateRecord.prison_number == facts.prison_number.strip(),
            InmateRecord.on_roll,
            InmateRecord.id != own_id,
        )
    ).first()
    if holder is not None:
        raise RuleBroken(
            Problem("prison_number", _("Innsattnummeret er alt i bruk for en annen på rullen."))
        )


def write_facts(record: InmateRecord, facts: InmateFacts) -> None:
    """Copy the facts into the row, trimmed, with the text that search compares."""
    record.prison_number = facts.prison_number.strip()
    record.family_name = facts.family_name.strip()
    record.given_name = facts.given_name.strip()
    record.folded = fold(f"{record.given_name} {record.family_name} {record.prison_number}")
    record.birth_date = facts.birth_date
    record.legal_status = facts.legal_status
    record.languages = facts.languages
    record.interpreter_needed = facts.interpreter_needed
    record.arrived_at = facts.arrived_at
    record.release_date = facts.release_date
    record.whereabouts = facts.whereabouts


def correct_inmate(
    office: Office, inmate_id: UUID, base_version: int, facts: InmateFacts
) -> Inmate:
    """Correct what is known of a person.

    Raises:
        RuleBroken: what must be put right, field by field.
        ChangedByAnother: somebody saved in between; carries both versions.
    """
    check_inmate(facts, office.today())
    with office.work(Right.WRITE_INMATES, _FEATURE) as work:
        record = _load(work, inmate_id, base_version, facts)
        _refuse_taken_number(work.session, facts, inmate_id)
        write_facts(record, facts)
        _log_change(work, inmate_id)
    return _read(office, inmate_id)


def put_in_cell(office: Office, inmate_id: UUID, base_version: int, place_id: UUID) -> Inmate:
    """Put a person into a cell, also a full one: the overview shows that it is crowded.

    Raises:
        RuleBroken: the place is no cell in use.
        ChangedByAnother: somebody saved in between.
    """
    with office.work(Right.WRITE_INMATES, _FEATURE) as work:
        record = _load(work, inmate_id, base_version, place_id)
        move(work, record, place_id, Whereabouts.INSIDE)
        _log_change(work, inmate_id)
    return _read(office, inmate_id)


def take_out_of_cell(
    office: Office, inmate_id: UUID, base_version: int, whereabouts: Whereabouts
) -> Inmate:
    """Take a person out of the cell; the unit is kept, so that somebody still follows up.

    Raises:
        ChangedByAnother: somebody saved in between.
    """
    with office.work(Right.WRITE_INMATES, _FEATURE) as work:
        record = _load(work, inmate_id, base_version, whereabouts)
        move(work, record, None, whereabouts)
        _log_change(work, inmate_id)
    return _read(office, inmate_id)


def set_contact_officer(
    office: Office, inmate_id: UUID, base_version: int, officer_id: UUID | None
) -> Inmate:
    """Choose who follows up, or nobody for now. Who did so before is kept.

    Raises:
        ChangedByAnother: somebody saved in between.
        NotFound: no such account.
    """
    with office.work(Right.WRITE_INMATES, _FEATURE) as work:
        record = _load(work, inmate_id, base_version, officer_id)
        appoint(work, record, officer_id)
        _log_change(work, inmate_id)
    return _read(office, inmate_id)


def _load(work: Work, inmate_id: UUID, base_version: int, mine: object) -> InmateRecord:
    record = work.session.get(InmateRecord, inmate_id, with_for_update=True)
    if record is None:
        raise NotFound(str(inmate_id))
    if record.version != base_version:
        theirs = read_inmate(work.session.connection(), inmate_id)
        raise ChangedByAnother(theirs, mine)
    return record


def _log_change(work: Work, inmate_id: UUID) -> None:
    work.log(Access(Verb.ALTER, _FEATURE, inmate_id=inmate_id))
    work.changed(Topic.INMATES)


def _read(office: Office, inmate_id: UUID) -> Inmate:
    with office.reading() as connection:
        inmate = read_inmate(connection, inmate_id)
    if inmate is None:
        raise NotFound(str(inmate_id))
    return inmate
