"""Release 0.1.0 left filled databases behind: today's program brings them up and reads it all.

What lies in ``tests/data/release-0.1.0`` was written by the code of that release, and by no other.
"""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from app.database.opening import DatabasePlace
from app.database.schema import SCHEMA, schema_number
from app.documents.copies import PaperCopy
from app.domain.errors import DatabaseUnavailable
from app.domain.search import Search
from app.foundation.paths import Places
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.conversations import conversation_log, conversation_versions
from app.use_cases.documents import plan_paper
from app.use_cases.drafts import drafts
from app.use_cases.office import Office
from app.use_cases.plan_freezing import PaperForm
from app.use_cases.plans import open_plan, plan_versions
from app.use_cases.search import search_conversations, search_everything
from app.use_cases.sign_in import sign_in, sign_in_with_recovery_code, sign_out
from app.use_cases.upkeep import check_database, upgrade_server
from tests.helpers.postgresql import running_server, server_tool
from tests.helpers.prison import PASSWORD, talk

RELEASE = Path(__file__).resolve().parents[1] / "data" / "release-0.1.0"
USER = "demo"

Told = dict[str, Any]
OpenOffice = Callable[..., Office]


@pytest.fixture(scope="module")
def restored() -> Iterator[str]:
    """The address of a server on which the release's dump was restored."""
    with running_server() as address:
        roles = RELEASE / "postgresql" / "roles.sql"
        server = make_url(address).set(drivername="postgresql+psycopg")
        engine = create_engine(server, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in roles.read_text(encoding="utf-8").splitlines():
                connection.exec_driver_sql(statement)
            connection.execute(text("CREATE DATABASE template_of_then"))
        made = make_url(address).set(database="template_of_then")
        subprocess.run(
            [
                str(server_tool("pg_restore")),
                "--exit-on-error",
                "--dbname",
                made.render_as_string(hide_password=False),
                str(RELEASE / "postgresql" / "database.dump"),
            ],
            check=True,
        )
        yield address


def fresh_database(address: str) -> str:
    """Return the address of a database as the release left it; what was there before goes."""
    server = make_url(address).set(drivername="postgresql+psycopg")
    engine = create_engine(server, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS mulighet WITH (FORCE)"))
        connection.execute(text("CREATE DATABASE mulighet TEMPLATE template_of_then"))
    return make_url(address).set(database="mulighet").render_as_string(hide_password=False)


@pytest.fixture
def embedded(folders: Places) -> DatabasePlace:
    """The release's SQLCipher database, not yet brought up."""
    take_drafts("sqlcipher", folders)
    for name in ("mulighet.db", "keyring.json"):
        shutil.copy(RELEASE / "sqlcipher" / name, folders.data / name)
    return DatabasePlace(folders)


@pytest.fixture
def server(restored: str, folders: Places) -> DatabasePlace:
    """The release's PostgreSQL database, not yet brought up, by its administrator's address."""
    take_drafts("postgresql", folders)
    return DatabasePlace(folders, fresh_database(restored))


def take_drafts(engine: str, folders: Places) -> None:
    shutil.copytree(RELEASE / engine / "drafts", folders.drafts_folder, dirs_exist_ok=True)


@pytest.fixture(params=["embedded", "server"])
def place(request: pytest.FixtureRequest) -> DatabasePlace:
    """The release's database on each engine in turn."""
    found: DatabasePlace = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def told(place: DatabasePlace) -> Told:
    """What the release itself read from its database."""
    return told_of("postgresql" if place.is_server else "sqlcipher")


def told_of(engine: str) -> Told:
    found: Told = json.loads((RELEASE / engine / "told.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def officer_place(place: DatabasePlace) -> DatabasePlace:
    """The database brought up as IT does it; an embedded one comes up at sign-in."""
    if not place.is_server:
        return place
    upgrade_server(place)
    address = make_url(place.address)._replace(username=None, password=None)
    return DatabasePlace(place.folders, address.render_as_string())


@pytest.fixture
def office(officer_place: DatabasePlace, open_office: OpenOffice) -> Office:
    return open_office(officer_place, USER, PASSWORD)


def test_it_has_todays_shape_and_is_whole(office):
    with office.reading() as connection:
        assert schema_number(connection) == SCHEMA
    assert check_database(office).damage == ()


def test_everybody_is_where_they_were(office, told):
    lines = cell_block_overview(office, None).inmates
    now = {str(line.id): (line.name, line.cell) for line in lines}
    assert now == {key: (then["name"], then["cell"]) for key, then in told["inmates"].items()}


def test_every_conversation_reads_as_it_did_with_its_earlier_versions(office, told):
    for inmate, then in told["inmates"].items():
        now = [
            {
                "id": str(entry.id),
                "text": entry.text,
                "occurred_at": entry.occurred_at.isoformat(),
                "author": entry.author,
                "versions": [old.text for old in conversation_versions(office, entry.id)],
            }
            for entry in conversation_log(office, UUID(inmate))
        ]
        assert now == then["conversations"]


def test_every_plan_reads_as_it_did(office, told):
    plans = [(UUID(key), then["plan"]) for key, then in told["inmates"].items() if then["plan"]]
    assert plans
    for inmate, then in plans:
        plan = open_plan(office, inmate)
        assert plan is not None
        assert plan.number == then["number"]
        assert plan.content.own_words == then["own_words"]
        assert plan.content.agreement.value == then["agreement"]
        goals = [[goal.title, *(step.title for step in goal.steps)] for goal in plan.content.goals]
        assert goals == then["goals"]
        assert [old.number for old in plan_versions(office, inmate)] == then["versions"]


def test_a_paper_is_the_same_byte_for_byte(office, told):
    for inmate, then in told["inmates"].items():
        for copy, paper in (then["plan"] or {"papers": {}})["papers"].items():
            now = plan_paper(office, UUID(inmate), PaperForm(PaperCopy(copy)))
            assert str(now.document_id) == paper["document"]
            assert sha256(now.data).hexdigest() == paper["sha256"]
            assert now.reprint


def test_what_was_written_then_is_found(office, told):
    for inmate, then in told["inmates"].items():
        for entry in then["conversations"]:
            phrase = Search(f'"{longest_line(entry["text"])}"', inmate_id=UUID(inmate))
            assert UUID(entry["id"]) in {hit.id for hit in search_conversations(office, phrase)}


def longest_line(written: str) -> str:
    return max(written.splitlines(), key=len).replace('"', "")


def test_goals_written_then_are_found_in_the_whole_prison(office, told):
    plans = [then["plan"] for then in told["inmates"].values() if then["plan"]]
    goals = [title for plan in plans for title, *_steps in plan["goals"]]
    assert goals
    for goal in goals:
        assert search_everything(office, Search(f'"{goal}"'))


def test_the_draft_is_offered(office, told):
    (draft,) = drafts(office)
    assert draft.fields["text"] == told["draft"]


def test_work_goes_on(office, told):
    inmate = UUID(next(iter(told["inmates"])))
    talk(office, inmate, "Skrevet etter oppgraderingen: tømmerløftet.")
    hits = search_conversations(office, Search("ømmerløft"))
    assert [hit.inmate_id for hit in hits] == [inmate]


def test_an_embedded_database_is_copied_before_it_is_brought_up(embedded, open_office):
    before = (embedded.folders.data / "mulighet.db").stat().st_size
    open_office(embedded, USER, PASSWORD)
    copy = embedded.folders.data / f"mulighet-before-{SCHEMA:04d}.db"
    assert copy.stat().st_size >= before // 2


def test_the_recovery_code_of_then_opens_the_door(embedded, clock):
    code = told_of("sqlcipher")["recovery_code"]
    office = sign_in_with_recovery_code(embedded, USER, code, "nytt passord", clock)
    sign_out(office)


def test_an_officer_is_told_that_a_server_waits_for_its_upgrade(server, clock):
    officers = make_url(server.address)._replace(username=None, password=None)
    waiting = DatabasePlace(server.folders, officers.render_as_string())
    with pytest.raises(DatabaseUnavailable):
        sign_in(waiting, USER, PASSWORD, clock)
