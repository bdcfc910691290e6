"""Plans: the working state in tables, finished versions frozen as text with a digest."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey, Index, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from app.database.base import Record, VersionedRecord
from app.database.types import UtcDateTime, kind_column
from app.domain.plans import PlanPart, PlanStatus


class PlanRecord(VersionedRecord):
    """One person's plan. ``content`` is the working state as canonical JSON."""

    __tablename__ = "plan"
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    inmate_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("inmate.id"), unique=True)
    number: Mapped[int]
    status: Mapped[PlanStatus] = mapped_column(kind_column(PlanStatus))
    content: Mapped[str] = mapped_column(Text)
    next_review: Mapped[date | None] = mapped_column(Date)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("officer.id"))
    changed_by: Mapped[str] = mapped_column(String(200))


class PlanStepRecord(Record):
    """A step of the working state that waits for somebody; written anew at each save.

    Kept beside the content so that overviews count open and overdue steps by index.
    """

    __tablename__ = "plan_step"
    __table_args__ = (Index(None, "inmate_id", "due"),)
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    plan_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("plan.id"), index=True)
    inmate_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("inmate.id"))
    position: Mapped[int]
    goal_title: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    due: Mapped[date | None] = mapped_column(Date)


class PlanTextRecord(Record):
    """One text of the working state as search finds it; written anew at each save."""

    __tablename__ = "plan_text"
    plan_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("plan.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    inmate_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("inmate.id"), index=True)
    part: Mapped[PlanPart] = mapped_column(kind_column(PlanPart))
    text: Mapped[str] = mapped_column(Text)
    folded: Mapped[str] = mapped_column(Text)


class PlanVersionRecord(Record):
    """A finished version; written once, never changed. ``digest`` is SHA-256 of ``content``."""

    __tablename__ = "plan_version"
    __table_args__ = (UniqueConstraint("plan_id", "number"),)
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    plan_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("plan.id"))
    inmate_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("inmate.id"), index=True)
    number: Mapped[int]
    content: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    finished_at: Mapped[datetime] = mapped_column(UtcDateTime)
    finished_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("officer.id"))
    finished_by: Mapped[str] = mapped_column(String(200))
