"""The cell-block overview: two statements, one for places and one for people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    Row,
    Select,
    and_,
    bindparam,
    case,
    func,
    select,
    true,
    type_coerce,
)
from sqlalchemy.sql.selectable import Subquery

from app.database.records.conversation import ConversationRecord
from app.database.records.inmate import InmateRecord
from app.database.records.officer import OfficerRecord
from app.database.records.place import PlaceRecord
from app.database.records.plan import PlanRecord, PlanStepRecord
from app.database.types import KnownUuid
from app.domain.cell_blocks import (
    CellBlockOverview,
    CellLine,
    InmateLine,
    roll_totals,
    unit_lines,
)
from app.domain.conversations import days_since
from app.domain.inmates import display_name
from app.domain.places import PlaceKind
from app.domain.thresholds import OverviewThresholds
from app.foundation.clock import oslo_date
from app.foundation.folding import sort_key


@dataclass(frozen=True, slots=True)
class Moment:
    """When the overview is taken: it decides days, what is overdue, and who is new."""

    now: datetime
    thresholds: OverviewThresholds

    @property
    def today(self) -> date:
        """Return the calendar day in Oslo."""
        return oslo_date(self.now)


@lru_cache(maxsize=2)
def place_select(*, of_unit: bool) -> Select[*tuple[Any, ...]]:
    """Return the statement for the places of a unit (``:unit``), or of the prison.

    Made once: putting it together anew each time costs as much as reading the places.
    """
    place = PlaceRecord
    statement = select(
        type_coerce(place.id, KnownUuid),
        place.path,
        place.unit,
        place.parent_path,
        place.local_name,
        place.code,
        place.kind,
        place.status,
        place.maximum,
        place.working,
        place.certified,
        place.converted_to,
        place.out_of_use_reason,
        place.back_in_use_on,
    ).order_by(place.path)
    return statement.where(place.unit == bindparam("unit")) if of_unit else statement


def inmate_select(condition: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Return the statement for people, with their last talk and what is open on ``:today``.

    The last conversation is a correlated maximum over a covering index, which is two orders of
    magnitude quicker than grouping the whole log.
    """
    inmate, steps = InmateRecord, _open_steps()
    last = (
        select(func.max(ConversationRecord.occurred_at))
        .where(
            ConversationRecord.inmate_id == inmate.id,
            ConversationRecord.is_conversation == true(),
        )
        .scalar_subquery()
    )
    return (
        select(
            type_coerce(inmate.id, KnownUuid),
            inmate.version,
            inmate.family_name,
            inmate.given_name,
            inmate.prison_number,
            inmate.unit,
            PlaceRecord.path,
            PlaceRecord.kind,
            inmate.whereabouts,
            inmate.legal_status,
            inmate.languages,
            inmate.interpreter_needed,
            inmate.birth_date,
            inmate.arrived_at,
            type_coerce(inmate.contact_officer_id, KnownUuid),
            OfficerRecord.display_name,
            last.label("last_conversation_at"),
            steps.c.open_steps,
            steps.c.overdue_steps,
            steps.c.next_due,
            PlanRecord.next_review,
            PlanRecord.number,
        )
        .outerjoin(PlaceRecord, PlaceRecord.id == inmate.place_id)
        .outerjoin(OfficerRecord, OfficerRecord.id == inmate.contact_officer_id)
        .outerjoin(PlanRecord, PlanRecord.inmate_id == inmate.id)
        .outerjoin(steps, steps.c.inmate_id == inmate.id)
        .where(condition)
    )


def _open_steps() -> Subquery:
    step, today = PlanStepRecord, bindparam("today", type_=Date)
    overdue = case((and_(step.due.is_not(None), step.due < today), 1), else_=0)
    return (
        select(
            step.inmate_id,
            func.count().label("open_steps"),
            func.sum(overdue).label("overdue_steps"),
            func.min(step.due).label("next_due"),
        )
        .group_by(step.inmate_id)
        .subquery("steps")
    )


