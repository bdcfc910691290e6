"""What a use case sends to the driver, to send the same again without the use case."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, event

from app.database.engine import Database

_INTO = re.compile(r"INSERT INTO (\w+) \(([^)]*)\)")


@dataclass(frozen=True)
class Statement:
    """One statement with its parameters as the driver takes them."""

    text: str
    parameters: Any

    @property
    def reads(self) -> bool:
        return self.text.lstrip().startswith("SELECT")

    def value_of(self, column: str) -> object:
        """Return what an INSERT writes into a column, None for other statements."""
        into = _INTO.match(self.text)
        if into is None:
            return None
        if isinstance(self.parameters, dict):
            return self.parameters.get(column)
        columns = [name.strip() for name in into[2].split(",")]
        return self.parameters[columns.index(column)] if column in columns else None

    def with_values(self, new: dict[object, object]) -> "Statement":
        """Return the statement with some values exchanged."""
        if isinstance(self.parameters, dict):
            changed: Any = {name: exchanged(value, new) for name, value in self.parameters.items()}
        else:
            changed = tuple(exchanged(value, new) for value in self.parameters)
        return Statement(self.text, changed)


def exchanged(value: object, new: dict[object, object]) -> object:
    return new.get(value, value) if isinstance(value, str) or hasattr(value, "hex") else value


@contextmanager
def statements_of(database: Database) -> Iterator[list[Statement]]:
    """Collect every statement but those that begin and end transactions."""
    found: list[Statement] = []

    def note(_connection, _cursor, text, parameters, _context, _many) -> None:
        if not text.startswith(("BEGIN", "COMMIT", "ROLLBACK")):
            found.append(Statement(text, parameters))

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(database.engine, "before_cursor_execute", note)


@contextmanager
def bare_driver(database: Database) -> Iterator[Any]:
    """Yield a driver connection of the same recipe, with nothing of SQLAlchemy between."""
    with database.engine.connect() as connection:
        yield driver_of(connection)


def driver_of(connection: Connection) -> Any:
    connection.rollback()
    return connection.connection.driver_connection


def captured(database: Database, act: Callable[[], object]) -> list[Statement]:
    with statements_of(database) as found:
        act()
    return found
