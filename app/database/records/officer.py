"""Accounts, and on a server the wrapped key of each."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from app.database.base import Record, VersionedRecord
from app.database.types import UtcDateTime, kind_column
from app.domain.access import Role


class OfficerRecord(VersionedRecord):
    """One account. ``folded`` is the user name as sign-in compares it."""

    __tablename__ = "officer"
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    user_name: Mapped[str] = mapped_column(String(60))
    folded: Mapped[str] = mapped_column(String(60), unique=True)
    display_name: Mapped[str] = mapped_column(String(200))
    role: Mapped[Role] = mapped_column(kind_column(Role))
    unit: Mapped[str | None] = mapped_column(String(60))
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class KeyWrapRecord(Record):
    """The prison's data key, wrapped by one officer's password or recovery code (server only).

    The embedded database keeps the same wraps in a file beside it, because it cannot be opened
    without them.
    """

    __tablename__ = "key_wrap"
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    officer_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("officer.id"), index=True)
    role_name: Mapped[str] = mapped_column(String(63))
    wrap: Mapped[str] = mapped_column(Text)
