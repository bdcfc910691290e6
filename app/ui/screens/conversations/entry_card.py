"""One entry of the log: when, what kind, who wrote it, and what was said and agreed."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.read_models import ConversationLine
from app.domain.words import word
from app.foundation.dates import moment_text
from app.foundation.translation import _
from app.ui.actions.action_menu import ActionMenu, Answers, copy_text
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, SPACE, Tone
from app.ui.screens.conversations.log_texts import (
    Block,
    beginning,
    blocks_of,
    correction_text,
    is_long,
    made_text,
    next_text,
    summary,
    version_text,
)
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.labels import Badge, Label, SecondaryLabel, TextLabel

_TAB_STOP = Qt.FocusPolicy.StrongFocus
_NO_STOP = Qt.FocusPolicy.ClickFocus
_NEVER = Qt.FocusPolicy.NoFocus
_TOP = Qt.AlignmentFlag.AlignTop


class Body(QWidget):
    """A text, with what was agreed marked as such."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._parts: list[QWidget] = []
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        for part in self._parts:
            self._layout.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [_part(block) for block in blocks_of(text)]
        for part in self._parts:
            self._layout.addWidget(part)
            part.show()


def _part(block: Block) -> QWidget:
    words = TextLabel(block.text)
    words.setFocusPolicy(_NEVER)
    if not block.agreed:
        return words
    part = QWidget()
    mark = Label(_("Avtalt:"))
    slanted = mark.font()
    slanted.setItalic(True)
    mark.setFont(slanted)
    layout = QHBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE)
    layout.addWidget(mark, 0, _TOP)
    layout.addWidget(words, 1)
    return part


class EntryCard(QFrame):
    """Takes the focus as a whole; its buttons are reached from it by Tab.

    Signals:
        correct_asked: the officer wants to correct the entry.
        versions_asked: the older versions are wanted.
        focused: the focus came here.
    """

    correct_asked = Signal()
    versions_asked = Signal()
    focused = Signal()

    def __init__(
        self, line: ConversationLine, *, may_correct: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = line
        self._may_correct = may_correct
        self.setAccessibleName(summary(line))
        self._is_folded = is_long(line.text)
        self._body = Body(beginning(line.text) if self._is_folded else line.text)
        self.unfold = LinkButton(_("Vis hele"), self._turn)
        self.correct = LinkButton(_("Rett"), self.correct_asked.emit, parent=self)
        self.correct.setHidden(not may_correct)
        self.correct.setToolTip(_("Lager en ny versjon. Den gamle kan fortsatt leses."))
        self.older = LinkButton(_("Vis tidligere versjoner"), self._toggle_older)
        self._older_box: QWidget | None = None
        self._lay_out()
        self.set_current(current=False)

    def _lay_out(self) -> None:
        line = self.line
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(SPACE)
        layout.addLayout(self._heading())
        layout.addWidget(self._body)
        if next_text(line):
            layout.addWidget(SecondaryLabel(next_text(line), wrap=True))
        if line.corrected:
            layout.addWidget(SecondaryLabel(correction_text(line), wrap=True))
        links = QHBoxLayout()
        links.setSpacing(GAP)
        for link in (self.unfold, self.older):
            links.addWidget(link)
        links.addStretch()
        layout.addLayout(links)
        self.unfold.setVisible(self._is_folded)
        self.older.setVisible(line.corrected)

    def _heading(self) -> QHBoxLayout:
        line = self.line
        facts = QWidget()
        flow = FlowLayout(facts)
        flow.addWidget(Label(moment_text(line.occurred_at), "strong"))
        flow.addWidget(Badge(word(line.kind)))
        if line.is_conversation:
            flow.addWidget(Badge(_("samtale"), Tone.OK))
        if line.corrected:
            flow.addWidget(Badge(_("rettet"), Tone.WARNING))
        right = QHBoxLayout()
        right.setSpacing(GAP)
        if self._may_correct:
            right.addWidget(self.correct)
        right.addWidget(SecondaryLabel(made_text(line)))
        heading = QHBoxLayout()
        heading.setSpacing(GAP)
        heading.addWidget(facts, 1)
        heading.addLayout(right)
        heading.setAlignment(right, _TOP)
        return heading

    def set_current(self, *, current: bool) -> None:
        """Be the one entry that Tab stops at, or one of the others."""
        self.setFocusPolicy(_TAB_STOP if current else _NO_STOP)
        for link in (self.correct, self.unfold, self.older):
            link.setFocusPolicy(_TAB_STOP if current else _NEVER)

    def show_older(self, versions: Sequence[ConversationLine]) -> None:
        """Show older versions below the text, the newest of them first."""
        self._drop_older()
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(GAP, SPACE, 0, 0)
        layout.setSpacing(SPACE)
        for version in versions:
            layout.addWidget(SecondaryLabel(version_text(version), wrap=True))
            layout.addWidget(Body(version.text))
        self._older_box = box
        whole = self.layout()
        if whole is not None:
            whole.addWidget(box)
        self.older.set_words(_("Skjul tidligere versjoner"))

    @property
    def shows_older(self) -> bool:
        """Tell whether older versions are shown."""
        return self._older_box is not None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the entry's buttons do, and to copy the text."""
        self.menu().open_at(event.globalPos())

    def menu(self) -> ActionMenu:
        """Return what can be done with the entry."""
        return ActionMenu(self, self.answers(), {"older_versions": self.older.text()})

    def answers(self) -> Answers:
        """Return what can be done with the entry, by the ids of the list of actions."""
        answers: dict[str, Callable[[], object]] = {}
        if self._may_correct:
            answers["correct_entry"] = self.correct_asked.emit
        if self.line.corrected:
            answers["older_versions"] = self._toggle_older
        answers["copy_text"] = partial(copy_text, self.line.text)
        return answers

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the current entry."""
        super().focusInEvent(event)
        self.update()
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Lose the ring."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line below, and the ring around what has the focus."""
        super().paintEvent(event)
        tokens = theme().tokens
        painter = QPainter(self)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.primary), theme().ring))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), SPACE, SPACE)
        else:
            painter.setPen(QColor(tokens.line))
            painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.end()

    def _turn(self) -> None:
        self._is_folded = not self._is_folded
        self._body.set_text(beginning(self.line.text) if self._is_folded else self.line.text)
        self.unfold.set_words(_("Vis hele") if self._is_folded else _("Vis mindre"))

    def _toggle_older(self) -> None:
        if self.shows_older:
            self._drop_older()
        else:
            self.versions_asked.emit()

    def _drop_older(self) -> None:
        box, self._older_box = self._older_box, None
        if box is not None:
            box.hide()
            box.deleteLater()
        self.older.set_words(_("Vis tidligere versjoner"))
