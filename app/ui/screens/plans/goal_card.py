"""One goal as a card: theme, title, progress, steps, date and note."""

from collections.abc import Sequence
from dataclasses import replace

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.plans import Goal, GoalStatus, Theme, seems_achieved
from app.domain.words import word
from app.foundation.translation import _
from app.ui.actions.action_menu import ActionMenu, Answers
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, MARGIN, SPACE, Tone
from app.ui.screens.plans.fields import Choice, DayField, TextField
from app.ui.screens.plans.goal_closing import AchievedQuestion, StopReasons
from app.ui.screens.plans.goal_menu import GoalMenu
from app.ui.screens.plans.goal_note import GoalNote
from app.ui.screens.plans.problems import Spot
from app.ui.screens.plans.step_list import Makers, StepList
from app.ui.screens.plans.texts import progress_text
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.deeds import Deed
from app.ui.widgets.labels import Badge, SecondaryLabel
from app.ui.widgets.page import Notice
from app.ui.widgets.problem_bar import FieldProblem

_THEME_WIDTH = 170
_DAY_WIDTH = 110
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ALT = Qt.KeyboardModifier.AltModifier
_TONES = {
    GoalStatus.CURRENT: Tone.PRIMARY,
    GoalStatus.FUTURE: Tone.PLAIN,
    GoalStatus.ACHIEVED: Tone.OK,
    GoalStatus.STOPPED: Tone.WARNING,
}


