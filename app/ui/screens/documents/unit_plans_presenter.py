"""What happens on the page of a unit's plans, without a widget: choose, make, print or save."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.domain.cell_choices import UnitChoice
from app.domain.errors import AlreadyThere, NotAllowed
from app.foundation.progress import Progress
from app.foundation.translation import _, plural
from app.ui.background.tasks import Task, Tasks
from app.ui.screens.documents.papers import Choices
from app.ui.screens.documents.unit_plans import UnitPeople, UnitPlans
from app.ui.widgets.failures import is_known, sentence
from app.use_cases.plan_batch import BatchWish
from app.use_cases.plan_jobs import BatchResult, PrintOn, SaveTo
from app.use_cases.printing import PrintQueues


class UnitPlansView(Protocol):
    """What the presenter needs of the page."""

    def show_loading(self) -> None:
        """Say that the unit is being read."""

    def show_units(self, units: Sequence[UnitChoice], chosen: str | None) -> None:
        """Offer the units."""

    def show_people(self, people: UnitPeople) -> None:
        """Show whose plans it is about."""

    def show_no_unit(self) -> None:
        """Say that there are no units."""

    def show_failure(self, fault: Exception) -> None:
        """Say why the unit cannot be read."""

    def show_not_allowed(self) -> None:
        """Say that the officer may not print."""

    def show_queues(self, queues: PrintQueues) -> None:
        """Offer these printers, or say why there are none."""

    def show_progress(self, done: int, total: int) -> None:
        """Show how far a job has come; ``total`` is 0 while that is not known."""

    def show_rest(self) -> None:
        """No job is running."""

    def show_problem(self, text: str) -> None:
        """Say what went wrong beside the buttons; an empty text takes it away."""

    def ask_anyway(self, letters: str) -> bool:
        """Ask whether to print although these letters cannot be shown."""

    def ask_to_replace(self, file: Path) -> bool:
        """Ask whether files that are there are to be replaced."""


class UnitPlansPresenter(QObject):
    """Leads the page. A job goes on while the officer works elsewhere.

    Signals:
        finished: with a sentence to show as a toast.
    """

    finished = Signal(str)

    def __init__(
        self, view: UnitPlansView, tasks: Tasks, plans: UnitPlans, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._tasks = tasks
        self._plans = plans
        self._unit: str | None = None
        self._people: UnitPeople | None = None
        self._job: Task[BatchResult] | None = None

    @property
    def unit(self) -> str | None:
        """Return the chosen unit."""
        return self._unit

    @property
    def is_busy(self) -> bool:
        """Tell whether a job is running."""
        return self._job is not None

    def open(self, unit: str | None) -> None:
        """Show a unit; without one the officer's own, or the first."""
        self._unit = unit or self._unit
        self._view.show_problem("")
        self._view.show_loading()
        self._tasks.read(self._plans.units, self, self._offer, self._explain)
        self.look_for_printers()

    def choose_unit(self, unit: str) -> None:
        """Show another unit."""
        self._unit = unit
        self._view.show_problem("")
        self._view.show_loading()
        self._read(unit)

    def refresh(self) -> None:
        """Read the unit again, quietly."""
        if self._unit is not None and not self.is_busy:
            self._read(self._unit)

    def look_for_printers(self) -> None:
        """Ask the machine for its queues."""
        self._tasks.read(self._plans.queues, self, self._view.show_queues)

    def save(self, choices: Choices, to: SaveTo) -> None:
        """Write all plans to where the officer chose."""
        wish = self._wish(choices)
        if wish is None:
            return

        def explain(fault: Exception) -> None:
            self._end()
            if isinstance(fault, AlreadyThere):
                if self._view.ask_to_replace(Path(str(fault))):
                    self.save(choices, replace(to, replace=True))
            else:
                self._fail(fault)

        self._run(partial(self._plans.save, wish, to), partial(self._saved, to), explain)

    def print_all(self, choices: Choices, on: PrintOn) -> None:
        """Print all plans."""
        wish = self._wish(choices)
        if wish is None:
            return

        def told(result: BatchResult) -> None:
            self._end()
            if not result.held:
                self.finished.emit(printed_text(result, on.printer))
            elif self._view.ask_anyway(result.lacking):
                self.print_all(choices, replace(on, anyway=True))

        def explain(fault: Exception) -> None:
            self._end()
            self._fail(fault)

        self._run(partial(self._plans.send, wish, on), told, explain)

    def cancel(self) -> None:
        """Stop the job; what was handed out stays."""
        if self._job is not None:
            self._job.cancel()

    def _wish(self, choices: Choices) -> BatchWish | None:
        if self._people is None or self.is_busy or not self._people.with_plan:
            return None
        self._view.show_problem("")
        return BatchWish(self._people.unit, choices.form)

    def _run(
        self,
        work: Callable[[Progress], BatchResult],
        then: Callable[[BatchResult], None],
        failed: Callable[[Exception], None],
    ) -> None:
        assert self._people is not None
        title = _("Planer, {0}").format(self._people.name)
        job = Task(self, work, then, failed, title=title)
        job.progressed = self._view.show_progress
        self._job = job
        self._view.show_progress(0, 0)
        self._tasks.run(job)

    def _end(self) -> None:
        self._job = None
        self._view.show_rest()

    def _saved(self, to: SaveTo, result: BatchResult) -> None:
        self._end()
        self.finished.emit(saved_text(result, to))

    def _offer(self, units: Sequence[UnitChoice]) -> None:
        paths = [unit.path for unit in units]
        if self._unit not in paths:
            own = self._plans.own_unit()
            self._unit = own if own in paths else next(iter(paths), None)
        self._view.show_units(units, self._unit)
        if self._unit is None:
            self._view.show_no_unit()
        else:
            self._read(self._unit)

    def _read(self, unit: str) -> None:
        def show(people: UnitPeople) -> None:
            if unit == self._unit:
                self._people = people
                self._view.show_people(people)

        self._tasks.read(partial(self._plans.people, unit), self, show, self._explain)

    def _explain(self, fault: Exception) -> None:
        self._people = None
        if isinstance(fault, NotAllowed):
            self._view.show_not_allowed()
            return
        self._view.show_failure(fault)
        if not is_known(fault):
            raise fault

    def _fail(self, fault: Exception) -> None:
        if isinstance(fault, OSError):
            reason = fault.strerror or str(fault)
            self._view.show_problem(_("Filen kan ikke skrives: {0}").format(reason))
            return
        self._view.show_problem(sentence(fault))
        if not is_known(fault):
            raise fault


