"""Goals to the left, the person's answer and the version to the right."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.plans import PlanContent
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.screens.plans.answer_panel import AnswerPanel
from app.ui.screens.plans.conflict_view import ConflictView
from app.ui.screens.plans.goal_list import GoalList
from app.ui.screens.plans.problems import Spot
from app.ui.screens.plans.reading import PlanReading
from app.ui.screens.plans.step_list import Makers
from app.ui.screens.plans.version_panel import VersionPanel

_SIDE_WIDTH = 300
_NARROW = 900
_NO_LIMIT = 16777215  # QWIDGETSIZE_MAX
_SIDE_BY_SIDE = QBoxLayout.Direction.LeftToRight
_STACKED = QBoxLayout.Direction.TopToBottom
_TOP = Qt.AlignmentFlag.AlignTop


class PlanBody(QScrollArea):
    """The plan in one of its faces: to work on, to read, or beside another's.

    Signals:
        edited: a field says something else.
        goals_changed: goals came, went, moved, or changed status.
        notice: with a ``Notice``.
    """

    edited = Signal()
    goals_changed = Signal()
    notice = Signal(object)

    def __init__(self, makers: Makers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.goals = GoalList(makers)
        self.answer = AnswerPanel(makers.today)
        self.version = VersionPanel()
        self.reading = PlanReading()
        self.conflict = ConflictView()
        self._owner: object = None
        self._is_filling = False
        self._before: Sequence[QWidget] = ()
        self._lay_out()
        self.show_face(self.goals)
        self._connect()
        theme().changed.connect(self._arrange)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    @property
    def content(self) -> PlanContent:
        """Return what the fields say."""
        return self.answer.content_with(PlanContent(goals=self.goals.goals))

    def show_content(self, content: PlanContent, given_name: str, owner: object) -> None:
        """Fill the fields; without a change nothing moves, and the focus stays."""
        self.show_face(self.goals)
        if content == self.content and owner == self._owner:
            return
        self._owner = owner
        self._is_filling = True
        self.goals.show_goals(content.goals, owner)
        self.answer.show_content(content, given_name, owner)
        self._is_filling = False
        self._chain()
        self.goals_changed.emit()

    def show_face(self, face: QWidget) -> None:
        """Show the goals, the reading, or the conflict, and hide the others."""
        for each in (self.goals, self.reading, self.conflict):
            each.setVisible(each is face)
        self.answer.setVisible(face is self.goals)
        self._side.setVisible(face is not self.conflict)
        self._arrange()

    def spots(self) -> dict[str, Spot]:
        """Return where problems are shown, by ``Problem.field``."""
        return self.goals.spots() | self.answer.spots()

    def follow(self, before: Sequence[QWidget]) -> None:
        """Let Tab come here after these."""
        self._before = before
        self._chain()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side below when there is no room beside."""
        super().resizeEvent(event)
        self._arrange()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now)

    def _lay_out(self) -> None:
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(GAP)
        side.addWidget(self.answer)
        side.addWidget(self.version)
        side.addStretch()
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        for face in (self.goals, self.reading, self.conflict):
            column.addWidget(face)
        column.addStretch()
        inside = QWidget()
        self._box = QBoxLayout(_SIDE_BY_SIDE, inside)
        self._box.setContentsMargins(0, 0, 0, GAP)
        self._box.setSpacing(MARGIN)
        self._box.addWidget(main, 1, _TOP)
        self._box.addWidget(self._side, 0)
        self.setWidget(inside)

    def _connect(self) -> None:
        for part in (self.goals, self.answer):
            part.edited.connect(self._edit)
            part.notice.connect(self.notice)
        self.goals.cards_changed.connect(self._change_fields)
        self.answer.fields_changed.connect(self._chain)

    def _edit(self) -> None:
        if not self._is_filling:
            self.edited.emit()

    def _change_fields(self) -> None:
        if not self._is_filling:
            self._chain()
            self.goals_changed.emit()

    def _chain(self) -> None:
        fields = [
            *self._before,
            *self.conflict.focus_chain(),
            *self.goals.focus_chain(),
            *self.answer.focus_chain(),
            *self.version.focus_chain(),
        ]
        for first, second in pairwise(fields):
            QWidget.setTabOrder(first, second)

    def _arrange(self) -> None:
        px = theme().px
        is_narrow = self.viewport().width() < px(_NARROW)
        self._box.setDirection(_STACKED if is_narrow else _SIDE_BY_SIDE)
        if is_narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(_NO_LIMIT)
        else:
            self._side.setFixedWidth(px(_SIDE_WIDTH))
