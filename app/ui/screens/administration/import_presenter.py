"""Leads an import: look at the file, correct the guess, see what will change, bring it in."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.errors import NotAllowed
from app.exchange.kinds import ImportKind
from app.exchange.profiles import Profile
from app.foundation.progress import Progress
from app.foundation.translation import _, plural
from app.ui.background.tasks import Lane, Task, Tasks
from app.ui.screens.administration.desk import AdministrationDesk, FirstLook
from app.ui.screens.administration.import_profiles import ImportProfiles, ProfileView
from app.ui.screens.administration.import_view import ImportView
from app.ui.screens.administration.import_words import counts_text, kind_word
from app.ui.widgets.failures import is_known, sentence
from app.use_cases.import_report import ImportReport
from app.use_cases.imports import ImportOptions


class ImportPresenter(QObject):
    """Holds what the officer chose; every choice is looked at anew.

    Signals:
        brought_in: with a sentence for a toast.
    """

    brought_in = Signal(str)

    def __init__(
        self,
        view: ImportView,
        profiles: ProfileView,
        tasks: Tasks,
        desk: AdministrationDesk,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.profiles = ImportProfiles(profiles, tasks, self)
        self._view = view
        self._tasks = tasks
        self._desk = desk
        self._kind = ImportKind.PLACES
        self._file: Path | None = None
        self._seen = FirstLook()
        self._options = ImportOptions()
        self._report: ImportReport | None = None
        self._look = 0
        self._looking: Task[Any] | None = None
        self._running: Task[ImportReport] | None = None

    @property
    def is_working(self) -> bool:
        """Tell whether a file is being brought in."""
        return self._running is not None

    def choose_file(self, file: Path) -> None:
        """Take a file and look at it; its own headings decide what it holds."""
        if self._running is not None:
            return
        self._file = file
        self._options = ImportOptions()
        self._seen = FirstLook()
        self._view.show_file(file)
        self._begin_look()

        def look(progress: Progress) -> tuple[FirstLook, tuple[Profile, ...]]:
            return self._desk.look_at(file, progress), self._desk.profiles()

        self._run_look(Task(self, look, partial(self._looked, self._look)), Lane.READ)

    def choose_kind(self, kind: ImportKind) -> None:
        """Read the file as another kind; corrected columns belong to the kind before."""
        if kind is self._kind or self._running is not None:
            return
        self._kind = kind
        self.profiles.show(kind)
        self._again(ImportOptions())

    def choose_column(self, heading: str, field: str) -> None:
        """Read a column as a field, which then is read from no other; as none if empty."""
        if self._report is None:
            return
        before = [guess.field for guess in self._report.columns if guess.heading == heading]
        columns = {**(self._options.columns or {}), **dict.fromkeys(before, "")}
        if field:
            columns[field] = heading
        self._again(replace(self._options, columns=columns))

    def choose_profile(self, name: str) -> None:
        """Read the columns as a profile says; without a name, as they are guessed."""
        profile = self.profiles.named(name)
        self._again(replace(self._options, columns=profile.columns if profile else None))

    def save_profile(self, name: str) -> None:
        """Keep the columns as they are shown under a name."""
        if self._report is not None:
            self.profiles.save(name, self._kind, self._report.columns)

    def choose_prison(self, prison: str) -> None:
        """Bring in the rows of one prison."""
        self._again(replace(self._options, prison=prison))

    def choose_create_places(self, *, create: bool) -> None:
        """Make cells the roll names and the prison lacks, or leave their people without a cell."""
        self._again(replace(self._options, create_places=create))

    def look_again(self) -> None:
        """See what the chosen file would change now."""
        self._again(self._options)

    def run(self) -> None:
        """Bring the file in, or say why not."""
        if self._running is not None:
            return
        file, report = self._file, self._report
        if file is None:
            self._refuse(_("Velg en fil først."), self._view.focus_file)
        elif report is None:
            self._refuse(_("Vent til filen er lest."), self._view.focus_file)
        elif report.rejected:
            self._refuse(_rejected_text(report), self._view.focus_errors)
        else:
            self._start(file)

    def cancel(self) -> None:
        """Stop; nothing is written."""
        if self._running is not None:
            self._running.cancel()
        elif self._looking is not None:
            self._looking.cancel()
            self._look += 1
            self._end_look()
            self._file = None
            self._view.show_no_file()

    def _start(self, file: Path) -> None:
        self._view.show_problem("")
        self._view.show_result("")
        self._view.show_working(yes=True)
        kind, options = self._kind, self._options

        def work(progress: Progress) -> ImportReport:
            return self._desk.bring_in(kind, file, options, progress)

        title = _("Henter inn {0}").format(kind_word(kind).lower())
        task = Task(self, work, self._done, self._stop_and_fail, title=title)
        task.progressed = self._view.show_progress
        task.cancelled = self._cancelled
        self._running = self._tasks.run(task, Lane.WRITE)

    def _done(self, report: ImportReport) -> None:
        self._running = None
        self._view.show_working(yes=False)
        self._report = report
        self._view.show_report(report, self._seen.samples, self._options)
        if report.rejected:
            self._refuse(_rejected_text(report), self._view.focus_errors)
            return
        text = _("{0} er hentet inn: {1}.").format(kind_word(self._kind), counts_text(report))
        if report.changes_nothing:
            text = _("Filen sier det samme som før. Ingenting er endret.")
        self._view.show_result(text)
        self.brought_in.emit(text)

    def _cancelled(self) -> None:
        self._running = None
        self._view.show_working(yes=False)
        self._view.show_result(_("Avbrutt. Ingenting er endret."))

    def _looked(self, look: int, found: tuple[FirstLook, tuple[Profile, ...]]) -> None:
        if look != self._look:
            return
        self._seen, profiles = found
        kind = self._seen.kind
        fitting = self.profiles.fit(profiles, self._seen.headings, kind)
        if fitting is not None:
            profile, kind = fitting
            self._options = replace(self._options, columns=profile.columns)
        if kind is not None and kind is not self._kind:
            self._kind = kind
            self._view.show_kind(kind)
        if kind is None:
            self.profiles.show(self._kind)
        self._preview()

    def _again(self, options: ImportOptions) -> None:
        self._options = options
        if self._file is not None and self._running is None:
            self._begin_look()
            self._preview()

    def _begin_look(self) -> None:
        self._look += 1
        self._report = None
        self._view.show_problem("")
        self._view.show_result("")

    def _preview(self) -> None:
        # A preview does the import's own work and takes it back, so it waits its turn to write.
        assert self._file is not None
        kind, file, options = self._kind, self._file, self._options

        def work(progress: Progress) -> ImportReport:
            return self._desk.preview(kind, file, options, progress)

        self._run_look(Task(self, work, partial(self._previewed, self._look)), Lane.WRITE)

    def _run_look(self, task: Task[Any], lane: Lane) -> None:
        """Run one step of looking; one that is under way for an older choice is stopped."""
        if self._looking is not None:
            self._looking.cancel()
        task.failed = partial(self._fail_to_look, self._look)
        task.progressed = self._view.show_progress
        # Only who gave up hears of it, and knows already.
        task.cancelled = _say_nothing
        self._looking = self._tasks.run(task, lane)
        self._view.show_looking(yes=True)

    def _end_look(self) -> None:
        self._looking = None
        self._view.show_looking(yes=False)

    def _previewed(self, look: int, report: ImportReport) -> None:
        if look == self._look:
            self._end_look()
            self._report = report
            self._view.show_report(report, self._seen.samples, self._options)

    def _refuse(self, text: str, lead: Callable[[], None]) -> None:
        self._view.show_problem(text)
        lead()

    def _stop_and_fail(self, fault: Exception) -> None:
        self._running = None
        self._view.show_working(yes=False)
        self._fail(fault)

    def _fail_to_look(self, look: int, fault: Exception) -> None:
        if look != self._look:
            return
        self._end_look()
        self._file = None
        self._view.show_no_file()
        self._fail(fault)

    def _fail(self, fault: Exception) -> None:
        if isinstance(fault, NotAllowed):
            self._view.show_not_allowed()
            return
        self._view.show_problem(sentence(fault))
        if not is_known(fault):
            raise fault


def _say_nothing() -> None:
    """Tell nobody."""


def _rejected_text(report: ImportReport) -> str:
    return plural(
        "Filen har {n} feil. Rett den i filen, og velg filen på nytt.",
        "Filen har {n} feil. Rett dem i filen, og velg filen på nytt.",
        len(report.rejected),
    )
