"""What a search found: about whom, when, by whom, and the words around the hit."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.places import door_name
from app.domain.search import SearchHit
from app.domain.words import word
from app.foundation.dates import moment_text
from app.foundation.translation import _
from app.ui.actions.action_menu import ActionMenu, Answers, copy_text
from app.ui.appearance.tokens import GAP, SPACE
from app.ui.appearance.veil import veil
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.labels import SecondaryLabel
from app.ui.widgets.marked_label import MarkedLabel

_NO_FRAME = QFrame.Shape.NoFrame
_NEVER_BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_NO_FOCUS = Qt.FocusPolicy.NoFocus
_BY_KEY = Qt.FocusReason.ShortcutFocusReason
# As far as a link's words stand from its edge, where the focus is drawn.
_LINK_EDGE = 3
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class HitRow(QWidget):
    """One hit; its name leads to the person."""

    def __init__(self, hit: SearchHit) -> None:
        super().__init__()
        who = " · ".join(part for part in (hit.inmate_name, door_name(hit.place_path)) if part)
        kind = _("Plan: {0}").format(word(hit.kind)) if hit.of_plan else word(hit.kind)
        parts = (moment_text(hit.occurred_at), kind, hit.author)
        when = " · ".join(part for part in parts if part)
        self.link = LinkButton(who, name=f"{who}, {when}: {hit.snippet}")
        words = MarkedLabel(hit.snippet, hit.excerpt.marks)
        words.setFocusPolicy(_NO_FOCUS)
        what = SecondaryLabel(when)
        for label in (what, words):
            label.setContentsMargins(_LINK_EDGE, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, SPACE, GAP, SPACE)
        layout.setSpacing(2)
        layout.addWidget(self.link)
        layout.addWidget(what)
        layout.addWidget(words)
        self.answers: Answers = {}

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the hit."""
        ActionMenu(self, self.answers).open_at(event.globalPos())


class HitList(QScrollArea):
    """Hits below each other, newest first.

    Signals:
        inmate_asked: with the UUID of a person, from the menu of a hit.
        entry_asked: with the UUIDs of the person and of the conversation that was found.
        plan_asked: with the UUID of the person whose plan was found.
    """

    inmate_asked = Signal(object)
    entry_asked = Signal(object, object)
    plan_asked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(_NO_FRAME)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(_NEVER_BAR)
        self.setFocusPolicy(_NO_FOCUS)
        self.rows: list[HitRow] = []
        content = QWidget()
        self._layout = QVBoxLayout(content)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE)
        self._layout.addStretch()
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    def show_hits(self, hits: Sequence[SearchHit]) -> None:
        """Show these hits in place of the others."""
        veil().learn("hits", [hit.inmate_name for hit in hits])
        for row in self.rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [HitRow(hit) for hit in hits]
        for place, (row, hit) in enumerate(zip(self.rows, hits, strict=True)):
            self._layout.insertWidget(place, row)
            row.link.clicked.connect(partial(self._ask, hit))
            row.answers = {
                "open": partial(self._ask, hit),
                "open_person": partial(self.inmate_asked.emit, hit.inmate_id),
                "open_plan": partial(self.plan_asked.emit, hit.inmate_id),
                "copy_text": partial(copy_text, hit.snippet),
            }

    def focus_first(self) -> bool:
        """Give the first hit the focus; return False if there is none."""
        if self.rows:
            self.rows[0].link.setFocus(_BY_KEY)
        return bool(self.rows)

    def focus_next(self) -> HitRow | None:
        """Go to the hit after the one with the focus, after the last to the first; return it."""
        if not self.rows:
            return None
        here = self.focused_row()
        place = (self.rows.index(here) + 1) % len(self.rows) if here is not None else 0
        self._focus(place)
        return self.rows[place]

    def focused_row(self) -> HitRow | None:
        """Return the hit that has the focus."""
        return next((row for row in self.rows if row.link.hasFocus()), None)

    def _focus(self, place: int) -> None:
        row = self.rows[max(0, min(len(self.rows) - 1, place))]
        row.link.setFocus(_BY_KEY)
        self.ensureWidgetVisible(row)

    def _ask(self, hit: SearchHit, _checked: object = None) -> None:
        if hit.of_plan:
            self.plan_asked.emit(hit.inmate_id)
        else:
            self.entry_asked.emit(hit.inmate_id, hit.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next or the previous hit by the arrow keys."""
        here = self.focused_row()
        if event.key() in _STEPS and here is not None:
            self._focus(self.rows.index(here) + _STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
