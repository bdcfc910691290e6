"""The side panel an entry is written or corrected in. The text box has the focus."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.conversations import Conversation
from app.domain.drafts import Draft
from app.domain.errors import Problem
from app.foundation.dates import time_text
from app.foundation.translation import _
from app.ui.actions.entries import entry_of
from app.ui.appearance.tokens import GAP
from app.ui.screens.conversations.form import EntryForm
from app.ui.screens.conversations.notices import Conflict, DraftOffer, Failure
from app.ui.screens.conversations.parts import TopLine
from app.ui.screens.conversations.presenter import EntryPresenter
from app.ui.screens.conversations.scrolling import FollowingArea
from app.ui.screens.conversations.spoken_times import clock_text
from app.ui.widgets.buttons import Button, PrimaryButton
from app.ui.widgets.failures import sentence
from app.ui.widgets.labels import SecondaryLabel
from app.ui.widgets.problem_bar import ProblemBar
from app.ui.widgets.side_panel import PanelContent

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_IN_PANEL = Qt.ShortcutContext.WidgetWithChildrenShortcut


class ConversationEditor(PanelContent):
    """Hands every key to its presenter; closing it loses nothing.

    Signals:
        left: the panel lets go of it.
        offer_thrown_away: the officer does not want the offered draft.
        given_up: the officer does not want the correction that stands here.
    """

    left = Signal()
    offer_thrown_away = Signal()
    given_up = Signal()

    def __init__(
        self,
        presenter: EntryPresenter,
        now: Callable[[], datetime],
        *,
        offers_next: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self._now = now
        self._is_correction = presenter.subject.conversation_id is not None
        self._offers_next = offers_next and not self._is_correction
        self.top = TopLine(self.title())
        self.offer = DraftOffer()
        self.form = EntryForm(now, is_correction=self._is_correction)
        self.conflict = Conflict()
        self.failure = Failure()
        self.problems = ProblemBar()
        self.save_button = PrimaryButton(self._save_words(), self.save)
        self.next_button = Button(_("Lagre og gå til neste"), self.save_and_next)
        self._lay_out()
        self._listen()
        self._show_all()

    def title(self) -> str:
        """Return what the panel is called."""
        return _("Rett samtalen") if self._is_correction else _("Ny samtale")

    def first_focus(self) -> QWidget:
        """Return the text box."""
        return self.form.box.edit

    def keep_draft(self) -> None:
        """Keep what is typed at once."""
        self.presenter.draft.flush()

    def closing(self) -> None:
        """Keep the draft, and let go of the presenter."""
        self.keep_draft()
        self.left.emit()

    def escape(self) -> bool:
        """Close the line that is open below the chips, if one is."""
        return self.form.close_row()

    def save(self) -> None:
        """Save and sign what stands here (Ctrl+Enter)."""
        self._save(then_next=False)

    def save_and_next(self) -> None:
        """Save, and go on with the next person in the list (Ctrl+Shift+Enter)."""
        self._save(then_next=self._offers_next)

    def answers(self) -> Mapping[str, Callable[[], object]]:
        """Return what can be done with what is written."""
        answers: dict[str, Callable[[], object]] = {"save_conversation": self.save}
        if self._offers_next:
            answers["save_and_next"] = self.save_and_next
        return answers

    def help(self) -> str:
        """Return where the guide tells of writing."""
        return "skrive-samtale.md#rette" if self._is_correction else "skrive-samtale.md"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save by Ctrl+Enter wherever the focus is in the panel."""
        if event.key() in _ENTER and event.modifiers() & _CONTROL:
            then_next = self._offers_next and bool(event.modifiers() & _SHIFT)
            self._save(then_next=then_next)
        else:
            super().keyPressEvent(event)

    def _save(self, *, then_next: bool) -> None:
        self.presenter.change(self.form.fields())
        unreadable = self.form.problems()
        if unreadable:
            self._refuse(unreadable)
        else:
            self.presenter.save(then_next=then_next)

    def _save_words(self) -> str:
        save = _("Lagre rettelsen") if self._is_correction else _("Lagre samtalen")
        return f"{save}  Ctrl+Enter"

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.next_button)
        buttons.addStretch()
        self.next_button.setToolTip(_("Ctrl+Shift+Enter"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.top)
        layout.addWidget(self.offer)
        layout.addWidget(FollowingArea(self.conflict, self.form), 1)
        layout.addWidget(self.problems)
        layout.addWidget(self.failure)
        layout.addLayout(buttons)
        self.next_button.setVisible(self._offers_next)
        layout.addWidget(SecondaryLabel(_("Esc lukker – kladden beholdes")))

    def _listen(self) -> None:
        presenter = self.presenter
        presenter.subject_changed.connect(self._show_subject)
        presenter.fields_changed.connect(self._show_fields)
        presenter.steps_found.connect(self.form.show_steps)
        presenter.draft.offered.connect(self._show_offer)
        presenter.draft.kept.connect(self._show_kept)
        presenter.draft.not_kept.connect(self._show_not_kept)
        presenter.busy_changed.connect(self._show_busy)
        presenter.refused.connect(self._refuse)
        presenter.failed.connect(self.failure.say)
        presenter.conflicted.connect(self._show_conflict)
        self.form.changed.connect(self._take)
        self.top.close_pressed.connect(self.close_asked)
        self.offer.taken.connect(self._take_offer)
        self.offer.thrown_away.connect(self.offer_thrown_away)
        self.conflict.build_on.connect(presenter.build_on_theirs)
        self.conflict.give_up.connect(self.given_up)
        for number, keys in enumerate(entry_of("press_chip").keys, 1):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(_IN_PANEL)
            shortcut.activated.connect(lambda number=number: self._press_chip(number))

    def _press_chip(self, number: int) -> None:
        chips = self.form.chips()
        if number <= len(chips):
            chips[number - 1].click()

    def _take(self) -> None:
        self.problems.clear()
        self.presenter.change(self.form.fields())

    def _take_offer(self) -> None:
        offer = self.presenter.draft.offer
        if offer is not None:
            self.presenter.resume(offer)
            self.form.box.setFocus()

    def _show_all(self) -> None:
        self._show_subject()
        self._show_fields()
        self.form.show_steps(self.presenter.steps)
        self._show_offer(self.presenter.draft.offer)
        self._show_busy()
        if self.presenter.theirs is not None:
            self._show_conflict(self.presenter.theirs)
        if self.presenter.draft.kept_at is not None:
            self._show_kept(self.presenter.draft.kept_at)

    def _show_subject(self) -> None:
        person = self.presenter.subject.person
        self.top.show_person(person)
        self.form.show_person(person)

    def _show_fields(self) -> None:
        self.form.fill(self.presenter.fields)

    def _show_offer(self, draft: Draft | None) -> None:
        if draft is None:
            self.offer.hide()
        else:
            self.offer.offer(draft, self._now())

    def _show_kept(self, moment: datetime) -> None:
        self.top.show_kept(_("Kladd lagret {time}").format(time=clock_text(moment)))
        self.message.emit(_("Kladd lagret {time}").format(time=time_text(moment)))

    def _show_not_kept(self, fault: Exception) -> None:
        self.top.show_trouble(sentence(fault))

    def _show_busy(self) -> None:
        saving = self.presenter.is_saving
        self.form.set_frozen(frozen=saving or not self.presenter.is_ready)
        self.save_button.set_words(_("Lagrer …") if saving else self._save_words())
        if saving:
            self.problems.clear()
            self.failure.hide()

    def _refuse(self, problems: Sequence[Problem]) -> None:
        self.form.show_problems(problems)
        self.problems.show_problems(problems, self.form.problem_fields())

    def _show_conflict(self, theirs: Conversation | None) -> None:
        if theirs is None:
            self.conflict.hide()
            self.form.box.setFocus()
        else:
            self.conflict.compare(theirs, self.presenter.fields)
