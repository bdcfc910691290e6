"""Kill -9 while saving: nothing that was acknowledged is lost, nothing is there by half.

A child saves through the real use case and sends each id after the use case has returned. It is
killed at a random moment; then the database is opened anew and compared with what was sent. While
the child lives, nobody else has the database open: what the kill left is what is opened.
"""

import os
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from random import Random
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection as SqlConnection
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from app.database.opening import DatabasePlace
from app.database.records.access_entry import AccessEntryRecord
from app.domain.access import Verb
from app.domain.inmates import InmateFacts
from app.foundation.clock import system_clock
from app.use_cases.conversations import conversation_log
from app.use_cases.inmates import add_inmate
from app.use_cases.office import Office
from app.use_cases.sign_in import sign_in, sign_out
from tests.harness.saving import Job, is_whole, save_for_ever

Result = TypeVar("Result")

PATIENCE = 30
MOST_ACKNOWLEDGED = 8
LONGEST_OFFSET = 0.004

_processes = get_context("forkserver")
_processes.set_forkserver_preload(["tests.harness.saving"])


@dataclass(frozen=True)
class Tally:
    """What many kills came to."""

    kills: int = 0
    acknowledged: int = 0
    saved: int = 0
    lost: int = 0
    half: int = 0

    def plus(self, other: "Tally") -> "Tally":
        return Tally(
            *(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__)
        )


class KillHarness:
    """Kills children that save into one database.

    ``administrator`` is the address that may read the access log on a server: officers may not.
    """

    def __init__(self, place: DatabasePlace, account: tuple[str, str], seed: int = 1) -> None:
        self._place = place
        self._user_name, self._password = account
        self._chance = Random(seed)
        self._people = 0
        self.administrator: str | None = None

    def run(self, kills: int, *, too_early: bool = False) -> Tally:
        """Kill so many children, one after the other."""
        tally = Tally()
        for _round in range(kills):
            tally = tally.plus(self._one(too_early=too_early))
        return tally

    def kills_until_caught(self, most: int) -> int:
        """Return how many kills it takes to catch a child that acknowledges too early."""
        for kills in range(1, most + 1):
            if self._one(too_early=True).lost:
                return kills
        return 0

    def _one(self, *, too_early: bool) -> Tally:
        inmate_id = self._with_office(self._add_person)
        job = Job(
            self._place,
            self._user_name,
            self._password,
            inmate_id,
            self._chance.getrandbits(32),
            too_early,
        )
        acknowledged = self._kill_while_saving(job)
        found = self._with_office(lambda office: self.compare(office, inmate_id, acknowledged))
        return replace(found, kills=1)

    def _with_office(self, act: Callable[[Office], Result]) -> Result:
        office = sign_in(self._place, self._user_name, self._password, system_clock)
        try:
            return act(office)
        finally:
            sign_out(office)

    def _add_person(self, office: Office) -> UUID:
        self._people += 1
        number = f"K{self._chance.getrandbits(32):08x}-{self._people}"
        return add_inmate(office, InmateFacts(prison_number=number, family_name="Prøve")).id

    def _kill_while_saving(self, job: Job) -> list[UUID]:
        wanted = self._chance.randint(1, MOST_ACKNOWLEDGED)
        offset = self._chance.uniform(0, LONGEST_OFFSET)
        receiving, sending = _processes.Pipe(duplex=False)
        child = _processes.Process(target=save_for_ever, args=(job, sending), daemon=True)
        child.start()
        sending.close()
        try:
            acknowledged = [_next(receiving) for _entry in range(wanted)]
            spin(offset)
            assert child.pid is not None
            os.kill(child.pid, signal.SIGKILL)
            child.join(PATIENCE)
            assert child.exitcode == -signal.SIGKILL, "the child must live until it is killed"
            return acknowledged + _rest(receiving)
        finally:
            receiving.close()

    def compare(self, office: Office, inmate_id: UUID, acknowledged: list[UUID]) -> Tally:
        """Compare what the database holds of a person with what was acknowledged."""
        lines = {line.id: line for line in conversation_log(office, inmate_id)}
        logged = self._logged(office, inmate_id)
        half = {entry_id for entry_id, line in lines.items() if not is_whole(line.text)}
        half |= {entry_id for entry_id in lines if logged[entry_id] != 1}
        half |= logged.keys() - lines.keys()
        return Tally(
            acknowledged=len(acknowledged),
            saved=len(lines),
            lost=len(set(acknowledged) - lines.keys()),
            half=len(half),
        )

    def _logged(self, office: Office, inmate_id: UUID) -> Counter[UUID]:
        """Return how many rows of the access log tell of each saved entry."""
        if self.administrator is None:
            with office.reading() as connection:
                return _logged_entries(connection, inmate_id)
        engine = administrator_engine(self.administrator)
        with engine.connect() as connection:
            return _logged_entries(connection, inmate_id)


def administrator_engine(address: str) -> Engine:
    """Open a server with the database administrator's own address."""
    return create_engine(make_url(address).set(drivername="postgresql+psycopg"), poolclass=NullPool)


def _logged_entries(connection: SqlConnection, inmate_id: UUID) -> Counter[UUID]:
    entry = AccessEntryRecord
    rows = connection.execute(
        select(entry.record_id).where(
            entry.inmate_id == inmate_id,
            entry.verb == Verb.COLLECT,
            entry.feature == "conversations",
        )
    )
    return Counter(rows.scalars())


def _next(receiving: Connection) -> UUID:
    assert receiving.poll(PATIENCE), "the child does not save"
    return UUID(bytes=receiving.recv_bytes())


def _rest(receiving: Connection) -> list[UUID]:
    """Return what was acknowledged before the kill and not read yet."""
    found = []
    while True:
        try:
            found.append(UUID(bytes=receiving.recv_bytes()))
        except EOFError:
            return found


def spin(seconds: float) -> None:
    """Pass less time than a sleep can, so that the kill strikes anywhere in a save."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass
