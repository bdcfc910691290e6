"""People in custody and where they have been."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey, Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from app.database.base import Record, VersionedRecord
from app.database.types import CodeList, UtcDateTime, kind_column
from app.domain.inmates import LegalStatus, Whereabouts


class InmateRecord(VersionedRecord):
    """One booking of one person. ``folded`` is name and number as search compares them."""

    __tablename__ = "inmate"
    __table_args__ = (Index(None, "on_roll", "unit"),)
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    booking_id: Mapped[str | None] = mapped_column(String(60), unique=True)
    prison_number: Mapped[str] = mapped_column(String(40), index=True)
    family_name: Mapped[str] = mapped_column(String(200))
    given_name: Mapped[str] = mapped_column(String(200))
    folded: Mapped[str] = mapped_column(Text)
    birth_date: Mapped[date | None] = mapped_column(Date)
    legal_status: Mapped[LegalStatus] = mapped_column(kind_column(LegalStatus))
    languages: Mapped[tuple[str, ...]] = mapped_column(CodeList)
    interpreter_needed: Mapped[bool]
    arrived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    release_date: Mapped[date | None] = mapped_column(Date)
    whereabouts: Mapped[Whereabouts] = mapped_column(kind_column(Whereabouts))
    on_roll: Mapped[bool]
    unit: Mapped[str | None] = mapped_column(String(60))
    place_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("place.id"), index=True)
    contact_officer_id: Mapped[UUID | None] = mapped_column(
        Uuid, ForeignKey("officer.id"), index=True
    )


class StayRecord(Record):
    """Where a person was from one moment to the next; only ever added to and closed."""

    __tablename__ = "stay"
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    inmate_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("inmate.id"), index=True)
    place_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("place.id"))
    place_path: Mapped[str] = mapped_column(String(120), default="")
    whereabouts: Mapped[Whereabouts] = mapped_column(kind_column(Whereabouts))
    on_roll: Mapped[bool] = mapped_column(default=True)
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ContactOfficerPeriodRecord(Record):
    """Who was contact officer, from when to when."""

    __tablename__ = "contact_officer_period"
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    inmate_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("inmate.id"), index=True)
    officer_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("officer.id"))
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)
