"""What can be done with a whole goal."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.plans import GoalStatus
from app.foundation.translation import _
from app.ui.actions.action_menu import Answers, action_for
from app.ui.widgets.buttons import MenuButton


class GoalMenu(MenuButton):
    """Offers what the goal's status allows.

    Signals:
        status_asked: with the ``GoalStatus`` the goal shall have.
        move_asked: with -1 or 1.
        remove_asked: the goal is not wanted.
    """

    status_asked = Signal(object)
    move_asked = Signal(int)
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Mer"), parent=parent)
        self._answers: dict[str, Callable[[], object]] = {}
        self._words: dict[str, str] = {}

    def offer_for(self, status: GoalStatus) -> None:
        """Offer what a goal of this status may become; a closed one is taken up first."""
        for old in self.actions_offered():
            old.deleteLater()
        is_open = status in (GoalStatus.CURRENT, GoalStatus.FUTURE)
        self._words = {} if is_open else {"goal_take_up": _("Ta opp igjen")}
        choices = (
            ("goal_take_up", GoalStatus.CURRENT, status is not GoalStatus.CURRENT),
            ("goal_wait", GoalStatus.FUTURE, status is GoalStatus.CURRENT),
            ("goal_achieved", GoalStatus.ACHIEVED, is_open),
            ("goal_stop", GoalStatus.STOPPED, is_open),
        )
        self._answers = {
            action_id: partial(self.status_asked.emit, status)
            for action_id, status, is_offered in choices
            if is_offered
        }
        self._answers["move_up"] = partial(self.move_asked.emit, -1)
        self._answers["move_down"] = partial(self.move_asked.emit, 1)
        self._answers["remove_goal"] = self.remove_asked.emit
        self.set_actions(
            [
                action_for(self, action_id, act, self._words.get(action_id))
                for action_id, act in self._answers.items()
            ]
        )

    def answers(self) -> Answers:
        """Return what can be done with the goal, by the ids of the list of actions."""
        return self._answers
