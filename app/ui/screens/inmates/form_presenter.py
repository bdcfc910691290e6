"""Adding and correcting a person, without widgets."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Protocol
from uuid import UUID

import shiboken6
from PySide6.QtCore import QObject

from app.domain.cell_choices import CellChoice
from app.domain.drafts import Draft, DraftFeature
from app.domain.errors import ChangedByAnother, Problem, RuleBroken
from app.domain.inmates import Inmate, InmateFacts
from app.domain.read_models import OfficerLine
from app.ui.background.draft_keeper import DraftKeeper
from app.ui.background.tasks import Tasks
from app.ui.screens.inmates.form_differences import Difference, differences
from app.ui.screens.inmates.form_drafts import fields_of, values_from
from app.ui.screens.inmates.form_values import FormValues, facts_of, values_of
from app.ui.widgets.deeds import Deed
from app.use_cases.administration import officers
from app.use_cases.cell_choices import cell_choices
from app.use_cases.drafts import discard_draft, drafts, keep_draft
from app.use_cases.inmates import add_inmate, correct_inmate
from app.use_cases.office import Office


class FormView(Protocol):
    """What the presenter asks of the form."""

    def show_values(self, values: FormValues) -> None:
        """Fill the fields, without telling that they were typed in."""

    def show_cells(self, cells: Sequence[CellChoice]) -> None:
        """Offer the cells, those with room first."""

    def show_officers(self, officers: Sequence[OfficerLine]) -> None:
        """Offer the contact officers."""

    def show_draft(self, saved_at: datetime) -> None:
        """Say that what stands here was typed before, and how to be rid of it."""

    def tell_thrown_away(self, deed: Deed) -> None:
        """Say that the draft is gone, with what brings it back."""

    def show_kept(self, moment: datetime) -> None:
        """Say when the draft was committed."""

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what must be put right, above the button and at each field."""

    def show_conflict(self, differences: Sequence[Difference]) -> None:
        """Show both versions beside each other; what was typed stays."""

    def show_failure(self, error: Exception) -> None:
        """Say that nothing was saved and why."""

    def show_saving(self, *, saving: bool) -> None:
        """Show that a save is on its way."""

    def finish(self, inmate: Inmate) -> None:
        """Close: the person is saved."""


class FormPresenter(QObject):
    """Knows the version the form builds on, 0 while a new person is added, and its draft."""

    def __init__(
        self,
        office: Office,
        tasks: Tasks,
        view: FormView,
        inmate: Inmate | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._tasks = tasks
        self._view = view
        self._inmate = inmate
        self._version = inmate.version if inmate else 0
        self._draft_id: UUID | None = None
        self._last: Draft | None = None
        self._typed = False
        self._saving = False
        self._keeper = DraftKeeper(
            tasks, partial(keep_draft, office), partial(discard_draft, office), self
        )
        self._keeper.kept.connect(view.show_kept)
        self._keeper.failed.connect(view.show_failure)

    def start(self) -> None:
        """Fill the form; offer cells and officers to a new person alone."""
        office = self._office
        self._view.show_values(self._saved_values())
        self._tasks.read(
            lambda: drafts(office, DraftFeature.INMATE),
            self,
            self._take_draft,
            self._view.show_failure,
        )
        if self._inmate is None:
            self._tasks.read(
                lambda: cell_choices(office), self, self._view.show_cells, self._view.show_failure
            )
            self._tasks.read(
                lambda: officers(office), self, self._offer_officers, self._view.show_failure
            )

    def _saved_values(self) -> FormValues:
        return values_of(self._inmate.facts) if self._inmate else FormValues()

    def _offer_officers(self, lines: tuple[OfficerLine, ...]) -> None:
        self._view.show_officers([line for line in lines if line.active])

    # Drafts

    def _take_draft(self, kept: tuple[Draft, ...]) -> None:
        """Go on with what was typed before, unless something is typed already."""
        mine = next((draft for draft in kept if self._is_mine(draft)), None)
        if mine is None or self._typed:
            return
        self._draft_id, self._last = mine.id, mine
        # A save against the version the draft was begun on is refused if there is a newer one.
        self._version = mine.base_version
        self._view.show_values(values_from(mine.fields))
        self._view.show_draft(mine.saved_at)

    def _is_mine(self, draft: Draft) -> bool:
        if self._inmate is None:
            return draft.base_version == 0
        return draft.subject_id == self._inmate.id

    def typed(self, values: FormValues) -> None:
        """Keep what is typed, within a second."""
        self._typed = True
        draft = self._last = self._draft(values)
        self._keeper.touch(lambda: draft)

    def _draft(self, values: FormValues) -> Draft:
        if self._draft_id is None:
            self._draft_id = self._office.new_id()
        subject = self._inmate.id if self._inmate else self._draft_id
        now = self._office.clock()
        return Draft(
            self._draft_id, DraftFeature.INMATE, subject, self._version, fields_of(values), now
        )

    def close(self) -> None:
        """Keep what is typed now: the panel closes."""
        self._keeper.flush()

    def throw_draft_away(self) -> None:
        """Begin again from what is saved."""
        draft = self._last
        self._discard_draft()
        self._version = self._inmate.version if self._inmate else 0
        self._view.show_values(self._saved_values())
        if draft is not None:
            self._view.tell_thrown_away(Deed(partial(self._bring_back, draft)))

    def _bring_back(self, draft: Draft) -> None:
        """Keep the draft again; the form goes on with it, if it is open and nothing is typed."""
        office = self._office
        self._tasks.keep(lambda: keep_draft(office, draft), self, None, lambda _fault: None)
        if shiboken6.isValid(self) and not self._typed:
            self._take_draft((draft,))

    def _discard_draft(self) -> None:
        if self._draft_id is not None:
            self._keeper.discard(self._draft_id)
        self._draft_id = self._last = None
        self._typed = False

    # Saving

    def save(self, values: FormValues) -> None:
        """Save what stands in the form, or say what must be put right."""
        if self._saving:
            return
        base = self._inmate.facts if self._inmate else None
        try:
            facts = facts_of(values, base, self._office.clock())
        except RuleBroken as broken:
            self._view.show_problems(broken.problems)
            return
        self._saving = True
        self._view.show_saving(saving=True)
        self._tasks.write(lambda: self._write(facts, values), self, self._saved, self._explain)

    def _write(self, facts: InmateFacts, values: FormValues) -> Inmate:
        if self._inmate is None:
            return add_inmate(self._office, facts, values.place_id, values.contact_officer_id)
        return correct_inmate(self._office, self._inmate.id, self._version, facts)

    def _saved(self, inmate: Inmate) -> None:
        self._stop()
        self._discard_draft()
        self._inmate, self._version = inmate, inmate.version
        self._view.finish(inmate)

    def _stop(self) -> None:
        self._saving = False
        self._view.show_saving(saving=False)

    def _explain(self, error: Exception) -> None:
        self._stop()
        match error:
            case RuleBroken():
                self._view.show_problems(error.problems)
            case ChangedByAnother(theirs=Inmate() as theirs, mine=InmateFacts() as mine):
                self._take_theirs_as_base(theirs, mine)
            case _:
                self._view.show_failure(error)

    def _take_theirs_as_base(self, theirs: Inmate, mine: InmateFacts) -> None:
        """Let the next save replace the version the officer has now seen."""
        self._inmate, self._version = theirs, theirs.version
        self._view.show_conflict(differences(theirs.facts, mine))
