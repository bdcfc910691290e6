"""The draft of one person's plan: kept as it is typed, and an earlier one offered back."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

import shiboken6
from PySide6.QtCore import QObject, Signal

from app.domain.drafts import Draft, DraftFeature
from app.domain.plan_text import plan_from_json, plan_to_json
from app.domain.plans import PlanContent
from app.ui.background.draft_keeper import DraftKeeper
from app.ui.background.tasks import Tasks
from app.use_cases.drafts import discard_draft, drafts, keep_draft
from app.use_cases.office import Office

_CONTENT = "content"


def drafted_content(draft: Draft) -> PlanContent:
    """Return the plan that a draft holds."""
    return plan_from_json(draft.fields[_CONTENT])


class PlanDrafts(QObject):
    """Knows whose draft is typed and which earlier one is offered.

    Signals:
        kept: with the ``datetime`` at which the draft was committed; never earlier.
        failed: with the fault; keeping is tried again.
        offered: with an earlier draft, or None when it is taken or thrown away.
    """

    kept = Signal(object)
    failed = Signal(object)
    offered = Signal(object)

    def __init__(self, office: Office, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._tasks = tasks
        self._inmate_id: UUID | None = None
        self._draft_id: UUID | None = None
        self.offer: Draft | None = None
        self._keeper = DraftKeeper(
            tasks, partial(keep_draft, office), partial(discard_draft, office), self
        )
        self._keeper.kept.connect(self.kept)
        self._keeper.failed.connect(self.failed)

    def open(self, inmate_id: UUID) -> None:
        """Turn to a person; what was typed in another's plan stays as a draft."""
        self._keeper.let_go()
        self._inmate_id = inmate_id
        self._draft_id = None
        self._set_offer(None)
        self._look()

    def touch(self, content: PlanContent, base_version: int) -> None:
        """Keep this content within a second."""
        assert self._inmate_id is not None
        self._draft_id = self._draft_id or self._office.new_id()
        draft = Draft(
            id=self._draft_id,
            feature=DraftFeature.PLAN,
            subject_id=self._inmate_id,
            base_version=base_version,
            fields={_CONTENT: plan_to_json(content)},
            saved_at=self._office.clock(),
        )
        self._keeper.touch(lambda: draft)

    def flush(self) -> None:
        """Keep what was typed now."""
        self._keeper.flush()

    def remove(self) -> None:
        """Remove the draft: it was saved, or nothing differs from what was saved."""
        if self._draft_id is not None:
            self._keeper.discard(self._draft_id)
            self._draft_id = None

    def leave(self) -> None:
        """Stop writing this draft, keep it, and offer it back."""
        self._keeper.let_go()
        self._draft_id = None
        self._look()

    def take_offer(self) -> Draft | None:
        """Return the draft that was offered, to be written on from now."""
        draft = self.offer
        if draft is not None:
            self._keeper.let_go()
            self._draft_id = draft.id
            self._set_offer(None)
        return draft

    def throw_away_offer(self) -> Callable[[], None]:
        """Throw the offered draft away; return what brings it back."""
        draft, office = self.offer, self._office
        self._set_offer(None)
        if draft is None:
            return lambda: None
        self._tasks.keep(lambda: discard_draft(office, draft.id), self, None, self.failed.emit)

        def bring_back() -> None:
            self._tasks.keep(lambda: keep_draft(office, draft), self, None, self.failed.emit)
            if shiboken6.isValid(self) and draft.subject_id == self._inmate_id:
                self._set_offer(draft)

        return bring_back

    def _look(self) -> None:
        office, inmate_id = self._office, self._inmate_id

        def answer(found: tuple[Draft, ...]) -> None:
            if inmate_id != self._inmate_id:
                return
            earlier = (
                draft
                for draft in found
                if draft.subject_id == inmate_id and draft.id != self._draft_id
            )
            self._set_offer(next(earlier, None))

        self._tasks.keep(lambda: drafts(office, DraftFeature.PLAN), self, answer, self.failed.emit)

    def _set_offer(self, draft: Draft | None) -> None:
        self.offer = draft
        self.offered.emit(draft)
