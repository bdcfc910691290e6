"""One entry that is being written or corrected, without widgets. It outlives its panel.

A panel may close at any time; what is typed stays here and in the drafts until it is saved or
thrown away. So panels listen to signals, and Qt forgets a panel that is gone.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.conversations import Conversation
from app.domain.drafts import Draft, DraftFeature
from app.domain.errors import ChangedByAnother, RuleBroken
from app.domain.read_models import ConversationLine, OpenStep, Peek
from app.ui.background.tasks import Tasks
from app.ui.screens.conversations.entry import (
    EntryFields,
    Person,
    Saved,
    Subject,
    correction,
    draft_fields,
    fields_of,
    fields_of_draft,
    fresh_fields,
    new_conversation,
    person_of,
    says_the_same,
    with_person,
)
from app.ui.screens.conversations.own_draft import OwnDraft
from app.ui.widgets.failures import is_known
from app.use_cases.conversations import (
    conversation_versions,
    correct_conversation,
    record_conversation,
)
from app.use_cases.inmates import peek
from app.use_cases.office import Office


class EntryPresenter(QObject):
    """Knows the fields as they stand, and saves them once.

    Signals:
        subject_changed: name, cell or version are others.
        fields_changed: the fields are others, not by the panel's own doing.
        steps_found: with the open steps of the plan.
        busy_changed: typing must wait, for the entry to be read or saved, or may go on.
        refused: with the problems to put right.
        failed: with the fault; nothing was saved.
        conflicted: with the entry as somebody else has corrected it, or None when it is seen to.
        saved: with ``Saved``.
        already_saved: with the entry that a save before a crash had made of an earlier text.
    """

    subject_changed = Signal()
    fields_changed = Signal()
    steps_found = Signal(object)
    busy_changed = Signal()
    refused = Signal(object)
    failed = Signal(object)
    conflicted = Signal(object)
    saved = Signal(object)
    already_saved = Signal(object)

    def __init__(
        self, office: Office, tasks: Tasks, subject: Subject, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._tasks = tasks
        self.subject = subject
        self.fields = with_person(fresh_fields(office.clock()), subject.person)
        self.draft = OwnDraft(office, tasks, self)
        self.steps: tuple[OpenStep, ...] = ()
        self.theirs: Conversation | None = None
        self.is_saving = False
        # A correction waits for the entry it corrects.
        self.is_ready = subject.conversation_id is None

    @property
    def is_unsaved(self) -> bool:
        """Tell whether something would be lost from sight if the presenter went away."""
        return self.is_saving or self.draft.id is not None

    def begin(self) -> None:
        """Read what the panel is filled with: person, open steps or entry, an earlier draft."""
        office, subject = self._office, self.subject
        if subject.conversation_id is None:
            person = partial(peek, office, subject.person.id)
            self._tasks.read(person, self, self._take_person, self._tell_failed)
        else:
            entry = partial(_read_entry, office, subject.conversation_id)
            self._tasks.read(entry, self, self._take_entry, self._tell_failed)
        self.draft.look_for_earlier(subject.feature, subject.filed_under)

    def _take_person(self, seen: Peek) -> None:
        self._set_person(person_of(seen.line))
        self.fields = with_person(self.fields, self.subject.person)
        self.fields_changed.emit()
        if self.draft.id is not None:
            # What was kept so far does not say whom it is about.
            self.draft.touch(self._draft)
        self.steps = seen.open_steps
        self.steps_found.emit(seen.open_steps)

    def _take_entry(self, found: tuple[ConversationLine, Peek]) -> None:
        entry, seen = found
        self._set_person(person_of(seen.line))
        if not self.is_ready:
            self.subject = replace(self.subject, version=entry.version)
            self.start_from(fields_of(entry))

    def _set_person(self, person: Person) -> None:
        self.subject = replace(self.subject, person=person)
        self.subject_changed.emit()

    def start_from(self, fields: EntryFields) -> None:
        """Begin with these fields instead of empty ones."""
        self.is_ready = True
        self.fields = fields
        self.fields_changed.emit()
        self.busy_changed.emit()

    def resume(self, draft: Draft) -> None:
        """Go on with a draft; what stood here until now is kept as one of its own."""
        if draft.feature is DraftFeature.CORRECTION:
            self.subject = replace(self.subject, version=draft.base_version)
        self.draft.go_on_with(draft, self._draft)
        self.start_from(fields_of_draft(draft.fields))

    def change(self, fields: EntryFields) -> None:
        """Take what was typed."""
        if fields == self.fields or not self.is_ready:
            return
        self.fields = fields
        if fields.is_blank:
            self.draft.discard()
        else:
            self.draft.touch(self._draft)

    def give_up(self) -> Draft:
        """Throw what stands here away; return it, so that it can be brought back."""
        draft = self._draft(self.draft.sure_id())
        self.draft.discard()
        return draft

    def _draft(self, draft_id: UUID) -> Draft:
        return Draft(
            id=draft_id,
            feature=self.subject.feature,
            subject_id=self.subject.filed_under,
            base_version=self.subject.version,
            fields=draft_fields(self.fields, self.subject.person),
            saved_at=self._office.clock(),
        )

    def save(self, *, then_next: bool = False) -> None:
        """Save, once, however often it is asked for."""
        if self.is_saving or not self.is_ready:
            return
        self._set_saving(saving=True)
        self.draft.flush()
        self._tasks.write(
            self._write(self.draft.sure_id()),
            self,
            lambda entry: self._arrive(entry, then_next=then_next),
            self._explain,
        )

    def _write(self, entry_id: UUID) -> Callable[[], Conversation]:
        office, subject, fields = self._office, self.subject, self.fields
        if subject.conversation_id is None:
            entry = new_conversation(entry_id, subject.person.id, fields)
            return lambda: record_conversation(office, entry)
        change = correction(subject.conversation_id, subject.version, fields)
        return lambda: correct_conversation(office, change)

    def _arrive(self, entry: Conversation, *, then_next: bool) -> None:
        self.draft.discard()
        self._set_saving(saving=False)
        # An entry saved just before a crash comes back as it was saved then.
        if says_the_same(entry, self.fields):
            self.saved.emit(Saved(entry, self.subject, then_next))
        else:
            self.already_saved.emit(entry)

    def _explain(self, fault: Exception) -> None:
        self._set_saving(saving=False)
        match fault:
            case RuleBroken():
                self.refused.emit(fault.problems)
            case ChangedByAnother(theirs=Conversation() as theirs):
                self.theirs = theirs
                self.conflicted.emit(theirs)
            case _:
                self._tell_failed(fault)

    def build_on_theirs(self) -> None:
        """Let the correction replace the version the officer has now read."""
        if self.theirs is None:
            return
        self.subject = replace(self.subject, version=self.theirs.version)
        self.theirs = None
        self.draft.touch(self._draft)
        self.conflicted.emit(None)

    def _set_saving(self, *, saving: bool) -> None:
        self.is_saving = saving
        self.busy_changed.emit()

    def _tell_failed(self, fault: Exception) -> None:
        self.failed.emit(fault)
        if not is_known(fault):
            raise fault


def _read_entry(office: Office, conversation_id: UUID) -> tuple[ConversationLine, Peek]:
    newest = conversation_versions(office, conversation_id)[0]
    return newest, peek(office, newest.inmate_id)
