"""The finished versions of a plan, without widgets."""

from uuid import UUID

from PySide6.QtCore import QObject

from app.domain.plans import Plan
from app.domain.read_models import PlanVersionLine
from app.ui.background.tasks import Tasks
from app.ui.screens.plans.view import PlanView
from app.use_cases.office import Office
from app.use_cases.plans import plan_versions, read_plan_version


class VersionsPresenter(QObject):
    """Reads the list when a version was finished, and one version when it is asked for."""

    def __init__(
        self, office: Office, tasks: Tasks, view: PlanView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._tasks = tasks
        self._view = view
        self._inmate_id: UUID | None = None
        self._seen: object = None

    def open(self, inmate_id: UUID) -> None:
        """Turn to a person."""
        self._inmate_id = inmate_id
        self._seen = None
        self._view.show_versions(())

    def take(self, plan: Plan | None) -> None:
        """Read the list anew if a version was finished since; each reading is logged."""
        finished = plan.finished_at if plan else None
        if plan is None or finished is None or finished == self._seen:
            return
        self._seen = finished
        office, inmate_id = self._office, plan.inmate_id

        def answer(lines: tuple[PlanVersionLine, ...]) -> None:
            if inmate_id == self._inmate_id:
                self._view.show_versions(lines)

        self._tasks.read(
            lambda: plan_versions(office, inmate_id), self, answer, self._view.show_fault
        )

    def show(self, number: int) -> None:
        """Show one finished version."""
        office, inmate_id = self._office, self._inmate_id
        assert inmate_id is not None

        def answer(plan: Plan) -> None:
            if inmate_id == self._inmate_id:
                self._view.show_old_version(plan)

        self._tasks.read(
            lambda: read_plan_version(office, inmate_id, number),
            self,
            answer,
            self._view.show_fault,
        )
