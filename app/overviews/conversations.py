"""The conversation log: one person's entries, older versions, and search inside a person or unit.

Inside one person or unit a LIKE over the folded text, reached by index, is quicker than any
full-text index and finds compounds too.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, select

from app.database.records.conversation import ConversationRecord, ConversationVersionRecord
from app.database.records.inmate import InmateRecord
from app.database.records.place import PlaceRecord
from app.domain.conversations import is_conversation
from app.domain.inmates import display_name
from app.domain.read_models import ConversationHit, ConversationLine
from app.foundation.folding import fold

_AROUND_HIT = 60
_ESCAPE = "\\"


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


def search(
    connection: Connection, query: str, scope: ColumnElement[bool], limit: int
) -> tuple[ConversationHit, ...]:
    """Find entries that hold every word of the query, newest first, current versions only.

    Case and accents do not matter, æ ø å do; a word is found inside a compound too.
    """
    words = fold(query).split()
    if not words:
        return ()
    record = ConversationRecord
    statement = (
        select(
            record.id,
            record.inmate_id,
            record.kind,
            record.occurred_at,
            record.text,
            InmateRecord.family_name,
            InmateRecord.given_name,
            PlaceRecord.path,
        )
        .join(InmateRecord, InmateRecord.id == record.inmate_id)
        .outerjoin(PlaceRecord, PlaceRecord.id == InmateRecord.place_id)
        .where(scope, *(record.folded.like(_pattern(word), escape=_ESCAPE) for word in words))
        .order_by(record.occurred_at.desc(), record.id.desc())
        .limit(limit)
    )
    return tuple(_hit(row, words[0]) for row in connection.execute(statement))


def _pattern(word: str) -> str:
    for special in (_ESCAPE, "%", "_"):
        word = word.replace(special, _ESCAPE + special)
    return f"%{word}%"


def _hit(row: Row[*tuple[Any, ...]], word: str) -> ConversationHit:
    return ConversationHit(
        id=row.id,
        inmate_id=row.inmate_id,
        inmate_name=display_name(row.family_name, row.given_name),
        place_path=row.path,
        kind=row.kind,
        occurred_at=row.occurred_at,
        snippet=snippet(row.text, word),
    )


def snippet(text: str, word: str) -> str:
    """Return the text around the first hit on one line, with dots where it was cut."""
    flat = " ".join(text.split())
    at = max(fold(flat).find(word), 0)
    start, end = max(0, at - _AROUND_HIT), at + len(word) + _AROUND_HIT
    before, after = ("… " if start else ""), (" …" if end < len(flat) else "")
    return f"{before}{flat[start:end].strip()}{after}"


def of_inmate(inmate_id: UUID) -> ColumnElement[bool]:
    """Return the scope of a search inside one person's log."""
    return ConversationRecord.inmate_id == inmate_id


def of_unit(unit: str | None) -> ColumnElement[bool]:
    """Return the scope of a search among the people of a unit, or of the whole prison."""
    people = select(InmateRecord.id)
    if unit is not None:
        people = people.where(InmateRecord.unit == unit)
    return ConversationRecord.inmate_id.in_(people)
