"""All plans of a unit as one job: whole files, cancelled in the middle, a process that dies."""

import hashlib
import io
import os
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader

from app.database.opening import DatabasePlace
from app.documents import press
from app.documents.copies import PaperCopy
from app.documents.press import Press
from app.domain.access import Role, Verb
from app.domain.errors import AlreadyThere, NotAllowed, NotFound, PaperNotDrawn
from app.domain.plans import Goal, PlanContent, Step, Theme
from app.foundation.progress import Progress
from app.use_cases import plan_jobs, printing
from app.use_cases.administration import NewOfficer, add_officer
from app.use_cases.documents import PaperForm, plan_paper
from app.use_cases.office import Office
from app.use_cases.plan_batch import BatchWish
from app.use_cases.plan_jobs import PrintOn, SaveTo, print_plans, save_plans
from app.use_cases.plans import save_plan
from tests.helpers.access import access_log
from tests.helpers.prison import SteppingClock, admit, build_places

B = BatchWish("B")
NAMES = ("Hassan", "Ærlig", "Žukauskas", "Berg", "Lie")


@pytest.fixture
def five(office: Office) -> list[UUID]:
    """Five people with plans on unit B, and one without."""
    cells = list(build_places(office).cells.values())
    people = []
    for number, name in enumerate(NAMES):
        inmate = admit(office, number, cells[number], family_name=name)
        goal = Goal(
            office.new_id(),
            Theme.HOUSING,
            "Et sted å bo",
            steps=(Step(office.new_id(), "Ringe NAV"),),
            note="Internt: gjeld",
        )
        save_plan(office, inmate.id, PlanContent((goal,), own_words=f"Ord {number}"), 0)
        people.append(inmate.id)
    admit(office, 9, cells[4], family_name="Utenplan")
    return people


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "papirer"
    made.mkdir()
    return made


