"""The open steps of the plan, ticked while the two talk."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.read_models import OpenStep
from app.foundation.dates import short_date_text
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, SPACE
from app.ui.screens.conversations.tick_box import TickBox
from app.ui.widgets.labels import Label, SecondaryLabel


def due_text(step: OpenStep) -> str:
    """Return ``frist 25.11.`` or ``forfalt 18.11.``; empty where there is no date."""
    if step.due is None:
        return ""
    text = _("forfalt {day}") if step.overdue else _("frist {day}")
    return text.format(day=short_date_text(step.due))


class _Words(Label):
    """The words beside a box; a press on them presses the box."""

    def __init__(self, text: str, box: QCheckBox) -> None:
        super().__init__(text, wrap=True)
        self._box = box

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self._box.click()


class StepRow(QWidget):
    """One step: a box, its words on as many lines as they need, and ``ferdig`` once ticked."""

    def __init__(self, step: OpenStep, *, ticked: bool) -> None:
        super().__init__()
        self.step_id = step.id
        words = " · ".join(part for part in (step.title, due_text(step)) if part)
        self.box = TickBox(words)
        self.box.setAccessibleDescription(_("Mål: {goal}").format(goal=step.goal_title))
        self.box.setChecked(ticked)
        self._done = Label(_("ferdig"), "ok")
        self._done.setVisible(ticked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.box)
        layout.addWidget(_Words(words, self.box), 1)
        layout.addWidget(self._done)
        layout.setStretch(1, 1)
        self.box.toggled.connect(self._done.setVisible)


class StepList(QWidget):
    """Takes no room when the person has no open step.

    Signals:
        changed: the officer has ticked, or taken a tick back.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[StepRow] = []
        self._unknown: frozenset[UUID] = frozenset()
        self._filling = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP // 2)
        self._layout.addWidget(
            SecondaryLabel(_("Steg i planen – kryss av mens dere snakker"), wrap=True)
        )
        self.hide()

    @property
    def finished(self) -> frozenset[UUID]:
        """Return the steps that are ticked, also those not shown yet."""
        ticked = (row.step_id for row in self._rows if row.box.isChecked())
        return self._unknown | frozenset(ticked)

    def boxes(self) -> Sequence[QCheckBox]:
        """Return the boxes in their order."""
        return [row.box for row in self._rows]

    def tick(self, finished: Iterable[UUID]) -> None:
        """Tick these steps without telling of it."""
        wanted = frozenset(finished)
        self._filling = True
        for row in self._rows:
            row.box.setChecked(row.step_id in wanted)
        self._filling = False
        self._unknown = wanted - {row.step_id for row in self._rows}

    def show_steps(self, steps: Sequence[OpenStep]) -> None:
        """Show these steps; what was ticked stays ticked."""
        finished = self.finished
        for row in self._rows:
            self._layout.removeWidget(row)
            row.deleteLater()
        self._rows = [StepRow(step, ticked=step.id in finished) for step in steps]
        for row in self._rows:
            self._layout.addWidget(row)
            row.box.toggled.connect(self._tell)
        # A step somebody else has finished meanwhile stays finished.
        self._unknown = finished - {row.step_id for row in self._rows}
        self.setVisible(bool(self._rows))

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()
