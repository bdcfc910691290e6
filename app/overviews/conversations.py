"""The conversation log: one person's entries and their older versions."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, select

from app.database.records.conversation import ConversationRecord, ConversationVersionRecord
from app.domain.conversations import is_conversation
from app.domain.read_models import ConversationLine


def _columns(record: type[ConversationRecord] | type[ConversationVersionRecord]) -> list[Any]:
    return [
        record.version,
        record.kind,
        record.occurred_at,
        record.written_at,
        record.author_id,
        record.author,
        record.text,
        record.minutes,
        record.place,
        record.interpreter_used,
        record.next_on,
        record.correction_reason,
    ]


def _line(conversation_id: UUID, inmate_id: UUID, row: Row[*tuple[Any, ...]]) -> ConversationLine:
    return ConversationLine(
        id=conversation_id,
        inmate_id=inmate_id,
        version=row.version,
        kind=row.kind,
        is_conversation=is_conversation(row.kind),
        occurred_at=row.occurred_at,
        written_at=row.written_at,
        author_id=row.author_id,
        author=row.author,
        text=row.text,
        minutes=row.minutes,
        place=row.place,
        interpreter_used=row.interpreter_used,
        next_on=row.next_on,
        correction_reason=row.correction_reason,
    )


def read_log(
    connection: Connection, inmate_id: UUID, limit: int | None = None
) -> tuple[ConversationLine, ...]:
    """Read one person's entries in their newest version, newest first."""
    record = ConversationRecord
    statement = (
        select(record.id, *_columns(record))
        .where(record.inmate_id == inmate_id)
        .order_by(record.occurred_at.desc(), record.id.desc())
        .limit(limit)
    )
    return tuple(_line(row.id, inmate_id, row) for row in connection.execute(statement))


def read_last_conversation(connection: Connection, inmate_id: UUID) -> ConversationLine | None:
    """Read the last entry in which the person was talked with; brief notes do not count."""
    record = ConversationRecord
    statement = (
        select(record.id, *_columns(record))
        .where(record.inmate_id == inmate_id, record.is_conversation)
        .order_by(record.occurred_at.desc())
        .limit(1)
    )
    row = connection.execute(statement).first()
    return None if row is None else _line(row.id, inmate_id, row)


def read_versions(connection: Connection, conversation_id: UUID) -> tuple[ConversationLine, ...]:
    """Read every version of an entry, newest first; empty if there is no such entry."""
    record, old = ConversationRecord, ConversationVersionRecord
    newest = connection.execute(
        select(record.inmate_id, *_columns(record)).where(record.id == conversation_id)
    ).first()
    if newest is None:
        return ()
    older = connection.execute(
        select(*_columns(old))
        .where(old.conversation_id == conversation_id)
        .order_by(old.version.desc())
    )
    inmate_id = newest.inmate_id
    return (
        _line(conversation_id, inmate_id, newest),
        *(_line(conversation_id, inmate_id, row) for row in older),
    )
