"""The conversation log: what was said, when it happened and when it was written.

A saved entry is never edited. A correction is a new version with a reason; the old one stays
readable. Source: product promise, and forskrift 2013-09-20-1099 § 3 on quality of information.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from app.domain.errors import Problem, RuleBroken
from app.foundation.clock import oslo_date
from app.foundation.translation import _

TEXT_LIMIT = 4000
REASON_LIMIT = 500
LONGEST_MINUTES = 600
AGREED_MARK = ">"


class ConversationKind(StrEnum):
    """What sort of entry it is (meeting types of domain facts section 9)."""

    CONTACT_OFFICER = "contact_officer"
    INTAKE = "intake"
    PLAN_MEETING = "plan_meeting"
    MOTIVATION = "motivation"
    CONCERN = "concern"
    RELEASE = "release"
    OTHER = "other"
    NOTE = "note"


def is_conversation(kind: ConversationKind) -> bool:
    """Tell whether the person was talked with: a brief note is not a conversation."""
    return kind is not ConversationKind.NOTE


@dataclass(frozen=True, slots=True)
class NewConversation:
    """An entry as the officer wrote it. ``id`` is made by the client at the first key press.

    ``occurred_at`` is UTC; ``minutes`` None means not stated.
    """

    id: UUID
    inmate_id: UUID
    kind: ConversationKind
    occurred_at: datetime
    text: str
    minutes: int | None = None
    place: str = ""
    interpreter_used: bool = False
    next_on: date | None = None
    finished_steps: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """A new version of a saved entry, the reason for it, and the version it builds on."""

    conversation_id: UUID
    base_version: int
    text: str
    kind: ConversationKind
    occurred_at: datetime
    minutes: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """A stored entry. ``author`` is the name frozen at the time of writing."""

    id: UUID
    inmate_id: UUID
    version: int
    kind: ConversationKind
    occurred_at: datetime
    written_at: datetime
    author_id: UUID | None
    author: str
    text: str
    minutes: int | None = None
    place: str = ""
    interpreter_used: bool = False
    next_on: date | None = None
    correction_reason: str = ""


def check_conversation(entry: NewConversation, now: datetime) -> NewConversation:
    """Return the entry if the rules hold.

    Raises:
        RuleBroken: empty or too long text, a time to come, an impossible length.
    """
    problems = _content_problems(entry.text, entry.occurred_at, entry.minutes, now)
    if problems:
        raise RuleBroken(*problems)
    return entry


def check_correction(correction: Correction, now: datetime) -> Correction:
    """Return the correction if the rules hold; a correction needs a reason.

    Raises:
        RuleBroken: as for a new entry, or no reason is given.
    """
    problems = _content_problems(correction.text, correction.occurred_at, correction.minutes, now)
    if not correction.reason.strip():
        problems.append(Problem("reason", _("Skriv hvorfor du retter.")))
    if len(correction.reason) > REASON_LIMIT:
        problems.append(Problem("reason", _("Grunnen kan ha høyst 500 tegn.")))
    if problems:
        raise RuleBroken(*problems)
    return correction


def _content_problems(
    text: str, occurred_at: datetime, minutes: int | None, now: datetime
) -> list[Problem]:
    problems = []
    if not clean_text(text):
        problems.append(Problem("text", _("Skriv hva dere snakket om.")))
    if len(text) > TEXT_LIMIT:
        problems.append(
            Problem("text", _("Teksten kan ha høyst 4 000 tegn. Del den i to oppføringer."))
        )
    if occurred_at > now:
        problems.append(Problem("occurred_at", _("Tidspunktet må være nå eller tidligere.")))
    if minutes is not None and not 0 < minutes <= LONGEST_MINUTES:
        problems.append(Problem("minutes", _("Varigheten må være fra 1 til 600 minutter.")))
    return problems


def clean_text(text: str) -> str:
    """Return the text as it is stored: NUL and other control characters gone, ends trimmed."""
    lines = text.replace("\r\n", "\n")
    if lines.replace("\n", "").replace("\t", "").isprintable():
        return lines.strip()  # nearly every text, and an import has hundreds of thousands
    return "".join(c for c in lines if c in "\n\t" or c.isprintable()).strip()


def agreed_lines(text: str) -> tuple[str, ...]:
    """Return what was agreed: the lines that start with ``>``, the mark taken off."""
    return tuple(
        line.lstrip()[1:].strip()
        for line in text.splitlines()
        if line.lstrip().startswith(AGREED_MARK) and line.lstrip()[1:].strip()
    )


def days_since(last: datetime | None, today: date) -> int | None:
    """Return calendar days in Oslo since the last conversation, None if there was none."""
    if last is None:
        return None
    # An imported entry may carry a date to come.
    return max(0, (today - oslo_date(last)).days)
