"""The plan without widgets: read it, open it, keep what is typed."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.access import Right
from app.domain.errors import NotAllowed
from app.domain.plans import Plan, PlanContent, PlanStatus
from app.ui.background.tasks import Tasks
from app.ui.screens.plans.desk import PlanDesk
from app.ui.screens.plans.kept_drafts import PlanDrafts, drafted_content
from app.ui.screens.plans.view import PlanView, SaveState
from app.use_cases.office import Office
from app.use_cases.plans import open_plan


class PlanPresenter(QObject):
    """Reads the plan, and reads it again when somebody saves; what is typed always stays.

    Signals:
        taken: with the plan as it is stored now, or None; it was read or saved.
    """

    taken = Signal(object)

    def __init__(
        self, office: Office, tasks: Tasks, view: PlanView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._tasks = tasks
        self._view = view
        self._question = 0
        self._has_failed = False
        self.desk = PlanDesk()
        self.drafts = PlanDrafts(office, tasks, self)
        self.drafts.kept.connect(self._tell_kept)
        self.drafts.failed.connect(view.show_fault)
        self.drafts.offered.connect(view.show_offer)

    @property
    def may_write(self) -> bool:
        """Tell whether the officer may change plans at all."""
        return self._office.may(Right.WRITE_PLANS)

    def open(self, inmate_id: UUID) -> None:
        """Show a person's plan; what was typed in another's stays as a draft."""
        if inmate_id == self.desk.inmate_id and self.desk.is_editing:
            self.reload()
            return
        self.desk.clear_for(inmate_id)
        self._view.show_loading()
        self._read(refresh=False)
        if self.may_write:
            self.drafts.open(inmate_id)

    def reload(self) -> None:
        """Read the plan again because somebody saved; what is typed here stays."""
        desk = self.desk
        if desk.inmate_id is not None and not desk.is_saving and desk.theirs is None:
            self._read(refresh=not self._has_failed)

    def read_again(self) -> None:
        """Read the plan from the beginning, after a failure."""
        self._read(refresh=False)

    def edit(self) -> None:
        """Work on the plan; on a finished one the save opens the next draft."""
        self.desk.is_editing = True
        self._view.show_editor(self.desk.plan, self.desk.content)

    def show(self) -> None:
        """Show the plan as it stands: to work on, or to read."""
        plan = self.desk.plan
        if self.desk.is_editing:
            self.edit()
        elif plan is None:
            self._view.show_empty()
        elif plan.status is PlanStatus.FINISHED or not self.may_write:
            self._view.show_frozen(plan, may_edit=self.may_write)
        else:
            self.edit()

    def take(self, plan: Plan | None) -> None:
        """Lay what is stored now on the desk."""
        self.desk.put(plan)
        self._view.show_newer(is_newer=False)
        self.taken.emit(plan)

    def change(self, content: PlanContent) -> None:
        """Take what was typed; it is on the disk within a second."""
        desk = self.desk
        if content == desk.content:
            return
        desk.content = content
        if desk.is_changed:
            self._view.show_state(SaveState.UNSAVED)
            self.drafts.touch(content, desk.base_version)
        else:
            self.drafts.remove()
            self._view.show_state(SaveState.UNCHANGED)

    def resume(self) -> None:
        """Go on with the draft that is offered."""
        draft = self.drafts.take_offer()
        if draft is None:
            return
        # The save is judged by the version the draft was begun on, not by the newest.
        self.desk.base_version = draft.base_version
        self.desk.content = drafted_content(draft)
        self.edit()
        self._view.show_state(SaveState.KEPT, draft.saved_at)

    def _read(self, *, refresh: bool) -> None:
        self._question += 1
        question, office, inmate_id = self._question, self._office, self.desk.whose

        def answer(plan: Plan | None) -> None:
            if question == self._question:
                self._take_read(plan, refresh=refresh)

        def fail(fault: Exception) -> None:
            if question == self._question:
                self._explain(fault)

        self._tasks.read(lambda: open_plan(office, inmate_id, refresh=refresh), self, answer, fail)

    def _take_read(self, plan: Plan | None, *, refresh: bool) -> None:
        self._has_failed = False
        known = self.desk.plan.version if self.desk.plan else 0
        if refresh and (plan.version if plan else 0) == known:
            return
        if self.desk.is_changed:
            self._view.show_newer(is_newer=True)
            return
        self.take(plan)
        self.show()

    def _explain(self, fault: Exception) -> None:
        if isinstance(fault, NotAllowed):
            self._view.show_refused()
        elif self.desk.is_editing:
            self._view.show_fault(fault)
        else:
            self._has_failed = True
            self._view.show_failure(fault)

    def _tell_kept(self, moment: datetime) -> None:
        if self.desk.is_changed and not self.desk.is_saving:
            self._view.show_state(SaveState.KEPT, moment)
