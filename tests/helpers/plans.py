"""A small plan, as a test of something else needs one."""

from uuid import UUID

from app.domain.plans import Goal, PlanContent, Step, Theme
from app.use_cases.office import Office
from app.use_cases.plans import save_plan


def small_plan(office: Office, title: str = "Finne bolig") -> PlanContent:
    """Return one goal with one step."""
    step = Step(office.new_id(), "Ringe kommunen")
    return PlanContent(goals=(Goal(office.new_id(), Theme.HOUSING, title, steps=(step,)),))


def give_plan(office: Office, inmate_id: UUID) -> None:
    """Save the person's first plan."""
    save_plan(office, inmate_id, small_plan(office), 0)
