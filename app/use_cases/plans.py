"""Plans: read, save, finish, and what earlier versions said."""

import hashlib
from uuid import UUID

from sqlalchemy import delete, insert, select

from app.database.records.inmate import InmateRecord
from app.database.records.plan import PlanRecord, PlanStepRecord, PlanTextRecord, PlanVersionRecord
from app.database.work import Work
from app.domain.access import Access, Officer, Right, Verb
from app.domain.errors import ChangedByAnother, NotFound
from app.domain.plan_rules import check_finished, check_plan
from app.domain.plan_text import plan_from_json, plan_to_json
from app.domain.plans import (
    Goal,
    Plan,
    PlanContent,
    PlanStatus,
    Step,
    open_steps,
    plan_texts,
    with_finished_steps,
)
from app.domain.read_models import PlanVersionLine
from app.domain.topics import Topic
from app.foundation.folding import fold
from app.overviews.plans import read_plan, read_plan_versions
from app.overviews.plans import read_plan_version as read_frozen_plan
from app.use_cases.office import Office

_FEATURE = "plans"


def open_plan(office: Office, inmate_id: UUID, *, refresh: bool = False) -> Plan | None:
    """Read a person's plan, None if there is none yet. Logged before it is shown."""
    office.demand(Right.READ_INMATES, _FEATURE, inmate_id)
    with office.reading() as connection:
        plan = read_plan(connection, inmate_id)
    if not refresh:
        office.note(Access(Verb.CONSULT, _FEATURE, inmate_id=inmate_id))
    return plan


def save_plan(office: Office, inmate_id: UUID, content: PlanContent, base_version: int) -> Plan:
    """Save the working state; on a finished plan this opens the next draft.

    ``base_version`` is the version that was edited, 0 when there was no plan.

    Raises:
        RuleBroken: what must be put right; fields such as ``goals.0.steps.1.title``.
        ChangedByAnother: somebody saved in between; carries both.
        NotFound: nobody with that id.
    """
    with office.work(Right.WRITE_PLANS, _FEATURE) as work:
        if work.session.get(InmateRecord, inmate_id, with_for_update=True) is None:
            raise NotFound(str(inmate_id))
        record = load_plan(work, inmate_id)
        _refuse_stale(work, inmate_id, record, base_version, content)
        before = plan_from_json(record.content) if record else PlanContent()
        check_plan(content, before, office.today())
        record = _working_record(work, inmate_id, record)
        write_content(work, record, content, office.officer)
        work.log(Access(Verb.ALTER, _FEATURE, inmate_id=inmate_id, record_id=record.id))
        work.changed(Topic.PLANS)
    return _read(office, inmate_id)


def load_plan(work: Work, inmate_id: UUID) -> PlanRecord | None:
    """Return the row of a person's plan, locked for the change; None if there is none yet."""
    return work.session.execute(
        select(PlanRecord).where(PlanRecord.inmate_id == inmate_id).with_for_update()
    ).scalar()


def _refuse_stale(
    work: Work,
    inmate_id: UUID,
    record: PlanRecord | None,
    base_version: int,
    mine: PlanContent,
) -> None:
    version = record.version if record else 0
    if version != base_version:
        theirs = read_plan(work.session.connection(), inmate_id)
        raise ChangedByAnother(theirs, mine)


def _working_record(work: Work, inmate_id: UUID, record: PlanRecord | None) -> PlanRecord:
    if record is None:
        record = PlanRecord(
            id=work.new_id(), inmate_id=inmate_id, number=1, status=PlanStatus.DRAFT
        )
        work.session.add(record)
    elif record.status is PlanStatus.FINISHED:
        # What was finished stays frozen in its version; the work goes on under the next number.
        record.number += 1
        record.status = PlanStatus.DRAFT
    return record


def write_content(
    work: Work, record: PlanRecord, content: PlanContent, officer: Officer | None
) -> None:
    """Write the content into the plan's row, and its open steps where overviews count them."""
    record.content = plan_to_json(content)
    record.next_review = content.next_review
    record.changed_at = work.now
    record.changed_by_id = officer.id if officer else None
    record.changed_by = officer.display_name if officer else ""
    work.session.flush()
    work.session.execute(delete(PlanStepRecord).where(PlanStepRecord.plan_id == record.id))
    work.session.execute(delete(PlanTextRecord).where(PlanTextRecord.plan_id == record.id))
    steps = step_rows(record.id, record.inmate_id, content)
    if steps:
        work.session.execute(insert(PlanStepRecord), steps)
    texts = text_rows(record.id, record.inmate_id, content)
    if texts:
        work.session.execute(insert(PlanTextRecord), texts)