@lru_cache(maxsize=2)
def roll_select(*, of_unit: bool) -> Select[*tuple[Any, ...]]:
    """Return the statement for the people an overview shows, of a unit (``:unit``) or of all."""
    inmate = InmateRecord
    return inmate_select(
        and_(on_roll(), inmate.unit == bindparam("unit")) if of_unit else on_roll()
    )


def on_roll() -> ColumnElement[bool]:
    """Return the condition for people who are in the prison now."""
    return InmateRecord.on_roll == true()


def read_cell_lines(connection: Connection, unit: str | None) -> tuple[CellLine, ...]:
    """Read the places, ordered by path."""
    rows = connection.execute(place_select(of_unit=unit is not None), {"unit": unit}).all()
    return tuple(
        CellLine(place_id, path, of_unit, floor or of_unit, local_name or code or path, *facts)
        for place_id, path, of_unit, floor, local_name, code, *facts in rows
    )


def read_inmate_lines(
    connection: Connection, moment: Moment, condition: ColumnElement[bool]
) -> tuple[InmateLine, ...]:
    """Read the people of whom the condition holds."""
    rows = connection.execute(inmate_select(condition), {"today": moment.today})
    return _in_order(rows.all(), moment)


def read_roll_lines(
    connection: Connection, moment: Moment, unit: str | None
) -> tuple[InmateLine, ...]:
    """Read the people of a unit or the prison."""
    statement = roll_select(of_unit=unit is not None)
    rows = connection.execute(statement, {"today": moment.today, "unit": unit})
    return _in_order(rows.all(), moment)


def _in_order(rows: Iterable[Row[*tuple[Any, ...]]], moment: Moment) -> tuple[InmateLine, ...]:
    """Return lines in the order of their place, those without a cell last, then by name."""
    return tuple(sorted(inmate_lines(rows, moment), key=_order))


def inmate_lines(rows: Iterable[Row[*tuple[Any, ...]]], moment: Moment) -> Iterable[InmateLine]:
    """Turn rows of ``inmate_select`` into lines."""
    today = moment.today
    new_since = moment.now - timedelta(hours=moment.thresholds.new_hours)
    cell = PlaceKind.CELL
    for row in rows:
        (
            inmate_id,
            version,
            family_name,
            given_name,
            prison_number,
            unit,
            path,
            kind,
            whereabouts,
            legal_status,
            languages,
            interpreter_needed,
            birth_date,
            arrived_at,
            contact_officer_id,
            contact_officer,
            last_at,
            open_steps,
            overdue_steps,
            next_due,
            next_review,
            plan_number,
        ) = row
        yield InmateLine(
            inmate_id,
            version,
            display_name(family_name, given_name),
            prison_number,
            unit,
            path,
            path if kind is cell else None,
            whereabouts,
            legal_status,
            languages,
            interpreter_needed,
            birth_date,
            arrived_at,
            contact_officer_id,
            contact_officer,
            last_at,
            days_since(last_at, today),
            open_steps or 0,
            int(overdue_steps or 0),
            next_due,
            next_review,
            plan_number is not None,
            arrived_at is not None and arrived_at >= new_since,
        )


def _order(line: InmateLine) -> tuple[bool, str, str]:
    return (line.cell is None, line.cell or line.unit or "", sort_key(line.name))


def read_overview(
    connection: Connection, moment: Moment, unit: str | None, prison: tuple[str, bool]
) -> CellBlockOverview:
    """Read the overview of a unit or the prison in two statements.

    ``prison`` is the prison's code and whether its data are an example.
    """
    places = read_cell_lines(connection, unit)
    inmates = read_roll_lines(connection, moment, unit)
    return CellBlockOverview(
        prison=prison[0],
        is_example=prison[1],
        units=unit_lines(places, inmates),
        totals=roll_totals(inmates),
        places=places,
        inmates=inmates,
        thresholds=moment.thresholds,
        today=moment.today,
        taken_at=moment.now,
    )
