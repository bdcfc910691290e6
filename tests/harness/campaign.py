"""`make campaign`: kill -9 while saving, many times, on both engines; one JSON line each."""

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
from tests.harness.killing import KillHarness
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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    wanted = parser.parse_args()
    results = measure(wanted.kills, lambda line: sys.stderr.write(f"{line}\n"))
    for result in results:
        sys.stdout.write(f"{json.dumps(result)}\n")
    sound = all(
        result["planted_fault_caught_after"] and not result["lost"] and not result["half"]
        for result in results
    )
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
