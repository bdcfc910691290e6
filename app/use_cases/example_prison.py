"""The fictional prison: made from our own templates, written in one transaction."""

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from itertools import islice
from uuid import UUID

from sqlalchemy import insert, update

from app.database.records.conversation import ConversationRecord
from app.database.records.inmate import (
    ContactOfficerPeriodRecord,
    InmateRecord,
    StayRecord,
)
from app.database.records.officer import OfficerRecord
from app.database.records.place import PlaceRecord
from app.database.records.plan import PlanRecord, PlanStepRecord, PlanTextRecord, PlanVersionRecord
from app.database.records.prison import PrisonRecord
from app.database.work import Work
from app.domain.access import Access, Officer, Right, Verb
from app.domain.conversations import clean_text, is_conversation
from app.domain.inmates import InmateFacts
from app.domain.places import PlaceFacts, top_path
from app.domain.plan_text import plan_to_json
from app.domain.plans import PlanStatus
from app.domain.topics import Topic
from app.example_data.prison import make_example_prison
from app.example_data.shapes import (
    ExampleConversation,
    ExampleInmate,
    ExamplePlan,
    ExamplePlanVersion,
    ExamplePrison,
)
from app.foundation.clock import Clock
from app.foundation.folding import fold
from app.foundation.progress import Progress
from app.use_cases.office import Office
from app.use_cases.plans import content_digest, step_rows, text_rows
from app.use_cases.sign_in import (
    DatabasePlace,
    FirstOfficer,
    create_prison,
    officer_row,
    sign_in,
    sign_out,
)

USER_NAME = "demo"
INMATES = 392
CONVERSATIONS = 12_000
_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class ExampleSize:
    """How large the example is, and the seed and day that decide its content."""

    inmates: int = INMATES
    conversations: int = CONVERSATIONS
    seed: int = 1
    today: date | None = None


@dataclass(frozen=True, slots=True)
class ExampleCreated:
    """How to get in: shown once."""

    user_name: str
    password: str
    recovery_code: str


def create_example_prison(
    place: DatabasePlace,
    clock: Clock,
    size: ExampleSize | None = None,
    progress: Progress | None = None,
) -> ExampleCreated:
    """Make a prison of invented people; the same seed and day give the same content.

    Anybody may, where there is no database yet. When it is cancelled nothing is left.

    Raises:
        AlreadyThere: there is a database.
        Cancelled: the officer changed his mind.
    """
    size, progress = size or ExampleSize(), progress or Progress()
    password = secrets.token_urlsafe(9)
    first = FirstOfficer(USER_NAME, "Kari Lunde", password)
    created = create_prison(place, first, clock, example=True)
    office = sign_in(place, USER_NAME, password, clock)
    try:
        _fill(office, size, progress)
    except BaseException:
        sign_out(office)
        _remove(place)
        raise
    sign_out(office)
    return ExampleCreated(USER_NAME, password, created.recovery_code)


def _remove(place: DatabasePlace) -> None:
    """Take away what was made; on a server the tables stay, empty of people."""
    if place.is_server:
        return
    file = place.folders.database_file
    for end in ("", "-wal", "-shm"):
        file.with_name(file.name + end).unlink(missing_ok=True)
    place.folders.keyring_file.unlink(missing_ok=True)


def _fill(office: Office, size: ExampleSize, progress: Progress) -> None:
    prison = make_example_prison(
        inmates=size.inmates,
        conversations=size.conversations,
        seed=size.seed,
        today=size.today or office.today(),
    )
    with office.work(Right.MANAGE_DATABASE, "example_data") as work:
        writer = _ExampleWriter(office, work, prison)
        writer.write_people()
        writer.write_plans()
        writer.write_conversations(size.conversations, progress)
        work.session.execute(
            update(PrisonRecord).values(code=prison.prison_code, name=prison.prison_name)
        )
        work.log(Access(Verb.COLLECT, "example_data", count=len(prison.inmates)))
        work.changed(*Topic)


