"""An office with one plan, and a window as wide as the smallest screen leaves for a page."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from app.domain.plans import (
    Actor,
    Agreement,
    Declined,
    Goal,
    GoalStatus,
    PlanContent,
    Step,
    StepStatus,
    Theme,
)
from app.use_cases.office import Office

TODAY = date(2026, 11, 23)


def step(office: Office, title: str, **changes: object) -> Step:
    return replace(Step(office.new_id(), title), **changes)


def goal(office: Office, title: str, steps: Sequence[Step] = (), **changes: object) -> Goal:
    made = Goal(office.new_id(), Theme.HOUSING, title, steps=tuple(steps))
    return replace(made, **changes)


def small_plan(office: Office) -> PlanContent:
    """One goal with one step."""
    return PlanContent(goals=(goal(office, "Ha et sted å bo", [step(office, "Ringe søsteren")]),))


def full_plan(office: Office) -> PlanContent:
    """A plan with something of everything."""
    days = timedelta(days=1)
    return PlanContent(
        goals=(
            goal(
                office,
                "Få fagbrev som sveiser",
                [
                    step(
                        office,
                        "Levere søknad til sveisekurset",
                        due=TODAY + 2 * days,
                        partner="Grønland VO",
                        status=StepStatus.IN_PROGRESS,
                    ),
                    step(
                        office,
                        "Finne arabisk ordliste til teorien",
                        who=Actor.CONTACT_OFFICER,
                        due=TODAY,
                        partner="Skolen",
                    ),
                ],
                theme=Theme.WORK_AND_EDUCATION,
                target=date(2027, 6, 1),
            ),
            goal(
                office,
                "Ha et sted å bo når jeg kommer ut",
                [
                    step(office, "Ringe søsteren om rommet", status=StepStatus.DONE),
                    step(office, "Samtykke til kontakt med kommunen", due=TODAY + 8 * days),
                    step(
                        office,
                        "Søke startlån",
                        partner="NAV",
                        status=StepStatus.CANNOT_BE_DONE_YET,
                    ),
                ],
                note="Søsteren har fått beskjed.",
            ),
            goal(
                office,
                "Få oversikt over gjelda",
                [step(office, "Ringe NAV om gjeldsrådgiver", status=StepStatus.DONE)],
                theme=Theme.ECONOMY,
            ),
            goal(office, "Trene til et løp", theme=Theme.LEISURE, status=GoalStatus.FUTURE),
        ),
        own_words="Jeg vil jobbe med hendene og klare meg selv.",
        agreement=Agreement.YES,
        declined=(Declined("Samtalegruppe", "", TODAY + 22 * days),),
        next_review=TODAY + 21 * days,
        internal_note="Ta med tolk.",
    )
