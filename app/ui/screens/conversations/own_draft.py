"""The draft of the entry that is being written, and an earlier one of the same."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

import shiboken6
from PySide6.QtCore import QObject, Signal

from app.domain.drafts import Draft, DraftFeature
from app.ui.background.draft_keeper import DraftKeeper
from app.ui.background.tasks import Tasks
from app.use_cases.drafts import discard_draft, drafts, keep_draft
from app.use_cases.office import Office

DraftOf = Callable[[UUID], Draft]


class OwnDraft(QObject):
    """Made at the first key press; its id becomes the id of a new entry.

    Signals:
        kept, not_kept: with the time the draft was committed, or with the fault.
        offered: with an earlier draft of the same, or None when it is taken or thrown away.
    """

    kept = Signal(object)
    not_kept = Signal(object)
    offered = Signal(object)

    def __init__(self, office: Office, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._tasks = tasks
        self.id: UUID | None = None
        self.kept_at: datetime | None = None
        self.offer: Draft | None = None
        self._keeper = DraftKeeper(
            tasks, partial(keep_draft, office), partial(discard_draft, office), self
        )
        self._keeper.kept.connect(self._tell_kept)
        self._keeper.failed.connect(self.not_kept)

    def sure_id(self) -> UUID:
        """Return the id; made now if this is the first key press."""
        self.id = self.id or self._office.new_id()
        return self.id

    def touch(self, make: DraftOf) -> None:
        """Note that something was typed; it is on the disk within a second."""
        self._keeper.touch(partial(make, self.sure_id()))

    def flush(self) -> None:
        """Keep what was typed at once."""
        self._keeper.flush()

    def go_on_with(self, draft: Draft, make: DraftOf) -> None:
        """Take an earlier draft up; what stood here until now stays a draft of its own."""
        self._keeper.let_go()
        self.id = draft.id
        self._tell_kept(draft.saved_at)
        self._keeper.touch(partial(make, draft.id))
        if self.offer is not None and self.offer.id == draft.id:
            self._set_offer(None)

    def discard(self) -> None:
        """Remove the draft: it was saved, or is not wanted."""
        if self.id is not None:
            self._keeper.discard(self.id)
        self.id = None
        self.kept_at = None

    def look_for_earlier(self, feature: DraftFeature, filed_under: UUID) -> None:
        """Offer an earlier draft of the same, if there is one."""
        office = self._office

        def offer(found: tuple[Draft, ...]) -> None:
            earlier = (
                draft for draft in found if draft.subject_id == filed_under and draft.id != self.id
            )
            self._set_offer(next(earlier, None))

        self._tasks.keep(lambda: drafts(office, feature), self, offer, self._tell_not_kept)

    def throw_away_offer(self) -> Callable[[], None]:
        """Throw the offered draft away; return what brings it back."""
        draft, office = self.offer, self._office
        self._set_offer(None)
        if draft is None:
            return lambda: None
        self._tasks.keep(lambda: discard_draft(office, draft.id), self, None, self._tell_not_kept)

        def bring_back() -> None:
            self._tasks.keep(lambda: keep_draft(office, draft), self, None, self._tell_not_kept)
            if shiboken6.isValid(self):
                self._set_offer(draft)

        return bring_back

    def _set_offer(self, draft: Draft | None) -> None:
        self.offer = draft
        self.offered.emit(draft)

    def _tell_kept(self, moment: datetime) -> None:
        self.kept_at = moment
        self.kept.emit(moment)

    def _tell_not_kept(self, fault: Exception) -> None:
        self.not_kept.emit(fault)