def step_rows(plan_id: UUID, inmate_id: UUID, content: PlanContent) -> list[dict[str, object]]:
    """Return the rows of the steps that wait for somebody."""
    waiting = {step.id for step in open_steps(content)}
    found: list[tuple[Goal, Step]] = [
        (goal, step) for goal in content.goals for step in goal.steps if step.id in waiting
    ]
    return [
        {
            "id": step.id,
            "plan_id": plan_id,
            "inmate_id": inmate_id,
            "position": position,
            "goal_title": goal.title,
            "title": step.title,
            "due": step.due,
        }
        for position, (goal, step) in enumerate(found)
    ]


def text_rows(plan_id: UUID, inmate_id: UUID, content: PlanContent) -> list[dict[str, object]]:
    """Return the rows in which search finds the plan's texts."""
    return [
        {
            "plan_id": plan_id,
            "position": position,
            "inmate_id": inmate_id,
            "part": part,
            "text": words,
            "folded": fold(words),
        }
        for position, (part, words) in enumerate(plan_texts(content))
    ]


def finish_plan(office: Office, inmate_id: UUID, base_version: int) -> Plan:
    """Freeze the draft as a version with a digest; the next edit opens a new draft.

    Raises:
        RuleBroken: there is no answer, no goal, or a goal lacks steps.
        ChangedByAnother: somebody saved in between.
        NotFound: there is no plan.
    """
    with office.work(Right.WRITE_PLANS, _FEATURE) as work:
        record = load_plan(work, inmate_id)
        if record is None:
            raise NotFound(str(inmate_id))
        content = plan_from_json(record.content)
        _refuse_stale(work, inmate_id, record, base_version, content)
        if record.status is PlanStatus.DRAFT:
            check_finished(content, content, office.today())
            record.status = PlanStatus.FINISHED
            record.changed_at = work.now
            work.session.add(frozen_version(work, record, office.officer))
            work.log(Access(Verb.ALTER, "plan_version", inmate_id=inmate_id, record_id=record.id))
            work.changed(Topic.PLANS)
    return _read(office, inmate_id)


def frozen_version(work: Work, record: PlanRecord, officer: Officer) -> PlanVersionRecord:
    """Return the row that keeps the present content for good."""
    return PlanVersionRecord(
        id=work.new_id(),
        plan_id=record.id,
        inmate_id=record.inmate_id,
        number=record.number,
        content=record.content,
        digest=content_digest(record.content),
        finished_at=work.now,
        finished_by_id=officer.id,
        finished_by=officer.display_name,
    )


def content_digest(content: str) -> str:
    """Return the SHA-256 of a plan's canonical JSON in hexadecimal digits."""
    return hashlib.sha256(content.encode()).hexdigest()


def finish_steps(work: Work, officer: Officer, inmate_id: UUID, finished: tuple[UUID, ...]) -> None:
    """Mark steps as done that were ticked during a conversation, in the same transaction."""
    record = load_plan(work, inmate_id) if finished else None
    if record is None:
        return
    before = plan_from_json(record.content)
    content = with_finished_steps(before, finished)
    if content == before:
        return
    write_content(work, _working_record(work, inmate_id, record), content, officer)
    work.log(Access(Verb.ALTER, _FEATURE, inmate_id=inmate_id, record_id=record.id))
    work.changed(Topic.PLANS)


def _read(office: Office, inmate_id: UUID) -> Plan:
    with office.reading() as connection:
        plan = read_plan(connection, inmate_id)
    if plan is None:
        raise NotFound(str(inmate_id))
    return plan


def plan_versions(office: Office, inmate_id: UUID) -> tuple[PlanVersionLine, ...]:
    """Read which versions were finished, newest first. Logged before it is shown."""
    office.demand(Right.READ_INMATES, _FEATURE, inmate_id)
    with office.reading() as connection:
        lines = read_plan_versions(connection, inmate_id)
    office.note(Access(Verb.CONSULT, "plan_version", inmate_id=inmate_id, count=len(lines)))
    return lines


def read_plan_version(office: Office, inmate_id: UUID, number: int) -> Plan:
    """Read one finished version as it was frozen. Logged before it is shown.

    Raises:
        NotFound: no such version.
    """
    office.demand(Right.READ_INMATES, _FEATURE, inmate_id)
    with office.reading() as connection:
        plan = read_frozen_plan(connection, inmate_id, number)
    if plan is None:
        raise NotFound(str(inmate_id))
    office.note(Access(Verb.CONSULT, "plan_version", inmate_id=inmate_id, record_id=plan.id))
    return plan
