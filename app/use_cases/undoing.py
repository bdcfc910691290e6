"""Taking back: a change of its own, with its own row in the access log, never a row removed."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from app.database.records.inmate import InmateRecord
from app.database.records.place import PlaceRecord
from app.database.work import Work
from app.domain.access import Access, Right, Verb
from app.domain.errors import ChangedByAnother, NotFound, Problem, RuleBroken
from app.domain.inmates import Inmate
from app.domain.places import PlaceStatus
from app.domain.plan_rules import check_plan
from app.domain.plan_text import plan_from_json
from app.domain.plans import PlanStatus
from app.domain.topics import Topic
from app.domain.undoing import (
    Change,
    Standing,
    StandingChange,
    StatusChange,
    standing_of,
    still_stands,
    with_statuses_before,
)
from app.foundation.translation import _
from app.overviews.inmates import read_inmate
from app.use_cases.office import Office
from app.use_cases.placing import appoint, note_stay
from app.use_cases.plans import load_plan, write_content

REASON = "undone"


@dataclass(frozen=True, slots=True)
class Changed:
    """A person after a change; ``change`` is None where nothing was changed."""

    inmate: Inmate
    change: StandingChange | None


def reversible(office: Office, inmate_id: UUID, act: Callable[[], Inmate]) -> Changed:
    """Do something to a person and return with it what takes it back.

    ``act`` must save against the version the officer has seen: then nobody can have changed the
    person between the look at what was before and the change.

    Raises:
        NotFound: nobody with that id.
    """
    with office.reading() as connection:
        before = read_inmate(connection, inmate_id)
    if before is None:
        raise NotFound(str(inmate_id))
    inmate = act()
    change = StandingChange(inmate_id, standing_of(before), standing_of(inmate))
    return Changed(inmate, change if change.is_move or change.is_appointment else None)


def take_back(office: Office, change: Change) -> None:
    """Put things back as they were before a change. The reversed change does it again.

    Raises:
        ChangedByAnother: what was changed is another now; nothing was overwritten.
        RuleBroken: it cannot be as it was: the cell is out of use, the version is finished.
        NotFound: the person, the plan or the account is gone.
    """
    if isinstance(change, StandingChange):
        _take_back_standing(office, change)
    else:
        _take_back_statuses(office, change)


def _take_back_standing(office: Office, change: StandingChange) -> None:
    with office.work(Right.WRITE_INMATES, "inmates") as work:
        record = work.session.get(InmateRecord, change.inmate_id, with_for_update=True)
        if record is None:
            raise NotFound(str(change.inmate_id))
        if change.is_move:
            _refuse_other((record.place_id, record.whereabouts), change.after.placement)
            _put_back(work, record, change.before)
        if change.is_appointment:
            _refuse_other(record.contact_officer_id, change.after.contact_officer_id)
            appoint(work, record, change.before.contact_officer_id)
        work.log(Access(Verb.ALTER, "inmates", inmate_id=record.id, reason=REASON))
        work.changed(Topic.INMATES)


def _refuse_other(now: object, left: object) -> None:
    if now != left:
        raise ChangedByAnother(now, left)


def _put_back(work: Work, record: InmateRecord, standing: Standing) -> None:
    place = None
    if standing.place_id is not None:
        place = work.session.get(PlaceRecord, standing.place_id)
        if place is None or place.status is not PlaceStatus.ACTIVE:
            raise RuleBroken(Problem("place", _("Cella er ikke i bruk lenger.")))
    record.place_id = standing.place_id
    record.whereabouts = standing.whereabouts
    record.unit = standing.unit
    note_stay(work, record, place.path if place else "", work.now)


def _take_back_statuses(office: Office, change: StatusChange) -> None:
    inmate_id = change.inmate_id
    with office.work(Right.WRITE_PLANS, "plans") as work:
        record = load_plan(work, inmate_id)
        if record is None:
            raise NotFound(str(inmate_id))
        now = plan_from_json(record.content)
        if not still_stands(now, change):
            raise ChangedByAnother(now, change)
        if record.status is PlanStatus.FINISHED:
            text = _("Versjonen er gjort ferdig i mellomtiden. Åpne en ny kladd for å endre.")
            raise RuleBroken(Problem("plan", text))
        content = check_plan(with_statuses_before(now, change), now, office.today())
        write_content(work, record, content, office.officer)
        access = Access(
            Verb.ALTER, "plans", inmate_id=inmate_id, record_id=record.id, reason=REASON
        )
        work.log(access)
        work.changed(Topic.PLANS)
