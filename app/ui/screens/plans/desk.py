"""What lies on the officer's desk: whose plan, what was saved last, what is typed."""

from dataclasses import dataclass, field
from uuid import UUID

from app.domain.plans import Plan, PlanContent


@dataclass(slots=True)
class PlanDesk:
    """The plan that is shown. ``base_version`` is what a save is judged by.

    Attributes:
        is_editing: the fields are open.
        theirs: what somebody else saved in between, until the officer has chosen.
    """

    inmate_id: UUID | None = None
    plan: Plan | None = None
    content: PlanContent = field(default_factory=PlanContent)
    base_version: int = 0
    is_editing: bool = False
    is_saving: bool = False
    theirs: Plan | None = None

    @property
    def saved_content(self) -> PlanContent:
        """Return what was saved last."""
        return self.plan.content if self.plan else PlanContent()

    @property
    def is_changed(self) -> bool:
        """Tell whether something is typed that is not saved."""
        return self.is_editing and self.content != self.saved_content

    @property
    def whose(self) -> UUID:
        """Return whose plan it is; somebody's."""
        assert self.inmate_id is not None
        return self.inmate_id

    def clear_for(self, inmate_id: UUID) -> None:
        """Turn to a person of whom nothing is known yet."""
        self.inmate_id = inmate_id
        self.theirs = None
        self.is_saving = False
        self.put(None)

    def put(self, plan: Plan | None) -> None:
        """Lay what is stored on the desk, and close the fields."""
        self.plan = plan
        self.base_version = plan.version if plan else 0
        self.content = self.saved_content
        self.is_editing = False
