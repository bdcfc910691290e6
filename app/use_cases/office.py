"""The office: an open database, the officer who is signed in, and the clock.

Every use case takes it first. Access is denied unless the role carries the right; a denied try is
written to the access log. What is read of people is logged, and the row committed, before it is
shown.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from uuid import UUID

from sqlalchemy import Connection, insert

from app.database.engine import Database
from app.database.opening import DatabasePlace
from app.database.records.access_entry import AccessEntryRecord
from app.database.work import Work, access_row, read_from, work_on
from app.database.workstation.drafts import DraftStore
from app.domain.access import Access, Officer, Right, Verb
from app.domain.errors import NotAllowed
from app.domain.prison import Prison
from app.domain.thresholds import OverviewThresholds
from app.foundation.clock import Clock, oslo_date
from app.foundation.identity import IdMaker
from app.foundation.paths import Places


@dataclass(slots=True)
class Office:
    """What use cases need. One for each sign-in; closed by ``sign_in.sign_out``.

    Attributes:
        data_key: the prison's key, from which keys for papers and drafts are derived.
        thresholds: the numbers overviews are coloured by, read anew when they change.
        about_prison: whose data these are, read anew when it changes.
        backup_failure: why the last try to make a backup failed; empty if it did not.
        backing_up: held while a planned backup is made; several windows look whether one is due.
        ended: a backup took the database's place; nothing can be read or written any more.
    """

    place: DatabasePlace
    database: Database
    officer: Officer
    clock: Clock
    new_id: IdMaker
    data_key: bytes
    drafts: DraftStore
    thresholds: OverviewThresholds
    about_prison: Prison
    settings_revision: int = 0
    backup_failure: str = ""
    ended: bool = False
    backing_up: Lock = field(default_factory=Lock, repr=False)

    @property
    def prison(self) -> str:
        """Return the prison's code, empty until places or a roll have been brought in."""
        return self.about_prison.code

    @property
    def is_example(self) -> bool:
        """Tell whether the data are an example."""
        return self.about_prison.is_example

    @property
    def folders(self) -> Places:
        """Return the folders this program may write to."""
        return self.place.folders

    def today(self) -> date:
        """Return the calendar day in Oslo."""
        return oslo_date(self.clock())

    def may(self, right: Right) -> bool:
        """Tell whether the officer has the right, without logging a try."""
        return self.officer.may(right)

    def demand(self, right: Right, feature: str, inmate_id: UUID | None = None) -> None:
        """Refuse and log unless the officer has the right.

        Raises:
            NotAllowed: the role does not carry the right.
        """
        if self.officer.may(right):
            return
        self.note(Access(Verb.DENIED, feature, inmate_id=inmate_id, reason=right.value))
        raise NotAllowed(right.value)

    @contextmanager
    def work(self, right: Right, feature: str) -> Iterator[Work]:
        """Open a unit of work for an officer with the right; leaving the block commits.

        Raises:
            NotAllowed: the role does not carry the right.
            DatabaseUnavailable: nothing was saved.
        """
        self.demand(right, feature)
        with work_on(self.database, self.officer, self.clock, self.new_id) as work:
            yield work

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a connection that reads one consistent state."""
        with read_from(self.database) as connection:
            yield connection

    def note(self, *accesses: Access) -> None:
        """Write rows to the access log in a transaction of their own, committed on return."""
        now = self.clock()
        rows = [access_row(access, self.officer, now, self.new_id()) for access in accesses]
        with work_on(self.database, self.officer, self.clock, self.new_id) as work:
            work.session.execute(insert(AccessEntryRecord), rows)
