"""Plans as screens, commands and papers read them."""

from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select
from sqlalchemy.orm import aliased

from app.database.records.plan import PlanRecord, PlanVersionRecord
from app.domain.plan_text import plan_from_json
from app.domain.plans import Plan, PlanStatus
from app.domain.read_models import PlanVersionLine


def read_plan(connection: Connection, inmate_id: UUID) -> Plan | None:
    """Read the working state of a person's plan, with the last finished version's digest."""
    row = connection.execute(_working_state(PlanRecord.inmate_id == inmate_id)).first()
    return None if row is None else _plan(row)


def read_plans(connection: Connection, inmate_ids: Collection[UUID]) -> Iterator[Plan]:
    """Read the plans of many as ``read_plan`` does, in one statement and in no order."""
    rows = connection.execute(_working_state(PlanRecord.inmate_id.in_(inmate_ids)))
    return (_plan(row) for row in rows)


def _working_state(condition: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    record, done = PlanRecord, PlanVersionRecord
    newest = (
        select(func.max(done.number)).where(done.plan_id == record.id).correlate(record)
    ).scalar_subquery()
    last = aliased(done)
    return (
        select(record.__table__, last.finished_at, last.digest)
        .outerjoin(last, and_(last.plan_id == record.id, last.number == newest))
        .where(condition)
    )


def _plan(row: Row[*tuple[Any, ...]]) -> Plan:
    return Plan(
        id=row.id,
        inmate_id=row.inmate_id,
        version=row.version,
        number=row.number,
        status=row.status,
        content=plan_from_json(row.content),
        changed_at=row.changed_at,
        changed_by=row.changed_by,
        finished_at=row.finished_at,
        digest=row.digest or "",
    )


def read_plan_versions(connection: Connection, inmate_id: UUID) -> tuple[PlanVersionLine, ...]:
    """Read the finished versions, newest first, without their content."""
    record = PlanVersionRecord
    rows = connection.execute(
        select(record.number, record.finished_at, record.finished_by, record.digest)
        .where(record.inmate_id == inmate_id)
        .order_by(record.number.desc())
    )
    return tuple(
        PlanVersionLine(
            row.number, PlanStatus.FINISHED, row.finished_at, row.finished_by, row.digest
        )
        for row in rows
    )


def read_plan_version(connection: Connection, inmate_id: UUID, number: int) -> Plan | None:
    """Read one finished version as it was frozen."""
    record = PlanVersionRecord
    row = connection.execute(
        select(record.__table__).where(record.inmate_id == inmate_id, record.number == number)
    ).first()
    if row is None:
        return None
    return Plan(
        id=row.plan_id,
        inmate_id=row.inmate_id,
        version=0,
        number=row.number,
        status=PlanStatus.FINISHED,
        content=plan_from_json(row.content),
        changed_at=row.finished_at,
        changed_by=row.finished_by,
        finished_at=row.finished_at,
        digest=row.digest,
    )
