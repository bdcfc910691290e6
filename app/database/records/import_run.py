"""What each import created and changed, so that it can be taken back as one."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from app.database.base import Record
from app.database.types import UtcDateTime


class ImportRunRecord(Record):
    """One import that changed something. ``officer`` and ``undone_by`` are names frozen then."""

    __tablename__ = "import_run"
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    officer_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("officer.id"))
    officer: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(32))
    file_name: Mapped[str] = mapped_column(String(255))
    prison: Mapped[str] = mapped_column(String(12))
    created: Mapped[int] = mapped_column(default=0)
    changed: Mapped[int] = mapped_column(default=0)
    unchanged: Mapped[int] = mapped_column(default=0)
    moved: Mapped[int] = mapped_column(default=0)
    departed: Mapped[int] = mapped_column(default=0)
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    undone_by: Mapped[str] = mapped_column(String(200), default="")


class ImportedRowRecord(Record):
    """One row an import made or changed; written once, never changed.

    ``before`` is None for a row that was made; ``after`` is then a digest of it. For a changed row
    both are JSON of the columns that became different. ``row_version`` tells versions of one
    conversation apart.
    """

    __tablename__ = "imported_row"
    import_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("import_run.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    table_name: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[UUID] = mapped_column(Uuid, index=True)
    row_version: Mapped[int | None]
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str] = mapped_column(Text)
