"""The conversation log: the newest version of each entry, and every older one."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey, Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from app.database.base import Record, VersionedRecord
from app.database.types import UtcDateTime, kind_column
from app.domain.conversations import ConversationKind


class ConversationRecord(VersionedRecord):
    """One entry in its newest version. ``folded`` is the text as search compares it."""

    __tablename__ = "conversation"
    __table_args__ = (Index("ix_conversation_last", "inmate_id", "is_conversation", "occurred_at"),)
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    inmate_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("inmate.id"))
    kind: Mapped[ConversationKind] = mapped_column(kind_column(ConversationKind))
    is_conversation: Mapped[bool]
    occurred_at: Mapped[datetime] = mapped_column(UtcDateTime)
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)
    author_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("officer.id"))
    author: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    folded: Mapped[str] = mapped_column(Text)
    minutes: Mapped[int | None]
    place: Mapped[str] = mapped_column(String(200), default="")
    interpreter_used: Mapped[bool] = mapped_column(default=False)
    next_on: Mapped[date | None] = mapped_column(Date)
    correction_reason: Mapped[str] = mapped_column(Text, default="")
    source_key: Mapped[str | None] = mapped_column(String(60), unique=True)


class ConversationVersionRecord(Record):
    """A version that has been corrected since; written once, never changed."""

    __tablename__ = "conversation_version"
    conversation_id: Mapped[UUID] = mapped_column(
        Uuid, ForeignKey("conversation.id"), primary_key=True
    )
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[ConversationKind] = mapped_column(kind_column(ConversationKind))
    occurred_at: Mapped[datetime] = mapped_column(UtcDateTime)
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)
    author_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("officer.id"))
    author: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    minutes: Mapped[int | None]
    place: Mapped[str] = mapped_column(String(200), default="")
    interpreter_used: Mapped[bool] = mapped_column(default=False)
    next_on: Mapped[date | None] = mapped_column(Date)
    correction_reason: Mapped[str] = mapped_column(Text, default="")
