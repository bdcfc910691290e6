"""The prison that is measured: 392 people and 200,000 conversations, on each engine.

The embedded one is made once, into build/bench, and used again; a server's lives as long as the
server, which is the bench's own.
"""

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import text

from app.database.opening import DatabasePlace
from app.database.schema import SCHEMA
from app.foundation.clock import system_clock
from app.foundation.paths import places_for
from app.use_cases.example_prison import ExampleSize, create_example_prison
from app.use_cases.office import Office
from app.use_cases.sign_in import sign_in, sign_out
from tests.architecture.source import ROOT
from tests.harness.own_server import own_server

INMATES = 392
CONVERSATIONS = 200_000
ENGINES = ("sqlcipher", "postgresql")
_KEPT = ROOT / "build" / "bench"


@contextmanager
def measured_offices(conversations: int = CONVERSATIONS) -> Iterator[dict[str, Office]]:
    """Yield an office on each engine, filled alike."""
    with ExitStack() as stack:
        yield {
            "sqlcipher": stack.enter_context(_embedded(conversations)),
            "postgresql": stack.enter_context(_on_server(conversations)),
        }


@contextmanager
def _embedded(conversations: int) -> Iterator[Office]:
    folder = _KEPT / f"schema-{SCHEMA}-{conversations}"
    place = DatabasePlace(places_for(folder))
    account = folder / "account.json"
    if not account.exists():
        account.parent.mkdir(parents=True, exist_ok=True)
        account.write_text(json.dumps(_fill(place, conversations)), encoding="utf-8")
    with _signed_in(place, json.loads(account.read_text(encoding="utf-8"))) as office:
        yield office


@contextmanager
def copied_office(conversations: int) -> Iterator[Office]:
    """Yield an office on a copy of the embedded prison, for what fills it up."""
    with _embedded(conversations) as kept:
        folder = kept.folders.data
    with TemporaryDirectory(prefix="mulighet-bench-") as copy:
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        account = json.loads((folder / "account.json").read_text(encoding="utf-8"))
        with _signed_in(DatabasePlace(places_for(Path(copy))), account) as office:
            yield office


@contextmanager
def _on_server(conversations: int) -> Iterator[Office]:
    with own_server() as server:
        account = _fill(server.as_administrator, conversations)
        with server.engine.connect() as connection:
            connection.execute(text("VACUUM ANALYZE"))
        with _signed_in(server.as_officers, account) as office:
            yield office


def _fill(place: DatabasePlace, conversations: int) -> list[str]:
    sys.stderr.write(f"filling a prison with {conversations} conversations ...\n")
    size = ExampleSize(INMATES, conversations)
    made = create_example_prison(place, system_clock, size)
    return [made.user_name, made.password]


@contextmanager
def _signed_in(place: DatabasePlace, account: list[str]) -> Iterator[Office]:
    office = sign_in(place, account[0], account[1], system_clock)
    try:
        yield office
    finally:
        sign_out(office)
