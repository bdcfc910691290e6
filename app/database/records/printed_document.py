"""Papers: what they were drawn from, and their bytes, sealed under the data key."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from app.database.base import Record
from app.database.types import UtcDateTime


class PrintedDocumentRecord(Record):
    """One frozen paper. ``source_digest`` names the content it shows; a reprint looks there."""

    __tablename__ = "printed_document"
    __table_args__ = (
        Index("ix_printed_document_source", "inmate_id", "source_digest", "copy", "language"),
    )
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    kind: Mapped[str] = mapped_column(String(32))
    inmate_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("inmate.id"))
    unit: Mapped[str | None] = mapped_column(String(60))
    number: Mapped[int]
    copy: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(8))
    source_digest: Mapped[str] = mapped_column(String(64))
    frozen: Mapped[bytes] = mapped_column(LargeBinary)
    frozen_digest: Mapped[str] = mapped_column(String(64))
    file: Mapped[bytes] = mapped_column(LargeBinary)
    file_digest: Mapped[str] = mapped_column(String(64))
    file_name: Mapped[str] = mapped_column(Text)
    pages: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    created_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("officer.id"))
