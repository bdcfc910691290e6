"""The steps of one goal in their order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.plans import Step, StepStatus
from app.domain.words import word
from app.foundation.identity import IdMaker
from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import SPACE
from app.ui.screens.plans.problems import Spot
from app.ui.screens.plans.step_row import (
    DUE,
    NUMBER,
    PARTNER,
    REMOVE,
    ROW_LEAST,
    STATUS,
    WHO,
    StepRow,
)
from app.ui.widgets.deeds import Deed
from app.ui.widgets.labels import Label, SecondaryLabel
from app.ui.widgets.page import Notice


@dataclass(frozen=True, slots=True)
class Makers:
    """What new goals and steps are made with."""

    new_id: IdMaker
    today: Callable[[], date]


class StepHeadings(QWidget):
    """The words above the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        self._labels: list[tuple[Label, int]] = []
        columns = (
            ("", NUMBER),
            (_("Steg"), 0),
            (_("Hvem"), WHO),
            (_("Med"), PARTNER),
            (_("Frist"), DUE),
            (_("Status"), STATUS),
            ("", REMOVE),
        )
        for text, width in columns:
            label = SecondaryLabel(text)
            label.setIndent(theme().px(SPACE + 1))
            row.addWidget(label, 0 if width else 1)
            self._labels.append((label, width))
        self._measure()
        theme().changed.connect(self._measure)

    def _measure(self) -> None:
        for label, width in self._labels:
            if width:
                label.setFixedWidth(theme().px(width))


class StepList(QWidget):
    """Rows that are added to, moved and removed; a removed one can be brought back.

    Signals:
        edited: the steps say something else.
        rows_changed: rows came, went or moved, so that Tab goes another way.
        notice: with a ``Notice`` that offers to bring a removed step back.
        partner_focused: with whether a field for partners has the focus.
        note_asked: a status was set, and the goal's note is to be written.
    """

    edited = Signal()
    rows_changed = Signal()
    notice = Signal(object)
    partner_focused = Signal(bool)
    note_asked = Signal()

    def __init__(self, makers: Makers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers = makers
        self._rows: list[StepRow] = []
        self._headings = StepHeadings()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self._column.addWidget(self._headings)
        self._headings.hide()

    @property
    def rows(self) -> Sequence[StepRow]:
        """Return the rows in their order."""
        return tuple(self._rows)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return the steps; rows that were begun and never filled in are left out."""
        return tuple(row.step for row in self._filled)

    @property
    def _filled(self) -> list[StepRow]:
        return [row for row in self._rows if not row.is_blank]

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps and no others."""
        for row in tuple(self._rows):
            self._take_out(row)
        for step in steps:
            self._put_in(step, len(self._rows))
        self._renumber()

    def add(self, after: StepRow | None = None) -> StepRow:
        """Begin a step after a row, or last, and move the focus there.

        A row that is still blank is used instead of another one.
        """
        place = self._rows.index(after) + 1 if after is not None else len(self._rows)
        following = self._rows[place : place + 1]
        blank = next((row for row in (after, *following, *self._rows[-1:]) if _waits(row)), None)
        row = blank or self._put_in(Step(self._makers.new_id(), ""), place)
        self._renumber()
        row.title.setFocus()
        return row

    def spots(self) -> dict[str, Spot]:
        """Return where problems are shown, by ``steps.<place>.<field>``."""
        return {
            f"steps.{place}.{name}": spot
            for place, row in enumerate(self._filled)
            for name, spot in row.spots().items()
        }

    def focus_chain(self) -> list[QWidget]:
        """Return the fields as Tab goes through them."""
        return [field for row in self._rows for field in row.focus_chain()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rows when they do not fit."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        is_narrow = self.width() < theme().px(ROW_LEAST)
        self._headings.setVisible(bool(self._rows) and not is_narrow)
        for row in self._rows:
            row.set_narrow(is_narrow=is_narrow)

    def _put_in(self, step: Step, place: int) -> StepRow:
        row = StepRow(step, self._makers.today)
        self._rows.insert(place, row)
        self._column.insertWidget(place + 1, row)
        # Not left to the layout, which waits for an event: the next key may be Tab.
        row.show()
        row.edited.connect(self.edited)
        row.turned.connect(lambda before, after: self._tell_turn(row, before, after))
        row.next_asked.connect(lambda: self.add(row))
        row.removed.connect(lambda: self._remove(row))
        row.moved.connect(lambda by: self._move(row, by))
        row.partner_focused.connect(self.partner_focused)
        row.status.note_asked.connect(self.note_asked)
        return row

    def _take_out(self, row: StepRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _remove(self, row: StepRow) -> None:
        place, step, was_blank = self._rows.index(row), row.step, row.is_blank
        self._take_out(row)
        self._renumber()
        self.edited.emit()
        left = self._rows[min(place, len(self._rows) - 1)] if self._rows else None
        if left is not None:
            left.title.setFocus()
        if not was_blank:
            bring_back = Deed(partial(self._bring_back, step, place))
            self.notice.emit(Notice(_("Steget er fjernet."), deed=bring_back))

    def _tell_turn(self, row: StepRow, before: StepStatus, after: StepStatus) -> None:
        deed = Deed(
            take_back=lambda: row.turn_to(before),
            do_again=lambda: row.turn_to(after),
            is_possible=lambda: shiboken6.isValid(row) and row.status.value in (before, after),
        )
        text = _("Steg {0} er satt til «{1}».")
        number = self._rows.index(row) + 1
        self.notice.emit(Notice(text.format(number, word(after).lower()), deed=deed))

    def _bring_back(self, step: Step, place: int) -> None:
        if not shiboken6.isValid(self) or any(row.step.id == step.id for row in self._rows):
            return
        row = self._put_in(step, min(place, len(self._rows)))
        self._renumber()
        self.edited.emit()
        row.title.setFocus()

    def _move(self, row: StepRow, by: int) -> None:
        place = self._rows.index(row) + by
        if not 0 <= place < len(self._rows):
            return
        self._rows.remove(row)
        self._rows.insert(place, row)
        self._column.removeWidget(row)
        self._column.insertWidget(place + 1, row)
        self._renumber()
        self.edited.emit()

    def _renumber(self) -> None:
        for number, row in enumerate(self._rows, 1):
            row.set_place(number)
        self._fold()
        self.rows_changed.emit()


def _waits(row: StepRow | None) -> bool:
    return row is not None and row.is_blank
