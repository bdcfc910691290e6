"""The person in custody: identity, legal status, where he or she is, who follows up."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from app.domain.errors import Problem, RuleBroken
from app.foundation.translation import _

NAME_LIMIT = 200
NUMBER_LIMIT = 40
_LANGUAGE_CODE = re.compile(r"^[a-z]{2,3}$")


class LegalStatus(StrEnum):
    """The basis of custody. It decides words and rules (domain facts 0.4, 0.5)."""

    REMAND = "remand"
    CONVICTED = "convicted"
    PREVENTIVE_DETENTION = "preventive_detention"
    ARRESTED = "arrested"
    UNKNOWN = "unknown"


class Whereabouts(StrEnum):
    """Where a person on the roll is when not in the cell."""

    INSIDE = "inside"
    RECEPTION = "reception"
    COURT = "court"
    HOSPITAL = "hospital"
    LEAVE = "leave"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class InmateFacts:
    """What an officer or a roll file states of a person.

    ``languages`` are ISO 639 codes, the one the person reads best first. ``booking_id`` is the
    key of the source system, empty for people added by hand.
    """

    prison_number: str
    family_name: str
    given_name: str = ""
    birth_date: date | None = None
    legal_status: LegalStatus = LegalStatus.UNKNOWN
    languages: tuple[str, ...] = ()
    interpreter_needed: bool = False
    arrived_at: datetime | None = None
    release_date: date | None = None
    whereabouts: Whereabouts = Whereabouts.INSIDE
    booking_id: str = ""

    @property
    def display_name(self) -> str:
        """Return ``Family, Given`` as lists show it."""
        return display_name(self.family_name, self.given_name)


@dataclass(frozen=True, slots=True)
class Inmate:
    """A stored person with the place and the contact officer of the moment."""

    id: UUID
    version: int
    facts: InmateFacts
    on_roll: bool
    unit: str | None
    place_id: UUID | None
    place_path: str | None
    in_cell: bool
    contact_officer_id: UUID | None
    contact_officer_name: str | None


def display_name(family_name: str, given_name: str) -> str:
    """Return ``Family, Given``, or the one part that is known."""
    return ", ".join(part for part in (family_name, given_name) if part)


def spoken_name(family_name: str, given_name: str) -> str:
    """Return ``Given Family``, as the person is addressed on paper."""
    return " ".join(part for part in (given_name, family_name) if part)


def check_inmate(facts: InmateFacts, today: date) -> InmateFacts:
    """Return the facts trimmed, or refuse them.

    Raises:
        RuleBroken: with one problem for each field that must be put right.
    """
    problems = list(_inmate_problems(facts, today))
    if problems:
        raise RuleBroken(*problems)
    return facts


def _inmate_problems(facts: InmateFacts, today: date) -> list[Problem]:
    problems = []
    if not facts.family_name.strip():
        problems.append(Problem("family_name", _("Skriv etternavnet.")))
    if len(facts.family_name) > NAME_LIMIT or len(facts.given_name) > NAME_LIMIT:
        problems.append(Problem("family_name", _("Navnet kan ha høyst 200 tegn.")))
    if not facts.prison_number.strip():
        problems.append(Problem("prison_number", _("Skriv innsattnummeret.")))
    if len(facts.prison_number) > NUMBER_LIMIT:
        problems.append(Problem("prison_number", _("Innsattnummeret kan ha høyst 40 tegn.")))
    if facts.birth_date is not None and facts.birth_date > today:
        problems.append(Problem("birth_date", _("Fødselsdatoen må være i dag eller tidligere.")))
    if any(not _LANGUAGE_CODE.match(code) for code in facts.languages):
        problems.append(Problem("languages", _("Velg språk fra listen.")))
    return problems


def age(birth_date: date, today: date) -> int:
    """Return the person's age in whole years."""
    before_birthday = (today.month, today.day) < (birth_date.month, birth_date.day)
    return today.year - birth_date.year - before_birthday
