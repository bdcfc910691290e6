"""The line above the plan, and the notices under it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.domain.plans import GoalStatus
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP
from app.ui.screens.plans.texts import filter_text
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import Button, PrimaryButton
from app.ui.widgets.chip import FilterChip
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.labels import Label
from app.ui.widgets.restyle import restyle


class NoticeBar(QFrame):
    """A sentence and what can be done about it; hidden until it is said."""

    def __init__(
        self, *acts: tuple[str, Callable[[], object]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.words = Label(wrap=True)
        self.buttons = [Button(text, act) for text, act in acts]
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP + GAP, GAP, GAP, GAP)
        row.setSpacing(GAP)
        row.addWidget(self.words, 1)
        for button in self.buttons:
            row.addWidget(button)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence, and have it read aloud; an empty one hides the bar."""
        self.words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        announce(self, text)

    def offer(self, place: int, *, is_offered: bool) -> None:
        """Offer one of the buttons, or not."""
        self.buttons[place].setVisible(is_offered)


class TopBar(QWidget):
    """Which goals are shown, what is saved, a new goal, and the save.

    Signals:
        status_chosen: with the ``GoalStatus`` whose goals to show.
        goal_asked, save_asked: a button was pressed.
    """

    status_chosen = Signal(object)
    goal_asked = Signal()
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        chips = QWidget()
        chips.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        flow = FlowLayout(chips)
        self.chips = {status: self._chip(status) for status in GoalStatus}
        for chip in self.chips.values():
            flow.addWidget(chip)
        self.state = Label("", "secondary")
        self.new_goal = Button(_("Nytt mål  Ctrl+G"), self.goal_asked.emit, name=_("Nytt mål"))
        self.save = PrimaryButton(
            _("Lagre planen  Ctrl+S"), self.save_asked.emit, name=_("Lagre planen")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(chips, 1)
        for part in (self.state, self.new_goal, self.save):
            row.addWidget(part)

    def show_counts(self, count: Callable[[GoalStatus], int], shown: GoalStatus) -> None:
        """Show how many goals there are of each status, and which are in sight."""
        for status, chip in self.chips.items():
            chip.set_count(count(status))
            chip.setChecked(status is shown)

    def say(self, text: str, role: str = "secondary") -> None:
        """Say what is saved."""
        self.state.setText(text)
        if self.state.property("role") != role:
            self.state.setProperty("role", role)
            restyle(self.state)

    def focus_chain(self) -> list[QWidget]:
        """Return the buttons as Tab goes through them."""
        return [*self.chips.values(), self.new_goal, self.save]

    def _chip(self, status: GoalStatus) -> FilterChip:
        chip = FilterChip(filter_text(status), 0)
        self._group.addButton(chip)
        chip.clicked.connect(lambda: self.status_chosen.emit(status))
        chip.entered.connect(chip.click)
        return chip
