"""Hand a paper to a print queue of the workstation: CUPS, through ``lp`` and ``lpstat``.

The PDF goes over standard input, so that no file with a person in it is left behind, and the
job's title is the document's number: a queue shows its titles to everybody.
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass

from app.domain.access import Access, Right, Verb
from app.domain.errors import ErrorCode, PrinterMissing, PrintingFailed, Problem, RuleBroken
from app.foundation.translation import _
from app.use_cases.documents import Paper
from app.use_cases.handing_over import PLANS, note_printed
from app.use_cases.office import Office

MOST_COPIES = 50

_ASK_SECONDS = 5.0
_PRINT_SECONDS = 30.0
_JOB = re.compile(r"request id is (\S+)")


@dataclass(frozen=True, slots=True)
class PrintQueues:
    """The queues of this machine. ``problem`` says in words, with its code, why there are none."""

    names: tuple[str, ...] = ()
    chosen: str | None = None
    problem: PrintingFailed | None = None


def print_queues() -> PrintQueues:
    """Ask the print service for its queues and its own choice; never raises."""
    listed = _answer("lpstat", "-e")
    names = tuple(sorted(set(listed.split()), key=str.casefold)) if listed else ()
    if not names:
        return PrintQueues(problem=_why_none())
    stated = (_answer("lpstat", "-d") or "").partition(": ")[2].strip()
    if stated in names:
        return PrintQueues(names, stated)
    return PrintQueues(names, names[0] if len(names) == 1 else None)


def printers() -> tuple[str, ...]:
    """Return the names of the queues, none when the print service is silent."""
    return print_queues().names


def default_printer() -> str | None:
    """Return the queue the machine prefers, or the only one there is."""
    return print_queues().chosen


def print_paper(office: Office, paper: Paper, printer: str, copies: int = 1) -> str:
    """Queue a paper and log it; return the job's id. Officers with the right to print may.

    A job that cannot be logged is taken back, and a failed try is logged as failed.

    Raises:
        RuleBroken: an impossible number of copies.
        PrinterMissing: there is no such queue.
        PrintingFailed: the print service is silent or refuses the job.
    """
    office.demand(Right.PRINT, "documents")
    if not 1 <= copies <= MOST_COPIES:
        message = _("Antall eksemplarer må være fra 1 til {0}.").format(MOST_COPIES)
        raise RuleBroken(Problem("copies", message))
    try:
        job = _queue(paper, printer, copies)
    except PrintingFailed as failed:
        _note_failed(office, paper, failed)
        raise
    try:
        note_printed(office, paper.document_id, printer, copies)
    except Exception:
        _answer("cancel", job)
        raise
    return job


def _note_failed(office: Office, paper: Paper, failed: PrintingFailed) -> None:
    office.note(
        Access(
            Verb.PRINT,
            "documents",
            inmate_id=paper.inmate_id,
            record_id=paper.document_id,
            count=0,
            reason=f"not printed: {failed.code}",
        )
    )


def _queue(paper: Paper, printer: str, copies: int) -> str:
    queues = print_queues()
    if queues.problem is not None:
        raise queues.problem
    if printer not in queues.names:
        message = _("Fant ikke skriveren {0}. Velg en annen, eller lagre dokumentet som PDF.")
        raise PrinterMissing(message.format(printer))
    title = _("Dokument {0}").format(paper.document_id.hex[-12:])
    options = ["-d", printer, "-n", str(copies), "-t", title, "-o", "media=A4"]
    if paper.kind == PLANS:
        # On both sides, one person's plan would begin on the back of another's.
        options += ["-o", "sides=one-sided"]
    try:
        done = _run("lp", options, paper.data, _PRINT_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as late:
        raise _silence() from late
    job = _JOB.search(done.stdout.decode(errors="replace"))
    if done.returncode or job is None:
        message = _("Skriveren {0} tok ikke imot dokumentet. Lagre det som PDF i stedet.")
        raise PrintingFailed(message.format(printer), ErrorCode.PRINT_REFUSED)
    return job[1]


def _why_none() -> PrintingFailed:
    if shutil.which("lp") is None:
        return PrinterMissing(
            _("Maskinen mangler utskriftstjenesten CUPS. Lagre dokumentet som PDF i stedet.")
        )
    if "is running" not in (_answer("lpstat", "-r") or ""):
        return _silence()
    return PrinterMissing(_("Maskinen har ingen skriver. Lagre dokumentet som PDF i stedet."))


def _silence() -> PrintingFailed:
    return PrintingFailed(
        _("Utskriftstjenesten svarer ikke. Lagre dokumentet som PDF i stedet."),
        ErrorCode.PRINT_SERVICE_SILENT,
    )


def _answer(program: str, *arguments: str) -> str | None:
    """Return what a program of the print service says, None when it fails or says nothing."""
    try:
        done = _run(program, list(arguments), b"", _ASK_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return None if done.returncode else done.stdout.decode(errors="replace")


def _run(
    program: str, arguments: list[str], data: bytes, seconds: float
) -> "subprocess.CompletedProcess[bytes]":
    """Run without a shell; in English, because the answers are read."""
    path = shutil.which(program)
    if path is None:
        raise FileNotFoundError(program)
    return subprocess.run(  # noqa: S603 - no shell; a queue's name is one lpstat gave
        [path, *arguments],
        input=data,
        capture_output=True,
        timeout=seconds,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    )
