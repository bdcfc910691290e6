"""The child that is killed while it brings in a roll."""

import signal
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from app.database.opening import DatabasePlace
from app.foundation.clock import system_clock
from app.use_cases.imports import ImportKind, ImportOptions, run_import
from app.use_cases.sign_in import sign_in

STARTED, DONE = b"started", b"done"


@dataclass(frozen=True)
class ImportJob:
    """What the child does. ``by_halves`` plants the fault that the harness must catch."""

    place: DatabasePlace
    account: tuple[str, str]
    files: tuple[Path, Path]
    by_halves: bool = False


def import_roll(job: ImportJob, told: Connection) -> None:
    """Bring the roll in; tell when it begins and when it is done; then wait for the end."""
    office = sign_in(job.place, *job.account, system_clock)
    half, whole = job.files
    told.send_bytes(STARTED)
    for file in (half, whole) if job.by_halves else (whole,):
        run_import(office, ImportKind.ROLL, file, ImportOptions())
    told.send_bytes(DONE)
    signal.pause()


def write_roll(file: Path, numbers: list[str]) -> Path:
    """Write a roll of invented people."""
    lines = ["Innsattnummer;Etternavn;Fornavn", *(f"{number};Prøve;Person" for number in numbers)]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file
