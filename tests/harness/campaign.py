"""`make campaign`: kill -9 while saving, many times, on both engines, and broken files to import.

One JSON line for each engine and for each format. ``--only kill`` and ``--only fuzz`` run one part.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from app.database import keyring
from app.database.opening import DatabasePlace
from app.database.sealing import KdfCost
from app.foundation.clock import system_clock
from app.foundation.paths import places_for
from app.use_cases.sign_in import FirstOfficer, create_prison
from tests.harness.fuzzing import fuzz
from tests.harness.killing import KillHarness
from tests.harness.mutating import FORMATS
from tests.harness.own_server import own_server

ACCOUNT = FirstOfficer("kari", "Kari Lunde", "et langt passord")
Told = Callable[[str], object]


def measure(kills: int, told: Told | None = None) -> list[dict[str, object]]:
    """Kill on both engines; the planted fault must be caught first, or the rest proves nothing."""
    # Hundreds of sign-ins at full cost would measure the password hashing instead.
    keyring.NEW_COST = KdfCost(1, 8, 1)
    return [_campaign(engine, kills, told or (lambda _line: None)) for engine in _ENGINES]


def _campaign(engine: str, kills: int, told: Told) -> dict[str, object]:
    with _ENGINES[engine]() as harness:
        caught = harness.kills_until_caught(100)
        told(f"{engine}: planted fault caught after {caught} kills")
        started = time.perf_counter()
        tally = harness.run(kills)
    return {
        "engine": engine,
        "planted_fault_caught_after": caught,
        **asdict(tally),
        "seconds": round(time.perf_counter() - started, 1),
    }


@contextmanager
def _embedded() -> Iterator[KillHarness]:
    with tempfile.TemporaryDirectory(prefix="kill-") as folder:
        place = DatabasePlace(places_for(Path(folder)))
        create_prison(place, ACCOUNT, system_clock)
        yield KillHarness(place, (ACCOUNT.user_name, ACCOUNT.password))


@contextmanager
def _server() -> Iterator[KillHarness]:
    with own_server() as server:
        create_prison(server.as_administrator, ACCOUNT, system_clock)
        harness = KillHarness(server.as_officers, (ACCOUNT.user_name, ACCOUNT.password))
        harness.administrator = server.address
        yield harness


_ENGINES = {"sqlcipher": _embedded, "postgresql": _server}


def measure_fuzz(
    inputs: int, first: int = 0, told: Told | None = None
) -> Iterator[dict[str, object]]:
    """Read broken files of each format; planted faults must be caught first."""
    for name in FORMATS:
        yield _fuzzed(name, inputs, first, told or (lambda _line: None))


def _fuzzed(name: str, inputs: int, first: int, told: Told) -> dict[str, object]:
    caught = {judge: bool(fuzz(name, 2_000, judge, most_faults=1).faults) for judge in _PLANTED}
    told(f"{name}: planted faults caught: {caught}")
    started = time.perf_counter()
    tally = fuzz(name, inputs, first=first)
    return {
        "format": name,
        "planted_faults_caught": all(caught.values()),
        "inputs": tally.inputs,
        **tally.ends,
        "faults": tally.faults,
        "peak_mib": tally.peak_mib,
        "cpu_seconds": round(tally.cpu_seconds, 1),
        "seconds": round(time.perf_counter() - started, 1),
    }


_PLANTED = ("crashing", "dying", "hanging", "losing")
_KILL, _FUZZ = "kill", "fuzz"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--inputs", type=int, default=1_000_000, help="broken files a format")
    parser.add_argument("--first", type=int, default=0, help="number of the first broken file")
    parser.add_argument("--only", choices=(_KILL, _FUZZ))
    wanted = parser.parse_args()
    sound = True
    if wanted.only != _FUZZ:
        for result in measure(wanted.kills, _tell):
            _print(result)
            caught, lost, half = (
                result[key] for key in ("planted_fault_caught_after", "lost", "half")
            )
            sound = sound and bool(caught) and not lost and not half
    if wanted.only != _KILL:
        for result in measure_fuzz(wanted.inputs, wanted.first, _tell):
            _print(result)
            sound = sound and bool(result["planted_faults_caught"]) and not result["faults"]
    return 0 if sound else 1


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def _print(result: dict[str, object]) -> None:
    sys.stdout.write(f"{json.dumps(result)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
