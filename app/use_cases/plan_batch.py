"""All plans of a unit as papers: found or frozen, drawn in processes of their own, and kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from uuid import UUID

from app.documents.copies import copy_name
from app.documents.drawing import Rendered
from app.documents.file_names import safe_file_name
from app.documents.framing import unit_text
from app.documents.frozen import FrozenDocument
from app.documents.press import WORKERS, Press
from app.domain.access import Access, Right, Verb
from app.domain.cell_blocks import CellBlockOverview
from app.domain.errors import NotFound
from app.foundation.clock import oslo_date
from app.foundation.progress import Progress
from app.foundation.translation import words_for
from app.overviews.cell_blocks import Moment, read_overview
from app.use_cases.handing_over import PLANS
from app.use_cases.office import Office
from app.use_cases.paper_store import (
    FEATURE,
    FrozenPaper,
    Paper,
    WantedPaper,
    find_paper,
    keep_papers,
    load_frozen,
    load_paper,
    note_shown,
)
from app.use_cases.plan_batch_parts import BatchPart, read_parts
from app.use_cases.plan_freezing import (
    KnownNames,
    PaperForm,
    freeze_source,
    new_origin,
    plan_sources,
    source_digest,
)

# So many people are read in one statement, and so many papers kept in one transaction.
_READ_AT_ONCE = 32
_MOST_KEPT_AT_ONCE = 16
# Of what is left, so small a part is kept at once that little is left to do after the last one.
_SHARE_KEPT = 4


@dataclass(frozen=True, slots=True)
class BatchWish:
    """Whose plans, and how. Without a unit everybody's; ``new`` freezes all of them anew."""

    unit: str | None
    form: PaperForm = PaperForm()  # noqa: RUF009 - never changed
    new: bool = False


