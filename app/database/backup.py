"""Copies of the embedded database, made while it is in use."""

from contextlib import closing
from pathlib import Path

from app.database.engine import Database


def copy_embedded(database: Database, target: Path) -> None:
    """Write a consistent copy that opens with the same key; an old copy is replaced.

    ``VACUUM INTO`` writes through the encrypted pager: never copy the live file by hand, closing
    it would drop the locks of every connection in this process.
    """
    target.unlink(missing_ok=True)
    raw = database.engine.raw_connection()
    with closing(raw):
        driver = raw.driver_connection
        assert driver is not None
        driver.execute("VACUUM INTO ?", (str(target),))
