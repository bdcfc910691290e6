"""Where entries are written: makes the panel, and remembers what is unsaved when it closes."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QMetaMethod, QObject, Signal

from app.domain.conversations import Conversation, is_conversation
from app.domain.drafts import Draft, DraftFeature
from app.foundation.translation import _
from app.ui.background.tasks import Tasks
from app.ui.screens.conversations.editor import ConversationEditor
from app.ui.screens.conversations.entry import (
    NOBODY,
    Person,
    Saved,
    Subject,
    fields_of,
    person_of_draft,
)
from app.ui.screens.conversations.presenter import EntryPresenter
from app.ui.widgets.deeds import Deed
from app.ui.widgets.page import Notice
from app.use_cases.office import Office

_Key = tuple[DraftFeature, UUID]


class ConversationDesk(QObject):
    """One for each sign-in. Esc, a lock or another panel never takes what was typed.

    Signals:
        panel_asked: with a panel to show, and its title.
        saved: something was saved, so that pages look for changes at once.
        notice: with a ``Notice`` to show as a toast.
        next_asked: with the UUID of the person written about; the next in the list is wanted.
            Without a listener, nothing offers to go on.
    """

    panel_asked = Signal(object, str)
    saved = Signal()
    notice = Signal(object)
    next_asked = Signal(object)

    def __init__(self, office: Office, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._tasks = tasks
        self._presenters: dict[_Key, EntryPresenter] = {}
        self._editor: ConversationEditor | None = None

    def new(self, inmate_id: UUID) -> ConversationEditor:
        """Return the panel for an entry about a person; with what was left in it unsaved."""
        return self._panel(self._presenter(Subject(Person(inmate_id))))

    def correction(self, conversation_id: UUID) -> ConversationEditor:
        """Return the panel in which a saved entry is corrected."""
        # Whom it is about is read with the entry.
        return self._panel(self._presenter(Subject(NOBODY, conversation_id)))

    def resumed(self, draft: Draft) -> ConversationEditor:
        """Return the panel with a draft from an earlier day, or from before a crash."""
        is_correction = draft.feature is DraftFeature.CORRECTION
        entry = draft.subject_id if is_correction else None
        presenter = self._presenter(
            Subject(person_of_draft(draft.fields), entry, draft.base_version)
        )
        if presenter.draft.id != draft.id:
            presenter.resume(draft)
        return self._panel(presenter)

    def flush(self) -> None:
        """Keep everything that is typed now: the screen locks or the window closes."""
        for presenter in self._presenters.values():
            presenter.draft.flush()

    def _presenter(self, subject: Subject) -> EntryPresenter:
        known = self._presenters.get(_key(subject))
        if known is not None:
            return known
        presenter = EntryPresenter(self._office, self._tasks, subject, self)
        presenter.saved.connect(lambda done: self._finish(presenter, done))
        presenter.already_saved.connect(lambda entry: self._correct_instead(presenter, entry))
        self._presenters[_key(subject)] = presenter
        presenter.begin()
        return presenter

    def _panel(self, presenter: EntryPresenter) -> ConversationEditor:
        # The button that goes on stands there only where there is somebody to go on to.
        offers_next = self.isSignalConnected(QMetaMethod.fromSignal(self.next_asked))
        editor = ConversationEditor(presenter, self._office.clock, offers_next=offers_next)
        editor.left.connect(lambda: self._leave(editor))
        editor.offer_thrown_away.connect(lambda: self._throw_offer_away(presenter))
        editor.given_up.connect(lambda: self._give_up(presenter))
        self._editor = editor
        return editor

    def _leave(self, editor: ConversationEditor) -> None:
        if self._editor is editor:
            self._editor = None
        shown = self._editor is not None and self._editor.presenter is editor.presenter
        if not shown and not editor.presenter.is_unsaved:
            self._forget(editor.presenter)

    def _forget(self, presenter: EntryPresenter) -> None:
        if self._presenters.get(_key(presenter.subject)) is presenter:
            del self._presenters[_key(presenter.subject)]
            presenter.deleteLater()

    def _close(self, presenter: EntryPresenter) -> None:
        editor = self._editor
        self._forget(presenter)
        if editor is not None and editor.presenter is presenter:
            editor.close_asked.emit()

    def _finish(self, presenter: EntryPresenter, done: Saved) -> None:
        self._close(presenter)
        self.saved.emit()
        entry_id = done.entry.id
        self.notice.emit(
            Notice(saved_text(done), _("Rett"), lambda: self._show(self.correction(entry_id)))
        )
        if done.then_next:
            self.next_asked.emit(done.subject.person.id)

    def _correct_instead(self, before: EntryPresenter, entry: Conversation) -> None:
        """Turn what was typed on after a save that a crash hid into a correction of it."""
        subject = Subject(before.subject.person, entry.id, entry.version)
        fields = before.fields
        self._close(before)
        presenter = self._presenter(subject)
        presenter.start_from(fields_of(entry))
        presenter.change(replace(fields, finished_steps=frozenset()))
        self._show(self._panel(presenter))
        self.saved.emit()
        text = _("Samtalen var alt lagret. Skriv hvorfor du endrer den.")
        self.notice.emit(Notice(text))

    def _show(self, editor: ConversationEditor) -> None:
        self.panel_asked.emit(editor, editor.title())

    def _throw_offer_away(self, presenter: EntryPresenter) -> None:
        bring_back = presenter.draft.throw_away_offer()
        self.notice.emit(Notice(_("Kladden er forkastet."), deed=Deed(bring_back)))

    def _give_up(self, presenter: EntryPresenter) -> None:
        draft = presenter.give_up()
        self._close(presenter)
        bring_back = Deed(lambda: self._show(self.resumed(draft)))
        self.notice.emit(Notice(_("Rettelsen er forkastet."), deed=bring_back))


def saved_text(done: Saved) -> str:
    """Return ``Samtalen med B208 er lagret.``; the name where there is no cell."""
    who = done.subject.person.place or done.subject.person.name
    if done.subject.conversation_id is not None:
        return _("Rettelsen om {who} er lagret.").format(who=who)
    if is_conversation(done.entry.kind):
        return _("Samtalen med {who} er lagret.").format(who=who)
    return _("Notatet om {who} er lagret.").format(who=who)


def _key(subject: Subject) -> _Key:
    return subject.feature, subject.filed_under
