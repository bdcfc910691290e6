"""One number a topic, counted up in the same transaction as the change itself."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select, update

from app.database.records.prison import ChangeCounterRecord
from app.domain.topics import Topic

_COUNT_UP = (
    update(ChangeCounterRecord)
    .where(ChangeCounterRecord.topic == bindparam("counted"))
    .values(revision=ChangeCounterRecord.revision + 1)
)


def count_up(connection: Connection, topics: Iterable[Topic]) -> None:
    """Count each topic up by one; always in the same order, so that two writers never deadlock."""
    for topic in sorted(topics):
        connection.execute(_COUNT_UP, {"counted": topic.value})


def read_revisions(connection: Connection) -> dict[Topic, int]:
    """Return how often each topic has changed."""
    rows = connection.execute(select(ChangeCounterRecord.topic, ChangeCounterRecord.revision))
    return {Topic(row.topic): row.revision for row in rows}