def saved_text(result: BatchResult, to: SaveTo) -> str:
    """Return what a job that saved has come to, in one or two sentences."""
    made = len(result.papers)
    if result.cancelled and to.folder is None:
        text = _("Avbrutt. Ingen fil er lagret.")
    elif result.cancelled:
        whole = _("Avbrutt. {made} av {total} planer er lagret, og filene er hele.")
        text = whole.format(made=made, total=result.total)
    elif to.combined is not None:
        text = plural("{n} plan er lagret som {{0}}.", "{n} planer er lagret som {{0}}.", made)
        text = text.format(to.combined.name)
    else:
        text = plural("{n} plan er lagret.", "{n} planer er lagret.", made)
    return f"{text} {_missing(result)}".strip()


def printed_text(result: BatchResult, printer: str) -> str:
    """Return what a job that printed has come to."""
    made = len(result.papers)
    if result.cancelled:
        text = _("Avbrutt. {made} av {total} planer er sendt til {printer}.")
        return text.format(made=made, total=result.total, printer=printer)
    text = plural("{n} plan er sendt til {{0}}.", "{n} planer er sendt til {{0}}.", made)
    return text.format(printer)


def _missing(result: BatchResult) -> str:
    if not result.lacking:
        return ""
    return _("Disse tegnene kan ikke skrives ut: {0}").format(" ".join(result.lacking))
