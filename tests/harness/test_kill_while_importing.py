"""All or nothing: a roll whose import is killed is there as a whole or not at all."""

import signal
import time
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path
from random import Random

import pytest

from app.database.opening import DatabasePlace
from app.foundation.clock import system_clock
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.sign_in import sign_in, sign_out
from tests.harness.importing import DONE, STARTED, ImportJob, import_roll, write_roll
from tests.harness.killing import PATIENCE, spin
from tests.helpers.prison import PASSWORD

KILLS = 12
MOST_KILLS = 40
PEOPLE = 80
NEARER, FARTHER = 1.2, 1.05
ACCOUNT = ("kari", PASSWORD)

_processes = get_context("forkserver")


def people_on_roll(place: DatabasePlace) -> set[str]:
    office = sign_in(place, *ACCOUNT, system_clock)
    try:
        return {line.prison_number for line in cell_block_overview(office).inmates}
    finally:
        sign_out(office)


def import_and_kill(job: ImportJob, wait: float | None) -> tuple[bool, float]:
    """Kill an import after ``wait`` seconds (None: when it is done).

    Tells whether it said it was done, and for how many seconds it was let run. The start of the
    process is no part of them: it may take far longer than the import.
    """
    receiving, sending = _processes.Pipe(duplex=False)
    child = _processes.Process(target=import_roll, args=(job, sending))
    child.start()
    sending.close()
    assert receiving.poll(PATIENCE)
    assert receiving.recv_bytes() == STARTED
    begun = time.perf_counter()
    if wait is None:
        assert receiving.poll(PATIENCE)
    else:
        spin(wait)
    lasted = time.perf_counter() - begun
    done = receiving.poll(0) and receiving.recv_bytes() == DONE
    child.kill()
    child.join(PATIENCE)
    assert child.exitcode == -signal.SIGKILL
    receiving.close()
    return done, lasted


def outcomes(place: DatabasePlace, folder: Path, *, by_halves: bool) -> Iterator[str]:
    """Yield what each killed import left: the roll ``before``, the one ``after``, or ``half``."""
    chance, before, longest = Random(1), set[str](), None
    files = (folder / "half.csv", folder / "whole.csv")
    job = ImportJob(place, ACCOUNT, files, by_halves)
    for kill in range(MOST_KILLS):
        after = {f"R{kill}-{number}" for number in range(PEOPLE)}
        write_roll(files[0], sorted(after)[: PEOPLE // 2])
        write_roll(files[1], sorted(after))
        wait = None if longest is None else chance.uniform(0, longest)
        done, lasted = import_and_kill(job, wait)
        longest = _aimed(longest, lasted, done=done)
        found = people_on_roll(place)
        assert found == after or not done, "what was said to be done is not there"
        yield _named(found, before, after)
        before = found


def _aimed(longest: float | None, lasted: float, *, done: bool) -> float:
    """Draw the kills nearer to the import: how long one takes changes with what else runs."""
    if longest is None:
        return lasted
    return min(longest, lasted * NEARER) if done else longest * FARTHER


def _named(found: set[str], before: set[str], after: set[str]) -> str:
    if found == after:
        return "after"
    return "before" if found == before else "half"


@pytest.mark.timeout(240)
def test_an_import_in_two_transactions_is_caught(place, tmp_path):
    assert "half" in outcomes(place, tmp_path, by_halves=True)


@pytest.mark.timeout(240)
def test_a_roll_is_there_as_a_whole_or_not_at_all(place, tmp_path):
    found = outcomes(place, tmp_path, by_halves=False)
    left = [next(found) for _kill in range(KILLS)]
    assert left[0] == "after"
    assert "before" in left[1:], "no kill struck before the commit"
    assert "half" not in left
