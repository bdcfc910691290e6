from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, inspect, select, text
from sqlalchemy.pool import NullPool

from app.database import server_roles
from app.database.base import Record
from app.database.engine import Database
from app.database.opening import DatabasePlace
from app.database.records.access_entry import AccessEntryRecord
from app.database.records.conversation import ConversationRecord
from app.database.records.inmate import InmateRecord
from app.database.records.plan import PlanRecord
from app.database.records.printed_document import PrintedDocumentRecord
from app.database.schema import SCHEMA, migrate_embedded, migrate_server, schema_number
from app.domain.plans import Agreement, Goal, PlanContent, Step, Theme
from app.use_cases.conversations import conversation_log
from app.use_cases.office import Office
from app.use_cases.plans import finish_plan, open_plan, save_plan
from tests.helpers.access import administrator_url
from tests.helpers.prison import admit, build_places, talk


@contextmanager
def owner_connection(office: Office) -> Iterator[Connection]:
    """Connect as whoever may migrate."""
    engine = create_engine(administrator_url(office), poolclass=NullPool)
    with engine.begin() as connection:
        server_roles.become(connection, office.place.role_names.owner)
        yield connection


def migrate(office: Office, target: int) -> None:
    if not office.place.is_server:
        migrate_embedded(office.database, target)
        return
    with owner_connection(office) as connection:
        migrate_server(connection, target)
        if target == SCHEMA:
            server_roles.grant_tables(connection, office.place.role_names)


def fill(office: Office) -> Any:
    cells = build_places(office).cells
    inmate = admit(office, 1, cells["B-2-B201"])
    talk(office, inmate.id, "Snakket om æøå.")
    step = Step(office.new_id(), "Ringe NAV")
    plan = PlanContent(
        (Goal(office.new_id(), Theme.HOUSING, "Bolig", steps=(step,)),), agreement=Agreement.YES
    )
    finish_plan(office, inmate.id, save_plan(office, inmate.id, plan, 0).version)
    return inmate


def shape(connection: Connection) -> dict[str, list[tuple[str, str, bool]]]:
    inspector = inspect(connection)
    return {
        table: sorted(
            (column["name"], str(column["type"]), column["nullable"])
            for column in inspector.get_columns(table)
        )
        + sorted((index["name"], "", False) for index in inspector.get_indexes(table))
        for table in sorted(inspector.get_table_names())
    }


def belongs_to_a_record(_thing: object, name: str, *_rest: object) -> bool:
    """Leave out what each engine keeps for search alone; triggers and planner use it."""
    return not name.startswith(("conversation_position", "conversation_words")) and name not in {
        "ix_conversation_newest",
        "ix_conversation_words",
    }


def test_the_migrations_make_what_the_records_say(office: Office) -> None:
    with office.database.engine.connect() as connection:
        options = {"compare_type": True, "include_object": belongs_to_a_record}
        context = MigrationContext.configure(connection, opts=options)
        differences = compare_metadata(context, Record.metadata)
    assert PrintedDocumentRecord.__tablename__ in Record.metadata.tables
    assert differences == []


def test_up_down_up_keeps_what_is_below(office: Office) -> None:
    """From each shape down to the one below and up again, on a filled database."""
    inmate = fill(office)
    with office.reading() as connection:
        whole = shape(connection)
    migrate(office, SCHEMA - 1)
    migrate(office, SCHEMA)
    with office.reading() as connection:
        assert shape(connection) == whole
        assert schema_number(connection) == SCHEMA
        assert connection.execute(select(InmateRecord.id)).scalars().all() == [inmate.id]
        assert len(connection.execute(select(ConversationRecord.id)).all()) == 1
        assert len(connection.execute(select(PlanRecord.id)).all()) == 1
    assert conversation_log(office, inmate.id)[0].text == "Snakket om æøå."
    assert open_plan(office, inmate.id).number == 1


def test_down_to_people_and_up_again(office: Office) -> None:
    inmate = fill(office)
    migrate(office, 1)
    with office.reading() as connection:
        assert not inspect(connection).has_table("conversation")
        assert connection.execute(select(InmateRecord.id)).scalars().all() == [inmate.id]
    migrate(office, SCHEMA)
    talk(office, inmate.id)
    assert len(conversation_log(office, inmate.id)) == 1


def test_down_to_nothing(abandoned_office: Office) -> None:
    migrate(abandoned_office, 0)
    with abandoned_office.reading() as connection:
        assert schema_number(connection) == 0
        assert set(inspect(connection).get_table_names()) <= {"alembic_version"}
    migrate(abandoned_office, SCHEMA)
    with abandoned_office.reading() as connection:
        assert not connection.execute(select(AccessEntryRecord.id)).all()


def test_a_migration_that_loses_a_row_is_caught(embedded_office: Office) -> None:
    """The planted fault: a row that points at nobody must stop the migration."""
    inmate = fill(embedded_office)
    with embedded_office.database.engine.connect() as connection:
        driver = connection.connection.driver_connection
        driver.execute("PRAGMA foreign_keys = OFF")
        driver.execute("DELETE FROM inmate")
        driver.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(Exception, match="Ingenting er endret"):
        migrate(embedded_office, SCHEMA - 1)
    with embedded_office.reading() as connection:
        assert schema_number(connection) == SCHEMA
    assert inmate


def test_an_older_database_is_copied_before_it_is_brought_up(
    embedded_place: DatabasePlace, embedded_office: Office, open_office: Any
) -> None:
    migrate(embedded_office, SCHEMA - 1)
    again = open_office(embedded_place)
    with again.reading() as connection:
        assert schema_number(connection) == SCHEMA
    copies = list(Path(embedded_place.folders.data).glob("mulighet-before-*.db"))
    assert len(copies) == 1
    assert b"SQLite format" not in copies[0].read_bytes()[:100]


def test_an_officer_cannot_change_the_shape_or_the_log_on_the_server(
    place: DatabasePlace, office: Office
) -> None:
    if not place.is_server:
        return
    refused = (
        "DROP TABLE inmate",
        "ALTER TABLE inmate ADD COLUMN x int",
        "DELETE FROM access_entry",
        "UPDATE access_entry SET officer = 'x'",
        "SELECT * FROM access_entry",
        "DELETE FROM conversation",
        "UPDATE conversation_version SET text = 'x'",
        "UPDATE plan_version SET content = 'x'",
        "UPDATE printed_document SET pages = 0",
        "CREATE ROLE evil SUPERUSER",
        'SET ROLE "mulighet=owner"',
        'SET ROLE "mulighet=maker"',
    )
    for statement in refused:
        with (
            office.database.engine.connect() as connection,
            pytest.raises(Exception, match=r"permission denied|must be owner|must be superuser"),
        ):
            connection.execute(text(statement))


def test_only_an_administrator_makes_logins_on_the_server(
    place: DatabasePlace, office: Office, open_office: Any
) -> None:
    if not place.is_server:
        return
    from_outside = Database(office.database.engine, embedded=False)
    with from_outside.engine.begin() as connection:
        assert connection.execute(text("SELECT is_administrator()")).scalar_one()
        with pytest.raises(Exception, match="no such name or verifier"):
            connection.execute(text("SELECT create_officer('x\"; DROP', 'SCRAM-SHA-256$1')"))
