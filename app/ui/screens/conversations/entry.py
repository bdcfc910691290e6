"""What stands in the panel while an entry is written, and how it becomes a draft and back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from app.domain.cell_blocks import InmateLine
from app.domain.conversations import (
    Conversation,
    ConversationKind,
    Correction,
    NewConversation,
    clean_text,
    is_conversation,
)
from app.domain.drafts import DraftFeature
from app.domain.places import door_name
from app.domain.read_models import ConversationLine

USUAL_MINUTES = 20
_WHOLE_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Person:
    """Whom an entry is about. ``name`` is ``Family, Given``; empty until it has been read."""

    id: UUID
    name: str = ""
    place: str = ""
    interpreter_needed: bool = False

    @property
    def given_name(self) -> str:
        """Return the given name; the whole name where it has but one part."""
        return self.name.partition(", ")[2] or self.name


# Whom an entry is about before the entry has been read.
NOBODY = Person(UUID(int=0))


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom an entry is about; for a correction also which entry, and the version it builds on."""

    person: Person
    conversation_id: UUID | None = None
    version: int = 0

    @property
    def feature(self) -> DraftFeature:
        """Return what a draft of it will become."""
        is_new = self.conversation_id is None
        return DraftFeature.CONVERSATION if is_new else DraftFeature.CORRECTION

    @property
    def filed_under(self) -> UUID:
        """Return what a draft of it is about: the entry, or the person."""
        return self.conversation_id or self.person.id


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved, and whether the officer wants to go on with the next person."""

    entry: Conversation
    subject: Subject
    then_next: bool


def person_of(line: InmateLine) -> Person:
    """Return the person of a line of the overview."""
    return Person(line.id, line.name, door_name(line.cell), line.interpreter_needed)


@dataclass(frozen=True, slots=True)
class EntryFields:
    """The fields as they stand. ``reason`` is a correction's alone."""

    kind: ConversationKind
    occurred_at: datetime
    text: str = ""
    minutes: int | None = USUAL_MINUTES
    place: str = ""
    interpreter_used: bool = False
    next_on: date | None = None
    finished_steps: frozenset[UUID] = frozenset()
    reason: str = ""

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing has been written."""
        return not self.text.strip() and not self.reason.strip()


def fresh_fields(now: datetime) -> EntryFields:
    """Return what a new entry begins with: a talk that was held a moment ago."""
    return EntryFields(ConversationKind.CONTACT_OFFICER, whole_minutes(now))


def whole_minutes(now: datetime) -> datetime:
    """Return the time, back to the last whole five minutes; never a time to come."""
    return now.replace(second=0, microsecond=0) - timedelta(minutes=now.minute % _WHOLE_MINUTES)


def with_person(fields: EntryFields, person: Person) -> EntryFields:
    """Return the fields with what is known of the person, where nothing else was put."""
    return replace(
        fields,
        place=fields.place or person.place,
        interpreter_used=fields.interpreter_used or person.interpreter_needed,
    )


def fields_of(entry: Conversation | ConversationLine) -> EntryFields:
    """Return what a saved entry says, to be corrected."""
    return EntryFields(
        kind=entry.kind,
        occurred_at=entry.occurred_at,
        text=entry.text,
        minutes=entry.minutes,
        place=entry.place,
        interpreter_used=entry.interpreter_used,
        next_on=entry.next_on,
    )


def new_conversation(entry_id: UUID, inmate_id: UUID, fields: EntryFields) -> NewConversation:
    """Return the entry to save; a brief note has no length."""
    return NewConversation(
        id=entry_id,
        inmate_id=inmate_id,
        kind=fields.kind,
        occurred_at=fields.occurred_at,
        text=fields.text,
        minutes=stated_minutes(fields),
        place=fields.place,
        interpreter_used=fields.interpreter_used,
        next_on=fields.next_on,
        finished_steps=tuple(sorted(fields.finished_steps)),
    )


def correction(conversation_id: UUID, base_version: int, fields: EntryFields) -> Correction:
    """Return the correction to save."""
    return Correction(
        conversation_id=conversation_id,
        base_version=base_version,
        text=fields.text,
        kind=fields.kind,
        occurred_at=fields.occurred_at,
        minutes=stated_minutes(fields),
        reason=fields.reason,
    )


def stated_minutes(fields: EntryFields) -> int | None:
    """Return how long it took; a brief note took no time worth stating."""
    return fields.minutes if is_conversation(fields.kind) else None


def says_the_same(entry: Conversation, fields: EntryFields) -> bool:
    """Tell whether a stored entry says what stands in the fields."""
    stored = (entry.text, entry.kind, entry.occurred_at, entry.minutes)
    return stored == (
        clean_text(fields.text),
        fields.kind,
        fields.occurred_at,
        stated_minutes(fields),
    )


def draft_fields(fields: EntryFields, person: Person) -> dict[str, str]:
    """Return the fields as a draft holds them, with whom they are about."""
    return {
        "inmate_id": str(person.id),
        "name": person.name,
        "cell": person.place,
        "kind": fields.kind.value,
        "occurred_at": fields.occurred_at.isoformat(),
        "text": fields.text,
        "minutes": "" if fields.minutes is None else str(fields.minutes),
        "place": fields.place,
        "interpreter_used": "1" if fields.interpreter_used else "",
        "next_on": "" if fields.next_on is None else fields.next_on.isoformat(),
        "finished_steps": " ".join(str(step) for step in sorted(fields.finished_steps)),
        "reason": fields.reason,
    }


def person_of_draft(kept: Mapping[str, str]) -> Person:
    """Return whom a draft is about, as it was known when it was written."""
    return Person(UUID(kept["inmate_id"]), kept.get("name", ""), kept.get("cell", ""))


def fields_of_draft(kept: Mapping[str, str]) -> EntryFields:
    """Return the fields a draft holds.

    Raises:
        ValueError, KeyError: it is no draft of an entry.
    """
    return EntryFields(
        kind=ConversationKind(kept["kind"]),
        occurred_at=datetime.fromisoformat(kept["occurred_at"]),
        text=kept["text"],
        minutes=int(kept["minutes"]) if kept["minutes"] else None,
        place=kept["place"],
        interpreter_used=bool(kept["interpreter_used"]),
        next_on=date.fromisoformat(kept["next_on"]) if kept["next_on"] else None,
        finished_steps=frozenset(UUID(step) for step in kept["finished_steps"].split()),
        reason=kept["reason"],
    )
