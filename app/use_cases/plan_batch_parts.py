"""Who of a unit has a plan, and whose paper of it is kept: some people in few statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection

from app.domain.cell_blocks import InmateLine
from app.domain.places import door_name
from app.domain.plans import Plan
from app.overviews.plans import read_plans
from app.use_cases.paper_store import FrozenPaper, KeptPaper, WantedPaper, find_kept_of
from app.use_cases.plan_freezing import PaperForm, wanted_plan


@dataclass(slots=True)
class BatchPart:
    """One plan of a job. ``paper_id`` is there once it is kept."""

    inmate_id: UUID
    bookmark: str
    plan: Plan
    wanted: WantedPaper
    kept: KeptPaper | None = None
    frozen: FrozenPaper | None = None
    paper_id: UUID | None = None


def read_parts(
    connection: Connection, lines: Sequence[InmateLine], form: PaperForm, *, new: bool
) -> list[BatchPart]:
    """Return a part for each who has a plan, in their order; ``new`` looks for no kept papers."""
    ids = [line.id for line in lines if line.has_plan]
    if not ids:
        return []
    plans = {plan.inmate_id: plan for plan in read_plans(connection, ids)}
    wanted = {inmate_id: wanted_plan(plan, form) for inmate_id, plan in plans.items()}
    kept = {} if new or not plans else find_kept_of(connection, list(wanted.values()))
    return [
        BatchPart(
            line.id,
            f"{door_name(line.cell)} {line.name}".strip(),
            plans[line.id],
            wanted[line.id],
            kept.get(line.id),
        )
        for line in lines
        if line.id in plans
    ]
