"""Kill -9 while a backup is made or restored: whole or not there, the old one or the new one."""

import os
import shutil
import signal
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

import pytest

from app.database.opening import DatabasePlace
from app.domain.errors import BackupRejected
from app.foundation.paths import places_for
from app.use_cases.backup import back_up, check_backup
from app.use_cases.conversations import conversation_log
from app.use_cases.inmates import add_inmate
from app.use_cases.office import Office
from app.use_cases.sign_in import sign_in, sign_out
from tests.harness.backing_up import (
    BackupJob,
    back_up_for_ever,
    back_up_until_killed,
    restore_until_killed,
)
from tests.harness.killing import PATIENCE, spin
from tests.helpers.prison import PASSWORD, SteppingClock, person, talk

KILLS = 6
MOST_STEPS = 200
FEWEST_STEPS = 3

_processes = get_context("forkserver")
_processes.set_forkserver_preload(["tests.harness.backing_up"])


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "kopier"
    folder.mkdir()
    return folder


def kill_while_backing_up(job: BackupJob, chance: Random) -> set[str]:
    """Return the names that were said to be done."""
    receiving, sending = _processes.Pipe(duplex=False)
    child = _processes.Process(target=back_up_for_ever, args=(job, sending), daemon=True)
    child.start()
    sending.close()
    try:
        names = {_next(receiving) for _backup in range(chance.randint(1, 3))}
        spin(chance.uniform(0, 0.12))
        os.kill(child.pid, signal.SIGKILL)
        child.join(PATIENCE)
        while receiving.poll():
            try:
                names.add(receiving.recv_bytes().decode())
            except EOFError:
                break
        return names
    finally:
        receiving.close()


def _next(receiving: Connection) -> str:
    assert receiving.poll(PATIENCE), "the child makes no backup"
    return receiving.recv_bytes().decode()


def half_ones(office: Office, shelf: Path) -> list[str]:
    """Return what looks like a backup and is none."""
    halves = []
    for file in shelf.glob("*.mulighet"):
        try:
            check_backup(office, file)
        except BackupRejected:
            halves.append(file.name)
    return halves


def clear(shelf: Path) -> None:
    shutil.rmtree(shelf)
    shelf.mkdir()


def dies_at(step: int, work: Callable[..., None], job: BackupJob, file: Path) -> bool:
    """Do the work in a child that dies at a step; tell whether it died, or was done before."""
    receiving, sending = _processes.Pipe(duplex=False)
    child = _processes.Process(target=work, args=(job, file, step, sending), daemon=True)
    child.start()
    sending.close()
    child.join(PATIENCE)
    is_done = receiving.poll() and child.exitcode == 0
    assert is_done or child.exitcode == -signal.SIGKILL
    receiving.close()
    return not is_done


def halves_of_every_step(job: BackupJob, office: Office) -> list[list[str]]:
    """Kill a backup at each of its steps in turn; return what was half after each."""
    halves = []
    for step in range(1, MOST_STEPS):
        died = dies_at(step, back_up_until_killed, job, job.shelf / "en.mulighet")
        halves.append(half_ones(office, job.shelf))
        clear(job.shelf)
        if not died:
            break
    return halves


def test_a_backup_written_under_its_last_name_is_caught(office: Office, shelf: Path) -> None:
    halves = halves_of_every_step(
        BackupJob(office.place, "kari", PASSWORD, shelf, straight=True), office
    )
    assert ["en.mulighet"] in halves
    assert halves[-1] == []


def test_a_backup_killed_at_any_step_is_whole_or_not_there(office: Office, shelf: Path) -> None:
    halves = halves_of_every_step(BackupJob(office.place, "kari", PASSWORD, shelf), office)
    assert len(halves) > FEWEST_STEPS
    assert halves == [[]] * len(halves)


def test_a_killed_backup_is_whole_or_not_there(office: Office, shelf: Path) -> None:
    job = BackupJob(office.place, "kari", PASSWORD, shelf)
    chance = Random(2)
    for _kill in range(KILLS):
        done = kill_while_backing_up(job, chance)
        assert half_ones(office, shelf) == []
        assert done <= {file.name for file in shelf.glob("*.mulighet")}
        clear(shelf)


class TwoStates:
    """A prison with two entries, and a backup from when it had one."""

    def __init__(self, template: Path, folder: Path, clock: SteppingClock) -> None:
        shutil.copytree(template, folder / "data")
        self.place = DatabasePlace(places_for(folder / "data"))
        self.file = folder / "kopi.mulighet"
        office = sign_in(self.place, "kari", PASSWORD, clock)
        self.inmate_id = add_inmate(office, person(), None).id
        talk(office, self.inmate_id, "Før.")
        back_up(office, self.file)
        talk(office, self.inmate_id, "Etter.")
        sign_out(office)
        self._kept = folder / "kept"
        shutil.copytree(self.place.folders.data, self._kept)

    def reset(self) -> None:
        shutil.rmtree(self.place.folders.data)
        shutil.copytree(self._kept, self.place.folders.data)

    def found(self, clock: SteppingClock) -> set[str]:
        office = sign_in(self.place, "kari", PASSWORD, clock)
        try:
            return {line.text for line in conversation_log(office, self.inmate_id)}
        finally:
            sign_out(office)

    def kill_at(self, step: int) -> bool:
        """Restore in a child that dies at a step; tell whether it came to its end before."""
        job = BackupJob(self.place, "kari", PASSWORD, self.file.parent)
        return not dies_at(step, restore_until_killed, job, self.file)


@pytest.fixture
def states(sqlcipher_template: Path, tmp_path: Path, clock: SteppingClock) -> TwoStates:
    return TwoStates(sqlcipher_template, tmp_path / "to", clock)


OLD, NEW = {"Før.", "Etter."}, {"Før."}


def test_a_restore_killed_at_any_step_leaves_the_old_or_the_new(
    states: TwoStates, clock: SteppingClock
) -> None:
    seen = []
    for step in range(1, MOST_STEPS):
        if states.kill_at(step):
            break
        found = states.found(clock)
        assert found in (OLD, NEW)
        seen.append(found)
        states.reset()
    assert step > 15
    # Old up to the one moment, new from then on.
    assert seen == sorted(seen, key=len, reverse=True)
    assert seen[0] == OLD
    assert seen[-1] == NEW
    assert states.found(clock) == NEW


def test_a_half_swap_is_caught(states: TwoStates, clock: SteppingClock) -> None:
    """The planted fault: the database of one prison's state with the keys of another."""
    assert states.found(clock) == OLD
    other = states.place.folders.data / "mulighet.db"
    other.write_bytes(states.file.read_bytes())
    with pytest.raises(Exception, match="skadet"):
        states.found(clock)
