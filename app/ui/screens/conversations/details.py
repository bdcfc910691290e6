"""When, how long, where, with an interpreter or not: chips that open a line to type in."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import Problem
from app.foundation.clock import oslo_date
from app.foundation.dates import time_text
from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP
from app.ui.screens.conversations.spoken_times import (
    minutes_text,
    oslo_moment,
    read_time,
    when_text,
)
from app.ui.widgets.chip import Chip, ChoiceChips
from app.ui.widgets.date_field import DateField
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.labels import SecondaryLabel

LENGTHS = (5, 10, 15, 20, 30, 45, 60)
_TIME_WIDTH = 80


def titled(text: str, field: QWidget) -> QWidget:
    """Return a field with its label above."""
    box = QWidget()
    label = SecondaryLabel(text)
    label.setBuddy(field)
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    layout.addWidget(label)
    layout.addWidget(field)
    layout.addStretch()
    return box


class WhenRow(QWidget):
    """Date and time of day.

    Signals:
        changed: the officer has typed.
    """

    changed = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moment = now()
        self._filling = False
        self.day = DateField(_("Dato for samtalen"), lambda: oslo_date(now()))
        self.clock = QLineEdit()
        self.clock.setAccessibleName(_("Klokkeslett for samtalen"))
        self.clock.setFixedWidth(theme().px(_TIME_WIDTH))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(titled(_("Dato"), self.day))
        layout.addWidget(titled(_("Klokkeslett"), self.clock))
        layout.addStretch()
        self.setFocusProxy(self.clock)
        self.day.changed.connect(self._read)
        self.clock.textChanged.connect(self._read)

    @property
    def moment(self) -> datetime:
        """Return the time as it was typed last in a way that could be read."""
        return self._moment

    def set_moment(self, moment: datetime) -> None:
        """Put a time into the fields."""
        self._filling = True
        self._moment = moment
        self.day.set_value(oslo_date(moment))
        self.clock.setText(time_text(moment))
        self._filling = False

    def problems(self) -> list[Problem]:
        """Return what stands there and cannot be read."""
        found = []
        if self.day.value is None:
            text = _("Skriv datoen som 23.11.2026, i dag eller +3.")
            found.append(Problem("occurred_at", text))
        try:
            clock = read_time(self.clock.text())
        except ValueError:
            found.append(Problem("clock", _("Skriv klokkeslettet som 09:30.")))
            return found
        try:
            oslo_moment(self.day.value or oslo_date(self._moment), clock)
        except ValueError:
            text = _("Den natten stilles klokken fram fra 02 til 03. Skriv et annet klokkeslett.")
            found.append(Problem("clock", text))
        return found

    def _read(self) -> None:
        if self._filling or self.problems() or self.day.value is None:
            return
        self._moment = oslo_moment(self.day.value, read_time(self.clock.text()))
        self.changed.emit()


class LengthRow(QWidget):
    """How long it took: the usual lengths, or minutes as they are typed.

    Signals:
        changed: the officer has chosen or typed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = ChoiceChips(_("Varighet"), [(n, minutes_text(n)) for n in LENGTHS])
        self.typed = QLineEdit()
        self.typed.setAccessibleName(_("Varighet i minutter"))
        self.typed.setFixedWidth(theme().px(_TIME_WIDTH))
        label = SecondaryLabel(_("Eller antall minutter"))
        label.setBuddy(self.typed)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(label)
        line.addWidget(self.typed)
        line.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.choices)
        layout.addLayout(line)
        self.setFocusProxy(self.typed)
        self.choices.chosen.connect(self._choose)
        self.typed.textEdited.connect(self._type)
        self.minutes: int | None = None

    def set_minutes(self, minutes: int | None) -> None:
        """Put a length into the fields."""
        self.minutes = minutes
        self.choices.choose(minutes)
        self.typed.setText("" if minutes is None else str(minutes))

    def problems(self) -> list[Problem]:
        """Return what stands there and cannot be read."""
        text = self.typed.text().strip()
        if text and not text.isdecimal():
            return [Problem("minutes", _("Skriv varigheten som et tall i minutter."))]
        return []

    def _choose(self, minutes: object) -> None:
        self.set_minutes(minutes if isinstance(minutes, int) else None)
        self.changed.emit()

    def _type(self, text: str) -> None:
        if not self.problems():
            self.minutes = int(text) if text.strip() else None
            self.choices.choose(self.minutes)
            self.changed.emit()


