"""Frames in the panel: an earlier draft, a save that failed, and two versions of one entry."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.conversations import Conversation
from app.domain.drafts import Draft, DraftFeature
from app.domain.words import word
from app.foundation.clock import oslo_date
from app.foundation.dates import moment_text, time_text
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, SPACE
from app.ui.screens.conversations.entry import EntryFields, fields_of, stated_minutes
from app.ui.screens.conversations.spoken_times import minutes_text
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import Button, LinkButton
from app.ui.widgets.failures import sentence
from app.ui.widgets.labels import Label, SecondaryLabel, TextLabel

_TOP = Qt.AlignmentFlag.AlignTop


def draft_text(draft: Draft, now: datetime) -> str:
    """Return ``Du har en kladd fra 09:41 om Hassan, Omar.``."""
    same_day = oslo_date(draft.saved_at) == oslo_date(now)
    when = time_text(draft.saved_at) if same_day else moment_text(draft.saved_at)
    text = {
        DraftFeature.CONVERSATION: _("Du har en kladd fra {when} om {name}."),
        DraftFeature.CORRECTION: _("Du har en kladd fra {when} til en rettelse om {name}."),
        DraftFeature.PLAN: _("Du har en kladd fra {when} til planen for {name}."),
        DraftFeature.INMATE: _("Du har en kladd fra {when} til opplysningene om {name}."),
    }[draft.feature]
    return text.format(when=when, name=draft.fields.get("name") or _("en innsatt"))


class DraftOffer(QFrame):
    """One earlier draft, to go on with or to throw away.

    Signals:
        taken, thrown_away: what the officer has chosen.
    """

    taken = Signal()
    thrown_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._words = Label("", wrap=True)
        self.take = LinkButton(_("Fortsett"), self.taken.emit)
        self.throw_away = LinkButton(_("Forkast"), self.thrown_away.emit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP + SPACE, GAP, GAP + SPACE, GAP)
        layout.setSpacing(GAP + SPACE)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.take)
        layout.addWidget(self.throw_away)
        self.hide()

    def offer(self, draft: Draft, now: datetime) -> None:
        """Offer a draft."""
        text = draft_text(draft, now)
        self._words.setText(text)
        self.setAccessibleName(text)
        self.take.setAccessibleDescription(text)
        self.throw_away.setAccessibleDescription(text)
        self.show()
        announce(self, text)


class Failure(QFrame):
    """Says that nothing was saved, and that the text is not lost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "problems")
        self._words = Label("", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP + SPACE, GAP, GAP + SPACE, GAP)
        layout.addWidget(self._words)
        self.hide()

    @property
    def text(self) -> str:
        """Return what is said."""
        return self._words.text()

    def say(self, fault: Exception) -> None:
        """Say what went wrong."""
        text = f"{sentence(fault)} {_('Teksten din er beholdt som kladd.')}"
        self._words.setText(text)
        self.setAccessibleName(text)
        self.show()
        announce(self, text)


class Conflict(QFrame):
    """The other officer's correction beside one's own; nothing is written over.

    Signals:
        build_on, give_up: go on from theirs with the own text, or throw the own text away.
    """

    build_on = Signal()
    give_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._heading = Label("", "strong", wrap=True)
        self.theirs, self.mine = TextLabel(), TextLabel()
        self.theirs.setAccessibleName(_("Lagret av den andre"))
        self.mine.setAccessibleName(_("Din tekst"))
        self.go_on = Button(_("Rett den nye versjonen"), self.build_on.emit)
        self._give_up = Button(_("Forkast min rettelse"), self.give_up.emit)
        layout = QGridLayout(self)
        layout.setContentsMargins(GAP + SPACE, GAP, GAP + SPACE, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self._heading, 0, 0, 1, 2)
        layout.addWidget(SecondaryLabel(_("Lagret av den andre")), 1, 0)
        layout.addWidget(SecondaryLabel(_("Din tekst")), 1, 1)
        layout.addWidget(self.theirs, 2, 0, _TOP)
        layout.addWidget(self.mine, 2, 1, _TOP)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.go_on)
        buttons.addWidget(self._give_up)
        buttons.addStretch()
        layout.addLayout(buttons, 3, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)
        self.hide()

    def compare(self, theirs: Conversation, mine: EntryFields) -> None:
        """Show both."""
        text = _("{name} rettet samtalen {when}. Ingenting er skrevet over.").format(
            name=theirs.author, when=moment_text(theirs.written_at)
        )
        self._heading.setText(text)
        facts_differ = _facts(fields_of(theirs)) != _facts(mine)
        for label, entry in ((self.theirs, fields_of(theirs)), (self.mine, mine)):
            words = f"{_facts(entry)}\n{entry.text}" if facts_differ else entry.text
            label.setText(words)
            label.setAccessibleDescription(words)
        self.setAccessibleName(text)
        self.show()
        announce(self, text)
        self.go_on.setFocus()


def _facts(fields: EntryFields) -> str:
    """Return what else of an entry may have been corrected."""
    parts = [word(fields.kind), moment_text(fields.occurred_at)]
    if stated_minutes(fields) is not None:
        parts.append(minutes_text(fields.minutes))
    return " · ".join(parts)
