"""Freeze plans for paper: what is read once for a whole unit, and what is read for each person."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from uuid import UUID

from sqlalchemy import Connection, select

from app.database.records.inmate import InmateRecord
from app.database.records.officer import OfficerRecord
from app.database.records.place import PlaceRecord
from app.documents.copies import PaperCopy
from app.documents.framing import Origin
from app.documents.plan import PlanSource, freeze_plan
from app.domain.errors import NotFound
from app.domain.inmates import Inmate, display_name
from app.domain.plan_text import plan_to_json
from app.domain.plans import Plan
from app.foundation.translation import SOURCE_LANGUAGE, words_for
from app.overviews.inmates import inmate_facts_select, inmate_of
from app.use_cases.office import Office
from app.use_cases.paper_store import FrozenPaper, WantedPaper
from app.use_cases.plans import content_digest

PLAN = "plan"
_LARGE = "\nlarge print"


@dataclass(frozen=True, slots=True)
class PaperForm:
    """How a paper is wanted: which copy, in which language, how large."""

    copy: PaperCopy = PaperCopy.INMATE
    language: str = SOURCE_LANGUAGE
    large_print: bool = False


@dataclass(slots=True)
class KnownNames:
    """The names to keep off inmates' copies, each read once for all papers of a job."""

    _staff: tuple[str, ...] | None = None
    _units: dict[str | None, tuple[str, ...]] = field(default_factory=dict)

    def staff(self, connection: Connection) -> tuple[str, ...]:
        """Return what everybody with an account is called."""
        if self._staff is None:
            names = connection.execute(select(OfficerRecord.display_name))
            self._staff = tuple(names.scalars())
        return self._staff

    def of_unit(self, connection: Connection, unit: str | None) -> tuple[str, ...]:
        """Return what everybody in the unit is called."""
        if unit not in self._units:
            rows = connection.execute(
                select(InmateRecord.family_name, InmateRecord.given_name).where(
                    InmateRecord.on_roll, InmateRecord.unit == unit
                )
            )
            self._units[unit] = tuple(display_name(row.family_name, row.given_name) for row in rows)
        return self._units[unit]


def source_digest(text: str, form: PaperForm) -> str:
    """Return what a paper is found again by: its content, and how large it is set."""
    return content_digest(text + _LARGE if form.large_print else text)


def wanted_plan(plan: Plan, form: PaperForm) -> WantedPaper:
    """Return what the paper of a plan is kept by."""
    digest = source_digest(f"{plan.status.value}\n{plan_to_json(plan.content)}", form)
    copy, language = form.copy.value, form.language
    return WantedPaper(PLAN, plan.inmate_id, None, plan.number, copy, language, digest)


def frozen_plan(office: Office, plan: Plan, form: PaperForm, wanted: WantedPaper) -> FrozenPaper:
    """Freeze a plan as it is now, to be kept by what ``wanted_plan`` answered.

    Raises:
        NotFound: the person is gone.
    """
    source = plan_sources(office, [plan], form, KnownNames())[0]
    return freeze_source(source, form, wanted)


def plan_sources(
    office: Office, plans: Collection[Plan], form: PaperForm, names: KnownNames
) -> list[PlanSource]:
    """Read what the papers of some plans are frozen from, in the order of the plans.

    Raises:
        NotFound: a person is gone.
    """
    with office.reading() as connection:
        people = _read_people(connection, [plan.inmate_id for plan in plans])
        return [
            PlanSource(
                new_origin(office),
                form.copy,
                _found(people, plan.inmate_id),
                plan,
                names.staff(connection),
                names.of_unit(connection, people[plan.inmate_id].unit),
            )
            for plan in plans
        ]


def freeze_source(source: PlanSource, form: PaperForm, wanted: WantedPaper) -> FrozenPaper:
    """Freeze what ``plan_sources`` read."""
    origin, words = source.origin, words_for(form.language)
    document = freeze_plan(source, words, large_print=form.large_print)
    return FrozenPaper(wanted, document, origin.document_id, origin.frozen_at)


def new_origin(office: Office) -> Origin:
    """Return a number and the moment for a new paper of this prison."""
    return Origin(office.new_id(), office.about_prison.on_paper, office.clock(), office.is_example)


def read_for_paper(connection: Connection, inmate_id: UUID) -> Inmate:
    """Read a person, the cell being called what it is called on the door.

    Raises:
        NotFound: nobody with that id.
    """
    return _found(_read_people(connection, [inmate_id]), inmate_id)


def _found(people: dict[UUID, Inmate], inmate_id: UUID) -> Inmate:
    if inmate_id not in people:
        raise NotFound(str(inmate_id))
    return people[inmate_id]


def _read_people(connection: Connection, inmate_ids: Collection[UUID]) -> dict[UUID, Inmate]:
    statement = inmate_facts_select(InmateRecord.id.in_(inmate_ids))
    rows = connection.execute(statement.add_columns(PlaceRecord.local_name))
    people = ((inmate_of(row), row.local_name) for row in rows)
    return {
        inmate.id: replace(inmate, place_path=name or inmate.place_path) for inmate, name in people
    }
