"""One change to a person: into a cell, out of it, or another contact officer. No widgets."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject

from app.domain.cell_blocks import InmateLine
from app.domain.cell_choices import CellChoice
from app.domain.errors import ChangedByAnother, RuleBroken
from app.domain.inmates import Inmate, Whereabouts
from app.domain.read_models import OfficerLine
from app.ui.background.tasks import Tasks
from app.ui.widgets.deeds import Deed
from app.use_cases.administration import officers
from app.use_cases.cell_choices import cell_choices
from app.use_cases.inmates import put_in_cell, set_contact_officer, take_out_of_cell
from app.use_cases.office import Office
from app.use_cases.undoing import Changed, reversible, take_back


class ChangeView(Protocol):
    """What the presenter asks of a panel that changes one thing."""

    def show_cells(self, cells: Sequence[CellChoice]) -> None:
        """Offer the cells, those with room first."""

    def show_officers(self, officers: Sequence[OfficerLine]) -> None:
        """Offer the contact officers."""

    def show_problem(self, message: str) -> None:
        """Say what must be put right."""

    def show_conflict(self, theirs: Inmate) -> None:
        """Show what another officer has saved; the choice made here stays."""

    def show_failure(self, error: Exception) -> None:
        """Say that nothing was saved and why."""

    def show_saving(self, *, saving: bool) -> None:
        """Show that a save is on its way."""

    def finish(self, inmate: Inmate, deed: Deed | None) -> None:
        """Close: the change is saved; ``deed`` takes it back, None where nothing was changed."""


class ChangePresenter(QObject):
    """Saves against the version the officer has seen."""

    def __init__(
        self,
        office: Office,
        tasks: Tasks,
        view: ChangeView,
        line: InmateLine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._tasks = tasks
        self._view = view
        self._inmate_id = line.id
        self._version = line.version
        self._saving = False

    def offer_cells(self) -> None:
        """Read the cells and offer them."""
        office = self._office
        self._tasks.read(
            lambda: cell_choices(office), self, self._view.show_cells, self._view.show_failure
        )

    def offer_officers(self) -> None:
        """Read the officers at work here and offer them."""
        office = self._office
        self._tasks.read(
            lambda: officers(office), self, self._offer_active, self._view.show_failure
        )

    def _offer_active(self, lines: tuple[OfficerLine, ...]) -> None:
        self._view.show_officers([line for line in lines if line.active])

    def put_in(self, place_id: UUID) -> None:
        """Put the person into a cell."""
        self._save(lambda office, who, version: put_in_cell(office, who, version, place_id))

    def take_out(self, whereabouts: Whereabouts) -> None:
        """Take the person out of the cell."""
        self._save(lambda office, who, version: take_out_of_cell(office, who, version, whereabouts))

    def appoint(self, officer_id: UUID | None) -> None:
        """Set the contact officer, or nobody for now."""
        self._save(
            lambda office, who, version: set_contact_officer(office, who, version, officer_id)
        )

    def _save(self, change: Callable[[Office, UUID, int], Inmate]) -> None:
        if self._saving:
            return
        self._saving = True
        self._view.show_saving(saving=True)
        office, inmate_id, version = self._office, self._inmate_id, self._version

        def save() -> Changed:
            return reversible(office, inmate_id, lambda: change(office, inmate_id, version))

        self._tasks.write(save, self, self._saved, self._explain)

    def _saved(self, done: Changed) -> None:
        self._stop()
        office, change = self._office, done.change
        deed = None
        if change is not None:
            deed = Deed(
                take_back=partial(take_back, office, change),
                do_again=partial(take_back, office, change.reversed),
                is_stored=True,
            )
        self._view.finish(done.inmate, deed)

    def _stop(self) -> None:
        self._saving = False
        self._view.show_saving(saving=False)

    def _explain(self, error: Exception) -> None:
        self._stop()
        match error:
            case RuleBroken():
                self._view.show_problem(" ".join(p.message for p in error.problems))
            case ChangedByAnother(theirs=Inmate() as theirs):
                self._version = theirs.version
                self._view.show_conflict(theirs)
            case _:
                self._view.show_failure(error)
