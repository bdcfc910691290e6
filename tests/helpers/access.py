"""Reads the access log as a test may and an officer may not."""

from typing import Any

from sqlalchemy import Row, create_engine, select
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from app.database.records.access_entry import AccessEntryRecord
from app.use_cases.office import Office


def access_log(office: Office) -> list[Row[Any]]:
    """Return the rows in the order they were written."""
    statement = select(AccessEntryRecord.__table__).order_by(AccessEntryRecord.id)
    if not office.place.is_server:
        with office.reading() as connection:
            return list(connection.execute(statement))
    engine = create_engine(administrator_url(office), poolclass=NullPool)
    with engine.connect() as connection:
        return list(connection.execute(statement))


def administrator_url(office: Office) -> str:
    """Return the address of the database's administrator."""
    url = make_url(office.place.address).set(
        drivername="postgresql+psycopg", username="prison_dba", password="dba-password"
    )
    return url.render_as_string(hide_password=False)
