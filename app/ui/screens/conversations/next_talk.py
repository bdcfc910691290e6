"""When to talk again: in a week, in two, or on a day of the officer's choice."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import Problem
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP
from app.ui.screens.conversations.spoken_times import coming_day_text
from app.ui.widgets.chip import Chip
from app.ui.widgets.date_field import DateField
from app.ui.widgets.flow_layout import FlowLayout

_A_WEEK, _TWO_WEEKS = timedelta(days=7), timedelta(days=14)


class NextTalk(QWidget):
    """No day, or one. A chip that is on is taken back by pressing it again.

    Signals:
        changed: the officer has chosen or typed.
    """

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Neste samtale"))
        self._today = today
        self.week = Chip("", parent=self)
        self.two_weeks = Chip("", parent=self)
        self.other = Chip(_("Velg dato"), parent=self)
        self.day = DateField(_("Dato for neste samtale"), today)
        self.value: date | None = None
        chips = QWidget()
        flow = FlowLayout(chips)
        for chip in self.chips():
            flow.addWidget(chip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(chips)
        layout.addWidget(self.day)
        self.day.hide()
        self.week.clicked.connect(lambda: self._press(_A_WEEK))
        self.two_weeks.clicked.connect(lambda: self._press(_TWO_WEEKS))
        self.other.clicked.connect(self._open)
        self.day.changed.connect(self._type)
        self.set_value(None)

    def chips(self) -> list[Chip]:
        """Return the chips in their order."""
        return [self.week, self.two_weeks, self.other]

    def set_value(self, day: date | None) -> None:
        """Show a day without telling of it."""
        self.value = day
        if day is not None and day - self._today() not in (_A_WEEK, _TWO_WEEKS):
            self._fill(day)
            self.day.show()
        elif day is not None:
            self.day.hide()
        self._show_words()

    def problems(self) -> list[Problem]:
        """Return what stands there and cannot be read."""
        if not self.day.isHidden() and self.day.is_wrong:
            return [Problem("next_on", _("Skriv datoen som 23.11.2026, i dag eller +3."))]
        if self.value is not None and self.value < self._today():
            text = _("Datoen for neste samtale må være i dag eller senere.")
            return [Problem("next_on", text)]
        return []

    def close_row(self) -> bool:
        """Close the date field if nothing is chosen in it; return False if it is not open."""
        if self.day.isHidden() or not self.day.line.hasFocus():
            return False
        if self.day.value is None:
            self._fill(None)
            self.day.hide()
        self._show_words()
        self.other.setFocus()
        return True

    def _show_words(self) -> None:
        today = self._today()
        in_a_week = coming_day_text(today + _A_WEEK)
        self.week.set_words(_("om 7 dager ({day})").format(day=in_a_week))
        self.two_weeks.set_words(_("om 14 dager"))
        self.two_weeks.setToolTip(coming_day_text(today + _TWO_WEEKS))
        self.week.setChecked(self.value == today + _A_WEEK)
        self.two_weeks.setChecked(self.value == today + _TWO_WEEKS)
        chosen = self.value is not None and not self.day.isHidden()
        self.other.setChecked(not self.day.isHidden())
        text = coming_day_text(self.value) if chosen and self.value else _("Velg dato")
        self.other.set_words(text, _("Velg dato for neste samtale"))

    def _press(self, ahead: timedelta) -> None:
        day = self._today() + ahead
        self._fill(None)
        self.day.hide()
        self.set_value(None if self.value == day else day)
        self.changed.emit()

    def _open(self) -> None:
        opening = self.day.isHidden()
        self.day.setVisible(opening)
        self._fill(None)
        self.value = None
        self._show_words()
        if opening:
            self.day.setFocus()
        self.changed.emit()

    def _type(self) -> None:
        self.value = self.day.value
        self._show_words()
        self.changed.emit()

    def _fill(self, day: date | None) -> None:
        self.day.blockSignals(True)  # noqa: FBT003 - Qt's own setter
        self.day.set_value(day)
        self.day.blockSignals(False)  # noqa: FBT003 - Qt's own setter
