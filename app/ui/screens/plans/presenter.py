"""The plan without widgets: read it, save it, finish it, and never write over another's work."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.access import Right
from app.domain.errors import ChangedByAnother, NotAllowed, RuleBroken
from app.domain.plans import Plan, PlanContent, PlanStatus, check_finished
from app.ui.background.tasks import Tasks
from app.ui.screens.plans.kept_drafts import PlanDrafts, drafted_content
from app.ui.screens.plans.view import PlanView
from app.ui.widgets.failures import is_known
from app.use_cases.office import Office
from app.use_cases.plans import finish_plan, open_plan, save_plan


class PlanPresenter(QObject):
    """Knows whose plan it is, what was saved last, and what is typed.

    Signals:
        taken: with the plan as it is stored now, or None; it was read or saved.
        saved: the plan was committed.
    """

    taken = Signal(object)
    saved = Signal()

    def __init__(
        self, office: Office, tasks: Tasks, view: PlanView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._tasks = tasks
        self._view = view
        self._question = 0
        self._base_version = 0
        self._is_editing = False
        self.inmate_id: UUID | None = None
        self.plan: Plan | None = None
        self.content = PlanContent()
        self.theirs: Plan | None = None
        self.is_saving = False
        self.drafts = PlanDrafts(office, tasks, self)
        self.drafts.kept.connect(self._tell_kept)
        self.drafts.failed.connect(view.show_fault)
        self.drafts.offered.connect(view.show_offer)

    @property
    def saved_content(self) -> PlanContent:
        """Return what was saved last."""
        return self.plan.content if self.plan else PlanContent()

    @property
    def is_changed(self) -> bool:
        """Tell whether something is typed that is not saved."""
        return self._is_editing and self.content != self.saved_content

    @property
    def may_write(self) -> bool:
        """Tell whether the officer may change plans at all."""
        return self._office.may(Right.WRITE_PLANS)

    def open(self, inmate_id: UUID) -> None:
        """Show a person's plan; what was typed in another's stays as a draft."""
        if inmate_id == self.inmate_id and self._is_editing:
            self.reload()
            return
        self.inmate_id = inmate_id
        self.plan = self.theirs = None
        self._base_version = 0
        self._is_editing = self.is_saving = False
        self._view.show_loading()
        self._read(refresh=False)
        if self.may_write:
            self.drafts.open(inmate_id)

    def reload(self) -> None:
        """Read the plan again because somebody saved; what is typed here stays."""
        if self.inmate_id is not None and not self.is_saving and self.theirs is None:
            self._read(refresh=True)

    def read_again(self) -> None:
        """Read the plan from the beginning, after a failure."""
        self._read(refresh=False)

    def edit(self) -> None:
        """Work on the plan; on a finished one the save opens the next draft."""
        self._is_editing = True
        self._view.show_editor(self.plan, self.content)

    def show(self) -> None:
        """Show the plan as it stands: to work on, or to read."""
        plan = self.plan
        if self._is_editing:
            self._view.show_editor(plan, self.content)
        elif plan is None:
            self._view.show_empty()
        elif plan.status is PlanStatus.FINISHED or not self.may_write:
            self._view.show_frozen(plan, may_edit=self.may_write)
        else:
            self.edit()

    def change(self, content: PlanContent) -> None:
        """Take what was typed; it is on the disk within a second."""
        if content == self.content:
            return
        self.content = content
        if self.is_changed:
            self._view.show_unsaved()
            self.drafts.touch(content, self._base_version)
        else:
            self.drafts.remove()
            self._view.show_unchanged()

    def resume(self) -> None:
        """Go on with the draft that is offered."""
        draft = self.drafts.take_offer()
        if draft is None:
            return
        # The save is judged by the version the draft was begun on, not by the newest.
        self._base_version = draft.base_version
        self.content = drafted_content(draft)
        self.edit()
        self._view.show_kept(draft.saved_at)

    def save(self) -> None:
        """Save, once, however often it is asked for."""
        office, inmate_id = self._office, self._whose()
        content, base = self.content, self._base_version
        self._write(lambda: save_plan(office, inmate_id, content, base))

    def may_finish(self) -> bool:
        """Tell whether the plan may be finished; if not, show what must be put right."""
        try:
            check_finished(self.content, self.saved_content, self._office.today())
        except RuleBroken as broken:
            self._view.show_problems(broken.problems)
            return False
        return True

    def finish(self) -> None:
        """Save what is typed, and freeze it."""
        office, inmate_id = self._office, self._whose()
        content, base, is_changed = self.content, self._base_version, self.is_changed

        def work() -> Plan:
            version = base
            if is_changed or not version:
                version = save_plan(office, inmate_id, content, base).version
            return finish_plan(office, inmate_id, version)

        self._write(work)

    def use_theirs(self) -> None:
        """Show what somebody else saved; what was typed here stays as a draft, offered back."""
        if self.theirs is None:
            return
        theirs, self.theirs = self.theirs, None
        self.drafts.leave()
        self._take(theirs)
        self.show()

    def go_on_with_mine(self) -> None:
        """Build what is typed on the version somebody else saved, now that both were seen."""
        if self.theirs is None:
            return
        self.plan, self.theirs = self.theirs, None
        self._base_version = self.plan.version
        self._view.show_newer(is_newer=False)
        self.drafts.touch(self.content, self._base_version)
        self.taken.emit(self.plan)
        self.edit()

    def compare(self) -> None:
        """Show what somebody else saved beside what is typed, before anything is saved."""
        inmate_id, office = self._whose(), self._office

        def answer(plan: Plan | None) -> None:
            if plan is not None and inmate_id == self.inmate_id:
                self._meet(plan)

        self._tasks.read(
            lambda: open_plan(office, inmate_id, refresh=True), self, answer, self._view.show_fault
        )

    def _whose(self) -> UUID:
        assert self.inmate_id is not None
        return self.inmate_id

    def _read(self, *, refresh: bool) -> None:
        self._question += 1
        question, office, inmate_id = self._question, self._office, self._whose()

        def answer(plan: Plan | None) -> None:
            if question == self._question:
                self._take_read(plan, refresh=refresh)

        def fail(fault: Exception) -> None:
            if question == self._question:
                self._explain_reading(fault)

        self._tasks.read(lambda: open_plan(office, inmate_id, refresh=refresh), self, answer, fail)

    def _take_read(self, plan: Plan | None, *, refresh: bool) -> None:
        known = self.plan.version if self.plan else 0
        if refresh and (plan.version if plan else 0) == known:
            return
        if self.is_changed:
            self._view.show_newer(is_newer=True)
            return
        self._take(plan)
        self.show()

    def _explain_reading(self, fault: Exception) -> None:
        if isinstance(fault, NotAllowed):
            self._view.show_refused()
        elif self._is_editing:
            self._view.show_fault(fault)
        else:
            self._view.show_failure(fault)

    def _take(self, plan: Plan | None) -> None:
        self.plan = plan
        self._base_version = plan.version if plan else 0
        self.content = self.saved_content
        self._is_editing = False
        self._view.show_newer(is_newer=False)
        self.taken.emit(plan)

    def _write(self, work: Callable[[], Plan]) -> None:
        if self.is_saving:
            return
        self.is_saving = True
        self.drafts.flush()
        self._view.show_saving()
        inmate_id, sent = self._whose(), self.content

        def answer(plan: Plan) -> None:
            if inmate_id == self.inmate_id:
                self._arrive(plan, sent)
            self.saved.emit()

        def fail(fault: Exception) -> None:
            if inmate_id == self.inmate_id:
                self._explain(fault)

        self._tasks.write(work, self, answer, fail)

    def _arrive(self, plan: Plan, sent: PlanContent) -> None:
        self.is_saving = False
        typed = self.content
        self._take(plan)
        if typed != sent:
            # Keys were pressed while the save was on its way.
            self.content, self._is_editing = typed, True
            self.drafts.touch(typed, self._base_version)
        else:
            self.drafts.remove()
        self.show()
        self._view.show_saved(plan.changed_at)

    def _explain(self, fault: Exception) -> None:
        self.is_saving = False
        match fault:
            case RuleBroken():
                self._view.show_problems(fault.problems)
            case ChangedByAnother(theirs=Plan() as theirs):
                self._meet(theirs)
            case _:
                self._view.show_fault(fault)
                if not is_known(fault):
                    raise fault

    def _meet(self, theirs: Plan) -> None:
        if theirs.content == self.content:
            # An answer that was lost on the way: this is what was saved here.
            self._arrive(theirs, self.content)
            return
        self.theirs = theirs
        self._view.show_conflict(theirs, self.content)

    def _tell_kept(self, moment: datetime) -> None:
        if self.is_changed and not self.is_saving:
            self._view.show_kept(moment)
