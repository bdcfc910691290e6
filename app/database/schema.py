"""Which shape the database has: the gate at every start, and the way up.

The embedded file carries its number in ``PRAGMA user_version``; PostgreSQL in Alembic's table.
"""

from pathlib import Path

from alembic.command import downgrade, upgrade
from alembic.config import Config
from sqlalchemy import Connection, inspect, text

from app.database.engine import Database
from app.domain.errors import DatabaseTooNew, DatabaseUnavailable, ErrorCode
from app.foundation.translation import _

SCHEMA = 5
_MIGRATIONS = Path(__file__).parent / "migrations"
_MIGRATION_LOCK = 0x4D756C69


def schema_number(connection: Connection) -> int:
    """Return the number of the shape the database has; 0 means there is nothing yet."""
    if connection.dialect.name == "sqlite":
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if not inspect(connection).has_table("alembic_version"):
        return 0
    number = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return int(number) if number else 0


def check_gate(number: int) -> bool:
    """Tell whether the database is as new as the program; False means it must be brought up.

    Raises:
        DatabaseTooNew: a newer program made it; nothing may be touched.
    """
    if number > SCHEMA:
        raise DatabaseTooNew
    return number == SCHEMA


def bring_up(connection: Connection, target: int = SCHEMA) -> None:
    """Migrate upwards inside the caller's transaction."""
    upgrade(_config(connection), f"{target:04d}")
    _note_number(connection, target)


def bring_down(connection: Connection, target: int) -> None:
    """Migrate downwards inside the caller's transaction; only tests and rescue work do so."""
    downgrade(_config(connection), f"{target:04d}" if target else "base")
    _note_number(connection, target)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _note_number(connection: Connection, number: int) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def migrate_embedded(database: Database, target: int = SCHEMA) -> None:
    """Bring an embedded database to a shape, up or down, in one transaction.

    Foreign keys are off meanwhile: a table that is made anew would take its child rows with it.

    Raises:
        DatabaseUnavailable: rows point at nothing afterwards; nothing was changed.
    """
    with database.engine.connect() as raw:
        driver = raw.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA foreign_keys = OFF")
        try:
            _migrate_in_one_go(raw, target)
        finally:
            driver.execute("PRAGMA foreign_keys = ON")


def _migrate_in_one_go(raw: Connection, target: int) -> None:
    raw = raw.execution_options(begin="BEGIN IMMEDIATE")
    with raw.begin():
        present = schema_number(raw)
        if target >= present:
            bring_up(raw, target)
        else:
            bring_down(raw, target)
        if raw.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise DatabaseUnavailable(
                _("Oppgraderingen ble stoppet. Ingenting er endret."),
                ErrorCode.DATABASE_DAMAGED,
            )


def migrate_server(connection: Connection, target: int = SCHEMA) -> None:
    """Bring a PostgreSQL database to a shape inside the caller's transaction; one at a time."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})
    if target >= schema_number(connection):
        bring_up(connection, target)
    else:
        bring_down(connection, target)
