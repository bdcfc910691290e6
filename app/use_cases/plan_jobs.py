"""Save or print all plans of a unit as one job that can be cancelled."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from app.foundation.progress import Cancelled, Progress
from app.use_cases.exporting import export_paper, export_papers, refuse_existing
from app.use_cases.office import Office
from app.use_cases.paper_store import Paper, load_paper
from app.use_cases.plan_batch import BatchWish, PlanBatch
from app.use_cases.printing import print_paper


@dataclass(frozen=True, slots=True)
class MadePaper:
    """One paper that was handed out. ``file`` is None for what was printed."""

    document_id: UUID
    version: int
    sha256: str
    pages: int
    file: Path | None
    lacking: str


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What became of a job.

    Attributes:
        papers: what was handed out, in the order of the cells.
        total: how many plans there are.
        combined: the one file of all plans, where it was asked for and finished.
        cancelled: the officer pressed cancel.
        held: nothing was printed, because letters cannot be drawn and nobody had agreed to that.
    """

    papers: tuple[MadePaper, ...]
    total: int
    combined: MadePaper | None = None
    cancelled: bool = False
    held: bool = False

    @property
    def lacking(self) -> str:
        """Return the letters that the papers cannot show, in order."""
        return "".join(sorted(set().union(*(paper.lacking for paper in self.papers))))


@dataclass(frozen=True, slots=True)
class SaveTo:
    """Where to: single files into a folder, one file of all, or both."""

    folder: Path | None = None
    combined: Path | None = None
    replace: bool = False


@dataclass(frozen=True, slots=True)
class PrintOn:
    """Which printer, how many of each, all in one job or one job for each plan.

    ``anyway`` prints although letters are missing.
    """

    printer: str
    copies: int = 1
    combined: bool = False
    anyway: bool = False


def save_plans(office: Office, wish: BatchWish, to: SaveTo, progress: Progress) -> BatchResult:
    """Write all plans of a unit; each file is whole, and logged before it is there.

    Raises:
        NotFound: no such unit.
        NotAllowed: the officer may not print.
        AlreadyThere: a file is in the way and not to be replaced; nothing is written.
        PaperNotDrawn: a process that draws has died; what was written is whole.
        OSError: the folder cannot be written to.
    """
    rounds = 1 if to.combined is None else 2
    job = _Job(office, PlanBatch(office, wish, progress, rounds))
    try:
        with job.batch:
            return job.result(_save(job, to))
    except Cancelled:
        return job.result(cancelled=True)


def print_plans(office: Office, wish: BatchWish, on: PrintOn, progress: Progress) -> BatchResult:
    """Print all plans of a unit; each is logged as it is handed to the printer.

    As one job the sheets are printed on one side: no plan begins on the back of another's.

    Raises:
        NotFound, NotAllowed, PaperNotDrawn: as in ``save_plans``.
        RuleBroken: an impossible number of copies.
        PrintingFailed: the print service is silent or refuses a job.
    """
    job = _Job(office, PlanBatch(office, wish, progress, 2))
    try:
        with job.batch:
            return _print(job, on)
    except Cancelled:
        return job.result(cancelled=True)


class _Job:
    """What has been handed out so far."""

    def __init__(self, office: Office, batch: PlanBatch) -> None:
        self.office = office
        self.batch = batch
        self._made: dict[int, MadePaper] = {}

    def note(self, place: int, made: MadePaper) -> None:
        """Remember a paper by the place of its plan in the unit."""
        self._made[place] = made

    def result(
        self, combined: MadePaper | None = None, *, cancelled: bool = False, held: bool = False
    ) -> BatchResult:
        """Return what became of the job."""
        papers = tuple(made for _place, made in sorted(self._made.items()))
        return BatchResult(papers, self.batch.total, combined, cancelled, held)


def _save(job: _Job, to: SaveTo) -> MadePaper | None:
    office, batch, folder = job.office, job.batch, to.folder
    batch.look_up()
    if not to.replace:
        names = batch.kept_names if folder is not None else ()
        refuse_existing(*(Path(folder or "", name) for name in names))
        refuse_existing(*([to.combined] if to.combined is not None else ()))
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    for group in batch.papers():
        if folder is not None:
            there = [(paper, folder / paper.file_name) for _place, paper in group]
            export_papers(office, there, replace=to.replace)
        for place, paper in group:
            job.note(place, _made(paper, folder and folder / paper.file_name))
    if to.combined is None:
        return None
    paper = batch.combined()
    export_paper(office, paper, to.combined, replace=to.replace)
    return _made(paper, to.combined)


def _print(job: _Job, on: PrintOn) -> BatchResult:
    office, batch = job.office, job.batch
    batch.look_up()
    ready: dict[int, MadePaper] = {}
    for group in batch.papers():
        ready.update((place, _made(paper, None)) for place, paper in group)
    if not on.anyway and any(made.lacking for made in ready.values()):
        for place, made in ready.items():
            job.note(place, made)
        return job.result(held=True)
    if on.combined:
        paper = batch.combined()
        print_paper(office, paper, on.printer, on.copies)
        for place, made in ready.items():
            job.note(place, made)
        return job.result(_made(paper, None))
    for place, made in sorted(ready.items()):
        print_paper(office, load_paper(office, made.document_id), on.printer, on.copies)
        job.note(place, made)
        batch.count(1)
    return job.result()


def _made(paper: Paper, file: Path | None) -> MadePaper:
    return MadePaper(
        paper.document_id, paper.version, paper.sha256, paper.pages, file, paper.lacking
    )
