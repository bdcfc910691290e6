"""One step of a goal as a row of fields."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.plans import Actor, Step, StepStatus, is_overdue
from app.domain.words import word
from app.foundation.translation import _
from app.ui.actions.action_menu import ActionMenu, Answers
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import SPACE
from app.ui.screens.plans.fields import Choice, DayField, StatusChoice, TextField
from app.ui.screens.plans.problems import Spot
from app.ui.screens.plans.texts import due_note, status_text
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import Label, SecondaryLabel
from app.ui.widgets.problem_bar import FieldProblem
from app.ui.widgets.restyle import restyle

# Pixels at 100 %: number, who, with, due, status, remove. The title takes the rest.
NUMBER, WHO, PARTNER, DUE, STATUS, REMOVE = 18, 148, 104, 92, 184, 28
TITLE_LEAST = 150
ROW_LEAST = NUMBER + TITLE_LEAST + WHO + PARTNER + DUE + STATUS + REMOVE + 6 * SPACE
_NARROWEST = 0.55
_NO_LIMIT = 16777215  # QWIDGETSIZE_MAX
_CELL = "cell"
_TOP = Qt.AlignmentFlag.AlignTop
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ALT = Qt.KeyboardModifier.AltModifier


class StepRow(QWidget):
    """The fields of a step. Enter asks for the next step; nothing but the button removes.

    Signals:
        edited: a field says something else.
        turned: with the status before, and the one chosen now.
        next_asked, removed: Enter was pressed; the button was pressed.
        moved: with -1 or 1, by Alt and an arrow.
        partner_focused: with whether the field for partners has the focus.
    """

    edited = Signal()
    turned = Signal(object, object)
    next_asked = Signal()
    removed = Signal()
    moved = Signal(int)
    partner_focused = Signal(bool)

    def __init__(
        self, step: Step, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._step, self._status = step, step.status
        self._today = today
        self._is_narrow = False
        self.number = SecondaryLabel()
        self.title = TextField(_("Steg"), role=_CELL, hint=_("Hva skal gjøres"))
        self.who = Choice(_("Hvem"), [(actor, word(actor)) for actor in Actor], role=_CELL)
        self.partner = TextField(_("Med"), role=_CELL, hint=_("Etat"))
        self.due = DayField(_("Frist"), today, role=_CELL)
        statuses = [(status, status_text(status)) for status in StepStatus]
        self.status = StatusChoice(_("Status"), statuses, role=_CELL)
        self.remove = IconButton("close", _("Fjern steget"), self.removed.emit)
        self.remove.setProperty("role", "quiet")
        self.title_problem = FieldProblem(self.title)
        self.partner_problem = FieldProblem(self.partner)
        self.due_problem = FieldProblem(self.due)
        self._due_note = Label("", "problem")
        self._lay_out()
        self._show(step)
        self._connect()
        theme().changed.connect(self._measure)

    @property
    def step(self) -> Step:
        """Return the step as the fields say it."""
        return replace(
            self._step,
            title=self.title.text(),
            who=self.who.value,
            due=self.due.value,
            partner=self.partner.text(),
            status=self.status.value,
        )

    @property
    def is_blank(self) -> bool:
        """Tell whether the row was never filled in: begun here, and nothing typed."""
        typed = (self.title, self.partner, self.due)
        is_empty = not any(field.text().strip() for field in typed)
        return not self._step.title and is_empty and self.status.value is StepStatus.NOT_STARTED

    def set_place(self, number: int) -> None:
        """Tell which step of the goal it is."""
        self.number.setText(str(number))
        names = (
            (self.title, _("Steg {0}: hva skal gjøres")),
            (self.who, _("Steg {0}: hvem")),
            (self.partner, _("Steg {0}: med hvem")),
            (self.due, _("Steg {0}: frist")),
            (self.status, _("Steg {0}: status")),
            (self.remove, _("Fjern steg {0}")),
        )
        for field, name in names:
            field.setAccessibleName(name.format(number))

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Put the fields below the title when there is no room beside it."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._place_fields()
            self._measure()

    def turn_to(self, status: StepStatus) -> None:
        """Set the status; told on as an edit, not as the officer's choice."""
        self._status = status
        self.status.choose(status)
        self._edit()

    def spots(self) -> dict[str, Spot]:
        """Return where problems are shown, by the name of the field."""
        return {
            "title": Spot(self.title, self.title_problem, self.title.text),
            "partner": Spot(self.partner, self.partner_problem, self.partner.text),
            "due": Spot(self.due, self.due_problem, self.due.said),
        }

    def focus_chain(self) -> Sequence[QWidget]:
        """Return the fields as Tab goes through them."""
        return (self.title, self.who, self.partner, self.due, self.status, self.remove)

    def answers(self) -> Answers:
        """Return what can be done with the step."""
        statuses = (
            ("step_waits", StepStatus.NOT_STARTED),
            ("step_runs", StepStatus.IN_PROGRESS),
            ("step_done", StepStatus.DONE),
        )
        return {
            **{
                action_id: partial(self.status.pick, status)
                for action_id, status in statuses
                if status is not self.status.value
            },
            "new_step": self.next_asked.emit,
            "move_up": partial(self.moved.emit, -1),
            "move_down": partial(self.moved.emit, 1),
            "remove_step": self.removed.emit,
        }

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the step."""
        words = {"move_up": _("Flytt steget opp"), "move_down": _("Flytt steget ned")}
        ActionMenu(self, self.answers(), words).open_at(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the step by Alt and an arrow."""
        by = _MOVES.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & _ALT:
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)

    def _show(self, step: Step) -> None:
        self.title.show_text(step.title)
        self.who.choose(step.who)
        self.partner.show_text(step.partner)
        self.due.set_value(step.due)
        self.status.choose(step.status)
        hint = _("Skriv etaten, ikke personen.")
        self.partner.setToolTip(hint)
        self.partner.setAccessibleDescription(hint)
        self.status.setAccessibleDescription(
            _("1 ikke startet, 2 i gang, 3 ferdig. Med Alt går du videre til notatet.")
        )
        self._note_due()

    def _connect(self) -> None:
        for field in (self.title, self.partner, self.due):
            field.textChanged.connect(self._edit)
            field.entered.connect(self.next_asked)
        self.who.chosen.connect(self._edit)
        self.status.chosen.connect(self._turn)
        self.partner.focused.connect(self.partner_focused)

    def _edit(self) -> None:
        self._note_due()
        self.edited.emit()

    def _turn(self) -> None:
        before, self._status = self._status, self.status.value
        self._edit()
        if before is not self._status:
            self.turned.emit(before, self._status)

    def _note_due(self) -> None:
        note = due_note(self.step, self._today())
        is_late = is_overdue(self.step, self._today())
        self._due_note.setProperty("role", "problem" if is_late else "secondary")
        restyle(self._due_note)
        self._due_note.setText(note)
        self._due_note.setVisible(bool(note))

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(0)
        self._place_fields()
        self._measure()

    def _place_fields(self) -> None:
        grid = self._grid
        across = 2 if self._is_narrow else 1
        grid.addWidget(self.number, 0, 0)
        grid.addWidget(self.title, 0, 1, 1, across)
        grid.addWidget(self.title_problem, 1, 1, 1, across, _TOP)
        # Where there is no room beside the title: who and with whom, and below them when and how.
        below = ((3, 1), (3, 2), (5, 1), (5, 2))
        places = below if self._is_narrow else ((0, 2), (0, 3), (0, 4), (0, 5))
        fields: tuple[QWidget, ...] = (self.who, self.partner, self.due, self.status)
        for field, (line, column) in zip(fields, places, strict=True):
            grid.addWidget(field, line, column)
        (_who, (with_line, with_column), (due_line, due_column), _status) = places
        grid.addWidget(self.partner_problem, with_line + 1, with_column, _TOP)
        grid.addWidget(self.due_problem, due_line + 1, due_column, 1, 2, _TOP)
        grid.addWidget(self._due_note, due_line + 2, due_column, _TOP)
        grid.addWidget(self.remove, 0, 6)
        for column in range(6):
            stretches = (1, 2) if self._is_narrow else (1,)
            grid.setColumnStretch(column, int(column in stretches))

    def _measure(self) -> None:
        px = theme().px
        self.number.setFixedWidth(px(NUMBER))
        self.title.setMinimumWidth(px(TITLE_LEAST))
        widths = ((self.who, WHO), (self.partner, PARTNER), (self.due, DUE), (self.status, STATUS))
        for field, width in widths:
            field.setMinimumWidth(px(width * (_NARROWEST if self._is_narrow else 1)))
            field.setMaximumWidth(_NO_LIMIT if self._is_narrow else px(width))
        self.remove.setFixedWidth(px(REMOVE))
