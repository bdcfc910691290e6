"""The tab Plan of one person's page."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.drafts import Draft
from app.domain.errors import Problem
from app.domain.plans import Plan, PlanContent, PlanStatus
from app.domain.read_models import PlanVersionLine
from app.domain.topics import Topic
from app.foundation.clock import OSLO, oslo_date
from app.foundation.dates import date_text, moment_text, time_text
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP
from app.ui.background.tasks import Tasks
from app.ui.screens.plans.bars import NoticeBar, TopBar
from app.ui.screens.plans.body import PlanBody
from app.ui.screens.plans.presenter import PlanPresenter
from app.ui.screens.plans.problems import ProblemWatch, wrong_dates
from app.ui.screens.plans.step_list import Makers
from app.ui.screens.plans.versions import VersionsPresenter
from app.ui.widgets.announce import announce
from app.ui.widgets.failures import sentence
from app.ui.widgets.page import Notice, Page
from app.ui.widgets.problem_bar import ProblemBar
from app.ui.widgets.questions import ask_yes
from app.ui.widgets.state_view import Act, StateView
from app.use_cases.office import Office

_ESCAPE = Qt.Key.Key_Escape
_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class PlanTab(Page):
    """Goals, the person's answer and the versions; what is typed is a draft until it is saved.

    It is a page so that a shell knows its signals: ``print_asked`` with the person, ``saved``,
    ``message`` with what is kept or saved, ``notice`` with what can be brought back.
    """

    def __init__(self, office: Office, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(_("Plan"), parent)
        self._given_name = ""
        self.bar = TopBar()
        self.problems = ProblemBar()
        self.offer_bar = NoticeBar((_("Fortsett"), self._resume), (_("Forkast"), self._throw_away))
        self.newer_bar = NoticeBar((_("Se begge"), self._compare))
        self.frozen_bar = NoticeBar((_("Åpne ny kladd"), self._edit_frozen))
        self.old_bar = NoticeBar((_("Tilbake til planen"), self._leave_version))
        self.body = PlanBody(Makers(office.new_id, office.today))
        self._watch = ProblemWatch(self.problems)
        self._states = StateView(self._content())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.offer_bar)
        layout.addWidget(self._states, 1)
        self.presenter = PlanPresenter(office, tasks, self, self)
        self.versions = VersionsPresenter(office, tasks, self, self)
        self._connect()
        self._add_keys()
        self.body.follow([*self._bar_buttons(), *self.bar.focus_chain()])

    # What the shell asks

    def show_inmate(self, inmate_id: UUID, given_name: str) -> None:
        """Show a person's plan."""
        self._given_name = given_name
        if inmate_id != self.presenter.inmate_id:
            self._watch.clear()
            self.bar.say("")
            self.versions.open(inmate_id)
        self.presenter.open(inmate_id)

    def topics(self) -> frozenset[Topic]:
        """Return which changes concern a plan."""
        return frozenset({Topic.PLANS})

    def reload(self) -> None:
        """Show what somebody saved, unless something is typed here."""
        self.presenter.reload()

    def flush(self) -> None:
        """Keep the draft now: the window closes or locks."""
        self.presenter.drafts.flush()

    def current_inmate(self) -> UUID | None:
        """Return whose plan it is."""
        return self.presenter.inmate_id

    def first_focus(self) -> QWidget:
        """Begin at the first goal, or at the one thing to do."""
        message = self._states.message
        if message is not None and message.button is not None:
            return message.button
        if not self.body.goals.isHidden() and self.body.goals.cards:
            return self.body.goals.cards[0].title
        return self.bar.new_goal

    def escape(self) -> bool:
        """Leave an earlier version; nothing that is typed is ever closed."""
        if self.old_bar.isHidden():
            return False
        self._leave_version()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back by Esc, where there is something to go back from."""
        if event.key() != _ESCAPE or not self.escape():
            super().keyPressEvent(event)

    # What the presenters ask

    def show_loading(self) -> None:
        """Show that the plan is on the way."""
        self._states.show_loading()

    def show_empty(self) -> None:
        """Show that there is no plan, and how to begin."""
        if self.presenter.may_write:
            act = Act(_("Nytt mål"), self.new_goal)
            self._states.show_empty(_("Ingen plan ennå"), _("Lag det første målet."), act)
        else:
            self._states.show_empty(_("Ingen plan ennå"), _("Ingen har skrevet et mål ennå."))

    def show_editor(self, plan: Plan | None, content: PlanContent) -> None:
        """Show content to work on."""
        self._face(plan)
        self.bar.show()
        self.body.show_content(content, self._given_name, self.presenter.inmate_id)
        self._states.show_content()

    def show_frozen(self, plan: Plan, *, may_edit: bool) -> None:
        """Show the plan to read."""
        self._face(plan)
        self.body.reading.show_content(plan.content, self._given_name)
        self.body.show_face(self.body.reading)
        is_finished = plan.status is PlanStatus.FINISHED
        text = _("Versjon {0} er ferdig og kan ikke endres. Neste endring åpner en ny kladd.")
        self.frozen_bar.say(text.format(plan.number) if is_finished else "")
        self.frozen_bar.offer(0, is_offered=may_edit)
        self._states.show_content()

    def show_old_version(self, plan: Plan) -> None:
        """Show an earlier finished version to read."""
        self._face(plan)
        self.body.version.finish_button.hide()
        self.body.reading.show_content(plan.content, self._given_name)
        self.body.show_face(self.body.reading)
        day = date_text(oslo_date(plan.changed_at))
        text = _("Dette er versjon {0}, ferdig {1}. Den kan ikke endres.")
        self.old_bar.say(text.format(plan.number, day))
        self.old_bar.buttons[0].setFocus()
        self._states.show_content()

    def show_versions(self, lines: Sequence[PlanVersionLine]) -> None:
        """Offer these finished versions."""
        self.body.version.show_versions(lines)

    def show_conflict(self, theirs: Plan, mine: PlanContent) -> None:
        """Show both versions."""
        self._face(self.presenter.plan)
        self.bar.say("")
        self.body.conflict.show_both(theirs, mine)
        self.body.show_face(self.body.conflict)
        self.body.conflict.use_theirs.setFocus()
        self._states.show_content()

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
        self._enable_saving(is_enabled=True)
        self.bar.say(_("Ikke lagret"), "problem")
        spots = self.body.spots()
        self.body.goals.reveal(
            [spots[problem.field].field for problem in problems if problem.field in spots]
        )
        self._watch.show(problems, spots)

    def show_unsaved(self) -> None:
        """Tell that something is typed."""
        self.bar.say(_("Ikke lagret ennå"))

    def show_kept(self, moment: datetime) -> None:
        """Tell when the draft was committed."""
        local = moment.astimezone(OSLO)
        text = _("Kladd lagret {0}").format(f"{time_text(moment)}:{local.second:02d}")
        self.bar.say(text, "ok")
        self.message.emit(text)

    def show_saving(self) -> None:
        """Tell that a save is on its way."""
        self.bar.say(_("Lagrer …"))
        self._watch.clear()
        self._enable_saving(is_enabled=False)

    def show_saved(self, moment: datetime) -> None:
        """Tell when the plan was committed."""
        self._enable_saving(is_enabled=True)
        self._watch.clear()
        text = _("Lagret {0}").format(time_text(moment))
        self.bar.say(text, "ok")
        self.message.emit(text)
        announce(self, text)

    def show_unchanged(self) -> None:
        """Tell that nothing differs from what was saved."""
        self.bar.say("")

    def show_fault(self, fault: Exception) -> None:
        """Tell what went wrong; the plan stays as it stands."""
        self._enable_saving(is_enabled=True)
        self.bar.say(_("Ikke lagret"), "problem")
        self.notice.emit(Notice(sentence(fault)))

    def show_refused(self) -> None:
        """Show that this account may not see the plan."""
        self._states.show_not_allowed()

    def show_failure(self, fault: Exception) -> None:
        """Show why there is nothing to show."""
        self._states.show_failure(fault, self.presenter.read_again)

    # What the officer does

    def new_goal(self) -> None:
        """Begin a goal (Ctrl+G)."""
        if self._may_type():
            self.body.goals.add()

    def new_step(self) -> None:
        """Begin a step in the goal that has the focus."""
        if self._may_type():
            self.body.goals.add_step()

    def save(self) -> None:
        """Save the plan (Ctrl+S), or say what must be put right."""
        if not self._may_type():
            return
        wrong = wrong_dates(self.body.spots())
        if wrong:
            self.show_problems(wrong)
        else:
            self.presenter.save()

    def finish(self) -> None:
        """Ask, and freeze the version."""
        wrong = wrong_dates(self.body.spots())
        if wrong:
            self.show_problems(wrong)
            return
        if self.presenter.may_finish() and ask_yes(
            self,
            _("Gjøre versjonen ferdig?"),
            _("Da kan den ikke endres. Neste endring åpner en ny kladd."),
            _("Gjør ferdig"),
            _("Fortsett å redigere"),
        ):
            self.presenter.finish()

    def _may_type(self) -> bool:
        """Open the fields if they may be opened, and tell whether they are open."""
        if self.presenter.theirs is not None or not self.presenter.may_write:
            return False
        if self.presenter.inmate_id is None:
            return False
        if self.body.goals.isHidden() or self._states.message is not None:
            self.presenter.edit()
        return True

    def _edit_frozen(self) -> None:
        self.presenter.edit()
        self.first_focus().setFocus()

    def _leave_version(self) -> None:
        self.presenter.show()
        self.first_focus().setFocus()

    def _resume(self) -> None:
        self.presenter.resume()
        self.first_focus().setFocus()

    def _throw_away(self) -> None:
        bring_back = self.presenter.drafts.throw_away_offer()
        self.notice.emit(Notice(_("Kladden er forkastet."), _("Angre"), bring_back))

    def _compare(self) -> None:
        self.presenter.compare()

    def _take_edit(self) -> None:
        self._watch.look()
        self.presenter.change(self.body.content)

    def _take_plan(self, plan: Plan | None) -> None:
        self.versions.take(plan)

    def _face(self, plan: Plan | None) -> None:
        """Begin with no bars but those that every face has."""
        self.frozen_bar.say("")
        self.old_bar.say("")
        self.bar.hide()
        self._enable_saving(is_enabled=True)
        self.body.version.show_plan(plan, may_write=self.presenter.may_write)

    def _enable_saving(self, *, is_enabled: bool) -> None:
        # Buttons stay where they are and keep the focus; a second press does nothing.
        self.body.version.setEnabled(is_enabled)

    def _count(self) -> None:
        self.bar.show_counts(self.body.goals.count, self.body.goals.shown)

    def _bar_buttons(self) -> list[QWidget]:
        bars = (self.offer_bar, self.newer_bar, self.frozen_bar, self.old_bar)
        return [button for bar in bars for button in bar.buttons]

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        parts = (self.newer_bar, self.frozen_bar, self.old_bar, self.bar, self.problems)
        for part in parts:
            column.addWidget(part)
        column.addWidget(self.body, 1)
        return content

    def _connect(self) -> None:
        self.bar.goal_asked.connect(self.new_goal)
        self.bar.save_asked.connect(self.save)
        self.bar.status_chosen.connect(self.body.goals.show_status)
        self.body.edited.connect(self._take_edit)
        self.body.goals_changed.connect(self._count)
        self.body.notice.connect(self.notice)
        self.body.version.finish_asked.connect(self.finish)
        self.body.version.print_asked.connect(self._ask_for_paper)
        self.body.version.version_asked.connect(self.versions.show)
        self.body.conflict.theirs_chosen.connect(self.presenter.use_theirs)
        self.body.conflict.mine_chosen.connect(self.presenter.go_on_with_mine)
        self.presenter.saved.connect(self.saved)
        self.presenter.taken.connect(self._take_plan)

    def _ask_for_paper(self) -> None:
        self.print_asked.emit(self.presenter.inmate_id)

    def _add_keys(self) -> None:
        keys = (
            ("Ctrl+G", self.new_goal),
            ("Ctrl+Shift+G", self.new_step),
            ("Ctrl+S", self.save),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self, act, context=_HERE)
