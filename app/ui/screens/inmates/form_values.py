"""What is typed in the form, as text, and the facts it stands for."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from uuid import UUID

from app.domain.errors import Problem, RuleBroken
from app.domain.inmates import Inmate, InmateFacts, LegalStatus
from app.foundation.clock import OSLO, oslo_date
from app.foundation.dates import date_text, read_date
from app.foundation.translation import _, mark

# The order of the fields on the form; the names are those of the rules' problems.
FIELDS = (
    "family_name",
    "given_name",
    "prison_number",
    "birth_date",
    "legal_status",
    "languages",
    "interpreter_needed",
    "arrived_on",
    "release_date",
)
LABELS = {
    "family_name": mark("Etternavn"),
    "given_name": mark("Fornavn"),
    "prison_number": mark("Innsattnummer"),
    "birth_date": mark("Fødselsdato"),
    "legal_status": mark("Juridisk status"),
    "languages": mark("Språk"),
    "interpreter_needed": mark("Trenger tolk"),
    "arrived_on": mark("Kom til fengselet"),
    "release_date": mark("Løslatelse ifølge rull"),
    "place": mark("Celle"),
    "contact_officer": mark("Kontaktbetjent"),
}
REQUIRED = frozenset({"family_name", "prison_number"})
_DATES = ("birth_date", "arrived_on", "release_date")
_MIDDAY = time(12)


@dataclass(frozen=True, slots=True)
class FormValues:
    """The form as it stands; dates as typed, place and officer for a new person only."""

    family_name: str = ""
    given_name: str = ""
    prison_number: str = ""
    birth_date: str = ""
    legal_status: LegalStatus = LegalStatus.UNKNOWN
    languages: tuple[str, ...] = ()
    interpreter_needed: bool = False
    arrived_on: str = ""
    release_date: str = ""
    place_id: UUID | None = None
    contact_officer_id: UUID | None = None


def values_of(facts: InmateFacts) -> FormValues:
    """Return what the form shows of known facts."""
    return FormValues(
        family_name=facts.family_name,
        given_name=facts.given_name,
        prison_number=facts.prison_number,
        birth_date=_shown(facts.birth_date),
        legal_status=facts.legal_status,
        languages=facts.languages,
        interpreter_needed=facts.interpreter_needed,
        arrived_on=_shown(oslo_date(facts.arrived_at) if facts.arrived_at else None),
        release_date=_shown(facts.release_date),
    )


def _shown(day: date | None) -> str:
    return date_text(day) if day else ""


def facts_of(values: FormValues, base: InmateFacts | None, now: datetime) -> InmateFacts:
    """Return the facts the form stands for; what the form does not show is kept from ``base``.

    Raises:
        RuleBroken: a date cannot be read; the names of the fields are those of the form.
    """
    today = oslo_date(now)
    days, problems = _read_dates(values, today)
    if problems:
        raise RuleBroken(*problems)
    known = base or InmateFacts(prison_number="", family_name="")
    return replace(
        known,
        family_name=values.family_name.strip(),
        given_name=values.given_name.strip(),
        prison_number=values.prison_number.strip(),
        birth_date=days["birth_date"],
        legal_status=values.legal_status,
        languages=values.languages,
        interpreter_needed=values.interpreter_needed,
        arrived_at=_arrival(days["arrived_on"], known.arrived_at, now),
        release_date=days["release_date"],
    )


def _read_dates(values: FormValues, today: date) -> tuple[dict[str, date | None], list[Problem]]:
    days: dict[str, date | None] = {}
    problems = []
    for field in _DATES:
        typed = getattr(values, field).strip()
        try:
            day = read_date(typed, today) if typed else None
        except ValueError:
            problems.append(Problem(field, _("Skriv datoen som 23.11.2026.")))
            continue
        days[field] = None if day is None else _past_century(field, day, typed, today)
    if not problems and days["arrived_on"] is not None and days["arrived_on"] > today:
        problems.append(Problem("arrived_on", _("Datoen må være i dag eller tidligere.")))
    return days, problems


def _past_century(field: str, day: date, typed: str, today: date) -> date:
    """Return a birth date typed with two digits of the year in the century that has passed."""
    if field == "birth_date" and day > today and str(day.year) not in typed:
        return day.replace(year=day.year - 100)
    return day


def _arrival(day: date | None, known: datetime | None, now: datetime) -> datetime | None:
    """Return when the person came: the known hour while the day stays, else now or midday."""
    if day is None:
        return None
    if known is not None and oslo_date(known) == day:
        return known
    if day == oslo_date(now):
        return now
    return datetime.combine(day, _MIDDAY, OSLO).astimezone(now.tzinfo)


def who_text(inmate: Inmate) -> str:
    """Return the name and number of a person, for the head of a form."""
    return f"{inmate.facts.display_name} · {inmate.facts.prison_number}"
