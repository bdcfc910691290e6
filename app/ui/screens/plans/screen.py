"""The tab Plan of one person's page."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractSlider, QApplication, QVBoxLayout, QWidget

from app.domain.topics import Topic
from app.domain.undoing import StatusChange
from app.foundation.translation import _
from app.ui.actions.action_menu import Answers, answers_around
from app.ui.actions.entries import entry_of
from app.ui.appearance.tokens import GAP
from app.ui.background.tasks import Tasks
from app.ui.screens.plans.pane import PlanPane
from app.ui.screens.plans.presenter import PlanPresenter
from app.ui.screens.plans.problems import wrong_dates
from app.ui.screens.plans.saving import SavePresenter
from app.ui.screens.plans.step_list import Makers
from app.ui.screens.plans.texts import turns_text
from app.ui.screens.plans.versions import VersionsPresenter
from app.ui.screens.plans.view import SaveState
from app.ui.widgets.deeds import Deed
from app.ui.widgets.page import Notice, Page
from app.ui.widgets.questions import ask_yes
from app.use_cases.office import Office
from app.use_cases.undoing import take_back

_ESCAPE = Qt.Key.Key_Escape
_SCROLLS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}
_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class PlanTab(Page):
    """Goals, the person's answer and the versions; what is typed is a draft until it is saved.

    It is a page so that a shell knows its signals: ``print_asked`` with the person, ``saved``,
    ``message`` with what is kept or saved, ``notice`` with what can be brought back.
    """

    def __init__(self, office: Office, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(_("Plan"), parent)
        self._office = office
        self._saves = 0
        self.pane = PlanPane(Makers(office.new_id, office.today), lambda: self.presenter.may_write)
        self.presenter = PlanPresenter(office, tasks, self.pane, self)
        self.saving = SavePresenter(office, tasks, self.pane, self.presenter)
        self.versions = VersionsPresenter(office, tasks, self.pane, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, 0)
        layout.addWidget(self.pane)
        self._connect_pane()
        self._connect_body()
        self._add_keys()

    def show_inmate(self, inmate_id: UUID, given_name: str = "") -> None:
        """Show a person's plan; the name stands over the person's own words."""
        if inmate_id != self.presenter.desk.inmate_id:
            self.pane.watch.clear()
            self.pane.show_state(SaveState.UNCHANGED)
            self.versions.open(inmate_id)
        self.pane.given_name = given_name
        self.pane.owner = inmate_id
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
        return self.presenter.desk.inmate_id

    def first_focus(self) -> QWidget:
        """Begin at the first goal, or at the one thing to do."""
        message = self.pane.states.message
        if message is not None:
            return message.button or self
        cards = [card for card in self.pane.body.goals.cards if card.isVisible()]
        if cards:
            return cards[0].title
        return (
            self.pane.frozen_bar.buttons[0] if self.pane.top.isHidden() else self.pane.top.new_goal
        )

    def escape(self) -> bool:
        """Leave an earlier version; nothing that is typed is ever closed."""
        if self.pane.old_bar.isHidden():
            return False
        self._leave_version()
        return True

    @property
    def _keyed(self) -> dict[str, Callable[[], object]]:
        return {"new_goal": self.new_goal, "new_step": self.new_step, "save_plan": self.save}

    def answers(self) -> Mapping[str, Callable[[], object]]:
        """Return what can be done with the plan, and with the goal or step in focus."""
        return {**(self._keyed if self.presenter.may_write else {}), **self._of_focus()}

    def _of_focus(self) -> Answers:
        focus = QApplication.focusWidget()
        inside = focus is not None and self.pane.body.goals.isAncestorOf(focus)
        return answers_around(focus) if focus is not None and inside else {}

    def help(self) -> str:
        """Return where the guide tells of plans."""
        return "lage-plan.md"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back by Esc, where there is something to go back from; scroll from anywhere."""
        step = _SCROLLS.get(Qt.Key(event.key()))
        if step is not None:
            self.pane.body.verticalScrollBar().triggerAction(step)
        elif event.key() != _ESCAPE or not self.escape():
            super().keyPressEvent(event)

    def new_goal(self) -> None:
        """Begin a goal (Ctrl+G)."""
        if self._open_fields():
            self.pane.body.goals.add()

    def new_step(self) -> None:
        """Begin a step in the goal that has the focus (Ctrl+Shift+G)."""
        if self._open_fields():
            self.pane.body.goals.add_step()

    def save(self) -> None:
        """Save the plan (Ctrl+S), or say what must be put right."""
        if self.presenter.desk.is_editing and self._dates_are_right():
            self.saving.save()

    def finish(self) -> None:
        """Ask, and freeze the version."""
        if not self._dates_are_right() or not self.saving.may_finish():
            return
        if ask_yes(
            self,
            _("Gjøre versjonen ferdig?"),
            _("Da kan den ikke endres. Neste endring åpner en ny kladd."),
            _("Gjør ferdig"),
            _("Fortsett å redigere"),
        ):
            self.saving.finish()

    def _dates_are_right(self) -> bool:
        if self.presenter.desk.theirs is not None:
            return False
        wrong = wrong_dates(self.pane.body.spots())
        if wrong:
            self.pane.show_problems(wrong)
        return not wrong

    def _open_fields(self) -> bool:
        """Open the fields if they may be opened, and tell whether they are open."""
        desk = self.presenter.desk
        if desk.inmate_id is None or desk.theirs is not None or not self.presenter.may_write:
            return False
        if self.pane.states.message is not None or self.pane.top.isHidden():
            self.presenter.edit()
        return True

    def _edit(self) -> None:
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
        self.notice.emit(Notice(_("Kladden er forkastet."), deed=Deed(bring_back)))

    def _tell(self, notice: Notice) -> None:
        """Tell what the fields tell. A status that is saved is taken back as a save, not here."""
        deed, saves = notice.deed, self._saves
        if deed is None or deed.do_again is None:
            self.notice.emit(notice)
            return
        unsaved = replace(deed, is_possible=lambda: saves == self._saves and deed.is_possible())
        self.notice.emit(replace(notice, deed=unsaved))

    def _note_save(self) -> None:
        self._saves += 1
        self.saved.emit()

    def _tell_turns(self, change: StatusChange) -> None:
        office = self._office
        deed = Deed(
            take_back=partial(take_back, office, change),
            do_again=partial(take_back, office, change.reversed),
            is_stored=True,
        )
        self.notice.emit(Notice(turns_text(change), deed=deed))

    def _take_edit(self) -> None:
        self.pane.watch.look()
        self.presenter.change(self.pane.body.content)

    def _ask_for_paper(self) -> None:
        self.print_asked.emit(self.presenter.desk.inmate_id)

    def _connect_pane(self) -> None:
        pane = self.pane
        pane.begun.connect(self.new_goal)
        pane.read_again_asked.connect(self.presenter.read_again)
        pane.resumed.connect(self._resume)
        pane.thrown_away.connect(self._throw_away)
        pane.compare_asked.connect(self.saving.compare)
        pane.edit_asked.connect(self._edit)
        pane.back_asked.connect(self._leave_version)
        pane.notice.connect(self._tell)
        pane.message.connect(self.message)
        pane.top.goal_asked.connect(self.new_goal)
        pane.top.save_asked.connect(self.save)
        self.saving.saved.connect(self._note_save)
        self.saving.turned.connect(self._tell_turns)
        self.presenter.taken.connect(self.versions.take)

    def _connect_body(self) -> None:
        body = self.pane.body
        self.pane.top.status_chosen.connect(body.goals.show_status)
        body.edited.connect(self._take_edit)
        body.version.finish_asked.connect(self.finish)
        body.version.print_asked.connect(self._ask_for_paper)
        body.version.version_asked.connect(self.versions.show)
        body.conflict.theirs_chosen.connect(self.saving.use_theirs)
        body.conflict.mine_chosen.connect(self.saving.go_on_with_mine)

    def _add_keys(self) -> None:
        for action_id, act in self._keyed.items():
            QShortcut(QKeySequence(entry_of(action_id).keys[0]), self, act, context=_HERE)
