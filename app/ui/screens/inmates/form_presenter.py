"""Adding and correcting a person, without widgets."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject

from app.domain.cell_choices import CellChoice
from app.domain.errors import ChangedByAnother, Problem, RuleBroken
from app.domain.inmates import Inmate, InmateFacts
from app.domain.read_models import OfficerLine
from app.ui.background.tasks import Tasks
from app.ui.screens.inmates.form_values import (
    Difference,
    FormValues,
    differences,
    facts_of,
    values_of,
)
from app.use_cases.administration import officers
from app.use_cases.cell_choices import cell_choices
from app.use_cases.inmates import add_inmate, correct_inmate
from app.use_cases.office import Office


class FormView(Protocol):
    """What the presenter asks of the form."""

    def show_values(self, values: FormValues) -> None:
        """Fill the fields."""

    def show_cells(self, cells: Sequence[CellChoice]) -> None:
        """Offer the cells, those with room first."""

    def show_officers(self, officers: Sequence[OfficerLine]) -> None:
        """Offer the contact officers."""

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
    """Knows the version the form builds on; None while a new person is added."""

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
        self._saving = False

    def start(self) -> None:
        """Fill the form; offer cells and officers to a new person alone."""
        if self._inmate is not None:
            self._view.show_values(values_of(self._inmate.facts))
            return
        office = self._office
        self._view.show_values(FormValues())
        self._tasks.read(
            lambda: cell_choices(office), self, self._view.show_cells, self._view.show_failure
        )
        self._tasks.read(
            lambda: officers(office), self, self._offer_officers, self._view.show_failure
        )

    def _offer_officers(self, lines: tuple[OfficerLine, ...]) -> None:
        self._view.show_officers([line for line in lines if line.active])

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
        return correct_inmate(self._office, self._inmate.id, self._inmate.version, facts)

    def _saved(self, inmate: Inmate) -> None:
        self._stop()
        self._inmate = inmate
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
        self._inmate = theirs
        self._view.show_conflict(differences(theirs.facts, mine))

    def use_theirs(self) -> None:
        """Throw what was typed away and show the other officer's version."""
        if self._inmate is not None:
            self._view.show_values(values_of(self._inmate.facts))

    @property
    def inmate_id(self) -> UUID | None:
        """Return whom the form is about, None for a new person."""
        return self._inmate.id if self._inmate else None
