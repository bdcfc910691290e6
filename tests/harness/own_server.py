"""A PostgreSQL database of one's own, for what runs outside pytest."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from app.database.opening import DatabasePlace
from app.foundation.paths import places_for
from tests.helpers.postgresql import running_server

_DATABASE = "mulighet"


@dataclass(frozen=True)
class OwnServer:
    """The same database by two addresses: the administrator's and the officers'."""

    as_administrator: DatabasePlace
    as_officers: DatabasePlace

    @property
    def address(self) -> str:
        return self.as_administrator.address

    @property
    def engine(self) -> Engine:
        """The administrator's own engine, outside any transaction."""
        return _engine(self.address)


@contextmanager
def own_server() -> Iterator[OwnServer]:
    """Start a server as a prison runs it, with one empty database; both are gone afterwards."""
    with (
        tempfile.TemporaryDirectory(prefix="server-") as folder,
        running_server(durable=True) as server,
    ):
        with _engine(server).connect() as connection:
            connection.execute(text(f"CREATE DATABASE {_DATABASE}"))
        folders = places_for(Path(folder))
        folders.make()
        url = make_url(server).set(database=_DATABASE)
        officers = url.set(username=None, password=None)
        yield OwnServer(
            DatabasePlace(folders, url.render_as_string(hide_password=False)),
            DatabasePlace(folders, officers.render_as_string()),
        )


def _engine(address: str) -> Engine:
    url = make_url(address).set(drivername="postgresql+psycopg")
    return create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
