"""What an officer does with the tab, by keys."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.appearance.theme import theme
from app.ui.screens.plans.goal_card import GoalCard
from app.ui.screens.plans.screen import PlanTab
from app.ui.screens.plans.step_row import StepRow
from app.ui.widgets.page import Notice

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class Hand:
    """Opens, types, presses."""

    def __init__(self, qtbot: QtBot, tab: PlanTab, inmate_id: UUID) -> None:
        self.qtbot = qtbot
        self.tab = tab
        self.inmate_id = inmate_id
        self.notices: list[Notice] = []
        self.tab.notice.connect(self.notices.append)

    def open(self) -> "Hand":
        self.tab.show_inmate(self.inmate_id, "Omar")
        self.wait_until(self.is_shown)
        return self

    def is_shown(self) -> bool:
        states = self.tab.pane.states
        return states.currentWidget() is states.content or (
            states.message is not None and states.message.button is not None
        )

    def wait_until(self, is_so: object) -> None:
        self.qtbot.waitUntil(is_so, timeout=10_000)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        widget = self.focused()
        self.qtbot.keyClick(widget, key, held or Qt.KeyboardModifier.NoModifier)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.focused(), text)

    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def zoom(self, percent: int) -> None:
        theme().set_zoom(percent)

    @property
    def state(self) -> str:
        return self.tab.pane.top.state.text()

    def save(self) -> None:
        self.press(Qt.Key.Key_S, CTRL)
        self.wait_until(lambda: not self.tab.presenter.desk.is_saving)

    def save_well(self) -> None:
        self.save()
        assert self.state == "Lagret 09:41", self.problems()

    def card(self, place: int = 0) -> GoalCard:
        return self.tab.pane.body.goals.cards[place]

    def row(self, place: int = 0, goal: int = 0) -> StepRow:
        return self.card(goal).steps.rows[place]

    def problems(self) -> list[str]:
        links = self.tab.pane.problems._links
        return [f"{path}: {link.text()}" for path, link in links.items()]

    def beside(self, path: str) -> str:
        """The sentence beside a field, as long as it is shown."""
        label = self.tab.pane.body.spots()[path].label
        return label.text() if label.isVisible() else ""
