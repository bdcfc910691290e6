"""Counts the statements a piece of work sends to the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from app.database.engine import Database


@contextmanager
def recorded_statements(database: Database) -> Iterator[list[str]]:
    """Collect the SELECTs, INSERTs and UPDATEs sent inside the block."""
    sent: list[str] = []

    def note(*arguments: Any) -> None:
        sent.append(arguments[2])

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(database.engine, "before_cursor_execute", note)


def selects(sent: list[str]) -> list[str]:
    """Return those that read."""
    return [statement for statement in sent if statement.lstrip().startswith("SELECT")]
