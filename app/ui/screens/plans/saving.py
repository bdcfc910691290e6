"""Saving and finishing a plan, and what to do when somebody else was first. Without widgets."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.domain.errors import ChangedByAnother, RuleBroken
from app.domain.plan_rules import check_finished
from app.domain.plans import Plan, PlanContent, PlanStatus
from app.domain.undoing import status_change
from app.ui.background.tasks import Tasks
from app.ui.screens.plans.presenter import PlanPresenter
from app.ui.screens.plans.view import PlanView, SaveState
from app.ui.widgets.failures import is_known
from app.use_cases.office import Office
from app.use_cases.plans import finish_plan, open_plan, save_plan


class SavePresenter(QObject):
    """Writes what lies on the desk; never over another's work.

    Signals:
        saved: the plan was committed.
        turned: with the ``StatusChange`` of a save that gave goals or steps another status.
    """

    saved = Signal()
    turned = Signal(object)

    def __init__(
        self, office: Office, tasks: Tasks, view: PlanView, presenter: PlanPresenter
    ) -> None:
        super().__init__(presenter)
        self._office = office
        self._tasks = tasks
        self._view = view
        self._presenter = presenter
        self._desk = presenter.desk
        self._drafts = presenter.drafts

    def save(self) -> None:
        """Save, once, however often it is asked for."""
        office, inmate_id = self._office, self._desk.whose
        content, base = self._desk.content, self._desk.base_version
        self._write(lambda: save_plan(office, inmate_id, content, base))

    def may_finish(self) -> bool:
        """Tell whether the plan may be finished; if not, show what must be put right."""
        desk = self._desk
        try:
            check_finished(desk.content, desk.saved_content, self._office.today())
        except RuleBroken as broken:
            self._view.show_problems(broken.problems)
            return False
        return True

    def finish(self) -> None:
        """Save what is typed, and freeze it."""
        desk, office = self._desk, self._office
        inmate_id, content, base = desk.whose, desk.content, desk.base_version
        is_changed = desk.is_changed

        def work() -> Plan:
            version = base
            if is_changed or not version:
                version = save_plan(office, inmate_id, content, base).version
            return finish_plan(office, inmate_id, version)

        self._write(work)

    def compare(self) -> None:
        """Show what somebody else saved beside what is typed, before anything is saved."""
        inmate_id, office = self._desk.whose, self._office

        def answer(plan: Plan | None) -> None:
            if plan is not None and inmate_id == self._desk.inmate_id:
                self._meet(plan)

        self._tasks.read(
            lambda: open_plan(office, inmate_id, refresh=True), self, answer, self._view.show_fault
        )

    def use_theirs(self) -> None:
        """Show what somebody else saved; what was typed here stays as a draft, offered back."""
        theirs, self._desk.theirs = self._desk.theirs, None
        if theirs is not None:
            self._drafts.leave()
            self._presenter.take(theirs)
            self._presenter.show()

    def go_on_with_mine(self) -> None:
        """Build what is typed on the version somebody else saved, now that both were seen."""
        theirs, self._desk.theirs = self._desk.theirs, None
        if theirs is not None:
            mine = self._desk.content
            self._presenter.take(theirs)
            self._go_on(mine)
            self._presenter.show()

    def _write(self, work: Callable[[], Plan]) -> None:
        if self._desk.is_saving:
            return
        self._desk.is_saving = True
        self._drafts.flush()
        self._view.show_state(SaveState.SAVING)
        inmate_id, sent = self._desk.whose, self._desk.content
        before = self._desk.saved_content

        def answer(plan: Plan) -> None:
            if inmate_id == self._desk.inmate_id:
                self._arrive(plan, sent)
            self.saved.emit()
            self._tell_turns(before, plan)

        def fail(fault: Exception) -> None:
            if inmate_id == self._desk.inmate_id:
                self._explain(fault)

        self._tasks.write(work, self, answer, fail)

    def _tell_turns(self, before: PlanContent, plan: Plan) -> None:
        change = status_change(plan.inmate_id, before, plan.content)
        if change is not None and plan.status is PlanStatus.DRAFT:
            self.turned.emit(change)

    def _arrive(self, plan: Plan, sent: PlanContent) -> None:
        self._desk.is_saving = False
        typed = self._desk.content
        self._presenter.take(plan)
        if typed == sent:
            self._drafts.remove()
        else:
            # Keys were pressed while the save was on its way.
            self._go_on(typed)
        self._presenter.show()
        self._view.show_state(SaveState.SAVED, plan.changed_at)

    def _go_on(self, content: PlanContent) -> None:
        self._desk.content = content
        self._desk.is_editing = True
        self._drafts.touch(content, self._desk.base_version)

    def _explain(self, fault: Exception) -> None:
        self._desk.is_saving = False
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
        if theirs.content == self._desk.content:
            # An answer that was lost on the way: this is what was saved here.
            self._arrive(theirs, self._desk.content)
            return
        self._desk.theirs = theirs
        self._view.show_conflict(theirs, self._desk.content)
