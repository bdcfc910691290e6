"""Where a prison's data are, who is to be let in, and what is open then."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from app.database import server_roles
from app.database.engine import Database
from app.foundation.folding import fold
from app.foundation.paths import Places

Fill = Callable[[Session], None]


@dataclass(frozen=True, slots=True)
class DatabasePlace:
    """Where the data are: the embedded file in a folder, or a PostgreSQL address."""

    folders: Places
    url: str | None = None

    @property
    def is_server(self) -> bool:
        """Tell whether the data are on a server."""
        return self.url is not None

    @property
    def address(self) -> str:
        """Return the PostgreSQL address; asked for on a server alone."""
        assert self.url is not None
        return self.url

    @property
    def role_names(self) -> server_roles.RoleNames:
        """Return the names of the server's roles."""
        return server_roles.RoleNames(make_url(self.address).database or "")


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who is to be let in: the officer's id, the user name as typed, and the secret."""

    officer_id: UUID
    user_name: str
    password: str

    @property
    def folded(self) -> str:
        """Return the user name as it is compared."""
        return fold(self.user_name.strip())


@dataclass(frozen=True, slots=True)
class Opened:
    """An open database, the prison's data key, and whose credentials opened it."""

    database: Database
    data_key: bytes
    officer_id: UUID
