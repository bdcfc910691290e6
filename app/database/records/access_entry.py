"""Who looked at what, and who changed what. Rows are added, never changed or removed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from app.database.base import Record
from app.database.types import UtcDateTime, kind_column
from app.domain.access import Verb


class AccessEntryRecord(Record):
    """One row of the access log. ``officer`` is the name frozen at the time."""

    __tablename__ = "access_entry"
    __table_args__ = (
        Index(None, "inmate_id", "at"),
        Index(None, "officer_id", "at"),
    )
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    officer_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("officer.id"))
    officer: Mapped[str] = mapped_column(String(200))
    workstation: Mapped[str] = mapped_column(String(120))
    verb: Mapped[Verb] = mapped_column(kind_column(Verb))
    feature: Mapped[str] = mapped_column(String(40))
    inmate_id: Mapped[UUID | None] = mapped_column(Uuid)
    unit: Mapped[str | None] = mapped_column(String(60))
    record_id: Mapped[UUID | None] = mapped_column(Uuid)
    count: Mapped[int | None]
    reason: Mapped[str] = mapped_column(Text, default="")