class GoalCard(QFrame):
    """The fields of a goal. What can be done with the whole of it is in its menu.

    Signals:
        edited: something is said otherwise.
        status_changed: the goal was stopped, reached, put off or taken up.
        fields_changed: fields came or went, so that Tab goes another way.
        moved: with -1 or 1.
        removed: the goal is not wanted.
        notice: with a ``Notice`` of what can be taken back.
    """

    edited = Signal()
    status_changed = Signal()
    fields_changed = Signal()
    moved = Signal(int)
    removed = Signal()
    notice = Signal(object)

    def __init__(self, goal: Goal, makers: Makers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._goal, self._status = goal, goal.status
        self._not_yet = False
        self._make_fields(makers)
        self._lay_out()
        self._show(goal)
        self._connect()
        self._measure()
        theme().changed.connect(self._measure)

    @property
    def goal(self) -> Goal:
        """Return the goal as the fields say it."""
        is_stopped = self._status is GoalStatus.STOPPED
        return replace(
            self._goal,
            theme=self.theme_choice.value,
            title=self.title.text(),
            status=self._status,
            target=self.target.value,
            steps=self.steps.steps,
            note=self.note.text,
            stop_reason=self.stop.reason if is_stopped else None,
            stop_text=self.stop.text if is_stopped else "",
        )

    def set_place(self, number: int) -> None:
        """Tell which goal of the plan it is."""
        title = self.title.text() or _("uten tittel")
        self.setAccessibleName(_("Mål {0}: {1}").format(number, title))
        self.title.setAccessibleName(_("Mål {0}: hva målet er").format(number))
        self.theme_choice.setAccessibleName(_("Mål {0}: tema").format(number))
        self.target.setAccessibleName(_("Mål {0}: måldato").format(number))
        self.note.field.setAccessibleName(_("Mål {0}: internt notat").format(number))
        self.menu.setAccessibleName(_("Mål {0}: flere valg").format(number))
        self.new_step.setAccessibleName(_("Nytt steg i mål {0}").format(number))

    def set_status(self, status: GoalStatus) -> None:
        """Stop the goal, reach it, put it off, or take it up again."""
        before = self._status
        self._turn_to(status)
        if status is GoalStatus.STOPPED:
            self.stop.reasons.chips()[0].setFocus()
        if before is status:
            return
        deed = Deed(
            take_back=lambda: self._turn_to(before),
            do_again=lambda: self._turn_to(status),
            is_possible=lambda: shiboken6.isValid(self) and self._status in (before, status),
        )
        text = _("Målet er satt til «{0}».").format(word(status).lower())
        self.notice.emit(Notice(text, deed=deed))

    def spots(self) -> dict[str, Spot]:
        """Return where problems are shown, by the name of the field."""
        own = {
            "title": Spot(self.title, self._title_problem, self.title.text),
            "target": Spot(self.target, self._target_problem, self.target.said),
            "note": self.note.spot(),
            "steps": Spot(self.new_step, self._steps_problem, lambda: len(self.steps.steps)),
            "status": Spot(self.menu, self._status_problem, lambda: self._status),
        }
        return own | self.stop.spots() | self.steps.spots()

    def focus_chain(self) -> Sequence[QWidget]:
        """Return the fields as Tab goes through them."""
        question = (self.question.yes, self.question.later)
        first = (self.theme_choice, self.title, *question, self.menu)
        last = (self.new_step, self.target, self.note.button, self.note.field)
        return (*first, *self.stop.focus_chain(), *self.steps.focus_chain(), *last)

    def answers(self) -> Answers:
        """Return what can be done with the goal."""
        return {"new_step": self.steps.add, **self.menu.answers()}

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the goal."""
        ActionMenu(self, self.answers()).open_at(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the goal by Alt and an arrow."""
        by = _MOVES.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & _ALT:
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)

    def _make_fields(self, makers: Makers) -> None:
        themes = [(value, word(value)) for value in Theme]
        self.theme_choice = Choice(_("Tema"), themes, role="theme")
        self.title = TextField(_("Mål"), role="cell-heading", hint=_("Hva er målet"))
        self.status_badge = Badge()
        self.progress = SecondaryLabel()
        self.question = AchievedQuestion()
        self.menu = GoalMenu()
        self.stop = StopReasons()
        self.steps = StepList(makers)
        self.new_step = LinkButton(_("Nytt steg"), self.steps.add)
        self.target = DayField(_("Måldato"), makers.today, role="cell")
        self.note = GoalNote()
        self._partner_hint = SecondaryLabel(_("Med: skriv etaten, ikke personen."))
        self._title_problem = FieldProblem(self.title)
        self._target_problem = FieldProblem(self.target)
        self._steps_problem = FieldProblem(self.new_step)
        self._status_problem = FieldProblem(self.menu)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        column.setSpacing(SPACE)
        head = _row(self.theme_choice, self.title, self.status_badge, self.progress)
        head.addWidget(self.question)
        head.addWidget(self.menu)
        head.setStretch(1, 1)
        column.addLayout(head)
        for part in (self._title_problem, self._status_problem, self.stop, self.steps):
            column.addWidget(part)
        column.addLayout(self._foot())
        for below in (self._steps_problem, self._target_problem, self.note):
            column.addWidget(below)

    def _foot(self) -> QHBoxLayout:
        target_label = SecondaryLabel(_("Måldato"))
        target_label.setBuddy(self.target)
        foot = _row(self.new_step, self._partner_hint)
        foot.addStretch()
        for part in (target_label, self.target, self.note.button):
            foot.addWidget(part)
        return foot

    def _show(self, goal: Goal) -> None:
        self.theme_choice.choose(goal.theme)
        self.title.show_text(goal.title)
        self.target.set_value(goal.target)
        self.steps.show_steps(goal.steps)
        self.note.show_text(goal.note)
        self.stop.show_reason(goal.stop_reason, goal.stop_text)
        self._partner_hint.hide()
        self._show_status()

    def _connect(self) -> None:
        for field in (self.title, self.target):
            field.textChanged.connect(self._edit)
        self.note.edited.connect(self._edit)
        self.note.opened.connect(self.fields_changed)
        self.menu.status_asked.connect(self.set_status)
        self.menu.move_asked.connect(self.moved)
        self.menu.remove_asked.connect(self.removed)
        self.theme_choice.chosen.connect(self._edit)
        self.stop.edited.connect(self._edit)
        self.steps.edited.connect(self._edit)
        self.steps.rows_changed.connect(self.fields_changed)
        self.steps.notice.connect(self.notice)
        self.steps.note_asked.connect(self.note.open)
        self.steps.partner_focused.connect(self._partner_hint.setVisible)
        self.title.entered.connect(self._enter_steps)
        self.question.achieved.connect(self._achieve)
        self.question.not_yet.connect(self._wait)

    def _edit(self) -> None:
        self._show_progress()
        self.edited.emit()

    def _turn_to(self, status: GoalStatus) -> None:
        self._status = status
        self._show_status()
        self.status_changed.emit()
        self.edited.emit()

    def _enter_steps(self) -> None:
        first = self.steps.rows[0] if self.steps.rows else self.steps.add()
        first.title.setFocus()

    def _achieve(self) -> None:
        self.set_status(GoalStatus.ACHIEVED)
        self.menu.setFocus()

    def _wait(self) -> None:
        self._not_yet = True
        self._show_progress()
        self.new_step.setFocus()

    def _show_progress(self) -> None:
        goal = self.goal
        may_ask = seems_achieved(goal)
        self._not_yet = self._not_yet and may_ask
        self.question.setVisible(may_ask and not self._not_yet)
        self.progress.setText(progress_text(goal.steps))
        self.progress.setVisible(self.question.isHidden())

    def _show_status(self) -> None:
        self.status_badge.setText(word(self._status))
        self.status_badge.set_tone(_TONES[self._status])
        self.status_badge.setVisible(self._status is not GoalStatus.CURRENT)
        self.stop.setVisible(self._status is GoalStatus.STOPPED)
        self.menu.offer_for(self._status)
        self._show_progress()

    def _measure(self) -> None:
        self.theme_choice.setFixedWidth(theme().px(_THEME_WIDTH))
        self.target.setFixedWidth(theme().px(_DAY_WIDTH))


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for widget in widgets:
        row.addWidget(widget)
    return row
