"""The unit of work: one session, one transaction, committed on leaving the block."""

import platform
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, insert
from sqlalchemy.orm import Session

from app.database.change_counters import count_up
from app.database.engine import Database
from app.database.failures import in_words
from app.database.records.access_entry import AccessEntryRecord
from app.domain.access import Access, Officer
from app.domain.topics import Topic
from app.foundation.clock import Clock
from app.foundation.identity import IdMaker


@dataclass(slots=True)
class Work:
    """What a use case holds while it changes something. An error that leaves the block undoes it.

    Attributes:
        session: loads and adds records; never leaves the block.
        officer: on whose behalf, None while the first account is made.
        now: the moment of the work, one for all its rows.
    """

    session: Session
    officer: Officer | None
    now: datetime
    new_id: IdMaker
    _topics: set[Topic] = field(default_factory=set)

    def log(self, *accesses: Access) -> None:
        """Add rows to the access log in the same transaction."""
        self.session.flush()
        rows = [access_row(access, self.officer, self.now, self.new_id()) for access in accesses]
        # On the connection: rows nobody loads as records need none of the session's bookkeeping.
        self.session.connection().execute(insert(AccessEntryRecord), rows)

    def changed(self, *topics: Topic) -> None:
        """Tell every open screen, here and elsewhere, that a topic has changed."""
        self._topics.update(topics)

    def finish(self) -> None:
        """Count up the topics that changed; the last statement before the commit."""
        self.session.flush()
        count_up(self.session.connection(), self._topics)


def access_row(
    access: Access, officer: Officer | None, at: datetime, entry_id: UUID
) -> dict[str, object]:
    """Return the columns of one row of the access log."""
    return {
        "id": entry_id,
        "at": at,
        "officer_id": officer.id if officer else None,
        "officer": officer.display_name if officer else "",
        "workstation": platform.node(),
        "verb": access.verb,
        "feature": access.feature,
        "inmate_id": access.inmate_id,
        "unit": access.unit,
        "record_id": access.record_id,
        "count": access.count,
        "reason": access.reason,
    }


@contextmanager
def work_on(
    database: Database, officer: Officer | None, clock: Clock, new_id: IdMaker
) -> Iterator[Work]:
    """Open a unit of work; leaving the block commits, an error rolls back.

    Raises:
        DatabaseUnavailable: no contact, no room, or a damaged file.
    """
    with in_words(), Session(database.writing, expire_on_commit=False) as session, session.begin():
        work = Work(session, officer, clock(), new_id)
        yield work
        work.finish()


@contextmanager
def read_from(database: Database) -> Iterator[Connection]:
    """Open a connection that reads one consistent state.

    Raises:
        DatabaseUnavailable: no contact, or a damaged file.
    """
    with in_words(), database.reading.connect() as connection, connection.begin():
        yield connection
