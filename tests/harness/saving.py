"""The child that is killed: it saves conversations for ever and says which ones are saved."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from random import Random
from uuid import UUID

from app.database.opening import DatabasePlace
from app.domain.conversations import ConversationKind, NewConversation
from app.foundation.clock import system_clock
from app.use_cases.conversations import record_conversation
from app.use_cases.office import Office
from app.use_cases.sign_in import sign_in

LONGEST_BODY = 3900


@dataclass(frozen=True)
class Job:
    """What one child does. ``too_early`` plants the fault that the harness must catch."""

    place: DatabasePlace
    user_name: str
    password: str
    inmate_id: UUID
    seed: int
    too_early: bool = False


def save_for_ever(job: Job, acknowledgements: Connection) -> None:
    """Save one entry after the other; send an entry's id when the use case has returned."""
    office = sign_in(job.place, job.user_name, job.password, system_clock)
    for entry in _entries(office, job):
        if job.too_early:
            acknowledgements.send_bytes(entry.id.bytes)
            record_conversation(office, entry)
        else:
            record_conversation(office, entry)
            acknowledgements.send_bytes(entry.id.bytes)


def _entries(office: Office, job: Job) -> Iterator[NewConversation]:
    chance = Random(job.seed)
    while True:
        yield NewConversation(
            id=office.new_id(),
            inmate_id=job.inmate_id,
            kind=ConversationKind.CONTACT_OFFICER,
            occurred_at=office.clock(),
            text=proved("søknad å " * chance.randint(1, LONGEST_BODY // 9)),
            minutes=chance.randint(1, 60),
        )


def proved(body: str) -> str:
    """Return the text with its own digest at the end."""
    body = body.strip()
    return f"{body}\n{hashlib.sha256(body.encode()).hexdigest()}"


def is_whole(text: str) -> bool:
    """Tell whether a text is one that ``proved`` made, to the last letter."""
    body, _mark, _digest = text.rpartition("\n")
    return proved(body) == text
