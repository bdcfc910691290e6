"""What can be done with a whole goal."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.domain.plans import GoalStatus
from app.foundation.translation import _
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

    def offer_for(self, status: GoalStatus) -> None:
        """Offer what a goal of this status may become; a closed one is taken up first."""
        for old in self.actions_offered():
            old.deleteLater()
        is_open = status in (GoalStatus.CURRENT, GoalStatus.FUTURE)
        choices = (
            (_("Ta opp igjen"), GoalStatus.CURRENT, not is_open),
            (_("Ta opp nå"), GoalStatus.CURRENT, status is GoalStatus.FUTURE),
            (_("Vent til senere"), GoalStatus.FUTURE, status is GoalStatus.CURRENT),
            (_("Målet er nådd"), GoalStatus.ACHIEVED, is_open),
            (_("Stopp målet …"), GoalStatus.STOPPED, is_open),
        )
        actions = [
            self._action(text, partial(self.status_asked.emit, status))
            for text, status, is_offered in choices
            if is_offered
        ]
        actions += [
            self._action(_("Flytt målet opp"), lambda: self.move_asked.emit(-1)),
            self._action(_("Flytt målet ned"), lambda: self.move_asked.emit(1)),
            self._action(_("Fjern målet"), self.remove_asked.emit),
        ]
        self.set_actions(actions)

    def _action(self, text: str, act: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda: act())  # noqa: PLW0108 - Qt would hand `checked` over
        return action
