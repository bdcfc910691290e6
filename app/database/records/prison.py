"""The prison this database belongs to, its thresholds, and the counters of change."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from app.database.base import Record
from app.database.types import UtcDateTime


class PrisonRecord(Record):
    """The one row that says whose database this is."""

    __tablename__ = "prison"
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    code: Mapped[str] = mapped_column(String(12), default="")
    name: Mapped[str] = mapped_column(String(200), default="")
    is_example: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ThresholdRecord(Record):
    """A number the overview is coloured by, with its source and date."""

    __tablename__ = "threshold"
    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[int]
    source: Mapped[str] = mapped_column(Text)
    since: Mapped[date] = mapped_column(Date)
    changed_by: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("officer.id"))


class ChangeCounterRecord(Record):
    """How often a topic has changed; screens compare it to know when to read anew."""

    __tablename__ = "change_counter"
    topic: Mapped[str] = mapped_column(String(32), primary_key=True)
    revision: Mapped[int] = mapped_column(default=0)
