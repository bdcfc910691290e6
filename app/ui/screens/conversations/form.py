"""The fields of an entry, below each other; they scroll where the window is low."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.conversations import is_conversation
from app.domain.errors import Problem
from app.domain.read_models import OpenStep
from app.foundation.clock import oslo_date
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP
from app.ui.screens.conversations.details import Details
from app.ui.screens.conversations.entry import EntryFields, Person
from app.ui.screens.conversations.kind_chips import KindChips
from app.ui.screens.conversations.next_talk import NextTalk
from app.ui.screens.conversations.parts import ReasonBox, TextBox
from app.ui.screens.conversations.step_list import StepList
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import SecondaryLabel


class EntryForm(QWidget):
    """Shows fields and says what stands in them.

    Signals:
        changed: the officer has changed something.
    """

    changed = Signal()

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        is_correction: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_correction = is_correction
        self._filling = False
        self.kinds = KindChips()
        self.details = Details(now)
        self.box = TextBox()
        self.steps = StepList()
        self.next_talk = NextTalk(lambda: oslo_date(now()))
        self.reason = ReasonBox()
        self._next_heading = SecondaryLabel(_("Neste samtale"))
        self._lay_out()
        parts = (self.details, self.box, self.steps, self.next_talk, self.reason)
        for part in parts:
            part.changed.connect(self._tell)
        self.kinds.chosen.connect(self._tell)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(GAP)
        layout.addWidget(self.kinds)
        layout.addWidget(self.details)
        layout.addWidget(self.box, 1)
        for part in (self.reason, self.steps, self._next_heading, self.next_talk):
            layout.addWidget(part)
        self.reason.setVisible(self._is_correction)
        self._next_heading.setVisible(not self._is_correction)
        self.next_talk.setVisible(not self._is_correction)
        if self._is_correction:
            self.details.leave_out_what_stays()

    def chips(self) -> Sequence[Chip]:
        """Return the chips that are shown, in their order: Alt and a digit press them."""
        next_chips = () if self._is_correction else self.next_talk.chips()
        return (*self.kinds.chips(), *self.details.chips(), *next_chips)

    def show_person(self, person: Person) -> None:
        """Say for whom it should be readable."""
        name = person.given_name or _("den innsatte")
        self.box.set_hint(_("Skriv slik at {name} kan lese det.").format(name=name))

    def show_steps(self, steps: Sequence[OpenStep]) -> None:
        """Offer open steps; a correction leaves the plan alone."""
        if not self._is_correction:
            self.steps.show_steps(steps)

    def fill(self, fields: EntryFields) -> None:
        """Show fields without telling of it."""
        self._filling = True
        self.kinds.choose(fields.kind)
        self.details.when.set_moment(fields.occurred_at)
        self.details.length.set_minutes(fields.minutes)
        self.details.place.setText(fields.place)
        self.details.interpreter_chip.setChecked(fields.interpreter_used)
        self.box.set_text(fields.text)
        self.steps.tick(fields.finished_steps)
        self.next_talk.set_value(fields.next_on)
        self.reason.set_text(fields.reason)
        self._show_words()
        self._filling = False

    def fields(self) -> EntryFields:
        """Return what stands in the fields."""
        return EntryFields(
            kind=self.kinds.value,
            occurred_at=self.details.when.moment,
            text=self.box.text,
            minutes=self.details.length.minutes,
            place=self.details.place.text(),
            interpreter_used=self.details.interpreter_chip.isChecked(),
            next_on=self.next_talk.value,
            finished_steps=self.steps.finished,
            reason=self.reason.text,
        )

    def problems(self) -> list[Problem]:
        """Return what stands in the fields and cannot be read."""
        return [*self.details.problems(), *self.next_talk.problems()]

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say at each field what must be put right, and open the lines they lie in."""
        messages = {problem.field: problem.message for problem in problems}
        self.box.problem.set_problem(messages.get("text", ""))
        self.reason.problem.set_problem(messages.get("reason", ""))
        for field in messages:
            self.details.open_for(field)

    def problem_fields(self) -> dict[str, QWidget]:
        """Return the widget of each field a problem may be about."""
        return {
            "text": self.box.edit,
            "reason": self.reason.line,
            "occurred_at": self.details.when.day,
            "clock": self.details.when.clock,
            "minutes": self.details.length.typed,
            "next_on": self.next_talk.day,
        }

    def close_row(self) -> bool:
        """Close the line that is open below the chips; return False if none is."""
        return self.details.close_row() or self.next_talk.close_row()

    def set_frozen(self, *, frozen: bool) -> None:
        """Let nothing be typed while a save is on its way; the focus stays."""
        self.box.edit.setReadOnly(frozen)
        self.reason.line.setReadOnly(frozen)

    def _show_words(self) -> None:
        self.details.show_words(timed=is_conversation(self.kinds.value))

    def _tell(self) -> None:
        if not self._filling:
            self._show_words()
            self.changed.emit()
