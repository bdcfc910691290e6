"""Wings, landings and cells."""

from datetime import date
from uuid import UUID

from sqlalchemy import Date, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from app.database.base import VersionedRecord
from app.database.types import kind_column
from app.domain.places import PlaceKind, PlaceStatus


class PlaceRecord(VersionedRecord):
    """One place; ``path`` is its key inside the prison."""

    __tablename__ = "place"
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    path: Mapped[str] = mapped_column(String(120), unique=True)
    parent_path: Mapped[str | None] = mapped_column(String(120))
    unit: Mapped[str] = mapped_column(String(60), index=True)
    kind: Mapped[PlaceKind] = mapped_column(kind_column(PlaceKind))
    status: Mapped[PlaceStatus] = mapped_column(kind_column(PlaceStatus))
    prison: Mapped[str] = mapped_column(String(12))
    code: Mapped[str] = mapped_column(String(60), default="")
    local_name: Mapped[str] = mapped_column(String(120), default="")
    accommodation: Mapped[str] = mapped_column(String(60), default="")
    used_for: Mapped[str] = mapped_column(Text, default="")
    special_kinds: Mapped[str] = mapped_column(Text, default="")
    converted_to: Mapped[str] = mapped_column(String(60), default="")
    cell_mark: Mapped[str] = mapped_column(String(60), default="")
    maximum: Mapped[int] = mapped_column(default=0)
    working: Mapped[int] = mapped_column(default=0)
    certified: Mapped[int] = mapped_column(default=0)
    out_of_use_reason: Mapped[str] = mapped_column(Text, default="")
    out_of_use_since: Mapped[date | None] = mapped_column(Date)
    back_in_use_on: Mapped[date | None] = mapped_column(Date)
