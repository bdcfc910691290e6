"""One number a topic, counted up in the same transaction as the change itself."""

from collections.abc import Iterable

from sqlalchemy import Connection, select, update
from sqlalchemy.orm import Session

from app.database.records.prison import ChangeCounterRecord
from app.domain.topics import Topic


def count_up(session: Session, topics: Iterable[Topic]) -> None:
    """Count each topic up by one; always in the same order, so that two writers never deadlock."""
    for topic in sorted(topics):
        session.execute(
            update(ChangeCounterRecord)
            .where(ChangeCounterRecord.topic == topic.value)
            .values(revision=ChangeCounterRecord.revision + 1)
        )


def read_revisions(connection: Connection) -> dict[Topic, int]:
    """Return how often each topic has changed."""
    rows = connection.execute(select(ChangeCounterRecord.topic, ChangeCounterRecord.revision))
    return {Topic(row.topic): row.revision for row in rows}