class PlanBatch:
    """One job. Of each plan only its text is held, so a hundred take little more than one.

    ``rounds`` is how often each plan is counted in the progress: when it is drawn, and when it is
    printed or put into the combined file. Leaving the ``with`` block ends the drawing processes.
    """

    def __init__(
        self, office: Office, wish: BatchWish, progress: Progress, rounds: int = 1
    ) -> None:
        self._office = office
        self._wish = wish
        self._progress = progress
        self._rounds = rounds
        self._done = 0
        self._names = KnownNames()
        self._unit_name = ""
        self._parts: list[BatchPart] = []
        self._press = Press(0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._press.close()

    @property
    def total(self) -> int:
        """Return how many plans there are."""
        return len(self._parts)

    def look_up(self) -> None:
        """Find out who has a plan, and whose paper is kept.

        Raises:
            NotAllowed: the officer may not print.
            NotFound: there is no such unit.
            Cancelled: between two people.
        """
        self._office.demand(Right.PRINT, FEATURE)
        if self._wish.new:
            self._start(WORKERS)
        overview = self._overview()
        if self._wish.unit and overview.units:
            self._unit_name = overview.units[0].name
        self._parts = list(self._people(overview))

    def count(self, done: int) -> None:
        """Count more as done.

        Raises:
            Cancelled: cancel was called.
        """
        self._done += done
        self._progress.step(self._done, self.total * self._rounds)

    @property
    def kept_names(self) -> Sequence[str]:
        """Return the file names of the papers that are there from before: reprints."""
        return [part.kept.file_name for part in self._parts if part.kept is not None]

    def papers(self) -> Iterator[list[tuple[int, Paper]]]:
        """Yield every plan's paper with its place in the unit, some at a time as they are ready.

        All of them are kept and logged. Progress counts what has been taken.

        Raises:
            Cancelled: between two of them, within a twentieth of a second.
            PaperNotDrawn: a process that draws has died or does not answer.
        """
        for place, part in enumerate(self._parts):
            if part.kept is not None:
                paper = load_paper(self._office, part.kept.document_id)
                note_shown(self._office, [paper])
                part.paper_id = paper.document_id
                yield [(place, paper)]
                self.count(1)
        places = [place for place, part in enumerate(self._parts) if part.kept is None]
        left, sending = len(places), self._send(places)
        drawn: list[tuple[int, Rendered]] = []
        self._fill(sending)
        while left:
            drawn += self._press.finished(self._progress.check)
            # Before these are kept: there is something to draw meanwhile.
            self._fill(sending)
            while drawn and len(drawn) >= min(_MOST_KEPT_AT_ONCE, left / _SHARE_KEPT):
                group, drawn = drawn[:_MOST_KEPT_AT_ONCE], drawn[_MOST_KEPT_AT_ONCE:]
                yield self._keep(group)
                self.count(len(group))
                left -= len(group)

    def combined(self) -> Paper:
        """Return one file of all papers, a bookmark to each person; made after ``papers``.

        The same papers give the very file that was kept before.

        Raises:
            Cancelled: between two papers.
            PaperNotDrawn: the process that draws has died or does not answer.
        """
        form = self._wish.form
        members = "\n".join(f"{part.paper_id} {part.bookmark}" for part in self._parts)
        digest = source_digest(members, form)
        unit, copy, language = self._wish.unit, form.copy.value, form.language
        wanted = WantedPaper(PLANS, None, unit, 0, copy, language, digest)
        paper = find_paper(self._office, wanted)
        if paper is None:
            frozen = self._frozen_file(wanted)
            paper = keep_papers(self._office, [(frozen, self._draw_file(frozen.document))])[0]
        self._office.note(
            Access(Verb.CONSULT, FEATURE, unit=unit, record_id=paper.document_id, count=self.total)
        )
        return paper

    def _overview(self) -> CellBlockOverview:
        office, unit = self._office, self._wish.unit
        moment = Moment(office.clock(), office.thresholds)
        with office.reading() as connection:
            overview = read_overview(connection, moment, unit, (office.prison, office.is_example))
        if not overview.places:
            raise NotFound(unit or "")
        return overview

    def _people(self, overview: CellBlockOverview) -> Iterator[BatchPart]:
        """Yield who has a plan, in the order of the cells, with the paper kept of it, if any."""
        lines, wish = overview.inmates, self._wish
        with self._office.reading() as connection:
            for begin in range(0, len(lines), _READ_AT_ONCE):
                self._progress.check()
                some = lines[begin : begin + _READ_AT_ONCE]
                parts = read_parts(connection, some, wish.form, new=wish.new)
                self._start(sum(part.kept is None for part in parts))
                yield from parts

    def _start(self, wanted: int) -> None:
        """Start the processes that are wanted; they get ready while the rest is looked up."""
        for _number in range(min(wanted, WORKERS - self._press.size)):
            self._press.start()

    def _fill(self, sending: Iterator[bool]) -> None:
        while self._press.has_room and next(sending, False):
            self._progress.check()

    def _send(self, places: Sequence[int]) -> Iterator[bool]:
        """Freeze and send a plan each time it is asked for the next."""
        form = self._wish.form
        for begin in range(0, len(places), _READ_AT_ONCE):
            some = places[begin : begin + _READ_AT_ONCE]
            plans = [self._parts[place].plan for place in some]
            sources = plan_sources(self._office, plans, form, self._names)
            for place, source in zip(some, sources, strict=True):
                part = self._parts[place]
                part.frozen = freeze_source(source, form, part.wanted)
                self._press.draw(place, part.frozen.document)
                yield True

    def _keep(self, finished: list[tuple[int, Rendered]]) -> list[tuple[int, Paper]]:
        made: list[tuple[FrozenPaper, Rendered]] = []
        for place, drawn in finished:
            part = self._parts[place]
            assert part.frozen is not None
            made.append((part.frozen, drawn))
            part.paper_id, part.frozen = part.frozen.document_id, None
        papers = keep_papers(self._office, made, shown=True)
        return [(place, paper) for (place, _drawn), paper in zip(finished, papers, strict=True)]

    def _frozen_file(self, wanted: WantedPaper) -> FrozenPaper:
        form, words = self._wish.form, words_for(self._wish.form.language)
        origin = new_origin(self._office)
        unit = unit_text(self._unit_name, words) if self._unit_name else origin.prison
        stem = f"{words('framtidsplaner')}-{wanted.unit or ''}-{copy_name(form.copy, words)}"
        if form.large_print:
            stem = f"{stem}-{words('stor-skrift')}"
        day = oslo_date(origin.frozen_at)
        content = {
            "language": form.language,
            "title": f"{words('Framtidsplaner')}, {unit}",
            "frozen_at": origin.frozen_text,
            "file_name": safe_file_name(stem, origin.document_id, day),
            "papers": [
                {
                    "id": str(part.paper_id),
                    "inmate": str(part.inmate_id),
                    "bookmark": part.bookmark,
                }
                for part in self._parts
            ],
        }
        document = FrozenDocument(PLANS, content)
        return FrozenPaper(wanted, document, origin.document_id, origin.frozen_at)

    def _draw_file(self, document: FrozenDocument) -> Rendered:
        content = document.content
        check = self._progress.check
        if not self._press.size:
            self._press.start()
        self._press.combine((content["language"], content["title"], content["frozen_at"]))
        for inside in content["papers"]:
            frozen = load_frozen(self._office, UUID(inside["id"]))
            self._press.add(frozen, inside["bookmark"], check)
            self.count(1)
        return self._press.combined(check)