@pytest.fixture
def _one_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each process is sent one plan at a time: while some are kept, others are still to come."""
    monkeypatch.setattr(press, "_AHEAD", 1)


def save(office: Office, to: SaveTo, wish: BatchWish = B, progress: Progress | None = None):
    return save_plans(office, wish, to, progress or Progress())


def test_every_plan_is_a_whole_file_kept_and_logged_before_it_is_there(
    office: Office, five: list[UUID], folder: Path
) -> None:
    steps: list[tuple[int, int]] = []
    result = save(office, SaveTo(folder), progress=Progress(lambda *step: steps.append(step)))
    assert (len(result.papers), result.total, result.cancelled) == (5, 5, False)
    assert steps[-1] == (5, 5)
    for made in result.papers:
        assert made.file is not None
        data = made.file.read_bytes()
        assert hashlib.sha256(data).hexdigest() == made.sha256
        assert len(PdfReader(io.BytesIO(data)).pages) == made.pages
        assert made.file.stat().st_mode & 0o777 == 0o600
    assert len(list(folder.iterdir())) == 5
    logged = access_log(office)
    for verb in (Verb.COLLECT, Verb.CONSULT, Verb.EXPORT):
        rows = [row for row in logged if row.verb is verb and row.feature == "documents"]
        assert {row.inmate_id for row in rows} == set(five)


def test_no_file_name_holds_a_name(office: Office, five: list[UUID], folder: Path) -> None:
    save(office, SaveTo(folder, folder / "samlet.pdf"))
    names = " ".join(file.name for file in folder.iterdir()).casefold()
    assert not any(name.casefold() in names for name in (*NAMES, "arlig", "zukauskas", "omar"))


def test_a_plan_of_the_job_is_the_paper_it_is_alone(
    office: Office, five: list[UUID], folder: Path, clock: SteppingClock
) -> None:
    alone = plan_paper(office, five[2])
    clock.pass_time(days=2)
    result = save(office, SaveTo(folder))
    assert result.papers[2].document_id == alone.document_id
    assert (folder / alone.file_name).read_bytes() == alone.data
    assert plan_paper(office, five[0]).sha256 == result.papers[0].sha256


def test_again_gives_the_same_bytes_and_refuses_to_write_over_them(
    office: Office, five: list[UUID], folder: Path, clock: SteppingClock
) -> None:
    to = SaveTo(folder, folder / "samlet.pdf")
    first = save(office, to)
    before = {file: file.read_bytes() for file in folder.iterdir()}
    clock.pass_time(days=2)
    with pytest.raises(AlreadyThere):
        save(office, to)
    assert save(office, replace(to, replace=True)) == first
    assert {file: file.read_bytes() for file in folder.iterdir()} == before
    assert save(office, SaveTo(folder), replace(B, new=True)).papers != first.papers


def test_of_several_papers_of_one_plan_the_job_takes_the_newest(
    office: Office, five: list[UUID], folder: Path, clock: SteppingClock
) -> None:
    plan_paper(office, five[1])
    clock.pass_time(days=1)
    newer = plan_paper(office, five[1], new=True)
    plan_paper(office, five[1], PaperForm(PaperCopy.INTERNAL))
    result = save(office, SaveTo(folder))
    assert result.papers[1].document_id == newer.document_id
    save_plan(office, five[1], PlanContent(own_words="Noe annet"), 1)
    assert save(office, SaveTo(folder / "to")).papers[1].document_id != newer.document_id


def test_nothing_is_written_when_one_file_is_in_the_way(
    office: Office, five: list[UUID], folder: Path
) -> None:
    kept = plan_paper(office, five[4])
    (folder / kept.file_name).write_text("mitt")
    with pytest.raises(AlreadyThere):
        save(office, SaveTo(folder))
    assert [file.read_text() for file in folder.iterdir()] == ["mitt"]


@pytest.mark.parametrize("copy", PaperCopy)
def test_the_combined_file_has_a_bookmark_to_each_person(
    office: Office, five: list[UUID], folder: Path, copy: PaperCopy
) -> None:
    file = folder / "samlet.pdf"
    result = save(office, SaveTo(None, file), replace(B, form=PaperForm(copy)))
    assert list(folder.iterdir()) == [file]
    reader = PdfReader(file)
    assert [entry.title for entry in reader.outline] == [
        f"{cell} {name}, Omar"
        for cell, name in zip(("B201", "B202", "B203", "B301", "B302"), NAMES, strict=True)
    ]
    starts = [reader.get_destination_page_number(entry) for entry in reader.outline]
    pages = [made.pages for made in result.papers]
    assert starts == [sum(pages[:place]) for place in range(5)]
    for start, name, made in zip(starts, NAMES, result.papers, strict=True):
        text = reader.pages[start].extract_text()
        assert f"Omar {name}" in text
        assert str(made.document_id) in text
    whole = "".join(page.extract_text() for page in reader.pages)
    assert ("Internt: gjeld" in whole) is (copy is PaperCopy.INTERNAL)
    assert result.combined is not None
    assert result.combined.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    exported = [row for row in access_log(office) if row.verb is Verb.EXPORT]
    assert {row.inmate_id for row in exported} == {None, *five}


@pytest.mark.usefixtures("_one_each")
def test_cancel_leaves_whole_files_and_says_how_many(
    office: Office, five: list[UUID], folder: Path
) -> None:
    def stop(done: int, _total: int) -> None:
        if done >= 2:
            progress.cancel()

    progress = Progress(stop)
    result = save(office, SaveTo(folder), progress=progress)
    files = list(folder.iterdir())
    assert result.cancelled
    assert 2 <= len(result.papers) == len(files) < 5
    for file in files:
        assert PdfReader(file).pages
    assert not any(file.name.startswith(".") for file in files)


def test_cancel_while_the_combined_file_is_made_leaves_no_file(
    office: Office, five: list[UUID], folder: Path
) -> None:
    progress = Progress(lambda done, _total: progress.cancel() if done > 6 else None)
    result = save(office, SaveTo(None, folder / "samlet.pdf"), progress=progress)
    assert result.cancelled
    assert result.combined is None
    assert list(folder.iterdir()) == []


def test_two_processes_draw_and_both_are_gone_afterwards(
    office: Office, five: list[UUID], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []

    class Counted(press._Worker):
        def __init__(self) -> None:
            super().__init__()
            started.append(self._process.pid)

    monkeypatch.setattr(press, "_Worker", Counted)
    save(office, SaveTo(folder))
    assert len(started) == 2
    for pid in started:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


@pytest.mark.usefixtures("_one_each")
def test_a_killed_process_is_an_error_and_what_was_written_is_whole(
    office: Office, five: list[UUID], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workers: list[press._Worker] = []

    class Noted(press._Worker):
        def __init__(self) -> None:
            super().__init__()
            workers.append(self)

    def kill(_done: int, _total: int) -> None:
        for worker in workers:
            os.kill(worker._process.pid, signal.SIGKILL)
            worker._process.join()

    monkeypatch.setattr(press, "_Worker", Noted)
    with pytest.raises(PaperNotDrawn) as caught:
        save(office, SaveTo(folder), progress=Progress(kill))
    assert caught.value.code == "PR-04"
    for file in folder.iterdir():
        assert PdfReader(file).pages


def test_a_process_that_does_not_answer_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "_STARTING", 0.0)
    with Press(1) as one:
        os.kill(one._workers[0]._process.pid, signal.SIGSTOP)
        one.combine(("nb", "Framtidsplaner", "2026-11-23T08:44:00+00:00"))
        with pytest.raises(PaperNotDrawn):
            one.combined(lambda: None)


def test_an_unknown_unit_and_an_auditor_are_refused(
    place: DatabasePlace,
    office: Office,
    five: list[UUID],
    folder: Path,
    open_office: Callable[..., Office],
) -> None:
    with pytest.raises(NotFound):
        save(office, SaveTo(folder), BatchWish("X"))
    add_officer(office, NewOfficer("rev", "Rev Isor", Role.AUDITOR, "revisors passord"))
    with pytest.raises(NotAllowed):
        save(open_office(place, "rev", "revisors passord"), SaveTo(folder))
    assert list(folder.iterdir()) == []


def test_letters_that_cannot_be_printed_are_told(
    office: Office, five: list[UUID], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_plan(office, five[0], PlanContent(own_words="Jeg heter 王"), 1)
    assert save(office, SaveTo(folder)).lacking == "王"
    sent: list[UUID] = []
    monkeypatch.setattr(
        plan_jobs, "print_paper", lambda _office, paper, *_more: sent.append(paper.document_id)
    )
    held = print_plans(office, B, PrintOn("Vaktrom"), Progress())
    assert (held.held, held.lacking, sent) == (True, "王", [])
    done = print_plans(office, B, PrintOn("Vaktrom", anyway=True), Progress())
    assert sent == [made.document_id for made in done.papers]


def test_printed_as_one_job_no_plan_begins_on_the_back_of_another(
    office: Office, five: list[UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def answer(program: str, arguments: list[str], _data: bytes, _seconds: float):
        asked.append([program, *arguments])
        said = b"request id is Vaktrom-7 (1 file(s))" if program == "lp" else b"Vaktrom\n"
        return printing.subprocess.CompletedProcess([], 0, said, b"")

    monkeypatch.setattr(printing, "_run", answer)
    result = print_plans(office, B, PrintOn("Vaktrom", combined=True), Progress())
    (job,) = [call for call in asked if call[0] == "lp"]
    assert "sides=one-sided" in job
    assert result.combined is not None
    printed = [row for row in access_log(office) if row.verb is Verb.PRINT]
    assert {row.inmate_id for row in printed} == {None, *five}
    asked.clear()
    print_plans(office, B, PrintOn("Vaktrom"), Progress())
    jobs = [call for call in asked if call[0] == "lp"]
    assert len(jobs) == 5
    assert not any("sides=one-sided" in job for job in jobs)
