"""What was typed and not saved before, offered back after sign-in: after a crash, or a long day."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.drafts import Draft
from app.foundation.translation import _, plural
from app.ui.appearance.tokens import SPACE
from app.ui.background.tasks import Tasks
from app.ui.screens.conversations.notices import DraftOffer
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.deeds import Deed
from app.ui.widgets.failures import sentence
from app.ui.widgets.page import Notice
from app.use_cases.drafts import discard_draft, drafts, keep_draft
from app.use_cases.office import Office

_AT_HAND = 3


class DraftsBanner(QWidget):
    """One line for each draft; takes no room when there is none.

    Signals:
        continue_asked: with the ``Draft`` to go on with, of whatever feature.
        notice: with a ``Notice`` to show as a toast.
    """

    continue_asked = Signal(object)
    notice = Signal(object)

    def __init__(self, office: Office, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Kladder som ikke er lagret"))
        self._office = office
        self._tasks = tasks
        self._drafts: list[Draft] = []
        self._shows_all = False
        self.offers: list[DraftOffer] = []
        self.all = LinkButton("", self._show_all)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE)
        self._layout.addWidget(self.all)
        self.hide()

    def look(self) -> None:
        """Look for drafts; asked once, after sign-in."""
        office = self._office
        self._tasks.keep(lambda: drafts(office), self, self._show, self._explain)

    def recheck(self) -> None:
        """Drop those that were saved or thrown away elsewhere meanwhile."""
        office, shown = self._office, {draft.id for draft in self._drafts}
        self._tasks.keep(
            lambda: tuple(draft for draft in drafts(office) if draft.id in shown),
            self,
            self._show,
            self._explain,
        )

    def _show(self, found: tuple[Draft, ...]) -> None:
        self._drafts = list(found)
        for offer in self.offers:
            self._layout.removeWidget(offer)
            offer.hide()
            offer.deleteLater()
        shown = self._drafts if self._shows_all else self._drafts[:_AT_HAND]
        self.offers = [self._offer(draft) for draft in shown]
        for place, offer in enumerate(self.offers):
            self._layout.insertWidget(place, offer)
        left = len(self._drafts) - len(shown)
        self.all.set_words(plural("Vis {n} kladd til", "Vis {n} kladder til", left))
        self.all.setVisible(left > 0)
        self.setVisible(bool(self._drafts))

    def _offer(self, draft: Draft) -> DraftOffer:
        offer = DraftOffer(self)
        offer.offer(draft, self._office.clock())
        offer.taken.connect(lambda: self._go_on(draft))
        offer.thrown_away.connect(lambda: self._throw_away(draft))
        return offer

    def _show_all(self) -> None:
        self._shows_all = True
        self._show(tuple(self._drafts))

    def _go_on(self, draft: Draft) -> None:
        self._drop(draft.id)
        self.continue_asked.emit(draft)

    def _throw_away(self, draft: Draft) -> None:
        self._discard(draft)
        deed = Deed(partial(self._bring_back, draft), partial(self._discard, draft))
        self.notice.emit(Notice(_("Kladden er forkastet."), deed=deed))

    def _discard(self, draft: Draft) -> None:
        office = self._office
        self._drop(draft.id)
        self._tasks.keep(lambda: discard_draft(office, draft.id), self, None, self._explain)

    def _bring_back(self, draft: Draft) -> None:
        office = self._office
        self._tasks.keep(lambda: keep_draft(office, draft), self, None, self._explain)
        self._show((draft, *self._drafts))

    def _drop(self, draft_id: UUID) -> None:
        self._show(tuple(draft for draft in self._drafts if draft.id != draft_id))

    def _explain(self, fault: Exception) -> None:
        self.notice.emit(Notice(sentence(fault)))
