"""What happens on the print page, without a widget: fetch the paper, print it, export it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.domain.errors import NotAllowed, NotFound
from app.foundation.translation import _, plural
from app.ui.background.tasks import Tasks
from app.ui.screens.documents.page_pictures import PageSize, page_picture, page_sizes
from app.ui.screens.documents.papers import Choices, Finished, Papers, Subject
from app.ui.widgets.failures import is_known, sentence
from app.use_cases.documents import Paper
from app.use_cases.printing import PrintQueues


class PrintView(Protocol):
    """What the presenter needs of the page."""

    def show_loading(self) -> None:
        """Say that the paper is being made."""

    def show_paper(self, finished: Finished, sizes: tuple[PageSize, ...]) -> None:
        """Show a finished paper; its pictures are asked for by the view."""

    def show_picture(self, number: int, scale: float, image: QImage) -> None:
        """Show one page."""

    def show_queues(self, queues: PrintQueues) -> None:
        """Offer these printers, or say why there are none."""

    def show_busy(self, text: str) -> None:
        """Something is under way; an empty text ends it."""

    def show_problem(self, text: str) -> None:
        """Say what went wrong beside the buttons; an empty text takes it away."""

    def show_failure(self, fault: Exception) -> None:
        """There is no paper to show: say why in its place."""

    def show_no_plan(self) -> None:
        """Say that the person has no plan."""

    def show_not_allowed(self) -> None:
        """Say that the officer may not print."""

    def ask_for_file(self, suggested: str) -> Path | None:
        """Ask where to write; None when the officer changed his mind."""

    def ask_to_replace(self, file: Path) -> bool:
        """Ask whether a file that is there is to be replaced."""


class PrintPresenter(QObject):
    """Leads the page.

    Signals:
        finished: with a sentence to show as a toast: the paper is printed or exported.
    """

    finished = Signal(str)

    def __init__(self, view: PrintView, tasks: Tasks, papers: Papers, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._tasks = tasks
        self._papers = papers
        self._subject: Subject | None = None
        self._choices = Choices()
        self._paper: Paper | None = None
        self._print_waiting: tuple[str, int] | None = None
        self._searches = 0
        self._after_search: Callable[[], None] | None = None
        self._busy = False

    @property
    def paper(self) -> Paper | None:
        """Return the paper on the desk."""
        return self._paper

    def open(self, subject: Subject, choices: Choices) -> None:
        """Make the paper of somebody's plan or of a unit, and show it."""
        self._subject, self._choices = subject, choices
        self._paper = None
        self._print_waiting = None
        self._take_back_wish()
        self._view.show_problem("")
        self._view.show_loading()
        self._fetch()

    def choose(self, choices: Choices) -> None:
        """Take other choices; another copy is another paper."""
        if self._subject is not None and choices != self._choices:
            self.open(self._subject, choices)

    def refresh(self) -> None:
        """Look whether the paper is another by now; what is on the desk stays until it is."""
        if self._subject is not None and not self._busy:
            self._fetch()

    def look_for_printers(self) -> None:
        """Ask the machine for its queues."""
        self._searches += 1
        self._tasks.read(self._papers.queues, self, self._offer, self._cannot_offer)

    @property
    def looking_for_printers(self) -> bool:
        """Tell whether the machine has yet to answer which queues there are."""
        return self._searches > 0

    def when_printers_are_known(self, act: Callable[[], None]) -> None:
        """Do this when the machine has answered; another paper takes the wish back."""
        self._after_search = act
        self._view.show_busy(_("Ser etter skrivere …"))

    def draw(self, number: int, scale: float) -> None:
        """Draw one page for the view."""
        paper = self._paper
        if paper is not None:
            work = partial(page_picture, paper.data, number, scale)
            self._tasks.read(work, self, partial(self._show_picture, paper, number, scale))

    def print_paper(self, printer: str, copies: int) -> None:
        """Print; if the paper is not finished yet, as soon as it is."""
        if self._busy:
            return
        if self._paper is None:
            self._print_waiting = (printer, copies)
            return
        self._begin(_("Sender til skriveren …"))
        work = partial(self._papers.send, self._paper, printer, copies)
        self._tasks.write(work, self, partial(self._printed, printer, copies), self._fail)

    def export(self) -> None:
        """Ask for a file and write the paper there."""
        if self._paper is None or self._busy:
            return
        file = self._view.ask_for_file(self._paper.file_name)
        if file is None:
            return
        replace = file.exists()
        if replace and not self._view.ask_to_replace(file):
            return
        self._begin(_("Lagrer …"))
        work = partial(self._papers.export, self._paper, file, replace=replace)
        self._tasks.write(work, self, self._exported, self._fail)

    def _fetch(self) -> None:
        subject, choices = self._subject, self._choices
        assert subject is not None
        asked = (subject, choices)
        self._tasks.read(
            partial(self._finished_paper, subject, choices),
            self,
            lambda made: self._show(asked, made),
            lambda fault: self._cannot_show(asked, fault),
        )

    def _finished_paper(
        self, subject: Subject, choices: Choices
    ) -> tuple[Finished, tuple[PageSize, ...]]:
        finished = self._papers.paper(subject, choices)
        return finished, page_sizes(finished.paper.data)

    def _show(
        self, asked: tuple[Subject, Choices], made: tuple[Finished, tuple[PageSize, ...]]
    ) -> None:
        if asked != (self._subject, self._choices):
            return
        finished, sizes = made
        if self._paper is None or self._paper.document_id != finished.paper.document_id:
            self._paper = finished.paper
            self._view.show_paper(finished, sizes)
        waiting, self._print_waiting = self._print_waiting, None
        if waiting is not None and not finished.paper.lacking:
            self.print_paper(*waiting)
        elif waiting is not None:
            # Asked for before anybody could see what cannot be shown.
            self._view.show_problem(_("Se på papiret først, og trykk Skriv ut igjen."))

    def _cannot_show(self, asked: tuple[Subject, Choices], fault: Exception) -> None:
        if asked != (self._subject, self._choices):
            return
        self._paper = None
        self._print_waiting = None
        if isinstance(fault, NotFound):
            self._view.show_no_plan()
        elif isinstance(fault, NotAllowed):
            self._view.show_not_allowed()
        else:
            self._view.show_failure(fault)

    def _show_picture(self, paper: Paper, number: int, scale: float, image: QImage) -> None:
        if paper is self._paper:
            self._view.show_picture(number, scale, image)

    def _offer(self, queues: PrintQueues) -> None:
        self._view.show_queues(queues)
        self._end_search()

    def _cannot_offer(self, fault: Exception) -> None:
        self._end_search()
        raise fault

    def _take_back_wish(self) -> None:
        if self._after_search is not None:
            self._after_search = None
            self._view.show_busy("")

    def _end_search(self) -> None:
        self._searches -= 1
        act = self._after_search
        if not self._searches and act is not None:
            self._take_back_wish()
            act()

    def _begin(self, text: str) -> None:
        self._busy = True
        self._view.show_problem("")
        self._view.show_busy(text)

    def _end(self) -> None:
        self._busy = False
        self._view.show_busy("")

    def _printed(self, printer: str, copies: int, _job: str) -> None:
        self._end()
        text = plural(
            "{n} eksemplar er sendt til {{0}}.", "{n} eksemplarer er sendt til {{0}}.", copies
        )
        self.finished.emit(text.format(printer))

    def _exported(self, file: Path) -> None:
        self._end()
        self.finished.emit(_("Lagret som {0}.").format(file.name))

    def _fail(self, fault: Exception) -> None:
        self._end()
        if isinstance(fault, OSError):
            reason = fault.strerror or str(fault)
            self._view.show_problem(_("Filen kan ikke skrives: {0}").format(reason))
        elif is_known(fault):
            self._view.show_problem(sentence(fault))
        else:
            self._view.show_problem(sentence(fault))
            raise fault
