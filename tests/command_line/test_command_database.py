from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from app.database.schema import SCHEMA
from tests.helpers.prison import admit, talk

CREATE = ("--officer", "ola", "db", "create")


def test_create_prints_the_recovery_code_once(empty):
    made = empty(*CREATE)
    assert made.code == 0
    code = made.out.strip()
    assert len(code.split("-")) == 6
    assert code not in made.err
    assert empty("--officer", "ola", "db", "info").code == 0


def test_create_as_json(empty):
    made = empty(*CREATE, "--json")
    assert set(made.json) == {"officer", "recovery_code"}


def test_create_refuses_what_is_there(empty):
    assert empty(*CREATE).code == 0
    again = empty(*CREATE)
    assert (again.code, again.out) == (1, "")
    assert "finnes fra før" in again.err


def test_create_needs_a_name(empty):
    assert empty("db", "create").code == 2


def test_create_needs_a_password(empty, monkeypatch):
    monkeypatch.delenv("MULIGHET_PASSWORD")
    assert empty(*CREATE).code == 2


def test_create_refuses_a_short_password(empty, monkeypatch, folders):
    monkeypatch.setenv("MULIGHET_PASSWORD", "kort")
    assert empty(*CREATE).code == 6
    assert not folders.database_file.exists()


@pytest.fixture
def new_database(server_address: str) -> Iterator[str]:
    """An empty database of the server, by the address of its administrator."""
    url = make_url(server_address).set(drivername="postgresql+psycopg")
    maker = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with maker.connect() as connection:
        connection.execute(text("CREATE DATABASE ny"))
    yield make_url(server_address).set(database="ny").render_as_string(hide_password=False)
    with maker.connect() as connection:
        connection.execute(text("DROP DATABASE ny WITH (FORCE)"))


def test_create_on_a_server_makes_a_login(bare_command, new_database, folders):
    folders.make()
    where = ("--data-dir", folders.data, "--database")
    made = bare_command(*where, new_database, *CREATE)
    assert (made.code, made.out) == (0, "")
    plain = make_url(new_database).set(username=None, password=None).render_as_string()
    assert bare_command(*where, plain, "--officer", "ola", "db", "info").code == 0
    assert bare_command(*where, new_database, *CREATE).code == 1
    assert bare_command(*where, new_database, "db", "upgrade").code == 0


def test_info(command, office, engine_name, place):
    talk(office, admit(office).id)
    facts = command("db", "info", "--json").json
    assert facts["engine"] == engine_name
    assert facts["place"] == (place.url or str(place.folders.database_file))
    assert facts["schema"] == SCHEMA
    assert facts["size"] > 10_000
    assert (facts["inmates"], facts["conversations"]) == (1, 1)
    assert "Innsatte: 1" in command("db", "info").out


def test_check_finds_a_new_database_whole(command):
    answer = command("db", "check", "--json")
    assert (answer.code, answer.json["ok"], answer.json["damage"]) == (0, True, [])
    assert answer.json["schema"] == SCHEMA
    assert answer.json["keys"] >= 1
    assert answer.json["counts"]["officer"] == 1


def test_check_names_rows_that_point_at_nothing(embedded_office, empty):
    with embedded_office.database.engine.connect() as connection:
        driver = connection.connection.driver_connection
        driver.execute("PRAGMA foreign_keys = OFF")
        driver.execute(
            "INSERT INTO stay (id, inmate_id, place_path, whereabouts, on_roll, since)"
            " VALUES ('1', 'nobody', '', 'inside', 1, '2026-11-23')"
        )
        driver.execute("PRAGMA foreign_keys = ON")
    answer = empty("--officer", "kari", "db", "check", "--json")
    assert answer.code == 1
    assert answer.json["damage"] == ["stay: 1 -> inmate"]
    assert "DB-04" in answer.err


def test_check_sees_a_changed_byte(embedded_office, empty, folders):
    """The page holds an empty table that signing in has no use for."""
    with embedded_office.database.engine.connect() as connection:
        where = "SELECT rootpage FROM sqlite_master WHERE name = 'printed_document'"
        page = connection.exec_driver_sql(where).scalar_one()
        size = int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())
    with embedded_office.database.writing.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    embedded_office.database.close()
    content = bytearray(folders.database_file.read_bytes())
    content[(page - 1) * size + 99] ^= 1
    folders.database_file.write_bytes(content)
    answer = empty("--officer", "kari", "db", "check", "--json")
    assert answer.code == 1
    assert answer.json["ok"] is False
    assert f"page {page}" in answer.json["damage"][0]
    assert "DB-04" in answer.err


def test_upgrade_of_what_is_up_to_date(empty, embedded_place):
    answer = empty("--officer", "kari", "db", "upgrade", "--json")
    assert (answer.code, answer.json) == (0, {"schema": SCHEMA})


@pytest.fixture
def newer(place, request) -> Iterator[None]:
    """A database that a newer program has made."""
    if place.is_server:
        engine = request.getfixturevalue("server_prison").engine
        change = "UPDATE alembic_version SET version_num = '{0}'"
        with engine.begin() as connection:
            connection.execute(text(change.format("0099")))
        yield
        with engine.begin() as connection:
            connection.execute(text(change.format(f"{SCHEMA:04d}")))
        return
    office = request.getfixturevalue("open_office")(place)
    with office.database.writing.begin() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 99")
    yield


@pytest.mark.usefixtures("newer")
@pytest.mark.parametrize("arguments", [("overview", "--json"), ("db", "check"), ("db", "info")])
def test_a_newer_database_ends_with_4(command, arguments):
    answer = command(*arguments)
    assert (answer.code, answer.out) == (4, "")
    assert "DB-03" in answer.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("overview",),
        ("db", "info"),
        ("db", "check"),
        ("db", "upgrade"),
        ("officer", "password"),
        ("conversations", "list", "--inmate", "1"),
        ("plan", "show", "--inmate", "1"),
        ("import", "roll", "roll.csv"),
    ],
)
def test_no_database_ends_with_3(empty, arguments):
    answer = empty(*arguments)
    assert (answer.code, answer.out) == (3, "")
    assert "DB-01" in answer.err


def test_a_server_out_of_reach_ends_with_3(bare_command):
    answer = bare_command(
        "--database", "postgresql://127.0.0.1:1/mulighet", "--officer", "kari", "overview"
    )
    assert (answer.code, answer.out) == (3, "")
    assert "DB-02" in answer.err