class Details(QWidget):
    """The second row of chips, and the line of the one that is open.

    Signals:
        changed: the officer has changed something.
    """

    changed = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.when, self.length, self.place = WhenRow(now), LengthRow(), QLineEdit()
        self.place.setAccessibleName(_("Sted for samtalen"))
        self._place_row = titled(_("Sted"), self.place)
        self._place_row.setFocusProxy(self.place)
        self.when_chip = Chip("", parent=self)
        self.length_chip = Chip("", parent=self)
        self.place_chip = Chip("", parent=self)
        self.interpreter_chip = Chip(_("Tolk brukt"), parent=self)
        self._rows: dict[Chip, QWidget] = {
            self.when_chip: self.when,
            self.length_chip: self.length,
            self.place_chip: self._place_row,
        }
        self._lay_out()
        self.interpreter_chip.clicked.connect(self.changed)
        self.when.changed.connect(self._tell)
        self.length.changed.connect(self._tell)
        self.place.textEdited.connect(self._tell)

    def _lay_out(self) -> None:
        chips = QWidget()
        flow = FlowLayout(chips)
        for chip in (*self._rows, self.interpreter_chip):
            flow.addWidget(chip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(chips)
        for chip, row in self._rows.items():
            layout.addWidget(row)
            row.hide()
            chip.clicked.connect(lambda _checked=False, chip=chip: self._toggle(chip))

    def chips(self) -> list[Chip]:
        """Return the chips that are shown, in their order."""
        return [chip for chip in (*self._rows, self.interpreter_chip) if not chip.isHidden()]

    def show_words(self, *, timed: bool) -> None:
        """Write on the chips what the fields hold; a brief note has no length."""
        self.when_chip.set_words(
            when_text(self.when.moment, self._now()),
            _("Tidspunkt: {when}").format(when=when_text(self.when.moment, self._now())),
        )
        length = minutes_text(self.length.minutes)
        self.length_chip.set_words(length, _("Varighet: {length}").format(length=length))
        self.length_chip.setVisible(timed)
        if not timed:
            self._close(self.length_chip)
        place = self.place.text() or _("Sted")
        self.place_chip.set_words(place, _("Sted: {place}").format(place=self.place.text()))

    def leave_out_what_stays(self) -> None:
        """Offer time and length alone: a correction changes nothing else."""
        self.place_chip.hide()
        self.interpreter_chip.hide()

    def problems(self) -> list[Problem]:
        """Return what stands in the fields and cannot be read."""
        return [*self.when.problems(), *self.length.problems()]

    def open_for(self, field: str) -> None:
        """Open the line in which a problem lies, so that it can be reached."""
        chip = {
            "occurred_at": self.when_chip,
            "clock": self.when_chip,
            "minutes": self.length_chip,
        }.get(field)
        if chip is not None and self._rows[chip].isHidden():
            self._toggle(chip)

    def close_row(self) -> bool:
        """Close the line that is open; return False if none is."""
        opened = [chip for chip, row in self._rows.items() if not row.isHidden()]
        for chip in opened:
            self._close(chip)
            chip.setFocus()
        return bool(opened)

    def _toggle(self, chip: Chip) -> None:
        opening = self._rows[chip].isHidden()
        for other in self._rows:
            self._close(other)
        if opening:
            self._rows[chip].show()
            chip.setChecked(True)
            self._rows[chip].setFocus()

    def _close(self, chip: Chip) -> None:
        self._rows[chip].hide()
        chip.setChecked(False)

    def _tell(self) -> None:
        self.changed.emit()
