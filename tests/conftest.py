"""Fixtures every layer's tests use: both databases, filled by the program's own use cases."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import gc
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from app.database import keyring
from app.database.opening import DatabasePlace
from app.database.sealing import KdfCost
from app.foundation.paths import Places, places_for
from app.use_cases.office import Office
from app.use_cases.sign_in import FirstOfficer, create_prison, sign_in, sign_out
from tests.helpers.postgresql import running_server
from tests.helpers.prison import PASSWORD, SteppingClock

FIRST = FirstOfficer("kari", "Kari Lunde", PASSWORD)
ENGINES = ("sqlcipher", "postgresql")
ROOT = Path(__file__).resolve().parents[1]


def pytest_configure(config: pytest.Config) -> None:
    """Compile what translators wrote since the last time, once for all workers."""
    if not hasattr(config, "workerinput"):
        subprocess.run(["make", "--silent", "translations"], cwd=ROOT, check=True)


@pytest.fixture(scope="session", autouse=True)
def _cheap_passwords() -> Iterator[None]:
    """Hash passwords at the lowest cost: hundreds of sign-ins would take minutes otherwise."""
    dear = keyring.NEW_COST
    keyring.NEW_COST = KdfCost(1, 8, 1)
    yield
    keyring.NEW_COST = dear


def pytest_collection_finish() -> None:
    """Keep what is there by now out of every search for garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _widgets_end_on_this_thread() -> Iterator[None]:
    """Sweep up as the program does: here, and not in a thread that reads the database."""
    gc.disable()
    yield
    if isinstance(QApplication.instance(), QApplication):
        for window in QApplication.topLevelWidgets():
            if window.parent() is None:
                window.hide()
                window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    gc.enable()


@pytest.fixture
def clock() -> SteppingClock:
    return SteppingClock()


@pytest.fixture
def folders(tmp_path: Path) -> Places:
    places = places_for(tmp_path / "mulighet")
    places.make()
    return places


@pytest.fixture(scope="session")
def sqlcipher_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template")
    create_prison(DatabasePlace(places_for(folder)), FIRST, SteppingClock())
    return folder


@pytest.fixture(scope="session")
def server_address() -> Iterator[str]:
    """The administrator's address of a server that lives as long as the test run."""
    with running_server() as address:
        yield address


class ServerPrison:
    """One prison on the server, put back to its first state before each test."""

    def __init__(self, address: str, folders: Places) -> None:
        self.address = (
            make_url(address).set(database="mulighet").render_as_string(hide_password=False)
        )
        self.engine: Engine = create_engine(
            make_url(self.address).set(drivername="postgresql+psycopg"), poolclass=NullPool
        )
        maker = create_engine(
            make_url(address).set(drivername="postgresql+psycopg"),
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
        )
        with maker.connect() as connection:
            connection.execute(text("CREATE DATABASE mulighet"))
        create_prison(DatabasePlace(folders, self.address), FIRST, SteppingClock())
        with self.engine.begin() as connection:
            self._tables = list(
                connection.execute(
                    text(
                        "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
                        " AND tablename <> 'alembic_version'"
                    )
                ).scalars()
            )
            connection.execute(text("CREATE SCHEMA first_state"))
            for table in self._tables:
                connection.execute(
                    text(f"CREATE TABLE first_state.{table} AS TABLE public.{table}")
                )
            self._password = connection.execute(
                text("SELECT rolpassword FROM pg_authid WHERE rolname = 'mulighet_kari'")
            ).scalar_one()
        self._dirty = False

    def put_back(self) -> None:
        if not self._dirty:
            self._dirty = True
            return
        with self.engine.begin() as connection:
            connection.execute(text("SET session_replication_role = replica"))
            connection.execute(text("TRUNCATE " + ", ".join(self._tables)))
            for table in self._tables:
                connection.execute(
                    text(f"INSERT INTO public.{table} SELECT * FROM first_state.{table}")
                )
            logins = connection.execute(
                text(
                    "SELECT rolname FROM pg_roles WHERE rolname LIKE 'mulighet\\_%'"
                    " AND rolname <> 'mulighet_kari'"
                )
            ).scalars()
            for login in list(logins):
                connection.execute(text(f'DROP ROLE "{login}"'))
            connection.exec_driver_sql(f"ALTER ROLE mulighet_kari PASSWORD '{self._password}'")


@pytest.fixture(scope="session")
def server_prison(
    server_address: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ServerPrison]:
    prison = ServerPrison(server_address, places_for(tmp_path_factory.mktemp("server")))
    yield prison
    prison.engine.dispose()


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def place(engine_name: str, request: pytest.FixtureRequest, folders: Places) -> DatabasePlace:
    """An empty prison with the administrator Kari Lunde, on each engine in turn."""
    if engine_name == "postgresql":
        prison: ServerPrison = request.getfixturevalue("server_prison")
        prison.put_back()
        return DatabasePlace(folders, _without_password(prison.address))
    template: Path = request.getfixturevalue("sqlcipher_template")
    for name in ("mulighet.db", "keyring.json"):
        shutil.copy(template / name, folders.data / name)
    return DatabasePlace(folders)


def _without_password(address: str) -> str:
    return make_url(address)._replace(username=None, password=None).render_as_string()


@pytest.fixture
def embedded_place(folders: Places, sqlcipher_template: Path) -> DatabasePlace:
    """An empty prison on SQLCipher alone, for tests of windows."""
    for name in ("mulighet.db", "keyring.json"):
        shutil.copy(sqlcipher_template / name, folders.data / name)
    return DatabasePlace(folders)


@pytest.fixture
def open_office(clock: SteppingClock) -> Iterator[Callable[..., Office]]:
    """Sign officers in; all are signed out when the test ends."""
    opened: list[Office] = []

    def enter(place: DatabasePlace, user_name: str = "kari", password: str = PASSWORD) -> Office:
        office = sign_in(place, user_name, password, clock)
        opened.append(office)
        return office

    yield enter
    for office in opened:
        sign_out(office)


@pytest.fixture
def office(place: DatabasePlace, open_office: Callable[..., Office]) -> Office:
    """Kari Lunde, signed in, on each engine in turn."""
    return open_office(place)


@pytest.fixture
def embedded_office(embedded_place: DatabasePlace, open_office: Callable[..., Office]) -> Office:
    """Kari Lunde, signed in on SQLCipher."""
    return open_office(embedded_place)


@pytest.fixture
def abandoned_office(embedded_place: DatabasePlace, clock: SteppingClock) -> Iterator[Office]:
    """Kari Lunde on SQLCipher, for tests that leave the database unfit for signing out."""
    office = sign_in(embedded_place, "kari", PASSWORD, clock)
    yield office
    office.drafts.close()
    office.database.close()
