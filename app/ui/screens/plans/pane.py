"""The plan's page as presenters know it: one face at a time, with what must be said above it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.drafts import Draft
from app.domain.errors import Problem
from app.domain.plans import Plan, PlanContent, PlanStatus
from app.domain.read_models import PlanVersionLine
from app.foundation.clock import OSLO, oslo_date
from app.foundation.dates import date_text, moment_text, time_text
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP
from app.ui.screens.plans.bars import NoticeBar, TopBar
from app.ui.screens.plans.body import PlanBody
from app.ui.screens.plans.problems import ProblemWatch
from app.ui.screens.plans.step_list import Makers
from app.ui.screens.plans.view import SaveState
from app.ui.widgets.announce import announce
from app.ui.widgets.failures import sentence
from app.ui.widgets.page import Notice
from app.ui.widgets.problem_bar import ProblemBar
from app.ui.widgets.state_view import Act, StateView


class PlanPane(QWidget):
    """Shows the plan to work on, to read, or beside another's.

    Signals:
        begun, read_again_asked: the one button of the empty or failed state was pressed.
        resumed, thrown_away: what to do with the draft that is offered.
        compare_asked, edit_asked, back_asked: a bar's button was pressed.
        notice, message: as of a page.
    """

    begun = Signal()
    read_again_asked = Signal()
    resumed = Signal()
    thrown_away = Signal()
    compare_asked = Signal()
    edit_asked = Signal()
    back_asked = Signal()
    notice = Signal(object)
    message = Signal(str)

    def __init__(
        self, makers: Makers, may_write: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._may_write = may_write
        self.given_name = ""
        self.owner: object = None
        self.top = TopBar()
        self.problems = ProblemBar()
        self.watch = ProblemWatch(self.problems)
        self.offer_bar = NoticeBar(
            (_("Fortsett"), self.resumed.emit), (_("Forkast"), self.thrown_away.emit)
        )
        self.newer_bar = NoticeBar((_("Se begge"), self.compare_asked.emit))
        self.frozen_bar = NoticeBar((_("Åpne ny kladd"), self.edit_asked.emit))
        self.old_bar = NoticeBar((_("Tilbake til planen"), self.back_asked.emit))
        self.body = PlanBody(makers)
        self.states = StateView(self._content())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.offer_bar)
        layout.addWidget(self.states, 1)
        bars = (self.offer_bar, self.newer_bar, self.frozen_bar, self.old_bar)
        buttons = [button for bar in bars for button in bar.buttons]
        self.body.follow([*buttons, *self.top.focus_chain()])
        self.body.goals_changed.connect(self._count)
        self.body.notice.connect(self.notice)

    def show_loading(self) -> None:
        """Show that the plan is on the way."""
        self.states.show_loading()

    def show_empty(self) -> None:
        """Show that there is no plan, and how to begin."""
        if self._may_write():
            act = Act(_("Nytt mål"), self.begun.emit)
            self.states.show_empty(_("Ingen plan ennå"), _("Lag det første målet."), act)
        else:
            self.states.show_empty(_("Ingen plan ennå"), _("Ingen har skrevet et mål ennå."))

    def show_editor(self, plan: Plan | None, content: PlanContent) -> None:
        """Show content to work on."""
        self._begin_face(plan, is_editing=True)
        self.top.show()
        self.body.show_content(content, self.given_name, self.owner)
        self.states.show_content()

    def show_frozen(self, plan: Plan, *, may_edit: bool) -> None:
        """Show the plan to read."""
        self._begin_face(plan)
        self._read_out(plan)
        is_finished = plan.status is PlanStatus.FINISHED
        text = _("Versjon {0} er ferdig og kan ikke endres. Neste endring åpner en ny kladd.")
        self.frozen_bar.say(text.format(plan.number) if is_finished else "")
        self.frozen_bar.offer(0, is_offered=may_edit)

    def show_old_version(self, plan: Plan) -> None:
        """Show an earlier finished version to read."""
        self._begin_face(plan)
        self._read_out(plan)
        day = date_text(oslo_date(plan.changed_at))
        text = _("Dette er versjon {0}, ferdig {1}. Den kan ikke endres.")
        self.old_bar.say(text.format(plan.number, day))
        self.old_bar.buttons[0].setFocus()

    def show_versions(self, lines: Sequence[PlanVersionLine]) -> None:
        """Offer these finished versions."""
        self.body.version.show_versions(lines)

    def show_conflict(self, theirs: Plan, mine: PlanContent) -> None:
        """Show both versions from the top."""
        self._begin_face(theirs)
        self.newer_bar.say("")
        self.body.conflict.show_both(theirs, mine)
        self.body.show_face(self.body.conflict)
        self.states.show_content()
        self.body.verticalScrollBar().setValue(0)
        self.body.conflict.use_theirs.setFocus()

    def show_offer(self, draft: Draft | None) -> None:
        """Offer a draft."""
        text = _("Du har en kladd fra {0} som ikke er lagret.")
        self.offer_bar.say(text.format(moment_text(draft.saved_at)) if draft else "")

    def show_newer(self, *, is_newer: bool) -> None:
        """Tell that somebody else has saved."""
        text = _("En annen har lagret planen. Det du har skrevet, står her fortsatt.")
        self.newer_bar.say(text if is_newer else "")

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what must be put right, in sight."""
        self.top.say(_("Ikke lagret"), "problem")
        spots = self.body.spots()
        self.body.goals.reveal(
            [spots[problem.field].field for problem in problems if problem.field in spots]
        )
        self.watch.show(problems, spots)
        first = next((spots[each.field] for each in problems if each.field in spots), None)
        if first is not None:
            self.body.ensureWidgetVisible(first.field)

    def show_state(self, state: SaveState, moment: datetime | None = None) -> None:
        """Tell what is saved."""
        text = _state_text(state, moment)
        is_safe = state in (SaveState.KEPT, SaveState.SAVED)
        self.top.say(text, "ok" if is_safe else "secondary")
        if state in (SaveState.SAVING, SaveState.SAVED):
            self.watch.clear()
        if is_safe:
            self.message.emit(text)
        if state is SaveState.SAVED:
            announce(self, text)

    def show_fault(self, fault: Exception) -> None:
        """Tell what went wrong; the plan stays as it stands."""
        self.top.say(_("Ikke lagret"), "problem")
        self.notice.emit(Notice(sentence(fault)))

    def show_refused(self) -> None:
        """Show that this account may not see the plan."""
        self.states.show_not_allowed()

    def show_failure(self, fault: Exception) -> None:
        """Show why there is nothing to show."""
        self.states.show_failure(fault, self.read_again_asked.emit)

    def _begin_face(self, plan: Plan | None, *, is_editing: bool = False) -> None:
        """Begin with no bars but those that every face has."""
        self.frozen_bar.say("")
        self.old_bar.say("")
        self.top.hide()
        self.body.version.show_plan(plan, is_editing=is_editing)

    def _read_out(self, plan: Plan) -> None:
        self.body.reading.show_content(plan.content, self.given_name)
        self.body.show_face(self.body.reading)
        self.states.show_content()

    def _count(self) -> None:
        self.top.show_counts(self.body.goals.count, self.body.goals.shown)

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for bar in (self.newer_bar, self.frozen_bar, self.old_bar, self.top, self.problems):
            column.addWidget(bar)
        column.addWidget(self.body, 1)
        return content


def _state_text(state: SaveState, moment: datetime | None) -> str:
    if state is SaveState.KEPT and moment is not None:
        seconds = moment.astimezone(OSLO).second
        return _("Kladd lagret {0}").format(f"{time_text(moment)}:{seconds:02d}")
    if state is SaveState.SAVED and moment is not None:
        return _("Lagret {0}").format(time_text(moment))
    return {SaveState.SAVING: _("Lagrer …"), SaveState.UNSAVED: _("Ikke lagret ennå")}.get(
        state, ""
    )
