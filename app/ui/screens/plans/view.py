"""What the plan's presenters ask of its page."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from app.domain.drafts import Draft
from app.domain.errors import Problem
from app.domain.plans import Plan, PlanContent
from app.domain.read_models import PlanVersionLine


class SaveState(StrEnum):
    """How safe what is typed is."""

    UNCHANGED = "unchanged"
    UNSAVED = "unsaved"
    KEPT = "kept"
    SAVING = "saving"
    SAVED = "saved"


class PlanView(Protocol):
    """The page, as far as presenters know it."""

    def show_loading(self) -> None:
        """Show that the plan is on the way."""

    def show_empty(self) -> None:
        """Show that there is no plan, and how to begin."""

    def show_editor(self, plan: Plan | None, content: PlanContent) -> None:
        """Show content to work on; ``plan`` is what was saved last."""

    def show_frozen(self, plan: Plan, *, may_edit: bool) -> None:
        """Show the plan to read."""

    def show_old_version(self, plan: Plan) -> None:
        """Show an earlier finished version to read."""

    def show_versions(self, lines: Sequence[PlanVersionLine]) -> None:
        """Offer these finished versions."""

    def show_conflict(self, theirs: Plan, mine: PlanContent) -> None:
        """Show what somebody else saved beside what was to be saved."""

    def show_offer(self, draft: Draft | None) -> None:
        """Offer a draft, or offer none any longer."""

    def show_newer(self, *, is_newer: bool) -> None:
        """Tell that somebody else has saved, or that this is seen to."""

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what must be put right."""

    def show_state(self, state: SaveState, moment: datetime | None = None) -> None:
        """Tell what is saved; ``moment`` is when the draft or the plan was committed."""

    def show_fault(self, fault: Exception) -> None:
        """Tell what went wrong; the plan stays as it stands."""

    def show_refused(self) -> None:
        """Show that this account may not see the plan."""

    def show_failure(self, fault: Exception) -> None:
        """Show why there is nothing to show, and how to try again."""
