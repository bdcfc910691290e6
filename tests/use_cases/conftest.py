"""A shelf for backups, and an empty place of the same engine to restore into."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from app.database.opening import DatabasePlace
from app.foundation.paths import Places, places_for
from app.use_cases.office import Office
from app.use_cases.sign_in import sign_in, sign_out
from tests.helpers.postgresql import as_officers
from tests.helpers.prison import PASSWORD, SteppingClock


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "kopier"
    folder.mkdir()
    return folder


@pytest.fixture
def elsewhere(tmp_path: Path) -> Places:
    """An empty folder on another machine."""
    return places_for(tmp_path / "annen maskin")


@pytest.fixture
def new_place(place: DatabasePlace, elsewhere: Places, request: pytest.FixtureRequest) -> object:
    """An empty place of the same engine, by the address of the database's administrator."""
    if not place.is_server:
        yield DatabasePlace(elsewhere)
        return
    address: str = request.getfixturevalue("server_address")
    url = make_url(address).set(drivername="postgresql+psycopg")
    maker = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with maker.connect() as connection:
        connection.execute(text("CREATE DATABASE hentet"))
    new = make_url(address).set(database="hentet").render_as_string(hide_password=False)
    yield DatabasePlace(elsewhere, new)
    with maker.connect() as connection:
        connection.execute(text("DROP DATABASE hentet WITH (FORCE)"))
        names = "SELECT rolname FROM pg_roles WHERE rolname LIKE 'hentet%'"
        for role in list(connection.execute(text(names)).scalars()):
            connection.execute(text(f'DROP ROLE "{role}"'))


@pytest.fixture
def enter(new_place: DatabasePlace, clock: SteppingClock) -> Iterator[Callable[..., Office]]:
    """Sign officers in at the new place, and out before it is gone."""
    there: list[Office] = []

    def sign_in_there(user_name: str = "kari", password: str = PASSWORD) -> Office:
        there.append(sign_in(as_officers(new_place), user_name, password, clock))
        return there[-1]

    yield sign_in_there
    for office in there:
        sign_out(office)
