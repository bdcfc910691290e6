"""The numbers the overview is coloured by, each with its source and since when."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.access import Right
from app.domain.errors import RuleBroken
from app.domain.thresholds import LOCK_SECONDS, Threshold
from app.foundation.dates import date_text
from app.foundation.translation import _, mark
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.background.tasks import Tasks
from app.ui.screens.administration.desk import AdministrationDesk
from app.ui.widgets.buttons import Button
from app.ui.widgets.failures import is_known, sentence
from app.ui.widgets.labels import Label, SecondaryLabel
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.problem_bar import FieldProblem
from app.ui.widgets.scrolling import scrolling
from app.ui.widgets.state_view import StateView

_HIGHEST = 3650
_NUMBER_WIDTH = 90
_SOURCE_WIDTH = 200
_NAMES = {
    "conversation.not_talked_to_days": mark("«Ikke snakket med» gjelder etter"),
    "conversation.warning_days": mark("Gul rute fra"),
    "conversation.alarm_days": mark("Rød rute fra"),
    "arrival.new_hours": mark("Regnes som ny i"),
    "review.days_without_date": mark("Gjennomgang uten dato ventes etter"),
}


class ThresholdsTab(QWidget):
    """A row for each threshold.

    Signals:
        saved: with a sentence for a toast.
    """

    saved = Signal(str)

    def __init__(
        self, tasks: Tasks, desk: AdministrationDesk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._desk = desk
        self.rows: dict[str, ThresholdRow] = {}
        self._card = QFrame()
        self._card.setProperty("role", "card")
        self._grid = QGridLayout(self._card)
        self._grid.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._grid.setHorizontalSpacing(MARGIN)
        self._grid.setVerticalSpacing(GAP)
        self._state = StateView(self._content())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, 0)
        layout.addWidget(self._state)
        if desk.officer.may(Right.MANAGE_DATABASE):
            self._state.show_loading()
        else:
            self._state.show_not_allowed()

    def reload(self) -> None:
        """Fetch the thresholds anew; what is being typed stays."""
        if self._desk.officer.may(Right.MANAGE_DATABASE):
            self._tasks.read(self._desk.thresholds, self, self._show, self._fail)

    def _show(self, thresholds: Sequence[Threshold]) -> None:
        # The lock's time is changed among the settings, and by unit leaders too.
        found = [threshold for threshold in thresholds if threshold.key != LOCK_SECONDS]
        if not self.rows:
            self._build(found)
        for threshold in found:
            if threshold.key in self.rows:
                self.rows[threshold.key].show_threshold(threshold)
        self._state.show_content()

    def _build(self, found: Sequence[Threshold]) -> None:
        headings = (_("Grense"), _("Tall"), "", _("Kilde"), _("Gjelder fra"))
        for column, heading in enumerate(headings):
            self._grid.addWidget(SecondaryLabel(heading), 0, column)
        self._grid.setColumnStretch(3, 1)
        for place, threshold in enumerate(sorted(found, key=_order)):
            row = ThresholdRow(threshold.key, partial(self._save, threshold.key))
            row.add_to(self._grid, 2 * place + 1)
            self.rows[threshold.key] = row

    def _save(self, key: str) -> None:
        row = self.rows[key]
        row.problem.set_problem("")
        save = partial(self._desk.set_threshold, key, row.number.value(), row.source.text())
        self._tasks.write(save, self, partial(self._saved, key), partial(self._explain, key))

    def _saved(self, key: str, _nothing: None) -> None:
        self.rows[key].forget_typing()
        self.reload()
        self.saved.emit(_("Grensen er endret."))

    def _explain(self, key: str, fault: Exception) -> None:
        row = self.rows[key]
        row.problem.set_problem(sentence(fault))
        row.source.setFocus()
        if not isinstance(fault, RuleBroken) and not is_known(fault):
            raise fault

    def _fail(self, fault: Exception) -> None:
        self._state.show_failure(fault, self.reload)

    def _content(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        text = _("Skriv hvor en ny grense kommer fra. Datoen i dag blir lagret sammen med den.")
        column.addWidget(SecondaryLabel(text, wrap=True))
        column.addWidget(self._card)
        column.addStretch()
        return scrolling(inside)


def _order(threshold: Threshold) -> int:
    known = tuple(_NAMES)
    return known.index(threshold.key) if threshold.key in known else len(known)


class ThresholdRow:
    """The widgets of one threshold."""

    def __init__(self, key: str, save: partial[None]) -> None:
        name = _(_NAMES[key]) if key in _NAMES else key
        self.name = Label(name)
        self.number = NumberField(name)
        self.number.setRange(1, _HIGHEST)
        self.number.setFixedWidth(theme().px(_NUMBER_WIDTH))
        self.name.setBuddy(self.number)
        self.unit = SecondaryLabel(_("timer") if key.endswith("_hours") else _("dager"))
        self.source = QLineEdit()
        self.source.setMinimumWidth(theme().px(_SOURCE_WIDTH))
        self.source.setAccessibleName(_("Kilde for {0}").format(name))
        self.since = SecondaryLabel("")
        self.button = Button(_("Lagre grensen"), save, name=_("Lagre {0}").format(name))
        self.problem = FieldProblem(self.source)
        self._stored: Threshold | None = None

    def add_to(self, grid: QGridLayout, line: int) -> None:
        """Take a line of the grid, and the one below for what is wrong."""
        parts = (self.name, self.number, self.unit, self.source, self.since, self.button)
        for column, part in enumerate(parts):
            grid.addWidget(part, line, column)
        grid.addWidget(self.problem, line + 1, 3, 1, 3)

    def show_threshold(self, threshold: Threshold) -> None:
        """Show a threshold, unless another is being typed."""
        before = self._stored
        self._stored = threshold
        if before is None or not self._is_typed(before):
            self.number.setValue(threshold.value)
            self.source.setText(threshold.source)
            self.source.setCursorPosition(0)
        self.since.setText(date_text(threshold.since))

    def forget_typing(self) -> None:
        """Let the next answer fill the row."""
        self._stored = None

    def _is_typed(self, stored: Threshold) -> bool:
        return (self.number.value(), self.source.text()) != (stored.value, stored.source)
