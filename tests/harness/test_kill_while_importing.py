"""All or nothing: a roll whose import is killed is there as a whole or not at all."""

import signal
import time
from multiprocessing import get_context
from random import Random

import pytest

from app.database.opening import DatabasePlace
from app.foundation.clock import system_clock
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.sign_in import sign_in, sign_out
from tests.harness.importing import DONE, STARTED, import_roll, write_roll
from tests.harness.killing import PATIENCE, spin
from tests.helpers.prison import PASSWORD

KILLS = 15
PEOPLE = 120
ACCOUNT = ("kari", PASSWORD)

_processes = get_context("forkserver")


def people_on_roll(place: DatabasePlace) -> set[str]:
    office = sign_in(place, *ACCOUNT, system_clock)
    try:
        return {line.prison_number for line in cell_block_overview(office).inmates}
    finally:
        sign_out(office)


def import_and_kill(place: DatabasePlace, file, wait: float | None) -> bool:
    """Kill an import after a while (None: when it is done); tell whether it said it was done."""
    receiving, sending = _processes.Pipe(duplex=False)
    child = _processes.Process(target=import_roll, args=(place, ACCOUNT, file, sending))
    child.start()
    sending.close()
    assert receiving.poll(PATIENCE)
    assert receiving.recv_bytes() == STARTED
    if wait is None:
        assert receiving.poll(PATIENCE)
    else:
        spin(wait)
    done = receiving.poll(0) and receiving.recv_bytes() == DONE
    child.kill()
    child.join(PATIENCE)
    assert child.exitcode == -signal.SIGKILL
    receiving.close()
    return done


@pytest.mark.timeout(240)
def test_a_roll_is_there_as_a_whole_or_not_at_all(place, tmp_path):
    chance = Random(1)
    file = tmp_path / "roll.csv"
    before = {f"R0-{number}" for number in range(PEOPLE)}
    write_roll(file, sorted(before))
    begun = time.perf_counter()
    assert import_and_kill(place, file, None)
    whole = time.perf_counter() - begun
    assert people_on_roll(place) == before
    outcomes = set()
    for kill in range(1, KILLS + 1):
        after = {f"R{kill}-{number}" for number in range(PEOPLE)}
        write_roll(file, sorted(after))
        done = import_and_kill(place, file, chance.uniform(0, whole))
        found = people_on_roll(place)
        assert found in (before, after)
        assert found == after or not done
        outcomes.add(found == after)
        before = found
    assert False in outcomes, "no kill struck before the commit"