class _ExampleWriter:
    """Writes one fictional prison in bulk."""

    def __init__(self, office: Office, work: Work, prison: ExamplePrison) -> None:
        self._office = office
        self._work = work
        self._prison = prison
        first = prison.officers[0]
        self._ids = {officer.id: officer.id for officer in prison.officers}
        # The demo account exists already: it had to be there to open the database.
        self._ids[first.id] = office.officer.id
        self._names = {officer.id: officer.display_name for officer in prison.officers}
        self._places = {place.facts.path: place.id for place in prison.places}

    def _officer(self, officer_id: UUID | None) -> UUID | None:
        return None if officer_id is None else self._ids[officer_id]

    def write_people(self) -> None:
        """Write officers, places and inmates with where they are."""
        session, prison = self._work.session, self._prison
        officers = [
            officer_row(
                Officer(made.id, made.user_name, made.display_name, made.role, made.unit),
                self._office.clock,
            )
            for made in prison.officers[1:]
        ]
        if officers:
            session.execute(insert(OfficerRecord), officers)
        session.execute(
            update(OfficerRecord)
            .where(OfficerRecord.id == self._office.officer.id)
            .values(unit=prison.officers[0].unit)
        )
        session.execute(insert(PlaceRecord), [_place_row(p.id, p.facts) for p in prison.places])
        if prison.inmates:
            session.execute(insert(InmateRecord), [self._inmate_row(i) for i in prison.inmates])
            session.execute(insert(StayRecord), [self._stay_row(i) for i in prison.inmates])
        periods = [self._period_row(i) for i in prison.inmates if i.contact_officer_id]
        if periods:
            session.execute(insert(ContactOfficerPeriodRecord), periods)

    def _inmate_row(self, made: ExampleInmate) -> dict[str, object]:
        facts = made.facts
        return {
            "id": made.id,
            "version": 1,
            **{field.name: getattr(facts, field.name) for field in fields(InmateFacts)},
            "booking_id": facts.booking_id or None,
            "folded": fold(f"{facts.given_name} {facts.family_name} {facts.prison_number}"),
            "on_roll": True,
            "unit": made.unit,
            "place_id": self._places[made.place_path] if made.place_path else None,
            "contact_officer_id": self._officer(made.contact_officer_id),
        }

    def _stay_row(self, made: ExampleInmate) -> dict[str, object]:
        return {
            "id": self._work.new_id(),
            "inmate_id": made.id,
            "place_id": self._places[made.place_path] if made.place_path else None,
            "place_path": made.place_path or "",
            "whereabouts": made.facts.whereabouts,
            "on_roll": True,
            "since": made.placed_at,
            "until": None,
        }

    def _period_row(self, made: ExampleInmate) -> dict[str, object]:
        return {
            "id": self._work.new_id(),
            "inmate_id": made.id,
            "officer_id": self._officer(made.contact_officer_id),
            "since": made.placed_at,
            "until": None,
        }

    def write_plans(self) -> None:
        """Write plans with their open steps and the versions that were finished."""
        session, plans = self._work.session, self._prison.plans
        if not plans:
            return
        session.execute(insert(PlanRecord), [self._plan_row(plan) for plan in plans])
        steps = [row for plan in plans for row in step_rows(plan.id, plan.inmate_id, plan.content)]
        if steps:
            session.execute(insert(PlanStepRecord), steps)
        texts = [row for plan in plans for row in text_rows(plan.id, plan.inmate_id, plan.content)]
        if texts:
            session.execute(insert(PlanTextRecord), texts)
        finished = [self._version_row(plan, made) for plan in plans for made in plan.versions]
        if finished:
            session.execute(insert(PlanVersionRecord), finished)

    def _plan_row(self, plan: ExamplePlan) -> dict[str, object]:
        return {
            "id": plan.id,
            "version": 1,
            "inmate_id": plan.inmate_id,
            "number": plan.number,
            "status": PlanStatus.FINISHED if plan.finished_at else PlanStatus.DRAFT,
            "content": plan_to_json(plan.content),
            "next_review": plan.content.next_review,
            "changed_at": plan.changed_at,
            "changed_by_id": self._officer(plan.author_id),
            "changed_by": self._names[plan.author_id],
        }

    def _version_row(self, plan: ExamplePlan, made: ExamplePlanVersion) -> dict[str, object]:
        content = plan_to_json(made.content)
        return {
            "id": self._work.new_id(),
            "plan_id": plan.id,
            "inmate_id": plan.inmate_id,
            "number": made.number,
            "content": content,
            "digest": content_digest(content),
            "finished_at": made.finished_at,
            "finished_by_id": self._officer(made.author_id),
            "finished_by": self._names[made.author_id],
        }

    def write_conversations(self, expected: int, progress: Progress) -> None:
        """Write the log in batches; between two batches the work can be cancelled."""
        done = 0
        for batch in _batches(self._prison.conversations):
            rows = [self._conversation_row(made) for made in batch]
            self._work.session.execute(insert(ConversationRecord), rows)
            done += len(batch)
            progress.step(done, max(expected, done))

    def _conversation_row(self, made: ExampleConversation) -> dict[str, object]:
        entry = made.entry
        text = clean_text(entry.text)
        return {
            "id": entry.id,
            "version": 1,
            "inmate_id": entry.inmate_id,
            "kind": entry.kind,
            "is_conversation": is_conversation(entry.kind),
            "occurred_at": entry.occurred_at,
            "written_at": made.written_at,
            "author_id": self._officer(made.author_id),
            "author": self._names[made.author_id],
            "text": text,
            "folded": fold(text),
            "minutes": entry.minutes,
            "place": entry.place,
            "interpreter_used": entry.interpreter_used,
            "next_on": entry.next_on,
            "correction_reason": "",
            "source_key": None,
        }


def _place_row(place_id: UUID, facts: PlaceFacts) -> dict[str, object]:
    return {
        "id": place_id,
        "version": 1,
        "unit": top_path(facts.path),
        **{field.name: getattr(facts, field.name) for field in fields(PlaceFacts)},
    }


def _batches(
    made: Iterable[ExampleConversation],
) -> Iterator[list[ExampleConversation]]:
    remaining = iter(made)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
